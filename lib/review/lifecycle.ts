import { canonical, changesOf, type EventDraft, type EventKind } from '../history/event.ts';
import type { IncidentStatus } from '../incident/incident.ts';
import {
  type Answers,
  answersSchema,
  type Checklist,
  type Evidence,
  maxQuestions,
  type Rejection,
  type Report,
  type ReportStatus,
  type Wording,
} from '../report/report.ts';
import type { Actor } from './changes.ts';

/** What can be done with a report: by a moderator, or (answer, amend, withdraw) by its witness. */
export type Step =
  /** A moderator leases it until an instant, or gives it back. */
  | Readonly<{ kind: 'claim'; until: string }>
  | Readonly<{ kind: 'unclaim' }>
  | Readonly<{ kind: 'ask'; wording: Wording }>
  /** `question` is its place in the report's questions, from 0. */
  | Readonly<{ kind: 'answer'; question: number; text: string; evidence: readonly Evidence[] }>
  /** A moderator corrects answers. */
  | Readonly<{ kind: 'edit'; answers: Answers }>
  /** The first of two approvals. */
  | Readonly<{ kind: 'endorse'; checklist: Checklist }>
  | Readonly<{ kind: 'approve'; incident: string; checklist: Checklist }>
  | Readonly<{ kind: 'reject'; rejection: Rejection }>
  /** Takes a decision back. What is published stays as it is until the next decision. */
  | Readonly<{ kind: 'reopen' }>
  /** The witness corrects answers. */
  | Readonly<{ kind: 'amend'; answers: Answers }>
  | Readonly<{ kind: 'withdraw' }>
  /** The time for which a rejected report is kept is over. */
  | Readonly<{ kind: 'erase' }>
  /** Into another incident. */
  | Readonly<{ kind: 'move'; incident: string }>;

/** The life cycle of a report: where each step leads from each status. What is not here is refused. */
export const reportSteps: Readonly<
  Record<ReportStatus, Readonly<Partial<Record<Step['kind'], ReportStatus>>>>
> = {
  submitted: {
    claim: 'in_review',
    ask: 'needs_info',
    edit: 'in_review',
    endorse: 'in_review',
    approve: 'approved',
    reject: 'rejected',
    amend: 'submitted',
    withdraw: 'withdrawn',
  },
  in_review: {
    claim: 'in_review',
    unclaim: 'in_review',
    ask: 'needs_info',
    answer: 'in_review',
    edit: 'in_review',
    endorse: 'in_review',
    approve: 'approved',
    reject: 'rejected',
    amend: 'in_review',
    withdraw: 'withdrawn',
    move: 'in_review',
  },
  needs_info: {
    claim: 'in_review',
    ask: 'needs_info',
    answer: 'in_review',
    reject: 'rejected',
    amend: 'in_review',
    withdraw: 'withdrawn',
    move: 'needs_info',
  },
  approved: {
    edit: 'in_review',
    reopen: 'in_review',
    amend: 'in_review',
    withdraw: 'withdrawn',
    move: 'approved',
  },
  rejected: { reopen: 'in_review', amend: 'in_review', withdraw: 'withdrawn', erase: 'rejected' },
  withdrawn: {},
};

/** What can be done with an incident. `hold` moves its release; `erase` takes an erased report out of what was taken back. */
type IncidentStep = 'amend' | 'hold' | 'publish' | 'retract' | 'erase';

/**
 * The life cycle of an incident. It begins with an approval: embargoed, or published when its release is due already. What
 * was published before is published again when what became of it reaches readers, with a batch (`../incident/shown.ts`).
 */
export const incidentSteps: Readonly<
  Record<IncidentStatus, Readonly<Partial<Record<IncidentStep, IncidentStatus>>>>
> = {
  embargoed: { amend: 'embargoed', hold: 'embargoed', publish: 'published', retract: 'retracted' },
  published: { amend: 'published', publish: 'published', retract: 'retracted' },
  retracted: { publish: 'retracted', erase: 'retracted' },
};

/** The kind of event that each step is in a history. */
export const eventOf = {
  claim: 'claimed',
  unclaim: 'unclaimed',
  ask: 'asked',
  answer: 'answered',
  edit: 'edited',
  endorse: 'endorsed',
  approve: 'approved',
  reject: 'rejected',
  reopen: 'reopened',
  amend: 'amended',
  withdraw: 'withdrawn',
  move: 'moved',
  erase: 'erased',
} as const satisfies Readonly<Record<Step['kind'], EventKind>>;

/** The steps of the witness. All others are a moderator's, and only theirs who has claimed the report, if anybody has. */
const witnessSteps: readonly Step['kind'][] = ['answer', 'amend', 'withdraw'];

export type StepRefusal =
  /** The life cycle has no such step from this status. */
  | 'status'
  /** Somebody else has claimed it, and the lease has not ended. */
  | 'claimed'
  /** Whoever approved first cannot approve again: another moderator is needed. */
  | 'second_needed'
  /** It shows a military position: that cannot be published. */
  | 'military_position'
  | 'no_such_question'
  | 'too_many_questions'
  /** It is a row of a data set of others: no witness is behind it. */
  | 'nobody_to_ask'
  /** Nothing would change. */
  | 'unchanged';

