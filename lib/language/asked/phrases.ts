import type { Munition } from '../../report/vocabulary.ts';
import { unexplodedItems } from '../../report/vocabulary.ts';
import { type AskedGrade, gradePhrases, unexplodedPhrases } from './kinds.ts';
import { allTimePhrases, type Days, lastStretch, withJoinedMonths } from './periods.ts';

/**
 * What a reader's request says in set phrases, which stand for the buttons' own words and for what cannot be said of a report: a
 * stretch that ends today, all time, how well supported, what has not exploded. The rest is read as any request.
 */
export type Phrases = Readonly<{
  period?: 'all' | Days | undefined;
  grade?: AskedGrade | undefined;
  munitions: readonly Munition[];
  rest: string;
}>;

/** Takes the set phrases out of a request. `today` is the day of the asking, in the country's zone. */
export const takePhrases = (text: string, today: string): Phrases => {
  const all = takeFirst(text, allTimePhrases);
  const last = all.found === undefined ? lastStretch(all.rest, today) : undefined;
  const timeless = last ? tidy(all.rest.replace(last.words, ' ')) : all.rest;
  const unexploded = takeFirst(timeless, unexplodedPhrases);
  const grade = takeFirst(unexploded.rest, gradePhrases);
  return {
    period: all.found ?? last?.period,
    grade: grade.found,
    munitions: unexploded.found ? unexplodedItems : [],
    rest: withJoinedMonths(grade.rest),
  };
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

const tidy = (text: string): string => text.replace(/\s+/g, ' ').replace(/^[\s,.;:–—-]+|[\s,.;:–—-]+$/gu, '');
