import type { Report } from '../../report/report.ts';
import type { IncidentEdit, IncidentResult, ReleaseResult } from '../../review/incident-edits.ts';
import { holderOf } from '../../review/lifecycle.ts';
import type { Decision, StepResult } from '../../review/review.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import type { QueueFilter, QueueOrder } from '../records/queue.ts';

/** A decision of one kind about the report of this id. */
export type ReportDecision<Kind extends Decision['kind']> = Readonly<{ id: string }> &
  Omit<Extract<Decision, { kind: Kind }>, 'kind'>;

/** An edit of one kind of the incident of this id. */
type EditOf<Kind extends IncidentEdit['kind']> = Readonly<{ incident: string }> &
  Omit<Extract<IncidentEdit, { kind: Kind }>, 'kind'>;

type Decide<Kind extends Decision['kind']> = (decision: ReportDecision<Kind>) => Promise<StepResult>;
type EditIncident<Kind extends IncidentEdit['kind']> = (edit: EditOf<Kind>) => Promise<IncidentResult>;

/** What can be decided about reports (see `lib/review/review.ts`). Each decision is one transaction: all of it, once, or nothing. */
export type ReportDecisions = Readonly<{
  claim: Decide<'claim'>;
  unclaim: Decide<'unclaim'>;
  /** Claims what comes first and nobody has claimed; undefined when there is nothing. */
  claimNext: (
    next: Readonly<{ by: string; at: string; filter?: QueueFilter & QueueOrder }>,
  ) => Promise<Report | undefined>;
  ask: Decide<'ask'>;
  edit: Decide<'edit'>;
  approve: Decide<'approve'>;
  reject: Decide<'reject'>;
  reopen: Decide<'reopen'>;
  answer: Decide<'answer'>;
  amend: Decide<'amend'>;
  withdraw: Decide<'withdraw'>;
  /**
   * Erases a rejected report whose time is over; and (`missing`) what a restore brought back of one that was erased before.
   */
  erase: Decide<'erase'>;
}>;

/** What can be decided about incidents (see `lib/review/incident-edits.ts`). Each edit is one transaction. */
export type IncidentDecisions = Readonly<{
  amend: EditIncident<'amend'>;
  hold: EditIncident<'hold'>;
  retract: EditIncident<'retract'>;
  moveReports: EditIncident<'move'>;
  merge: EditIncident<'merge'>;
  /** Publishes an embargoed incident whose time has come, once. */
  release: (releasing: Readonly<{ incident: string; at: string }>) => Promise<ReleaseResult>;
}>;

/** Deciding and committing is loaded with the first decision: most updates only read, or submit a report. */
const loadDecide = () => import('./decide.ts');

const decideReport = async (
  context: StoreContext,
  decision: Readonly<{ id: string }> & Decision,
): Promise<StepResult> => (await loadDecide()).decideReport(context, decision);

const decideIncident = async (
  context: StoreContext,
  edit: Readonly<{ incident: string }> & IncidentEdit,
): Promise<IncidentResult> => (await loadDecide()).decideIncident(context, edit);

/** Reports read at a time while looking for a free one. */
const claimNextPageSize = 50;

export const createReportDecisions = (context: StoreContext): ReportDecisions => {
  const claim: Decide<'claim'> = decision => decideReport(context, { kind: 'claim', ...decision });
  return {
    claim,
    unclaim: decision => decideReport(context, { kind: 'unclaim', ...decision }),
    claimNext: async ({ by, at, filter }) => {
      const queue = (await import('../records/queue.ts')).createQueue(context);
      let after: string | undefined;
      do {
        const page = await queue.list({ ...filter, limit: claimNextPageSize, after });
        for (const { id, version } of page.items.filter(report => !holderOf(report, at))) {
          const result = await claim({ id, version, by, at });
          if (result.kind === 'done') return result.report;
        }
        after = page.next;
      } while (after !== undefined);
      return undefined;
    },
    ask: decision => decideReport(context, { kind: 'ask', ...decision }),
    edit: decision => decideReport(context, { kind: 'edit', ...decision }),
    approve: decision => decideReport(context, { kind: 'approve', ...decision }),
    reject: decision => decideReport(context, { kind: 'reject', ...decision }),
    reopen: decision => decideReport(context, { kind: 'reopen', ...decision }),
    answer: decision => decideReport(context, { kind: 'answer', ...decision }),
    amend: decision => decideReport(context, { kind: 'amend', ...decision }),
    withdraw: decision => decideReport(context, { kind: 'withdraw', ...decision }),
    erase: decision => decideReport(context, { kind: 'erase', ...decision }),
  };
};

export const createIncidentDecisions = (context: StoreContext): IncidentDecisions => ({
  amend: edit => decideIncident(context, { kind: 'amend', ...edit }),
  hold: edit => decideIncident(context, { kind: 'hold', ...edit }),
  retract: edit => decideIncident(context, { kind: 'retract', ...edit }),
  moveReports: edit => decideIncident(context, { kind: 'move', ...edit }),
  merge: edit => decideIncident(context, { kind: 'merge', ...edit }),
  release: async ({ incident, at }) => (await loadDecide()).releaseIncident(context, incident, at),
});
