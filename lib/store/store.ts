import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { defaultPolicy, type Policy } from '../policy.ts';
import { type Chats, createChats } from './chats/chats.ts';
import { createNotices, type Notices } from './chats/notices.ts';
import { createGroupChat, type GroupChat } from './chats/rate-limit.ts';
import type { TableNames } from './dynamodb/tables.ts';
import { type Corrections, createCorrections } from './records/corrections.ts';
import { createDuplicates, type Duplicates } from './records/duplicates.ts';
import { createFigures, type Figures } from './records/figures.ts';
import { createIncidentEdits, type IncidentEdits } from './records/incident-edits.ts';
import { createIncidents, type Incidents } from './records/incidents.ts';
import { createMembers, type Members } from './records/members.ts';
import { createMutes, type Mutes } from './records/mutes.ts';
import { createQueue, type Queue } from './records/queue.ts';
import { createReports, type Reports } from './records/reports.ts';
import { createReview, type Review } from './records/review.ts';

/**
 * Everything that is stored. Items read are checked: one that is not what was written throws `CorruptItem`. Faults of
 * DynamoDB and of the network are thrown as they are; `isRetryable` knows those that pass.
 */
export type Store = Readonly<{
  chats: Chats;
  reports: Reports & Review;
  queue: Queue;
  incidents: Incidents & IncidentEdits;
  duplicates: Duplicates;
  corrections: Corrections;
  figures: Figures;
  members: Members;
  mutes: Mutes;
  notices: Notices;
  groupChat: GroupChat;
}>;

/**
 * Opens the store on two tables that exist. `now` (milliseconds since 1970) decides what has expired; `rules`, how long
 * is waited before publishing, how many approve, and how long a claim lasts.
 */
export const openStore = ({
  client,
  tables,
  now = Date.now,
  rules = defaultPolicy,
}: Readonly<{
  client: DynamoDBClient;
  tables: TableNames;
  now?: () => number;
  rules?: Policy;
}>): Store => {
  const context = { client, tables, now, rules };
  return {
    chats: createChats(context),
    reports: { ...createReports(context), ...createReview(context) },
    queue: createQueue(context),
    incidents: { ...createIncidents(context), ...createIncidentEdits(context) },
    duplicates: createDuplicates(context),
    corrections: createCorrections(context),
    figures: createFigures(context),
    members: createMembers(context),
    mutes: createMutes(context),
    notices: createNotices(context),
    groupChat: createGroupChat(context),
  };
};
