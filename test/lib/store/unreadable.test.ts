import { beforeEach, expect, test } from 'vitest';
import { newReportId } from '../../../lib/identity/receipt.ts';
import type { Answers, Report } from '../../../lib/report/report.ts';
import { CorruptItem } from '../../../lib/store/dynamodb/errors.ts';
import {
  correctionKey,
  figureKey,
  incidentKey,
  memberKey,
  reportKey,
} from '../../../lib/store/dynamodb/keys.ts';
import { mergePages, type Page, type PageRequest } from '../../../lib/store/dynamodb/page.ts';
import { openTestStore, type TestStore } from '../../support/database/dynamo.ts';
import { answers, report } from '../../support/samples/samples.ts';
import { approval, submission } from '../../support/samples/submission.ts';

/** An item of a later release among those of a list is that one item's trouble. */

const time = (minute: number) => new Date(Date.UTC(2026, 2, 14, 12, minute)).toISOString();
/** Of sending: hours apart, because the queue is in the order of hours. */
const hour = (n: number) => new Date(Date.UTC(2026, 2, 14, 1 + n)).toISOString();
const reporter = 'reporter';

let opened: TestStore;
beforeEach(async () => {
  opened = await openTestStore();
});

const submitted = async (count: number, said: Partial<Answers> = {}): Promise<readonly Report[]> => {
  const reports = Array.from({ length: count }, (_, n) => ({
    ...report,
    id: newReportId(),
    reporter,
    receivedAt: hour(n),
    answers: { ...answers, ...said },
  }));
  for (const one of reports) await opened.store.reports.submit(submission(one));
  return reports;
};

const approved = async (reports: readonly Report[]): Promise<readonly string[]> => {
  const approvals = reports.map((one, n) => approval(one, { at: time(30 + n) }));
  for (const approving of approvals) await opened.store.reports.approve(approving);
  return approvals.map(({ into }) => into.incident);
};

/** All pages of a list, forwards: the ids in their order, and how many were skipped. */
const walk = async (
  list: (request: PageRequest) => Promise<Page<{ readonly id: string }>>,
  limit: number,
) => {
  const ids: string[] = [];
  let unreadable = 0;
  let after: string | undefined;
  do {
    const page = await list({ limit, after });
    ids.push(...page.items.map(({ id }) => id));
    unreadable += page.unreadable ?? 0;
    after = page.next;
  } while (after !== undefined);
  return { ids, unreadable };
};

test('the queue and a reporter’s reports go on over what cannot be read, page by page, and count it', async () => {
  const { store } = opened;
  const reports = await submitted(6);
  const ids = reports.map(({ id }) => id);
  for (const n of [0, 2, 3]) await opened.spoil(reportKey(ids[n] ?? ''));
  const readable = [ids[1], ids[4], ids[5]];
  for (const limit of [1, 2, 5]) {
    expect(await walk(store.queue.list, limit)).toEqual({ ids: readable, unreadable: 3 });
    expect(await walk(page => store.reports.ofReporter(reporter, page), limit)).toEqual({
      ids: readable.toReversed(),
      unreadable: 3,
    });
  }
  const last = await store.queue.list({ limit: 1, after: (await store.queue.list({ limit: 2 })).next });
  expect(last.items.map(({ id }) => id)).toEqual([ids[5]]);
  const back = await store.queue.list({ limit: 1, before: last.previous });
  expect(back.items.map(({ id }) => id)).toEqual([ids[4]]);
  expect(await store.reports.claimNext({ by: 'marko', at: time(9) })).toMatchObject({ id: ids[1] });
  await expect(store.reports.read(ids[0] ?? '')).rejects.toThrow(CorruptItem);
});

test('what a moderator has claimed', async () => {
  const { store } = opened;
  const reports = await submitted(2);
  for (const { id } of reports) await store.reports.claim({ id, version: 1, by: 'marko', at: time(9) });
  await opened.spoil(reportKey(reports[0]?.id ?? ''));
  expect(await store.queue.claimedBy('marko', time(10))).toMatchObject({
    items: [{ id: reports[1]?.id }],
    unreadable: 1,
  });
});

