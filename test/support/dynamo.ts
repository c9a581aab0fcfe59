import { randomUUID } from 'node:crypto';
import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { inject } from 'vitest';
import { createTables } from '../../infra/local/dynamodb.ts';
import { createIdentity, type Identity } from '../../lib/identity/identity.ts';
import type { Policy } from '../../lib/policy.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { marshal } from '../../lib/store/dynamodb/item.ts';
import type { TableNames } from '../../lib/store/dynamodb/tables.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { rules as sampleRules } from './samples.ts';

export type TestStore = Readonly<{
  client: DynamoDBClient;
  tables: TableNames;
  store: Store;
  /** All items of a table, as they are stored. */
  dump: (table: keyof TableNames) => Promise<readonly Record<string, unknown>[]>;
  /** Writes a table as it was when it was dumped, as a restore from a backup would. */
  restore: (table: keyof TableNames, items: readonly object[]) => Promise<void>;
}>;

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
});

export const testIdentity = createIdentity(['an-identity-secret-that-only-tests-use']);

/** A store on new, empty tables of the running DynamoDB Local. */
export const openTestStore = async ({
  now,
  client = createDynamo(dynamoConfig()),
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
  return { client, tables, store: openStore({ client, tables, identity, rules, now }), dump, restore };
};
