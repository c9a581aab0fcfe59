import * as z from 'zod/mini';

/** How exact a time is, finest first. `unknown` may still have bounds ("in 2022", "before 27 March"). */
export const timePrecisions = ['minute', 'hour', 'part_of_day', 'day', 'week', 'month', 'unknown'] as const;
export type TimePrecision = (typeof timePrecisions)[number];

const dayParts = ['night', 'morning', 'day', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** A wall-clock minute, `2026-03-14T15:40`, without offset. */
const wallMinuteSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));
/** A calendar date, `2026-03-14`. */
export const dateSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const zone = z.string().check(z.minLength(1));
/** The person's own words, when the time was typed. */
const words = z.optional(z.string());

/**
 * When something happened, as far as it is known, in the wall time of `zone`.
 *
 * `start` and `end` are the earliest and the latest wall time possible, **both inclusive**: minutes where an hour is known,
 * plain dates where it is not, so that a date can never gain an hour. For `unknown` they are bounds, either of which may be
 * missing ("not after 27 March").
 */
export const occurredSchema = z.discriminatedUnion('precision', [
  z.object({ precision: z.literal('minute'), start: wallMinuteSchema, end: wallMinuteSchema, zone, words }),
  z.object({ precision: z.literal('hour'), start: wallMinuteSchema, end: wallMinuteSchema, zone, words }),
  z.object({
    precision: z.literal('part_of_day'),
    part: z.enum(dayParts),
    start: wallMinuteSchema,
    end: wallMinuteSchema,
    zone,
    words,
  }),
  z.object({ precision: z.literal('day'), start: dateSchema, end: dateSchema, zone, words }),
  z.object({ precision: z.literal('week'), start: dateSchema, end: dateSchema, zone, words }),
  z.object({ precision: z.literal('month'), start: dateSchema, end: dateSchema, zone, words }),
  z.object({
    precision: z.literal('unknown'),
    start: z.optional(dateSchema),
    end: z.optional(dateSchema),
    zone,
    words,
  }),
]);
export type Occurred = Readonly<z.infer<typeof occurredSchema>>;
