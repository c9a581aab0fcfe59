import { canonical, type Event, scheduleActor, witnessActor } from '../history/event.ts';
import type { KeyRing } from '../identity/sealing.ts';
import { type Aspect, contributionOf, keepingAside, withSources } from '../incident/contribution.ts';
import {
  amendIncident,
  emptied,
  eraseFromIncident,
  type Incident,
  incidentOf,
  type Judgement,
  judgementOf,
  retractIncident,
} from '../incident/incident.ts';
import type { Rules } from '../policy.ts';
import type { Answers, Checklist, Evidence, Rejection, Report, Wording } from '../report/report.ts';
import { hourOf } from '../time/instant.ts';
import { type CarryRefusal, carryJudgement } from './carried.ts';
import {
  type Actor,
  beginningOf,
  changeIncident,
  changeWithBatch,
  type Decided,
  type IncidentChange,
  type IncidentState,
} from './changes.ts';
import { applyStep, eventDraftOf, eventOf, reportSteps, type Step, type StepRefusal } from './lifecycle.ts';

/** Where reports go: a new incident, under this new id, or one that there is. */
export type IncidentTarget = Readonly<{ kind: 'new' | 'existing'; incident: string }>;

/** By a moderator, on the version of a report that they saw. */
type ByModerator<Kind extends string, Content = object> = Readonly<{ kind: Kind; version: number }> &
  Actor &
  Readonly<Content>;

/**
 * By the witness, on their report at whatever version it is. `reporter` is the pseudonym that it was sent under; `also` all
 * that they have, by older and newer secrets, under any of which they may have been muted.
 */
type ByWitness<Kind extends string, Content = object> = Readonly<{
  kind: Kind;
  reporter: string;
  also?: readonly string[];
  at: string;
}> &
  Readonly<Content>;

type ModeratorDecision =
  /** Leases a report for `leaseMs`; claiming again renews the lease. */
  | ByModerator<'claim'>
  | ByModerator<'unclaim'>
  /** Asks the witness. The report leaves the queue until the answer. */
  | ByModerator<'ask', { wording: Wording }>
  /** Corrects answers: `answers` are all of them, as they should be. */
  | ByModerator<'edit', { answers: Answers }>
  /**
   * Approves a report into an incident, which takes from it the aspects that it is the `sourceFor`; a new incident takes
   * everything. Where two approvals are needed, the first leaves the report in review. A report that was approved before
   * leaves its former incident if this is another.
   */
  | ByModerator<'approve', { into: IncidentTarget; checklist: Checklist; sourceFor?: readonly Aspect[] }>
  /** An incident that the report is in is amended, or retracted when nothing is left of it. */
  | ByModerator<'reject', { rejection: Rejection }>
  /** Takes a decision back: the report waits again. What is published stays until the next decision. */
  | ByModerator<'reopen'>;

export type WitnessDecision =
  /** To the question at this place, from 0. */
  | ByWitness<'answer', { question: number; text: string; evidence: readonly Evidence[] }>
  /** The report waits for review again. What is published stays until then. */
  | ByWitness<'amend', { answers: Answers }>
  /** What was published of it is amended, or retracted. */
  | ByWitness<'withdraw'>;

/** By the clock: a rejected report is erased, once it was kept for long enough. */
type Retention = Readonly<{ kind: 'erase'; at: string }>;

/** What somebody decides about a report. */
export type Decision = ModeratorDecision | WitnessDecision | Retention;

/** Why a report cannot come into an incident. */
type JoinRefusal = 'incident_missing' | 'incident_retracted' | CarryRefusal;

export type StepResult =
  /**
   * Done, with the incident that it changed, if any; for an approval, the one that the report is in now. `again`: this same
   * decision by the same person was stored before; no incident is told then.
   */
  | Readonly<{ kind: 'done'; report: Report; incident?: IncidentState | undefined; again?: true }>
  /** Not done: `report` is what somebody else made of it. */
  | Readonly<{ kind: 'conflict'; report: Report }>
  /** Not done. `report` is as it is; for `muted` as it would be, for its witness is not to notice. */
  | Readonly<{
      kind: 'refused';
      why: StepRefusal | JoinRefusal | 'muted';
      report: Report;
    }>
  /** The report does not exist, or is not this witness's. */
  | Readonly<{ kind: 'missing' }>;

