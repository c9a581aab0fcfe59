import type { Munition } from '../../report/vocabulary.ts';
import { unexplodedItems } from '../../report/vocabulary.ts';
import { type Bound, boundedBy, takeBound } from './bound.ts';
import { calendarPart } from './calendar.ts';
import { withJoinedMonths } from './joined.ts';
import { type AskedGrades, takeGrades, unexplodedPhrases } from './kinds.ts';
import { namedPeriods } from './periods.ts';
import { lastStretch } from './stretch.ts';
import type { Days } from './text.ts';
import { tidy } from './text.ts';

/**
 * What a reader's request says in set phrases, which stand for the buttons' own words and for what cannot be said of a report:
 * periods that readers ask for, how well supported, what has not exploded. The rest is read as any request, and what `bound` makes
 * of the time in it.
 */
export type Phrases = Readonly<{
  period?: 'all' | 'week' | 'month' | Days | undefined;
  bound?: Bound | undefined;
  grades?: AskedGrades | undefined;
  munitions: readonly Munition[];
  rest: string;
}>;

/**
 * Takes the set phrases out of a request. `today` is the day of the asking, in the country's zone; `invaded` the day on which a
 * full-scale invasion of it began.
 */
export const takePhrases = (text: string, today: string, invaded?: string): Phrases => {
  const { period, rest: timeless } = takePeriod(text, today, invaded);
  const unexploded = takeFirst(timeless, unexplodedPhrases);
  const { grades, rest } = takeGrades(unexploded.rest);
  const bounded = period === undefined ? takeBound(withJoinedMonths(rest)) : { bound: undefined, rest };
  return {
    period,
    bound: bounded.bound,
    grades,
    munitions: unexploded.found ? unexplodedItems : [],
    rest: bounded.rest,
  };
};

const takePeriod = (text: string, today: string, invaded: string | undefined) => {
  const named = takeFirst(text, namedPeriods(invaded, today));
  if (named.found !== undefined) return { period: named.found, rest: named.rest };
  const part = calendarPart(text, today);
  if (part) return withBound(text, part, today);
  const found = lastStretch(text, today);
  return found
    ? { period: found.period, rest: tidy(text.replace(found.words, ' ')) }
    : { period: undefined, rest: text };
};

/** Stands for a part of the calendar while a word before it is looked for. */
const stand = '9999';

/** A part of the calendar, or what a bound before it makes of it: "since Q1 2022". One that has not come yet is not taken out. */
const withBound = (
  text: string,
  { words, period }: Readonly<{ words: string; period: Days }>,
  today: string,
) => {
  const { bound, rest } = takeBound(text.replace(words, ` ${stand} `));
  const days = bound ? boundedBy(bound, period, today) : period;
  return days ? { period: days, rest: tidy(rest.replace(stand, ' ')) } : { period: undefined, rest: text };
};

/** The first of these patterns that a text has, and the text without it. */
const takeFirst = <Meaning>(
  text: string,
  phrases: readonly (readonly [Meaning, RegExp])[],
): Readonly<{ found: Meaning | undefined; rest: string }> => {
  const phrase = phrases.find(([, pattern]) => pattern.test(text));
  return phrase
    ? { found: phrase[0], rest: tidy(text.replace(phrase[1], ' ')) }
    : { found: undefined, rest: text };
};
