/** `npm run verify`: checks all histories, recounts everything, and prints what differs. Exits with 1 if anything does, with 2 on a failure. */
import { defaultPolicy } from '../../lib/policy.ts';
import { verify } from '../../lib/store/audit/verify.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { createTables, localTables, SetupError, startDynamo } from '../local/dynamodb.ts';

const dataFolder = process.env.DATA_FOLDER || '.data';

/** Verifies the table that RECORDS_TABLE names; without it that of `npm start`, whose DynamoDB runs meanwhile. */
const run = async (): Promise<number> => {
  const { RECORDS_TABLE: records } = process.env;
  if (records) return report(await verify({ client: createDynamo(), table: records, rules: defaultPolicy }));
  const dynamo = await startDynamo({ path: `${dataFolder}/dynamodb` });
  try {
    const client = createDynamo(dynamo.config);
    await createTables(client);
    return report(await verify({ client, table: localTables.records, rules: defaultPolicy }));
  } finally {
    await dynamo.stop();
  }
};

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
      differences.length === 0 ? 'all is as it must be.' : `${differences.length} differences.`
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
