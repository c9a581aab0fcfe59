import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newIncidentId } from '../../../lib/identity/receipt.ts';
import { aspects } from '../../../lib/incident/contribution.ts';
import { incidentSchema } from '../../../lib/incident/incident.ts';
import { type Report, reportSchema } from '../../../lib/report/report.ts';
import type { IncidentEdit } from '../../../lib/review/incident-edits.ts';
import { type Decision, decide, incidentsOf, mayBeRepeated } from '../../../lib/review/review.ts';
import { checkContributions, checkDerived } from '../../../lib/store/audit/checks.ts';
import { openReview } from '../../support/samples/review.ts';
import { answers, anyAnswers, report, rules } from '../../support/samples/samples.ts';
import { clean } from '../../support/samples/submission.ts';

const at = '2026-11-20T09:00:00.000Z';
const later = '2026-11-20T10:00:00.000Z';
const marko = { by: 'marko', at };
const other = { ...answers, munition: 'mortar' as const };
const rejection = { reason: 'duplicate' } as const;
const approve = (incident: string, version = 1, kind: 'new' | 'existing' = 'new'): Decision => ({
  ...marko,
  kind: 'approve',
  version,
  into: { kind, incident },
  checklist: clean,
});

describe('a decision', () => {
  test('on an old version changes nothing, and says what the report is now', () => {
    const review = openReview([report]);
    review.decide(report.id, { ...marko, kind: 'claim', version: 1 });
    const now = review.reports.get(report.id);
    expect(review.decide(report.id, { by: 'iryna', at, kind: 'reject', version: 1, rejection })).toEqual({
      kind: 'conflict',
      report: now,
    });
  });

  test('that is delivered twice is recognised by the event that it left, of the same person and content', () => {
    const decision: Decision = { ...marko, kind: 'reject', version: 1, rejection };
    const { changes } = decide({ report, incidents: [] }, decision, rules);
    const [change] = changes?.reports ?? [];
    if (!change) throw new Error('Nothing was decided');
    const hash = '0'.repeat(64);
    const lastEvent = { n: 2, changes: {}, ...change.event, state: hash, prev: hash, hash };
    const again = (repeated: Decision) =>
      decide({ report: change.after, lastEvent, incidents: [] }, repeated, rules).result;
    expect(mayBeRepeated(change.after, decision)).toBe(true);
    expect(again(decision)).toEqual({ kind: 'done', report: change.after, again: true });
    expect(again({ ...decision, by: 'iryna' })).toMatchObject({ kind: 'conflict' });
    expect(again({ ...decision, rejection: { reason: 'abuse' } })).toMatchObject({ kind: 'conflict' });
    expect(again({ ...marko, kind: 'unclaim', version: 1 })).toMatchObject({ kind: 'conflict' });
  });

  test('hands back the incident that it changed, with its contributions', () => {
    const two = { ...report, id: 'K7QF2M9XCB', reporter: 'reporter-2' };
    const review = openReview([report, two]);
    const id = 'ZZZZZ00001';
    expect(review.decide(report.id, approve(id))).toMatchObject({
      kind: 'done',
      incident: { incident: { id, grade: 'single_source' }, contributions: [{ id: report.id }] },
    });
    expect(review.decide(two.id, approve(id, 1, 'existing'))).toMatchObject({
      incident: { incident: { grade: 'corroborated' }, contributions: [{ id: report.id }, { id: two.id }] },
    });
    expect(
      review.decide(report.id, { kind: 'withdraw', reporter: report.reporter, at: later }),
    ).toMatchObject({
      incident: { incident: { reportCount: 1 }, contributions: [{ id: two.id }] },
    });
    expect(review.decide(two.id, { ...marko, kind: 'reopen', version: 2 })).toEqual({
      kind: 'done',
      report: review.reports.get(two.id),
    });
    expect(review.decide(two.id, { ...marko, kind: 'reject', version: 3, rejection })).toMatchObject({
      incident: { incident: { status: 'retracted' }, contributions: [] },
    });
  });

  test('of a witness is on their own report only, and no answer of somebody muted is taken', () => {
    const amend: Decision = { kind: 'amend', reporter: report.reporter, at: later, answers: other };
    const on = (decision: Decision) => decide({ report, incidents: [] }, decision, rules);
    expect(on({ ...amend, reporter: 'somebody else' })).toEqual({ result: { kind: 'missing' } });
    expect(on(amend).unlessMuted).toMatchObject({ reporters: [report.reporter], result: { why: 'muted' } });
    expect(on({ ...amend, answers })).toEqual({ result: { kind: 'done', report, again: true } });
    expect(on({ kind: 'withdraw', reporter: report.reporter, at }).unlessMuted).toBeUndefined();
  });
});

describe('an approval', () => {
  test('into an incident that is not there, or retracted, is refused', () => {
    const review = openReview([report, { ...report, id: 'K7QF2M9XCB' }]);
    const id = 'ZZZZZ00001';
    expect(review.decide(report.id, approve(id, 1, 'existing'))).toMatchObject({ why: 'incident_missing' });
    review.decide(report.id, approve(id));
    review.edit(id, { ...marko, kind: 'retract', version: 1, retraction: rejection });
    expect(review.decide('K7QF2M9XCB', approve(id, 1, 'existing'))).toMatchObject({
      kind: 'refused',
      why: 'incident_retracted',
      report: { version: 1 },
    });
  });

  test('of a report that goes elsewhere takes it from its former incident', () => {
    const review = openReview([report]);
    review.decide(report.id, approve('ZZZZZ00001'));
    review.decide(report.id, { kind: 'amend', reporter: report.reporter, at: later, answers: other });
    const decision = approve('ZZZZZ00002', 3);
    const now = review.reports.get(report.id) as Report;
    expect(incidentsOf(now, decision)).toEqual(['ZZZZZ00001']);
    review.decide(report.id, decision);
    expect([...review.incidents.values()].map(({ incident: { status } }) => status)).toEqual([
      'retracted',
      'published',
    ]);
  });

  test('where two are needed is the first of them before it is one', () => {
    const review = openReview([report], { ...rules, approvalsNeeded: 2 });
    expect(review.decide(report.id, approve('ZZZZZ00001'))).toMatchObject({
      report: { status: 'in_review' },
    });
    expect(review.incidents.size).toBe(0);
    const second = { ...approve('ZZZZZ00001', 2), by: 'iryna' } as Decision;
    expect(review.decide(report.id, second)).toMatchObject({ report: { status: 'approved' } });
  });
});

