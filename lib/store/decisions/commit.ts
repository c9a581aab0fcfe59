import { type Event, witnessActor } from '../../history/event.ts';
import { createReportKey, type ReportKey } from '../../identity/sealing.ts';
import { changedContributions } from '../../incident/contribution.ts';
import { incidentSchema } from '../../incident/incident.ts';
import { nearbyKeysOf } from '../../incident/nearby.ts';
import { shownOf } from '../../incident/shown.ts';
import type { Report } from '../../report/report.ts';
import type {
  Changes,
  Decided,
  IncidentChange,
  IncidentState,
  Reerasure,
  ReportChange,
} from '../../review/changes.ts';
import { mergeChanges, tallyChanges } from '../../summary/tally.ts';
import { readUnheard, unheardWrite } from '../chats/unheard.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import {
  type Head,
  openEvent,
  readEvent,
  sealEvent,
  sealIncidentEvent,
  versionWrites,
} from '../dynamodb/history.ts';
import { stamp, validate } from '../dynamodb/item.ts';
import { contributionKey, incidentKey, reportKey, unheardKey } from '../dynamodb/keys.ts';
import {
  deleteWrite,
  type Plan,
  present,
  putWrite,
  runWithRetry,
  type Write,
} from '../dynamodb/operations.ts';
import { ownListWrite, readOwnList } from '../keys/own-reports.ts';
import { keyErasure, rewrapWrites, type StoredKey } from '../keys/report-keys.ts';
import { correctionWrites } from '../records/corrections.ts';
import {
  contributionShape,
  incidentIndexKeys,
  incidentShape,
  readStoredIncident,
  type StoredContribution,
  sealContribution,
  storedIncident,
} from '../records/incidents.ts';
import { unmuted } from '../records/mutes.ts';
import {
  erasedReport,
  newReportWrites,
  readLostReport,
  readStoredIds,
  readStoredReport,
  reportIndexKeys,
  reportShape,
  type StoredReport,
  sealReport,
} from '../records/reports.ts';
import { tallyWrites } from '../records/tallies.ts';
import { asSeen } from '../records/unheard.ts';

/** DynamoDB takes so many writes in one transaction. */
const maxWrites = 100;

/** Reads what a decision is made on. The commit continues the histories of exactly what was read. */
export type Reader = Readonly<{
  /** Undefined for an erased one too. */
  report: (id: string) => Promise<Report | undefined>;
  /** The event that made the present version of a report that was read. */
  event: (report: Report) => Promise<Event | undefined>;
  incident: (id: string) => Promise<IncidentState | undefined>;
  /** Those of these reports that are stored, erased ones too. */
  stored: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** A report that cannot be opened though it was not blanked: see `Reerasure`. */
  lost: (id: string) => Promise<Pick<Reerasure, 'before' | 'hasKey'> | undefined>;
  /** Whether an incident that was read has a contribution of this report that cannot be opened. */
  holdsLost: (incident: string, report: string) => boolean;
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
    const reports = new Map<string, StoredKey>();
    const keys = new Map<string, ReportKey>();
    const lostLinks = new Map<string, readonly string[]>();
    const read: Reader = {
      report: async id => {
        const stored = await readStoredReport(context, id);
        if (!stored) return undefined;
        heads.set(reportKey(id).pk, stored.head);
        reports.set(id, stored.key);
        keys.set(id, stored.key.key);
        return stored.report;
      },
      event: async ({ id, version }) => {
        const event = await readEvent(context, reportKey(id), version);
        return event && openEvent(required(keys, id), id, event);
      },
      incident: async id => {
        const stored = await readStoredIncident(context, id);
        if (!stored) return undefined;
        heads.set(incidentKey(id).pk, stored.head);
        for (const [report, key] of stored.keys) keys.set(report, key);
        lostLinks.set(id, stored.lost);
        return stored.state;
      },
      stored: ids => readStoredIds(context, ids),
      lost: async id => {
        const stored = await readLostReport(context, id);
        if (!stored) return undefined;
        heads.set(reportKey(id).pk, stored.head);
        return stored;
      },
      holdsLost: (incident, report) => lostLinks.get(incident)?.includes(report) === true,
    };
    return toPlan(context, await decide(read), { heads, reports, keys, lostLinks });
  });

