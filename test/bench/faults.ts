import { noticeId } from '../../bot/worker/notify-witness.ts';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import type { Fault as TelegramFault } from '../../infra/local/telegram/world/faults.ts';
import { chatKey, incidentKey, reportKey } from '../../lib/store/dynamodb/keys.ts';
import { type Desk, startDesk } from './parts/desk.ts';
import { digits, mark, median, printTable } from './parts/table.ts';

/**
 * How long everybody else waits while one thing never heals: of thirteen witnesses, reports or incidents the fifth is refused
 * by Telegram for ever, or cannot be read. Stream, clock and webhook each; `group`: the moderators' chat refuses, and all
 * thirteen witnesses are the others. What is printed is the wait of the last of the others, beside runs without a fault, whose
 * worst shows how much the machine alone makes of it.
 */

const rounds = 5;
const people = 13;
const faultAt = 4;
const batchSize = 10;
const budgetMs = 1000;

type Fault =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'refused'; by: TelegramFault }>
  | Readonly<{ kind: 'unreadable'; how: 'damaged' | 'later' }>;
type Scenario = (desk: Desk, fault: Fault) => Promise<number>;

const faults: Readonly<Record<string, Fault>> = {
  'no fault': { kind: 'none' },
  '403, for ever': { kind: 'refused', by: { kind: 'error', code: 403 } },
  '400, for ever': {
    kind: 'refused',
    by: { kind: 'error', code: 400, description: 'Bad Request: PEER_ID_INVALID' },
  },
  '429, a minute': { kind: 'refused', by: { kind: 'error', code: 429, retryAfter: 60 } },
  'item damaged': { kind: 'unreadable', how: 'damaged' },
  'item of a later version': { kind: 'unreadable', how: 'later' },
};

/** Runs `act`; how long after its begin the last of these chats was written to. */
const lastTold = async (
  { telegram }: Desk,
  chats: readonly number[],
  act: () => Promise<unknown>,
): Promise<number> => {
  telegram.calls.length = 0;
  const begin = Date.now();
  await act();
  const told = chats.map(chat => {
    const call = telegram.calls.find(
      ({ method, error, parameters }) => method === 'sendMessage' && !error && parameters.chat_id === chat,
    );
    if (!call) throw new Error('Somebody else was not told.');
    return Date.parse(call.at) - begin;
  });
  return Math.max(...told);
};

const refuse = ({ telegram }: Desk, chat: number, fault: Fault): void => {
  if (fault.kind === 'refused') telegram.faults.inChat(chat, fault.by);
};

/** Thirteen witnesses with a report each, and who of them meets no fault. */
const witnesses = async ({ newPerson, submit }: Desk) => {
  const all = await Promise.all(
    Array.from({ length: people }, async () => {
      const witness = newPerson();
      await witness.start();
      return { witness, report: await submit(witness) };
    }),
  );
  const one = all[faultAt];
  if (!one) throw new Error('Too few people');
  return { all, one, others: all.filter(each => each !== one) };
};

type Witnesses = Awaited<ReturnType<typeof witnesses>>;

/** Rejects every report, except that the item of the one is spoilt when that is the fault. */
const decide = async ({ store, spoil, now }: Desk, { all, one }: Witnesses, fault: Fault): Promise<void> => {
  for (const { report } of all)
    if (report === one.report && fault.kind === 'unreadable')
      await spoil(reportKey(report.id), 'records', fault.how);
    else
      await store.reports.reject({
        ...{ id: report.id, version: report.version, by: 'moderator', at: new Date(now()).toISOString() },
        rejection: { reason: 'duplicate' },
      });
};

const deliver = async ({ worker }: Desk, records: Awaited<ReturnType<Desk['recordsOf']>>): Promise<void> => {
  for (let from = 0; from < records.length; from += batchSize) {
    const { batchItemFailures } = await worker.notify({ Records: records.slice(from, from + batchSize) });
    if (batchItemFailures.length > 0) throw new Error('Records would come again.');
  }
};

const idsOf = ({ all }: Witnesses): readonly string[] => all.map(({ report }) => report.id);

/** Thirteen decisions come in two batches; witnesses are told. */
const stream: Scenario = async (desk, fault) => {
  const made = await witnesses(desk);
  await desk.recordsOf(idsOf(made));
  refuse(desk, made.one.witness.id, fault);
  await decide(desk, made, fault);
  const records = await desk.recordsOf(idsOf(made));
  const others = made.others.map(({ witness }) => witness.id);
  return lastTold(desk, others, () => deliver(desk, records));
};

