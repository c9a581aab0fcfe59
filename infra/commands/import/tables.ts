import { readFile } from 'node:fs/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { releasing } from '../../../bot/runtime/dependencies.ts';
import type { Country } from '../../../lib/country.ts';
import { createIdentity, type Identity } from '../../../lib/identity/identity.ts';
import { defaultPolicy, type Policy } from '../../../lib/policy.ts';
import { createDynamo } from '../../../lib/store/dynamodb/client.ts';
import type { TableNames } from '../../../lib/store/dynamodb/tables.ts';
import { openStore, type Store } from '../../../lib/store/store.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { people } from '../../local/demo-people.ts';
import { createTables, localTables, startDynamo } from '../../local/dynamodb.ts';
import { SetupError } from '../../local/setup-error.ts';
import { UsageError } from '../command.ts';

/** Tables to write to, and what their deployment decides by. */
type OpenTables = Readonly<{
  store: Store;
  identity: Identity;
  rules: Policy;
  /** Who are admins without being of the team: ADMINS as deployed, or the admin of the chat page. */
  admins: string;
  close: () => Promise<void>;
}>;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The tables that CHATS_TABLE, KEYS_TABLE and RECORDS_TABLE name, with IDENTITY_SECRET, APPROVALS and RELEASES as deployed; or
 * those of `npm start`, for which it starts DynamoDB.
 */
export const openTables = async (variables: Variables, country: Country): Promise<OpenTables> => {
  const {
    CHATS_TABLE: chats,
    KEYS_TABLE: keys,
    RECORDS_TABLE: records,
    IDENTITY_SECRET: secrets,
  } = variables;
  if (chats || keys || records) {
    if (!chats || !keys || !records || !secrets)
      throw new UsageError(
        'CHATS_TABLE, KEYS_TABLE, RECORDS_TABLE and IDENTITY_SECRET belong together: name all four.',
      );
    const rules = rulesOf(variables, country, 'batches');
    const opened = openOn(createDynamo(), { chats, keys, records }, secrets, rules);
    return { ...opened, admins: variables.ADMINS ?? '', close: async () => {} };
  }
  const folder = variables.DATA_FOLDER || '.data';
  const unlock = await openDataFolder(folder).catch(adviseOn);
  const dynamo = await startDynamo({ path: `${folder}/dynamodb` }).catch(adviseOn);
  const client = createDynamo({ ...dynamo.config, requestTimeoutMs: localTimeoutMs });
  await createTables(client);
  const local = secrets || (await readFile(`${folder}/identity-secret`, 'utf8').catch(() => '')).trim();
  const close = async () => {
    await dynamo.stop();
    await unlock();
  };
  if (local === '') {
    await close();
    throw new UsageError(`${folder} has no identity secret yet: run "npm start" once.`);
  }
  const rules = rulesOf(variables, country, variables.BOT_TOKEN ? 'batches' : 'immediate');
  // Without a bot of one's own the people are those of the chat page.
  const admins = variables.ADMINS ?? (variables.BOT_TOKEN ? '' : people.environment.ADMINS);
  return { ...openOn(client, localTables, local, rules), admins, close };
};

const adviseOn = (error: unknown): never => {
  throw error instanceof SetupError ? new UsageError(error.message) : error;
};

/** DynamoDB Local on a busy machine. */
const localTimeoutMs = 60_000;

const openOn = (
  client: DynamoDBClient,
  tables: TableNames,
  secrets: string,
  rules: Policy,
): Omit<OpenTables, 'admins' | 'close'> => {
  const identity = createIdentity(secrets.split(','));
  return { store: openStore({ client, tables, identity, rules }), identity, rules };
};

/** As the bot would have them. `usual`: how releases happen there when RELEASES does not say. */
const rulesOf = (
  { APPROVALS, RELEASES }: Variables,
  country: Country,
  usual: 'batches' | 'immediate',
): Policy => ({
  ...defaultPolicy,
  ...releasing({
    RELEASES: RELEASES === 'batches' || RELEASES === 'immediate' ? RELEASES : usual,
    COUNTRY: country,
  }),
  approvalsNeeded: APPROVALS === '2' ? 2 : 1,
});
