import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Gazetteer, loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { readAccount, sureAnswers } from '../../../lib/reading/account.ts';
import { cleanText } from '../../../lib/reading/text.ts';
import { answersSchema } from '../../../lib/report/report.ts';
import { sayAccount } from './say.ts';

const account = z.object({
  phase: z.optional(z.string()),
  place: z.optional(z.string()),
  time: z.optional(z.string()),
  effect: z.optional(z.string()),
  munition: z.optional(z.string()),
  delivery: z.optional(z.string()),
  knownBy: z.optional(z.string()),
  killed: z.optional(z.string()),
  injured: z.optional(z.string()),
  areas: z.optional(z.string()),
  source: z.optional(z.string()),
  side: z.optional(z.string()),
  military: z.optional(z.boolean()),
});
const corpusSchema = z.object({ accounts: z.array(z.tuple([z.string(), account])) });

const load = (file: string) =>
  corpusSchema.parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))).accounts;

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer('UA');
});

/** 14:30 of a Tuesday in Kyiv. */
const now = new Date('2026-05-12T11:30:00Z');
const context = () => ({ now, zone: 'Europe/Kyiv', locale: 'uk' as const, gazetteer });

const sorted = (areas: string): string => areas.split('+').toSorted().join('+');

type Score = { right: number; filled: number; said: number; misses: string[] };

const score = (corpus: ReturnType<typeof load>): Score => {
  const result: Score = { right: 0, filled: 0, said: 0, misses: [] };
  for (const [text, { military, areas, ...rest }] of corpus) {
    const want: Record<string, string | undefined> = {
      ...rest,
      areas: areas && sorted(areas),
      military: military ? 'yes' : undefined,
    };
    const got = sayAccount(readAccount(text, context()));
    for (const name of new Set([...Object.keys(want), ...Object.keys(got)])) {
      const [wanted, given] = [want[name], got[name]];
      const isSaid = wanted !== undefined && wanted !== '?';
      const isFilled = given !== undefined && given !== '?';
      if (isSaid) result.said++;
      if (isFilled) result.filled++;
      if (isSaid && wanted === given) result.right++;
      else if (isSaid || isFilled)
        result.misses.push(
          `${isFilled ? 'WRONG' : 'empty'} ${name}: wanted ${wanted}, got ${given}   «${text}»`,
        );
    }
  }
  return result;
};

const print = (name: string, { right, filled, said, misses }: Score): void => {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${name}: precision ${percent(right / filled)} (${right} of ${filled} filled), recall ${percent(right / said)} (of ${said} said)\n${misses.join('\n')}`,
  );
};

describe('reading a whole account', () => {
  it('reads the corpus, precise before complete', () => {
    const corpus = load('accounts.json');
    const result = score(corpus);
    print('accounts', result);
    expect(corpus.length).toBeGreaterThanOrEqual(100);
    expect(result.right / result.filled).toBeGreaterThanOrEqual(0.97);
    expect(result.right / result.said).toBeGreaterThanOrEqual(0.8);
  });

  it('reads accounts that the rules were never tuned on', () => {
    const corpus = load('accounts-unseen.json');
    const result = score(corpus);
    print('unseen accounts', result);
    expect(corpus.length).toBeGreaterThanOrEqual(30);
    expect(result.right / result.filled).toBeGreaterThanOrEqual(0.97);
    expect(result.right / result.said).toBeGreaterThanOrEqual(0.8);
  });

  const pieces = () => load('accounts.json').flatMap(([text]) => text.split(/(?<=[\s,.])/));
  const anyText = () =>
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom(...pieces(), 'не ', 'ні, ', '8 ', '- ', '\n', '?'), { maxLength: 40 })
        .map(words => words.join('')),
    );

  it('gives only answers that can be stored, each with words of the text, whatever is typed', () => {
    const answers = z.partial(answersSchema);
    fc.assert(
      fc.property(anyText(), text => {
        const reading = readAccount(text, context());
        const { length } = cleanText(text);
        for (const field of Object.values(reading)) {
          const { start, end } = 'words' in field ? field.words : field;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(length);
          if ('sure' in field && !field.sure) expect(field.options.length).toBeGreaterThan(0);
        }
        expect(answers.safeParse(sureAnswers(reading)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('counts nobody where no word says what befell people', () => {
    const harmless = fc.array(
      fc.constantFrom(
        '8',
        'людей',
        'троє',
        'дітей',
        'шахеди',
        'о 15:40',
        'вчора',
        'two',
        'houses',
        ',',
        '.',
        'Харків',
        'ФАБ-500',
        '3',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(harmless, words => {
        const { killed, injured } = readAccount(words.join(' '), context());
        expect([killed, injured]).toEqual([undefined, undefined]);
      }),
      { numRuns: 200 },
    );
  });

  it('reads the same account the same way between a greeting and thanks', () => {
    const changed = load('accounts.json').filter(([text]) => {
      const plain = sayAccount(readAccount(text, context()));
      const polite = sayAccount(readAccount(`Доброго дня!\n${text}\nДякую вам.`, context()));
      return JSON.stringify(plain) !== JSON.stringify(polite);
    });
    // A name or an institution that opens the text is told by standing first.
    expect(changed.length / load('accounts.json').length).toBeLessThan(0.05);
  });

  it('offers two places, two times and two numbers instead of choosing', () => {
    const reading = readAccount(
      'Обстріли Харкова та Чугуєва о 10:00 і о 12:00. Спочатку казали 3 загиблих, потім 5 загиблих',
      context(),
    );
    expect(reading.place).toMatchObject({ sure: false });
    expect(reading.occurred).toMatchObject({ sure: false });
    expect(reading.killed).toMatchObject({
      sure: false,
      options: [
        { min: 3, max: 3 },
        { min: 5, max: 5 },
      ],
    });
    expect(sureAnswers(reading)).not.toHaveProperty('killed');
  });

  it('says where the words stand', () => {
    const text = 'Вчора о третій ночі по Малокатеринівці касетами, 8 поранених, троє з них зі швидкої';
    const { injured, munition, place } = readAccount(text, context());
    const words = (field: { words: { start: number; end: number } } | undefined) =>
      field && text.slice(field.words.start, field.words.end);
    expect(words(injured)).toBe('8 поранених, троє з них зі швидкої');
    expect(words(munition)).toBe('касетами');
    expect(words(place)).toBe('Малокатеринівці');
  });
});
