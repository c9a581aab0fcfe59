import { readFileSync } from 'node:fs';
import { readTime } from '../../../../lib/language/time/read.ts';
import { addDays } from '../../../../lib/time/date.ts';
import type { Occurred } from '../../../../lib/time/occurred.ts';
import type { TimeReading } from '../../../../lib/time/reading.ts';
import { toInstant } from '../../../../lib/time/zone.ts';

/**
 * One phrase of a corpus. `now` is the wall time at which it was typed; `miss` says why it is read otherwise than whoever
 * wrote it down expected.
 */
export type Phrase = Readonly<{
  text: string;
  means: string;
  now?: string;
  locale?: 'uk' | 'en' | 'ru';
  miss?: string;
}>;

/** One account, and the times that it speaks of, in order. */
type Account = Readonly<{ text: string; times: readonly string[] }>;

const readLines = (name: string): readonly unknown[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));

export const readPhrases = (name: string): readonly Phrase[] => readLines(name) as readonly Phrase[];
export const readAccounts = (name: string): readonly Account[] => readLines(name) as readonly Account[];

/**
 * A time in short: "minute 2026-05-11T15:40", "hour 2026-05-11T03" (the whole hour), "hour <start>..<end>", "night 2026-05-10"
 * (the date on which it begins), "morning …", "day_part …", "early …" (after midnight), "day …", "week <start>..<end>",
 * "month 2026-03", "unknown <start>..<end>".
 */
const shorten = ({ precision, start = '', end = '', ...rest }: Occurred): string => {
  const range = `${start}..${end}`;
  switch (precision) {
    case 'minute':
      return `minute ${start}`;
    case 'hour':
      return start.endsWith(':00') && end === `${start.slice(0, 13)}:59`
        ? `hour ${start.slice(0, 13)}`
        : `hour ${range}`;
    case 'part_of_day': {
      const part = 'part' in rest ? rest.part : '';
      if (part === 'night') {
        if (start.endsWith('T00:00')) return `early ${start.slice(0, 10)}`;
        return end.startsWith(addDays(start.slice(0, 10), 1))
          ? `night ${start.slice(0, 10)}`
          : `night ${range}`;
      }
      return `${part === 'day' ? 'day_part' : part} ${start.slice(0, 10)}`;
    }
    case 'day':
      return start === end ? `day ${start}` : `day ${range}`;
    case 'month':
      return start.endsWith('-01') && addDays(end, 1).endsWith('-01')
        ? `month ${start.slice(0, 7)}`
        : `month ${range}`;
    case 'week':
      return `week ${range}`;
    case 'unknown':
      return start || end ? `unknown ${range}` : 'unknown';
  }
};

/** A choice is the same in any order, and a stretch of days whatever it is called. */
const comparable = (means: string): string =>
  means
    .replace(/^choose /, '')
    .split(' | ')
    .map(one => one.replace(/^(?:day|week|month) (?=.*\.\.)/, 'days '))
    .toSorted()
    .join(' | ');

export const isSame = (one: string, other: string): boolean => comparable(one) === comparable(other);

/** A reading in the words of the corpus. */
export const meaningOf = (reading: TimeReading): string => {
  switch (reading.kind) {
    case 'understood':
      return shorten(reading.occurred);
    case 'choose':
      return `choose ${reading.options.map(shorten).join(' | ')}`;
    case 'future':
      return 'future';
    case 'skipped_hour':
      return 'skipped';
    case 'not_understood':
      return 'no';
  }
};

/** A Tuesday in Kyiv, where a phrase does not say when it was typed. */
const typedAt = '2026-05-12T14:30';
const zone = 'Europe/Kyiv';

/** "An hour ago" is read as an hour around that moment; who labels it writes the hour of the clock in which the moment lies. */
const isHourAround = ({ precision, start, end }: Occurred, means: string): boolean => {
  if (precision !== 'hour' || !start || !end) return false;
  const [from, to] = [Date.parse(`${start}Z`), Date.parse(`${end}Z`)];
  const middle = new Date((from + to) / 2).toISOString();
  return to - from === 3_600_000 && means === `hour ${middle.slice(0, 13)}`;
};

/** `isWrong`: another time was taken without asking. */
type Judged = Phrase & Readonly<{ isRight: boolean; isWrong: boolean }>;

export const judge = (phrase: Phrase): Judged => {
  const { text, means, now = typedAt, locale = 'uk' } = phrase;
  const reading = readTime(text, { now: toInstant(now, zone), zone, locale });
  const isAround = reading.kind === 'understood' && isHourAround(reading.occurred, means);
  const isRight = isAround || isSame(meaningOf(reading), means);
  return { ...phrase, isRight, isWrong: !isRight && reading.kind === 'understood' };
};
