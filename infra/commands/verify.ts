/**
 * `npm run verify`: checks all histories, recounts everything and prints what differs. Exits with 1 when anything does. With
 * `--erase` it first takes out again what was erased before Records or Keys were restored; with `--recount` it makes all tallies anew.
 */
import { readFile } from 'node:fs/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createIdentity } from '../../lib/identity/identity.ts';
import { countAgain } from '../../lib/store/audit/count-again.ts';
import { erasedIds, eraseKeys, revivedKeys } from '../../lib/store/audit/erased.ts';
import { verify } from '../../lib/store/audit/verify.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import type { TableNames } from '../../lib/store/dynamodb/tables.ts';
import { openStore } from '../../lib/store/store.ts';
import { createTables, localTables, startDynamo } from '../local/dynamodb.ts';
import { SetupError } from '../local/setup-error.ts';

const dataFolder = process.env.DATA_FOLDER || '.data';

/**
 * Verifies the tables that RECORDS_TABLE and KEYS_TABLE name, with IDENTITY_SECRET, or else those of `npm start`, for which it
 * starts DynamoDB.
 */
const run = async (): Promise<number> => {
  const { RECORDS_TABLE: records, KEYS_TABLE: keys, IDENTITY_SECRET: secrets } = process.env;
  if (records) {
    if (!keys || !secrets)
      throw new SetupError('RECORDS_TABLE needs KEYS_TABLE and IDENTITY_SECRET beside it.');
    const tables = { ...localTables, keys, records };
    return report(await verifyWith(createDynamo(), tables, secrets.split(',')));
  }
  const dynamo = await startDynamo({ path: `${dataFolder}/dynamodb` });
  try {
    const client = createDynamo(dynamo.config);
    await createTables(client);
    const local = secrets ?? (await readFile(`${dataFolder}/identity-secret`, 'utf8')).trim();
    return report(await verifyWith(client, localTables, local.split(',')));
  } finally {
    await dynamo.stop();
  }
};

const verifyWith = async (client: DynamoDBClient, tables: TableNames, secrets: readonly string[]) => {
  const identity = createIdentity(secrets);
  if (process.argv.includes('--erase')) {
    const { reports } = openStore({ client, tables, identity });
    const ids = await erasedIds({ client, tables });
    for (const id of ids) await reports.erase({ id, at: new Date().toISOString() });
    const keys = await revivedKeys({ client, tables });
    await eraseKeys({ client, tables, identity }, keys);
    console.log(`Erased again: ${ids.length + keys.length}.`);
  }
  if (process.argv.includes('--recount'))
    console.log(`Tallies made anew: ${await countAgain({ client, tables })}.`);
  return verify({ client, tables, identity });
};

/** Prints the result and returns the exit code. */
const report = ({
  chains,
  events,
  incidents,
  tallies,
  differences,
}: Awaited<ReturnType<typeof verify>>): number => {
  for (const { where, what } of differences) console.log(`${where} ${what}.`);
  console.log(
    `${chains} histories with ${events} events, ${incidents} incidents and ${tallies} tallies: ${
      differences.length === 0 ? 'no differences.' : `${differences.length} differences.`
    }`,
  );
  return differences.length === 0 ? 0 : 1;
};

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 2;
}
