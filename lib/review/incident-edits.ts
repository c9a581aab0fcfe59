import { canonical, scheduleActor } from '../history/event.ts';
import type { KeyRing } from '../identity/sealing.ts';
import {
  type Choice,
  type Contribution,
  type CountedPeople,
  changedContributions,
  withSources,
} from '../incident/contribution.ts';
import {
  type Assessment,
  amendIncident,
  type ClaimedAttribution,
  type Contamination,
  emptied,
  type Incident,
  incidentOf,
  type Judgement,
  judgementOf,
  releaseIncident,
  retractIncident,
} from '../incident/incident.ts';
import { releaseChange } from '../incident/shown.ts';
import type { Rules } from '../policy.ts';
import type { Rejection, Report } from '../report/report.ts';
import type { AsideReason } from '../report/vocabulary.ts';
import { type CarryRefusal, carryJudgement } from './carried.ts';
import {
  type Actor,
  beginningOf,
  changeIncident,
  changeWithBatch,
  type Decided,
  type IncidentChange,
  type IncidentState,
  type ReportChange,
} from './changes.ts';
import { applyStep, eventDraftOf, incidentSteps, type Step } from './lifecycle.ts';
import { type IncidentTarget, sameVoice, voicesOf } from './review.ts';
import type { Role } from './team.ts';

/** What a moderator says of an incident beyond its reports. */
export type Amendment =
  /** From which of its reports it takes its place, time, munition (with phase and delivery) or effect. */
  | Readonly<{ kind: 'choose'; choice: Choice }>
  /** A grade of the moderator's own; without one the grade follows from the reports again. */
  | Readonly<{ kind: 'assess'; assessment: Assessment | undefined }>
  /** A number of people that one of its reports gives, which does not count for this reason; without one it counts again. */
  | Readonly<{ kind: 'aside'; report: string; of: CountedPeople; reason: AsideReason | undefined }>
  /** Claims about who did it that no report of it made: all of them, as they should be. */
  | Readonly<{ kind: 'attribute'; further: readonly ClaimedAttribution[] }>
  | Readonly<{ kind: 'contamination'; contamination: Contamination | undefined }>;

/** By a moderator, on the version of an incident that they saw. */
type Edit<Kind extends string, Content> = Readonly<{ kind: Kind; version: number }> &
  Actor &
  Readonly<Content>;

/** What a moderator decides about an incident. */
export type IncidentEdit =
  | Edit<'amend', { amendment: Amendment }>
  /** Moves the release of an embargoed incident: later by anybody, earlier by an admin only. */
  | Edit<'hold', { until: string; role: Role }>
  | Edit<'retract', { retraction: Rejection }>
  /**
   * Moves reports into another incident. The one that is left without any is retracted, and names the other: which merges
   * them.
   */
  | Edit<'move', { reports: readonly string[]; into: IncidentTarget }>
  | Edit<'merge', { into: string }>;

type IncidentRefusal =
  /** The life cycle has no such step from this status. */
  | 'status'
  | 'unchanged'
  /** Only an admin may release earlier than the rules, or another moderator, said. */
  | 'admins_only'
  /** It is over already. */
  | 'past'
  /** A report is not, or not any more, one of the incident's; or a choice names none of them. */
  | 'not_of_incident'
  /** More reports than can be moved at once: move them in parts. */
  | 'too_many'
  | 'incident_missing'
  | 'incident_retracted'
  | CarryRefusal;

export type IncidentResult =
  /** Done; `other` is the incident that reports went to. `again`: this same edit was stored before. */
  | (IncidentState & Readonly<{ kind: 'done'; other?: Incident; again?: true }>)
  /** Not done: this is what somebody else made of it. */
  | (IncidentState & Readonly<{ kind: 'conflict' }>)
  | (IncidentState & Readonly<{ kind: 'refused'; why: IncidentRefusal }>)
  | Readonly<{ kind: 'missing' }>;

/** What an edit is made on. */
type EditState = Readonly<{
  edited: IncidentState;
  /** The incident of `targetOf`, if it exists. */
  target?: IncidentState | undefined;
  /** Those of `movedReports` that exist. */
  moved?: readonly Report[];
  /** What this same edit made of the incident when it was tried before, without knowing whether that was stored. */
  attempted?: Incident | undefined;
  /** Names a reporter within an incident; by default as everywhere else. */
  voiceWithin?: KeyRing['voiceWithin'] | undefined;
}>;

/** Where an edit moves reports to; undefined when it moves none. */
export const targetOf = (edit: IncidentEdit): IncidentTarget | undefined => {
  if (edit.kind === 'merge') return { kind: 'existing', incident: edit.into };
  return edit.kind === 'move' ? edit.into : undefined;
};

