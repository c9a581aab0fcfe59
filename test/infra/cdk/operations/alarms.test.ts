import type { APIGatewayProxyEventV2, DynamoDBRecord } from 'aws-lambda';
import { Api } from 'grammy/web';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { UpdateOutcome } from '../../../../bot/bot.ts';
import { runExport } from '../../../../bot/export/run.ts';
import { sendPicture } from '../../../../bot/picture/send.ts';
import type { WorkerDeps } from '../../../../bot/runtime/dependencies.ts';
import { createLog, type Log } from '../../../../bot/runtime/log.ts';
import { withUnreadableNoted } from '../../../../bot/runtime/unreadable.ts';
import { createWebhookHandler } from '../../../../bot/webhook-request.ts';
import { createWorker } from '../../../../bot/worker.ts';
import { people } from '../../../../infra/local/demo-people.ts';
import { startTelegram, type Telegram } from '../../../../infra/local/telegram/server.ts';
import { findCountry } from '../../../../lib/country.ts';
import { firstWave } from '../../../../lib/follow/wave.ts';
import type { Store } from '../../../../lib/store/store.ts';
import {
  type AlarmProperties,
  type Datum,
  dataOf,
  fires,
  resolved,
} from '../../../support/aws/cloudwatch.ts';
import { openTestStore, testIdentity } from '../../../support/database/dynamo.ts';
import { report } from '../../../support/samples/samples.ts';
import { buildEntries, cdkContext, synthesize, type Templates } from '../synth.ts';

const namespace = 'svidok/dev';
const secret = 'a-secret-for-the-webhook-of-tests';
const address = 'https://example.org/webhook';
/** Long enough for every alarm. */
const minutes = 40;

let build: Awaited<ReturnType<typeof buildEntries>>;
let templates: Templates;
/** Every alarm of the stage by the name that follows `svidok-dev-`. */
let alarms: ReadonlyMap<string, AlarmProperties>;
let store: Store;
let telegram: Telegram;

beforeAll(async () => {
  process.env.CDK_VALIDATION = 'false';
  build = await buildEntries();
  templates = synthesize(build.folder, await cdkContext());
  const all = [templates.data, templates.bot, templates.operations].map(template => template.toJSON());
  alarms = new Map(
    all.flatMap(template =>
      Object.values(template.Resources as Readonly<Record<string, { Type: string; Properties: object }>>)
        .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
        .map(({ Properties }) => {
          const alarm = resolved(Properties, template as never, all as never) as AlarmProperties;
          return [alarm.AlarmName.replace('svidok-dev-', ''), alarm] as const;
        }),
    ),
  );
  ({ store } = await openTestStore());
  telegram = await startTelegram({ token: people.token, bot: people.bot, users: people.users });
});
afterAll(async () => {
  delete process.env.CDK_VALIDATION;
  await telegram.stop();
  await build.remove();
});

/** What something logs, as the data that CloudWatch takes out of it, as if it happened every minute until `until`. */
const everyMinute = async (
  act: (log: Log) => unknown,
  { until = minutes, times = 1 }: Readonly<{ until?: number; times?: number }> = {},
): Promise<readonly Datum[]> => {
  const lines: string[] = [];
  await act(createLog(line => lines.push(line), { namespace }));
  return Array.from({ length: until }, (_, minute) =>
    Array.from({ length: times }, () => lines.flatMap(line => dataOf(line, minute))).flat(),
  ).flat();
};

type Fault = Readonly<{ store?: Partial<Store>; url?: string }>;

/** The worker of a deployment, which says what it measures. */
const workerWith = ({ store: faulty = {}, url = address }: Fault, log: Log) => {
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const deps: Omit<WorkerDeps, 'api'> = {
    store: { ...store, ...faulty },
    identity: testIdentity,
    country,
    kept: { rejectedDays: 90, keyRecoveryDays: 7 },
    moderatorsChat: undefined,
    now: () => new Date(),
    log,
  };
  return createWorker(deps, {
    token: people.token,
    apiRoot: telegram.url,
    reminderHours: 12,
    webhookUrl: url,
  });
};

const api = () => new Api(people.token, { apiRoot: telegram.url });

