import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Identity } from '../../identity/identity.ts';
import type { Policy } from '../../policy.ts';
import type { TableNames } from './tables.ts';

/**
 * What every part of the store works with. `now`, in milliseconds since 1970, decides what has expired; `random`, from 0 to
 * below 1, when something is released.
 */
export type StoreContext = Readonly<{
  client: DynamoDBClient;
  tables: TableNames;
  /** What seals, wraps and opens. */
  identity: Identity;
  now: () => number;
  rules: Policy;
  random: () => number;
}>;

/** What reading the table of records alone needs. */
export type RecordsOnly = Pick<StoreContext, 'client'> &
  Readonly<{ tables: Pick<StoreContext['tables'], 'records'> }>;
