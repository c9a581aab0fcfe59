import { changedContributions, contributionSchema } from '../../incident/contribution.ts';
import { incidentSchema } from '../../incident/incident.ts';
import { occurrenceOf } from '../../incident/nearby.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import type { Changes, Decided, IncidentChange, IncidentState, ReportChange } from '../../review/changes.ts';
import { mergeChanges, tallyChanges } from '../../summary/tally.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { type Head, versionWrites } from '../dynamodb/history.ts';
import { stamp, validate } from '../dynamodb/item.ts';
import { contributionKey, incidentKey, reportKey } from '../dynamodb/keys.ts';
import {
  deleteWrite,
  type Plan,
  present,
  putWrite,
  runWithRetry,
  type Write,
} from '../dynamodb/operations.ts';
import { correctionWrites } from './corrections.ts';
import { contributionShape, incidentIndexKeys, incidentShape, readStoredIncident } from './incidents.ts';
import { unmuted } from './mutes.ts';
import { readStoredReport, reportIndexKeys, reportShape } from './reports.ts';
import { tallyWrites } from './tallies.ts';

/** DynamoDB takes so many writes in one transaction. */
const maxWrites = 100;

/** Reads what a decision is made on. The commit continues the histories of exactly what was read. */
export type Reader = Readonly<{
  report: (id: string) => Promise<Report | undefined>;
  incident: (id: string) => Promise<IncidentState | undefined>;
}>;

/**
 * Reads, decides, and commits all changes of the decision or none; from the start again when anything that was read changed
 * meanwhile.
 */
export const commitDecision = <Result>(
  context: StoreContext,
  decide: (read: Reader) => Promise<Decided<Result>>,
): Promise<Result> =>
  runWithRetry(context.client, async () => {
    const heads = new Map<string, string>();
    const read: Reader = {
      report: async id => {
        const stored = await readStoredReport(context, id);
        if (stored) heads.set(reportKey(id).pk, stored.head);
        return stored?.report;
      },
      incident: async id => {
        const stored = await readStoredIncident(context, id);
        if (stored) heads.set(incidentKey(id).pk, stored.head);
        return stored?.state;
      },
    };
    return toPlan(context, await decide(read), heads);
  });

type Heads = ReadonlyMap<string, string>;

const toPlan = <Result>(
  context: StoreContext,
  { result, changes, unlessMuted, ifTooLarge }: Decided<Result>,
  heads: Heads,
): Plan<Result> => {
  if (!changes) return { kind: 'answer', result };
  const writes = toWrites(context, changes, heads);
  if (ifTooLarge !== undefined && writes.length > maxWrites) return { kind: 'answer', result: ifTooLarge };
  if (!unlessMuted) return { kind: 'write', writes, result };
  return {
    kind: 'write',
    writes: [...writes, unmuted(context, unlessMuted.reporter)],
    result,
    onRefused: refusals => (refusals.has(writes.length) ? unlessMuted.result : undefined),
  };
};

/**
 * The writes that make reports and incidents what they are now: themselves, their events, contributions, corrections, and
 * the tallies of all together, because a transaction may touch an item only once.
 */
const toWrites = (
  context: StoreContext,
  { reports = [], incidents = [] }: Changes,
  heads: Heads,
): readonly Write[] => {
  const { records } = context.tables;
  const valid = incidents.map(change => ({
    ...change,
    after: { ...change.after, incident: validate(incidentSchema, change.after.incident) },
  }));
  const pairs = valid.map(({ before, after }) => [before?.incident, after.incident] as const);
  const at =
    incidents
      .map(({ event }) => event.at)
      .sort()
      .at(-1) ?? '';
  return [
    ...reports.flatMap(change => reportWrites(context, change, heads)),
    ...valid.flatMap(change => incidentWrites(context, change, heads)),
    ...pairs.flatMap(([before, after]) => correctionWrites(context, before, after)),
    ...tallyWrites(
      records,
      mergeChanges(pairs.flatMap(([before, after]) => tallyChanges(before, after))),
      at,
    ),
  ];
};

const headOf = (heads: Heads, pk: string, version: number): Head => {
  const hash = heads.get(pk);
  if (hash === undefined) throw new Error('A decision changes what was not read for it.');
  return { version, hash };
};

const reportWrites = (
  { tables }: StoreContext,
  { before, after: next, event }: ReportChange,
  heads: Heads,
) => {
  const after = validate(reportSchema, next);
  const key = reportKey(after.id);
  return versionWrites(tables.records, { key }, reportShape, after, {
    before: headOf(heads, key.pk, before.version),
    event,
    indexKeys: reportIndexKeys(after),
  });
};

const incidentWrites = (
  { tables: { records } }: StoreContext,
  { before, after: { incident, contributions }, event }: IncidentChange,
  heads: Heads,
) => {
  const key = incidentKey(incident.id);
  const kept = new Set(contributions.map(({ id }) => id));
  const dropped = (before?.contributions ?? []).filter(({ id }) => !kept.has(id));
  return [
    ...versionWrites(records, { key }, incidentShape, incident, {
      before: before && headOf(heads, key.pk, before.incident.version),
      event,
      indexKeys: incidentIndexKeys(incident),
    }),
    // The version of the incident guards its contributions: it changes with each of them.
    ...changedContributions(before?.contributions ?? [], contributions).map(contribution =>
      putWrite(
        records,
        contributionKey(incident.id, contribution.id),
        stamp(contributionShape, {
          ...validate(contributionSchema, contribution),
          ...occurrenceOf(contribution.answers),
        }),
      ),
    ),
    ...dropped.map(({ id }) => deleteWrite(records, contributionKey(incident.id, id), present)),
  ];
};
