import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Chats, chatsIn } from './chats.ts';
import { type Decisions, decisionsIn } from './decisions.ts';
import { type Incidents, incidentsIn } from './incidents.ts';
import { type Members, membersIn } from './members.ts';
import { type Notices, noticesIn } from './notices.ts';
import { type Reports, reportsIn } from './reports.ts';
import type { TableNames } from './tables.ts';

/**
 * Everything that is stored. Items read are checked: one that is not what was written throws `CorruptItem`. Faults of
 * DynamoDB and of the network are thrown as they are; `isRetryable` knows those that pass.
 */
export type Store = Chats & Reports & Decisions & Incidents & Members & Notices;

/** Opens the store on two tables that exist. `now` (milliseconds since 1970) decides what has expired. */
export const openStore = ({
  client,
  tables,
  now = Date.now,
}: Readonly<{ client: DynamoDBClient; tables: TableNames; now?: () => number }>): Store => {
  const room = { client, tables, now };
  return {
    ...chatsIn(room),
    ...reportsIn(room),
    ...decisionsIn(room),
    ...incidentsIn(room),
    ...membersIn(room),
    ...noticesIn(room),
  };
};
