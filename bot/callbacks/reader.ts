import * as z from 'zod/mini';
import { munitions } from '../../lib/report/vocabulary.ts';
import { type CountedGrade, countedGrades } from '../../lib/summary/grades.ts';
import { id, none, number } from './arguments.ts';
import { coded, codeOf, munitionCodes } from './codes.ts';
import { shortPosition } from './short.ts';
import { defineCallbacks } from './table.ts';

/**
 * A region without its country (`23` of `UA-23`), or a settlement: `s` and its GeoNames id, or `x` and the number of one
 * that GeoNames lacks, in base 36 (its id is negative).
 */
const area = z.string().check(z.regex(/^(?:[A-Z0-9]{1,3}|s\d{1,9}|x[a-z0-9]{1,7})$/));

/** `week`, `month`, `all`, a day or month (`2022-03`), two of them with `_` between, or two days as six digits (`short.ts`). */
const period = z.string().check(z.regex(/^(?:[a-z]{1,8}|[\w-]{6}|[\d-]{7,10}(?:_[\d-]{7,10})?)$/));

/** A place in a list: after (`a`) or before (`b`) a cursor. */
const position = z.string().check(z.regex(/^[ab][\w-]{1,24}$/));

/** One munition, or several with a dot between. */
const munitionPattern = Object.values(munitionCodes).join('|');
const someMunitions = z.codec(
  z.string().check(z.regex(new RegExp(`^(?:${munitionPattern})(?:\\.(?:${munitionPattern})){0,5}$`))),
  z.array(z.enum(munitions)),
  {
    decode: words => words.split('.').flatMap(word => codeOf(munitionCodes, word) ?? []),
    encode: codes => codes.map(code => munitionCodes[code]).join('.'),
  },
);

const gradeLetters: Readonly<Record<CountedGrade, string>> = {
  confirmed: 'f',
  corroborated: 'c',
  single_source: 's',
  contested: 'd',
};
/** One grade, or several, a letter each; all of them are `a`. */
const everyGrade = 'a';
const someGrades = z.codec(z.string().check(z.regex(/^(?:[fcsd]{1,3}|a)$/)), z.array(z.enum(countedGrades)), {
  decode: letters =>
    letters === everyGrade
      ? [...countedGrades]
      : [...letters].flatMap(letter => codeOf(gradeLetters, letter) ?? []),
  encode: grades =>
    grades.length === countedGrades.length ? everyGrade : grades.map(grade => gradeLetters[grade]).join(''),
});

/** By what a summary is taken apart, and how incidents are taken away. */
const partitionLetters = { month: 'm', region: 'r', munition: 'k' } as const;
export const formatLetters = { csv: 'c', xlsx: 'x', geojson: 'g' } as const;

/** What a summary is asked for. */
const question = {
  period: z.optional(period),
  area: z.optional(area),
  munitions: z.optional(someMunitions),
  grade: z.optional(someGrades),
};

/** The paper of a picture; light without. */
const theme = z.optional(coded({ dark: 'd' }));

/**
 * What is followed: `c` is the country, `a` and an area, or `m` and munitions with a dot between. Written by the reader's
 * part, which reads it too.
 */
const topic = z
  .string()
  .check(
    z.regex(
      new RegExp(
        `^(?:c|a(?:[A-Z0-9]{1,3}|s\\d{1,9}|x[a-z0-9]{1,7})|m(?:${munitionPattern})(?:\\.(?:${munitionPattern})){0,5})$`,
      ),
    ),
  );
/** `n`: below a message that told of news, which stays as it is. */
const place = z.optional(z.enum(['n']));

const choice = {
  area: z.optional(area),
  munitions: z.optional(someMunitions),
  position: z.optional(position),
  grade: z.optional(someGrades),
};

/**
 * What a reader can press. Readers have no state: what they chose stands whole in the button. Names and codes are
 * released: add to them, never give one another meaning (test/bot/callbacks/reader.test.ts holds them).
 */
export const readerCallbacks = defineCallbacks('r', {
  latest: z.object(choice),
  /** A list of what happened in a period. */
  list: z.object({ period, ...choice, position: z.optional(shortPosition) }),
  /** One incident; the choice is the list to go back to, at the page that it was opened from. */
  incident: z.object({ id, ...choice, position: z.optional(shortPosition), period: z.optional(period) }),
  /** The regions to narrow the list to, keeping the rest. */
  regions: z.object({ munitions: choice.munitions, grade: choice.grade, period: z.optional(period) }),
  /** A page of the munitions to narrow the list to, keeping the rest. */
  munitions: z.object({ area: choice.area, page: number, grade: choice.grade, period: z.optional(period) }),
  summary: z.object(question),
  /** The regions, munitions and grades to take the summary of, keeping the rest. */
  summary_regions: z.object({
    period: question.period,
    munitions: question.munitions,
    grade: question.grade,
  }),
  changes: z.object({ after: z.optional(z.string().check(z.regex(/^[\w-]{1,32}$/))) }),
  /** A page of the figures of others: of all, or of those about the same as a summary. */
  figures: z.object({ page: number, ...question }),
  summary_kinds: z.object({ ...question, page: z.optional(number) }),
  /** The same by a shorter name, which leaves room for the longest question. */
  support: z.object(question),
  summary_grades: z.object(question),
  /** The grades to narrow the list to, keeping the rest. */
  grades: z.object({ area: choice.area, munitions: choice.munitions, period: z.optional(period) }),
  /** A summary taken apart. */
  table: z.object({ ...question, by: coded(partitionLetters) }),
  /** The formats in which the incidents of a summary can be taken away. */
  files: z.object(question),
  /** Sends a file: these incidents in a format, or the table of the summary by its parts. */
  file: z.object({ ...question, format: coded({ ...formatLetters, ...partitionLetters }) }),
  /** A picture of what a summary counts. */
  map: z.object({ ...question, theme }),
  chart: z.object({ ...question, theme }),
  follow: z.object({ topic, place }),
  unfollow: z.object({ topic, place }),
  unfollow_all: none,
  /** What is followed, to change it. */
  following: z.object({ place }),
  /** The regions, and a page of the munitions, to follow one of. */
  follow_regions: none,
  follow_munitions: z.object({ page: number }),
  /** The hours of a digest to choose from. */
  follow_hours: none,
  /** When to be told: at once (`o`), or with a digest from an hour on (`h08`). */
  follow_when: z.object({ when: z.string().check(z.regex(/^(?:o|h(?:[01]\d|2[0-3]))$/)) }),
  /** Whether to be told at night, too (`y`, `n`). */
  follow_night: z.object({ night: z.enum(['y', 'n']) }),
  /** One incident, below the news of it. */
  follow_open: z.object({ id }),
});
