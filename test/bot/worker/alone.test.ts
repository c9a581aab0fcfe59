import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { Store } from '../../../lib/store/store.ts';
import { read } from '../../support/product/desk.ts';
import { approve, none, recordOf, reject, setUp, submit, telegram } from './setup.ts';

/** What Telegram answers for ever when a chat takes no messages (python-telegram-bot#3956 and others). */
const refusals = [
  ['not enough rights to send text messages to the chat', 400],
  ['TOPIC_CLOSED', 400],
  ['PEER_ID_INVALID', 400],
  ['CHAT_WRITE_FORBIDDEN', 403],
] as const;

/** Telegram refuses every call about one chat, and takes those about all others. What is returned ends that. */
const refusing = (chat: number, description: string, code: number): (() => void) => {
  telegram.faults.inChat(chat, { kind: 'error', code, description });
  return () => telegram.faults.inChat(chat);
};

/** A record of the event with this hash. */
const made = (record: DynamoDBRecord, event: string): DynamoDBRecord => ({
  ...record,
  dynamodb: { ...record.dynamodb, NewImage: { ...record.dynamodb?.NewImage, head: { S: event } } },
});

type SetUp = Awaited<ReturnType<typeof setUp>>;

/** So many witnesses, each with a report that was just rejected. */
const rejections = async (
  store: Store,
  count: number,
): Promise<readonly Readonly<{ witness: Person; report: Report; record: DynamoDBRecord }>[]> => {
  const all = [];
  for (let n = 0; n < count; n += 1) {
    const witness = telegram.user({ first_name: `Witness ${n}` });
    void witness.start();
    const report = await submit(store, witness);
    const record = recordOf(await reject(store, report), report);
    const { event = '' } = (await store.reports.stored(report.id)) ?? {};
    all.push({ witness, report, record: made(record, event) });
  }
  return all;
};

const toldOnes = ({ sent }: SetUp, all: readonly Readonly<{ witness: Person }>[]): number =>
  all.filter(({ witness }) => sent(witness.id) > 0).length;

describe('one of thirteen witnesses whose chat refuses', () => {
  test.each(refusals)(
    'for ever (%s): twelve are told at once, and an admin learns of the one',
    async (description, code) => {
      const made = await setUp();
      const { store, worker, tick, wait, sent, log } = made;
      const all = await rejections(store, 13);
      const one = all[4];
      if (!one) throw new Error('No witness');
      const heal = refusing(one.witness.id, description, code);
      for (let from = 0; from < all.length; from += 10)
        expect(await worker({ Records: all.slice(from, from + 10).map(({ record }) => record) })).toEqual(
          none,
        );
      expect(toldOnes(made, all)).toBe(12);
      const { items } = await store.problems.list();
      expect(items).toMatchObject([{ what: 'notice', subject: one.report.id, state: 'open' }]);
      expect(log.filter(line => line.includes('"Problems":1'))).toHaveLength(1);
      // Nobody tries by themselves what never heals; an admin does, once it has.
      heal();
      wait(60 * 60_000);
      await tick();
      expect(sent(one.witness.id)).toBe(0);
      await store.problems.set(items[0]?.id ?? '', 'again');
      await tick();
      expect(sent(one.witness.id)).toBe(1);
      expect((await store.problems.list()).items).toEqual([]);
    },
  );

  test('for now (502): twelve are told at once, and the one by the clock', async () => {
    const made = await setUp();
    const { store, worker, tick, wait, sent } = made;
    const all = await rejections(store, 5);
    const one = all[2];
    if (!one) throw new Error('No witness');
    const heal = refusing(one.witness.id, 'Bad Gateway', 502);
    expect(await worker({ Records: all.map(({ record }) => record) })).toEqual(none);
    expect(toldOnes(made, all)).toBe(4);
    heal();
    wait(2 * 60_000);
    await tick();
    expect(sent(one.witness.id)).toBe(1);
    expect((await store.problems.list()).items).toEqual([]);
  });

  test('is tried again for a day, and is an admin’s affair then', async () => {
    const { store, worker, tick, wait, log } = await setUp();
    const [one] = await rejections(store, 1);
    if (!one) throw new Error('No witness');
    refusing(one.witness.id, 'Bad Gateway', 502);
    await worker({ Records: [one.record] });
    for (let hours = 0; hours <= 25; hours += 5) {
      wait(5 * 3_600_000);
      await tick();
    }
    expect((await store.problems.list()).items).toMatchObject([{ state: 'open', reason: 'server' }]);
    expect(log.filter(line => line.includes('"Problems":1'))).toHaveLength(1);
    await store.problems.set((await store.problems.list()).items[0]?.id ?? '', 'dismissed');
    expect((await store.problems.list()).items).toEqual([]);
  });
});

