import type { DynamoDBRecord } from 'aws-lambda';
import { Api } from 'grammy/web';
import { onTestFinished } from 'vitest';
import { createBot } from '../../../bot/bot.ts';
import type { Deps } from '../../../bot/context.ts';
import { runExport } from '../../../bot/export/run.ts';
import { createLog } from '../../../bot/runtime/log.ts';
import { allowedUpdates } from '../../../bot/telegram/allowed-updates.ts';
import { createWebhookHandler } from '../../../bot/webhook-request.ts';
import { createWorker } from '../../../bot/worker.ts';
import { people } from '../../../infra/local/demo-people.ts';
import { startGateway } from '../../../infra/local/lambda.ts';
import { followStream } from '../../../infra/local/stream.ts';
import { startTelegram, type Telegram, type TelegramOptions } from '../../../infra/local/telegram/server.ts';
import { findCountry } from '../../../lib/country.ts';
import type { Identity } from '../../../lib/identity/identity.ts';
import type { Policy } from '../../../lib/policy.ts';
import type { Difference } from '../../../lib/store/audit/checks.ts';
import { verify } from '../../../lib/store/audit/verify.ts';
import { createIncidentLists } from '../../../lib/store/records/incidents.ts';
import { openStore, type Store } from '../../../lib/store/store.ts';
import { dynamoConfig, openTestStore, type TestStore, testIdentity, writesTo } from '../database/dynamo.ts';
import type { Line } from '../database/line.ts';
import { limitedClient, type Role } from '../database/rights.ts';
import { rules as sampleRules } from '../samples/samples.ts';

export const webhookSecret = 'a-secret-for-the-webhook-of-tests';

/** The whole product as `npm start` runs it, on tables of its own: Telegram, gateway, bot, store, stream, worker. */
export type Product = Readonly<{
  telegram: Telegram;
  witness: ReturnType<Telegram['user']>;
  moderator: ReturnType<Telegram['user']>;
  reader: ReturnType<Telegram['user']>;
  group: { id: number };
  store: TestStore['store'];
  tables: TestStore['tables'];
  dump: TestStore['dump'];
  restore: TestStore['restore'];
  spoil: TestStore['spoil'];
  /** What `npm run verify` finds. */
  differences: () => Promise<readonly Difference[]>;
  deps: Omit<Deps, 'api'>;
  /** Everything that was logged. */
  log: string[];
  webhook: string;
  /** What the worker does every minute. */
  tick: () => Promise<void>;
  /** Waits until all files that were asked for are made. */
  files: () => Promise<void>;
  /** Starts a second bot on the same tables and Telegram, as another instance of the function would be. */
  restart: () => Promise<void>;
}>;

/**
 * Starts the product; it ends with the test. `language` is that of all three people's phones. Long because it is a list of
 * parts, each of which needs the ones above it.
 */
export const startProduct = async ({
  language = 'en',
  now = () => new Date(),
  telegramOptions = {},
  change = deps => deps,
  rules = sampleRules,
  identity = testIdentity,
  instances = 2,
  choose = n => n,
  line,
}: Readonly<{
  language?: string;
  now?: () => Date;
  telegramOptions?: Partial<TelegramOptions>;
  change?: (deps: Omit<Deps, 'api'>) => Omit<Deps, 'api'>;
  rules?: Policy;
  identity?: Identity;
  /** So many bots serve the webhook, each with a store of its own, as instances of the function do: two, so that every test is one of two. */
  instances?: number;
  /** Which of them takes the n-th update; they take them in turn unless it says otherwise. */
  choose?: (n: number) => number;
  /** The webhook's line to the tables. */
  line?: Line;
}> = {}): Promise<Product> => {
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const { store, dump, restore, spoil, client, tables } = await openTestStore({ identity, rules });
  // As deployed: a function may do with the tables what its policy says, and nothing else.
  const storeOf = (role: Role): Store => {
    const client = limitedClient(role, tables, role === 'webhook' ? line : undefined);
    const opened = openStore({ client, tables, identity, rules });
    // Where Telegram sets no limits, the desk has no share of them either.
    return telegramOptions.limits ? opened : { ...opened, rateLimit: { take: async () => true } };
  };
  const telegram = await startTelegram({
    token: people.token,
    bot: people.bot,
    users: people.users.map(user => ({ ...user, language_code: language })),
    groups: [people.group],
    secondMs: 20,
    limits: false,
    ...telegramOptions,
  });
  onTestFinished(() => telegram.stop());
  const api = new Api(people.token, { apiRoot: telegram.url });
  const botInfo = await api.getMe();
  const log: string[] = [];
  const jobs: Promise<void>[] = [];
  const exportDeps = {
    api,
    incidents: createIncidentLists({ client: limitedClient('export', tables), tables }),
    country,
    now,
    log: createLog(line => log.push(line)),
  };
  const makeDeps = () =>
    change({
      store: storeOf('webhook'),
      identity,
      country,
      operator: 'the tests',
      kept: { rejectedDays: 90, keyRecoveryDays: 7 },
      admins: new Set([people.users[1]?.id ?? 0]),
      moderatorsChat: people.group.id,
      now,
      jobs: {
        export: async job => {
          jobs.push(runExport(exportDeps, job));
        },
        picture: async job => {
          // Nobody waits for it, as in Lambda; tests wait for the picture.
          void import('../../../bot/picture/send.ts').then(({ sendPicture }) =>
            sendPicture(
              { api, store: storeOf('pictures'), country, now, log: createLog(line => log.push(line)) },
              job,
            ),
          );
        },
      },
      log: createLog(line => log.push(line)),
    });
  const deps = makeDeps();
  const access = { token: people.token, botInfo, apiRoot: telegram.url };

  let stopBot: (() => Promise<void>) | undefined;
  let webhook = '';
  const restart = async (): Promise<void> => {
    await stopBot?.();
    const handlers = Array.from({ length: instances }, (_, n) =>
      createWebhookHandler(createBot(n === 0 ? deps : makeDeps(), access), {
        secret: webhookSecret,
        log: deps.log,
      }),
    );
    let taken = 0;
    const gateway = await startGateway(async event => {
      const handler = handlers[choose(taken) % instances];
      taken += 1;
      if (!handler) throw new Error('No such instance');
      return handler(event);
    });
    stopBot = gateway.stop;
    webhook = `${gateway.url}/webhook`;
    await api.setWebhook(webhook, { secret_token: webhookSecret, allowed_updates: allowedUpdates });
  };
  await restart();
  onTestFinished(() => stopBot?.());

  const dropped: DynamoDBRecord[] = [];
  const worker = createWorker({ ...deps, store: storeOf('worker') }, { ...access, reminderHours: 12 });
  const follower = followStream({
    client,
    config: dynamoConfig(),
    table: tables.records,
    handler: worker.notify,
    onDropped: record => dropped.push(record),
    changed: writesTo(tables.records),
  });
  onTestFinished(() => follower.stop());

  const [witness, moderator, reader] = people.users.map(user =>
    telegram.user({ ...user, language_code: language }),
  );
  if (!witness || !moderator || !reader) throw new Error('No people');
  return {
    telegram,
    witness,
    moderator,
    reader,
    group: people.group,
    store,
    tables,
    dump,
    restore,
    spoil,
    differences: async () => (await verify({ client, tables, identity })).differences,
    deps,
    log,
    get webhook() {
      return webhook;
    },
    tick: worker.tick,
    files: async () => {
      await Promise.all(jobs);
    },
    restart,
  };
};
