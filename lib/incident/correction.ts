import * as z from 'zod/mini';
import type { Event } from '../history/event.ts';
import type { PublicPlace } from '../place/public.ts';
import { reportIdSchema } from '../report/id.ts';
import { rejectionSchema } from '../report/report.ts';
import { onlyDay } from '../time/extent.ts';
import { instantSchema } from '../time/instant.ts';
import type { Occurred } from '../time/occurred.ts';
import type { Incident } from './incident.ts';
import { isPublicChange, publicChanges } from './publication/corrections.ts';
import { areaPlace } from './publication/place.ts';
import { shownOf } from './shown.ts';

/**
 * What readers are told when something published was changed: by `publicChanges` of an amendment; of a retraction only that
 * it was, why, and whether it is told with another incident now. Readers are told the date of `at`, no minute. Values are told
 * by the incident itself (`corrected`), as long as they stand.
 */
export const correctionSchema = z.object({
  incident: reportIdSchema,
  version: z.int(),
  at: instantSchema,
  kind: z.enum(['amended', 'retracted']),
  fields: z.array(z.string()),
  retraction: z.optional(rejectionSchema),
  mergedInto: z.optional(reportIdSchema),
});
export type Correction = Readonly<z.infer<typeof correctionSchema>>;

/** What readers are told of by an event in the history of an incident that they saw in this status before; undefined: nothing. */
export const correctionKind = (
  { changes }: Pick<Event, 'changes'>,
  shown: string | undefined,
): Correction['kind'] | undefined => {
  if (shown !== 'published' || waitsAfter({ changes })) return undefined;
  if (changes.status?.new === 'retracted') return 'retracted';
  return Object.keys(changes).some(isPublicChange) ? 'amended' : undefined;
};

/** Whether readers see nothing yet of what an event made of something published: it names when they will. */
export const waitsAfter = ({ changes }: Pick<Event, 'changes'>): boolean =>
  changes.releaseAt?.new !== undefined;

/** What readers are told of a change of an incident; undefined when they were not shown it, or see no difference. */
export const correctionOf = (former: Incident | undefined, after: Incident): Correction | undefined => {
  const before = former && shownOf(former);
  if (before?.status !== 'published' || after.shown) return undefined;
  const { id, version, changedAt: at, retraction, mergedInto } = after;
  const { fields } = publicChanges(before, after);
  const isRetracted = after.status === 'retracted';
  if (!isRetracted && fields.length === 0) return undefined;
  return {
    incident: id,
    version,
    at,
    kind: isRetracted ? 'retracted' : 'amended',
    fields: [...fields],
    retraction,
    mergedInto,
  };
};

/**
 * What was corrected of an incident until now, as it is told with each correction. What a later one corrected is told with
 * that one alone; once a report went, no former value is told any more, which may be of that report.
 */
export const correctedBy = (former: Incident | undefined, after: Incident): Incident['corrected'] => {
  const before = former && shownOf(former);
  if (before?.status !== 'published' || after.status !== 'published' || after.shown) return undefined;
  const isWithdrawn = former?.withdrew === true || after.reportCount < before.reportCount;
  const { values } = publicChanges(before, after, isWithdrawn);
  const known = Object.entries(before.corrected ?? {}).map(([field, { version, old }]) => [
    field,
    isWithdrawn ? { version } : { version, old },
  ]);
  const now = Object.entries(values).map(([field, { old }]) => [field, { version: after.version, old }]);
  return known.length + now.length > 0 ? Object.fromEntries([...known, ...now]) : undefined;
};

/**
 * A correction as it is told today, when its incident may have been corrected again: of the values only those that still
 * stand. `about` says which incident it is as that now stands: its place, of a retracted one no more than the district, and
 * its day.
 */
export type ToldCorrection = Correction &
  Readonly<{
    values: Event['changes'];
    about?: Readonly<{ place: PublicPlace; occurred: Occurred }> | undefined;
  }>;

/** A correction beside its incident as readers see it now. */
export const toldNow = (correction: Correction, incident: Incident | undefined): ToldCorrection => {
  if (!incident) return { ...correction, values: {} };
  const { status, place, occurred, corrected = {} } = incident;
  const stands = status === 'published';
  const values = Object.entries(corrected).flatMap(([field, { version, old }]) =>
    stands && version === correction.version
      ? [[field, { old, new: plainOf(incident[field as keyof Incident]) }] as const]
      : [],
  );
  return {
    ...correction,
    values: Object.fromEntries(values),
    about: { place: stands ? place : areaPlace(place), occurred: onlyDay(occurred) },
  };
};

/** A stored value as histories have it. */
const plainOf = (value: Incident[keyof Incident]): Event['changes'][string]['new'] =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
