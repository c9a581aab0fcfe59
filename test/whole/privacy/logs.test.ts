import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBot } from '../../../bot/bot.ts';
import type { Deps } from '../../../bot/context.ts';
import { createWebhookHandler } from '../../../bot/webhook-request.ts';
import { createWorker } from '../../../bot/worker.ts';
import { people } from '../../../infra/local/demo-people.ts';
import type { Fault } from '../../../infra/local/telegram/world/faults.ts';
import { submit } from '../../support/product/desk.ts';
import { startProduct, webhookSecret } from '../../support/product/product.ts';
import { doEverything, type Marks } from '../everything.ts';

/** What nobody may find in the logs. Each is of one person's, and looks like nothing else. */
const marks: Marks = {
  place: 'Malokaterynivka',
  account: 'Zbirnyk-mark: I saw it from my window in Sadova street 17.',
  caption: 'Kryivka-mark on the photo',
  reason: 'Because-mark of the neighbour',
  phone: '+380507654321',
};
const names = people.users.flatMap(({ id, first_name }) => [String(id), first_name]);
const forbidden: readonly string[] = [
  ...Object.values(marks),
  ...names,
  'Sadova',
  '-mark',
  'Малокатеринівка',
  '50.45',
  '30.52',
  String(people.group.id),
  people.token,
  webhookSecret,
];

/** Everything that leaves the process otherwise than by Telegram and DynamoDB. */
const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(chunk => written.push(String(chunk)) > 0);
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...args) => {
      written.push(args.map(arg => (arg instanceof Error ? `${arg.stack}` : JSON.stringify(arg))).join(' '));
    });
});
afterEach(() => vi.restoreAllMocks());

/** Where personal data were found, in lines that were logged or in errors that were thrown. */
const leaks = (lines: readonly string[]): readonly string[] =>
  lines.flatMap(line =>
    forbidden.filter(mark => line.includes(mark)).map(mark => `${mark} in: ${line.slice(0, 300)}`),
  );

/** A DynamoDB whose errors quote what they were given, as those of validation do. */
const quoting = (deps: Omit<Deps, 'api'>, calls: readonly string[]): Omit<Deps, 'api'> => {
  const store = Object.fromEntries(
    Object.entries(deps.store).map(([noun, calls]) => [noun, { ...calls } as Record<string, unknown>]),
  );
  for (const call of calls) {
    const [noun = '', name = ''] = call.split('.');
    if (!store[noun]?.[name]) throw new Error(`The store has no ${call}.`);
    store[noun][name] = async (...args: readonly unknown[]) => {
      throw new TypeError(`Cannot take ${JSON.stringify(args)} ${Object.values(marks).join(' ')}`, {
        cause: new Error(marks.account),
      });
    };
  }
  return { ...deps, store: store as unknown as Deps['store'] };
};

describe('what is logged holds no personal data', () => {
  it('when everything is done once and nothing fails', { timeout: 120_000 }, async () => {
    const product = await startProduct();
    await doEverything(product, marks);
    expect(product.log.length).toBeGreaterThan(20);
    expect(leaks([...product.log, ...written])).toEqual([]);
  });

  it.each<Fault>([
    { kind: 'error', code: 400, description: `Bad Request: can't parse "${marks.account}"` },
    { kind: 'error', code: 403, description: `Forbidden: ${people.users[0]?.first_name} blocked the bot` },
    { kind: 'error', code: 500, description: marks.account },
    { kind: 'error', code: 401, description: 'Unauthorized' },
    { kind: 'drop', when: 'after' },
  ])('when Telegram fails: $kind $code', { timeout: 120_000 }, async fault => {
    const product = await startProduct();
    const { witness, moderator, reader, telegram } = product;
    for (const act of [
      () => witness.start(),
      () => witness.send(marks.account),
      () => witness.photo(undefined, { caption: marks.caption }),
      () => witness.contact({ phone_number: marks.phone, first_name: marks.place }),
      () => witness.location(50.4501, 30.5234),
      () => moderator.send(`/moderators ${reader.id}`),
      () => moderator.in(product.group).send(`/queue ${marks.reason}`),
      () => reader.send(`/latest ${marks.place}`),
      () => submit(product, witness),
    ]) {
      telegram.faults.next('*', fault, 2);
      await act();
      await telegram.idle();
      telegram.faults.clear();
    }
    expect(product.log.some(line => /update_(later|failed)|not_told|"outcome"/.test(line))).toBe(true);
    expect(leaks([...product.log, ...written])).toEqual([]);
  });

  it('when the tables fail with errors that quote what they were given', { timeout: 120_000 }, async () => {
    const product = await startProduct({
      change: deps =>
        quoting(deps, [
          'chats.save',
          'reports.submit',
          'reports.ofReporter',
          'incidents.latest',
          'incidents.counted',
          'queue.list',
          'members.list',
        ]),
    });
    const { witness, moderator, reader, telegram } = product;
    await witness.start();
    await witness.send(marks.account);
    await witness.send('/myreports');
    await moderator.send('/queue');
    await moderator.send('/moderators');
    await reader.send('/latest');
    await reader.send('/summary');
    await telegram.idle();
    expect(product.log.some(line => line.includes('"update_failed"'))).toBe(true);
    expect(leaks([...product.log, ...written])).toEqual([]);
  });

  it('when a worker meets records that are not what they should be', async () => {
    const product = await startProduct();
    const log = product.log;
    const worker = createWorker(
      quoting(product.deps, ['reports.read', 'chats.readContact', 'notices.claim', 'notices.readCard']),
      { token: people.token, apiRoot: product.telegram.url, reminderHours: 12 },
    );
    const image = { pk: { S: 'REPORT#0123456789' }, sk: { S: 'REPORT' }, id: { S: '0123456789' } };
    const told = await worker.notify({
      Records: [
        {
          eventID: '1',
          dynamodb: { SequenceNumber: '1', NewImage: { ...image, account: { S: marks.account } } },
        },
        { eventID: '2', dynamodb: { SequenceNumber: '2', NewImage: { id: { S: marks.place } } } },
      ],
    });
    // What has a key is put aside under it, for an admin.
    expect(told.batchItemFailures).toEqual([]);
    const { items } = await product.store.problems.list();
    expect(items).toMatchObject([{ subject: 'REPORT#0123456789 REPORT' }]);
    expect(leaks([...log, ...written, JSON.stringify(items)])).toEqual([]);
  });

  it('when a caller sends what is no update', async () => {
    const product = await startProduct();
    const bot = createBot(product.deps, {
      token: people.token,
      botInfo: { ...people.placeholder } as never,
      apiRoot: product.telegram.url,
    });
    const handle = createWebhookHandler(bot, { secret: webhookSecret, log: product.deps.log });
    const event = (body: string, secret = webhookSecret) =>
      ({ headers: { 'x-telegram-bot-api-secret-token': secret }, body }) as unknown as APIGatewayProxyEventV2;
    const thrown: string[] = [];
    for (const one of [
      event(marks.account),
      event(`{"update_id":1,"message":{"text":"${marks.account}"}}`),
      event(`{"update_id":1,"message":{"text":"${marks.account}"`),
      event(marks.account, marks.caption),
      event(`{"update_id":"${marks.phone}"}`),
      {} as APIGatewayProxyEventV2,
    ])
      await handle(one).catch(error => thrown.push(`${error.stack} ${JSON.stringify(error)}`));
    expect(leaks([...product.log, ...written, ...thrown])).toEqual([]);
  });
});