/** What a decision is made on. */
type ReportState = Readonly<{
  report: Report;
  /** The event that made this version, where `mayBeRepeated` says so. */
  lastEvent?: Event | undefined;
  /** Those of `incidentsOf` that exist. */
  incidents: readonly IncidentState[];
  /** Names a reporter within an incident; by default as everywhere else. */
  voiceWithin?: KeyRing['voiceWithin'] | undefined;
}>;

/** The ids of the incidents that a decision is also about. */
export const incidentsOf = ({ incident }: Report, decision: Decision): readonly string[] => {
  const current = incident === undefined ? [] : [incident];
  switch (decision.kind) {
    case 'approve': {
      const target = decision.into.kind === 'existing' ? [decision.into.incident] : [];
      return [...new Set([...target, ...current])];
    }
    case 'reject':
    case 'withdraw':
    case 'erase':
      return current;
    default:
      return [];
  }
};

/** Whether a decision on an old version may be a redelivery of the one that made the present version. */
export const mayBeRepeated = ({ version }: Report, decision: Decision): boolean =>
  'version' in decision && version === decision.version + 1;

/** What comes of a decision about a report. */
export const decide = (state: ReportState, decision: Decision, rules: Rules): Decided<StepResult> => {
  if ('version' in decision) return decideAsModerator(state, decision, rules);
  return decision.kind === 'erase' ? erase(state, decision) : decideAsWitness(state, decision, rules);
};

const erase = (state: ReportState, step: Retention): Decided<StepResult> => {
  const { report } = state;
  const actor = { by: scheduleActor, at: step.at };
  const applied = applyStep(report, step, actor);
  if (applied.kind === 'refused') return { result: { kind: 'refused', why: applied.why, report } };
  const after = applied.report;
  const event = eventDraftOf(report, step, after, actor);
  return {
    result: { kind: 'done', report: after },
    changes: {
      reports: [{ before: report, after, event, erases: true }],
      incidents: eraseFromRetracted(state, actor),
    },
  };
};

const decideAsModerator = (
  state: ReportState,
  decision: ModeratorDecision,
  rules: Rules,
): Decided<StepResult> => {
  const { report, lastEvent } = state;
  const { by, at } = decision;
  const step = stepOf(report, decision, rules);
  if (report.version !== decision.version) {
    const isAgain =
      mayBeRepeated(report, decision) && lastEvent?.by === by && isSameStep(report, lastEvent, step);
    return { result: isAgain ? { kind: 'done', report, again: true } : { kind: 'conflict', report } };
  }
  const applied = applyStep(report, step, { by, at });
  if (applied.kind === 'refused') return { result: { kind: 'refused', why: applied.why, report } };
  const after = applied.report;
  const incidents = incidentChanges(state, after, step, decision, rules);
  if (typeof incidents === 'string') return { result: { kind: 'refused', why: incidents, report } };
  const event = eventDraftOf(report, step, after, { by, at });
  return {
    result: { kind: 'done', report: after, incident: incidents[0]?.after },
    changes: { reports: [{ before: report, after, event }], incidents },
  };
};

const decideAsWitness = (
  state: ReportState,
  decision: WitnessDecision,
  rules: Rules,
): Decided<StepResult> => {
  const { report } = state;
  const { reporter, also = [], at, ...step } = decision;
  if (report.reporter !== reporter) return { result: { kind: 'missing' } };
  if (isDone(report, step)) return { result: { kind: 'done', report, again: true } };
  const isWithdrawal = step.kind === 'withdraw';
  // What a witness did is stored in clear to the hour only.
  const actor = { by: witnessActor, at: isWithdrawal ? hourOf(at) : at };
  const applied = applyStep(report, step, actor);
  if (applied.kind === 'refused') return { result: { kind: 'refused', why: applied.why, report } };
  const after = applied.report;
  const incidents = isWithdrawal
    ? [...leaveIncident(state, actor, { rules, now: at }), ...eraseFromRetracted(state, actor)]
    : [];
  const event = { ...eventDraftOf(report, step, after, actor), at: hourOf(at) };
  return {
    result: { kind: 'done', report: after, incident: incidents[0]?.after },
    changes: {
      reports: [{ before: report, after, event, erases: isWithdrawal ? true : undefined }],
      incidents,
    },
    // Somebody muted can still take back what they reported.
    unlessMuted: isWithdrawal
      ? undefined
      : {
          reporters: [...new Set([reporter, ...also])],
          result: { kind: 'refused', why: 'muted', report: after },
        },
  };
};