/** The clock runs the worker, on a Telegram that knows the address unless `change` changes that. */
const runClock = (
  fault: Fault = {},
  { until = minutes, change = () => {} }: Readonly<{ until?: number; change?: () => unknown }> = {},
): Promise<readonly Datum[]> =>
  everyMinute(
    async log => {
      await api().setWebhook(address);
      onTestFinished(async () => {
        telegram.faults.clear();
        await api().deleteWebhook({ drop_pending_updates: true });
      });
      await change();
      await workerWith(fault, log).tick();
    },
    { until },
  );

const refusing = () => Promise.reject(new Error('DynamoDB refuses.'));

/** The webhook is called `times` a minute. */
const runWebhook = (
  outcome: UpdateOutcome,
  { times = 1, given = secret }: Readonly<{ times?: number; given?: string }> = {},
): Promise<readonly Datum[]> =>
  everyMinute(
    log =>
      createWebhookHandler(async () => outcome, { secret, log })({
        headers: { 'x-telegram-bot-api-secret-token': given },
        body: JSON.stringify({
          update_id: 1,
          message: { message_id: 1, date: 1, chat: { id: 1, type: 'private', first_name: 'A' } },
        }),
      } as unknown as APIGatewayProxyEventV2),
    { times },
  );

/**
 * A metric of AWS, every minute. Dimensions as AWS documents them: Lambda's by `FunctionName`, or by `FunctionName` and
 * `Resource` for an alias; an HTTP API's by `ApiId` and `Stage`; SQS's by `QueueName`; DynamoDB's throttle events by
 * `TableName`, and those of an index by `TableName` and `GlobalSecondaryIndexName` only.
 */
const ofAws = async (
  service: string,
  name: string,
  dimensions: Readonly<Record<string, string>>,
  value: number,
): Promise<readonly Datum[]> =>
  Array.from({ length: minutes }, (_, minute) => ({
    namespace: `AWS/${service}`,
    name,
    dimensions,
    minute,
    value,
  }));
const webhook = { FunctionName: 'svidok-dev-webhook' };
const worker = { FunctionName: 'svidok-dev-worker' };
const apiId = () => Object.keys(templates.bot.findResources('AWS::ApiGatewayV2::Api'))[0] ?? '';

