import { randomInt } from 'node:crypto';
import { defaultPolicy, type Policy } from '../policy.ts';
import { type Chats, createChats } from './chats/chats.ts';
import { createDigests, type Digests } from './chats/digests.ts';
import { createMembers, type Members } from './chats/members.ts';
import { createMigrations, type Migrations } from './chats/migrations.ts';
import { createNotices, type Notices } from './chats/notices.ts';
import type { Problems } from './chats/problems.ts';
import { createRateLimit, type RateLimit } from './chats/rate-limit.ts';
import type { ShownFiles } from './chats/shown-files.ts';
import type { StoreContext } from './dynamodb/context.ts';
import type { Corrections } from './records/corrections.ts';
import {
  createIncidentDecisions,
  createReportDecisions,
  type IncidentDecisions,
  type ReportDecisions,
} from './records/decisions.ts';
import type { Duplicates } from './records/duplicates.ts';
import type { Figures } from './records/figures.ts';
import type { Incidents } from './records/incidents.ts';
import { createMutes, type Mutes } from './records/mutes.ts';
import { createOwn, type Own } from './records/own.ts';
import type { Queue } from './records/queue.ts';
import { createReports, type Reports } from './records/reports.ts';

/**
 * Everything that is stored, by noun. A single item that cannot be read throws `CorruptItem`; lists skip it and say in
 * `unreadable` how many. Faults of DynamoDB and of the network are thrown as they are; `isRetryable` knows the transient
 * ones.
 */
export type Store = Readonly<{
  chats: Chats;
  members: Members;
  notices: Notices;
  rateLimit: RateLimit;
  digests: Digests;
  migrations: Migrations;
  problems: Problems;
  shownFiles: ShownFiles;
  reports: Reports & ReportDecisions;
  own: Own;
  queue: Queue;
  incidents: Incidents & IncidentDecisions;
  duplicates: Duplicates;
  corrections: Corrections;
  figures: Figures;
  mutes: Mutes;
}>;

/** Opens the store on tables that exist. `now` (milliseconds since 1970) decides what has expired. */
export const openStore = ({
  client,
  tables,
  identity,
  now = Date.now,
  rules = defaultPolicy,
  random = unguessable,
}: Pick<StoreContext, 'client' | 'tables' | 'identity'> &
  Readonly<{ now?: () => number; rules?: Policy; random?: () => number }>): Store => {
  const context = { client, tables, identity, now, rules, random };
  // What most updates do not need is loaded with its first call.
  const figures = async () => (await import('./records/figures.ts')).createFigures(context);
  const incidents = async () => (await import('./records/incidents.ts')).createIncidents(context);
  const problems = async () => (await import('./chats/problems.ts')).createProblems(context);
  const shownFiles = async () => (await import('./chats/shown-files.ts')).createShownFiles(context);
  const queue = async () => (await import('./records/queue.ts')).createQueue(context);
  const reports = { ...createReports(context), ...createReportDecisions(context) };
  return {
    chats: createChats(context),
    members: createMembers(context),
    notices: createNotices(context),
    rateLimit: createRateLimit(context),
    digests: createDigests(context),
    migrations: createMigrations(context),
    problems: {
      note: async (...request) => (await problems()).note(...request),
      noteSkipped: async (...request) => (await problems()).noteSkipped(...request),
      list: async () => (await problems()).list(),
      set: async (...request) => (await problems()).set(...request),
      solve: async (...request) => (await problems()).solve(...request),
    },
    shownFiles: {
      note: async file => (await shownFiles()).note(file),
      list: async until => (await shownFiles()).list(until),
      postpone: async file => (await shownFiles()).postpone(file),
      drop: async file => (await shownFiles()).drop(file),
    },
    reports,
    own: createOwn(context, reports),
    queue: {
      list: async (...request) => (await queue()).list(...request),
      size: async (...request) => (await queue()).size(...request),
      waitingAmong: async (...request) => (await queue()).waitingAmong(...request),
      claimedBy: async (...request) => (await queue()).claimedBy(...request),
    },
    incidents: {
      ...createIncidentDecisions(context),
      readShown: async (...request) => (await incidents()).readShown(...request),
      read: async (...request) => (await incidents()).read(...request),
      readWhole: async (...request) => (await incidents()).readWhole(...request),
      history: async (...request) => (await incidents()).history(...request),
      latest: async (...request) => (await incidents()).latest(...request),
      embargoed: async (...request) => (await incidents()).embargoed(...request),
      due: async (...request) => (await incidents()).due(...request),
      tallyDays: async (...request) => (await incidents()).tallyDays(...request),
      tallyMonths: async (...request) => (await incidents()).tallyMonths(...request),
      lastChange: async (...request) => (await incidents()).lastChange(...request),
    },
    duplicates: {
      suggest: async (...request) =>
        (await import('./records/duplicates.ts')).createDuplicates(context).suggest(...request),
    },
    corrections: {
      list: async request =>
        (await import('./records/corrections.ts')).createCorrections(context).list(request),
    },
    figures: {
      record: async (...request) => (await figures()).record(...request),
      retract: async (...request) => (await figures()).retract(...request),
      list: async () => (await figures()).list(),
      history: async (...request) => (await figures()).history(...request),
    },
    mutes: createMutes(context),
  };
};

const steps = 2 ** 47;
const unguessable = (): number => randomInt(steps) / steps;
