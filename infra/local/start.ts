/** `npm start`: runs everything on this machine, with BOT_TOKEN on the real Telegram, else on a stand-in. */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UserFromGetMe } from 'grammy/types';
import { Api, GrammyError } from 'grammy/web';
import { createBot } from '../../bot/bot.ts';
import { introduce } from '../../bot/register/profile.ts';
import { createDeps } from '../../bot/runtime/dependencies.ts';
import { type Environment, readEnvironment } from '../../bot/runtime/environment.ts';
import { allowedUpdates } from '../../bot/telegram/allowed-updates.ts';
import type { Country } from '../../lib/country.ts';
import { loadGazetteer } from '../../lib/place/gazetteer/gazetteer.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { startClock } from './clock.ts';
import { openDataFolder } from './data-folder.ts';
import { people, peopleSpeaking } from './demo-people.ts';
import { createTables, type LocalDynamo, localTables, startDynamo } from './dynamodb.ts';
import { startFunctions, startGateway } from './lambda.ts';
import { poll } from './polling.ts';
import { portError, SetupError } from './setup-error.ts';
import { followStream } from './stream.ts';
import { startTelegram } from './telegram/server.ts';

const dataFolder = process.env.DATA_FOLDER || '.data';
const telegramApi = 'https://api.telegram.org';

type Stop = () => Promise<void>;

/** How to stop what was started, to be called in reverse order. */
const started: Stop[] = [];
const stopAll = async (): Promise<void> => {
  for (const stop of started.reverse().splice(0)) await stop().catch(() => {});
};

const run = async (): Promise<void> => {
  const port = portOf(process.env.PORT);
  started.push(await openDataFolder(dataFolder));
  const token = process.env.BOT_TOKEN;
  const demo = token ? undefined : people.environment;
  const settings = { ...process.env, ...(await localSettings()), ...demo };
  // Reports whatever is wrong with the settings before anything is started.
  const { COUNTRY: country } = check({
    ...settings,
    BOT_TOKEN: token || people.token,
    BOT_INFO: JSON.stringify(people.placeholder),
  });

  const me = token ? await askTelegram(token) : undefined;

  console.log('Starting DynamoDB Local …');
  const dynamo = await startDynamo({ path: join(dataFolder, 'dynamodb') });
  started.push(dynamo.stop);
  Object.assign(process.env, settings, dynamo.environment);
  await createTables(createDynamo());
  await startJobs();
  await (token && me ? runWithTelegram(dynamo, token, me) : runWithStandIn(dynamo, port, country));
};

/** Runs the Lambda handlers behind a gateway, on the stand-in of Telegram. */
const runWithStandIn = async (dynamo: LocalDynamo, port: number, country: Country): Promise<void> => {
  const { languages } = country;
  const telegram = await startTelegram({
    port,
    token: people.token,
    bot: people.bot,
    dataFile: join(dataFolder, 'telegram.json'),
    users: peopleSpeaking(languages),
    groups: [people.group],
    languages: [...languages, unsupportedLanguage],
    places: await samplePlaces(country),
    note: releaseNote(),
  }).catch(error => {
    throw portError(error, port) ?? error;
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
  await introduce(api, { languages, moderatorsChat: people.group.id });
  await api.setWebhook(`${gateway.url}/webhook`, {
    secret_token: process.env.WEBHOOK_SECRET ?? '',
    allowed_updates: allowedUpdates,
  });
  console.log(
    `\nSvidok is ready: ${telegram.url}\nOpen it in a browser. Ctrl-C stops everything; the data stay in ${dataFolder}.`,
  );
  console.log(`${releaseNote()}\n`);
};

const releaseNote = (): string =>
  process.env.RELEASES === 'immediate'
    ? 'What is approved is published at once here (RELEASES=immediate). Deployed, it waits: see README.md.'
    : 'What is approved waits for its release, as deployed (RELEASES=batches).';

/** For phones too, to see what the bot does for languages that it does not speak. */
const unsupportedLanguage = 'pl';

/** The country's largest settlement, a town and a village. */
const samplePlaces = async ({ code }: Country) => {
  const { settlements } = await loadGazetteer(code);
  const samples = [0, 50, 1000].flatMap(index => settlements.slice(index, index + 1));
  return samples.map(({ names, point: { lat, lon } }) => ({ name: names.en, latitude: lat, longitude: lon }));
};

/** The real Telegram's API, or another Bot API server's. */
const apiRoot = process.env.TELEGRAM_API_ROOT || telegramApi;

/** Whose bot the token is. Throws `SetupError` when Telegram does not say. */
const askTelegram = (token: string): Promise<UserFromGetMe> =>
  new Api(token, { apiRoot, timeoutSeconds: 10 }).getMe().catch(error => {
    if (error instanceof GrammyError)
      throw new SetupError(
        `Telegram refuses BOT_TOKEN (${error.description}). Copy it again from @BotFather.`,
      );
    throw new SetupError(`Telegram is out of reach at ${apiRoot}. Check the network, or TELEGRAM_API_ROOT.`);
  });

/** Polls the real Telegram. */
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
    console.log(
      'ADMINS is empty: nobody can moderate yet. See "Becoming the first moderator" in infra/README.md.',
    );
  await polling;
};

/** Runs the worker on the stream of the records table and every minute, as Lambda does. */
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

/** Runs the functions that are called without waiting, as Lambda does. */
const startJobs = async (): Promise<void> => {
  const [exports, pictures] = ['svidok-export', 'svidok-pictures'];
  const functions = await startFunctions(
    {
      [exports]: async event => (await import('../../bot/export.ts')).handler(event),
      [pictures]: async event => (await import('../../bot/pictures.ts')).handler(event),
    },
    name => console.warn(`${name} failed.`),
  );
  started.push(functions.stop);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LAMBDA: functions.url,
    EXPORT_FUNCTION: exports,
    PICTURES_FUNCTION: pictures,
  });
};

const check = (variables: Readonly<Record<string, string | undefined>>): Environment => {
  const reading = readEnvironment(variables);
  if (reading.kind === 'invalid') throw new SetupError(reading.problems.join('\n'));
  return reading.environment;
};

/** Generates what a deployment keeps in Parameter Store; the identity secret stays with the data that need it. */
const localSettings = async (): Promise<Record<string, string>> => ({
  CHATS_TABLE: localTables.chats,
  KEYS_TABLE: localTables.keys,
  RECORDS_TABLE: localTables.records,
  WEBHOOK_SECRET: process.env.WEBHOOK_SECRET || randomBytes(24).toString('base64url'),
  IDENTITY_SECRET:
    process.env.IDENTITY_SECRET || (await readOrMakeSecret(join(dataFolder, 'identity-secret'))),
  // Only where nobody is at risk: with a token, real people report.
  RELEASES: process.env.RELEASES || (process.env.BOT_TOKEN ? 'batches' : 'immediate'),
  OPERATOR: process.env.OPERATOR || 'Svidok (localhost)',
});

const readOrMakeSecret = async (file: string): Promise<string> => {
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
