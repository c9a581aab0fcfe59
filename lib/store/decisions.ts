import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { publicPlaceSchema } from '../place/public.ts';
import { changesOf, witness } from '../report/event.ts';
import { type Incident, recomputed, retracted } from '../report/incident.ts';
import { type Decision, decide } from '../report/lifecycle.ts';
import type { Rejection, Report } from '../report/report.ts';
import { ContendedItem } from './fault.ts';
import { withEvent } from './history.ts';
import { changingIncident, readStoredIncident } from './incidents.ts';
import { parsed } from './item.ts';
import { incidentKey, linkKey, linkPrefix, reportKey } from './keys.ts';
import { parseStoredReport, puttingReport, readStoredReport, type StoredReport } from './reports.ts';
import type { Room } from './room.ts';
import { absent, deleting, expressed, present, putting, queryAll, transact } from './table.ts';

/** Who decides, when, on which version of which report. `by` is the moderator's pseudonym. */
export type Deciding = Readonly<{ id: string; version: number; by: string; at: string }>;

export type DecisionResult =
  /** Done; `again` when this same decision had been stored before, by the same person. */
  | Readonly<{ kind: 'decided'; report: Report; again?: true }>
  /** Not done: `report` is what somebody else made of it. */
  | Readonly<{ kind: 'conflict'; report: Report }>
  | Readonly<{ kind: 'missing' }>;

export type Decisions = Readonly<{
  /**
   * Approves a report and publishes `incident` (version 1, made of this report), with histories and tallies: all or
   * nothing, once.
   */
  approve: (decision: Deciding & Readonly<{ incident: Incident }>) => Promise<DecisionResult>;
  reject: (decision: Deciding & Readonly<{ rejection: Rejection }>) => Promise<DecisionResult>;
  /**
   * Withdraws a report for its `reporter`, at whatever version it is. A published incident is retracted when it was made
   * of this report alone, and made anew of the others otherwise. `missing` when there is no such report of theirs.
   */
  withdraw: (withdrawal: Readonly<{ id: string; reporter: string; at: string }>) => Promise<DecisionResult>;
}>;

/** How often a withdrawal starts again because the report or its incident changed meanwhile. */
const withdrawalAttempts = 5;

export const decisionsIn = (room: Room): Decisions => ({
  approve: async ({ incident, ...deciding }) =>
    decideOn(room, deciding, { kind: 'approve', incident: incident.id }, [
      ...changingIncident(room, undefined, incident, { at: deciding.at, by: deciding.by, kind: 'published' }),
      linking(room, incident, deciding.id),
    ]),
  reject: async ({ rejection, ...deciding }) => decideOn(room, deciding, { kind: 'reject', rejection }),
  withdraw: async ({ id, reporter, at }) => {
    for (let attempt = 1; attempt <= withdrawalAttempts; attempt += 1) {
      const stored = await readStoredReport(room, id);
      if (stored?.report.reporter !== reporter) return { kind: 'missing' };
      const decided = decide(stored.report, { kind: 'withdraw' }, { by: witness, at });
      if (decided.kind === 'refused') return { kind: 'decided', report: stored.report, again: true };
      const { kind } = await transact(room.client, [
        ...changingReport(room, stored, decided.report, 'withdrawn'),
        ...(await leavingIncident(room, decided.report, at)),
      ]);
      if (kind === 'written') return { kind: 'decided', report: decided.report };
    }
    throw new ContendedItem('A report or its incident kept changing while it was being withdrawn.');
  },
});