/** For each alarm, the faults that it is for, played into what is measured. */
const faults: Readonly<Record<string, Readonly<Record<string, () => Promise<readonly Datum[]>>>>> = {
  'webhook-errors': { 'it crashes': () => ofAws('Lambda', 'Errors', webhook, 1) },
  'webhook-throttles': { 'too many run': () => ofAws('Lambda', 'Throttles', webhook, 1) },
  'webhook-slow': { 'answers take 9 s': () => ofAws('Lambda', 'Duration', webhook, 9000) },
  'worker-errors': { 'it crashes': () => ofAws('Lambda', 'Errors', worker, 1) },
  'worker-throttles': { 'too many run': () => ofAws('Lambda', 'Throttles', worker, 5) },
  'worker-slow': { 'batches take 100 s': () => ofAws('Lambda', 'Duration', worker, 100_000) },
  'pictures-errors': {
    'one dies while it draws': () => ofAws('Lambda', 'Errors', { FunctionName: 'svidok-dev-pictures' }, 1),
  },
  'pictures-failed': {
    'nothing can be counted': () =>
      everyMinute(log => {
        const country = findCountry('UA');
        if (!country) throw new Error('No country');
        const incidents = { ...store.incidents, counted: refusing };
        return sendPicture(
          { api: api(), store: { ...store, incidents }, country, now: () => new Date(), log },
          {
            chat: 1,
            locale: 'en',
            kind: 'map',
            question: 'r:summary:all',
            theme: 'light',
            bot: 'svidok_bot',
          },
        );
      }),
  },
  'export-errors': {
    'one runs out of time': () => ofAws('Lambda', 'Errors', { FunctionName: 'svidok-dev-export' }, 1),
  },
  'exports-failed': {
    'nothing can be listed': () =>
      everyMinute(log => {
        const country = findCountry('UA');
        if (!country) throw new Error('No country');
        const incidents = { ...store.incidents, latest: refusing };
        return runExport(
          { api: api(), incidents, country, now: () => new Date(), log },
          { chat: 1, locale: 'en', question: 'r:summary:all', bot: 'svidok_bot', format: 'csv' },
        );
      }),
  },
  'stream-late': { 'it is 20 minutes behind': () => ofAws('Lambda', 'IteratorAge', worker, 20 * 60_000) },
  'api-errors': {
    'it answers 5xx': () => ofAws('ApiGateway', '5xx', { ApiId: apiId(), Stage: '$default' }, 10),
  },
  'dead-letters': {
    'a record was given up': () =>
      ofAws('SQS', 'ApproximateNumberOfMessagesVisible', { QueueName: 'svidok-dev-dead-letters' }, 1),
  },
  'reads-throttled': {
    'of a table': () => ofAws('DynamoDB', 'ReadThrottleEvents', { TableName: 'svidok-dev-keys' }, 5),
    'of an index': () =>
      ofAws(
        'DynamoDB',
        'ReadThrottleEvents',
        { TableName: 'svidok-dev-records', GlobalSecondaryIndexName: 'feed' },
        5,
      ),
  },
  'writes-throttled': {
    'of a table': () => ofAws('DynamoDB', 'WriteThrottleEvents', { TableName: 'svidok-dev-chats' }, 5),
    'of an index': () =>
      ofAws(
        'DynamoDB',
        'WriteThrottleEvents',
        { TableName: 'svidok-dev-records', GlobalSecondaryIndexName: 'queue' },
        5,
      ),
  },
  'updates-failed': { 'a bug': () => runWebhook({ kind: 'failed' }) },
  'updates-later': { 'Telegram is down': () => runWebhook({ kind: 'later', seconds: 2 }, { times: 5 }) },
  refused: {
    'somebody calls without the secret': () =>
      runWebhook({ kind: 'taken' }, { times: 30, given: 'another-secret-than-ours' }),
  },
  'release-errors': {
    'the released version crashes': () =>
      ofAws('Lambda', 'Errors', { ...webhook, Resource: 'svidok-dev-webhook:live' }, 1),
  },
  'release-bugs': { 'the released version has a bug': () => runWebhook({ kind: 'failed' }, { times: 3 }) },
  'clock-stopped': { 'the clock stands still': () => runClock({}, { until: 25 }) },
  'release-late': {
    'what is due cannot be released': () =>
      runClock({
        store: {
          incidents: {
            ...store.incidents,
            due: async () =>
              ({
                items: [{ id: 'ZZZZZ00001', releaseAt: '2022-05-12T09:00:00.000Z' }],
                unreadable: 0,
              }) as never,
            release: refusing,
          },
        },
      }),
    'what is due cannot be read': () =>
      runClock({ store: { incidents: { ...store.incidents, due: refusing } } }),
    'the clock stands still': () => runClock({}, { until: 25 }),
  },
  'followers-late': {
    'telling them was due three hours ago': () =>
      runClock({
        store: {
          news: { ...store.news, head: async () => ({ seq: 1, at: new Date().toISOString() }) },
          waves: {
            ...store.waves,
            read: async () => {
              const nowMs = Date.now();
              const running = { seq: 1, hour: '', sinceMs: nowMs - 3 * 3_600_000, hasLeft: false };
              return { ...firstWave, running, leaseUntilMs: nowMs + 60_000 };
            },
          },
        },
      }),
    'it cannot be read how late it is': () =>
      runClock({ store: { news: { ...store.news, head: refusing } } }),
    'the clock stands still': () => runClock({}, { until: 25 }),
  },
  'queue-old': {
    'a report has waited for years': () =>
      runClock({
        store: {
          queue: {
            ...store.queue,
            list: async () => ({ items: [{ ...report, since: report.receivedAt }], unreadable: 0 }) as never,
            size: async () => ({ count: 1 }) as never,
          },
        },
      }),
    'the queue cannot be read': () => runClock({ store: { queue: { ...store.queue, list: refusing } } }),
  },
  'not-told': {
    'a task fails every minute': () =>
      runClock({ store: { incidents: { ...store.incidents, due: refusing } } }),
  },
  problems: {
    'a record of the stream cannot be read': () =>
      everyMinute(log => workerWith({}, log).notify({ Records: [unreadableRecord] })),
    'a list skips a report': () =>
      everyMinute(log => {
        const page = { items: [], unreadable: 1, skipped: ['REPORT#Y REPORT'] };
        const queue = { ...store.queue, list: async () => page };
        return withUnreadableNoted({ ...store, queue }, log).queue.list({ limit: 1 });
      }),
  },
  unreadable: {
    'a list skips an item': () =>
      everyMinute(log =>
        withUnreadableNoted(
          {
            ...store,
            figures: { ...store.figures, list: async () => ({ items: [], unreadable: 1 }) as never },
          },
          log,
        ).figures.list(),
      ),
  },
  'not-registered': {
    'Telegram has another address': () => runClock({ url: 'https://example.org/another' }),
    'the webhook was removed': () => runClock({}, { change: () => api().deleteWebhook() }),
    'the token was revoked': () =>
      runClock(
        {},
        {
          change: () =>
            telegram.faults.next('getWebhookInfo', { kind: 'error', code: 401, description: 'Unauthorized' }),
        },
      ),
  },
  'updates-waiting': {
    'an update cannot be delivered': () => runClock({ url: nowhere }, { change: sendIntoTheVoid }),
    'Telegram cannot be asked': () =>
      runClock({}, { change: () => telegram.faults.next('getWebhookInfo', { kind: 'error', code: 502 }) }),
    'the clock stands still': () => runClock({}, { until: 20 }),
  },
  'delivery-failing': {
    'nobody answers at the address': () => runClock({ url: nowhere }, { change: sendIntoTheVoid }),
  },
};

