import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Store } from '../../../lib/store/store.ts';
import { read } from '../../support/desk.ts';
import { answers } from '../../support/samples.ts';
import { approval } from '../../support/submission.ts';
import { recordOf, reject, setUp, submit, telegram } from './setup.ts';

class BrokenLine extends Error {
  override name = 'TimeoutError';
}

type When = 'before' | 'after';
/** So that each call is lost in one of the runs, and what is tried three times comes through. */
const stride = 7;
type Fault = Readonly<{ from: number; when: When }>;

/** A store of which every n-th call, from one on, is lost before or after it takes effect. */
const breakable = () => {
  let count = 0;
  let broken: Fault | undefined;
  const wrapped =
    (act: (...args: readonly unknown[]) => Promise<unknown>) =>
    async (...args: readonly unknown[]): Promise<unknown> => {
      const when = broken && count % stride === broken.from ? broken.when : undefined;
      count += 1;
      if (when === 'before') throw new BrokenLine(when);
      const result = await act(...args);
      if (when === 'after') throw new BrokenLine(when);
      return result;
    };
  const wrap = (store: Store): Store =>
    Object.fromEntries(
      Object.entries(store).map(([noun, verbs]) => [
        noun,
        Object.fromEntries(Object.entries(verbs).map(([verb, act]) => [verb, wrapped(act)])),
      ]),
    ) as unknown as Store;
  return {
    wrap,
    arm: (next: typeof broken) => {
      count = 0;
      broken = next;
    },
  };
};

type Made = Awaited<ReturnType<typeof setUp>> & Readonly<{ plain: Store }>;

/** Two witnesses whose reports were rejected, one new report, and an incident that is due. */
const story = async ({ plain, deps, wait }: Made) => {
  const decided: Readonly<{ witness: Person; record: DynamoDBRecord }>[] = [];
  for (let n = 0; n < 2; n += 1) {
    const witness = telegram.user({ first_name: `Witness ${n}` });
    void witness.start();
    const report = await submit(plain, witness);
    const record = recordOf(await reject(plain, report), report);
    const { event = '' } = (await plain.reports.stored(report.id)) ?? {};
    const image = { ...record.dynamodb?.NewImage, head: { S: event } };
    decided.push({ witness, record: { ...record, dynamodb: { ...record.dynamodb, NewImage: image } } });
  }
  const other = telegram.user({ first_name: 'Olena' });
  void other.start();
  const receivedAt = deps.now().toISOString();
  const unknown = { ...answers, occurred: { precision: 'unknown', zone: 'Europe/Kyiv' } as const };
  const approved = await submit(plain, other, 'uk', { receivedAt, answers: unknown });
  const approving = approval(approved, { by: 'nobody-known', at: receivedAt });
  await plain.reports.approve(approving);
  wait(5 * 3_600_000);
  const fresh = await submit(plain, other, 'uk', { receivedAt: deps.now().toISOString() });
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

test('calls that are lost, whichever they are, keep nobody from being told, once', {
  timeout: 240_000,
}, async () => {
  const line = breakable();
  let plain: Store | undefined;
  const made = await setUp({
    wrap: store => {
      plain = store;
      return line.wrap(store);
    },
  });
  if (!plain) throw new Error('No store');
  const all: Made = { ...made, plain };
  const wrong: string[] = [];
  const once = async (fault: Fault | undefined): Promise<void> => {
    const { decided, fresh, incident, records } = await story(all);
    const before = made.group.messages().length;
    line.arm(fault);
    await run(all, records, () => line.arm(undefined));
    const name = fault ? `${fault.from} ${fault.when}` : 'none';
    const told = decided.map(({ witness }) => made.sent(witness.id));
    if (told.some(times => times !== 1)) wrong.push(`${name}: told ${told}`);
    if ((await all.plain.incidents.read(incident))?.status !== 'published')
      wrong.push(`${name}: not released`);
    const later = made.group
      .messages()
      .slice(before)
      .map(message => read(message));
    const cards = later.filter(text => text.includes(formatReceipt(fresh.id))).length;
    const isInDigest = later.some(text => text.includes('Надійшло ще'));
    if (cards > 1 || (cards === 0 && !isInDigest)) wrong.push(`${name}: ${cards} cards`);
  };
  line.arm(undefined);
  await once(undefined);
  expect(wrong).toEqual([]);
  for (let from = 0; from < stride; from += 1)
    for (const when of ['before', 'after'] as const) await once({ from, when });
  expect(wrong).toEqual([]);
});

test.each([
  ['before', { kind: 'drop', when: 'before' }],
  ['after', { kind: 'drop', when: 'after' }],
  ['500', { kind: 'error', code: 500 }],
  ['429', { kind: 'error', code: 429, retryAfter: 60 }],
  ['400', { kind: 'error', code: 400, description: 'Bad Request: something new' }],
  ['403', { kind: 'error', code: 403 }],
] as const)('a chat whose every call fails (%s) keeps nobody else from being told', async (_, fault) => {
  const made = await setUp();
  const all: Made = { ...made, plain: made.store };
  for (const which of ['witness', 'group'] as const) {
    const { decided, fresh, records } = await story(all);
    const [one, two] = decided;
    if (!one || !two) throw new Error('No witnesses');
    const chat = which === 'witness' ? one.witness.id : made.group.id;
    telegram.faults.inChat(chat, fault);
    expect(await made.worker({ Records: records })).toEqual({ batchItemFailures: [] });
    telegram.faults.inChat(chat);
    expect(made.sent(two.witness.id)).toBe(1);
    if (which === 'group') expect(made.sent(one.witness.id)).toBe(1);
    else
      expect(made.group.messages().some(message => read(message).includes(formatReceipt(fresh.id)))).toBe(
        true,
      );
    made.wait(5 * 60_000);
    await made.tick();
  }
});