/** The ids of the reports that an edit moves. */
export const movedReports = ({ contributions }: IncidentState, edit: IncidentEdit): readonly string[] => {
  const ids = contributions.map(({ id }) => id);
  if (edit.kind === 'merge') return ids;
  return edit.kind === 'move' ? edit.reports.filter(id => ids.includes(id)) : [];
};

/** What comes of an edit. */
export const editIncident = (state: EditState, edit: IncidentEdit, rules: Rules): Decided<IncidentResult> => {
  const { edited, attempted } = state;
  if (edited.incident.version !== edit.version) {
    const isOurs = attempted !== undefined && canonical(attempted) === canonical(edited.incident);
    return { result: isOurs ? { kind: 'done', ...edited, again: true } : { kind: 'conflict', ...edited } };
  }
  switch (edit.kind) {
    case 'amend':
      return amend(edited, edit, rules);
    case 'hold':
      return hold(edited, edit, rules);
    case 'retract': {
      const { incident, contributions } = edited;
      if (!incidentSteps[incident.status].retract) return refuse('status', edited);
      const after = retractIncident(incident, edit.at, { retraction: edit.retraction });
      return done(changeIncident(edited, { incident: after, contributions }, edit, 'retracted'));
    }
    case 'move':
      return move(state, edit, edit.reports, edit.into, rules);
    case 'merge':
      return move(state, edit, movedReports(edited, edit), { kind: 'existing', incident: edit.into }, rules);
  }
};

/** `gone`: it is retracted, or was never there. */
export type ReleaseResult = 'released' | 'already' | 'not_due' | 'gone';

/** Publishes an embargoed incident, or what has become of a published one, when its time has come. */
export const releaseIfDue = (before: IncidentState | undefined, at: string): Decided<ReleaseResult> => {
  if (!before) return { result: 'gone' };
  const { status, shown, releaseAt } = before.incident;
  if (!shown && status === 'published') return { result: 'already' };
  if (!shown && status === 'retracted') return { result: 'gone' };
  if (releaseAt > at) return { result: 'not_due' };
  const incident = shown ? releaseChange(before.incident) : releaseIncident(before.incident);
  // Of a change readers are told when it was due, as of everything that is changed.
  const actor = { at: shown ? releaseAt : at, by: scheduleActor };
  return {
    result: 'released',
    changes: { incidents: [changeIncident(before, { ...before, incident }, actor, 'published')] },
  };
};

const refuse = (why: IncidentRefusal, state: IncidentState): Decided<IncidentResult> => ({
  result: { kind: 'refused', why, ...state },
});

const done = (change: IncidentChange): Decided<IncidentResult> => ({
  result: { kind: 'done', ...change.after },
  changes: { incidents: [change] },
});

const amend = (
  before: IncidentState,
  { amendment, by, at }: Extract<IncidentEdit, { kind: 'amend' }>,
  rules: Rules,
): Decided<IncidentResult> => {
  const { incident } = before;
  if (!incidentSteps[incident.status].amend) return refuse('status', before);
  const choice = amendment.kind === 'choose' ? amendment.choice : {};
  if (!isOf(before.contributions, choice)) return refuse('not_of_incident', before);
  if (amendment.kind === 'aside' && !isOf(before.contributions, { place: amendment.report }))
    return refuse('not_of_incident', before);
  const chosen = withSources(before.contributions, choice);
  const contributions = amendment.kind === 'aside' ? setAside(chosen, amendment) : chosen;
  const judgement = judge(judgementOf(incident), amendment);
  if (
    changedContributions(before.contributions, contributions).length === 0 &&
    canonical(judgement) === canonical(judgementOf(incident))
  )
    return refuse('unchanged', before);
  const after = amendIncident(incident, contributions, { at, rules, judgement });
  const change = changeWithBatch(
    before,
    { incident: after, contributions },
    { by, at },
    { rules, kind: 'amended' },
  );
  return done(amendment.kind === 'aside' ? tellingAside(change, amendment) : change);
};

type Aside = Extract<Amendment, { kind: 'aside' }>;

const setAside = (
  contributions: readonly Contribution[],
  { report, of, reason }: Aside,
): readonly Contribution[] =>
  contributions.map(({ aside, ...contribution }) => {
    const all = contribution.id === report ? { ...aside, [of]: reason } : aside;
    const set = Object.entries(all ?? {}).filter(([, why]) => why !== undefined);
    return set.length > 0 ? { ...contribution, aside: Object.fromEntries(set) } : contribution;
  });

/** The history of the incident says whose number it was, and why. */
const tellingAside = (change: IncidentChange, { report, of, reason }: Aside): IncidentChange => {
  const former = change.before?.contributions.find(({ id }) => id === report)?.aside?.[of];
  const told = (why: AsideReason | undefined) => why && { report, of, reason: why };
  const aside = { old: told(former), new: told(reason) };
  return { ...change, event: { ...change.event, changes: { ...change.event.changes, aside } } };
};

