import { canonical, type Event, witnessActor } from '../../history/event.ts';
import { type Aspect, changedContributions, contributionOf, settled } from '../../incident/contribution.ts';
import { amendIncident, type Incident, incidentOf, retractIncident } from '../../incident/incident.ts';
import type { Answers, Checklist, Evidence, Rejection, Report, Wording } from '../../report/report.ts';
import {
  eventOf,
  happeningOf,
  holderOf,
  type Refusal,
  reportSteps,
  type Step,
  step,
} from '../../review/lifecycle.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { reportKey } from '../dynamodb/keys.ts';
import {
  type IncidentChange,
  type Plan,
  type ReportChange,
  readStoredIncident,
  runWithRetry,
  toWrites,
} from './commit.ts';
import { readEvent } from './history.ts';
import { unmuted } from './mutes.ts';
import { createQueue, type QueueFilter } from './queue.ts';
import { readStoredReport, type StoredReport } from './reports.ts';

/** Who acts, when, on which version of which report. `by` is the moderator's pseudonym. */
export type Acting = Readonly<{ id: string; version: number; by: string; at: string }>;

/** A report as its witness means it, at whatever version it is. */
export type Witnessing = Readonly<{ id: string; reporter: string; at: string }>;

export type StepResult =
  /** Done; `again` when this same step had been stored before, by the same person. */
  | Readonly<{ kind: 'done'; report: Report; again?: true }>
  /** Not done: `report` is what somebody else made of it. */
  | Readonly<{ kind: 'conflict'; report: Report }>
  | Readonly<{
      kind: 'refused';
      why: Refusal | 'incident_missing' | 'incident_retracted' | 'muted';
      report: Report;
    }>
  | Readonly<{ kind: 'missing' }>;

/** Where an approved report goes: a new incident, under this new id, or one that there is. */
export type Into = Readonly<{ kind: 'new'; incident: string } | { kind: 'existing'; incident: string }>;

export type Approving = Acting &
  Readonly<{
    into: Into;
    checklist: Checklist;
    /** What the incident takes from this report from now on. A new one takes everything. */
    gives?: readonly Aspect[];
  }>;

/** Each operation is one transaction: all of it, once, or nothing. */
export type Review = Readonly<{
  /** Takes a report for a time, `rules.leaseMs`; one's own claim begins anew. `claimed`: somebody else has it. */
  claim: (acting: Acting) => Promise<StepResult>;
  unclaim: (acting: Acting) => Promise<StepResult>;
  /** Claims whatever waits longest and nobody has claimed; undefined when there is nothing. */
  claimNext: (
    next: Readonly<{ by: string; at: string; filter?: QueueFilter }>,
  ) => Promise<Report | undefined>;
  /** Asks the witness, who is told by the worker. The report leaves the queue until the answer. */
  ask: (asking: Acting & Readonly<{ wording: Wording }>) => Promise<StepResult>;
  /** Corrects answers: `answers` are all of them, as they should be. */
  edit: (editing: Acting & Readonly<{ answers: Answers }>) => Promise<StepResult>;
  /**
   * Approves a report into an incident. Where two approvals are needed, the first leaves the report `in_review` with one
   * of its `approvals`. One that was approved before, and amended, leaves its former incident if this is another.
   */
  approve: (approving: Approving) => Promise<StepResult>;
  /** Rejects a report. An incident that rested on it is amended, or retracted when nothing is left of it. */
  reject: (rejecting: Acting & Readonly<{ rejection: Rejection }>) => Promise<StepResult>;
  /** Rejects several, each on its own: one that somebody else changed does not hold up the others. */
  rejectAll: (
    rejecting: Readonly<{
      reports: readonly Readonly<Pick<Report, 'id' | 'version'>>[];
      by: string;
      at: string;
      rejection: Rejection;
    }>,
  ) => Promise<ReadonlyMap<string, StepResult>>;
  /** Takes a decision back: the report waits again, and what is published stays until the next decision. */
  reopen: (acting: Acting) => Promise<StepResult>;
  /** The witness's answer to the question at this place, from 0. `missing` when there is no such report of theirs. */
  answer: (
    answering: Witnessing & Readonly<{ question: number; text: string; evidence: readonly Evidence[] }>,
  ) => Promise<StepResult>;
  /** The witness corrects a report, which waits for review then. What is published stays as it was until then. */
  amend: (amending: Witnessing & Readonly<{ answers: Answers }>) => Promise<StepResult>;
  /** The witness takes a report back, at whatever version it is. What was published of it is amended, or retracted. */
  withdraw: (withdrawal: Witnessing) => Promise<StepResult>;
}>;

/** So many reports at a time are looked through for one that is free. */
const nextLimit = 50;

