import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../bot/runtime/log.ts';
import { createWorker } from '../../bot/worker.ts';
import { findCountry } from '../../lib/country.ts';
import { formatReceipt } from '../../lib/identity/receipt.ts';
import { reportKey } from '../../lib/store/dynamodb/keys.ts';
import { read } from '../support/product/desk.ts';
import {
  approve,
  by,
  identity,
  none,
  recordOf,
  reject,
  setUp,
  submit,
  telegram,
  token,
} from './worker/setup.ts';

describe('the worker', () => {
  test('sends a card for a new report, once, however often the record comes', async () => {
    const { store, worker, group, witness, sent } = await setUp();
    const report = await submit(store, witness);
    const record = recordOf(report);
    expect(await worker({ Records: [record] })).toEqual(none);
    expect(await worker({ Records: [record, record] })).toEqual(none);
    expect(sent(group.id)).toBe(1);
    expect(read(group.last())).toContain(`Повідомлення ${formatReceipt(report.id)}`);
    expect((await store.notices.readCard(report.id))?.message).toBe(group.last().message_id);
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
    expect(read(group.last())).toContain('Схвалено');
    expect(JSON.stringify(group.last().reply_markup ?? {})).not.toMatch(/m:(approve|reject|claim|ask)/);
    const withdrawn = await store.reports.withdraw({ id: report.id, reporter: report.reporter, at: by.at });
    if (withdrawn.kind !== 'done') throw new Error('Not withdrawn');
    wait(24 * 60 * 60_000);
    await worker({
      Records: [recordOf(report), recordOf(approved, report), recordOf(withdrawn.report, approved)],
    });
    expect(read(group.last())).toContain('Свідок відкликав');
  });

  test.each([
    ['uk', 'не схвалено', 'Повторює інше ваше повідомлення'],
    ['en', 'was not approved', 'It repeats another of your reports'],
    ['ru', 'не одобрено', 'Повторяет другое ваше сообщение'],
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
    await store.chats.forget(second.reporter, 'chat');
    expect(await worker({ Records: [recordOf(await approve(store, second), second)] })).toEqual(none);
    expect(sent(other.id)).toBe(0);
    expect(log.join('')).not.toContain(String(witness.id));
  });

  test('puts into the digest what Telegram has no room for now', async () => {
    const { store, worker, tick, group, witness, sent, deps } = await setUp();
    const part = { receivedAt: deps.now().toISOString() };
    const records = [
      recordOf(await submit(store, witness, 'uk', part)),
      recordOf(await submit(store, witness, 'uk', part)),
    ];
    telegram.faults.next('sendMessage', { kind: 'error', code: 429, retryAfter: 5 });
    expect(await worker({ Records: records })).toEqual(none);
    expect(sent(group.id)).toBe(0);
    await tick();
    expect(sent(group.id)).toBe(1);
    expect(read(group.last())).toContain('2');
  });

  test('tells the witness though the group is out of reach, and the group later, by itself', async () => {
    const { store, worker, tick, group, witness, sent, wait } = await setUp();
    const report = await submit(store, witness);
    await worker({ Records: [recordOf(report)] });
    const before = sent(witness.id);
    const rejected = recordOf(await reject(store, report), report);
    telegram.faults.next('editMessageText', { kind: 'error', code: 500 }, 3);
    expect(await worker({ Records: [rejected] })).toEqual(none);
    expect(sent(witness.id)).toBe(before + 1);
    expect(read(group.last())).not.toContain('Відхилено');
    wait(2 * 60_000);
    await tick();
    expect(read(group.last())).toContain('Відхилено');
    expect((await store.problems.list()).items).toEqual([]);
  });

  test('that crashes between sending and marking goes on after the lease, never before', async () => {
    let isGone = true;
    const { store, worker, tick, group, witness, sent, wait, deps } = await setUp({
      wrap: inner => ({
        ...inner,
        notices: {
          ...inner.notices,
          finish: async (id, lease) => (isGone ? 'lost' : inner.notices.finish(id, lease)),
        },
      }),
    });
    const record = recordOf(await submit(store, witness, 'uk', { receivedAt: deps.now().toISOString() }));
    expect(await worker({ Records: [record] })).toEqual(none);
    expect(sent(group.id)).toBe(1);
    isGone = false;
    expect(await worker({ Records: [record] })).toEqual(none);
    expect((await store.problems.list()).items).toMatchObject([{ what: 'card', reason: 'busy' }]);
    wait(2 * 60_000);
    await tick();
    // The card was there already: it was found, and edited into what it is.
    expect(sent(group.id)).toBe(1);
    expect((await store.problems.list()).items).toEqual([]);
  });

  test('skips the cards without a moderators’ chat, and sends them once there is one', async () => {
    const { store, worker, witness, log, sent, group } = await setUp({ hasGroup: false });
    const report = await submit(store, witness);
    expect(await worker({ Records: [recordOf(report)] })).toEqual(none);
    expect(log.some(line => line.includes('card_skipped'))).toBe(true);
    const country = findCountry('UA');
    if (!country) throw new Error('No country');
    const later = createWorker(
      {
        store,
        identity,
        country,
        kept: { rejectedDays: 90, keyRecoveryDays: 7 },
        moderatorsChat: group.id,
        now: () => new Date(),
        log: createLog(() => {}),
      },
      { token, apiRoot: telegram.url, reminderHours: 12 },
    );
    await later.notify({ Records: [recordOf(report)] });
    expect(sent(group.id)).toBe(1);
  });

  test('follows a group that was upgraded', async () => {
    const { store, worker, group, witness, log, deps } = await setUp({ groupType: 'group' });
    const former = group.id;
    void group.upgrade();
    const report = await submit(store, witness);
    expect(await worker({ Records: [recordOf(report)] })).toEqual(none);
    expect(log.some(line => line.includes('moderators_chat_upgraded'))).toBe(true);
    // Every other process can learn it.
    const moved = await store.migrations.read(deps.identity.chatKey(former));
    expect(Number(deps.identity.open(moved ?? ''))).toBeLessThan(-1_000_000_000_000);
  });

  test('passes by what is no report, and puts a report aside that is none', async () => {
    const { worker, store, log } = await setUp();
    const event = {
      dynamodb: { SequenceNumber: '1', NewImage: marshall({ pk: 'REPORT#X', sk: 'EVENT#000001', id: 'X' }) },
    } as DynamoDBRecord;
    const corrupt = {
      dynamodb: { SequenceNumber: '2', NewImage: marshall({ ...reportKey('X'), id: 'X' }) },
    } as DynamoDBRecord;
    const gone = { eventName: 'REMOVE', dynamodb: { SequenceNumber: '3', OldImage: {} } } as DynamoDBRecord;
    expect(await worker({ Records: [event, gone] })).toEqual(none);
    expect(await worker({ Records: [corrupt, corrupt] })).toEqual(none);
    expect((await store.problems.list()).items).toMatchObject([
      { what: 'record', subject: 'REPORT#X REPORT', reason: 'unreadable', state: 'open', tries: 2 },
    ]);
    expect(log.filter(line => line.includes('"Problems":1'))).toHaveLength(1);
  });
});

