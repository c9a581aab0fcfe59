import type * as z from 'zod/mini';
import { createIdentity } from '../lib/identity/identity.ts';
import { createDynamo } from '../lib/store/dynamo.ts';
import { openStore } from '../lib/store/store.ts';
import type { Deps } from './context.ts';
import { type Environment, parameterNames, readEnvironment } from './environment.ts';
import { createLog } from './log.ts';
import { readParameters } from './parameters.ts';

/**
 * The environment of this process: its variables and, where PARAMETERS says so, what Parameter Store holds below that
 * path. Throws, saying what is missing or wrong, and shows no value.
 */
export const environmentOfProcess = async <Schema extends z.ZodMiniObject>(
  schema: Schema,
): Promise<z.output<Schema>> => {
  const { PARAMETERS: path, ...variables } = process.env;
  const kept = parameterNames.filter(name => name in schema.shape && variables[name] === undefined);
  const parameters = path && kept.length > 0 ? await readParameters(path, kept) : {};
  const reading = readEnvironment({ ...variables, ...parameters }, schema);
  if (reading.kind === 'valid') return reading.environment;
  throw new Error(`The environment is not complete.\n${reading.problems.join('\n')}`);
};

/** What every part of the bot works with, as the environment says. */
export const basicsOf = (
  environment: Pick<
    Environment,
    'CHATS_TABLE' | 'RECORDS_TABLE' | 'IDENTITY_SECRET' | 'COUNTRY' | 'MODERATORS_CHAT' | 'METRICS'
  >,
): Pick<Deps, 'store' | 'identity' | 'country' | 'moderatorsChat' | 'now' | 'log'> => ({
  store: openStore({
    client: createDynamo(),
    tables: { chats: environment.CHATS_TABLE, records: environment.RECORDS_TABLE },
  }),
  identity: createIdentity(environment.IDENTITY_SECRET),
  country: environment.COUNTRY,
  moderatorsChat: environment.MODERATORS_CHAT,
  now: () => new Date(),
  log: createLog(undefined, { namespace: environment.METRICS }),
});

/** What the bot of the three roles works with. */
export const depsOf = (environment: Environment): Omit<Deps, 'api'> => ({
  ...basicsOf(environment),
  operator: environment.OPERATOR,
  admins: environment.ADMINS,
});
