import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { createLine, type Line, type Loss, lossesOf } from '../../support/database/line.ts';
import { read } from '../../support/product/desk.ts';
import { answers } from '../../support/samples/samples.ts';
import { approval } from '../../support/samples/submission.ts';
import { sampled } from '../../support/seed.ts';
import { recordOf, reject, setUp, submit, telegram } from './setup.ts';

type Made = Awaited<ReturnType<typeof setUp>>;

/** Two witnesses whose reports were rejected, one new report, and an incident that is due. */
const story = async ({ store, deps, wait }: Made) => {
  const decided: Readonly<{ witness: Person; record: DynamoDBRecord }>[] = [];
  for (let n = 0; n < 2; n += 1) {
    const witness = telegram.user({ first_name: `Witness ${n}` });
    void witness.start();
    const report = await submit(store, witness);
    const record = recordOf(await reject(store, report), report);
    const { event = '' } = (await store.reports.stored(report.id)) ?? {};
    const image = { ...record.dynamodb?.NewImage, head: { S: event } };
    decided.push({ witness, record: { ...record, dynamodb: { ...record.dynamodb, NewImage: image } } });
  }
  const other = telegram.user({ first_name: 'Olena' });
  void other.start();
  const receivedAt = deps.now().toISOString();
  const unknown = { ...answers, occurred: { precision: 'unknown', zone: 'Europe/Kyiv' } as const };
  const approved = await submit(store, other, 'uk', { receivedAt, answers: unknown });
  const approving = approval(approved, { by: 'nobody-known', at: receivedAt });
  await store.reports.approve(approving);
  wait(5 * 3_600_000);
  const fresh = await submit(store, other, 'uk', { receivedAt: deps.now().toISOString() });
  return {
    decided,
    fresh,
    incident: approving.into.incident,
    records: [...decided.map(one => one.record), recordOf(fresh)],
  };
};

/** What the stream and the clock do: records that failed come again, and minutes pass. */
const run = async (
  { worker, tick, wait }: Made,
  records: readonly DynamoDBRecord[],
  disarm: () => void,
): Promise<void> => {
  let left = [...records];
  for (let delivery = 0; left.length > 0 && delivery < 5; delivery += 1) {
    const { batchItemFailures } = await worker({ Records: left });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    left = left.filter(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
    if (delivery === 0) await tick();
    disarm();
  }
  for (let minutes = 0; minutes < 2; minutes += 1) {
    wait(2 * 60_000);
    await tick();
  }
};

/** A call to the tables, or to Telegram, that is lost: the others are passed on in order. */
type Fault = Readonly<{ to: 'tables' | 'Telegram'; loss: Loss }>;

const arm = (line: Line, fault: Fault | undefined): void => {
  line.listen(fault?.to === 'tables' ? fault.loss : undefined);
  telegram.faults.clear();
  if (fault?.to !== 'Telegram') return;
  telegram.faults.next('*', { kind: 'slow', ms: 0 }, fault.loss.at);
  telegram.faults.next('*', { kind: 'drop', when: fault.loss.when });
};

test('whichever call of stream or clock is lost, before or after it takes effect, everybody is told, once', {
  timeout: 1_200_000,
}, async () => {
  const line = createLine();
  const made = await setUp({ line });
  const { store, group, sent } = made;
  const wrong: string[] = [];
  const play = async (fault?: Fault): Promise<Readonly<Record<Fault['to'], number>>> => {
    const { decided, fresh, incident, records } = await story(made);
    const before = group.messages().length;
    const counts: Record<Fault['to'], number>[] = [];
    let lostCommand: string | undefined;
    telegram.calls.length = 0;
    arm(line, fault);
    await run(made, records, () => {
      counts.push({ tables: line.calls().length, Telegram: telegram.calls.length });
      if (fault && counts.length === 1) lostCommand = line.calls()[fault.loss.at];
      arm(line, undefined);
    });
    const { items: problems } = await store.problems.list();
    const name = fault ? `${JSON.stringify(fault)} ${lostCommand}` : 'no loss';
    const isNoted = (id: string) => problems.some(({ subject }) => subject === id);
    // Where nothing can be written after a message was sent, nobody can know that it was, once the claim has run out.
    const { stays, when } = fault?.loss ?? {};
    const most = stays && when === 'before' && lostCommand === 'PutItem' ? 2 : 1;
    // Of a message whose answer was lost nobody can know whether it was sent: an admin learns of it.
    for (const { witness, record } of decided) {
      const id = record.dynamodb?.NewImage?.id?.S ?? '';
      const times = sent(witness.id);
      if (times > most || (times === 0 && !isNoted(id))) wrong.push(`${name}: told ${times} times`);
    }
    if ((await store.incidents.read(incident))?.status !== 'published') wrong.push(`${name}: not released`);
    const later = group
      .messages()
      .slice(before)
      .map(message => read(message));
    const cards = later.filter(text => text.includes(formatReceipt(fresh.id))).length;
    const isInDigest = later.some(text => text.includes('Надійшло ще'));
    if (cards > most || (cards === 0 && !isInDigest && problems.length === 0))
      wrong.push(`${name}: ${cards} cards`);
    // What is left would be in the way of the next time.
    for (const { id } of problems) await store.problems.set(id, 'dismissed');
    await reject(store, fresh);
    return counts[0] ?? { tables: 0, Telegram: 0 };
  };
  const calls = await play();
  expect(wrong).toEqual([]);
  const faults: readonly Fault[] = [
    ...lossesOf(calls.tables).map(loss => ({ to: 'tables', loss }) as const),
    ...lossesOf(calls.tables, true).map(loss => ({ to: 'tables', loss }) as const),
    ...lossesOf(calls.Telegram).map(loss => ({ to: 'Telegram', loss }) as const),
  ];
  for (const fault of sampled(faults, 23)) await play(fault);
  expect(wrong).toEqual([]);
});

/** Each with the calls that are spent on it before it is put aside: only what may pass within a second is tried again. */
test.each([
  ['before', { kind: 'drop', when: 'before' }, 1],
  ['after', { kind: 'drop', when: 'after' }, 1],
  ['500', { kind: 'error', code: 500 }, 3],
  ['429', { kind: 'error', code: 429, retryAfter: 60 }, 1],
  ['400', { kind: 'error', code: 400, description: 'Bad Request: something new' }, 1],
  ['403', { kind: 'error', code: 403 }, 1],
] as const)(
  'a chat whose every call fails (%s) keeps nobody else from being told',
  async (_, fault, tries) => {
    const made = await setUp();
    for (const which of ['witness', 'group'] as const) {
      const { decided, fresh, records } = await story(made);
      const [one, two] = decided;
      if (!one || !two) throw new Error('No witnesses');
      const chat = which === 'witness' ? one.witness.id : made.group.id;
      telegram.faults.inChat(chat, fault);
      telegram.calls.length = 0;
      expect(await made.worker({ Records: records })).toEqual({ batchItemFailures: [] });
      telegram.faults.inChat(chat);
      expect(telegram.calls.filter(({ parameters }) => parameters.chat_id === chat)).toHaveLength(tries);
      expect(made.sent(two.witness.id)).toBe(1);
      if (which === 'group') expect(made.sent(one.witness.id)).toBe(1);
      else
        expect(made.group.messages().some(message => read(message).includes(formatReceipt(fresh.id)))).toBe(
          true,
        );
      made.wait(5 * 60_000);
      await made.tick();
    }
  },
);
