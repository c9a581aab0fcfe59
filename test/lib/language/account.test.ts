import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type AccountReading, readAccount } from '../../../lib/language/account.ts';
import { cleanText } from '../../../lib/language/text/text.ts';
import { type Gazetteer, loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { type Answers, answersSchema } from '../../../lib/report/report.ts';
import { sayAccount } from './say.ts';
import { type AccountScore, readAccounts, scoreAccounts } from './score.ts';

const load = (file: string) => readAccounts(new URL(`train/${file}`, import.meta.url));

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer('UA');
});

/** 14:30 of a Tuesday in Kyiv. */
const now = new Date('2026-05-12T11:30:00Z');
const context = () => ({ now, zone: 'Europe/Kyiv', locale: 'uk' as const, gazetteer });

/** The answers that an account gives surely, as they are kept in a draft. */
const sureAnswers = ({ militaryPosition: _, ...fields }: AccountReading): Partial<Answers> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.sure ? [[name, field.value]] : [])),
  );

const print = (name: string, { tallies, misses }: AccountScore): void => {
  const { right, filled, said } = tallies.get('all') ?? { right: 0, filled: 0, said: 0 };
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(`${name}: precision ${percent(right / filled)}, recall ${percent(right / said)}`);
  for (const { wrong, field, wanted, given, text } of misses)
    console.log(`${wrong ? 'WRONG' : 'empty'} ${field}: wanted ${wanted}, got ${given}   «${text}»`);
};

describe('reading a whole account', () => {
  it.each(['accounts.json', 'accounts-unseen.json', 'kinds-accounts.json'])(
    'reads %s, precise before complete',
    file => {
      const corpus = load(file);
      const score = scoreAccounts(corpus, gazetteer);
      print(file, score);
      const { right, filled, said } = score.tallies.get('all') ?? { right: 0, filled: 0, said: 0 };
      expect(corpus.length).toBeGreaterThanOrEqual(30);
      expect(right / filled).toBeGreaterThanOrEqual(0.97);
      expect(right / said).toBeGreaterThanOrEqual(0.88);
    },
    120_000,
  );

  it.each([
    ['accounts-opened.json', 0.94, 0.82],
    ['accounts-second.json', 0.88, 0.73],
    ['accounts-fifth.json', 0.89, 0.76],
    ['accounts-sixth.json', 0.91, 0.8],
  ])(
    'reads the accounts of %s, which were new once, as well as it has learnt to',
    (file, precise, complete) => {
      const score = scoreAccounts(load(file), gazetteer);
      print(file, score);
      const { right, filled, said } = score.tallies.get('all') ?? { right: 0, filled: 0, said: 0 };
      expect(right / filled).toBeGreaterThanOrEqual(precise);
      expect(right / said).toBeGreaterThanOrEqual(complete);
    },
    120_000,
  );

  const pieces = () => load('accounts.json').flatMap(({ text }) => text.split(/(?<=[\s,.])/));
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
    const changed = load('accounts.json').filter(({ text }) => {
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