test('the feed, and the corrections of it', async () => {
  const { store } = opened;
  const incidents = await approved(await submitted(3));
  // Corrections of one day are in the order of their ids.
  const byId = incidents.toSorted();
  for (const [n, incident] of incidents.entries())
    await store.incidents.amend({
      incident,
      version: 1,
      by: 'marko',
      at: time(50 + n),
      amendment: { kind: 'assess', assessment: 'confirmed' },
    });
  await opened.spoil(incidentKey(incidents[1] ?? ''));
  await opened.spoil(correctionKey(time(52), byId[2] ?? '', 2));
  expect(await walk(store.incidents.latest, 1)).toEqual({
    ids: [incidents[2], incidents[0]],
    unreadable: 1,
  });
  const first = await store.corrections.list({ limit: 1 });
  const second = await store.corrections.list({ limit: 1, after: first.next });
  expect([first, second]).toMatchObject([
    { items: [{ incident: byId[1] }], unreadable: 1 },
    { items: [{ incident: byId[0] }], unreadable: 0, next: undefined },
  ]);
});

test('what is embargoed, and what is due: nothing keeps the rest from its release', async () => {
  const { store } = opened;
  const zone = 'Europe/Kyiv';
  const night = { precision: 'minute', start: '2026-03-14T03:00', end: '2026-03-14T03:00', zone } as const;
  // Of one release time, so in the order of their ids.
  const incidents = (await approved(await submitted(3, { occurred: night, areas: ['military'] }))).toSorted();
  await opened.spoil(incidentKey(incidents[0] ?? ''));
  expect(await walk(store.incidents.embargoed, 1)).toMatchObject({ unreadable: 1 });
  const due = await store.incidents.due(time(600), 1);
  expect([due.items.length, due.unreadable]).toEqual([1, 1]);
  expect(due.items[0]?.id).toBe(incidents[1]);
});

test('duplicates: neither a report, nor an incident or a contribution', async () => {
  const { store } = opened;
  const [mine, ...others] = await submitted(5);
  if (!mine) throw new Error('No report');
  const [waiting, ...rest] = others;
  const incidents = await approved(rest);
  await opened.spoil(reportKey(waiting?.id ?? ''));
  await opened.spoil(incidentKey(incidents[0] ?? ''));
  const { items, unreadable } = await store.duplicates.suggest(mine);
  expect(items.map(one => one.kind === 'incident' && one.incident.id).sort()).toEqual(
    incidents.slice(1).sort(),
  );
  expect(unreadable).toBe(2);
});

test('figures and the team', async () => {
  const { store } = opened;
  const figure = {
    id: newReportId(),
    version: 1,
    status: 'recorded',
    source: { kind: 'monitor', name: 'Monitor' },
    published: '2022-08-25',
    munition: 'cluster_munition',
    killed: { atLeast: 215 },
    recordedAt: time(1),
    by: 'marko',
  } as const;
  const other = { ...figure, id: newReportId() };
  for (const one of [figure, other]) await store.figures.record(one);
  await opened.spoil(figureKey(figure.published, figure.id));
  expect(await store.figures.list()).toMatchObject({ items: [other], unreadable: 1 });
  for (const key of ['a', 'b'])
    await store.members.add({ key, role: 'admin', name: 'sealed', addedAt: time(1), by: key });
  await opened.spoil(memberKey('a'), 'chats');
  expect(await store.members.list()).toMatchObject({ items: [{ key: 'b' }], unreadable: 1 });
});

test('several lists together show nothing of one beyond what is known of another', () => {
  const at = (n: number) => ({ id: `000000000${n}`, at: time(n) });
  const cut = { items: [at(9)], unreadable: 200, next: undefined as string | undefined };
  // The first list was given up after the item of minute 5, which could not be read.
  const next = mergePages([{ items: [at(5), at(4)] }], 'at', 1).next;
  const merged = mergePages([{ ...cut, next }, { items: [at(8), at(3)] }], 'at', 2);
  expect(merged).toEqual({ items: [at(9), at(8)], unreadable: 200, next });
});
