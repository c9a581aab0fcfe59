import { randomUUID } from 'node:crypto';
import { BatchWriteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Api } from 'grammy/web';
import { createLog } from '../../bot/runtime/log.ts';
import { createWorker } from '../../bot/worker.ts';
import { people } from '../../infra/local/demo-people.ts';
import { createTables, startDynamo } from '../../infra/local/dynamodb.ts';
import type { Person } from '../../infra/local/telegram/people/person.ts';
import { startTelegram } from '../../infra/local/telegram/server.ts';
import { findCountry } from '../../lib/country.ts';
import type { Follower } from '../../lib/follow/follower.ts';
import { newsOf } from '../../lib/follow/news.ts';
import type { Topic } from '../../lib/follow/topic.ts';
import { createIdentity, type Identity } from '../../lib/identity/identity.ts';
import { newReportId } from '../../lib/identity/receipt.ts';
import { paddedJson } from '../../lib/identity/sealing.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import { type Call, createDynamo } from '../../lib/store/dynamodb/client.ts';
import { marshal, stamp } from '../../lib/store/dynamodb/item.ts';
import { followerKey, incidentKey } from '../../lib/store/dynamodb/keys.ts';
import type { TableNames } from '../../lib/store/dynamodb/tables.ts';
import { followerShape } from '../../lib/store/followers/followers.ts';
import { incidentShape, storedIncident } from '../../lib/store/records/incidents.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { rules, incident as sample } from '../support/samples/samples.ts';
import { digits, mark, printTable } from './parts/table.ts';

/**
 * What it takes to tell many followers of a release, by the worker as deployed, on DynamoDB Local, and on the stand-in with
 * Telegram's limits and a clock that moves only when the worker waits for its turn: the minutes printed are of that clock.
 * Six of ten follow the country, three the region, one another one; one in a hundred has blocked the bot. Five times the
 * process ends in the middle, with messages on their way. How many there are may be given: `node test/bench/follow.ts 50000`, which takes
 * some twenty minutes.
 */

const crashes = 5;
const perSecondMost = 20;
const minuteMs = 60_000;
const noon = Date.parse('2026-11-23T10:00:00.000Z');
const perhapsAgain = 'You may have had this message already.';

const topicOf = (n: number): Topic => {
  if (n % 10 < 6) return { kind: 'country' };
  return { kind: 'region', region: n % 10 < 9 ? 'UA-23' : 'UA-63' };
};
const isConcerned = (n: number): boolean => n % 10 < 9;
const hasBlocked = (n: number): boolean => n % 100 === 50;

const firstId = 6_000_000_000;
const since = new Date(noon - 1).toISOString();

const writeFollowers = async (
  client: DynamoDBClient,
  { chats }: TableNames,
  identity: Identity,
  count: number,
): Promise<void> => {
  const itemOf = (n: number) => {
    const chat = firstId + n;
    const follower: Follower = { chat, locale: 'en', topics: [{ topic: topicOf(n), since }], seen: 0 };
    const key = identity.follower(chat);
    const sealed = identity.seal(paddedJson(follower) ?? '', key);
    return { PutRequest: { Item: marshal({ ...followerKey(key), ...stamp(followerShape, { sealed }) }) } };
  };
  const batch = 25;
  for (let from = 0; from < count; from += batch * 4)
    await Promise.all(
      [0, 1, 2, 3].map(async part => {
        const start = from + part * batch;
        const items = Array.from({ length: Math.max(0, Math.min(batch, count - start)) }, (_, n) =>
          itemOf(start + n),
        );
        if (items.length > 0)
          await client.send(new BatchWriteItemCommand({ RequestItems: { [chats]: items } }));
      }),
    );
};

const release = async (client: DynamoDBClient, { records }: TableNames, store: Store): Promise<void> => {
  const at = new Date(noon).toISOString();
  const before: Incident = { ...sample, id: newReportId(), version: 1, status: 'embargoed' };
  const after: Incident = { ...before, version: 2, status: 'published', publishedAt: at, changedAt: at };
  const content = { ...storedIncident(after), head: 'event' };
  const Item = marshal({ ...incidentKey(after.id), ...stamp(incidentShape, content) });
  await client.send(new PutItemCommand({ TableName: records, Item }));
  const news = newsOf(before, after, at);
  if (!news) throw new Error('A release is no news.');
  await store.news.note(`event ${after.id}`, news);
};

/** A store of a process that ends after so many writes of followers: from then on nothing of it takes effect. */
const dying = (store: Store, writes: number): Store => {
  let left = writes;
  const alive = <Args extends readonly unknown[], Result>(act: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      if (left <= 0) throw new Error('The process has ended.');
      return act(...args);
    };
  };
  const { followers, waves } = store;
  return {
    ...store,
    waves: { read: alive(waves.read), save: alive(waves.save) },
    followers: {
      ...followers,
      page: alive(followers.page),
      again: alive(followers.again),
      drop: alive(followers.drop),
      replace: alive(async (...args) => {
        left -= 1;
        return followers.replace(...args);
      }),
    },
  };
};

