/** `npm run verify`: checks all histories, recounts everything and prints what differs. Exits with 1 when anything does. */
import { verify } from '../../lib/store/audit/verify.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { createTables, localTables, startDynamo } from '../local/dynamodb.ts';
import { SetupError } from '../local/setup-error.ts';

const dataFolder = process.env.DATA_FOLDER || '.data';

/** Verifies the table that RECORDS_TABLE names, or else that of `npm start`, for which it starts DynamoDB. */
const run = async (): Promise<number> => {
  const { RECORDS_TABLE: records } = process.env;
  if (records) return report(await verify({ client: createDynamo(), table: records }));
  const dynamo = await startDynamo({ path: `${dataFolder}/dynamodb` });
  try {
    const client = createDynamo(dynamo.config);
    await createTables(client);
    return report(await verify({ client, table: localTables.records }));
  } finally {
    await dynamo.stop();
  }
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
