import * as z from 'zod/mini';
import type { Count } from '../report/count.ts';
import { reportIdSchema } from '../report/id.ts';
import { sourceSchema } from '../report/report.ts';
import { type Munition, munitions } from '../report/vocabulary.ts';
import { instantSchema } from '../time/instant.ts';
import { dateSchema } from '../time/occurred.ts';
import type { Period } from './period.ts';

const number = z.int().check(z.gte(0));

/** A number as it was published: exactly, at least, or only in words ("repeatedly"). */
const amountSchema = z.union([
  z.object({ exactly: number }),
  z.object({ atLeast: number }),
  z.object({ words: z.string().check(z.minLength(1), z.maxLength(200)) }),
]);
export type Amount = Readonly<z.infer<typeof amountSchema>>;

/** A number as it was published, by what was read of its words. Anything but one exact or least number stays in these words. */
export const amountOf = (text: string, count: Count | undefined): Amount => {
  if (count === undefined || count === 'unknown' || !/\d/.test(text)) return { words: text };
  const { min, max, about } = count;
  if (about || (max !== undefined && max !== min)) return { words: text };
  return max === undefined ? { atLeast: min } : { exactly: min };
};

const figureStatuses = ['recorded', 'retracted'] as const;

/**
 * A number that somebody else published. It stands beside the counts of incidents and is never added to them. `user` is
 * the source's claim about who did it. `killed` and `injured` are civilians unless `people` says otherwise.
 */
export const figureSchema = z.object({
  id: reportIdSchema,
  version: z.int(),
  status: z.enum(figureStatuses),
  source: sourceSchema,
  /** When it was published. */
  published: dateSchema,
  period: z.optional(z.object({ from: z.optional(dateSchema), to: z.optional(dateSchema) })),
  region: z.optional(z.string()),
  munition: z.enum(munitions),
  user: z.optional(z.string().check(z.maxLength(200))),
  /** Where, in the source's words: "populated areas". */
  area: z.optional(z.string().check(z.maxLength(200))),
  attacks: z.optional(amountSchema),
  people: z.optional(z.string().check(z.maxLength(100))),
  killed: z.optional(amountSchema),
  injured: z.optional(amountSchema),
  recordedAt: instantSchema,
  by: z.string(),
});
export type Figure = Readonly<z.infer<typeof figureSchema>>;

/** What a figure must be about, to stand beside our own counts: the same as they. */
export type About = Readonly<{
  region?: string | undefined;
  munitions?: readonly Munition[] | undefined;
  period?: Period | undefined;
}>;

/**
 * Whether a figure answers the same question: of the same region, or of the whole country where that is asked for; of one of the
 * munitions, if any are named; of a period that overlaps, and not published before it began.
 */
export const isAbout = (figure: Figure, { region, munitions: asked, period }: About): boolean => {
  const { published } = figure;
  if (figure.region !== region) return false;
  if (asked && !asked.includes(figure.munition)) return false;
  if (!period) return true;
  const { from = published, to = published } = figure.period ?? {};
  return published >= period.from && from <= period.to && to >= period.from;
};