const isOf = (contributions: readonly Contribution[], choice: Choice): boolean =>
  Object.values(choice).every(chosen => contributions.some(({ id }) => id === chosen));

const judge = (judgement: Judgement, amendment: Amendment): Judgement => {
  switch (amendment.kind) {
    case 'choose':
    case 'aside':
      return judgement;
    case 'assess':
      return { ...judgement, assessment: amendment.assessment };
    case 'contamination':
      return { ...judgement, contamination: amendment.contamination };
    case 'attribute':
      return { ...judgement, further: amendment.further.length > 0 ? [...amendment.further] : undefined };
  }
};

const hold = (
  before: IncidentState,
  { until, role, by, at }: Extract<IncidentEdit, { kind: 'hold' }>,
  rules: Rules,
): Decided<IncidentResult> => {
  const { incident, contributions } = before;
  if (!incidentSteps[incident.status].hold) return refuse('status', before);
  if (until === incident.releaseAt) return refuse('unchanged', before);
  if (until < at) return refuse('past', before);
  const isEarlier = until < incident.releaseAt;
  if (isEarlier && role !== 'admin') return refuse('admins_only', before);
  const judgement = {
    ...judgementOf(incident),
    hold: { at: until, earlier: isEarlier ? (true as const) : undefined },
  };
  const after = amendIncident(incident, contributions, { at, rules, judgement });
  return done(changeIncident(before, { incident: after, contributions }, { by, at }, 'held'));
};

const move = (
  { edited, target, moved = [], voiceWithin = sameVoice }: EditState,
  { by, at }: Actor,
  ids: readonly string[],
  into: IncidentTarget,
  rules: Rules,
): Decided<IncidentResult> => {
  const { incident, contributions } = edited;
  const actor = { by, at };
  if (incident.status === 'retracted') return refuse('status', edited);
  const leaving = contributions.filter(({ id }) => ids.includes(id));
  if (leaving.length === 0 || leaving.length < new Set(ids).size) return refuse('not_of_incident', edited);
  const rest = withSources(contributions.filter(({ id }) => !ids.includes(id)));
  const isEmpty = rest.length === 0;
  if (into.incident === incident.id || (into.kind === 'new' && isEmpty)) return refuse('unchanged', edited);
  if (into.kind === 'existing' && !target) return refuse('incident_missing', edited);
  if (target?.incident.status === 'retracted') return refuse('incident_retracted', edited);
  const judgement = carryJudgement({ from: incident, isWhole: isEmpty, into: target?.incident, at });
  if (typeof judgement === 'string') return refuse(judgement, edited);
  const reports = leaving.flatMap(({ id }) => {
    const report = moved.find(one => one.id === id);
    return (report && moveReport(report, into.incident, actor)) ?? [];
  });
  if (reports.length < leaving.length) return refuse('not_of_incident', edited);

  const reporterOf = (id: string) => moved.find(one => one.id === id)?.reporter ?? '';
  const gathered = withSources([
    ...(target?.contributions ?? []),
    ...leaving.map(contribution => ({
      ...contribution,
      reporter: voiceWithin(into.incident, reporterOf(contribution.id), voicesOf(target)),
      sourceFor: [],
    })),
  ]);
  const other = target
    ? amendIncident(target.incident, gathered, { at, rules, judgement })
    : incidentOf(gathered, { id: into.incident, at, approvedAt: incident.approvedAt, rules, judgement });
  const left = isEmpty
    ? emptied(retractIncident(incident, at, { mergedInto: into.incident }))
    : amendIncident(incident, rest, { at, rules });
  const kind = isEmpty ? 'retracted' : 'amended';
  const parted = changeWithBatch(edited, { incident: left, contributions: rest }, actor, { rules, kind });
  const joined = { incident: other, contributions: gathered };
  const joining = target
    ? changeWithBatch(target, joined, actor, { rules, kind: 'amended' })
    : changeIncident(undefined, joined, actor, beginningOf(other));
  return {
    result: { kind: 'done', ...parted.after, other: joining.after.incident },
    changes: { reports, incidents: [parted, joining] },
    ifTooLarge: { kind: 'refused', why: 'too_many', ...edited },
  };
};

/** Undefined when the report cannot move any more: it was withdrawn, or rejected, meanwhile. */
const moveReport = (before: Report, incident: string, actor: Actor): ReportChange | undefined => {
  const step: Step = { kind: 'move', incident };
  const applied = applyStep(before, step, actor);
  if (applied.kind === 'refused') return undefined;
  return { before, after: applied.report, event: eventDraftOf(before, step, applied.report, actor) };
};