/** Thirteen new reports, whose cards the group does not take, and then their decisions. */
const group: Scenario = async (desk, fault) => {
  const made = await witnesses(desk);
  const cards = await desk.recordsOf(idsOf(made));
  await decide(desk, made, { kind: 'none' });
  const decisions = await desk.recordsOf(idsOf(made));
  refuse(desk, desk.group.id, fault);
  const all = made.all.map(({ witness }) => witness.id);
  return lastTold(desk, all, () => deliver(desk, [...cards, ...decisions]));
};

/** A minute of the clock: thirteen notices that are to be tried again. */
const again: Scenario = async (desk, fault) => {
  const { store } = desk;
  const made = await witnesses(desk);
  await decide(desk, made, { kind: 'none' });
  await desk.recordsOf(idsOf(made));
  for (const { report } of made.all) {
    const { event = '' } = (await store.reports.stored(report.id)) ?? {};
    const notice = noticeId(report.id, event);
    await store.problems.note({
      what: 'notice',
      subject: report.id,
      notice,
      reason: 'server',
      state: 'later',
    });
  }
  if (fault.kind === 'unreadable') await desk.spoil(reportKey(made.one.report.id), 'records', fault.how);
  refuse(desk, made.one.witness.id, fault);
  desk.wait(2 * 60_000);
  const others = made.others.map(({ witness }) => witness.id);
  return lastTold(desk, others, desk.worker.tick);
};

/** A minute of the clock: thirteen incidents that are due. */
const releases: Scenario = async (desk, fault) => {
  const { store, approve, submit, newPerson, logged } = desk;
  const occurred = { precision: 'unknown', zone: 'Europe/Kyiv' } as const;
  const incidents: string[] = [];
  for (let n = 0; n < people; n += 1) incidents.push(await approve(await submit(newPerson(), { occurred })));
  const [one = ''] = incidents.splice(faultAt, 1);
  if (fault.kind === 'unreadable') await desk.spoil(incidentKey(one), 'records', fault.how);
  desk.wait(5 * 3_600_000);
  logged.length = 0;
  const begin = Date.now();
  await desk.worker.tick();
  const released = await Promise.all(incidents.map(id => store.incidents.read(id)));
  if (released.some(incident => incident?.status !== 'published'))
    throw new Error('Another is not released.');
  return (logged.findLast(({ line }) => line.includes('"event":"release"'))?.at ?? 0) - begin;
};

/** Thirteen people write at once. */
const webhook: Scenario = async (desk, fault) => {
  const { one, others } = await witnesses(desk);
  await desk.telegram.idle();
  if (fault.kind === 'unreadable')
    await desk.spoil(chatKey(desk.identity.chatKey(one.witness.id)), 'chats', fault.how);
  refuse(desk, one.witness.id, fault);
  return lastTold(
    desk,
    others.map(({ witness }) => witness.id),
    async () => {
      void one.witness.send('/help');
      await Promise.all(others.map(({ witness }) => witness.send('/help')));
    },
  );
};

/** What can go wrong in each: of the group no item is read, and to release is to write to nobody. */
const scenarios: Readonly<Record<string, Readonly<{ play: Scenario; not?: Fault['kind'] }>>> = {
  'stream: decisions are told': { play: stream },
  'stream: the group refuses cards': { play: group, not: 'unreadable' },
  'clock: notices tried again': { play: again },
  'clock: releases': { play: releases, not: 'refused' },
  'webhook: people write': { play: webhook },
};

/** Nothing of one run is in the way of the next. */
const tidy = async ({ telegram, store }: Desk): Promise<void> => {
  telegram.faults.clear();
  await telegram.idle();
  for (const { id } of (await store.problems.list()).items) await store.problems.set(id, 'dismissed');
};

const dynamo = await startDynamo();
try {
  for (const [name, { play, not }] of Object.entries(scenarios)) {
    process.stdout.write(`${name}\n`);
    const waits = new Map<string, number[]>();
    const desk = await startDesk(dynamo);
    // The first time only warms up.
    await play(desk, { kind: 'none' });
    await tidy(desk);
    for (let round = 0; round < rounds; round += 1)
      for (const [title, fault] of Object.entries(faults)) {
        if (fault.kind === not) continue;
        waits.set(title, [...(waits.get(title) ?? []), await play(desk, fault)]);
        await tidy(desk);
      }
    await desk.stop();
    const usual = median(waits.get('no fault') ?? []);
    printTable(
      ['one of thirteen', 'the others wait, median ms', 'worst ms', 'median, longer than without', 'budget'],
      [...waits].map(([title, ms]) => {
        const longer = median(ms) - usual;
        return [title, digits(median(ms)), digits(Math.max(...ms)), digits(longer), mark(longer, budgetMs)];
      }),
    );
  }
} finally {
  await dynamo.stop();
}