/** The step of the life cycle that a moderator's decision is. */
const stepOf = (report: Report, decision: ModeratorDecision, { approvalsNeeded, leaseMs }: Rules): Step => {
  switch (decision.kind) {
    case 'claim':
      return { kind: 'claim', until: new Date(Date.parse(decision.at) + leaseMs).toISOString() };
    case 'approve': {
      const { into, checklist } = decision;
      const isLast = (report.approvals?.length ?? 0) + 1 >= approvalsNeeded;
      return isLast
        ? { kind: 'approve', incident: into.incident, checklist }
        : { kind: 'endorse', checklist };
    }
    default: {
      const { version: _version, by: _by, at: _at, ...step } = decision;
      return step;
    }
  }
};

/** What a moderator's step changes beside the report; the incident that it comes into is the first. */
const incidentChanges = (
  state: ReportState,
  after: Report,
  step: Step,
  decision: ModeratorDecision,
  rules: Rules,
): readonly IncidentChange[] | JoinRefusal => {
  if (step.kind === 'reject')
    return leaveIncident(state, decision, { rules, isProtective: isUnsafe(step.rejection) });
  if (step.kind !== 'approve' || decision.kind !== 'approve') return [];
  const joined = joinIncident(state, after, decision, rules);
  if (typeof joined === 'string') return joined;
  const stays = state.report.incident === decision.into.incident;
  return [joined, ...(stays ? [] : leaveIncident(state, decision, { rules }))];
};

/** What becomes of the incident that a report is approved into, or why it cannot be. */
const joinIncident = (
  state: ReportState,
  report: Report,
  { into, sourceFor = [], by, at }: Extract<Decision, { kind: 'approve' }>,
  rules: Rules,
): IncidentChange | JoinRefusal => {
  const { incidents, voiceWithin = sameVoice } = state;
  const before =
    into.kind === 'new' ? undefined : incidents.find(({ incident }) => incident.id === into.incident);
  if (into.kind === 'existing' && !before) return 'incident_missing';
  if (before?.incident.status === 'retracted') return 'incident_retracted';
  const judgement = judgementFor(state, before?.incident, at);
  if (typeof judgement === 'string') return judgement;
  const voice = voiceWithin(into.incident, report.reporter, voicesOf(before));
  if (!before) {
    const contributions = withSources([contributionOf(report, [], voice)]);
    const incident = incidentOf(contributions, { id: into.incident, at, rules, judgement });
    return changeIncident(undefined, { incident, contributions }, { by, at }, beginningOf(incident));
  }
  const former = before.contributions.find(({ id }) => id === report.id);
  const contributions = withSources(
    [
      ...before.contributions.filter(({ id }) => id !== report.id),
      keepingAside(former, contributionOf(report, former?.sourceFor, voice)),
    ],
    Object.fromEntries(sourceFor.map(aspect => [aspect, report.id])),
  );
  const incident = amendIncident(before.incident, contributions, { at, rules, judgement });
  const after = { incident, contributions };
  return former && isGuarded(report)
    ? changeIncident(before, after, { by, at }, 'amended')
    : changeWithBatch(before, after, { by, at }, { rules, kind: 'amended' });
};

/** Whether whoever approved a report found something in it to keep from readers: of one that they have seen, at once. */
const isGuarded = ({ approvals = [] }: Report): boolean =>
  approvals.some(({ checklist }) => Object.values(checklist).includes(true));

/** Whether what is rejected could harm somebody while it is shown. */
const isUnsafe = ({ reason }: Rejection): boolean =>
  reason === 'unsafe_to_publish' || reason === 'military_position';

/** What moderators said of the incident that a report was in, and of the one that it comes into. */
const judgementFor = (
  { report, incidents }: ReportState,
  into: Incident | undefined,
  at: string,
): Judgement | CarryRefusal => {
  const left = incidents.find(({ incident }) => incident.id === report.incident);
  if (!left || left.incident.id === into?.id) return into ? judgementOf(into) : {};
  const isWhole = left.contributions.every(({ id }) => id === report.id);
  return carryJudgement({ from: left.incident, isWhole, into, at });
};

