import { beforeAll, describe, expect, test } from 'vitest';
import { createIdentity } from '../../../../lib/identity/identity.ts';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import type { Report } from '../../../../lib/report/report.ts';
import { hourOf } from '../../../../lib/time/instant.ts';
import { openTestStore, type TestStore } from '../../../support/database/dynamo.ts';
import { report } from '../../../support/samples/samples.ts';
import { submission } from '../../../support/samples/submission.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});

const newReport = (part: Partial<Report> = {}): Report => ({ ...report, id: newReportId(), ...part });

describe('sending a report', () => {
  test('stores the report, its key, its history, the contact and the chat', async () => {
    const { store } = opened;
    const sent = submission(newReport({ reporter: 'whole' }));
    expect(await store.reports.submit(sent)).toBe('saved');
    expect(await store.reports.read(sent.report.id)).toEqual(sent.report);
    expect(await store.chats.read(sent.chatKey)).toEqual(sent.chat);
    expect(await store.chats.readContact('whole')).toEqual(sent.contact);
    const { events: history, verdict } = await store.reports.history(sent.report.id);
    expect(history).toMatchObject([
      { n: 1, kind: 'submitted', by: 'witness', at: hourOf(sent.report.receivedAt) },
    ]);
    expect(verdict).toEqual({ kind: 'whole' });
  });

  test('twice at once, or again later, stores one report', async () => {
    const { store, dump } = opened;
    const sent = submission(newReport());
    const results = await Promise.all([1, 2, 3].map(() => store.reports.submit(sent)));
    expect(results.sort()).toEqual(['exists', 'exists', 'saved']);
    const later = { ...sent, chat: { ...sent.chat, version: 2 } };
    expect(await store.reports.submit(later)).toBe('exists');
    expect(await store.chats.read(sent.chatKey)).toMatchObject({ version: 1 });
    const items = (await dump('records')).filter(({ pk }) => pk === `REPORT#${sent.report.id}`);
    expect(items).toHaveLength(2);
  });

  test('stores nothing at all when the chat changed meanwhile', async () => {
    const { store } = opened;
    const sent = submission(newReport({ reporter: 'late' }));
    await store.chats.save(sent.chatKey, { version: 1, recent: [7] });
    expect(await store.reports.submit(sent)).toBe('conflict');
    expect(await store.reports.read(sent.report.id)).toBeUndefined();
    expect(await store.chats.readContact('late')).toBeUndefined();
    expect((await store.reports.history(sent.report.id)).events).toEqual([]);
    expect(await store.reports.submit({ ...sent, chat: { ...sent.chat, version: 2 } })).toBe('saved');
  });

  test('stores nothing for somebody who was forgotten meanwhile', async () => {
    const { store } = opened;
    const sent = submission(newReport({ reporter: 'gone' }));
    await store.chats.save(sent.chatKey, { version: 1, recent: [] });
    await store.chats.forget('gone', sent.chatKey);
    expect(await store.reports.submit({ ...sent, chat: { ...sent.chat, version: 2 } })).toBe('conflict');
    expect(await store.chats.readContact('gone')).toBeUndefined();
  });

  test('never takes the report of another for its own', async () => {
    const { store } = opened;
    const mine = submission(newReport());
    await store.reports.submit(mine);
    const theirs = submission({ ...mine.report, reporter: 'another' });
    await expect(store.reports.submit(theirs)).rejects.toThrow('somebody else');
  });
});

test('a report is stored as its schema has it, whatever else the object carries', async () => {
  const { store } = opened;
  const one = newReport();
  const place = { ...one.answers.place, district: undefined, distanceMetres: 12 };
  await store.reports.submit(submission({ ...one, answers: { ...one.answers, place } }));
  expect(await store.reports.read(one.id)).toEqual(one);
  expect((await store.reports.history(one.id)).verdict).toEqual({ kind: 'whole' });
});