const anyStep = fc.record({
  kind: fc.constantFrom(
    ...(['approve', 'join', 'reject', 'reopen', 'amend', 'withdraw', 'edit', 'claim'] as const),
    ...(['choose', 'assess', 'hold', 'retract', 'split', 'move', 'merge'] as const),
  ),
  target: fc.nat(9),
  other: fc.nat(9),
  stale: fc.boolean(),
  answers: anyAnswers,
});
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

/** Long because it is a list of steps, each short. */
const perform = (
  review: ReturnType<typeof openReview>,
  { kind, target, other: n, stale, answers: told }: Step,
  at: string,
) => {
  const pick = <Item>(all: Iterable<Item>, index: number): Item | undefined => {
    const list = [...all];
    return list[index % Math.max(1, list.length)];
  };
  const one = pick(review.reports.values(), target) as Report;
  const edited = pick(review.incidents.values(), target);
  const elsewhere = pick(review.incidents.keys(), n);
  const some = pick(edited?.contributions ?? [], n)?.id ?? '';
  const moderator = { by: pick(['marko', 'iryna'], n) ?? '', at, version: stale ? 0 : one.version };
  const witness = { reporter: one.reporter, at };
  const decision = ((): Decision | undefined => {
    switch (kind) {
      case 'approve':
      case 'join': {
        const into =
          kind === 'join' && elsewhere !== undefined
            ? ({ kind: 'existing', incident: elsewhere } as const)
            : ({ kind: 'new', incident: newIncidentId() } as const);
        const sourceFor = aspects.filter((_, index) => (n >> index) % 2 === 1);
        return { ...moderator, kind: 'approve', into, checklist: clean, sourceFor };
      }
      case 'reject':
        return { ...moderator, kind, rejection };
      case 'edit':
        return { ...moderator, kind, answers: told };
      case 'reopen':
      case 'claim':
        return { ...moderator, kind };
      case 'amend':
        return { ...witness, kind, answers: told };
      case 'withdraw':
        return { ...witness, kind };
      default:
        return undefined;
    }
  })();
  if (decision) return review.decide(one.id, decision);
  if (!edited) return undefined;
  const editor = { ...moderator, version: stale ? 0 : edited.incident.version };
  const edit = ((): IncidentEdit => {
    switch (kind) {
      case 'choose':
        return { ...editor, kind: 'amend', amendment: { kind, choice: { munition: some, place: some } } };
      case 'hold':
        return { ...editor, kind, until: n % 2 ? later : '2026-12-01T00:00:00.000Z', role: 'admin' };
      case 'retract':
        return { ...editor, kind, retraction: rejection };
      case 'split':
        return { ...editor, kind: 'move', reports: [some], into: { kind: 'new', incident: newIncidentId() } };
      case 'move':
        return { ...editor, kind, reports: [some], into: { kind: 'existing', incident: elsewhere ?? '' } };
      case 'merge':
        return { ...editor, kind, into: elsewhere ?? '' };
      default:
        return {
          ...editor,
          kind: 'amend',
          amendment: { kind: 'assess', assessment: n % 2 ? 'contested' : undefined },
        };
    }
  })();
  return review.edit(edited.incident.id, edit);
};

test('whatever is decided, in any order, every incident is what its reports make, and each report is in one at most', () => {
  fc.assert(
    fc.property(
      fc.array(anyAnswers, { minLength: 1, maxLength: 4 }),
      fc.array(anyStep, { maxLength: 40 }),
      fc.constantFrom<1 | 2>(1, 1, 2),
      (told, steps, approvalsNeeded) => {
        const policy = { ...rules, approvalsNeeded };
        const review = openReview(
          told.map((one, n) => ({
            ...report,
            id: `K7QF2M9XC${n}`,
            reporter: `r${n % 3}`,
            answers: one,
            receivedAt: `2026-11-20T08:0${n}:00.000Z`,
          })),
          policy,
        );
        for (const [n, step] of steps.entries()) {
          const before = [new Map(review.reports), new Map(review.incidents)];
          const result = perform(review, step, `2026-11-2${1 + (n % 9)}T09:00:00.000Z`);
          // Nothing but what is done changes anything.
          if (result?.kind !== 'done' || ('again' in result && result.again))
            expect([review.reports, review.incidents]).toEqual(before);
        }
        const incidents = [...review.incidents.values()].map(state => ({ ...state, history: [] }));
        expect(checkContributions([...review.reports.values()], incidents)).toEqual([]);
        for (const { incident, contributions } of incidents) {
          expect(checkDerived(incident, contributions)).toEqual([]);
          expect(incidentSchema.safeParse(incident).success).toBe(true);
        }
        for (const one of review.reports.values()) expect(reportSchema.safeParse(one).success).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
