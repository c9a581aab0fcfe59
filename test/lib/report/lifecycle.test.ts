import { describe, expect, test } from 'vitest';
import { type Decision, decide, transitions } from '../../../lib/report/lifecycle.ts';
import { reportStatuses } from '../../../lib/report/report.ts';
import { report } from './samples.ts';

const how = { by: 'moderator', at: '2022-05-12T09:00:00.000Z' };
const decisions: readonly Decision[] = [
  { kind: 'approve', incident: 'ZZZZZ00001' },
  { kind: 'reject', rejection: { reason: 'duplicate' } },
  { kind: 'withdraw' },
];

describe('the life of a report', () => {
  test('a decision makes the next version, with who and when', () => {
    expect(decide(report, decisions[0] as Decision, how)).toEqual({
      kind: 'decided',
      report: {
        ...report,
        version: 2,
        status: 'approved',
        incident: 'ZZZZZ00001',
        decidedBy: 'moderator',
        decidedAt: how.at,
      },
    });
    expect(decide(report, decisions[1] as Decision, how)).toMatchObject({
      report: { status: 'rejected', rejection: { reason: 'duplicate' } },
    });
  });

  test('every step that the table does not have is refused', () => {
    for (const status of reportStatuses)
      for (const decision of decisions) {
        const result = decide({ ...report, status }, decision, how);
        const to = transitions[status][decision.kind];
        expect(result).toMatchObject(
          to ? { kind: 'decided', report: { status: to } } : { kind: 'refused', status },
        );
      }
  });

  test('a witness can withdraw at any time, and only once', () => {
    const allowed = reportStatuses.filter(status => transitions[status].withdraw);
    expect(allowed).toEqual(reportStatuses.filter(status => status !== 'withdrawn'));
  });
});