/** What was read: the last events of reports and incidents, by partition; the keys of reports as stored, and all keys. */
type Found = Readonly<{
  heads: ReadonlyMap<string, string>;
  reports: ReadonlyMap<string, StoredKey>;
  keys: ReadonlyMap<string, ReportKey>;
  /** By incident, the contributions of erased reports that a restore brought back. */
  lostLinks: ReadonlyMap<string, readonly string[]>;
}>;

const required = <Value>(found: ReadonlyMap<string, Value>, key: string): Value => {
  const value = found.get(key);
  if (value === undefined) throw new Error('A decision changes what was not read for it.');
  return value;
};

const toPlan = async <Result>(
  context: StoreContext,
  { result, changes, unlessMuted, ifTooLarge }: Decided<Result>,
  found: Found,
): Promise<Plan<Result>> => {
  if (!changes) return { kind: 'answer', result };
  const writes = await toWrites(context, changes, found);
  const count = writes.length + (unlessMuted?.reporters.length ?? 0);
  if (ifTooLarge !== undefined && count > maxWrites) return { kind: 'answer', result: ifTooLarge };
  if (!unlessMuted) return { kind: 'write', writes, result };
  return {
    kind: 'write',
    writes: [...writes, ...unlessMuted.reporters.map(reporter => unmuted(context, reporter))],
    result,
    onRefused: refusals =>
      unlessMuted.reporters.some((_, index) => refusals.has(writes.length + index))
        ? unlessMuted.result
        : undefined,
  };
};

/**
 * The writes that make reports and incidents what they are now: themselves, their events, contributions, corrections, and
 * the tallies of all together, because a transaction may touch an item only once.
 */
const toWrites = async (
  context: StoreContext,
  { created = [], reports = [], erasedAgain = [], incidents = [] }: Changes,
  before: Found,
): Promise<readonly Write[]> => {
  const { records } = context.tables;
  const made = new Map(
    created.map(
      ([
        {
          after: { id },
        },
      ]) => [id, createReportKey()],
    ),
  );
  const found: Found = { ...before, keys: new Map([...before.keys, ...made]) };
  const valid = incidents.map(change => ({
    ...change,
    after: { ...change.after, incident: validate(incidentSchema, change.after.incident) },
  }));
  // What waits changes no count yet.
  const seen = valid.filter(({ after }) => !after.incident.shown);
  const at = seen
    .filter(({ before, after }) => before?.incident.shown?.changedAt !== after.incident.changedAt)
    .map(({ event }) => event.at)
    .sort()
    .at(-1);
  return [
    ...created.flatMap(versions => newReportWrites(context, required(made, versions[0].after.id), versions)),
    ...(await Promise.all(reports.map(change => reportWrites(context, change, found)))).flat(),
    ...erasedAgain.flatMap(change => reerasureWrites(context, change, found)),
    ...valid.flatMap(change => incidentWrites(context, change, found)),
    ...valid.flatMap(({ before, after }) => correctionWrites(context, before?.incident, after.incident)),
    ...tallyWrites(
      records,
      mergeChanges(
        seen.flatMap(({ before, after }) => tallyChanges(before && shownOf(before.incident), after.incident)),
      ),
      at,
    ),
  ];
};

const headOf = ({ heads }: Found, pk: string, version: number): Head => ({
  version,
  hash: required(heads, pk),
});

const reportWrites = async (
  context: StoreContext,
  { before, after, event, erases }: ReportChange,
  found: Found,
): Promise<readonly Write[]> => {
  const { id } = after;
  const key = reportKey(id);
  const stored = required(found.reports, id);
  const thing = erases ? erasedReport(after, event.kind) : sealReport(stored.key, after, event.kind);
  return [
    ...versionWrites(context.tables.records, { key }, reportShape, thing, {
      before: headOf(found, key.pk, before.version),
      event: sealEvent(stored.key, id, after.version, event),
      indexKeys: reportIndexKeys(thing),
    }),
    ...(erases ? await erasureWrites(context, before, event.by) : rewrapWrites(context, id, stored)),
    ...(!erases && event.by === witnessActor ? await heardWrites(context, before) : []),
  ];
};

