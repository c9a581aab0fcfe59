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

/** What can be done with a report: by a moderator, or (answer, amend, withdraw) by its witness. */
export type Step =
  /** A moderator takes it for themselves until a time, or gives it back. */
  | Readonly<{ kind: 'claim'; until: string }>
  | Readonly<{ kind: 'unclaim' }>
  | Readonly<{ kind: 'ask'; wording: Wording }>
  /** `question` is its place in the report's questions, from 0. */
  | Readonly<{ kind: 'answer'; question: number; text: string; evidence: readonly Evidence[] }>
  /** A moderator corrects what was told. */
  | Readonly<{ kind: 'edit'; answers: Answers }>
  /** The first of two approvals. */
  | Readonly<{ kind: 'endorse'; checklist: Checklist }>
  | Readonly<{ kind: 'approve'; incident: string; checklist: Checklist }>
  | Readonly<{ kind: 'reject'; rejection: Rejection }>
  /** A decision is taken back. What is published stays as it is until the next decision. */
  | Readonly<{ kind: 'reopen' }>
  /** The witness corrects what they told. */
  | Readonly<{ kind: 'amend'; answers: Answers }>
  | Readonly<{ kind: 'withdraw' }>
  /** It turns out to speak of another incident. */
  | Readonly<{ kind: 'move'; incident: string }>;

/** The life of a report: where each step leads from each status. What is not here is refused. */
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
  rejected: { reopen: 'in_review', amend: 'in_review', withdraw: 'withdrawn' },
  withdrawn: {},
};

/** What can be done with an incident. `hold` moves its release. */
export type IncidentStep = 'amend' | 'hold' | 'publish' | 'retract';

/** The life of an incident. It begins with an approval: embargoed, or published when its time has come already. */
export const incidentSteps: Readonly<
  Record<IncidentStatus, Readonly<Partial<Record<IncidentStep, IncidentStatus>>>>
> = {
  embargoed: { amend: 'embargoed', hold: 'embargoed', publish: 'published', retract: 'retracted' },
  published: { amend: 'published', retract: 'retracted' },
  retracted: {},
};

/** How a history calls each step. */
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
} as const satisfies Readonly<Record<Step['kind'], EventKind>>;

/** The steps of the witness. All others are a moderator's, and wait for whoever has claimed the report. */
const ofWitness: readonly Step['kind'][] = ['answer', 'amend', 'withdraw'];

export type Refusal =
  /** The life cycle has no such step from this status. */
  | 'status'
  /** Somebody else has claimed it, and their time is not over. */
  | 'claimed'
  /** Whoever approved first cannot approve again: another moderator is needed. */
  | 'second_needed'
  /** It shows a military position: that cannot be published. */
  | 'military_position'
  | 'no_such_question'
  | 'too_many_questions'
  /** Nothing would change. */
  | 'unchanged';

export type Stepped =
  | Readonly<{ kind: 'done'; report: Report }>
  | Readonly<{ kind: 'refused'; why: Refusal }>;

/** Who does it (a pseudonym, or `witness`), and when. */
export type Doing = Readonly<{ by: string; at: string }>;

