/** `npm start`: everything on this machine. Without BOT_TOKEN with a Telegram of its own, else with the real one. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UserFromGetMe } from 'grammy/types';
import { Api, GrammyError } from 'grammy/web';
import { createBot } from '../../bot/bot.ts';
import { allowedUpdates } from '../../bot/register/allowed-updates.ts';
import { introduce } from '../../bot/register/profile.ts';
import { createDeps } from '../../bot/runtime/dependencies.ts';
import { readEnvironment } from '../../bot/runtime/environment.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { startClock } from './clock.ts';
import { people } from './demo-people.ts';
import { createTables, type LocalDynamo, localTables, SetupError, startDynamo } from './dynamodb.ts';
import { startGateway } from './lambda.ts';
import { poll } from './polling.ts';
import { followStream } from './stream.ts';
import { startTelegram } from './telegram/server.ts';

const dataFolder = process.env.DATA_FOLDER || '.data';
const telegramApi = 'https://api.telegram.org';

type Stop = () => Promise<void>;

/** What was started, to be stopped in the opposite order. */
const started: Stop[] = [];
const stopAll = async (): Promise<void> => {
  for (const stop of started.reverse().splice(0)) await stop().catch(() => {});
};

const run = async (): Promise<void> => {
  const port = portOf(process.env.PORT);
  await mkdir(dataFolder, { recursive: true });
  const token = process.env.BOT_TOKEN;
  const settings = { ...process.env, ...(await localSettings()), ...(token ? {} : people.environment) };
  // Everything that can be wrong is said before anything is started.
  check({ ...settings, BOT_TOKEN: token || people.token, BOT_INFO: JSON.stringify(people.placeholder) });

  const me = token ? await askTelegram(token) : undefined;

  console.log('Starting DynamoDB Local …');
  const dynamo = await startDynamo({ path: join(dataFolder, 'dynamodb') });
  started.push(dynamo.stop);
  Object.assign(process.env, settings, dynamo.environment);
  await createTables(createDynamo());
  await (token && me ? runWithTelegram(dynamo, token, me) : runWithStandIn(dynamo, port));
};

/** The real handlers behind a gateway, and a Telegram that is a page in the browser. */
const runWithStandIn = async (dynamo: LocalDynamo, port: number): Promise<void> => {
  const telegram = await startTelegram({
    port,
    token: people.token,
    bot: people.bot,
    dataFile: join(dataFolder, 'telegram.json'),
    users: people.users,
    groups: [people.group],
  }).catch(error => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new SetupError(`Port ${port} is in use. Stop what uses it, or choose another: PORT=8081 npm start`);
  });
  started.push(telegram.stop);
  const api = new Api(people.token, { apiRoot: telegram.url });
  process.env.TELEGRAM_API_ROOT = telegram.url;
  process.env.BOT_TOKEN = people.token;
  process.env.BOT_INFO = JSON.stringify(await api.getMe());

  const { handler } = await import('../../bot/webhook.ts');
  const gateway = await startGateway(handler);
  started.push(gateway.stop);
  await followRecords(dynamo);
  await introduce(api, { languages: ['uk', 'en', 'ru'], moderatorsChat: people.group.id });
  await api.setWebhook(`${gateway.url}/webhook`, {
    secret_token: process.env.WEBHOOK_SECRET ?? '',
    allowed_updates: allowedUpdates,
  });
  console.log(
    `\nSvidok is ready: ${telegram.url}\nOpen it in a browser. Ctrl-C stops everything; the data stay in ${dataFolder}.\n`,
  );
};

/** Where the real Telegram is, or the server that stands for it. */
const apiRoot = process.env.TELEGRAM_API_ROOT || telegramApi;

/** The bot that a token belongs to, asked before anything is started. */
const askTelegram = (token: string): Promise<UserFromGetMe> =>
  new Api(token, { apiRoot, timeoutSeconds: 10 }).getMe().catch(error => {
    if (error instanceof GrammyError)
      throw new SetupError(
        `Telegram refuses BOT_TOKEN (${error.description}). Copy it again from @BotFather.`,
      );
    throw new SetupError(`Telegram is out of reach at ${apiRoot}. Check the network, or TELEGRAM_API_ROOT.`);
  });

/** The real Telegram, asked for updates from here. */
const runWithTelegram = async (dynamo: LocalDynamo, token: string, me: UserFromGetMe): Promise<void> => {
  const api = new Api(token, { apiRoot });
  process.env.BOT_INFO = JSON.stringify(me);
  const environment = check(process.env);
  await followRecords(dynamo);
  await api.deleteWebhook();
  await introduce(api, {
    languages: environment.COUNTRY.languages,
    moderatorsChat: environment.MODERATORS_CHAT,
  }).catch(error =>
    console.warn(
      `The bot's menus were not set (${error instanceof Error ? error.name : 'unknown'}); it works all the same.`,
    ),
  );
  const takeUpdate = createBot(createDeps(environment), { token, botInfo: me, apiRoot });
  const abort = new AbortController();
  const polling = poll(api, takeUpdate, {
    signal: abort.signal,
    onTrouble: what => console.warn(`Telegram is out of reach (${what}); trying again.`),
  });
  started.push(() => {
    abort.abort();
    return polling;
  });
  console.log(
    `\nSvidok is ready: https://t.me/${me.username}\nCtrl-C stops it; the data stay in ${dataFolder}.\n`,
  );
  if (environment.ADMINS.size === 0)
    console.log('ADMINS is empty: nobody can moderate yet. See "Becoming the first moderator" in infra/README.md.');
  await polling;
};

/** The worker on the stream of the records table and on a clock, as Lambda would run it. */
const followRecords = async (dynamo: LocalDynamo): Promise<void> => {
  const { handler } = await import('../../bot/worker.ts');
  const follower = followStream({
    client: createDynamo(),
    config: dynamo.config,
    table: localTables.records,
    handler,
    onDropped: () =>
      console.warn('A notice could not be delivered; it will be tried again at the next start.'),
  });
  started.push(follower.stop);
  const clock = startClock(handler, {
    onFailure: () => console.warn('What is done every minute failed; it will be tried again in a minute.'),
  });
  started.push(clock.stop);
};

const check = (variables: Readonly<Record<string, string | undefined>>) => {
  const reading = readEnvironment(variables);
  if (reading.kind === 'invalid') throw new SetupError(reading.problems.join('\n'));
  return reading.environment;
};

/** What a deployment keeps in its secret store: made at the first start, and kept with the data that depend on it. */
const localSettings = async (): Promise<Record<string, string>> => ({
  CHATS_TABLE: localTables.chats,
  RECORDS_TABLE: localTables.records,
  WEBHOOK_SECRET: process.env.WEBHOOK_SECRET || randomBytes(24).toString('base64url'),
  IDENTITY_SECRET: process.env.IDENTITY_SECRET || (await keptSecret(join(dataFolder, 'identity-secret'))),
  OPERATOR: process.env.OPERATOR || 'Svidok (localhost)',
});

const keptSecret = async (file: string): Promise<string> => {
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known) return known.trim();
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
};

const portOf = (text: string | undefined): number => {
  const port = text ? Number(text) : 8080;
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new SetupError('PORT is wrong: it must be a number from 1 to 65535.');
};

let stopping = false;
const stop = async (code: number): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await stopAll();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  await run();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  await stop(1);
}
