import { randomInt } from 'node:crypto';
import { defaultPolicy, type Policy } from '../policy.ts';
import { type Chats, createChats } from './chats/chats.ts';
import { createDigests, type Digests } from './chats/digests.ts';
import type { Members } from './chats/members.ts';
import { createMigrations, type Migrations } from './chats/migrations.ts';
import type { Notices } from './chats/notices.ts';
import type { Pictures } from './chats/pictures.ts';
import type { Problems } from './chats/problems.ts';
import { createRateLimit, type RateLimit } from './chats/rate-limit.ts';
import type { ShownFiles } from './chats/shown-files.ts';
import type { IncidentDecisions, ReportDecisions } from './decisions/decisions.ts';
import type { Imports } from './decisions/imports.ts';
import type { Own } from './decisions/own.ts';
import type { StoreContext } from './dynamodb/context.ts';
import type { Followers } from './followers/followers.ts';
import type { NewsLog } from './followers/news.ts';
import type { Posts } from './followers/posts.ts';
import type { Waves } from './followers/waves.ts';
import type { Corrections } from './records/corrections.ts';
import type { Duplicates } from './records/duplicates.ts';
import type { Figures } from './records/figures.ts';
import type { Incidents } from './records/incidents.ts';
import type { Mutes } from './records/mutes.ts';
import type { Queue } from './records/queue.ts';
import type { Reports } from './records/reports.ts';

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
  pictures: Pictures;
  reports: Reports & ReportDecisions;
  own: Own;
  queue: Queue;
  incidents: Incidents & IncidentDecisions;
  duplicates: Duplicates;
  corrections: Corrections;
  figures: Figures;
  mutes: Mutes;
  imports: Imports;
  followers: Followers;
  news: NewsLog;
  waves: Waves;
  posts: Posts;
}>;

/**
 * Opens the store on tables that exist. `now` (milliseconds since 1970) decides what has expired. Long because it names what is
 * loaded when it is first called.
 */
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
  const reports = onDemand<Store['reports']>(
    async () => {
      const { createReportDecisions } = await import('./decisions/decisions.ts');
      const { createReports } = await import('./records/reports.ts');
      return { ...createReports(context), ...createReportDecisions(context) };
    },
    {
      submit: true,
      read: true,
      open: true,
      stored: true,
      outcome: true,
      ofReporter: true,
      own: true,
      history: true,
      rejectedBefore: true,
      claim: true,
      unclaim: true,
      claimNext: true,
      ask: true,
      edit: true,
      approve: true,
      reject: true,
      reopen: true,
      answer: true,
      amend: true,
      withdraw: true,
      erase: true,
    },
  );
  return {
    chats: createChats(context),
    members: onDemand(async () => (await import('./chats/members.ts')).createMembers(context), {
      list: true,
      read: true,
      add: true,
      setRole: true,
      rename: true,
      remove: true,
      noteExport: true,
      history: true,
    }),
    notices: onDemand(async () => (await import('./chats/notices.ts')).createNotices(context), {
      claim: true,
      finish: true,
      release: true,
      setCard: true,
      readCard: true,
      noteCopy: true,
      copiesOf: true,
    }),
    rateLimit: createRateLimit(context),
    digests: createDigests(context),
    migrations: createMigrations(context),
    problems: onDemand(async () => (await import('./chats/problems.ts')).createProblems(context), {
      note: true,
      noteSkipped: true,
      list: true,
      set: true,
      solve: true,
    }),
    shownFiles: onDemand(async () => (await import('./chats/shown-files.ts')).createShownFiles(context), {
      note: true,
      list: true,
      postpone: true,
      drop: true,
    }),
    pictures: onDemand(async () => (await import('./chats/pictures.ts')).createPictures(context), {
      read: true,
      note: true,
    }),
    reports,
    own: onDemand(async () => (await import('./decisions/own.ts')).createOwn(context, reports), {
      submit: true,
      list: true,
      find: true,
      read: true,
      answer: true,
      amend: true,
      withdraw: true,
    }),
    queue: onDemand(async () => (await import('./records/queue.ts')).createQueue(context), {
      list: true,
      size: true,
      waitingAmong: true,
      claimedBy: true,
    }),
    incidents: onDemand<Store['incidents']>(
      async () => {
        const { createIncidentDecisions } = await import('./decisions/decisions.ts');
        const { createIncidents } = await import('./records/incidents.ts');
        return { ...createIncidents(context), ...createIncidentDecisions(context) };
      },
      {
        readShown: true,
        read: true,
        readWhole: true,
        history: true,
        latest: true,
        embargoed: true,
        due: true,
        counted: true,
        countedInEach: true,
        countedOver: true,
        countedIn: true,
        amend: true,
        hold: true,
        retract: true,
        moveReports: true,
        merge: true,
        release: true,
      },
    ),
    duplicates: onDemand(async () => (await import('./records/duplicates.ts')).createDuplicates(context), {
      suggest: true,
    }),
    corrections: onDemand(async () => (await import('./records/corrections.ts')).createCorrections(context), {
      list: true,
    }),
    figures: onDemand(async () => (await import('./records/figures.ts')).createFigures(context), {
      record: true,
      retract: true,
      list: true,
      history: true,
    }),
    mutes: onDemand(async () => (await import('./records/mutes.ts')).createMutes(context), {
      set: true,
      has: true,
      history: true,
    }),
    imports: onDemand(async () => (await import('./decisions/imports.ts')).createImports(context), {
      known: true,
      bring: true,
      approvedAt: true,
      approvedWhen: true,
    }),
    followers: onDemand(async () => (await import('./followers/followers.ts')).createFollowers(context), {
      read: true,
      change: true,
      page: true,
      again: true,
      replace: true,
      drop: true,
      forget: true,
    }),
    news: onDemand(async () => (await import('./followers/news.ts')).createNewsLog(context), {
      note: true,
      head: true,
      list: true,
    }),
    waves: onDemand(async () => (await import('./followers/waves.ts')).createWaves(context), {
      read: true,
      save: true,
    }),
    posts: onDemand(async () => (await import('./followers/posts.ts')).createPosts(context), {
      readSeq: true,
      saveSeq: true,
      note: true,
      read: true,
    }),
  };
};

type Calls<Part> = { readonly [Name in keyof Part]: (...request: never[]) => Promise<unknown> };

/** A room of the store that is loaded with its first call. The compiler holds that `names` are all of its calls. */
const onDemand = <Part extends Calls<Part>>(
  load: () => Promise<Part>,
  names: Readonly<Record<keyof Part, true>>,
): Part =>
  Object.fromEntries(
    (Object.keys(names) as (keyof Part)[]).map(name => [
      name,
      async (...request: never[]) => (await load())[name](...request),
    ]),
  ) as Part;

const steps = 2 ** 47;
const unguessable = (): number => randomInt(steps) / steps;
