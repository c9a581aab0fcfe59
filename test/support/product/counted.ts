import { randomUUID } from 'node:crypto';
import { type AttributeValue, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { UserFromGetMe } from 'grammy/types';
import { Api } from 'grammy/web';
import { createBot, type HandleUpdate, type TelegramAccess } from '../../../bot/bot.ts';
import type { Deps } from '../../../bot/context.ts';
import { createLog } from '../../../bot/runtime/log.ts';
import { allowedUpdates } from '../../../bot/telegram/allowed-updates.ts';
import { createWebhookHandler } from '../../../bot/webhook-request.ts';
import { people } from '../../../infra/local/demo-people.ts';
import { createTables, type LocalDynamo } from '../../../infra/local/dynamodb.ts';
import { startGateway } from '../../../infra/local/lambda.ts';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { startTelegram } from '../../../infra/local/telegram/server.ts';
import { findCountry } from '../../../lib/country.ts';
import { createIdentity } from '../../../lib/identity/identity.ts';
import { type Call, createDynamo } from '../../../lib/store/dynamodb/client.ts';
import { chatKey, type Key } from '../../../lib/store/dynamodb/keys.ts';
import type { TableNames } from '../../../lib/store/dynamodb/tables.ts';
import { openStore } from '../../../lib/store/store.ts';
import { rules } from '../samples/samples.ts';

/** What one thing that a person did has cost, as seen from outside: at the client of DynamoDB, and by Telegram. */
export type Cost = Readonly<{
  /** The methods called, in order. */
  telegram: readonly string[];
  /** The commands sent, in order: `GetItem`, `PutItem` … */
  reads: readonly string[];
  writes: readonly string[];
  readUnits: number;
  writeUnits: number;
  /** From the update's arrival at the webhook to its answer. */
  milliseconds: number;
}>;

/** What a bot that is counted is made of. Calls of `client` and `store` are counted. */
export type Parts = Readonly<{
  deps: Omit<Deps, 'api'>;
  access: TelegramAccess;
  client: DynamoDBClient;
  tables: TableNames;
}>;

/** A bot behind its webhook, on tables of its own and before a Telegram of its own, and nothing else: no worker. */
export type Counted = Readonly<{
  /** A new person with a phone in English. */
  newPerson: () => Person;
  cost: (act: () => Promise<unknown>) => Promise<Cost>;
  /** The size of an item of the chats table, as DynamoDB counts it; 0 when there is none. */
  chatBytes: (key: Key) => Promise<number>;
  keyOf: (person: Person) => Key;
  parts: Parts;
  /** A client of the same DynamoDB whose calls are not counted. */
  aside: DynamoDBClient;
  stop: () => Promise<void>;
}>;

const secret = 'a-secret-for-the-webhook-of-measurements';
const readCommands = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem', 'TransactGetItems']);

/**
 * Starts it. `cold`: each update finds a bot that was just made, as after a cold start. `make` is Svidok's own bot unless
 * another is given. Long because it is a list of parts, each of which needs the ones above it.
 */
export const startCounted = async ({
  config,
  cold = false,
  make = ({ deps, access }) => createBot(deps, access),
}: Readonly<{
  config: LocalDynamo['config'];
  cold?: boolean;
  make?: (parts: Parts) => HandleUpdate;
}>): Promise<Counted> => {
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const calls: Call[] = [];
  const client = createDynamo({ ...config, onCall: call => calls.push(call) });
  const aside = createDynamo(config);
  const id = randomUUID();
  const tables = { chats: `chats-${id}`, keys: `keys-${id}`, records: `records-${id}` };
  await createTables(aside, tables);
  const telegram = await startTelegram({ token: people.token, bot: people.bot, limits: false });
  const api = new Api(people.token, { apiRoot: telegram.url });
  const botInfo: UserFromGetMe = await api.getMe();
  const log = createLog(() => {});
  const identity = createIdentity(['an-identity-secret-that-only-tests-use']);
  const deps = {
    store: openStore({ client, tables, identity, rules }),
    identity,
    country,
    operator: 'the tests',
    kept: { rejectedDays: 90, keyRecoveryDays: 7 },
    admins: new Set<number>(),
    moderatorsChat: undefined,
    now: () => new Date(),
    jobs: { export: async () => {}, picture: async () => {} },
    log,
  };
  const parts = { deps, access: { token: people.token, botInfo, apiRoot: telegram.url }, client, tables };

  let milliseconds = 0;
  const makeHandler = () => createWebhookHandler(make(parts), { secret, log });
  const warm = makeHandler();
  const gateway = await startGateway(async event => {
    const handle = cold ? makeHandler() : warm;
    const start = performance.now();
    try {
      return await handle(event);
    } finally {
      milliseconds += performance.now() - start;
    }
  });
  await api.setWebhook(gateway.url, { secret_token: secret, allowed_updates: allowedUpdates });

  return {
    newPerson: () => telegram.user({ first_name: 'Olena', language_code: 'en' }),
    cost: async act => {
      calls.length = 0;
      telegram.calls.length = 0;
      milliseconds = 0;
      await act();
      await telegram.idle();
      const [reads, writes] = [true, false].map(isRead =>
        calls.filter(({ command }) => readCommands.has(command) === isRead),
      ) as [Call[], Call[]];
      return {
        telegram: telegram.calls.map(({ method }) => method),
        reads: reads.map(({ command }) => command),
        writes: writes.map(({ command }) => command),
        readUnits: unitsOf(reads),
        writeUnits: unitsOf(writes),
        milliseconds,
      };
    },
    chatBytes: async ({ pk, sk }) => {
      const { Item } = await aside.send(
        new GetItemCommand({ TableName: tables.chats, Key: { pk: { S: pk }, sk: { S: sk } } }),
      );
      return Item ? entriesBytes(Item) : 0;
    },
    keyOf: person => chatKey(deps.identity.chatKey(person.chatId)),
    parts,
    aside,
    stop: async () => {
      await telegram.stop();
      await gateway.stop();
      client.destroy();
      aside.destroy();
    },
  };
};

const unitsOf = (calls: readonly Call[]): number =>
  calls.reduce((sum, { capacityUnits = 0 }) => sum + capacityUnits, 0);

/**
 * How DynamoDB counts an item's size: names and texts in UTF-8, half a byte a digit and one more, and for lists and maps
 * 3 bytes and one for each member (Amazon DynamoDB Developer Guide, "Item sizes and formats").
 */
const entriesBytes = (entries: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(entries).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );

const valueBytes = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/\D/g, '').length / 2) + 1;
  if (value.L !== undefined) return 3 + value.L.reduce((sum, one) => sum + 1 + valueBytes(one), 0);
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + entriesBytes(value.M);
  return 1;
};
