import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Rules, usualRules } from '../policy.ts';
import { type Chats, chatsIn } from './chats/chats.ts';
import { type Notices, noticesIn } from './chats/notices.ts';
import { type Pace, paceIn } from './chats/rate-limit.ts';
import type { TableNames } from './dynamodb/tables.ts';
import { type Changes, changesIn } from './records/corrections.ts';
import { type Suggestions, suggestionsIn } from './records/duplicates.ts';
import { type Figures, figuresIn } from './records/figures.ts';
import { type Editing, editingIn } from './records/incident-edits.ts';
import { type Incidents, incidentsIn } from './records/incidents.ts';
import { type Members, membersIn } from './records/members.ts';
import { type Mutes, mutesIn } from './records/mutes.ts';
import { type Queue, queueIn } from './records/queue.ts';
import { type Reports, reportsIn } from './records/reports.ts';
import { type Review, reviewIn } from './records/review.ts';

/**
 * Everything that is stored. Items read are checked: one that is not what was written throws `CorruptItem`. Faults of
 * DynamoDB and of the network are thrown as they are; `isRetryable` knows those that pass.
 */
export type Store = Readonly<{
  chats: Chats;
  reports: Reports & Review;
  queue: Queue;
  incidents: Incidents & Editing;
  duplicates: Suggestions;
  corrections: Changes;
  figures: Figures;
  members: Members;
  mutes: Mutes;
  notices: Notices;
  groupChat: Pace;
}>;

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
    chats: chatsIn(room),
    reports: { ...reportsIn(room), ...reviewIn(room) },
    queue: queueIn(room),
    incidents: { ...incidentsIn(room), ...editingIn(room) },
    duplicates: suggestionsIn(room),
    corrections: changesIn(room),
    figures: figuresIn(room),
    members: membersIn(room),
    mutes: mutesIn(room),
    notices: noticesIn(room),
    groupChat: paceIn(room),
  };
};
