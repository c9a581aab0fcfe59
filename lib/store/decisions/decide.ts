import { scheduleActor } from '../../history/event.ts';
import type { KeyRing } from '../../identity/sealing.ts';
import type { Incident } from '../../incident/incident.ts';
import type { Rules } from '../../policy.ts';
import type { Report } from '../../report/report.ts';
import type { Decided, Reerasure } from '../../review/changes.ts';
import {
  editIncident,
  type IncidentEdit,
  type IncidentResult,
  movedReports,
  type ReleaseResult,
  releaseIfDue,
  targetOf,
} from '../../review/incident-edits.ts';
import {
  type Decision,
  decide,
  incidentsOf,
  mayBeRepeated,
  type StepResult,
  withoutErased,
} from '../../review/review.ts';
import { namesOf } from '../chats/chats.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { commitDecision, type Reader } from './commit.ts';

/** Decides about a report, and stores what comes of it, or nothing. */
export const decideReport = (
  context: StoreContext,
  { id, ...decision }: Readonly<{ id: string }> & Decision,
): Promise<StepResult> =>
  commitDecision(context, async read => {
    const lost = decision.kind === 'erase' ? await read.lost(id) : undefined;
    if (lost && decision.kind === 'erase') return eraseAgain(read, lost, decision.at, rulesOf(context));
    const report = await read.report(id);
    if (!report) return { result: { kind: 'missing' } };
    const [lastEvent, incidents, voiceWithin] = await Promise.all([
      mayBeRepeated(report, decision) ? read.event(report) : undefined,
      isStale(report, decision) ? [] : readAll(incidentsOf(report, decision), read.incident),
      decision.kind === 'approve' ? voicesOf(context, [report]) : undefined,
    ]);
    return decide({ report, lastEvent, incidents, voiceWithin }, decision, rulesOf(context));
  });

/**
 * Blanks a report that was erased before Records were restored, and takes it out of its incident. Of one that has a key,
 * which nothing opens, only when it was rejected: another's witness may still get it back with the secret.
 */
const eraseAgain = async (
  read: Reader,
  { before, hasKey }: Pick<Reerasure, 'before' | 'hasKey'>,
  at: string,
  rules: Rules,
): Promise<Decided<StepResult>> => {
  const result = { kind: 'missing' } as const;
  const isRejected = before.status === 'rejected';
  if (hasKey && !isRejected) return { result };
  const actor = { by: scheduleActor, at };
  const status = isRejected ? 'rejected' : 'withdrawn';
  const kind = isRejected ? 'erased' : 'withdrawn';
  const { id, version, decidedAt = at } = before;
  const incident = before.incident === undefined ? undefined : await read.incident(before.incident);
  const holds = incident !== undefined && read.holdsLost(incident.incident.id, id);
  return {
    result,
    changes: {
      erasedAgain: [
        {
          before,
          after: { id, version: version + 1, status, last: kind, decidedAt },
          event: {
            ...actor,
            kind,
            changes: isRejected ? {} : { status: { old: before.status, new: status } },
          },
          hasKey,
        },
      ],
      incidents: holds ? [withoutErased(incident, actor, rules)] : [],
    },
  };
};

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

/** Names these reports' reporters within an incident: the same for one person, whichever of their pseudonyms a report has. */
const voicesOf = async (
  context: StoreContext,
  reports: readonly Report[],
): Promise<KeyRing['voiceWithin']> => {
  const { voiceWithin } = context.identity;
  const people = new Map(
    await Promise.all(
      [...new Set(reports.map(({ reporter }) => reporter))].map(
        async reporter => [reporter, await namesOf(context, reporter)] as const,
      ),
    ),
  );
  return (incident, reporter, known = []) => {
    const [newest, ...earlier] = people.get(reporter) ?? [reporter];
    const voices = [newest ?? reporter, ...earlier].map(name => voiceWithin(incident, name, known));
    return voices.find(voice => known.includes(voice)) ?? voiceWithin(incident, newest ?? reporter, known);
  };
};

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
    const voiceWithin = await voicesOf(context, moved);
    const decided = editIncident({ edited, target, moved, attempted, voiceWithin }, edit, rulesOf(context));
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
