import { expect, test } from 'vitest';
import { createLog } from '../../../bot/runtime/log.ts';
import { withUnreadableNoted } from '../../../bot/runtime/unreadable.ts';
import { newReportId } from '../../../lib/identity/receipt.ts';
import { splitReport } from '../../../lib/review/outline.ts';
import { reportKey } from '../../../lib/store/dynamodb/keys.ts';
import type { Store } from '../../../lib/store/store.ts';
import { openTestStore } from '../../support/database/dynamo.ts';
import { report } from '../../support/samples/samples.ts';
import { submission } from '../../support/samples/submission.ts';

const logging = (store: Store) => {
  const lines: object[] = [];
  return {
    lines,
    store: withUnreadableNoted(
      store,
      createLog(line => lines.push(JSON.parse(line))),
    ),
  };
};

test('a list that skipped items logs its name and their number, once, and returns what it found', async () => {
  const opened = (await openTestStore()).store;
  const page = { items: [splitReport(report, 'submitted').outline], unreadable: 2 };
  const { store, lines } = logging({ ...opened, queue: { ...opened.queue, list: async () => page } });
  expect(await store.queue.list({ limit: 3 })).toBe(page);
  expect(lines).toEqual([{ level: 'info', event: 'unreadable', list: 'queue', Unreadable: 2 }]);
});

test('so does the list of a person’s own reports', async () => {
  const opened = (await openTestStore()).store;
  const page = { items: [], unreadable: 1 };
  const { store, lines } = logging({ ...opened, own: { ...opened.own, list: async () => page } });
  expect(await store.own.list('olena', { limit: 3 })).toBe(page);
  expect(lines).toEqual([{ level: 'info', event: 'unreadable', list: 'own reports', Unreadable: 1 }]);
});

test('a list that read everything logs nothing', async () => {
  const { store, lines } = logging((await openTestStore()).store);
  await Promise.all([
    store.queue.list({ limit: 3 }),
    store.figures.list(),
    store.incidents.latest({ limit: 3 }),
  ]);
  expect(lines).toEqual([]);
});

test('what a list of records skipped is put aside once, however often it is read, and read again when an admin wants it', async () => {
  const opened = await openTestStore();
  const { store, lines } = logging(opened.store);
  const sent = { ...report, id: newReportId() };
  await store.reports.submit(submission(sent));
  const { pk, sk } = reportKey(sent.id);
  await opened.spoil({ pk, sk });
  for (let n = 0; n < 3; n += 1)
    expect(await store.queue.list({ limit: 3, order: n === 1 ? 'harm' : 'age' })).toMatchObject({
      items: [],
      unreadable: 1,
    });
  await store.reports.ofReporter(sent.reporter, { limit: 3 });
  const [problem, ...more] = (await store.problems.list()).items;
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    what: 'record',
    subject: `${pk} ${sk}`,
    reason: 'unreadable',
    state: 'open',
    tries: 1,
  });
  const metrics = lines.filter(line => 'Problems' in line);
  expect(metrics).toMatchObject([{ Problems: 1, what: 'record', reason: 'unreadable' }]);
  await store.problems.set(problem?.id ?? '', 'dismissed');
  await store.queue.list({ limit: 3 });
  expect((await store.problems.list()).items).toEqual([]);
});

test('a list is shown although what it skipped cannot be put aside', async () => {
  const opened = (await openTestStore()).store;
  const page = { items: [], unreadable: 1, skipped: ['REPORT#X REPORT'] };
  const noteSkipped = async () => {
    throw new Error('Out of reach');
  };
  const { store, lines } = logging({
    ...opened,
    problems: { ...opened.problems, noteSkipped },
    queue: { ...opened.queue, list: async () => page },
  });
  expect(await store.queue.list({ limit: 3 })).toBe(page);
  expect(lines.at(0)).toMatchObject({ event: 'not_put_aside', what: 'record' });
});
