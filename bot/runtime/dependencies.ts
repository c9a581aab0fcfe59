import { createIdentity } from '../../lib/identity/identity.ts';
import { defaultPolicy } from '../../lib/policy.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { openStore } from '../../lib/store/store.ts';
import type { Deps } from '../context.ts';
import type { Environment } from './environment.ts';
import { createLog } from './log.ts';

/** What every part of the bot works with, as the environment says. */
export const createWorkerDeps = (
  environment: Pick<
    Environment,
    | 'CHATS_TABLE'
    | 'RECORDS_TABLE'
    | 'IDENTITY_SECRET'
    | 'COUNTRY'
    | 'MODERATORS_CHAT'
    | 'APPROVALS'
    | 'METRICS'
  >,
): Pick<Deps, 'store' | 'identity' | 'country' | 'moderatorsChat' | 'now' | 'log'> => ({
  store: openStore({
    client: createDynamo(),
    tables: { chats: environment.CHATS_TABLE, records: environment.RECORDS_TABLE },
    rules: {
      ...defaultPolicy,
      delay: environment.COUNTRY.delay,
      approvalsNeeded: environment.APPROVALS === '2' ? 2 : 1,
    },
  }),
  identity: createIdentity(environment.IDENTITY_SECRET),
  country: environment.COUNTRY,
  moderatorsChat: environment.MODERATORS_CHAT,
  now: () => new Date(),
  log: createLog(undefined, { namespace: environment.METRICS }),
});

/** What the bot of the three roles works with. */
export const createDeps = (environment: Environment): Omit<Deps, 'api'> => ({
  ...createWorkerDeps(environment),
  operator: environment.OPERATOR,
  admins: environment.ADMINS,
});
