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
import {
  createIncidentDecisions,
  createReportDecisions,
  type IncidentDecisions,
  type ReportDecisions,
} from './decisions/decisions.ts';
import { createOwn, type Own } from './decisions/own.ts';
import type { StoreContext } from './dynamodb/context.ts';
import type { Corrections } from './records/corrections.ts';
import type { Duplicates } from './records/duplicates.ts';
import type { Figures } from './records/figures.ts';
import type { Incidents } from './records/incidents.ts';
import { createMutes, type Mutes } from './records/mutes.ts';
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
  const reports = { ...createReports(context), ...createReportDecisions(context) };
  const problems = async () => (await import('./chats/problems.ts')).createProblems(context);
  const shownFiles = async () => (await import('./chats/shown-files.ts')).createShownFiles(context);
  const queue = async () => (await import('./records/queue.ts')).createQueue(context);
  const incidents = async () => (await import('./records/incidents.ts')).createIncidents(context);
  const duplicates = async () => (await import('./records/duplicates.ts')).createDuplicates(context);
  const corrections = async () => (await import('./records/corrections.ts')).createCorrections(context);
  const figures = async () => (await import('./records/figures.ts')).createFigures(context);
  return {
    chats: createChats(context),
    members: createMembers(context),
    notices: createNotices(context),
    rateLimit: createRateLimit(context),
    digests: createDigests(context),
    migrations: createMigrations(context),
    problems: lazily(problems, ['note', 'noteSkipped', 'list', 'set', 'solve']),
    shownFiles: lazily(shownFiles, ['note', 'list', 'postpone', 'drop']),
    reports,
    own: createOwn(context, reports),
    queue: lazily(queue, ['list', 'size', 'waitingAmong', 'claimedBy']),
    incidents: {
      ...createIncidentDecisions(context),
      ...lazily(incidents, ['readShown', 'read', 'readWhole', 'history', 'latest', 'embargoed', 'due']),
      ...lazily(incidents, ['tallyDays', 'tallyMonths', 'lastChange']),
    },
    duplicates: lazily(duplicates, ['suggest']),
    corrections: lazily(corrections, ['list']),
    figures: lazily(figures, ['record', 'retract', 'list', 'history']),
    mutes: createMutes(context),
  };
};

/** Operations that most updates do not need: what does them is loaded with the first call. */
const lazily = <Operations, Name extends keyof Operations>(
  load: () => Promise<Operations>,
  names: readonly Name[],
): Pick<Operations, Name> => {
  const later =
    (name: Name) =>
    async (...request: unknown[]) =>
      ((await load())[name] as (...given: unknown[]) => unknown)(...request);
  return Object.fromEntries(names.map(name => [name, later(name)])) as Pick<Operations, Name>;
};

const steps = 2 ** 47;
const unguessable = (): number => randomInt(steps) / steps;
