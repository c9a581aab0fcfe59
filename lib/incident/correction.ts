import * as z from 'zod/mini';
import { changesOf, type Event, eventSchema } from '../history/event.ts';
import { instantSchema, rejectionSchema, reportIdSchema } from '../report/report.ts';
import type { Incident } from './incident.ts';

/**
 * What readers are told when something published was changed: of an amendment which fields, and old and new of those that
 * say nothing of where; of a retraction only that it was, why, and whether it is told with another incident now.
 */
export const correctionSchema = z.object({
  incident: reportIdSchema,
  version: z.int(),
  at: instantSchema,
  kind: z.enum(['amended', 'retracted']),
  fields: z.array(z.string()),
  values: eventSchema.shape.changes,
  retraction: z.optional(rejectionSchema),
  mergedInto: z.optional(reportIdSchema),
});
export type Correction = Readonly<z.infer<typeof correctionSchema>>;

/** Fields that readers see, and whose old values are safe to tell. */
const toldFields = [
  'phase',
  'munition',
  'effect',
  'delivery',
  'occurred',
  'killed',
  'injured',
  'grade',
  'contamination',
] as const;
/** Fields that readers see, and whose old values stay untold: a place may have been withdrawn for safety. */
const untoldFields = ['place', 'areas', 'reportCount', 'sources', 'attributions', 'quotes'] as const;

/** Whether readers are told of an event in the history of an incident that was in this status before. */
export const isPublicCorrection = (
  { kind, changes }: Pick<Event, 'kind' | 'changes'>,
  before: string | undefined,
): boolean =>
  before === 'published' &&
  (kind === 'retracted' || [...toldFields, ...untoldFields].some(field => changes[field] !== undefined));

/** What readers are told of a change of an incident; undefined when they were not shown it, or see no difference. */
export const correctionOf = (before: Incident | undefined, after: Incident): Correction | undefined => {
  if (before?.status !== 'published') return undefined;
  const { id, version, changedAt: at, retraction, mergedInto } = after;
  const own = { incident: id, version, at, retraction, mergedInto };
  if (after.status === 'retracted') return { ...own, kind: 'retracted', fields: [], values: {} };
  const values = changesOf<Partial<Incident>>(before, after, toldFields);
  const untold = changesOf<Partial<Incident>>(before, after, untoldFields);
  const fields = [...Object.keys(values), ...Object.keys(untold)];
  return fields.length === 0 ? undefined : { ...own, kind: 'amended', fields, values };
};