test('a notice of which Telegram’s answer was lost does not come twice, and an admin learns of it', async () => {
  const { store, worker, tick, wait, sent } = await setUp();
  const [one] = await rejections(store, 1);
  if (!one) throw new Error('No witness');
  telegram.faults.next('sendMessage', { kind: 'drop', when: 'after' });
  for (let n = 0; n < 3; n += 1) expect(await worker({ Records: [one.record] })).toEqual(none);
  wait(60 * 60_000);
  await tick();
  expect(sent(one.witness.id)).toBe(1);
  const { items } = await store.problems.list();
  expect(items).toMatchObject([{ what: 'notice', reason: 'lost', state: 'open' }]);
  await store.problems.set(items[0]?.id ?? '', 'again');
  await tick();
  expect(sent(one.witness.id)).toBe(2);
});

test('what is decided again, after a restore to before the decision, is told again', async () => {
  const { store, worker, sent } = await setUp();
  const [one] = await rejections(store, 1);
  if (!one) throw new Error('No witness');
  const decidedAgain = made(one.record, 'another event');
  for (const record of [one.record, decidedAgain, decidedAgain]) await worker({ Records: [record] });
  expect(sent(one.witness.id)).toBe(2);
});

describe.each(refusals)('a moderators’ chat that refuses (%s)', (description, code) => {
  test('delays no witness, is one problem, and is told by a digest once it takes messages', async () => {
    const { store, worker, tick, wait, group, sent, log, deps } = await setUp();
    const decided = await rejections(store, 2);
    const heal = refusing(group.id, description, code);
    const waiting: Report[] = [];
    for (let n = 0; n < 10; n += 1) {
      const witness = telegram.user({ first_name: 'Olena' });
      void witness.start();
      waiting.push(await submit(store, witness, 'uk', { receivedAt: deps.now().toISOString() }));
    }
    const records = [...waiting.map(report => recordOf(report)), ...decided.map(({ record }) => record)];
    telegram.calls.length = 0;
    for (let from = 0; from < records.length; from += 10)
      expect(await worker({ Records: records.slice(from, from + 10) })).toEqual(none);
    expect(decided.map(({ witness }) => sent(witness.id))).toEqual([1, 1]);
    // Ten cards cost one call: whoever comes after them does not wait for nine more.
    expect(telegram.calls.filter(({ parameters }) => parameters.chat_id === group.id)).toHaveLength(1);
    await tick();
    expect((await store.problems.list()).items).toMatchObject([{ what: 'group', state: 'open' }]);
    expect(log.filter(line => line.includes('"Problems":1'))).toHaveLength(1);
    heal();
    wait(60_000);
    await tick();
    expect(sent(group.id)).toBe(1);
    expect(read(group.last())).toContain('10');
    expect((await store.problems.list()).items).toEqual([]);
  });
});

test('a bot that was removed from the group and is back tells by a digest what came meanwhile', async () => {
  const { store, worker, tick, wait, group, witness, sent } = await setUp();
  void group.removeBot();
  await worker({ Records: [recordOf(await submit(store, witness)), recordOf(await submit(store, witness))] });
  await tick();
  expect(sent(group.id)).toBe(0);
  void group.addBot();
  wait(3 * 24 * 60 * 60_000);
  await tick();
  expect(sent(group.id)).toBeGreaterThan(0);
  expect(group.messages().some(message => read(message).includes('2'))).toBe(true);
});

test('a card of the old group is never edited by its number in the new one: every report keeps a card of its own', async () => {
  const { store, worker, group, witness, deps } = await setUp({ groupType: 'group' });
  const old = await submit(store, witness);
  await worker({ Records: [recordOf(old)] });
  void group.upgrade();
  const later: Report[] = [];
  for (let n = 0; n < 4; n += 1) later.push(await submit(store, witness));
  await worker({ Records: later.map(report => recordOf(report)) });
  await worker({ Records: [recordOf(await approve(store, old), old)] });
  const moved = await store.migrations.read(deps.identity.chatKey(group.id));
  const id = Number(deps.identity.open(moved ?? ''));
  const upgraded = await telegram.group({ title: 'Moderators', members: [witness], id });
  const texts = upgraded.messages().map(message => read(message));
  for (const { id } of later)
    expect(texts.filter(text => text.includes(formatReceipt(id)) && !text.includes('Схвалено'))).toHaveLength(
      1,
    );
  expect(
    texts.filter(text => text.includes(formatReceipt(old.id)) && text.includes('Схвалено')),
  ).toHaveLength(1);
});
