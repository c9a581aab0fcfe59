import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { readAccount } from '../../../lib/language/account.ts';
import { type CountReading, readCount } from '../../../lib/language/answer/count.ts';
import type { Gazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { isPointOf } from './place/score.ts';
import { sayAccount, sayCount } from './say.ts';

/**
 * How well words are read, by language and field. The sets are told apart: `train` is looked at and mended by, `check` only
 * scored, `fresh` scored once. Of `check` and `fresh` nobody who writes rules reads the texts or the misses.
 */
export type Tally = Readonly<{ right: number; filled: number; said: number }>;

const accountWanted = z.record(z.string(), z.union([z.string(), z.boolean()]));
/** A third element is the language of the text, or why it is missed: `{"miss": reason}`. */
const rest = z.optional(z.union([z.string(), z.object({ miss: z.string() })]));
const accountsSchema = z.object({ accounts: z.array(z.tuple([z.string(), accountWanted], rest)) });
const harm = z.enum(['killed', 'injured']);
const countsSchema = z.object({
  answers: z.array(z.array(z.unknown())),
  asked: z.optional(z.array(z.tuple([harm, z.string(), z.string()]))),
});

const readJson = (file: URL | string): unknown => JSON.parse(readFileSync(file, 'utf8'));

type Account = Readonly<{ text: string; language: string; want: Readonly<Record<string, string>> }>;

/** Times in the notation of the times' own corpus: `day_part 2026-05-10`, `month 2022-07`. */
const dayOf = (time: string): string =>
  time.replace('day_part ', 'day ').replace(/^month (\d{4}-\d\d)$/, 'month $1-01');

const sorted = (areas: string): string => areas.split('+').toSorted().join('+');

export const readAccounts = (file: URL | string): readonly Account[] =>
  accountsSchema.parse(readJson(file)).accounts.map(([text, { military, areas, ...rest }, ...more]) => ({
    text,
    language: more.find(one => typeof one === 'string') ?? languageOf(text),
    want: Object.fromEntries([
      ...Object.entries(rest).map(([name, value]) => [
        name,
        name === 'time' ? dayOf(String(value)) : String(value),
      ]),
      ...(typeof areas === 'string' ? [['areas', sorted(areas)]] : []),
      ...(military === true || military === 'yes' ? [['military', 'yes']] : []),
    ]),
  }));

/** The language that a text is in, by its letters; a mixture of Ukrainian and Russian is what has more letters of its own. */
export const languageOf = (text: string): 'uk' | 'ru' | 'en' => {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  if (count(/[а-яёіїєґ]/gi) < count(/[a-z]/gi)) return 'en';
  return count(/[іїєґ]/gi) >= count(/[ыэъё]/gi) ? 'uk' : 'ru';
};

type Miss = Readonly<{ text: string; field: string; wanted?: string; given?: string; wrong: boolean }>;
export type AccountScore = Readonly<{ tallies: ReadonlyMap<string, Tally>; misses: readonly Miss[] }>;

const nothing: Tally = { right: 0, filled: 0, said: 0 };

/** 14:30 of a Tuesday in Kyiv. */
const now = new Date('2026-05-12T11:30:00Z');

/** Tallies by field, by language (`uk:`), and of all (`all`). What is only offered is neither filled nor said. */
export const scoreAccounts = (accounts: readonly Account[], gazetteer: Gazetteer): AccountScore => {
  const tallies = new Map<string, Tally>();
  const misses: Miss[] = [];
  const add = (key: string, { right, filled, said }: Tally): void => {
    const known = tallies.get(key) ?? nothing;
    tallies.set(key, { right: known.right + right, filled: known.filled + filled, said: known.said + said });
  };
  for (const { text, language, want } of accounts) {
    const context = { now, zone: 'Europe/Kyiv', locale: 'uk' as const, gazetteer };
    const reading = readAccount(text, context);
    const got = sayAccount(reading);
    const point = reading.place?.sure ? reading.place.value.point : undefined;
    for (const field of new Set([...Object.keys(want), ...Object.keys(got)])) {
      const [wanted, given] = [want[field], got[field]];
      const isSaid = wanted !== undefined && wanted !== '?';
      const isFilled = given !== undefined && given !== '?';
      const isPinned = field === 'place' && wanted?.startsWith('point ') && point && isPointOf(point, wanted);
      const isRight = isSaid && (wanted === given || isPinned === true);
      for (const key of ['all', language, field])
        add(key, { right: Number(isRight), filled: Number(isFilled), said: Number(isSaid) });
      if (!isRight && (isSaid || isFilled)) misses.push({ text, field, wanted, given, wrong: isFilled });
    }
  }
  return { tallies, misses };
};

type CountCase = Readonly<{
  language: string;
  asked?: 'killed' | 'injured';
  text: string;
  want: string;
}>;

export const readCounts = (file: URL | string): readonly CountCase[] => {
  const { answers, asked = [] } = countsSchema.parse(readJson(file));
  return [
    ...answers.map((row): CountCase => {
      const [text = '', want = '', language = languageOf(text)] = row.filter(
        value => typeof value === 'string',
      );
      return { text, want, language };
    }),
    ...asked.map(([about, text, want]) => ({ asked: about, text, want, language: languageOf(text) })),
  ];
};

export const sayReading = (reading: CountReading): string => {
  if (reading.kind === 'understood') return sayCount(reading.count);
  return reading.kind === 'contradiction' ? `!${reading.reason}` : '?';
};

type CountScore = Readonly<{
  right: number;
  all: number;
  /** Another number was taken without asking. */
  silentlyWrong: number;
  byLanguage: ReadonlyMap<string, readonly [right: number, all: number]>;
  misses: readonly Readonly<CountCase & { got: string }>[];
}>;

/** `!` alone, or `!reason`, is a contradiction to ask about; so is what is not understood where it must be asked. */
const isSame = (want: string, got: string): boolean =>
  want === got || (want === '!' && got.startsWith('!')) || (want === '?' && got.startsWith('!'));

export const scoreCounts = (cases: readonly CountCase[]): CountScore => {
  const byLanguage = new Map<string, [number, number]>();
  const misses: (CountCase & { got: string })[] = [];
  let silentlyWrong = 0;
  for (const one of cases) {
    const got = sayReading(readCount(one.text, one.asked));
    const isRight = isSame(one.want, got);
    const [right, all] = byLanguage.get(one.language) ?? [0, 0];
    byLanguage.set(one.language, [right + Number(isRight), all + 1]);
    if (isRight) continue;
    misses.push({ ...one, got });
    if (!got.startsWith('?') && !got.startsWith('!')) silentlyWrong++;
  }
  return { right: cases.length - misses.length, all: cases.length, silentlyWrong, byLanguage, misses };
};
