import { canonical, scheduleActor } from '../../history/event.ts';
import {
  type Choice,
  type Contribution,
  changedContributions,
  settled,
} from '../../incident/contribution.ts';
import {
  type Assessment,
  amendIncident,
  type ClaimedAttribution,
  type Contamination,
  type Incident,
  incidentOf,
  type Judgement,
  judgementOf,
  releaseIncident,
  retractIncident,
} from '../../incident/incident.ts';
import type { Rejection } from '../../report/report.ts';
import { happeningOf, incidentSteps, type Step, step } from '../../review/lifecycle.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import {
  type IncidentChange,
  maxWrites,
  type Plan,
  type ReportChange,
  readStoredIncident,
  runWithRetry,
  type StoredIncident,
  toWrites,
} from './commit.ts';
import type { Role } from './members.ts';
import { readStoredReport } from './reports.ts';
import { beginning } from './review.ts';

/** Who acts, when, on which version of which incident. `by` is the moderator's pseudonym. */
export type ActingOnIncident = Readonly<{ incident: string; version: number; by: string; at: string }>;

/** What a moderator says of an incident beyond its reports. */
export type Amendment =
  /** From which of its reports it takes its place, time, munition (with phase and delivery) or effect. */
  | Readonly<{ kind: 'choose'; choice: Choice }>
  /** A grade of the moderator's own; without one the grade follows from the reports again. */
  | Readonly<{ kind: 'assess'; assessment: Assessment | undefined }>
  /** Claims about who did it that no report of it made: all of them, as they should be. */
  | Readonly<{ kind: 'attribute'; further: readonly ClaimedAttribution[] }>
  | Readonly<{ kind: 'contamination'; contamination: Contamination | undefined }>;

export type IncidentRefusal =
  /** The life cycle has no such step from this status. */
  | 'status'
  | 'unchanged'
  /** Only an admin may release earlier than the rules, or another moderator, said. */
  | 'admins_only'
  /** It is over already. */
  | 'past'
  /** A report is not, or not any more, one of the incident's; or a choice names none of them. */
  | 'not_of_incident'
  /** More reports than one transaction can move: move them in parts. */
  | 'too_many'
  | 'incident_missing'
  | 'incident_retracted';

export type IncidentResult =
  /** Done; `other` is the incident that reports went to. `again`: it is so already. */
  | Readonly<{ kind: 'done'; incident: Incident; other?: Incident; again?: true }>
  | Readonly<{ kind: 'conflict'; incident: Incident }>
  | Readonly<{ kind: 'refused'; why: IncidentRefusal; incident: Incident }>
  | Readonly<{ kind: 'missing' }>;

/** Each operation is one transaction, in which every tally stays exact. */
export type IncidentEdits = Readonly<{
  amend: (amending: ActingOnIncident & Readonly<{ amendment: Amendment }>) => Promise<IncidentResult>;
  /** Moves the release of an embargoed incident: later by anybody, earlier by an admin only. */
  hold: (holding: ActingOnIncident & Readonly<{ until: string; role: Role }>) => Promise<IncidentResult>;
  retract: (retracting: ActingOnIncident & Readonly<{ retraction: Rejection }>) => Promise<IncidentResult>;
  /** Publishes an embargoed incident whose time has come, once. `gone`: it is retracted, or was never there. */
  release: (
    releasing: Readonly<{ incident: string; at: string }>,
  ) => Promise<'released' | 'already' | 'not_due' | 'gone'>;
  /**
   * Moves reports of an incident into another: a new one (split), or one that there is (move). The incident that is left
   * without any is retracted, and names the other (merge).
   */
  moveReports: (
    moving: ActingOnIncident &
      Readonly<{
        reports: readonly string[];
        into: Readonly<{ kind: 'new'; incident: string } | { kind: 'existing'; incident: string }>;
      }>,
  ) => Promise<IncidentResult>;
  /** Moves all reports of an incident into another, and retracts it. */
  merge: (merging: ActingOnIncident & Readonly<{ into: string }>) => Promise<IncidentResult>;
}>;

