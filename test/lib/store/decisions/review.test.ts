import { beforeEach, describe, expect, test } from 'vitest';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import type { Report } from '../../../../lib/report/report.ts';
import { summaryOf } from '../../../../lib/summary/summary.ts';
import { openTestStore, type TestStore } from '../../../support/database/dynamo.ts';
import { incidentFrom, report } from '../../../support/samples/samples.ts';
import { approval, submission } from '../../../support/samples/submission.ts';
import { totalOf } from '../../../support/total.ts';

const at = '2026-03-14T13:00:00.000Z';
const later = '2026-03-14T14:00:00.000Z';

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});

const submitted = async (part: Partial<Report> = {}): Promise<Report> => {
  const one = { ...report, id: newReportId(), ...part };
  await opened.store.reports.submit(submission(one));
  return one;
};

const rejection = (one: Report, by = 'moderator') => ({
  id: one.id,
  version: one.version,
  by,
  at,
  rejection: { reason: 'duplicate' as const },
});
const counted = async (region?: string) => {
  const total = await totalOf(opened.store, { region });
  return [total.incidents, total.injured.min];
};
const lastChange = async () => summaryOf(await opened.store.incidents.counted({})).changedAt;
const published = async () => (await opened.store.incidents.latest({ limit: 50 })).items;

describe('an approval', () => {
  test('publishes the incident, keeps both histories and counts, in one transaction', async () => {
    const { store } = opened;
    const one = await submitted();
    const decision = approval(one);
    const result = await store.reports.approve(decision);
    const after = { ...one, version: 2, status: 'approved', incident: decision.into.incident };
    expect(result).toMatchObject({
      kind: 'done',
      report: { ...after, decidedBy: 'moderator', decidedAt: at },
    });
    expect(await store.reports.read(one.id)).toEqual(result.kind === 'done' && result.report);
    const incident = incidentFrom([one], { id: decision.into.incident, at });
    expect(await store.incidents.read(incident.id)).toEqual(incident);
    expect(await published()).toEqual([incident]);
    expect(await counted()).toEqual([1, 8]);
    expect(await counted('UA-23')).toEqual([1, 8]);
    const { events: history, verdict } = await store.reports.history(one.id);
    expect(history.map(({ kind, by }) => [kind, by])).toEqual([
      ['submitted', 'witness'],
      ['approved', 'moderator'],
    ]);
    expect(history[1]?.changes).toEqual({
      status: { old: 'submitted', new: 'approved' },
      incident: { new: decision.into.incident },
      checklist: { new: decision.checklist },
    });
    expect(verdict).toEqual({ kind: 'whole' });
    const incidentHistory = await store.incidents.history(decision.into.incident);
    expect(incidentHistory.verdict).toEqual({ kind: 'whole' });
    expect(await lastChange()).toBe(at);
  });

  test('delivered again by the same moderator is the same decision, once', async () => {
    const { store } = opened;
    const one = await submitted();
    const decision = approval(one);
    await store.reports.approve(decision);
    const redelivered = approval(one);
    expect(await store.reports.approve(redelivered)).toMatchObject({
      kind: 'done',
      again: true,
      report: { incident: decision.into.incident },
    });
    expect(await store.incidents.read(redelivered.into.incident)).toBeUndefined();
    expect(await counted()).toEqual([1, 8]);
    expect((await store.reports.history(one.id)).events).toHaveLength(2);
  });

  test('by several moderators at once is one decision, and the others learn whose', async () => {
    const { store } = opened;
    const one = await submitted();
    const results = await Promise.all([
      store.reports.approve(approval(one, { by: 'a' })),
      store.reports.approve(approval(one, { by: 'b' })),
      store.reports.reject(rejection(one, 'c')),
      store.reports.approve(approval(one, { by: 'd' })),
    ]);
    const winners = results.filter(result => result.kind === 'done');
    expect(winners).toHaveLength(1);
    for (const result of results) expect(result).toMatchObject({ report: await store.reports.read(one.id) });
    const approved = (await store.reports.read(one.id))?.status === 'approved';
    expect((await counted())[0]).toBe(approved ? 1 : 0);
    expect(await published()).toHaveLength(approved ? 1 : 0);
  });

  test('of a version that is no longer there is a conflict', async () => {
    const { store } = opened;
    const one = await submitted();
    await store.reports.withdraw({ id: one.id, reporter: one.reporter, at });
    expect(await store.reports.approve(approval(one))).toEqual({ kind: 'missing' });
    const other = await submitted();
    await store.reports.claim({ id: other.id, version: 1, by: 'marko', at });
    expect(await store.reports.approve(approval(other))).toMatchObject({
      kind: 'conflict',
      report: { status: 'in_review', version: 2 },
    });
    expect(await store.reports.approve({ ...approval(one), version: 2 })).toEqual({ kind: 'missing' });
    expect(await store.reports.approve({ ...approval(one), id: 'ABSENT0000' })).toEqual({ kind: 'missing' });
    expect(await published()).toEqual([]);
  });
});

