import { expect, it } from 'vitest';
import { createLog } from '../../../bot/runtime/log.ts';
import { measureQueue } from '../../../bot/worker/measure-queue.ts';
import { openTestStore } from '../../support/database/dynamo.ts';
import { report } from '../../support/samples/samples.ts';

it('the queue is as old as the report that waits longest', async () => {
  const { store } = await openTestStore();
  const lines: string[] = [];
  const receivedAt = '2026-11-23T10:00:00.000Z';
  const measure = () =>
    measureQueue({
      store,
      log: createLog(line => lines.push(line)),
      now: () => new Date('2026-11-23T12:00:00.000Z'),
    });
  await measure();
  await store.reports.submit({
    chatKey: 'chat',
    chat: { version: 1, recent: [] },
    report: { ...report, status: 'submitted', version: 1, receivedAt },
    contact: { chat: 'sealed', locale: 'uk' },
  });
  await measure();
  expect(lines.map(line => JSON.parse(line))).toEqual([
    expect.objectContaining({ event: 'queue', QueueAge: 0, QueueSize: 0 }),
    expect.objectContaining({ event: 'queue', QueueAge: 7200, QueueSize: 1 }),
  ]);
});