/** What its witness says of a report now is heard: what is kept of it for them alone, from when they were muted, ends with that. */
const heardWrites = async (context: StoreContext, { id, reporter }: Report): Promise<readonly Write[]> => {
  const list = await readOwnList(context, reporter);
  const name = list.entries.find(entry => entry.id === id)?.unheard;
  if (name === undefined) return [];
  const isKept = (await readUnheard(context, name)) !== undefined;
  const entries = list.entries.map(entry => (entry.id === id ? { ...entry, unheard: undefined } : entry));
  return [
    ...(isKept ? [deleteWrite(context.tables.chats, unheardKey(name), present)] : []),
    ownListWrite(context, reporter, list, entries),
  ];
};

const reerasureWrites = (
  context: StoreContext,
  { before, after, event, hasKey }: Reerasure,
  found: Found,
): readonly Write[] => {
  const key = reportKey(after.id);
  const thing: StoredReport = { ...after, erased: true };
  return [
    ...versionWrites(context.tables.records, { key }, reportShape, thing, {
      before: headOf(found, key.pk, before.version),
      event,
      indexKeys: reportIndexKeys(thing),
    }),
    ...(hasKey ? [keyErasure(context, after.id)] : []),
  ];
};

/**
 * Deletes the key. What its witness took back is marked in their list, which still has the receipt. What is kept for a muted
 * one alone goes too, unless they see the report in review again: of a report in review nothing is erased.
 */
const erasureWrites = async (
  context: StoreContext,
  report: Report,
  by: string,
): Promise<readonly Write[]> => {
  const { id, reporter } = report;
  const { chats } = context.tables;
  const list = await readOwnList(context, reporter);
  const name = list.entries.find(entry => entry.id === id)?.unheard;
  const unheard = name === undefined ? undefined : await readUnheard(context, name);
  const isWithdrawal = by === witnessActor;
  const isKept = unheard && !isWithdrawal && asSeen(report, unheard)?.status !== report.status;
  const writes: Write[] = [keyErasure(context, id)];
  if (name !== undefined && unheard)
    writes.push(
      isKept
        ? unheardWrite(context, name, { report: unheard.report })
        : deleteWrite(chats, unheardKey(name), present),
    );
  if (isWithdrawal && list.stored !== undefined)
    writes.push(
      ownListWrite(
        context,
        reporter,
        list,
        list.entries.map(entry =>
          entry.id === id ? { ...entry, isWithdrawn: true, unheard: undefined } : entry,
        ),
      ),
    );
  return writes;
};

/** The keys of reports, by report. */
const keysOf = (
  { keys }: Found,
  contributions: readonly Readonly<{ id: string }>[],
): ReadonlyMap<string, ReportKey> => new Map(contributions.map(({ id }) => [id, required(keys, id)]));

const incidentWrites = (
  { tables: { records } }: StoreContext,
  { before, after: { incident, contributions }, event }: IncidentChange,
  found: Found,
) => {
  const key = incidentKey(incident.id);
  const kept = new Set(contributions.map(({ id }) => id));
  const dropped = (before?.contributions ?? []).filter(({ id }) => !kept.has(id));
  return [
    ...versionWrites(records, { key }, incidentShape, storedIncident(incident), {
      before: before && headOf(found, key.pk, before.incident.version),
      event: sealIncidentEvent(
        keysOf(found, [...(before?.contributions ?? []), ...contributions]),
        incident.id,
        incident.version,
        event,
      ),
      indexKeys: incidentIndexKeys(incident),
    }),
    // The version of the incident guards its contributions: it changes with each of them.
    ...changedContributions(before?.contributions ?? [], contributions).map(contribution =>
      putWrite(
        records,
        contributionKey(incident.id, contribution.id),
        stampContribution(sealContribution(required(found.keys, contribution.id), incident.id, contribution)),
      ),
    ),
    ...[...dropped.map(({ id }) => id), ...(found.lostLinks.get(incident.id) ?? [])].map(id =>
      deleteWrite(records, contributionKey(incident.id, id), present),
    ),
  ];
};

const stampContribution = (stored: StoredContribution) =>
  stamp(contributionShape, { ...stored, ...nearbyKeysOf(stored) });