type Applied = Readonly<{ kind: 'done'; report: Report }> | Readonly<{ kind: 'refused'; why: StepRefusal }>;

/** The next version of a report after a step, or why there is none. */
export const applyStep = (report: Report, step: Step, { by, at }: Actor): Applied => {
  const status = reportSteps[report.status][step.kind];
  if (!status) return refused('status');
  if (!witnessSteps.includes(step.kind) && step.kind !== 'move' && holderOf(report, at, by))
    return refused('claimed');
  const next: Report = { ...report, version: report.version + 1, status };
  switch (step.kind) {
    case 'claim':
      return done({ ...next, claim: { by, until: step.until } });
    case 'unclaim':
      return report.claim ? done(without(next, 'claim')) : refused('unchanged');
    case 'ask':
      return ask(next, step.wording, { by, at });
    case 'answer':
      return answer(next, step, at);
    case 'edit':
    case 'amend': {
      if (canonical(step.answers) === canonical(report.answers)) return refused('unchanged');
      const back = backToReview(report, { ...next, answers: step.answers }, at);
      return done(step.kind === 'amend' ? { ...back, waitingSince: at } : back);
    }
    case 'reopen':
      return done(backToReview(report, next, at));
    case 'endorse':
    case 'approve':
      return approve(next, step, { by, at });
    case 'reject':
      return done(
        without({ ...next, decidedAt: at, decidedBy: by, rejection: step.rejection }, 'claim', 'approvals'),
      );
    case 'erase':
      return done(next);
    case 'withdraw':
      return done(without({ ...next, decidedAt: at, decidedBy: by }, 'claim'));
    case 'move':
      return report.incident === step.incident
        ? refused('unchanged')
        : done({ ...next, incident: step.incident });
  }
};

/** Who has claimed a report at an instant, unless it is `by` themselves; undefined when it is free for them. */
export const holderOf = ({ claim }: Pick<Report, 'claim'>, at: string, by?: string): string | undefined =>
  claim && claim.until > at && claim.by !== by ? claim.by : undefined;

/** Whether a report waits for moderators. */
export const waits = ({ status }: Pick<Report, 'status'>): boolean =>
  status === 'submitted' || status === 'in_review';

/** What the history of a report says of a step: the values that changed, old and new, each answer by its own name. */
export const eventDraftOf = (before: Report, step: Step, after: Report, { by, at }: Actor): EventDraft => ({
  at,
  by,
  kind: eventOf[step.kind],
  changes: {
    ...changesOf<Partial<Report>>(before, after, ['status', 'claim', 'rejection', 'incident']),
    ...changesOf<Partial<Answers>>(
      before.answers,
      after.answers,
      Object.keys(answersSchema.shape) as (keyof Answers)[],
    ),
    ...contentOf(step),
  },
});

const refused = (why: StepRefusal): Applied => ({ kind: 'refused', why });
const done = (report: Report): Applied => ({ kind: 'done', report });

const ask = (report: Report, wording: Wording, { by, at }: Actor): Applied => {
  const { questions = [] } = report;
  if (report.imported) return refused('nobody_to_ask');
  if (questions.length >= maxQuestions) return refused('too_many_questions');
  return done(without({ ...report, questions: [...questions, { at, by, wording }] }, 'claim'));
};

const answer = (
  report: Report,
  { question: place, text, evidence }: Extract<Step, { kind: 'answer' }>,
  at: string,
): Applied => {
  const { questions = [] } = report;
  const asked = questions[place];
  if (!asked) return refused('no_such_question');
  if (asked.reply) return refused('unchanged');
  const reply = { at, text, evidence: [...evidence] };
  const answered = questions.map(question => (question === asked ? { ...asked, reply } : question));
  return done(without({ ...report, questions: answered, waitingSince: at }, 'approvals'));
};

const approve = (
  report: Report,
  step: Extract<Step, { kind: 'endorse' | 'approve' }>,
  { by, at }: Actor,
): Applied => {
  const { approvals = [] } = report;
  const { checklist } = step;
  if (checklist.militaryPosition) return refused('military_position');
  if (approvals.some(approval => approval.by === by)) return refused('second_needed');
  const approved = without({ ...report, approvals: [...approvals, { by, at, checklist }] }, 'claim');
  return done(
    step.kind === 'endorse'
      ? approved
      : { ...approved, decidedAt: at, decidedBy: by, incident: step.incident },
  );
};

/** A report of which something else must be decided now: earlier approvals and decisions no longer hold. */
const backToReview = (before: Report, next: Report, at: string): Report => {
  const back = without(next, 'approvals', 'decidedAt', 'decidedBy', 'rejection');
  return waits(before) ? back : { ...back, waitingSince: at };
};

const without = (report: Report, ...names: readonly (keyof Report)[]): Report =>
  Object.fromEntries(
    Object.entries(report).filter(([name]) => !names.includes(name as keyof Report)),
  ) as Report;

/** What a step says itself, beside what it changes. */
const contentOf = (step: Step): EventDraft['changes'] => {
  switch (step.kind) {
    case 'ask':
      return { question: { new: step.wording } };
    case 'answer':
      return {
        reply: { new: { question: step.question, text: step.text, evidence: [...step.evidence] } },
      };
    case 'endorse':
    case 'approve':
      return { checklist: { new: step.checklist } };
    default:
      return {};
  }
};
