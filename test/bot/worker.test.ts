import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../bot/log.ts';
import { createWorker } from '../../bot/worker.ts';
import type { Person } from '../../infra/local/telegram/person.ts';
import { startTelegram, type Telegram } from '../../infra/local/telegram/server.ts';
import { findCountry } from '../../lib/country.ts';
import { createIdentity } from '../../lib/identity/identity.ts';
import { formatReceipt, newReportId } from '../../lib/identity/receipt.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Report } from '../../lib/report/report.ts';
import { reportKey } from '../../lib/store/keys.ts';
import type { Store } from '../../lib/store/store.ts';
import { openTestStore } from '../dynamo.ts';
import { answers } from '../lib/report/samples.ts';
import { approval } from '../lib/store/submission.ts';
import { read } from './desk.ts';

const token = '500100000:worker';
const identity = createIdentity(['an-identity-secret-that-only-tests-use']);
let telegram: Telegram;
beforeAll(async () => {
  telegram = await startTelegram({ token, secondMs: 20, limits: false });
});
afterAll(() => telegram.stop());

/** A worker on a store and a moderators' chat of its own, and a witness who talked to the bot. */
const setUp = async ({
  wrap = (store: Store) => store,
  groupType = 'supergroup' as 'group' | 'supergroup',
  hasGroup = true,
} = {}) => {
  let clock = Date.now();
  const { store } = await openTestStore({ now: () => clock });
  const marko = telegram.user({ first_name: 'Marko' });
  const group = await telegram.group({
    title: 'Moderators',
    type: groupType,
    members: [marko],
    bot: 'administrator',
  });
  const witness = telegram.user({ first_name: 'Olena' });
  void witness.start();
  const log: string[] = [];
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const deps = {
    store: wrap(store),
    identity,
    country,
    moderatorsChat: hasGroup ? group.id : undefined,
    now: () => new Date(clock),
    log: createLog(line => log.push(line)),
  };
  const { tell: worker, tick } = createWorker(deps, { token, apiRoot: telegram.url, reminderHours: 12 });
  const sent = (chat: number, method = 'sendMessage') =>
    telegram.calls.filter(call => call.method === method && !call.error && call.parameters.chat_id === chat)
      .length;
  return { store, worker, tick, deps, group, witness, log, sent, wait: (ms: number) => (clock += ms) };
};

let reporters = 0;
const submit = async (store: Store, witness: Person, locale: Locale = 'uk'): Promise<Report> => {
  const report: Report = {
    id: newReportId(),
    version: 1,
    status: 'submitted',
    reporter: identity.reporter(witness.id),
    locale,
    receivedAt: '2026-11-20T08:00:00.000Z',
    answers,
  };
  reporters += 1;
  const saved = await store.submitReport({
    chatKey: `chat-${reporters}`,
    chat: { version: 1, recent: [] },
    report,
    contact: { chat: identity.seal(String(witness.id)), locale },
  });
  expect(saved).toBe('saved');
  return report;
};
const by = { by: 'nobody-known', at: '2026-11-20T09:00:00.000Z' };
const reject = async (store: Store, { id, version }: Report): Promise<Report> => {
  const result = await store.reject({ id, version, ...by, rejection: { reason: 'duplicate' } });
  if (result.kind !== 'done') throw new Error(result.kind);
  return result.report;
};
const approve = async (store: Store, report: Report): Promise<Report> => {
  const result = await store.approve(approval(report, by));
  if (result.kind !== 'done') throw new Error(result.kind);
  return result.report;
};

let sequence = 0;
const recordOf = (after: Report, before?: Report): DynamoDBRecord => {
  const image = (report: Report) =>
    marshall({ ...reportKey(report.id), ...report }, { removeUndefinedValues: true }) as NonNullable<
      DynamoDBRecord['dynamodb']
    >['NewImage'];
  sequence += 1;
  return {
    eventName: before ? 'MODIFY' : 'INSERT',
    dynamodb: {
      SequenceNumber: String(sequence),
      NewImage: image(after),
      ...(before && { OldImage: image(before) }),
    },
  } as DynamoDBRecord;
};
const failed = (record: DynamoDBRecord) => ({
  batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber }],
});
const none = { batchItemFailures: [] };