describe('a rejection', () => {
  test('keeps its reason, and publishes and counts nothing', async () => {
    const { store } = opened;
    const one = await submitted();
    const words = { reason: 'other' as const, words: 'Not in this <country>' };
    await store.reports.reject({ ...rejection(one), rejection: words });
    expect(await store.reports.read(one.id)).toMatchObject({
      status: 'rejected',
      rejection: words,
      version: 2,
    });
    expect(await counted()).toEqual([0, 0]);
    const [, event] = (await store.reports.history(one.id)).events;
    expect(event).toMatchObject({ kind: 'rejected', changes: { rejection: { new: words } } });
  });

  test('delivered again is the same; with another reason it is another decision', async () => {
    const { store } = opened;
    const one = await submitted();
    await store.reports.reject(rejection(one));
    expect(await store.reports.reject(rejection(one))).toMatchObject({ kind: 'done', again: true });
    expect(await store.reports.reject({ ...rejection(one), rejection: { reason: 'abuse' } })).toMatchObject({
      kind: 'conflict',
      report: { rejection: { reason: 'duplicate' } },
    });
    expect(await store.reports.reject(rejection(one, 'another'))).toMatchObject({ kind: 'conflict' });
  });
});

describe('a withdrawal', () => {
  test('takes a waiting report out of the queue, for its reporter only', async () => {
    const { store } = opened;
    const one = await submitted();
    expect(await store.reports.withdraw({ id: one.id, reporter: 'another', at })).toEqual({
      kind: 'missing',
    });
    const withdrawal = { id: one.id, reporter: one.reporter, at };
    expect(await store.reports.withdraw(withdrawal)).toMatchObject({
      kind: 'done',
      report: { status: 'withdrawn', decidedBy: 'witness' },
    });
    expect(await store.reports.withdraw(withdrawal)).toEqual({ kind: 'missing' });
    expect(await store.reports.outcome(one.id)).toMatchObject({ status: 'withdrawn', version: 2 });
    expect((await store.queue.list({ limit: 5 })).items).toEqual([]);
    expect((await store.reports.history(one.id)).events).toHaveLength(2);
  });

  test('retracts what was published of this report alone, and counts it out again', async () => {
    const { store } = opened;
    const [one, other] = [await submitted(), await submitted()];
    const decision = approval(one);
    await store.reports.approve(decision);
    await store.reports.approve(approval(other));
    await store.reports.withdraw({ id: one.id, reporter: one.reporter, at: later });
    expect(await counted()).toEqual([1, 8]);
    expect(await counted('UA-23')).toEqual([1, 8]);
    expect(await published()).toHaveLength(1);
    const incident = await store.incidents.read(decision.into.incident);
    expect(incident).toMatchObject({ status: 'retracted', version: 2, changedAt: later });
    const { events, verdict } = await store.incidents.history(decision.into.incident);
    expect(events.map(({ kind }) => kind)).toEqual(['published', 'retracted']);
    expect(verdict).toEqual({ kind: 'whole' });
    expect(await lastChange()).toBe(later);
  });

  test('at the moment of approval leaves it either withdrawn and uncounted or refused, never half', async () => {
    const { store } = opened;
    for (let round = 0; round < 5; round += 1) {
      const one = await submitted();
      await Promise.all([
        store.reports.approve(approval(one)),
        store.reports.withdraw({ id: one.id, reporter: one.reporter, at }),
      ]);
      expect(await store.reports.outcome(one.id)).toMatchObject({ status: 'withdrawn' });
    }
    expect(await counted()).toEqual([0, 0]);
    expect(await published()).toEqual([]);
  });

  test('of one of several reports makes the incident anew of the others, at their own blurred place', async () => {
    const { store } = opened;
    const one = await submitted();
    const place = { ...report.answers.place, region: 'UA-12' };
    const answers = { ...report.answers, place, injured: { min: 2, max: 3 }, munition: 'mortar' as const };
    const two = await submitted({ answers, reporter: 'second' });
    const first = approval(one);
    await store.reports.approve(first);
    const { incident } = first.into;
    await store.reports.approve({ ...approval(two), into: { kind: 'existing', incident } });
    expect(await store.incidents.read(incident)).toMatchObject({
      grade: 'corroborated',
      munition: 'cluster_munition',
      injured: { min: 2, max: 8 },
    });
    await store.reports.withdraw({ id: one.id, reporter: one.reporter, at: later });
    const after = await store.incidents.read(incident);
    expect(after).toEqual({
      ...incidentFrom([two], { id: incident, at }),
      version: 3,
      changedAt: later,
      corrected: { grade: { version: 3 }, injured: { version: 3 }, munition: { version: 3 } },
    });
    expect((await store.incidents.history(incident)).verdict).toEqual({ kind: 'whole' });
    expect([await counted(), await counted('UA-12'), await counted('UA-23')]).toEqual([
      [1, 2],
      [1, 2],
      [0, 0],
    ]);
  });
});
