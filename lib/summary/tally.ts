import * as z from 'zod/mini';
import type { Incident } from '../incident/incident.ts';
import type { Count } from '../report/count.ts';
import { type Munition, munitions, type Phase, phases } from '../report/vocabulary.ts';
import { occurredDay, occurredMonth } from '../time/extent.ts';

/** Which incidents are counted: all, or those of one region (ISO 3166-2). */
export type Scope = string;
export const everywhere: Scope = 'all';

/**
 * A stretch of time. Every incident is counted in one month, `MONTH#undated` when its month is not known, and in its day as
 * well when that is known. So the months together hold everything, and the days of a period are exact.
 */
export type Bucket = `DAY#${string}` | `MONTH#${string}`;
export const undated: Bucket = 'MONTH#undated';

/**
 * The people killed, or injured, in some incidents: sums of the minima and maxima, and how many incidents have no maximum
 * (`open`), a rough number (`about`), or none at all. An open one counts in `max` with its minimum: while `open` is not 0,
 * `max` is not an upper bound.
 */
const peopleSchema = z.object({
  min: z.int(),
  max: z.int(),
  open: z.int(),
  about: z.int(),
  unknown: z.int(),
});
export type People = Readonly<z.infer<typeof peopleSchema>>;

/** `reports` are those behind the incidents; `inexact` the incidents of a month whose day is not known. */
const countersSchema = z.object({
  incidents: z.int(),
  reports: z.int(),
  inexact: z.int(),
  killed: peopleSchema,
  injured: peopleSchema,
});
export type Counters = Readonly<z.infer<typeof countersSchema>>;

/** The counters of one kind of incident. Attacks and what they left behind are kept apart. */
export const cellSchema = z.object({
  phase: z.enum(phases),
  munition: z.enum(munitions),
  counters: countersSchema,
});
export type Cell = Readonly<z.infer<typeof cellSchema>>;

/** What is counted in one scope and bucket. */
export type Tally = Readonly<{ bucket: Bucket; cells: readonly Cell[]; changedAt: string }>;

/** What to add to one scope and bucket. Counters may be negative, or all 0 when only the time of change is new. */
export type TallyChange = Readonly<{
  scope: Scope;
  bucket: Bucket;
  phase: Phase;
  munition: Munition;
  add: Counters;
}>;

/** The counts of a period: in total, by munition and by phase, most incidents first. */
export type Summary = Readonly<{
  total: Counters;
  munitions: readonly Readonly<{ munition: Munition; counters: Counters }>[];
  phases: readonly Readonly<{ phase: Phase; counters: Counters }>[];
  /** When anything in it was last changed; undefined when nothing was ever counted. */
  changedAt?: string | undefined;
}>;

const nobody: People = { min: 0, max: 0, open: 0, about: 0, unknown: 0 };
export const nothing: Counters = { incidents: 0, reports: 0, inexact: 0, killed: nobody, injured: nobody };

/**
 * What to add to the tallies when an incident changes: `before` is counted out, `after` in, of which either may be
 * missing or unpublished: publishing, amending and retracting are one operation. Changes of 0 are kept, so that the
 * buckets of an amended incident show when it was changed.
 */
export const tallyChanges = (
  before: Incident | undefined,
  after: Incident | undefined,
): readonly TallyChange[] => mergeChanges([...counted(before, -1), ...counted(after, 1)]);

/** The same changes with one for each cell: those of several incidents are added up. */
export const mergeChanges = (all: readonly TallyChange[]): readonly TallyChange[] => {
  const changes = new Map<string, TallyChange>();
  for (const change of all) {
    const key = [change.scope, change.bucket, change.phase, change.munition].join(' ');
    const other = changes.get(key);
    changes.set(key, other ? { ...change, add: sum(other.add, change.add) } : change);
  }
  return [...changes.values()];
};

/** The counts of a period from the tallies of its days or of its months; never of both, which count an incident each. */
export const summaryOf = (tallies: readonly Tally[]): Summary => {
  const cells = tallies.flatMap(tally => tally.cells);
  const total = (chosen: readonly Cell[]) => chosen.map(cell => cell.counters).reduce(sum, nothing);
  const most = (a: { counters: Counters }, b: { counters: Counters }) =>
    b.counters.incidents - a.counters.incidents;
  return {
    total: total(cells),
    munitions: munitions
      .map(munition => ({ munition, counters: total(cells.filter(cell => cell.munition === munition)) }))
      .filter(({ counters }) => counters.incidents > 0)
      .sort(most),
    phases: phases
      .map(phase => ({ phase, counters: total(cells.filter(cell => cell.phase === phase)) }))
      .filter(({ counters }) => counters.incidents > 0)
      .sort(most),
    changedAt: tallies
      .map(tally => tally.changedAt)
      .sort()
      .at(-1),
  };
};

/** `['killed.min', 3]` and so on for all counters. */
export const flatCounters = (counters: Counters): readonly (readonly [string, number])[] =>
  Object.entries(counters).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [[name, value] as const]
      : Object.entries(value).map(([part, number]) => [`${name}.${part}`, number] as const),
  );

/** Counters of several incidents together. */
export const sum = (a: Counters, b: Counters): Counters => ({
  incidents: a.incidents + b.incidents,
  reports: a.reports + b.reports,
  inexact: a.inexact + b.inexact,
  killed: sumPeople(a.killed, b.killed),
  injured: sumPeople(a.injured, b.injured),
});

const sumPeople = (a: People, b: People): People => ({
  min: a.min + b.min,
  max: a.max + b.max,
  open: a.open + b.open,
  about: a.about + b.about,
  unknown: a.unknown + b.unknown,
});

const counted = (incident: Incident | undefined, sign: 1 | -1): readonly TallyChange[] => {
  if (incident?.status !== 'published') return [];
  const { phase, munition, place } = incident;
  const day = occurredDay(incident.occurred);
  const month = occurredMonth(incident.occurred);
  const counters = {
    incidents: sign,
    reports: sign * incident.reportCount,
    killed: people(incident.killed, sign),
    injured: people(incident.injured, sign),
  };
  const buckets = [
    ...(day ? [{ bucket: `DAY#${day}` as Bucket, inexact: 0 }] : []),
    { bucket: month ? (`MONTH#${month}` as Bucket) : undated, inexact: day ? 0 : sign },
  ];
  return [everywhere, ...(place.region ? [place.region] : [])].flatMap(scope =>
    buckets.map(({ bucket, inexact }) => ({
      scope,
      bucket,
      phase,
      munition,
      add: { ...counters, inexact },
    })),
  );
};

const people = (count: Count, sign: 1 | -1): People =>
  count === 'unknown'
    ? { ...nobody, unknown: sign }
    : {
        min: sign * count.min,
        max: sign * (count.max ?? count.min),
        open: count.max === undefined ? sign : 0,
        about: count.about ? sign : 0,
        unknown: 0,
      };
