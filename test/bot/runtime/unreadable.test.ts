import { expect, test } from 'vitest';
import { createLog } from '../../../bot/runtime/log.ts';
import { withUnreadableLogged } from '../../../bot/runtime/unreadable.ts';
import { splitReport } from '../../../lib/review/outline.ts';
import type { Store } from '../../../lib/store/store.ts';
import { openTestStore } from '../../support/dynamo.ts';
import { report } from '../../support/samples.ts';

const logging = (store: Store) => {
  const lines: object[] = [];
  return {
    lines,
    store: withUnreadableLogged(
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

test('a list that read everything logs nothing', async () => {
  const { store, lines } = logging((await openTestStore()).store);
  await Promise.all([
    store.queue.list({ limit: 3 }),
    store.figures.list(),
    store.incidents.latest({ limit: 3 }),
  ]);
  expect(lines).toEqual([]);
});
