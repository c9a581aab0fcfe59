/** `npm run verify`: walks all histories, counts everything again, and says what differs. Exits with 1 when anything does. */
import { defaultPolicy } from '../../lib/policy.ts';
import { verify } from '../../lib/store/audit/verify.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { createTables, localTables, startDynamo } from '../local/dynamodb.ts';
import { SetupError } from '../local/setup-error.ts';

const dataFolder = process.env.DATA_FOLDER || '.data';

/** The table that RECORDS_TABLE names; without it the one of `npm start`, whose DynamoDB is started for the while. */
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
