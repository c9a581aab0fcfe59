import type { Rejection, Report, ReportStatus } from './report.ts';

/** What can be decided of a report: by a moderator (approve, reject) or by its witness (withdraw). */
export type Decision =
  | Readonly<{ kind: 'approve'; incident: string }>
  | Readonly<{ kind: 'reject'; rejection: Rejection }>
  | Readonly<{ kind: 'withdraw' }>;

/** The life of a report: where each decision leads from each status. What is not here is refused. */
export const transitions: Readonly<
  Record<ReportStatus, Readonly<Partial<Record<Decision['kind'], ReportStatus>>>>
> = {
  submitted: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  approved: { withdraw: 'withdrawn' },
  rejected: { withdraw: 'withdrawn' },
  withdrawn: {},
};

export type Decided =
  | Readonly<{ kind: 'decided'; report: Report }>
  | Readonly<{ kind: 'refused'; status: ReportStatus }>;

/**
 * The report after a decision, or a refusal when its life cycle has no such step. `by` is the pseudonym of whoever
 * decides; `at` an instant. A withdrawn report keeps the incident it belonged to, for the history.
 */
export const decide = (
  report: Report,
  decision: Decision,
  { by, at }: Readonly<{ by: string; at: string }>,
): Decided => {
  const status = transitions[report.status][decision.kind];
  if (!status) return { kind: 'refused', status: report.status };
  return {
    kind: 'decided',
    report: {
      ...report,
      version: report.version + 1,
      status,
      decidedAt: at,
      decidedBy: by,
      ...(decision.kind === 'approve' && { incident: decision.incident }),
      ...(decision.kind === 'reject' && { rejection: decision.rejection }),
    },
  };
};