/** A moderator's decision, with whatever else must happen together with it. */
const decideOn = async (
  room: Room,
  { id, version, by, at }: Deciding,
  decision: Decision,
  consequences: readonly TransactWriteItem[] = [],
): Promise<DecisionResult> => {
  const stored = await readStoredReport(room, id);
  if (!stored) return { kind: 'missing' };
  const decided = decide(stored.report, decision, { by, at });
  if (stored.report.version !== version || decided.kind === 'refused')
    return outcome(stored.report, version, by, decision);
  const result = await transact(room.client, [
    ...changingReport(room, stored, decided.report, decided.report.status as 'approved' | 'rejected'),
    ...consequences,
  ]);
  if (result.kind === 'written') return { kind: 'decided', report: decided.report };
  if (!result.refusals.has(0)) throw new Error('A decision met an incident or an event that exists already.');
  const winner = result.refusals.get(0);
  return winner ? outcome(parseStoredReport(winner).report, version, by, decision) : { kind: 'missing' };
};

/** What a decision comes to that finds the report changed: the same one delivered twice, or somebody else's. */
const outcome = (report: Report, version: number, by: string, decision: Decision): DecisionResult => {
  const same =
    report.version === version + 1 &&
    report.decidedBy === by &&
    (decision.kind === 'approve'
      ? report.status === 'approved'
      : decision.kind === 'reject' &&
        report.status === 'rejected' &&
        report.rejection?.reason === decision.rejection.reason &&
        report.rejection.words === decision.rejection.words);
  return same ? { kind: 'decided', report, again: true } : { kind: 'conflict', report };
};

/** The writes that make a report what it is now. The first one bears the condition that nobody else did. */
const changingReport = (
  room: Room,
  { report: before, head: last }: StoredReport,
  after: Report,
  kind: 'approved' | 'rejected' | 'withdrawn',
): readonly TransactWriteItem[] => {
  const { head, write } = withEvent(room.tables.records, reportKey(after.id), after, last, {
    at: after.decidedAt ?? after.receivedAt,
    by: after.decidedBy ?? witness,
    kind,
    changes: changesOf(before, after, ['status', 'rejection', 'incident']),
  });
  return [
    puttingReport(room, after, head, {
      expression: '#version = :read AND #status = :status',
      values: { ':read': before.version, ':status': before.status },
    }),
    write,
  ];
};

/** A link keeps the place as readers were shown it for this report: it is blurred once, and never again. */
const linkSchema = z.object({ report: z.string(), place: publicPlaceSchema });

const linking = ({ tables }: Room, incident: Incident, report: string): TransactWriteItem =>
  putting(tables.records, linkKey(incident.id, report), { report, place: incident.place }, absent);

/** The writes that take a report out of its incident, if it is in one. */
const leavingIncident = async (
  room: Room,
  report: Report,
  at: string,
): Promise<readonly TransactWriteItem[]> => {
  const { client, tables } = room;
  const stored = report.incident && (await readStoredIncident(room, report.incident));
  if (!stored || stored.incident.status === 'retracted') return [];
  const { incident } = stored;
  const expression = '#pk = :incident AND begins_with(#sk, :links)';
  const links = await queryAll(client, {
    TableName: tables.records,
    KeyConditionExpression: expression,
    ...expressed(expression, { ':incident': incidentKey(incident.id).pk, ':links': linkPrefix }),
    ConsistentRead: true,
  });
  const remaining = await Promise.all(
    links
      .map(link => parsed(linkSchema, link))
      .filter(link => link.report !== report.id)
      .map(async ({ report: id, place }) => ({ place, report: (await readStoredReport(room, id))?.report })),
  );
  const others = remaining
    .flatMap(({ place, report: other }) => (other?.status === 'approved' ? [{ place, report: other }] : []))
    .sort((a, b) => (a.report.receivedAt < b.report.receivedAt ? -1 : 1));
  const [chosen, ...more] = others;
  const after = chosen
    ? recomputed(incident, [chosen.report, ...more.map(other => other.report)], { place: chosen.place, at })
    : retracted(incident, at);
  const happening = { at, by: witness, kind: chosen ? ('amended' as const) : ('retracted' as const) };
  return [
    ...changingIncident(room, stored, after, happening),
    deleting(tables.records, linkKey(incident.id, report.id), present),
  ];
};
