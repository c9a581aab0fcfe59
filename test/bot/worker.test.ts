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
import type { Incident } from '../../lib/report/incident.ts';
import type { Report } from '../../lib/report/report.ts';
import { incidentKey, reportKey } from '../../lib/store/keys.ts';
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
const submit = async (
  store: Store,
  witness: Person,
  locale: Locale = 'uk',
  part: Partial<Report> = {},
): Promise<Report> => {
  const report: Report = {
    id: newReportId(),
    version: 1,
    status: 'submitted',
    reporter: identity.reporter(witness.id),
    locale,
    receivedAt: '2026-11-20T08:00:00.000Z',
    answers,
    ...part,
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
/** A record of an incident that changed. */
const incidentRecord = (after: Incident | undefined, before: Incident | undefined): DynamoDBRecord => {
  const image = (incident: Incident | undefined) =>
    marshall({ ...incidentKey(incident?.id ?? ''), ...incident }, { removeUndefinedValues: true });
  sequence += 1;
  return {
    eventName: 'MODIFY',
    dynamodb: { SequenceNumber: String(sequence), NewImage: image(after), OldImage: image(before) },
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
    expect(JSON.stringify(group.last().reply_markup ?? {})).not.toMatch(/m:(approve|reject|claim|ask)/);
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
    const { store, worker, group, witness, log, deps } = await setUp({ groupType: 'group' });
    const former = group.id;
    void group.upgrade();
    const report = await submit(store, witness);
    expect(await worker({ Records: [recordOf(report)] })).toEqual(none);
    expect(log.some(line => line.includes('moderators_chat_upgraded'))).toBe(true);
    // Every other process can learn it.
    const moved = await store.readMove(deps.identity.chatKey(former));
    expect(Number(deps.identity.open(moved ?? ''))).toBeLessThan(-1_000_000_000_000);
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

describe('questions and news', () => {
  test('asks the witness in their language, once, without saying who asks', async () => {
    const { store, worker, witness, sent } = await setUp();
    const report = await submit(store, witness, 'en');
    const before = sent(witness.id);
    const asking = { id: report.id, version: 1, ...by, wording: { template: 'where_exactly' } } as const;
    const asked = await store.ask(asking);
    if (asked.kind !== 'done') throw new Error(asked.kind);
    const record = recordOf(asked.report, report);
    for (let n = 0; n < 2; n += 1) expect(await worker({ Records: [record] })).toEqual(none);
    expect(sent(witness.id)).toBe(before + 1);
    expect(read(witness.last())).toContain('the street, or what is near it?');
    expect(JSON.stringify(witness.last())).not.toContain(by.by);
    expect(JSON.stringify(witness.last().reply_markup)).toContain(`answer:${report.id}`);
  });

  test('brings a new card when the witness answered, and edits it when moderators do something', async () => {
    const { store, worker, group, witness, sent } = await setUp();
    const report = await submit(store, witness);
    await worker({ Records: [recordOf(report)] });
    const card = await store.readCard(report.id);
    const asked = await store.ask({ id: report.id, version: 1, ...by, wording: { words: 'Де саме?' } });
    if (asked.kind !== 'done') throw new Error(asked.kind);
    await worker({ Records: [recordOf(asked.report, report)] });
    expect([sent(group.id), await store.readCard(report.id)]).toEqual([1, card]);
    const answered = await store.answer({
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
    expect(await store.readCard(report.id)).not.toBe(card);
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

describe('the clock', () => {
  const embargoed = async (store: Store, witness: Person, clock: Date): Promise<string> => {
    const report = await submit(store, witness, 'uk', {
      receivedAt: clock.toISOString(),
      answers: { ...answers, occurred: { precision: 'unknown', zone: 'Europe/Kyiv' } },
    });
    const approving = approval(report, { by: 'nobody-known', at: clock.toISOString() });
    await store.approve(approving);
    return approving.into.incident;
  };

  test('releases what is due, once, and tells the group how many in one message', async () => {
    const { store, worker, tick, group, witness, sent, wait, deps } = await setUp();
    const incidents = [
      await embargoed(store, witness, deps.now()),
      await embargoed(store, witness, deps.now()),
    ];
    const before = await Promise.all(incidents.map(id => store.readIncident(id)));
    await tick();
    expect((await store.latest({ limit: 5 })).items).toEqual([]);
    wait(3 * 3_600_000 + 1000);
    await tick();
    await tick();
    const after = await Promise.all(incidents.map(id => store.readIncident(id)));
    expect(after.map(incident => incident?.status)).toEqual(['published', 'published']);
    const records = after.map((incident, n) => incidentRecord(incident, before[n]));
    for (let n = 0; n < 2; n += 1) expect(await worker({ Records: records })).toEqual(none);
    await tick();
    await tick();
    expect(sent(group.id)).toBe(1);
    expect(read(group.last())).toContain('2');
  });

  test('gathers into one message what came faster than the group may be written to', async () => {
    const { store, worker, tick, group, witness, sent, deps } = await setUp();
    const reports: Report[] = [];
    for (let n = 0; n < 16; n += 1)
      reports.push(await submit(store, witness, 'uk', { receivedAt: deps.now().toISOString() }));
    expect(await worker({ Records: reports.map(report => recordOf(report)) })).toEqual(none);
    expect(sent(group.id)).toBe(12);
    await tick();
    await tick();
    expect(sent(group.id)).toBe(13);
    expect(read(group.last())).toContain('4');
    expect(JSON.stringify(group.last().reply_markup)).toContain('m:queue');
  });

  test('reminds of what waits for too long, once in that time', async () => {
    const { store, tick, group, witness, sent, wait, deps } = await setUp();
    await submit(store, witness, 'uk', { receivedAt: deps.now().toISOString() });
    await tick();
    expect(sent(group.id)).toBe(0);
    wait(13 * 3_600_000);
    await tick();
    await tick();
    expect(sent(group.id)).toBe(1);
    wait(12 * 3_600_000);
    await tick();
    expect(sent(group.id)).toBe(2);
  });

  test('is not stopped by a Telegram that is down: what is due is released all the same', async () => {
    const { store, tick, witness, wait, deps, log } = await setUp();
    const incident = await embargoed(store, witness, deps.now());
    await submit(store, witness, 'uk', { receivedAt: deps.now().toISOString() });
    wait(13 * 3_600_000);
    telegram.faults.next('sendMessage', { kind: 'error', code: 502 });
    await tick();
    expect((await store.readIncident(incident))?.status).toBe('published');
    expect(log.some(line => line.includes('not_done'))).toBe(true);
  });
});
