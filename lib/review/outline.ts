import * as z from 'zod/mini';
import { type EventKind, eventKinds } from '../history/event.ts';
import { whereaboutsOf } from '../incident/nearby.ts';
import { publicCount } from '../incident/publication/people.ts';
import { publicPlaceSchema } from '../place/public.ts';
import { type Count, countSchema } from '../report/count.ts';
import { reportIdSchema } from '../report/id.ts';
import {
  approvalSchema,
  claimSchema,
  type Report,
  rejectionSchema,
  reportSchema,
  reportStatuses,
  waitsSince,
} from '../report/report.ts';
import { munitions, phases } from '../report/vocabulary.ts';
import { hourOf, instantSchema } from '../time/instant.ts';

/** What stays of a report that was erased: its receipt, what became of it, and when. `last` made this version. */
export const outcomeSchema = z.object({
  id: reportIdSchema,
  version: z.int(),
  status: z.enum(reportStatuses),
  last: z.enum(eventKinds),
  decidedAt: z.optional(instantSchema),
});
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;

/** What readers may be told of one report that stands alone; `day` is a date, a month or `undated`. */
export const toldSchema = z.object({
  phase: z.enum(phases),
  munition: z.enum(munitions),
  day: z.string(),
  place: publicPlaceSchema,
});

/**
 * A report without what its witness said: what lists show and sort by, and what moderators did. It is stored in clear, and
 * so says nothing of the witness that the public may not learn, but for what witnesses are told (`/privacy`): `since`, the
 * hour from which it waits, and `hasEvidence`, whether files came with it. `isHarmful`: whether people were hurt. What is optional is missing in reports that were stored before it was kept.
 */
export const outlineSchema = z.extend(outcomeSchema, {
  ...toldSchema.shape,
  isHarmful: z.boolean(),
  killed: z.optional(countSchema),
  injured: z.optional(countSchema),
  hasEvidence: z.optional(z.boolean()),
  since: instantSchema,
  claim: z.optional(claimSchema),
  approvals: z.optional(z.array(approvalSchema)),
  decidedBy: z.optional(z.string()),
  reason: z.optional(rejectionSchema.shape.reason),
  incident: z.optional(z.string()),
  /** Brought in from a data set: see `Report`. */
  isImported: z.optional(z.literal(true)),
});
export type Outline = Readonly<z.infer<typeof outlineSchema>>;

/** Longer than anything waits. */
export const harmStepMs = 366 * 24 * 3_600_000;
/** Numbers above these are all the same to the order of the queue. */
const mostKilled = 40;
const mostInjured = 24;

/**
 * Where a report stands in the queue by harm: first those with the most killed, then the most injured, then the longest
 * wait. An instant, so that it sorts and pages like one: `since`, and a year more for each step below the top. Undefined
 * for a report that was stored before its numbers were.
 */
export const urgencyOf = ({ killed, injured, since }: Outline): string | undefined => {
  if (killed === undefined || injured === undefined) return undefined;
  const [dead, hurt] = [peopleOf(killed, mostKilled), peopleOf(injured, mostInjured)];
  const steps = (mostKilled - dead) * (mostInjured + 1) + (mostInjured - hurt);
  return new Date(Date.parse(since) + steps * harmStepMs).toISOString();
};

/** The upper bound of a count. */
const peopleOf = (count: Count, most: number): number =>
  count === 'unknown' ? 0 : Math.min(most, count.max ?? count.min);

/** What only those who have the report's key may know of it. */
export const privateSchema = z.pick(reportSchema, {
  reporter: true,
  locale: true,
  receivedAt: true,
  waitingSince: true,
  answers: true,
  questions: true,
  rejection: true,
  imported: true,
});
type Private = Readonly<z.infer<typeof privateSchema>>;

/** The fields of a report that its outline has, as they are. */
const openSchema = z.pick(reportSchema, {
  id: true,
  version: true,
  status: true,
  claim: true,
  approvals: true,
  decidedAt: true,
  decidedBy: true,
  incident: true,
});

/** A report in two parts. `last` is the event that made this version. */
export const splitReport = (
  report: Report,
  last: EventKind,
): Readonly<{ outline: Outline; hidden: Private }> => {
  const { reporter, locale, receivedAt, waitingSince, answers, questions, rejection, imported, ...rest } =
    report;
  const { phase, munition, killed, injured, evidence } = answers;
  return {
    outline: {
      ...rest,
      last,
      phase,
      munition,
      ...whereaboutsOf(answers),
      isHarmful: [killed, injured].some(count => count !== 'unknown' && (count.max ?? 1) > 0),
      killed: publicCount(killed, answers),
      injured: publicCount(injured, answers),
      hasEvidence: evidence.length > 0,
      since: hourOf(waitsSince(report)),
      reason: rejection?.reason,
      isImported: imported && true,
    },
    hidden: { reporter, locale, receivedAt, waitingSince, answers, questions, rejection, imported },
  };
};

/** The report again. */
export const joinReport = (outline: Outline, hidden: Private): Report => ({
  ...openSchema.parse(outline),
  ...hidden,
});

/** What stays of a report. */
export const outcomeOf = ({ id, version, status, decidedAt }: Report, last: EventKind): Outcome => ({
  id,
  version,
  status,
  last,
  decidedAt,
});