describe('questions and news', () => {
  test('asks the witness in their language, once, without saying who asks', async () => {
    const { store, worker, witness, sent } = await setUp();
    const report = await submit(store, witness, 'en');
    const before = sent(witness.id);
    const asking = { id: report.id, version: 1, ...by, wording: { template: 'where_exactly' } } as const;
    const asked = await store.reports.ask(asking);
    if (asked.kind !== 'done') throw new Error(asked.kind);
    const record = recordOf(asked.report, report);
    for (let n = 0; n < 2; n += 1) expect(await worker({ Records: [record] })).toEqual(none);
    expect(sent(witness.id)).toBe(before + 1);
    expect(read(witness.last())).toContain('the street, or what is near it?');
    expect(JSON.stringify(witness.last())).not.toContain(by.by);
    expect(JSON.stringify(witness.last().reply_markup)).toContain(`reply:${report.id}`);
  });

  test('brings a new card when the witness answered, and edits it when moderators do something', async () => {
    const { store, worker, group, witness, sent } = await setUp();
    const report = await submit(store, witness);
    await worker({ Records: [recordOf(report)] });
    const card = await store.notices.readCard(report.id);
    const asked = await store.reports.ask({
      id: report.id,
      version: 1,
      ...by,
      wording: { words: 'Де саме?' },
    });
    if (asked.kind !== 'done') throw new Error(asked.kind);
    await worker({ Records: [recordOf(asked.report, report)] });
    expect([sent(group.id), await store.notices.readCard(report.id)]).toEqual([1, card]);
    const answered = await store.reports.answer({
      id: report.id,
      reporter: report.reporter,
      at: by.at,
      question: 0,
      text: 'На розі',
      evidence: [],
    });
    if (answered.kind !== 'done') throw new Error(answered.kind);
    await worker({ Records: [recordOf(answered.report, asked.report)] });
    expect(sent(group.id)).toBe(2);
    expect(await store.notices.readCard(report.id)).not.toEqual(card);
  });

  test('tells of a decision again only when it is a new one', async () => {
    const { store, worker, witness, sent } = await setUp();
    const report = await submit(store, witness);
    const approved = await approve(store, report);
    await worker({ Records: [recordOf(approved, report)] });
    const told = sent(witness.id);
    // Moved into another incident: of no concern to the witness.
    const moved = { ...approved, version: 3, incident: 'ZZZZZ00009' };
    await worker({ Records: [recordOf(moved, approved)] });
    expect(sent(witness.id)).toBe(told);
  });
});