describe('the worker', () => {
  test('sends a card for a new report, once, however often the record comes', async () => {
    const { store, worker, group, witness, sent } = await setUp();
    const report = await submit(store, witness);
    const record = recordOf(report);
    expect(await worker({ Records: [record] })).toEqual(none);
    expect(await worker({ Records: [record, record] })).toEqual(none);
    expect(sent(group.id)).toBe(1);
    expect(read(group.last())).toContain(`Повідомлення ${formatReceipt(report.id)}`);
    expect(group.last().message_id).toBe(await store.readCard(report.id));
  });

  test('sends no card for a report that is decided by now', async () => {
    const { store, worker, group, witness, sent } = await setUp();
    const report = await submit(store, witness);
    const rejected = await reject(store, report);
    expect(await worker({ Records: [recordOf(report), recordOf(rejected, report)] })).toEqual(none);
    expect(sent(group.id)).toBe(0);
  });

  test('shows the outcome on the card and takes its buttons, and an old record does not bring them back', async () => {
    const { store, worker, group, witness, wait } = await setUp();
    const report = await submit(store, witness);
    await worker({ Records: [recordOf(report)] });
    const approved = await approve(store, report);
    await worker({ Records: [recordOf(approved, report)] });
    expect(read(group.last())).toContain('Рішення «схвалено»');
    expect(group.last().reply_markup?.inline_keyboard ?? []).toEqual([]);
    const withdrawn = await store.withdraw({ id: report.id, reporter: report.reporter, at: by.at });
    if (withdrawn.kind !== 'done') throw new Error('Not withdrawn');
    wait(24 * 60 * 60_000);
    await worker({
      Records: [recordOf(report), recordOf(approved, report), recordOf(withdrawn.report, approved)],
    });
    expect(read(group.last())).toContain('Свідок відкликав');
  });

  test.each([
    ['uk', 'не схвалено', 'Це повтор іншого вашого повідомлення'],
    ['en', 'was not approved', 'It repeats another report of yours'],
    ['ru', 'не одобрено', 'Это повтор другого вашего сообщения'],
  ] as const)('tells the witness of a decision in %s, once', async (locale, outcome, reason) => {
    const { store, worker, witness, sent } = await setUp();
    const before = sent(witness.id);
    const report = await submit(store, witness, locale);
    const record = recordOf(await reject(store, report), report);
    for (let n = 0; n < 3; n += 1) expect(await worker({ Records: [record] })).toEqual(none);
    expect(sent(witness.id)).toBe(before + 1);
    expect(read(witness.last())).toContain(outcome);
    expect(read(witness.last())).toContain(reason);
    expect(witness.last().has_protected_content).toBe(true);
  });

  test('lets a witness be who blocked the bot, or asked to be forgotten', async () => {
    const { store, worker, witness, log, sent } = await setUp();
    const report = await submit(store, witness);
    await witness.block();
    expect(await worker({ Records: [recordOf(await approve(store, report), report)] })).toEqual(none);
    expect(log.some(line => line.includes('"outcome":"unreachable"'))).toBe(true);
    const other = telegram.user({ first_name: 'Petro' });
    const second = await submit(store, other);
    await store.forget(second.reporter, 'chat');
    expect(await worker({ Records: [recordOf(await approve(store, second), second)] })).toEqual(none);
    expect(sent(other.id)).toBe(0);
    expect(log.join('')).not.toContain(String(witness.id));
  });

  test('reports what Telegram refused for now, and sends it when it comes again', async () => {
    const { store, worker, group, witness, sent } = await setUp();
    const one = await submit(store, witness);
    const two = await submit(store, witness);
    const records = [recordOf(one), recordOf(two)];
    telegram.faults.next('sendMessage', { kind: 'error', code: 429, retryAfter: 5 });
    const result = await worker({ Records: records });
    expect(result.batchItemFailures).toHaveLength(2);
    expect(sent(group.id)).toBe(0);
    expect(await worker({ Records: records })).toEqual(none);
    expect(sent(group.id)).toBe(2);
  });

  test('tells the witness though the group is busy, and the group though the witness is not reached', async () => {
    const { store, worker, group, witness, sent } = await setUp();
    const report = await submit(store, witness);
    await worker({ Records: [recordOf(report)] });
    const rejected = recordOf(await reject(store, report), report);
    telegram.faults.next('editMessageText', { kind: 'error', code: 500 });
    expect(await worker({ Records: [rejected] })).toEqual(failed(rejected));
    const told = sent(witness.id);
    expect(await worker({ Records: [rejected] })).toEqual(none);
    expect(sent(witness.id)).toBe(told);
    expect(read(group.last())).toContain('Рішення «відхилено»');
  });

  test('does not let a later record of a report overtake one that failed', async () => {
    const { store, worker, witness, sent } = await setUp();
    const before = sent(witness.id);
    const report = await submit(store, witness);
    const first = recordOf(report);
    telegram.faults.next('sendMessage', { kind: 'error', code: 502 });
    const rejected = {
      ...report,
      version: 2,
      status: 'rejected' as const,
      rejection: { reason: 'abuse' as const },
    };
    const second = recordOf(rejected, report);
    const { batchItemFailures } = await worker({ Records: [first, second] });
    expect(batchItemFailures).toHaveLength(2);
    expect(sent(witness.id)).toBe(before);
  });

  test('that crashes between sending and marking sends again after the lease, never before', async () => {
    let crash = true;
    const { store, worker, group, witness, sent, wait } = await setUp({
      wrap: inner => ({
        ...inner,
        finishNotice: async (id, lease) => {
          if (!crash) return inner.finishNotice(id, lease);
          throw new Error('The process is gone');
        },
      }),
    });
    const record = recordOf(await submit(store, witness));
    expect(await worker({ Records: [record] })).toEqual(failed(record));
    expect(sent(group.id)).toBe(1);
    crash = false;
    expect(await worker({ Records: [record] })).toEqual(failed(record));
    expect(sent(group.id)).toBe(1);
    wait(61_000);
    expect(await worker({ Records: [record] })).toEqual(none);
    // The card was there already: it was found, and edited into what it is.
    expect(sent(group.id)).toBe(1);
  });

  test('skips the cards without a moderators’ chat, and sends them once there is one', async () => {
    const { store, worker, witness, log, sent, group } = await setUp({ hasGroup: false });
    const report = await submit(store, witness);
    expect(await worker({ Records: [recordOf(report)] })).toEqual(none);
    expect(log.some(line => line.includes('card_skipped'))).toBe(true);
    const country = findCountry('UA');
    if (!country) throw new Error('No country');
    const later = createWorker(
      { store, identity, country, moderatorsChat: group.id, now: () => new Date(), log: createLog(() => {}) },
      { token, apiRoot: telegram.url, reminderHours: 12 },
    );
    await later.tell({ Records: [recordOf(report)] });
    expect(sent(group.id)).toBe(1);
  });

  test('follows a group that was upgraded', async () => {
    const { store, worker, group, witness, log } = await setUp({ groupType: 'group' });
    void group.upgrade();
    const report = await submit(store, witness);
    expect(await worker({ Records: [recordOf(report)] })).toEqual(none);
    expect(log.some(line => line.includes('moderators_chat_upgraded'))).toBe(true);
  });

  test('passes by what is no report, and reports a report that is none', async () => {
    const { worker } = await setUp();
    const event = {
      dynamodb: { SequenceNumber: '1', NewImage: marshall({ pk: 'REPORT#X', sk: 'EVENT#000001', id: 'X' }) },
    } as DynamoDBRecord;
    const corrupt = {
      dynamodb: { SequenceNumber: '2', NewImage: marshall({ ...reportKey('X'), id: 'X' }) },
    } as DynamoDBRecord;
    const gone = { eventName: 'REMOVE', dynamodb: { SequenceNumber: '3', OldImage: {} } } as DynamoDBRecord;
    expect(await worker({ Records: [event, gone] })).toEqual(none);
    expect(await worker({ Records: [corrupt] })).toEqual(failed(corrupt));
  });
});
