import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Rules, usualRules } from '../report/rules.ts';
import { type Changes, changesIn } from './changes.ts';
import { type Chats, chatsIn } from './chats.ts';
import { type Editing, editingIn } from './editing.ts';
import { type Figures, figuresIn } from './figures.ts';
import { type Incidents, incidentsIn } from './incidents.ts';
import { type Members, membersIn } from './members.ts';
import { type Mutes, mutesIn } from './mutes.ts';
import { type Notices, noticesIn } from './notices.ts';
import { type Pace, paceIn } from './pace.ts';
import { type Queue, queueIn } from './queue.ts';
import { type Reports, reportsIn } from './reports.ts';
import { type Review, reviewIn } from './review.ts';
import { type Suggestions, suggestionsIn } from './suggestions.ts';
import type { TableNames } from './tables.ts';

/**
 * Everything that is stored. Items read are checked: one that is not what was written throws `CorruptItem`. Faults of
 * DynamoDB and of the network are thrown as they are; `isRetryable` knows those that pass.
 */
export type Store = Chats &
  Reports &
  Queue &
  Review &
  Incidents &
  Editing &
  Suggestions &
  Changes &
  Figures &
  Members &
  Mutes &
  Notices &
  Pace;

/**
 * Opens the store on two tables that exist. `now` (milliseconds since 1970) decides what has expired; `rules`, how long
 * is waited before publishing, how many approve, and how long a claim lasts.
 */
export const openStore = ({
  client,
  tables,
  now = Date.now,
  rules = usualRules,
}: Readonly<{
  client: DynamoDBClient;
  tables: TableNames;
  now?: () => number;
  rules?: Rules;
}>): Store => {
  const room = { client, tables, now, rules };
  return {
    ...chatsIn(room),
    ...reportsIn(room),
    ...queueIn(room),
    ...reviewIn(room),
    ...incidentsIn(room),
    ...editingIn(room),
    ...suggestionsIn(room),
    ...changesIn(room),
    ...figuresIn(room),
    ...membersIn(room),
    ...mutesIn(room),
    ...noticesIn(room),
    ...paceIn(room),
  };
};
