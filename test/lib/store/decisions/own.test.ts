import { beforeEach, expect, test } from 'vitest';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import type { Report } from '../../../../lib/report/report.ts';
import { openTestStore, type TestStore } from '../../../support/database/dynamo.ts';
import { report } from '../../../support/samples/samples.ts';
import { submission } from '../../../support/samples/submission.ts';

const at = '2026-03-20T09:00:00.000Z';
const reporter = 'muted';

let opened: TestStore;
let sent: Report;
beforeEach(async () => {
  opened = await openTestStore();
  sent = { ...report, id: newReportId(), reporter };
  await opened.store.reports.submit(submission(sent));
});

const mute = () => opened.store.mutes.set({ reporter, muted: true, by: 'marko', at });
const reject = () =>
  opened.store.reports.reject({ id: sent.id, version: 1, by: 'marko', at, rejection: { reason: 'abuse' } });
const correct = () =>
  opened.store.own.amend({
    id: sent.id,
    reporter,
    at,
    answers: { ...sent.answers, account: 'Unheard words' },
  });
const erase = () => opened.store.reports.erase({ id: sent.id, at });
const seen = async () => (await opened.store.own.find(reporter, sent.id))?.status;
const kept = async () => (await opened.dump('chats')).filter(({ shape }) => shape === 'unheard.1');

test('of a rejected report nothing is kept for its muted reporter once it is erased', async () => {
  await mute();
  await correct();
  await reject();
  expect(await seen()).toBe('rejected');
  expect(await erase()).toMatchObject({ kind: 'done' });
  expect(await seen()).toBe('rejected');
  expect(await opened.store.own.read(reporter, sent.id)).toBeUndefined();
  expect(await kept()).toEqual([]);
});

test('a rejected report that a muted reporter corrected stays in review for them, as for anybody, when it is erased', async () => {
  await reject();
  await mute();
  await correct();
  const before = await seen();
  expect(before).not.toBe('rejected');
  expect(await erase()).toMatchObject({ kind: 'done' });
  expect(await seen()).toBe(before);
  expect(await opened.store.own.read(reporter, sent.id)).toMatchObject({
    answers: { account: 'Unheard words' },
  });
  expect(await opened.store.own.withdraw({ id: sent.id, reporter, at })).toMatchObject({ kind: 'done' });
  expect(JSON.stringify(await opened.store.own.find(reporter, sent.id))).toContain('withdrawn');
  expect(await opened.store.own.read(reporter, sent.id)).toBeUndefined();
});

test('a withdrawal takes with it what was kept for its muted reporter', async () => {
  await mute();
  await correct();
  expect(await kept()).toHaveLength(1);
  expect(await opened.store.reports.withdraw({ id: sent.id, reporter, at })).toMatchObject({ kind: 'done' });
  expect(await kept()).toEqual([]);
  expect(await seen()).toBe('withdrawn');
});

test('a correction that is heard ends, in the same write, what was kept while its reporter was muted', async () => {
  const { store } = opened;
  await mute();
  await correct();
  await store.mutes.set({ reporter, muted: false, by: 'marko', at });
  const answers = { ...sent.answers, account: 'Heard words' };
  // No more than the records are told: whoever is cut short after it has nothing left to do.
  const heard = { id: sent.id, reporter, at, answers };
  expect(await store.reports.amend(heard)).toMatchObject({ kind: 'done' });
  expect(await kept()).toEqual([]);
  expect(await store.own.read(reporter, sent.id)).toMatchObject({ version: 2, answers });
  // Its answer was lost, and it comes again.
  expect(await store.own.amend(heard)).toMatchObject({ kind: 'done', again: true });
  expect(await kept()).toEqual([]);
  expect(await store.own.read(reporter, sent.id)).toMatchObject({ version: 2, answers });
});

test('nothing is left of somebody who is forgotten while they correct', async () => {
  await mute();
  const { chatKey } = submission(sent);
  await Promise.all([correct(), opened.store.chats.forget(reporter, chatKey), correct()]);
  expect(await kept()).toEqual([]);
});

test('what came while its reporter was muted is submitted when they correct it after that, once', async () => {
  await mute();
  const late: Report = { ...report, id: newReportId(), reporter };
  const { store } = opened;
  const amend = (killed: Report['answers']['killed']) =>
    store.own.amend({ id: late.id, reporter, at, answers: { ...late.answers, killed } });
  await store.own.submit(submission(late));
  await amend({ min: 1, max: 1 });
  expect(await store.reports.read(late.id)).toBeUndefined();
  await store.mutes.set({ reporter, muted: false, by: 'marko', at });
  expect(await amend({ min: 2, max: 2 })).toMatchObject({ kind: 'done' });
  expect(await store.reports.read(late.id)).toMatchObject({
    version: 1,
    answers: { killed: { min: 2, max: 2 } },
  });
  expect((await store.queue.list({ limit: 5 })).items.map(({ id }) => id)).toContain(late.id);
  expect(await kept()).toEqual([]);
  expect(await amend({ min: 3, max: 3 })).toMatchObject({ kind: 'done' });
  expect(await store.reports.read(late.id)).toMatchObject({
    version: 2,
    answers: { killed: { min: 3, max: 3 } },
  });
  expect(await store.chats.readContact(reporter)).toBeDefined();
});
