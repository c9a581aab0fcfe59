import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import type { Report } from '../../../../lib/report/report.ts';
import { createDynamo } from '../../../../lib/store/dynamodb/client.ts';
import { CorruptItem, isRetryable } from '../../../../lib/store/dynamodb/errors.ts';
import { openStore, type Store } from '../../../../lib/store/store.ts';
import {
  dynamoConfig,
  openTestStore,
  type TestStore,
  testIdentity,
} from '../../../support/database/dynamo.ts';
import { report, rules } from '../../../support/samples/samples.ts';
import { approval, submission } from '../../../support/samples/submission.ts';
import { totalOf } from '../../../support/total.ts';
import { type Fate, startProxy } from './proxy.ts';

const fates: Fate[] = [];
let opened: TestStore;
let store: Store;
let proxy: Awaited<ReturnType<typeof startProxy>>;

beforeAll(async () => {
  opened = await openTestStore();
  proxy = await startProxy(dynamoConfig().endpoint, () => fates.shift() ?? 'pass');
  const client = createDynamo({ ...dynamoConfig(), requestTimeoutMs: 2000, endpoint: proxy.endpoint });
  store = openStore({ client, identity: testIdentity, tables: opened.tables, rules });
});
afterEach(() => {
  fates.length = 0;
});
afterAll(() => proxy.stop());

const exception = (name: string, rest: object = {}, status = 400): Fate => ({
  status,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'words', ...rest },
});
const cancelled = (...codes: string[]): Fate =>
  exception('TransactionCanceledException', { CancellationReasons: codes.map(Code => ({ Code })) });
const conflicting = cancelled('TransactionConflict', 'None');

const newReport = (): Report => ({ ...report, id: newReportId() });
const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    error => error,
  );

describe('a transaction that meets another one', () => {
  test('tries again, also when conditions were refused beside it', async () => {
    const one = newReport();
    // The first call reads the reporter's list.
    fates.push('pass', conflicting, cancelled('ConditionalCheckFailed', 'TransactionConflict'), conflicting);
    expect(await store.reports.submit(submission(one))).toBe('saved');
    expect(await opened.store.reports.read(one.id)).toEqual(one);
  });

  test('and another one every time is a fault that passes', async () => {
    fates.push('pass', ...Array(4).fill(conflicting));
    const fault = await caught(store.reports.submit(submission(newReport())));
    expect(isRetryable(fault)).toBe(true);
  });
});

describe('an answer that is lost', () => {
  test('after sending a report leaves one report, which was saved', async () => {
    const one = newReport();
    fates.push('pass', 'answer lost');
    expect(await store.reports.submit(submission(one))).toBe('saved');
    expect((await opened.store.reports.history(one.id)).events).toHaveLength(1);
  });

  test('for longer than the client tries is a fault that passes, and sending again finds the report', async () => {
    const one = submission(newReport());
    fates.push('pass', 'answer lost', 'answer lost', 'answer lost');
    expect(isRetryable(await caught(store.reports.submit(one)))).toBe(true);
    expect(await store.reports.submit(one)).toBe('exists');
  });

  test('after an approval leaves it counted once, for the same moderator the same decision', async () => {
    const one = newReport();
    await store.reports.submit(submission(one));
    const before = (await totalOf(store)).incidents;
    // The report and its key are read first.
    fates.push('pass', 'pass', 'answer lost', 'request lost', 'answer lost');
    expect(isRetryable(await caught(store.reports.approve(approval(one))))).toBe(true);
    expect(await store.reports.approve(approval(one))).toMatchObject({ kind: 'done', again: true });
    expect((await totalOf(store)).incidents).toBe(before + 1);
  });

  test('after saving a chat shows as a conflict, and what was saved is there', async () => {
    const chat = { version: 1, recent: [7] };
    fates.push('answer lost');
    expect(await store.chats.save('lost', chat)).toBe('conflict');
    expect(await store.chats.read('lost')).toEqual(chat);
  });
});

describe('a fault that passes', () => {
  test.each([
    ['throttling', exception('ThrottlingException')],
    ['too many requests', exception('ProvisionedThroughputExceededException')],
    ['a request limit', exception('RequestLimitExceeded')],
    ['an error of the service', exception('InternalServerError', {}, 500)],
    ['an unavailable service', exception('ServiceUnavailable', {}, 503)],
    ['a lost connection', 'request lost' as const],
    ['a conflict with a transaction', exception('TransactionConflictException')],
  ])('is %s', async (_, fate) => {
    fates.push(...Array(10).fill(fate));
    expect(isRetryable(await caught(store.chats.save('faulty', { version: 1, recent: [] })))).toBe(true);
  });

  test('is a DynamoDB that is not there, or does not answer', async () => {
    const absent = createDynamo({ ...dynamoConfig(), endpoint: 'http://127.0.0.1:9', maxAttempts: 1 });
    const silent = createDynamo({
      ...dynamoConfig(),
      requestTimeoutMs: 2000,
      endpoint: proxy.endpoint,
      maxAttempts: 1,
    });
    fates.push('silence');
    for (const client of [absent, silent]) {
      const { chats } = openStore({ client, identity: testIdentity, tables: opened.tables });
      expect(isRetryable(await caught(chats.read('any')))).toBe(true);
    }
  });
});

describe('a fault that stays', () => {
  test.each([
    ['a bug', new TypeError('x is not a function')],
    ['a corrupt item', new CorruptItem('x')],
    ['no error at all', 'ThrottlingException'],
  ])('is %s', (_, fault) => expect(isRetryable(fault)).toBe(false));

  test('is a table that does not exist, or a refusal of access', async () => {
    const { chats } = openStore({
      client: opened.client,
      identity: testIdentity,
      tables: { chats: 'absent', keys: 'absent', records: 'absent' },
    });
    expect(isRetryable(await caught(chats.read('any')))).toBe(false);
    fates.push(exception('AccessDeniedException'));
    expect(isRetryable(await caught(store.chats.read('any')))).toBe(false);
  });
});

test('every call can be watched, with what it cost', async () => {
  const calls: object[] = [];
  const client = createDynamo({ ...dynamoConfig(), onCall: call => calls.push(call) });
  const watched = openStore({ client, identity: testIdentity, tables: opened.tables });
  await watched.chats.save('watched', { version: 1, recent: [1] });
  await watched.chats.read('watched');
  expect(calls).toMatchObject([
    { command: 'PutItem', capacityUnits: 1 },
    { command: 'GetItem', capacityUnits: 1 },
  ]);
});
