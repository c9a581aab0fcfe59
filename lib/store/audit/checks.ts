import { canonical, type Event, verifyChain } from '../../history/event.ts';
import type { Contribution } from '../../incident/contribution.ts';
import { type Correction, correctionKind, waitsAfter } from '../../incident/correction.ts';
import { deriveIncident, type Incident, incidentStatuses, judgementOf } from '../../incident/incident.ts';
import { type Report, reportStatuses } from '../../report/report.ts';
import { eventOf, incidentSteps, reportSteps } from '../../review/lifecycle.ts';
import { keyText, type Plain, type Raw } from '../dynamodb/item.ts';
import {
  contributionPrefix,
  correctionsPartition,
  eventPrefix,
  incidentKey,
  reportKey,
} from '../dynamodb/keys.ts';
import { recount } from './recount.ts';

/** Something stored that is not what it must be: where (its key, no content), and what is wrong with it. */
export type Difference = Readonly<{ where: string; what: string }>;
type Differences = readonly Difference[];

export const unreadableItem = (raw: Raw): Difference => ({
  where: keyText(raw),
  what: 'is not what was once written, or has a shape that this release does not read',
});

const brokenBecause = {
  gap: 'is not the event that follows',
  link: 'does not hold the hash of the event before it',
  hash: 'was changed: its hash is another',
  state: 'does not describe what is there now',
} as const;

/** A history must be one unbroken chain that ends with what is stored now, whose `head` is its last event. */
export const checkHistory = (
  pk: string,
  history: readonly Event[],
  now: Readonly<{ thing: object; head: unknown }> | undefined,
): Differences => {
  if (!now) return [{ where: pk, what: 'has a history, and is gone' }];
  const verdict = verifyChain(history, now.thing);
  if (verdict.kind === 'broken')
    return [{ where: `${pk} ${eventPrefix}${verdict.n}`, what: brokenBecause[verdict.why] }];
  return now.head === history.at(-1)?.hash
    ? []
    : [{ where: pk, what: 'names another last event than its history has' }];
};

/** A life cycle by its events. */
type Life = Readonly<{
  begins: readonly (readonly [kind: string, status: string])[];
  /** Each step: from which status, by which event, to which. */
  leads: readonly (readonly [from: string, kind: string, to: string])[];
}>;

export const reportLife: Life = {
  begins: [['submitted', 'submitted']],
  leads: reportStatuses.flatMap(from =>
    Object.entries(reportSteps[from]).map(
      ([step, to]) => [from, eventOf[step as keyof typeof eventOf], to] as const,
    ),
  ),
};

const incidentEvents = {
  amend: 'amended',
  hold: 'held',
  publish: 'published',
  retract: 'retracted',
  erase: 'erased',
} as const;

export const incidentLife: Life = {
  begins: [
    ['embargoed', 'embargoed'],
    ['published', 'published'],
  ],
  leads: incidentStatuses.flatMap(from =>
    Object.entries(incidentSteps[from]).map(
      ([step, to]) => [from, incidentEvents[step as keyof typeof incidentEvents], to] as const,
    ),
  ),
};

/** The events of a history, each with the status before it (none: it is the first) and after it. */
const statusesOf = (history: readonly Event[], { begins }: Life) => {
  let status: string | undefined;
  return history.map(event => {
    const before = status;
    status = String(event.changes.status?.new ?? before ?? begins[0]?.[1]);
    return { event, before, after: status };
  });
};

/** Every event must be a step that the life cycle has. Reports the first one that is not. */
export const checkSteps = (pk: string, history: readonly Event[], life: Life): Differences =>
  statusesOf(history, life)
    .filter(({ event: { kind }, before, after }) =>
      before === undefined
        ? !life.begins.some(([first, status]) => first === kind && status === after)
        : !life.leads.some(([from, step, to]) => from === before && step === kind && to === after),
    )
    .slice(0, 1)
    .map(({ event: { n } }) => ({
      where: `${pk} ${eventPrefix}${n}`,
      what: 'is no step that the life cycle has',
    }));

/** An item must have exactly the attributes for the indexes that it belongs into. */
export const checkIndexKeys = (raw: Raw, item: Plain, thing: object, wanted: object): Differences => {
  const known = new Set(['pk', 'sk', 'head', ...Object.keys(thing)]);
  const stored = Object.fromEntries(
    Object.entries(item).filter(([name]) => !known.has(name) || name in wanted),
  );
  return canonical(stored) === canonical(wanted)
    ? []
    : [{ where: keyText(raw), what: 'is listed where it should not be, or not where it should' }];
};