/** A reporter's name within an incident where none is made. */
export const sameVoice: KeyRing['voiceWithin'] = (_, reporter) => reporter;

/** The reporters of the reports that an incident is made of. */
export const voicesOf = (state: IncidentState | undefined): readonly string[] =>
  state?.contributions.map(({ reporter }) => reporter) ?? [];

/** How a report leaves its incident: `isProtective`, so that readers see it no more at once. */
type Leaving = Readonly<{ rules: Rules; now?: string; isProtective?: boolean }>;

/** What becomes of the incident that a report leaves, if it is in one: the same without it, or retracted when it was the last. */
const leaveIncident = (
  { report, incidents }: ReportState,
  { by, at }: Actor,
  leaving: Leaving,
): readonly IncidentChange[] => {
  const before = incidents.find(({ incident }) => incident.id === report.incident);
  if (!before?.contributions.some(({ id }) => id === report.id)) return [];
  if (before.incident.status === 'retracted') return [];
  const contributions = before.contributions.filter(({ id }) => id !== report.id);
  return [leftWith(before, contributions, { by, at }, leaving)];
};

/** An incident with no more than these of its reports: amended, or retracted when there are none. */
const leftWith = (
  before: IncidentState,
  left: IncidentState['contributions'],
  { by, at }: Actor,
  { rules, now = at, isProtective = false }: Leaving,
): IncidentChange => {
  const contributions = withSources(left);
  const isEmpty = contributions.length === 0;
  const incident = isEmpty
    ? emptied(retractIncident(before.incident, at))
    : amendIncident(before.incident, contributions, { at, now, rules });
  const kind = isEmpty ? 'retracted' : 'amended';
  const after = { incident, contributions };
  return isProtective
    ? changeIncident(before, after, { by, at }, kind)
    : changeWithBatch(before, after, { by, at }, { rules, kind, now });
};

/**
 * An incident that was restored from a backup with a report that was erased since: what it is without. `before` is what can
 * still be opened of it.
 */
export const withoutErased = (before: IncidentState, actor: Actor, rules: Rules): IncidentChange =>
  before.incident.status === 'retracted'
    ? erasedFrom(before, before.contributions, actor)
    : leftWith(before, before.contributions, actor, { rules });

/** What becomes of an incident that was retracted before, and still holds a report that is erased now. */
const eraseFromRetracted = (
  { report, incidents }: ReportState,
  { by, at }: Actor,
): readonly IncidentChange[] => {
  const before = incidents.find(({ incident }) => incident.id === report.incident);
  if (before?.incident.status !== 'retracted') return [];
  if (!before.contributions.some(({ id }) => id === report.id)) return [];
  return [
    erasedFrom(
      before,
      before.contributions.filter(({ id }) => id !== report.id),
      { by, at },
    ),
  ];
};

const erasedFrom = (
  before: IncidentState,
  left: IncidentState['contributions'],
  actor: Actor,
): IncidentChange => {
  const contributions = withSources(left);
  const incident = eraseFromIncident(before.incident, contributions);
  return changeIncident(before, { incident, contributions }, actor, 'erased');
};

/** Whether a report says already what a step of its witness would make it say. */
const isDone = (report: Report, step: Step): boolean => {
  switch (step.kind) {
    case 'withdraw':
      return report.status === 'withdrawn';
    case 'answer':
      return report.questions?.[step.question]?.reply?.text === step.text;
    case 'amend':
      return (
        reportSteps[report.status].amend !== undefined &&
        canonical(report.answers) === canonical(step.answers)
      );
    default:
      return false;
  }
};

/** Whether an event, the last of this report, is this step, with the same content. */
const isSameStep = (report: Report, event: Event, step: Step): boolean => {
  switch (step.kind) {
    case 'approve':
    case 'endorse':
      return event.kind === 'approved' || event.kind === 'endorsed';
    case 'reject':
      return event.kind === 'rejected' && canonical(report.rejection) === canonical(step.rejection);
    case 'ask':
      return event.kind === 'asked' && canonical(event.changes.question?.new) === canonical(step.wording);
    case 'edit':
      return event.kind === 'edited' && canonical(report.answers) === canonical(step.answers);
    default:
      return event.kind === eventOf[step.kind];
  }
};
