import * as z from 'zod/mini';
import { canonical, type Event, eventSchema } from '../history/event.ts';
import type { PublicPlace } from '../place/public.ts';
import { instantSchema, rejectionSchema, reportIdSchema } from '../report/report.ts';
import { onlyDay } from '../time/extent.ts';
import type { Occurred } from '../time/occurred.ts';
import type { Incident } from './incident.ts';
import { isPublicChange, publicChanges } from './publication/corrections.ts';
import { areaPlace } from './publication/place.ts';

/**
 * What readers are told when something published was changed: by `publicChanges` of an amendment; of a retraction only that
 * it was, why, and whether it is told with another incident now. Readers are told the date of `at`, no minute. `values` are
 * stored `sealed`, by the keys of all reports `under`: they go with any of them.
 */
export const correctionSchema = z.object({
  incident: reportIdSchema,
  version: z.int(),
  at: instantSchema,
  kind: z.enum(['amended', 'retracted']),
  fields: z.array(z.string()),
  values: eventSchema.shape.changes,
  sealed: z.optional(z.string()),
  under: z.optional(z.array(z.string())),
  retraction: z.optional(rejectionSchema),
  mergedInto: z.optional(reportIdSchema),
});
export type Correction = Readonly<z.infer<typeof correctionSchema>>;

/** Whether readers are told of an event in the history of an incident that was in this status before. */
export const isPublicCorrection = (
  { kind, changes }: Pick<Event, 'kind' | 'changes'>,
  before: string | undefined,
): boolean =>
  before === 'published' &&
  (kind === 'retracted' || Object.entries(changes).some(([field, values]) => isPublicChange(field, values)));

/** What readers are told of a change of an incident; undefined when they were not shown it, or see no difference. */
export const correctionOf = (before: Incident | undefined, after: Incident): Correction | undefined => {
  if (before?.status !== 'published') return undefined;
  const { id, version, changedAt: at, retraction, mergedInto } = after;
  const { fields, values } = publicChanges(before, after);
  const isRetracted = after.status === 'retracted';
  if (!isRetracted && fields.length === 0) return undefined;
  return {
    incident: id,
    version,
    at,
    kind: isRetracted ? 'retracted' : 'amended',
    fields: [...fields],
    values,
    retraction,
    mergedInto,
  };
};

/**
 * A correction as it is told today, when its incident may have been corrected again. `about` says which incident it is as
 * that now stands: its place, of a retracted one no more than the district, and its day.
 */
export type ToldCorrection = Correction &
  Readonly<{ about?: Readonly<{ place: PublicPlace; occurred: Occurred }> | undefined }>;

/** Of the values only those that still stand: what was coarsened or withdrawn later is told nowhere. */
export const toldNow = (correction: Correction, incident: Incident | undefined): ToldCorrection => {
  if (!incident) return { ...correction, values: {} };
  const { status, place, occurred } = incident;
  const stands = status === 'published';
  const values = Object.entries(correction.values).filter(
    ([field, { new: value }]) => stands && canonical(value) === canonical(incident[field as keyof Incident]),
  );
  return {
    ...correction,
    values: Object.fromEntries(values),
    about: { place: stands ? place : areaPlace(place), occurred: onlyDay(occurred) },
  };
};