export const createReview = (context: StoreContext): Review => {
  const { leaseMs } = context.rules;
  const claim: Review['claim'] = acting =>
    acted(context, acting, {
      kind: 'claim',
      until: new Date(Date.parse(acting.at) + leaseMs).toISOString(),
    });
  const reject: Review['reject'] = ({ rejection, ...acting }) =>
    acted(context, acting, { kind: 'reject', rejection });
  return {
    claim,
    unclaim: acting => acted(context, acting, { kind: 'unclaim' }),
    claimNext: async ({ by, at, filter }) => {
      let after: string | undefined;
      do {
        const page = await createQueue(context).list({ ...filter, limit: nextLimit, after });
        for (const { id, version } of page.items.filter(report => !holderOf(report, at))) {
          const result = await claim({ id, version, by, at });
          if (result.kind === 'done') return result.report;
        }
        after = page.next;
      } while (after !== undefined);
      return undefined;
    },
    ask: ({ wording, ...acting }) => acted(context, acting, { kind: 'ask', wording }),
    edit: ({ answers, ...acting }) => acted(context, acting, { kind: 'edit', answers }),
    approve: ({ into, checklist, gives = [], ...acting }) =>
      runWithRetry(context, async () => {
        const stored = await readStoredReport(context, acting.id);
        if (!stored) return answer({ kind: 'missing' });
        const { report } = stored;
        const given = (report.approvals ?? []).length + 1;
        const deed: Step =
          given < context.rules.approvalsNeeded
            ? { kind: 'endorse', checklist }
            : { kind: 'approve', incident: into.incident, checklist };
        const plan = await planned(context, stored, acting, deed);
        if (plan.kind === 'answer') return plan;
        if (deed.kind === 'endorse') return writing(context, [plan.change], []);
        const { after } = plan.change;
        const arriving = await intoIncident(context, after, into, gives, acting);
        if (typeof arriving === 'string') return answer({ kind: 'refused', why: arriving, report });
        const leaving =
          report.incident === undefined || report.incident === into.incident
            ? []
            : await leavingIncident(context, report, acting);
        return writing(context, [plan.change], [arriving, ...leaving]);
      }),
    reject,
    rejectAll: async ({ reports, by, at, rejection }) => {
      const results = new Map<string, StepResult>();
      for (const { id, version } of reports)
        results.set(id, await reject({ id, version, by, at, rejection }));
      return results;
    },
    reopen: acting => acted(context, acting, { kind: 'reopen' }),
    answer: ({ question, text, evidence, ...witnessing }) =>
      witnessed(context, witnessing, { kind: 'answer', question, text, evidence }),
    amend: ({ answers, ...witnessing }) => witnessed(context, witnessing, { kind: 'amend', answers }),
    withdraw: witnessing => witnessed(context, witnessing, { kind: 'withdraw' }),
  };
};

const answer = (result: StepResult) => ({ kind: 'answer', result }) as const;

const writing = (
  context: StoreContext,
  changes: readonly [ReportChange],
  incidents: readonly IncidentChange[],
): Plan<StepResult> => ({
  kind: 'write',
  writes: toWrites(context, { reports: changes, incidents }),
  result: { kind: 'done', report: changes[0].after },
});

/** A step of a moderator on the version that they saw. */
const acted = (context: StoreContext, acting: Acting, deed: Step): Promise<StepResult> =>
  runWithRetry(context, async () => {
    const stored = await readStoredReport(context, acting.id);
    if (!stored) return answer({ kind: 'missing' });
    const plan = await planned(context, stored, acting, deed);
    if (plan.kind === 'answer') return plan;
    const leaving = deed.kind === 'reject' ? await leavingIncident(context, stored.report, acting) : [];
    return writing(context, [plan.change], leaving);
  });

/** A step of the witness on whatever their report is now. */
const witnessed = (
  context: StoreContext,
  { id, reporter, at }: Witnessing,
  deed: Extract<Step, { kind: 'answer' | 'amend' | 'withdraw' }>,
): Promise<StepResult> =>
  runWithRetry(context, async () => {
    const stored = await readStoredReport(context, id);
    if (stored?.report.reporter !== reporter) return answer({ kind: 'missing' });
    const { report } = stored;
    const by = { by: witnessActor, at };
    const stepped = step(report, deed, by);
    if (isDone(report, deed)) return answer({ kind: 'done', report, again: true });
    if (stepped.kind === 'refused') return answer({ kind: 'refused', why: stepped.why, report });
    const event = happeningOf(report, deed, stepped.report, by);
    const leaving = deed.kind === 'withdraw' ? await leavingIncident(context, report, by) : [];
    const plan = writing(context, [{ before: stored, after: stepped.report, event }], leaving);
    // Somebody muted can still take back what they said.
    return plan.kind === 'write' && deed.kind !== 'withdraw'
      ? { ...plan, writes: [...plan.writes, unmuted(context, reporter)] }
      : plan;
  });

