import type { Api } from 'grammy/web';
import type { Country } from '../../lib/country.ts';
import { createIdentity, type Identity } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import { defaultPolicy, type Policy, usualReleases } from '../../lib/policy.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import type { Environment } from './environment.ts';
import { createStartJob, type Jobs } from './jobs.ts';
import { createLog, type Log } from './log.ts';
import { withUnreadableNoted } from './unreadable.ts';

/**
 * How long things are kept, in days: rejected reports until they are erased, and deleted keys until no backup has them, after
 * which an erasure is final.
 */
export type Kept = Readonly<{ rejectedDays: number; keyRecoveryDays: number }>;

/** Everything that the bot works with, given from outside: nothing else in bot/ makes its own. */
export type Deps = Readonly<{
  api: Api;
  store: Store;
  identity: Identity;
  country: Country;
  /** Who runs this bot, as told to every witness. */
  operator: string;
  /** Telegram ids of the configured admins, who add the first members. */
  admins: ReadonlySet<number>;
  kept: Kept;
  /** The moderators' group, once there is one. */
  moderatorsChat: number | undefined;
  /** The public channel, and the language in which it is written, if there is one. */
  channel?: Readonly<{ id: number; locale: Locale }> | undefined;
  now: () => Date;
  log: Log;
  jobs: Jobs;
}>;

export type WorkerDeps = Omit<Deps, 'operator' | 'admins' | 'jobs'>;

/** The worker's dependencies, by its environment, except for `api`. */
export const createWorkerDeps = (
  environment: Pick<
    Environment,
    | 'CHATS_TABLE'
    | 'KEYS_TABLE'
    | 'RECORDS_TABLE'
    | 'IDENTITY_SECRET'
    | 'COUNTRY'
    | 'MODERATORS_CHAT'
    | 'CHANNEL'
    | 'CHANNEL_LANGUAGE'
    | 'APPROVALS'
    | 'RELEASES'
    | 'METRICS'
    | 'REJECTED_DAYS'
    | 'KEY_RECOVERY_DAYS'
  >,
): Omit<WorkerDeps, 'api'> => {
  const log = createLog(undefined, { namespace: environment.METRICS });
  const identity = createIdentity(environment.IDENTITY_SECRET);
  const store = openStore({
    client: createDynamo(),
    tables: {
      chats: environment.CHATS_TABLE,
      keys: environment.KEYS_TABLE,
      records: environment.RECORDS_TABLE,
    },
    identity,
    rules: {
      ...defaultPolicy,
      ...releasing(environment),
      approvalsNeeded: environment.APPROVALS === '2' ? 2 : 1,
    },
  });
  return {
    store: withUnreadableNoted(store, log),
    identity,
    country: environment.COUNTRY,
    kept: { rejectedDays: environment.REJECTED_DAYS, keyRecoveryDays: environment.KEY_RECOVERY_DAYS },
    moderatorsChat: environment.MODERATORS_CHAT,
    channel: channelOf(environment),
    now: () => new Date(),
    log,
  };
};

/** Without a language it speaks the country's first. */
const channelOf = ({
  CHANNEL: id,
  CHANNEL_LANGUAGE: locale,
  COUNTRY: { languages },
}: Pick<Environment, 'CHANNEL' | 'CHANNEL_LANGUAGE' | 'COUNTRY'>): Deps['channel'] =>
  id === undefined ? undefined : { id, locale: locale ?? languages[0] };

/** When incidents are released. `immediate` waits for nothing. */
export const releasing = ({
  RELEASES,
  COUNTRY: { zone, delay },
}: Pick<Environment, 'RELEASES' | 'COUNTRY'>): Pick<Policy, 'delay' | 'releases'> =>
  RELEASES === 'immediate'
    ? { releases: { kind: 'immediate' }, delay: { militaryMs: 0, otherMs: 0 } }
    : { releases: usualReleases(zone), delay };

/** The bot's dependencies, by its environment, except for `api`, which `createBot` makes. */
export const createDeps = (environment: Environment): Omit<Deps, 'api'> => ({
  ...createWorkerDeps(environment),
  operator: environment.OPERATOR,
  admins: environment.ADMINS,
  jobs: {
    export: createStartJob(environment.EXPORT_FUNCTION),
    picture: createStartJob(environment.PICTURES_FUNCTION),
  },
});