describe('lists of reports', () => {
  test('show one reporter their own, newest first, in pages there and back', async () => {
    const { store } = opened;
    const reports = [1, 2, 2, 2, 3, 4, 5].map(minute =>
      newReport({ reporter: 'pages', receivedAt: `2026-03-14T12:0${minute}:00.000Z` }),
    );
    for (const one of reports) await store.reports.submit(submission(one));
    const expected = reports
      .toSorted((a, b) => (a.receivedAt + a.id < b.receivedAt + b.id ? 1 : -1))
      .map(({ id }) => id);
    const ids = (page: { items: readonly Pick<Report, 'id'>[] }) => page.items.map(({ id }) => id);

    const one = await store.reports.ofReporter('pages', { limit: 3 });
    expect([ids(one), one.previous]).toEqual([expected.slice(0, 3), undefined]);
    const two = await store.reports.ofReporter('pages', { limit: 3, after: one.next });
    expect(ids(two)).toEqual(expected.slice(3, 6));
    const three = await store.reports.ofReporter('pages', { limit: 3, after: two.next });
    expect([ids(three), three.next]).toEqual([expected.slice(6), undefined]);
    const back = await store.reports.ofReporter('pages', { limit: 3, before: three.previous });
    expect(ids(back)).toEqual(ids(two));
    const start = await store.reports.ofReporter('pages', { limit: 3, before: back.previous });
    expect([ids(start), start.previous]).toEqual([expected.slice(0, 3), undefined]);
    expect(start.next).toBe(one.next);
    for (const cursor of [one.next, two.next, three.previous]) expect(cursor).toMatch(/^[\w]{19}$/);
  });

  test('take a forged cursor for the first page', async () => {
    const { store } = opened;
    await store.reports.submit(submission(newReport({ reporter: 'forged' })));
    for (const after of ['', 'x', '../../', 'zzzzzzzzzZZZZZZZZZZ', '0'.repeat(400)])
      expect((await store.reports.ofReporter('forged', { limit: 3, after })).items).toHaveLength(1);
  });

  test('hold in the queue what waits, oldest first, and count it', async () => {
    const { store } = await openTestStore();
    const reports = [3, 1, 2].map(hour => newReport({ receivedAt: `2026-03-14T0${hour}:10:00.000Z` }));
    for (const one of reports) await store.reports.submit(submission(one));
    const page = await store.queue.list({ limit: 10 });
    const ids = (items: readonly (Pick<Report, 'id'> | undefined)[]) => items.map(one => one?.id);
    expect(ids(page.items)).toEqual(ids([reports[1], reports[2], reports[0]]));
    expect(await store.queue.size()).toEqual({ count: 3, more: false });
    const { id } = reports[1] as Report;
    const at = '2026-03-14T13:00:00.000Z';
    await store.reports.reject({ id, version: 1, by: 'm', at, rejection: { reason: 'abuse' } });
    expect(ids((await store.queue.list({ limit: 10 })).items)).toEqual(ids([reports[2], reports[0]]));
    expect(await store.queue.size()).toEqual({ count: 2, more: false });
  });
});

test('no id of Telegram is in any item of the tables', async () => {
  const { store, dump } = await openTestStore();
  const [chatId, userId] = [987_654_321, 123_456_789];
  const identity = createIdentity(['secret']);
  const one = newReport({ reporter: identity.reporter(userId) });
  await store.reports.submit({
    ...submission(one),
    chatKey: identity.chatKey(chatId, userId),
    contact: { chat: identity.seal(String(chatId)), locale: 'uk' },
  });
  const key = identity.member(userId);
  const at = '2026-03-14T13:00:00.000Z';
  await store.members.add({ key, role: 'admin', name: identity.seal('Olena'), addedAt: at, by: key });
  await store.reports.reject({ id: one.id, version: 1, by: key, at, rejection: { reason: 'duplicate' } });
  await store.notices.claim(`decision ${one.id} 2`, 1000);
  const text = JSON.stringify([await dump('chats'), await dump('records')]);
  expect(text).toContain(one.id);
  for (const id of [chatId, userId, 'Olena']) expect(text).not.toContain(String(id));
});
