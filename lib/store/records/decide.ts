import type { Incident } from '../../incident/incident.ts';
import type { Rules } from '../../policy.ts';
import type { Report } from '../../report/report.ts';
import {
  editIncident,
  type IncidentEdit,
  type IncidentResult,
  movedReports,
  type ReleaseResult,
  releaseIfDue,
  targetOf,
} from '../../review/incident-edits.ts';
import { type Decision, decide, incidentsOf, mayBeRepeated, type StepResult } from '../../review/review.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { readEvent } from '../dynamodb/history.ts';
import { reportKey } from '../dynamodb/keys.ts';
import { commitDecision, type Reader } from './commit.ts';

/** Decides about a report, and stores what comes of it, or nothing. */
export const decideReport = (
  context: StoreContext,
  { id, ...decision }: Readonly<{ id: string }> & Decision,
): Promise<StepResult> =>
  commitDecision(context, async read => {
    const report = await read.report(id);
    if (!report) return { result: { kind: 'missing' } };
    const [lastEvent, incidents] = await Promise.all([
      mayBeRepeated(report, decision) ? readEvent(context, reportKey(id), report.version) : undefined,
      isStale(report, decision) ? [] : readAll(incidentsOf(report, decision), read.incident),
    ]);
    return decide({ report, lastEvent, incidents }, decision, rulesOf(context));
  });

/** Publishes an incident whose time has come, once. */
export const releaseIncident = (
  context: StoreContext,
  incident: string,
  at: string,
): Promise<ReleaseResult> =>
  commitDecision(context, async read => releaseIfDue(await read.incident(incident), at));

const rulesOf = ({ rules, random }: StoreContext): Rules => ({ ...rules, random: random() });

const isStale = ({ version }: Report, decision: Decision): boolean =>
  'version' in decision && decision.version !== version;

/** Decides about an incident, and stores what comes of it, or nothing. */
export const decideIncident = (
  context: StoreContext,
  { incident: id, ...edit }: Readonly<{ incident: string }> & IncidentEdit,
): Promise<IncidentResult> => {
  let attempted: Incident | undefined;
  return commitDecision(context, async read => {
    const edited = await read.incident(id);
    if (!edited) return { result: { kind: 'missing' } };
    const [target, moved] = await readMoved(read, edited, edit);
    const decided = editIncident({ edited, target, moved, attempted }, edit, rulesOf(context));
    if (decided.result.kind === 'done') attempted = decided.result.incident;
    return decided;
  });
};

const readMoved = async (read: Reader, edited: Parameters<typeof movedReports>[0], edit: IncidentEdit) => {
  const target = targetOf(edit);
  return Promise.all([
    target?.kind === 'existing' ? read.incident(target.incident) : undefined,
    readAll(movedReports(edited, edit), read.report),
  ]);
};

/** Those of the ids that are there. */
const readAll = async <Item>(
  ids: readonly string[],
  read: (id: string) => Promise<Item | undefined>,
): Promise<readonly NonNullable<Item>[]> => {
  const found = await Promise.all(ids.map(read));
  return found.flatMap(item => item ?? []);
};