export const createIncidentEdits = (context: StoreContext): IncidentEdits => {
  const moveReports: IncidentEdits['moveReports'] = ({ reports, into, ...acting }) =>
    onIncident(context, acting, before => moving(context, before, reports, into, acting));
  return {
    amend: ({ amendment, ...acting }) =>
      onIncident(context, acting, async before => amending(context, before, amendment, acting)),
    hold: ({ until, role, ...acting }) =>
      onIncident(context, acting, async before => holding(context, before, until, role, acting)),
    retract: ({ retraction, ...acting }) =>
      onIncident(context, acting, async before => {
        if (!incidentSteps[before.incident.status].retract) return refusal('status', before);
        const after = retractIncident(before.incident, acting.at, { retraction });
        return changing(context, { before, after, event: { ...who(acting), kind: 'retracted' } });
      }),
    release: ({ incident, at }) =>
      runWithRetry<Awaited<ReturnType<IncidentEdits['release']>>>(context, async () => {
        const before = await readStoredIncident(context, incident);
        if (before?.incident.status === 'published') return { kind: 'answer', result: 'already' };
        if (!before || !incidentSteps[before.incident.status].publish)
          return { kind: 'answer', result: 'gone' };
        if (before.incident.releaseAt > at) return { kind: 'answer', result: 'not_due' };
        const after = releaseIncident(before.incident, at);
        const event = { at, by: scheduleActor, kind: 'published' } as const;
        const writes = toWrites(context, { incidents: [{ before, after, event }] });
        return { kind: 'write', writes, result: 'released' };
      }),
    moveReports,
    merge: ({ into, ...acting }) =>
      onIncident(context, acting, before =>
        moving(
          context,
          before,
          before.links.map(({ id }) => id),
          { kind: 'existing', incident: into },
          acting,
        ),
      ),
  };
};

const who = ({ by, at }: ActingOnIncident) => ({ by, at });
const answer = (result: IncidentResult): Plan<IncidentResult> => ({ kind: 'answer', result });
const refusal = (why: IncidentRefusal, { incident }: StoredIncident): Plan<IncidentResult> =>
  answer({ kind: 'refused', why, incident });

const changing = (context: StoreContext, change: IncidentChange): Plan<IncidentResult> => ({
  kind: 'write',
  writes: toWrites(context, { incidents: [change] }),
  result: { kind: 'done', incident: change.after },
});

/** Does something to the version of an incident that a moderator saw. */
const onIncident = (
  context: StoreContext,
  { incident: id, version }: ActingOnIncident,
  plan: (before: StoredIncident) => Promise<Plan<IncidentResult>>,
): Promise<IncidentResult> => {
  let sent: IncidentResult | undefined;
  return runWithRetry(context, async () => {
    const before = await readStoredIncident(context, id);
    if (!before) return answer({ kind: 'missing' });
    const { incident } = before;
    if (incident.version !== version) {
      // What was sent may have been written although it did not seem so.
      const isOurs = sent?.kind === 'done' && canonical(sent.incident) === canonical(incident);
      return answer(isOurs ? { kind: 'done', incident, again: true } : { kind: 'conflict', incident });
    }
    const planned = await plan(before);
    if (planned.kind === 'write') sent = planned.result;
    return planned;
  });
};

const amending = (
  context: StoreContext,
  before: StoredIncident,
  amendment: Amendment,
  acting: ActingOnIncident,
): Plan<IncidentResult> => {
  const { incident, links } = before;
  if (!incidentSteps[incident.status].amend) return refusal('status', before);
  if (amendment.kind === 'choose' && !isOf(links, amendment.choice))
    return refusal('not_of_incident', before);
  const now = settled(links, amendment.kind === 'choose' ? amendment.choice : {});
  const put = changedContributions(links, now);
  const judgement = judged(judgementOf(incident), amendment);
  if (put.length === 0 && canonical(judgement) === canonical(judgementOf(incident)))
    return refusal('unchanged', before);
  const after = amendIncident(incident, now, { at: acting.at, delay: context.rules.delay, judgement });
  return changing(context, { before, after, put, event: { ...who(acting), kind: 'amended' } });
};

const isOf = (links: readonly Contribution[], choice: Choice): boolean =>
  Object.values(choice).every(chosen => links.some(({ id }) => id === chosen));