/** The report after a step, or why there is none. Pure: the same for the store, for buttons, and for tests. */
export const step = (report: Report, deed: Step, { by, at }: Doing): Stepped => {
  const status = reportSteps[report.status][deed.kind];
  if (!status) return refused('status');
  if (!ofWitness.includes(deed.kind) && deed.kind !== 'move' && holderOf(report, at, by))
    return refused('claimed');
  const next: Report = { ...report, version: report.version + 1, status };
  switch (deed.kind) {
    case 'claim':
      return done({ ...next, claim: { by, until: deed.until } });
    case 'unclaim':
      return report.claim ? done(without(next, 'claim')) : refused('unchanged');
    case 'ask': {
      const { questions = [] } = report;
      if (questions.length >= maxQuestions) return refused('too_many_questions');
      return done(
        without({ ...next, questions: [...questions, { at, by, wording: deed.wording }] }, 'claim'),
      );
    }
    case 'answer': {
      const { questions = [] } = report;
      const asked = questions[deed.question];
      if (!asked) return refused('no_such_question');
      if (asked.reply) return refused('unchanged');
      const reply = { at, text: deed.text, evidence: [...deed.evidence] };
      const answered = questions.map(question => (question === asked ? { ...asked, reply } : question));
      return done(without({ ...next, questions: answered, waitingSince: at }, 'approvals'));
    }
    case 'edit':
      if (canonical(deed.answers) === canonical(report.answers)) return refused('unchanged');
      return done(reviewed(report, { ...next, answers: deed.answers }, at));
    case 'amend':
      if (canonical(deed.answers) === canonical(report.answers)) return refused('unchanged');
      return done({ ...reviewed(report, { ...next, answers: deed.answers }, at), waitingSince: at });
    case 'reopen':
      return done(reviewed(report, next, at));
    case 'endorse':
    case 'approve': {
      const { approvals = [] } = report;
      if (deed.checklist.militaryPosition) return refused('military_position');
      if (approvals.some(approval => approval.by === by)) return refused('second_needed');
      const approved = without(
        { ...next, approvals: [...approvals, { by, at, checklist: deed.checklist }] },
        'claim',
      );
      return done(
        deed.kind === 'endorse'
          ? approved
          : { ...approved, decidedAt: at, decidedBy: by, incident: deed.incident },
      );
    }
    case 'reject':
      return done(
        without({ ...next, decidedAt: at, decidedBy: by, rejection: deed.rejection }, 'claim', 'approvals'),
      );
    case 'withdraw':
      return done(without({ ...next, decidedAt: at, decidedBy: by }, 'claim'));
    case 'move':
      return report.incident === deed.incident
        ? refused('unchanged')
        : done({ ...next, incident: deed.incident });
  }
};

/** Who has claimed a report at an instant, unless it is `by` themselves; undefined when it is free for them. */
export const holderOf = ({ claim }: Report, at: string, by?: string): string | undefined =>
  claim && claim.until > at && claim.by !== by ? claim.by : undefined;

/** Whether a report waits for moderators. */
export const waits = ({ status }: Pick<Report, 'status'>): boolean =>
  status === 'submitted' || status === 'in_review';

const refused = (why: Refusal): Stepped => ({ kind: 'refused', why });
const done = (report: Report): Stepped => ({ kind: 'done', report });

/** A report of which something else is now to be judged: earlier approvals and decisions are over. */
const reviewed = (before: Report, next: Report, at: string): Report => {
  const back = without(next, 'approvals', 'decidedAt', 'decidedBy', 'rejection');
  return waits(before) ? back : { ...back, waitingSince: at };
};

const without = (report: Report, ...names: readonly (keyof Report)[]): Report =>
  Object.fromEntries(
    Object.entries(report).filter(([name]) => !names.includes(name as keyof Report)),
  ) as Report;

/** What a history says of a step: the values that changed, old and new, each answer by its own name. */
export const happeningOf = (before: Report, deed: Step, after: Report, { by, at }: Doing): EventDraft => ({
  at,
  by,
  kind: eventOf[deed.kind],
  changes: {
    ...changesOf<Partial<Report>>(before, after, ['status', 'claim', 'rejection', 'incident']),
    ...changesOf<Partial<Answers>>(
      before.answers,
      after.answers,
      Object.keys(answersSchema.shape) as (keyof Answers)[],
    ),
    ...said(deed),
  },
});

const said = (deed: Step): EventDraft['changes'] => {
  switch (deed.kind) {
    case 'ask':
      return { question: { new: deed.wording } };
    case 'answer':
      return {
        reply: { new: { question: deed.question, text: deed.text, evidence: [...deed.evidence] } },
      };
    case 'endorse':
    case 'approve':
      return { checklist: { new: deed.checklist } };
    default:
      return {};
  }
};