const run = async (count: number): Promise<readonly string[]> => {
  const country = findCountry('UA');
  if (!country) throw new Error('No country');
  const dynamo = await startDynamo();
  const telegram = await startTelegram({ token: people.token, bot: people.bot, limits: true });
  let clock = noon;
  const calls: Call[] = [];
  const aside = createDynamo(dynamo.config);
  const client = createDynamo({
    ...dynamo.config,
    onCall: call => calls.push(call),
    requestTimeoutMs: 30_000,
  });
  const id = randomUUID();
  const tables = { chats: `chats-${id}`, keys: `keys-${id}`, records: `records-${id}` };
  await createTables(aside, tables);
  const identity = createIdentity(['an-identity-secret-that-only-tests-use']);
  const store = openStore({ client, tables, identity, rules, now: () => clock });
  // What people write to the bot is of no interest here.
  await new Api(people.token, { apiRoot: telegram.url }).getUpdates({
    allowed_updates: ['callback_query'],
    timeout: 0,
  });
  const persons: Person[] = [];
  for (let n = 0; n < count; n += 1) {
    const person = telegram.user({ id: firstId + n, first_name: `Follower ${n}` });
    await person.start();
    if (hasBlocked(n)) await person.block();
    persons.push(person);
  }
  await writeFollowers(aside, tables, identity, count);
  await release(aside, tables, store);
  clock += 2 * minuteMs;
  calls.length = 0;
  const begin = clock;
  const realBegin = performance.now();
  const writesPerLife = Math.ceil((count * 0.9 * 2) / (crashes + 1));
  let ended = 0;
  let asked = 0;
  let refused = 0;
  const workerOf = (mortal: Store) =>
    createWorker(
      {
        store: mortal,
        identity,
        country,
        kept: { rejectedDays: 90, keyRecoveryDays: 7 },
        moderatorsChat: undefined,
        now: () => new Date(clock),
        log: createLog(() => {}),
      },
      {
        token: people.token,
        apiRoot: telegram.url,
        reminderHours: 12,
        pause: async ms => {
          clock += ms;
          telegram.advance(ms);
        },
      },
    );
  let worker = workerOf(dying(store, writesPerLife));
  let lastMs = begin;
  for (;;) {
    const minute = clock;
    telegram.calls.length = 0;
    await worker.tick();
    const sent = telegram.calls.filter(({ method }) => method === 'sendMessage');
    asked += sent.length;
    refused += sent.filter(({ error }) => error?.code === 429).length;
    if (sent.length > 0) lastMs = clock;
    const { running, again } = await store.waves.read();
    if (!running && !again) break;
    if (ended < crashes && (await isDead(store))) {
      ended += 1;
      worker = workerOf(ended < crashes ? dying(store, writesPerLife) : store);
    }
    const next = Math.max(clock, minute + minuteMs);
    telegram.advance(next - clock);
    clock = next;
  }
  const realSeconds = (performance.now() - realBegin) / 1000;
  const counts = { none: 0, once: 0, again: 0, wrong: 0 };
  for (const [n, person] of persons.entries()) {
    const news = person.messages().filter(({ text }) => text?.includes('New for what you follow'));
    const isSaid = news.slice(1).every(({ text }) => text?.includes(perhapsAgain));
    const should = isConcerned(n) && !hasBlocked(n);
    if (should && news.length === 0) counts.none += 1;
    if (news.length === 1) counts.once += 1;
    if (news.length > 1) counts.again += 1;
    if ((!should && news.length > 0) || !isSaid) counts.wrong += 1;
  }
  const kept = await countAll(store);
  await telegram.stop();
  client.destroy();
  aside.destroy();
  await dynamo.stop();
  const reads = calls.filter(({ command }) => /Get|Query/.test(command));
  const writes = calls.filter(one => !reads.includes(one));
  const units = (some: readonly Call[]) =>
    some.reduce((sum, { capacityUnits = 0 }) => sum + capacityUnits, 0);
  const minutes = (lastMs - begin) / minuteMs;
  const rate = asked / ((lastMs - begin) / 1000);
  return [
    digits(count),
    digits(minutes),
    digits(rate),
    mark(rate, perSecondMost),
    digits(asked),
    digits(refused),
    digits(ended),
    digits(counts.once),
    digits(counts.again),
    digits(counts.none),
    digits(counts.wrong),
    digits(count - kept),
    digits(reads.length),
    digits(units(reads)),
    digits(writes.length),
    digits(units(writes)),
    digits(realSeconds),
  ];
};

/** Whether a process ended without giving its lease back. */
const isDead = async (store: Store): Promise<boolean> => {
  const { leaseUntilMs, running } = await store.waves.read();
  return running !== undefined && leaseUntilMs > 0;
};

const countAll = async (store: Store): Promise<number> => {
  let after: string | undefined;
  let counted = 0;
  do {
    const page = await store.followers.page(after, 1000);
    counted += page.items.length;
    after = page.next;
  } while (after !== undefined);
  return counted;
};

const sizes = process.argv.slice(2).map(Number);
const rows: (readonly string[])[] = [];
for (const count of sizes.length > 0 ? sizes : [5_000]) rows.push(await run(count));
const head = [
  'followers',
  'minutes until the last',
  'messages a second',
  'budget',
  'Telegram calls',
  'of them 429',
  'crashes',
  'told once',
  'told again, and told so',
  'not told',
  'told wrongly',
  'forgotten, who had blocked',
  'DynamoDB reads',
  'read units',
  'writes',
  'write units',
  'seconds on this machine',
];
printTable(
  ['', ...rows.map(([count = '']) => `${count} followers`)],
  head.slice(1).map((name, at) => [name, ...rows.map(row => row[at + 1] ?? '')]),
);
