import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readMunition } from '../../../../lib/language/answer/munition.ts';
import type { OptionReading } from '../../../../lib/language/answer/narrow.ts';
import { readOption, readYesNo } from '../../../../lib/language/answer/option.ts';
import {
  areas,
  attributionStatuses,
  deliveries,
  effects,
  knownBys,
  munitions,
  ownSources,
  phases,
  rejectionReasons,
  sources,
} from '../../../../lib/report/vocabulary.ts';

const cases = z.array(z.tuple([z.string(), z.string()], z.string()));
const corpus = z
  .object({
    munition: cases,
    phase: cases,
    effect: cases,
    delivery: cases,
    knownBy: cases,
    area: cases,
    source: cases,
    attribution: cases,
    rejection: cases,
    yesNo: cases,
  })
  .parse(JSON.parse(readFileSync(new URL('../train/options.json', import.meta.url), 'utf8')));

const codesOf = (reading: OptionReading<string>): readonly string[] => {
  if (reading.kind === 'not_understood') return [];
  return reading.kind === 'one' ? [reading.code] : reading.codes;
};

const vocabularies = {
  phase: phases,
  effect: effects,
  delivery: deliveries,
  knownBy: knownBys,
  area: areas,
  source: sources,
  attribution: attributionStatuses,
  rejection: rejectionReasons,
} as const;

const say = (reading: OptionReading<string>): string => {
  if (reading.kind === 'not_understood') return '?';
  if (reading.kind === 'one') return reading.code;
  return reading.codes.toSorted().join(reading.kind === 'several' ? '+' : '|');
};

const sorted = (want: string): string => {
  const sign = want.includes('|') ? '|' : '+';
  return want.split(sign).toSorted().join(sign);
};

/** The share of the corpus that must be read right; only ever raised. */
const floor = 0.97;

describe('reading a typed answer to a question with buttons', () => {
  it('reads the corpus of answers', () => {
    const closed = Object.entries(vocabularies).flatMap(([name, vocabulary]) =>
      corpus[name as keyof typeof vocabularies].map(([text, want]) => ({
        of: name,
        text,
        want: sorted(want),
        got: say(readOption(text, vocabulary as readonly string[])),
      })),
    );
    const munition = corpus.munition.map(([text, want, delivery]) => {
      const reading = readMunition(text);
      const carried = want === '?' || want === 'unknown' ? '' : ` by ${reading.delivery}`;
      const wanted = carried && ` by ${delivery}`;
      return { of: 'munition', text, want: sorted(want) + wanted, got: say(reading.munition) + carried };
    });
    const yesNo = corpus.yesNo.map(([text, want]) => ({
      of: 'yes or no',
      text,
      want,
      got: readYesNo(text) ?? '?',
    }));
    const all = [...munition, ...closed, ...yesNo];
    const misses = all.filter(({ want, got }) => want !== got);
    const score = 1 - misses.length / all.length;
    console.log(`options: ${all.length - misses.length} of ${all.length} (${(100 * score).toFixed(1)} %)`);
    for (const miss of misses)
      console.log(`  ${miss.of} "${miss.text}": wanted ${miss.want}, got ${miss.got}`);
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(score).toBeGreaterThanOrEqual(floor);
  });

  it('reads a munition the same way when it is asked as a list of codes', () => {
    for (const [text] of corpus.munition)
      expect(readOption(text, munitions)).toEqual(readMunition(text).munition);
  });

  it('answers only with codes that were offered', () => {
    expect(readOption('прокуратура', ownSources)).toEqual({ kind: 'not_understood' });
    expect(readOption('сам бачив', ownSources)).toEqual({ kind: 'one', code: 'own_eyes' });
    expect(readOption('ракета', ['ballistic_missile', 'mortar'])).toEqual({
      kind: 'one',
      code: 'ballistic_missile',
    });
  });

  it('never throws and never invents a code, whatever is typed', () => {
    const known = Object.values(corpus).flatMap(list => list.flatMap(([text]) => text.split(' ')));
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...known, 'не', ',', '-'), { maxLength: 10 }).map(words => words.join(' ')),
    );
    const vocabulary = fc.constantFrom<readonly string[]>(munitions, ...Object.values(vocabularies));
    fc.assert(
      fc.property(text, vocabulary, (words, codes) => {
        const reading = readOption(words, codes);
        const given = codesOf(reading);
        for (const code of given) expect(codes).toContain(code);
        expect(new Set(given).size).toBe(given.length);
        if (reading.kind === 'several' || reading.kind === 'choose') expect(given.length).toBeGreaterThan(1);
      }),
      { numRuns: 500 },
    );
    expect(() => readOption('не касетні '.repeat(450), munitions)).not.toThrow();
  });
});
