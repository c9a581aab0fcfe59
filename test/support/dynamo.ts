import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { inject } from 'vitest';
import { createTables } from '../../infra/local/dynamodb.ts';
import { createIdentity, type Identity } from '../../lib/identity/identity.ts';
import type { Policy } from '../../lib/policy.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import type { TableNames } from '../../lib/store/dynamodb/tables.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { rules as sampleRules } from './samples.ts';

export type TestStore = Readonly<{
  client: DynamoDBClient;
  tables: TableNames;
  store: Store;
  /** All items of a table, as they are stored. */
  dump: (table: keyof TableNames) => Promise<readonly Record<string, unknown>[]>;
}>;

/** What `createDynamo` needs to reach the DynamoDB Local of this test run. */
export const dynamoConfig = () => ({
  endpoint: inject('dynamoEndpoint'),
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
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
  return { client, tables, store: openStore({ client, tables, identity, rules, now }), dump };
};
