import * as z from 'zod/mini';
import { casualtyGroups } from './vocabulary.ts';

const people = z.int().check(z.gte(0), z.lte(100_000));

/**
 * A number of people, as exact as the words were: `8` is 8–8, `8-10` is 8–10, `at least 8` has no `max`, `about 20` is
 * 20–20 with `about`, `several` is at least 2. Without `max` no upper bound was given.
 */
const rangeSchema = z
  .object({ min: people, max: z.optional(people), about: z.optional(z.literal(true)) })
  .check(z.refine(range => range.max === undefined || range.max >= range.min, 'max is below min'));
export type Range = Readonly<z.infer<typeof rangeSchema>>;

/**
 * The killed, or the injured, of one incident; the two are never merged. `of` counts groups within the number
 * ("8, 3 of them medics"). `unknown` is not zero.
 */
export const countSchema = z.union([
  z.literal('unknown'),
  z.intersection(
    rangeSchema,
    z.object({ of: z.optional(z.partialRecord(z.enum(casualtyGroups), rangeSchema)) }),
  ),
]);
export type Count = Readonly<z.infer<typeof countSchema>>;

/**
 * One count for an incident of which several reports speak: where they disagree a range, from the least minimum to the
 * greatest maximum (3 and 5 are 3–5, none and 200 are 0–200); `unknown` narrows nothing, and is the result only when all are.
 * A count without an upper bound gives none, unless its minimum is above every maximum that was given: 3 and "at least 8"
 * are at least 3. It is `about` where only rough counts give a bound. Groups are combined one by one among those who speak of
 * them, and are no more than all. Neither order nor repetition matters.
 */
export const combineCounts = (counts: readonly Count[]): Count => {
  const known = counts.filter(count => count !== 'unknown');
  if (known.length === 0) return 'unknown';
  const total = combineRanges(known);
  const groups = casualtyGroups.flatMap(group => {
    const ranges = known.flatMap(count => count.of?.[group] ?? []);
    return ranges.length > 0 ? [[group, within(total, combineRanges(ranges))] as const] : [];
  });
  return groups.length > 0 ? { ...total, of: Object.fromEntries(groups) } : total;
};

const combineRanges = (ranges: readonly Range[]): Range => {
  const minima = ranges.map(range => range.min);
  const min = Math.min(...minima);
  const greatest = Math.max(...ranges.map(range => range.max ?? Number.NEGATIVE_INFINITY));
  const max = greatest >= Math.max(...minima) ? greatest : undefined;
  const isRough = (bound: number | undefined, of: 'min' | 'max') => {
    const sources = ranges.filter(range => bound !== undefined && range[of] === bound);
    return sources.length > 0 && sources.every(range => range.about);
  };
  const about = isRough(min, 'min') || isRough(max, 'max');
  return { min, max, about: about ? (true as const) : undefined };
};

/** A part of a whole of which somebody says that it is smaller. */
const within = (whole: Range, { min, max, about }: Range): Range => ({
  min: Math.min(min, whole.min),
  max: max === undefined || whole.max === undefined ? max : Math.min(max, whole.max),
  about,
});