/** Whether a step of the witness is what the report says already. */
const isDone = (report: Report, deed: Step): boolean => {
  switch (deed.kind) {
    case 'withdraw':
      return report.status === 'withdrawn';
    case 'answer':
      return report.questions?.[deed.question]?.reply?.text === deed.text;
    case 'amend':
      return (
        reportSteps[report.status].amend !== undefined &&
        canonical(report.answers) === canonical(deed.answers)
      );
    default:
      return false;
  }
};

type Planned =
  | Readonly<{ kind: 'answer'; result: StepResult }>
  | Readonly<{ kind: 'change'; change: ReportChange }>;

const planned = async (
  context: StoreContext,
  stored: StoredReport,
  { version, by, at }: Acting,
  deed: Step,
): Promise<Planned> => {
  const { report } = stored;
  if (report.version !== version)
    return answer(
      (await isAgain(context, report, version, by, deed))
        ? { kind: 'done', report, again: true }
        : { kind: 'conflict', report },
    );
  const stepped = step(report, deed, { by, at });
  if (stepped.kind === 'refused') return answer({ kind: 'refused', why: stepped.why, report });
  const event = happeningOf(report, deed, stepped.report, { by, at });
  return { kind: 'change', change: { before: stored, after: stepped.report, event } };
};

/** Whether the one change since this version is this same step, delivered twice: not the same kind of step with another content. */
const isAgain = async (
  { client, tables }: StoreContext,
  report: Report,
  version: number,
  by: string,
  deed: Step,
): Promise<boolean> => {
  if (report.version !== version + 1) return false;
  const event = await readEvent(client, tables.records, reportKey(report.id), report.version);
  if (event?.by !== by) return false;
  switch (deed.kind) {
    case 'approve':
    case 'endorse':
      return event.kind === 'approved' || event.kind === 'endorsed';
    case 'reject':
      return event.kind === 'rejected' && canonical(report.rejection) === canonical(deed.rejection);
    case 'ask':
      return event.kind === 'asked' && isNew(event, 'question', deed.wording);
    case 'edit':
      return event.kind === 'edited' && canonical(report.answers) === canonical(deed.answers);
    default:
      return event.kind === eventOf[deed.kind];
  }
};

const isNew = (event: Event, name: string, value: unknown): boolean =>
  canonical(event.changes[name]?.new) === canonical(value);

/** What becomes of the incident that a report is approved into; or why it cannot be. */
const intoIncident = async (
  context: StoreContext,
  report: Report,
  into: Into,
  gives: readonly Aspect[],
  { by, at }: Readonly<{ by: string; at: string }>,
): Promise<IncidentChange | 'incident_missing' | 'incident_retracted'> => {
  const { delay } = context.rules;
  if (into.kind === 'new') {
    const put = settled([contributionOf(report)]);
    const incident = incidentOf(put, { id: into.incident, at, delay });
    return {
      before: undefined,
      after: incident,
      put,
      event: { at, by, kind: beginning(incident) },
    };
  }
  const before = await readStoredIncident(context, into.incident);
  if (!before) return 'incident_missing';
  if (before.incident.status === 'retracted') return 'incident_retracted';
  const former = before.links.find(({ id }) => id === report.id);
  const others = before.links.filter(({ id }) => id !== report.id);
  const links = settled(
    [...others, contributionOf(report, former?.gives)],
    Object.fromEntries(gives.map(aspect => [aspect, report.id])),
  );
  return {
    before,
    after: amendIncident(before.incident, links, { at, delay }),
    put: changedContributions(before.links, links),
    event: { at, by, kind: 'amended' },
  };
};

/** How the history of a new incident begins. */
export const beginning = ({ status }: Incident): 'embargoed' | 'published' =>
  status === 'published' ? 'published' : 'embargoed';

/** What becomes of the incident that a report leaves, if it is in one: the same without it, or, of nothing else, retracted. */
const leavingIncident = async (
  context: StoreContext,
  report: Report,
  { by, at }: Readonly<{ by: string; at: string }>,
): Promise<readonly IncidentChange[]> => {
  const before =
    report.incident === undefined ? undefined : await readStoredIncident(context, report.incident);
  if (!before?.links.some(({ id }) => id === report.id)) return [];
  if (before.incident.status === 'retracted') return [];
  const others = settled(before.links.filter(({ id }) => id !== report.id));
  const isLast = others.length === 0;
  return [
    {
      before,
      after: isLast
        ? retractIncident(before.incident, at)
        : amendIncident(before.incident, others, { at, delay: context.rules.delay }),
      put: changedContributions(before.links, others),
      drop: [report.id],
      event: { at, by, kind: isLast ? 'retracted' : 'amended' },
    },
  ];
};
