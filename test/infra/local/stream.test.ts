import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followStream, type StreamHandler } from '../../../infra/local/stream.ts';
import { newReportId } from '../../../lib/identity/receipt.ts';
import { dynamoConfig, openTestStore, type TestStore, writesTo } from '../../support/database/dynamo.ts';
import { report } from '../../support/samples/samples.ts';
import { submission } from '../../support/samples/submission.ts';

let opened: TestStore;
let seen: string[];
let dropped: string[];
let stream: ReturnType<typeof followStream> | undefined;
beforeEach(async () => {
  opened = await openTestStore();
  seen = [];
  dropped = [];
});
afterEach(() => stream?.stop());

const nameOf = ({ eventName, dynamodb }: DynamoDBRecord): string =>
  `${eventName} ${dynamodb?.Keys?.pk?.S} ${dynamodb?.Keys?.sk?.S}`;

const follow = (handler: StreamHandler) => {
  stream = followStream({
    client: opened.client,
    config: dynamoConfig(),
    table: opened.tables.records,
    handler,
    onDropped: record => dropped.push(nameOf(record)),
    changed: writesTo(opened.tables.records),
    attempts: 3,
  });
};

const send = async (count: number): Promise<readonly string[]> => {
  const ids = Array.from({ length: count }, newReportId);
  for (const id of ids) await opened.store.reports.submit(submission({ ...report, id }));
  return ids;
};

const reports = () => seen.filter(name => name.endsWith(' REPORT'));
const inserted = (ids: readonly string[]) => ids.map(id => `INSERT REPORT#${id} REPORT`);
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 180_000 });

describe('the local stream', () => {
  test('delivers every change once and in order, those from before it began too, with both images', async () => {
    const ids = [...(await send(12))];
    const last: DynamoDBRecord[] = [];
    follow(async ({ Records }) => {
      seen.push(...Records.map(nameOf));
      last.push(...Records);
      return undefined;
    });
    await eventually(() => expect(reports()).toHaveLength(12));
    ids.push(...(await send(2)));
    const at = '2026-03-14T13:00:00.000Z';
    const [id = ''] = ids;
    await opened.store.reports.reject({ id, version: 1, by: 'm', at, rejection: { reason: 'abuse' } });
    const all = [...inserted(ids), `MODIFY REPORT#${id} REPORT`];
    await eventually(() => expect(reports()).toEqual(all));
    const change = last.find(({ eventName }) => eventName === 'MODIFY');
    expect(change).toMatchObject({
      eventSource: 'aws:dynamodb',
      dynamodb: { OldImage: { status: { S: 'submitted' } }, NewImage: { status: { S: 'rejected' } } },
    });
    expect(change?.dynamodb?.ApproximateCreationDateTime).toBeGreaterThan(1_000_000_000);
  });

  test('delivers again from the first record that the handler says has failed', async () => {
    const ids = await send(4);
    const failing = `INSERT REPORT#${ids[2]} REPORT`;
    let failures = 1;
    follow(async ({ Records }) => {
      for (const record of Records) {
        if (nameOf(record) === failing && failures > 0) {
          failures -= 1;
          return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
        }
        seen.push(nameOf(record));
      }
      return { batchItemFailures: [] };
    });
    await eventually(() => expect(reports()).toEqual(inserted(ids)));
    expect(dropped).toEqual([]);
  });

  test('gives up a record that always fails, and only that one', async () => {
    const ids = await send(4);
    const poison = `INSERT REPORT#${ids[1]} REPORT`;
    follow(async ({ Records }) => {
      if (Records.some(record => nameOf(record) === poison)) throw new Error('cannot');
      seen.push(...Records.map(nameOf));
      return undefined;
    });
    await eventually(() => expect(reports()).toEqual(inserted(ids.filter((_, index) => index !== 1))));
    expect(dropped).toEqual([poison]);
  });

  test('stops when the batch at hand is done', async () => {
    await send(1);
    let done = false;
    const started = new Promise<void>(start =>
      follow(async () => {
        start();
        await new Promise(resume => setTimeout(resume, 50));
        done = true;
        return undefined;
      }),
    );
    await started;
    await stream?.stop();
    expect(done).toBe(true);
  });
});
