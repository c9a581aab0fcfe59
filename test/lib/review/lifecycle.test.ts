import { describe, expect, test } from 'vitest';
import { incidentStatuses } from '../../../lib/incident/incident.ts';
import { maxQuestions, type Report, reportSchema, reportStatuses } from '../../../lib/report/report.ts';
import {
  applyStep,
  eventDraftOf,
  eventOf,
  incidentSteps,
  reportSteps,
  type Step,
} from '../../../lib/review/lifecycle.ts';
import { answers, report } from '../../support/samples/samples.ts';

const at = '2022-05-12T09:00:00.000Z';
const later = '2022-05-12T10:00:00.000Z';
const marko = { by: 'marko', at };
const iryna = { by: 'iryna', at };
const checklist = { militaryPosition: false, identifiesPerson: true, graphic: false };
const other = { ...answers, munition: 'mortar' as const };

const steps: readonly Step[] = [
  { kind: 'claim', until: later },
  { kind: 'unclaim' },
  { kind: 'ask', wording: { template: 'where_exactly' } },
  { kind: 'answer', question: 0, text: 'Там', evidence: [] },
  { kind: 'edit', answers: other },
  { kind: 'endorse', checklist },
  { kind: 'approve', incident: 'ZZZZZ00001', checklist },
  { kind: 'reject', rejection: { reason: 'duplicate' } },
  { kind: 'reopen' },
  { kind: 'amend', answers: other },
  { kind: 'withdraw' },
  { kind: 'move', incident: 'ZZZZZ00002' },
  { kind: 'erase' },
];

/** A report in a status, with all that a step could want of it. */
const inStatus = (status: Report['status']): Report => ({
  ...report,
  status,
  claim: { by: 'marko', until: later },
  questions: [{ at, by: 'marko', wording: { template: 'when_exactly' } }],
  incident: 'ZZZZZ00001',
});

const done = (result: ReturnType<typeof applyStep>): Report => {
  if (result.kind === 'refused') throw new Error(result.why);
  return result.report;
};
/** Several steps, each of which is possible. */
const having = (...taken: readonly (readonly [Step, typeof marko])[]): Report =>
  taken.reduce((now, [step, who]) => done(applyStep(now, step, who)), report);

describe('the life of a report', () => {
  test('has every step that the table has, as its next version, and no other', () => {
    for (const status of reportStatuses)
      for (const step of steps) {
        const before = inStatus(status);
        const result = applyStep(before, step, marko);
        const to = reportSteps[status][step.kind];
        if (!to) expect(result).toEqual({ kind: 'refused', why: 'status' });
        else {
          expect(result).toMatchObject({ kind: 'done', report: { status: to, version: 2 } });
          expect(reportSchema.parse(done(result))).toEqual(done(result));
        }
      }
  });

  test('can be ended by its witness at any time, and only once', () => {
    const allowed = reportStatuses.filter(status => reportSteps[status].withdraw);
    expect(allowed).toEqual(reportStatuses.filter(status => status !== 'withdrawn'));
  });

  test('leads to an approval from review only, never from a question that is open', () => {
    expect(reportStatuses.filter(status => reportSteps[status].approve)).toEqual(['submitted', 'in_review']);
  });
});

describe('a claim', () => {
  const claimed = having([{ kind: 'claim', until: later }, marko]);

  test('keeps others off until it ends, by itself or by whoever made it', () => {
    for (const step of steps.filter(({ kind }) =>
      ['claim', 'ask', 'edit', 'approve', 'reject'].includes(kind),
    )) {
      expect(applyStep(claimed, step, iryna)).toEqual({ kind: 'refused', why: 'claimed' });
      expect(applyStep(claimed, step, { by: 'iryna', at: later }).kind).toBe('done');
      expect(applyStep(claimed, step, marko).kind).toBe('done');
    }
    expect(
      applyStep(
        having([{ kind: 'claim', until: later }, marko], [{ kind: 'unclaim' }, marko]),
        { kind: 'claim', until: later },
        iryna,
      ).kind,
    ).toBe('done');
  });

  test('does not keep the witness from amending or withdrawing', () => {
    const witness = { by: 'witness', at };
    expect(applyStep(claimed, { kind: 'amend', answers: other }, witness).kind).toBe('done');
    expect(applyStep(claimed, { kind: 'withdraw' }, witness).kind).toBe('done');
  });
});

