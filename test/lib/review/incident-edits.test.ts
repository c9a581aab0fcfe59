import { describe, expect, test } from 'vitest';
import type { IncidentState } from '../../../lib/review/changes.ts';
import { editIncident, type IncidentEdit, releaseIfDue } from '../../../lib/review/incident-edits.ts';
import { openReview } from '../../support/samples/review.ts';
import { answers, report, rules } from '../../support/samples/samples.ts';
import { clean } from '../../support/samples/submission.ts';

const at = '2022-05-12T10:00:00.000Z';
const marko = { by: 'marko', at };
const id = 'ZZZZZ00001';
const two = { ...report, id: 'K7QF2M9XCB', reporter: 'reporter-2' };

/** An incident of two reports. */
const joined = () => {
  const review = openReview([report, two]);
  const approve = (one: string, kind: 'new' | 'existing') =>
    review.decide(one, {
      ...marko,
      kind: 'approve',
      version: 1,
      into: { kind, incident: id },
      checklist: clean,
    });
  approve(report.id, 'new');
  approve(two.id, 'existing');
  return review;
};
const stateOf = (review: ReturnType<typeof openReview>, incident = id): IncidentState => {
  const state = review.incidents.get(incident);
  if (!state) throw new Error('No incident');
  return state;
};

describe('an edit', () => {
  test('on an old version changes nothing, unless it is what an earlier attempt made', () => {
    const edited = stateOf(joined());
    const edit: IncidentEdit = {
      ...marko,
      kind: 'amend',
      version: 1,
      amendment: { kind: 'assess', assessment: 'contested' },
    };
    expect(editIncident({ edited }, edit, rules)).toEqual({
      result: { kind: 'conflict', ...edited },
    });
    expect(editIncident({ edited, attempted: edited.incident }, edit, rules)).toEqual({
      result: { kind: 'done', ...edited, again: true },
    });
  });

  test('that would change nothing, or chooses a report that is not of the incident, is refused', () => {
    const edited = stateOf(joined());
    const amend = (amendment: Extract<IncidentEdit, { kind: 'amend' }>['amendment']) =>
      editIncident({ edited }, { ...marko, kind: 'amend', version: 2, amendment }, rules).result;
    expect(amend({ kind: 'assess', assessment: undefined })).toMatchObject({ why: 'unchanged' });
    expect(amend({ kind: 'choose', choice: { place: report.id } })).toMatchObject({ why: 'unchanged' });
    expect(amend({ kind: 'choose', choice: { place: 'ZZZZZZZZZZ' } })).toMatchObject({
      why: 'not_of_incident',
    });
    expect(amend({ kind: 'assess', assessment: 'confirmed' })).toMatchObject({
      kind: 'done',
      incident: { version: 3, grade: 'confirmed' },
      contributions: [{ id: report.id }, { id: two.id }],
    });
  });

  test('moves reports apart and together again, and each report knows where it is', () => {
    const review = joined();
    const other = 'ZZZZZ00002';
    const into = { kind: 'new', incident: other } as const;
    expect(review.edit(id, { ...marko, kind: 'move', version: 2, reports: [two.id], into })).toMatchObject({
      kind: 'done',
      incident: { id, reportCount: 1 },
      contributions: [{ id: report.id }],
      other: { id: other, reportCount: 1 },
    });
    expect(review.reports.get(two.id)).toMatchObject({ incident: other, status: 'approved', version: 3 });
    expect(review.edit(other, { ...marko, kind: 'merge', version: 1, into: id })).toMatchObject({
      kind: 'done',
      incident: { status: 'retracted', mergedInto: id },
      contributions: [],
      other: { reportCount: 2 },
    });
    expect(review.edit(other, { ...marko, kind: 'merge', version: 2, into: id })).toMatchObject({
      why: 'status',
    });
    expect(review.edit(id, { ...marko, kind: 'merge', version: 4, into: other })).toMatchObject({
      why: 'incident_retracted',
    });
    expect(review.edit(id, { ...marko, kind: 'merge', version: 4, into: 'ZZZZZ00009' })).toMatchObject({
      why: 'incident_missing',
    });
    expect(review.edit(id, { ...marko, kind: 'merge', version: 4, into: id })).toMatchObject({
      why: 'unchanged',
    });
  });

  test('does not move a report that its witness took back meanwhile', () => {
    const edited = stateOf(joined());
    const moved = [{ ...two, status: 'withdrawn' as const }];
    const into = { kind: 'new', incident: 'ZZZZZ00002' } as const;
    const edit: IncidentEdit = { ...marko, kind: 'move', version: 2, reports: [two.id], into };
    expect(editIncident({ edited, moved }, edit, rules).result).toMatchObject({
      why: 'not_of_incident',
    });
  });
});

describe('the release', () => {
  const occurred = {
    precision: 'minute',
    start: '2022-05-12T12:00',
    end: '2022-05-12T12:00',
    zone: 'Europe/Kyiv',
  } as const;
  const embargoed = () => {
    const review = openReview([{ ...report, answers: { ...answers, occurred } }]);
    const into = { kind: 'new', incident: id } as const;
    review.decide(report.id, { ...marko, kind: 'approve', version: 1, into, checklist: clean });
    return review;
  };

  test('is when the delay is over, once, and never of what is retracted', () => {
    const state = stateOf(embargoed());
    const { releaseAt } = state.incident;
    expect(releaseIfDue(state, at).result).toBe('not_due');
    const { result, changes } = releaseIfDue(state, releaseAt);
    expect([result, changes?.incidents?.[0]?.event]).toMatchObject([
      'released',
      { by: 'schedule', kind: 'published' },
    ]);
    expect(releaseIfDue(changes?.incidents?.[0]?.after, releaseAt)).toEqual({ result: 'already' });
    expect(releaseIfDue(undefined, releaseAt)).toEqual({ result: 'gone' });
  });

  test('is moved later by anybody, and earlier by an admin only', () => {
    const review = embargoed();
    const hold = (until: string, role: 'moderator' | 'admin') =>
      review.edit(id, { ...marko, kind: 'hold', version: stateOf(review).incident.version, until, role });
    expect(hold('2022-05-13T00:00:00.000Z', 'moderator')).toMatchObject({
      incident: { releaseAt: '2022-05-13T00:00:00.000Z' },
    });
    expect(hold('2022-05-13T00:00:00.000Z', 'admin')).toMatchObject({ why: 'unchanged' });
    expect(hold('2022-05-12T11:00:00.000Z', 'moderator')).toMatchObject({ why: 'admins_only' });
    expect(hold('2022-05-12T09:00:00.000Z', 'admin')).toMatchObject({ why: 'past' });
    expect(hold('2022-05-12T11:00:00.000Z', 'admin')).toMatchObject({
      incident: { releaseAt: '2022-05-12T11:00:00.000Z', hold: { earlier: true } },
    });
  });
});