/** An incident must be what its contributions make, unless it was retracted. */
export const checkDerived = (incident: Incident, contributions: readonly Contribution[]): Differences => {
  if (incident.status === 'retracted') return [];
  const where = incidentKey(incident.id).pk;
  if (contributions.length === 0) return [{ where, what: 'is made of no report' }];
  const derived = { ...incident, ...deriveIncident(contributions, judgementOf(incident)) };
  return canonical(derived) === canonical(incident) ? [] : [{ where, what: 'is not what its reports make' }];
};

/** An incident with its contributions and its history. */
export type WholeIncident = Readonly<{
  incident: Incident;
  contributions: readonly Contribution[];
  history: readonly Event[];
}>;

/** Reports and incidents must name each other, each report one incident at most. */
export const checkContributions = (
  reports: readonly Pick<Report, 'id' | 'status' | 'incident'>[],
  incidents: readonly WholeIncident[],
): Differences => {
  const linked = incidents
    .filter(({ incident }) => incident.status !== 'retracted')
    .flatMap(({ incident, contributions }) => contributions.map(({ id }) => ({ id, incident: incident.id })));
  const byReport = Map.groupBy(linked, ({ id }) => id);
  const known = new Map(reports.map(report => [report.id, report]));
  return [
    ...linked.flatMap(({ id, incident }) => {
      const where = `${incidentKey(incident).pk} ${contributionPrefix}${id}`;
      if (known.get(id)?.incident !== incident)
        return [{ where, what: 'is a report that names another incident, or none' }];
      return (byReport.get(id)?.length ?? 0) > 1
        ? [{ where, what: 'is a report of another incident too' }]
        : [];
    }),
    ...reports.flatMap(({ id, status, incident }) => {
      const where = reportKey(id).pk;
      if ((status === 'rejected' || status === 'withdrawn') && byReport.has(id))
        return [{ where, what: 'is not approved, and an incident rests on it' }];
      return status === 'approved' && incident === undefined
        ? [{ where, what: 'is approved into no incident' }]
        : [];
    }),
  ];
};

/** The events that readers see as corrections, each with its kind. */
const shownChanges = (history: readonly Event[]) => {
  let shown: string | undefined;
  return statusesOf(history, incidentLife).flatMap(({ event, after }) => {
    const kind = correctionKind(event, shown);
    if (shown !== 'published' || !waitsAfter(event)) shown = after;
    return kind ? [{ event, kind }] : [];
  });
};

/** Readers must be told of every change that the histories have of what was published, and of no other. */
export const checkCorrections = (
  corrections: readonly Correction[],
  incidents: readonly WholeIncident[],
): Differences => {
  const wanted = new Map(
    incidents.flatMap(({ incident, history }) =>
      shownChanges(history).map(
        ({ event, kind }) => [`${incident.id} ${event.n}`, { ...event, kind }] as const,
      ),
    ),
  );
  const listed = new Set(corrections.map(({ incident, version }) => `${incident} ${version}`));
  return [
    ...corrections
      .filter(({ incident, version, kind, at }) => {
        const event = wanted.get(`${incident} ${version}`);
        return event?.kind !== kind || event.at !== at;
      })
      .map(({ at, incident }) => ({
        where: `${correctionsPartition} ${at} ${incident}`,
        what: 'tells of a change that no history has',
      })),
    ...[...wanted.keys()]
      .filter(key => !listed.has(key))
      .map(key => ({ where: `${correctionsPartition} ${key}`, what: 'is missing' })),
  ];
};

/** A stored tally: its key, and its attributes but for the key, the shape and the time of its last change. */
export type StoredTally = Readonly<{ where: string; counters: Plain }>;

/** Every tally must be what a recount of the published incidents gives, counter by counter, and none may be missing. */
export const checkTallies = (
  tallies: readonly StoredTally[],
  incidents: readonly WholeIncident[],
): Differences => {
  const wanted = recount(incidents.map(({ incident }) => incident));
  const stored = new Map(tallies.map(({ where, counters }) => [where, counters]));
  return [...new Set([...wanted.keys(), ...stored.keys()])].flatMap(where => {
    const right = Object.fromEntries(wanted.get(where) ?? []);
    const found = stored.get(where) ?? {};
    return [...new Set([...Object.keys(right), ...Object.keys(found)])]
      .filter(counter => (found[counter] ?? 0) !== (right[counter] ?? 0))
      .map(counter => ({
        where: `${where} ${counter}`,
        what: `is ${found[counter] ?? 0}, and a recount gives ${right[counter] ?? 0}`,
      }));
  });
};