describe('an approval', () => {
  const approve: Step = { kind: 'approve', incident: 'ZZZZZ00001', checklist };

  test('keeps what was looked for, who and when', () => {
    expect(having([approve, marko])).toMatchObject({
      approvals: [{ by: 'marko', at, checklist }],
      decidedBy: 'marko',
      decidedAt: at,
      incident: 'ZZZZZ00001',
    });
  });

  test('of what shows a military position is refused', () => {
    const shown = { ...checklist, militaryPosition: true };
    expect(applyStep(report, { ...approve, checklist: shown }, marko)).toEqual({
      kind: 'refused',
      why: 'military_position',
    });
  });

  test('after a first one is another moderator’s, and a change in between makes it the first again', () => {
    const endorsed = having([{ kind: 'endorse', checklist }, marko]);
    expect(applyStep(endorsed, approve, marko)).toEqual({ kind: 'refused', why: 'second_needed' });
    expect(done(applyStep(endorsed, approve, iryna)).approvals?.map(({ by }) => by)).toEqual([
      'marko',
      'iryna',
    ]);
    const edited = done(applyStep(endorsed, { kind: 'edit', answers: other }, iryna));
    expect(edited.approvals).toBeUndefined();
  });

  test('that is taken back, or overtaken by an amendment, leaves the report waiting with its incident', () => {
    for (const step of [{ kind: 'reopen' }, { kind: 'amend', answers: other }] as const) {
      const back = having([approve, marko], [step, { by: 'x', at: later }]);
      expect(back).toMatchObject({ status: 'in_review', incident: 'ZZZZZ00001', waitingSince: later });
      expect([back.approvals, back.decidedBy, back.decidedAt]).toEqual([undefined, undefined, undefined]);
    }
  });
});

describe('a question', () => {
  const ask: Step = { kind: 'ask', wording: { words: 'Which street?' } };

  test('takes the report out of review until its answer is attached', () => {
    const asked = having([ask, marko]);
    expect(asked).toMatchObject({ status: 'needs_info', questions: [{ by: 'marko', wording: ask.wording }] });
    const answered = done(
      applyStep(
        asked,
        { kind: 'answer', question: 0, text: 'Шевченка', evidence: [] },
        { by: 'witness', at: later },
      ),
    );
    expect(answered).toMatchObject({
      status: 'in_review',
      waitingSince: later,
      questions: [{ reply: { at: later, text: 'Шевченка' } }],
    });
  });

  test('is answered once, and asked a limited number of times', () => {
    const reply: Step = { kind: 'answer', question: 0, text: 'Там', evidence: [] };
    const answered = having([ask, marko], [reply, marko]);
    expect(applyStep(answered, reply, marko)).toEqual({ kind: 'refused', why: 'unchanged' });
    expect(applyStep(answered, { ...reply, question: 1 }, marko)).toEqual({
      kind: 'refused',
      why: 'no_such_question',
    });
    const often = having(...Array.from({ length: maxQuestions }, () => [ask, marko] as const));
    expect(applyStep(often, ask, marko)).toEqual({ kind: 'refused', why: 'too_many_questions' });
  });
});

test('a history tells the answers that changed, old and new, and no others', () => {
  const step: Step = { kind: 'edit', answers: other };
  const next = done(applyStep(report, step, marko));
  expect(eventDraftOf(report, step, next, marko)).toEqual({
    at,
    by: 'marko',
    kind: 'edited',
    changes: {
      status: { old: 'submitted', new: 'in_review' },
      munition: { old: 'cluster_munition', new: 'mortar' },
    },
  });
  expect(Object.keys(eventOf)).toEqual(steps.map(({ kind }) => kind));
});

test('the life of an incident goes one way: embargoed, published, retracted', () => {
  const order = (status: (typeof incidentStatuses)[number]) => incidentStatuses.indexOf(status);
  for (const status of incidentStatuses)
    for (const to of Object.values(incidentSteps[status]))
      expect(order(to)).toBeGreaterThanOrEqual(order(status));
  expect(incidentSteps.retracted).toEqual({ publish: 'retracted', erase: 'retracted' });
  expect(Object.values(incidentSteps.published)).not.toContain('embargoed');
});
