import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { recogniseDistress } from '../../../../lib/language/distress/distress.ts';
import { classes, composites, numberAsked, sayings } from '../../../../lib/language/words/distress.ts';

const byLanguage = z.record(z.string(), z.array(z.string()));
const corpusSchema = z.object({
  about: z.string(),
  distress: byLanguage,
  other: byLanguage,
  unsaid: z.optional(z.array(z.string())),
});

const accountsSchema = z.object({ accounts: z.array(z.tuple([z.string()], z.unknown())) });

/** All that the rules were mended by. Of each but the first, its `about` says how it was scored before that. */
const sets = [
  'train',
  'check',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
];

const readCorpus = (name: string) => {
  const file = readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8');
  const { distress, other, unsaid = [] } = corpusSchema.parse(JSON.parse(file));
  return { calls: Object.values(distress).flat(), others: Object.values(other).flat(), unsaid };
};

const score = (name: string) => {
  const { calls, others } = readCorpus(name);
  const missed = calls.filter(text => recogniseDistress(text) === undefined);
  const alarms = others.filter(text => recogniseDistress(text) !== undefined);
  const recall = 1 - missed.length / calls.length;
  const falseAlarms = alarms.length / others.length;
  console.log(
    `distress, ${name}: ${(100 * recall).toFixed(1)} % of ${calls.length} calls heard, ${(100 * falseAlarms).toFixed(1)} % of ${others.length} others taken for one`,
  );
  return { calls, others, missed, alarms, recall, falseAlarms };
};

describe('recognising distress', () => {
  it.each(sets)('hears the calls of the messages that it was made with, and little else: %s', name => {
    const { calls, others, missed, alarms, recall, falseAlarms } = score(name);
    for (const text of missed) console.log(`  missed: ${text}`);
    for (const text of alarms) console.log(`  taken for one: ${text}`);
    expect(calls.length + others.length).toBeGreaterThanOrEqual(120);
    expect(recall).toBeGreaterThanOrEqual(0.94);
    expect(falseAlarms).toBeLessThanOrEqual(0.02);
  });

  it('hears the calls of a stranger, of which nobody who writes rules reads the misses', () => {
    const { recall, falseAlarms } = score('fresh');
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(falseAlarms).toBeLessThanOrEqual(0.084);
  });

  it('lets whole accounts be told, but of what is so now', () => {
    const folder = new URL('../train/', import.meta.url);
    const accounts = readdirSync(folder)
      .filter(name => name.startsWith('accounts'))
      .flatMap(name => accountsSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).accounts)
      .map(([text]) => text);
    const alarms = accounts.filter(text => recogniseDistress(text) !== undefined);
    console.log(`distress: ${alarms.length} of ${accounts.length} accounts taken for a call`);
    expect(accounts.length).toBeGreaterThan(800);
    expect(alarms.length / accounts.length).toBeLessThanOrEqual(0.045);
  });

  it('leaves open what a bare word for help is, but in a text that tells more', () => {
    for (const text of readCorpus('third').unsaid)
      expect([text, recogniseDistress(text)]).toEqual([text, 'unsaid']);
    for (const text of ['Допоможіть нам, ми під завалами', 'help, my son is bleeding', 'помогите, горим'])
      expect([text, recogniseDistress(text)]).not.toEqual([text, 'unsaid']);
    const told = 'Вчора в Ізюмі влучили у двір. Питали номер швидкої. Двоє поранених.';
    expect(recogniseDistress(told)).toBeUndefined();
  });

  it('refers to no class of words that is not there', () => {
    const named = [...Object.values(sayings), ...Object.values(composites), numberAsked]
      .join()
      .matchAll(/<(\w+)(?::past)?>/g);
    const known = new Set([...Object.keys(classes), ...Object.keys(composites)]);
    expect([...named].map(([, name = '']) => name).filter(name => !known.has(name))).toEqual([]);
  });

  it('does not mind capitals, missing punctuation, stretched and mistyped letters, or Latin ones', () => {
    for (const text of [
      'НАС ЗАВАЛИЛО',
      'рятууууйте',
      'помогтие',
      'помогите'.split('').join('\u0301'),
      'nas zavalylo',
      'nas zavalilo',
      'we’re trapped under the rubble',
      'алло мы под завалами слышите тут дети',
    ])
      expect([text, recogniseDistress(text) !== undefined]).toEqual([text, true]);
  });

  it('takes a command, a number or a name of a place for none', () => {
    for (const text of [
      '/help',
      '/help@svidok_bot',
      '',
      '8',
      'Харків',
      'Спаське',
      'Пожарки',
      'Горішні Плавні',
      '🙏',
    ])
      expect([text, recogniseDistress(text)]).toEqual([text, undefined]);
  });

  const corpus = sets.map(readCorpus).flatMap(({ calls, others }) => [...calls, ...others]);
  const words = [...new Set(corpus.flatMap(text => text.split(' ')))];
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom(...words, '.', ',', '\n', '/', "'", 'не', '…'), { maxLength: 60 })
      .map(all => all.join(' ')),
  );

  it('answers for every text, and the same each time', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(recogniseDistress(text)).toBe(recogniseDistress(text));
      }),
    );
  });
});