const judged = (judgement: Judgement, amendment: Amendment): Judgement => {
  const { assessment: _assessment, contamination: _contamination, further: _further, ...rest } = judgement;
  const { assessment, contamination, further } = judgement;
  const now = {
    assessment: amendment.kind === 'assess' ? amendment.assessment : assessment,
    contamination: amendment.kind === 'contamination' ? amendment.contamination : contamination,
    further: amendment.kind === 'attribute' ? [...amendment.further] : further,
  };
  return {
    ...rest,
    ...(now.assessment && { assessment: now.assessment }),
    ...(now.contamination && { contamination: now.contamination }),
    ...(now.further && now.further.length > 0 && { further: now.further }),
  };
};

const holding = (
  context: StoreContext,
  before: StoredIncident,
  until: string,
  role: Role,
  acting: ActingOnIncident,
): Plan<IncidentResult> => {
  const { incident, links } = before;
  if (!incidentSteps[incident.status].hold) return refusal('status', before);
  if (until === incident.releaseAt) return refusal('unchanged', before);
  if (until < acting.at) return refusal('past', before);
  const isEarlier = until < incident.releaseAt;
  if (isEarlier && role !== 'admin') return refusal('admins_only', before);
  const hold = { at: until, ...(isEarlier && { earlier: true as const }) };
  const judgement = { ...judgementOf(incident), hold };
  const after = amendIncident(incident, links, { at: acting.at, delay: context.rules.delay, judgement });
  return changing(context, { before, after, event: { ...who(acting), kind: 'held' } });
};

const moving = async (
  context: StoreContext,
  before: StoredIncident,
  reports: readonly string[],
  into: Readonly<{ kind: 'new' | 'existing'; incident: string }>,
  acting: ActingOnIncident,
): Promise<Plan<IncidentResult>> => {
  const { at } = acting;
  const { delay } = context.rules;
  const { incident, links } = before;
  if (incident.status === 'retracted') return refusal('status', before);
  const moved = links.filter(({ id }) => reports.includes(id)).map(link => ({ ...link, gives: [] }));
  if (moved.length === 0 || moved.length < new Set(reports).size) return refusal('not_of_incident', before);
  const rest = settled(links.filter(({ id }) => !reports.includes(id)));
  if (into.incident === incident.id || (into.kind === 'new' && rest.length === 0))
    return refusal('unchanged', before);

  const target = into.kind === 'existing' ? await readStoredIncident(context, into.incident) : undefined;
  if (into.kind === 'existing' && !target) return refusal('incident_missing', before);
  if (target?.incident.status === 'retracted') return refusal('incident_retracted', before);
  const gathered = settled([...(target?.links ?? []), ...moved]);
  const arrived = target
    ? amendIncident(target.incident, gathered, { at, delay })
    : incidentOf(gathered, { id: into.incident, at, approvedAt: incident.approvedAt, delay });
  const left =
    rest.length === 0
      ? retractIncident(incident, at, { mergedInto: into.incident })
      : amendIncident(incident, rest, { at, delay });

  const changes: ReportChange[] = [];
  for (const { id } of moved) {
    const stored = await readStoredReport(context, id);
    if (!stored) return refusal('not_of_incident', before);
    const deed: Step = { kind: 'move', incident: into.incident };
    const stepped = step(stored.report, deed, acting);
    if (stepped.kind === 'refused') return refusal('not_of_incident', before);
    const event = happeningOf(stored.report, deed, stepped.report, acting);
    changes.push({ before: stored, after: stepped.report, event });
  }
  const writes = toWrites(context, {
    reports: changes,
    incidents: [
      {
        before,
        after: left,
        put: changedContributions(links, rest),
        drop: moved.map(({ id }) => id),
        event: { ...who(acting), kind: rest.length === 0 ? 'retracted' : 'amended' },
      },
      {
        before: target,
        after: arrived,
        put: changedContributions(target?.links ?? [], gathered),
        event: { ...who(acting), kind: target ? 'amended' : beginning(arrived) },
      },
    ],
  });
  if (writes.length > maxWrites) return refusal('too_many', before);
  return { kind: 'write', writes, result: { kind: 'done', incident: left, other: arrived } };
};
