import * as z from 'zod/mini';
import type { Count, Range } from '../report/count.ts';

/** Of the killed and the injured these are counted apart, where somebody says how many they were. */
export const countedGroups = ['children', 'medics', 'rescuers'] as const;

const sumShape = { known: z.int(), min: z.int(), max: z.int(), open: z.int(), about: z.int() };

/**
 * A number of people in some incidents: how many of these say it (`known`), the sums of their minima and maxima, and how many
 * have no maximum (`open`) or are rough (`about`). An open one counts in `max` with its minimum: while `open` is not 0, `max`
 * is no upper bound.
 */
const sumSchema = z.object(sumShape);
export type Sum = Readonly<z.infer<typeof sumSchema>>;

/** The killed, or the injured, and of whom. */
const peopleSchema = z.object({ ...sumShape, children: sumSchema, medics: sumSchema, rescuers: sumSchema });
export type People = Readonly<z.infer<typeof peopleSchema>>;

/**
 * What is counted of some incidents. `inexact`: how many of them are not known to the day; `unexploded`: after how many of them
 * unexploded objects are suspected, or marked and not cleared.
 */
export const countersSchema = z.object({
  incidents: z.int(),
  inexact: z.int(),
  unexploded: z.int(),
  killed: peopleSchema,
  injured: peopleSchema,
});
export type Counters = Readonly<z.infer<typeof countersSchema>>;

const none: Sum = { known: 0, min: 0, max: 0, open: 0, about: 0 };
const nobody: People = { ...none, children: none, medics: none, rescuers: none };
export const nothing: Counters = { incidents: 0, inexact: 0, unexploded: 0, killed: nobody, injured: nobody };

/** Counters of several incidents together. */
export const sum = (a: Counters, b: Counters): Counters => plus(a, b, 1);

/** What to add to take these incidents out again. */
export const negative = (counters: Counters): Counters => plus(nothing, counters, -1);

/** The people of one incident. */
export const peopleOf = (count: Count): People => {
  if (count === 'unknown') return nobody;
  const { of = {} } = count;
  return {
    ...sumOf(count),
    children: sumOf(of.children),
    medics: sumOf(of.medics),
    rescuers: sumOf(of.rescuers),
  };
};

const sumOf = (range: Range | undefined): Sum =>
  range === undefined
    ? none
    : {
        known: 1,
        min: range.min,
        max: range.max ?? range.min,
        open: range.max === undefined ? 1 : 0,
        about: range.about ? 1 : 0,
      };

/** `['killed.children.min', 3]` and so on for all counters. */
export const flatCounters = (counters: Counters): readonly (readonly [string, number])[] => flat(counters);

const flat = (value: object, path = ''): readonly (readonly [string, number])[] =>
  Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    typeof part === 'number' ? [[`${path}${name}`, part] as const] : flat(part as object, `${path}${name}.`),
  );

/** The counters of `flatCounters`; what is missing is 0. Undefined for what is none. */
export const readCounters = (numbers: Readonly<Record<string, unknown>>): Counters | undefined => {
  const known = new Set(flatCounters(nothing).map(([name]) => name));
  const isKnown = Object.entries(numbers).every(
    ([name, number]) => known.has(name) && Number.isInteger(number),
  );
  return isKnown ? (filled(nothing, numbers) as Counters) : undefined;
};

const filled = (value: object, numbers: Readonly<Record<string, unknown>>, path = ''): object =>
  Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      typeof part === 'number'
        ? (numbers[`${path}${name}`] ?? 0)
        : filled(part as object, numbers, `${path}${name}.`),
    ]),
  );

const plus = (a: Counters, b: Counters, sign: 1 | -1): Counters => ({
  incidents: a.incidents + sign * b.incidents,
  inexact: a.inexact + sign * b.inexact,
  unexploded: a.unexploded + sign * b.unexploded,
  killed: plusPeople(a.killed, b.killed, sign),
  injured: plusPeople(a.injured, b.injured, sign),
});

const plusPeople = (a: People, b: People, sign: 1 | -1): People => ({
  ...plusSum(a, b, sign),
  children: plusSum(a.children, b.children, sign),
  medics: plusSum(a.medics, b.medics, sign),
  rescuers: plusSum(a.rescuers, b.rescuers, sign),
});

const plusSum = (a: Sum, b: Sum, sign: 1 | -1): Sum => ({
  known: a.known + sign * b.known,
  min: a.min + sign * b.min,
  max: a.max + sign * b.max,
  open: a.open + sign * b.open,
  about: a.about + sign * b.about,
});
