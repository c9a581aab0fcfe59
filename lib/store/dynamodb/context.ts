import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Policy } from '../../policy.ts';
import type { TableNames } from './tables.ts';

/** What every part of the store works with. `now` is in milliseconds since 1970, and decides what has expired. */
export type StoreContext = Readonly<{
  client: DynamoDBClient;
  tables: TableNames;
  now: () => number;
  rules: Policy;
}>;