/** A report without anything that a report has. */
const unreadableRecord: DynamoDBRecord = {
  dynamodb: {
    SequenceNumber: '1',
    NewImage: { pk: { S: 'REPORT#X' }, sk: { S: 'REPORT' }, id: { S: 'X' }, head: { S: 'event' } },
  },
};

/** An address at which nobody answers. */
const nowhere = 'http://127.0.0.1:9/webhook';

/** Somebody writes while nobody answers at the address. */
const sendIntoTheVoid = async (): Promise<void> => {
  await api().setWebhook(nowhere);
  const [user] = people.users;
  void telegram.user({ ...user, id: user?.id ?? 0, first_name: 'Olena' }).start();
  while ((await api().getWebhookInfo()).last_error_date === undefined)
    await new Promise(settle => setTimeout(settle, 20));
};

const alarmCalled = (name: string): AlarmProperties => {
  const alarm = alarms.get(name);
  if (!alarm) throw new Error(`There is no alarm ${name}.`);
  return alarm;
};

describe('every alarm', () => {
  it('has a fault below that it is proved by', () => {
    expect(Object.keys(faults).sort()).toEqual([...alarms.keys()].sort());
  });

  it('is quiet when nothing is wrong', async () => {
    const data = [
      ...(await runClock()),
      ...(await runWebhook({ kind: 'taken' }, { times: 20 })),
      ...(await ofAws('Lambda', 'Duration', webhook, 200)),
      ...(await ofAws('Lambda', 'IteratorAge', worker, 500)),
    ];
    const firing = [...alarms].filter(([, alarm]) => fires(alarm, data, minutes)).map(([name]) => name);
    expect(firing).toEqual([]);
  });

  it.each(
    Object.entries(faults).flatMap(([name, cases]) =>
      Object.entries(cases).map(([what, play]) => ({ name, what, play })),
    ),
  )('$name fires when $what', async ({ name, play }) => {
    expect(fires(alarmCalled(name), await play(), minutes)).toBe(true);
  });
});

describe('the topic of the alarms', () => {
  it("lets this account's alarms publish, and nobody without TLS", () => {
    const [policy] = Object.values(templates.operations.findResources('AWS::SNS::TopicPolicy'));
    const [topic] = Object.keys(templates.operations.findResources('AWS::SNS::Topic'));
    expect(policy?.Properties.Topics).toEqual([{ Ref: topic }]);
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: { Ref: topic },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ]);
  });
});
