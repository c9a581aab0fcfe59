import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { inject } from 'vitest';
import { createTables } from '../../../infra/local/dynamodb.ts';
import { createIdentity, type Identity } from '../../../lib/identity/identity.ts';
import type { Policy } from '../../../lib/policy.ts';
import { createDynamo } from '../../../lib/store/dynamodb/client.ts';
import { marshal, rawKey } from '../../../lib/store/dynamodb/item.ts';
import type { Key } from '../../../lib/store/dynamodb/keys.ts';
import type { TableNames } from '../../../lib/store/dynamodb/tables.ts';
import { openStore, type Store } from '../../../lib/store/store.ts';
import { rules as sampleRules } from '../samples/samples.ts';
import type { Line } from './line.ts';

export type TestStore = Readonly<{
  client: DynamoDBClient;
  tables: TableNames;
  store: Store;
  /** All items of a table, as they are stored. */
  dump: (table: keyof TableNames) => Promise<readonly Record<string, unknown>[]>;
  /** Writes a table as it was when it was dumped, as a restore from a backup would. */
  restore: (table: keyof TableNames, items: readonly object[]) => Promise<void>;
  /** Makes an item one that this release cannot read: of a later release unless it says how else. */
  spoil: Spoil;
}>;

type Spoil = (key: Key, table?: keyof TableNames, how?: 'later' | 'damaged') => Promise<void>;

/**
 * DynamoDB Local keeps a database for each access key. One for each test file: they wait for each other no more, and none
 * grows slow with the tables of all the others.
 */
const accessKeyId = randomUUID().replaceAll('-', '');

/** What `createDynamo` needs to reach the DynamoDB Local of this test run. */
export const dynamoConfig = () => ({
  endpoint: inject('dynamoEndpoint'),
  region: 'local',
  credentials: { accessKeyId, secretAccessKey: 'local' },
  // No call fails for a machine that is busy with other tests.
  requestTimeoutMs: 30_000,
});

type Write = Readonly<{
  TableName?: string;
  RequestItems?: object;
  TransactItems?: readonly Readonly<Record<string, Readonly<{ TableName?: string }>>>[];
}>;

/** Emits the name of a table after each write to it by a client of `createTestClient`. */
const written = new EventEmitter();
written.setMaxListeners(0);

/** A client of the running DynamoDB Local, over a line that may break, whose writes wake the followers of streams. */
export const createTestClient = (line?: Line): DynamoDBClient => {
  const client = createDynamo(dynamoConfig());
  if (line)
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        args =>
          line.carry(commandName.replace(/Command$/, ''), () => next(args)),
      { step: 'initialize', name: 'breakLine', priority: 'high' },
    );
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async args => {
        const { TableName, RequestItems, TransactItems } = args.input as Write;
        try {
          return await next(args);
        } finally {
          if (/Put|Update|Delete|Write/.test(commandName))
            for (const table of new Set([
              TableName,
              ...Object.keys(RequestItems ?? {}),
              ...(TransactItems ?? []).flatMap(Object.values).map(item => item.TableName),
            ]))
              written.emit(table ?? '');
        }
      },
    { step: 'initialize', name: 'tellOfWrites' },
  );
  return client;
};

/**
 * What `followStream` waits for between two looks at the stream: a write to the table, so that nothing is read while
 * nothing happens. Looks now and then anyhow: a shard may have ended.
 */
export const writesTo = (table: string): ((signal: AbortSignal) => Promise<unknown>) => {
  let since = 0;
  written.on(table, () => {
    since += 1;
  });
  return async signal => {
    if (since === 0)
      await once(written, table, { signal: AbortSignal.any([signal, AbortSignal.timeout(500)]) });
    since = 0;
  };
};

export const testIdentity = createIdentity(['an-identity-secret-that-only-tests-use']);

/** A store on new, empty tables of the running DynamoDB Local. */
export const openTestStore = async ({
  now,
  client = createTestClient(),
  rules = sampleRules,
  identity = testIdentity,
}: Readonly<{
  now?: () => number;
  client?: DynamoDBClient;
  rules?: Policy;
  identity?: Identity;
}> = {}): Promise<TestStore> => {
  const id = randomUUID();
  const tables = { chats: `chats-${id}`, keys: `keys-${id}`, records: `records-${id}` };
  await createTables(client, tables);
  const dump = async (table: keyof TableNames) => {
    const items: Record<string, unknown>[] = [];
    let start: Record<string, never> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: tables[table], ExclusiveStartKey: start, ConsistentRead: true }),
      );
      items.push(...(page.Items ?? []).map(item => unmarshall(item)));
      start = page.LastEvaluatedKey as typeof start;
    } while (start);
    return items;
  };
  const writeAll = async (table: keyof TableNames, writes: readonly WriteRequest[]): Promise<void> => {
    for (let from = 0; from < writes.length; from += 25)
      await client.send(
        new BatchWriteItemCommand({ RequestItems: { [tables[table]]: writes.slice(from, from + 25) } }),
      );
  };
  const restore = async (table: keyof TableNames, items: readonly object[]): Promise<void> => {
    const present = await dump(table);
    await writeAll(
      table,
      present.map(({ pk, sk }) => ({ DeleteRequest: { Key: marshal({ pk, sk }) } })),
    );
    await writeAll(
      table,
      items.map(item => ({ PutRequest: { Item: marshal(item) } })),
    );
  };
  const spoil: Spoil = async (key, table = 'records', how = 'later') => {
    // Damaged: of no kind that there ever was.
    const shape = how === 'later' ? 'anything.999' : 'damaged';
    await client.send(
      new UpdateItemCommand({
        TableName: tables[table],
        Key: rawKey(key),
        UpdateExpression: 'SET #shape = :shape',
        ConditionExpression: 'attribute_exists(#shape)',
        ExpressionAttributeNames: { '#shape': 'shape' },
        ExpressionAttributeValues: { ':shape': { S: shape } },
      }),
    );
  };
  const store = openStore({ client, tables, identity, rules, now });
  return { client, tables, store, dump, restore, spoil };
};
