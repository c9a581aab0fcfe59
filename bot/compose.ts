import { createIdentity } from '../lib/identity/identity.ts';
import { createDynamo } from '../lib/store/dynamo.ts';
import { openStore } from '../lib/store/store.ts';
import type { Deps } from './context.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { createLog } from './log.ts';

/** The environment of this process, or an exception that says what is missing or wrong, and shows no value. */
export const environmentOfProcess = (): Environment => {
  const reading = readEnvironment(process.env);
  if (reading.kind === 'valid') return reading.environment;
  throw new Error(`The environment is not complete.\n${reading.problems.join('\n')}`);
};

/** What the bot works with, as the environment says. */
export const depsOf = (environment: Environment): Omit<Deps, 'api'> => ({
  store: openStore({
    client: createDynamo(),
    tables: { chats: environment.CHATS_TABLE, records: environment.RECORDS_TABLE },
  }),
  identity: createIdentity(environment.IDENTITY_SECRET),
  country: environment.COUNTRY,
  operator: environment.OPERATOR,
  admins: environment.ADMINS,
  moderatorsChat: environment.MODERATORS_CHAT,
  now: () => new Date(),
  log: createLog(),
});
