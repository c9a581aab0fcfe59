/**
 * `npm run restore -- -c stage=prod records keys --at 2026-11-23T09:15:00Z`: restores tables beside those in use, as they were
 * then (without `--at`: as late as can be), and prints what to put into cdk.json. `--from` names another stage, to move its
 * tables into this one's region.
 */
import {
  DescribeTableCommand,
  type DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { tableDefinitions } from '../../lib/store/dynamodb/tables.ts';
import { type Settings, stackTableOf } from '../cdk/settings.ts';
import { type TableNoun, tableNameOf, tableNouns, whenActive } from './account/tables.ts';
import { openDynamo, readCommand, runCommand, UsageError } from './command.ts';

type Restore = Readonly<{
  noun: TableNoun;
  /** The latest moment that can be restored unless given. */
  at?: Date | undefined;
  source: Readonly<{ settings: Settings; client: DynamoDBClient }>;
  target: Readonly<{ settings: Settings; client: DynamoDBClient }>;
  /** Distinguishes it from the table in use and from earlier ones. */
  suffix: string;
}>;

/** What cdk.json says of a restored table. */
type Restored = Readonly<{
  tableName: string;
  streamArn?: string | undefined;
  stackTable?: string | undefined;
}>;

/**
 * Restores one table and gives it what a restore leaves out: its stream, its own recovery, its protection. Indexes and items
 * are restored. Throws UsageError for a table without recovery.
 */
export const restoreTable = async ({ noun, at, source, target, suffix }: Restore): Promise<Restored> => {
  const { recovery, stream } = tableDefinitions[noun];
  if (recovery === 'none')
    throw new UsageError(`The table of ${noun} is in no backup, on purpose. Restore keys or records.`);
  const TableName = `svidok-${target.settings.stage}-${noun}-${suffix}`;
  const { client } = target;
  const { Table } = await source.client.send(
    new DescribeTableCommand({ TableName: tableNameOf(source.settings, noun) }),
  );
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableArn: Table?.TableArn,
      TargetTableName: TableName,
      RestoreDateTime: at,
      UseLatestRestorableTime: at ? undefined : true,
      BillingModeOverride: 'PAY_PER_REQUEST',
      SSESpecificationOverride: {
        Enabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: `alias/svidok-${target.settings.stage}`,
      },
    }),
  );
  await whenActive(client, TableName);
  await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true }));
  await whenActive(client, TableName);
  if (stream)
    await client.send(
      new UpdateTableCommand({
        TableName,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    );
  const { LatestStreamArn: streamArn } = await whenActive(client, TableName);
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName,
      PointInTimeRecoverySpecification: {
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: recovery === 'days' ? target.settings.keyRecoveryDays : 35,
      },
    }),
  );
  return {
    tableName: TableName,
    streamArn: stream ? streamArn : undefined,
    stackTable: stackTableOf(target.settings, noun),
  };
};

/** A moment as a person writes it; throws UsageError when it is none, or to come. */
export const momentOf = (text: string | undefined, now: Date = new Date()): Date | undefined => {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) || !(at < now))
    throw new UsageError(`"${text}" is no moment of the past, such as 2026-11-23T09:15:00Z.`);
  return at;
};

if (import.meta.main)
  await runCommand(async args => {
    const { settings, positionals, options } = await readCommand(args);
    const nouns = tableNouns.filter(noun => positionals.includes(noun));
    if (nouns.length === 0 || nouns.length < positionals.length)
      throw new UsageError('Name what to restore: npm run restore -- -c stage=… records keys --at …');
    const at = momentOf(options.at);
    const from = options.from ? (await readCommand(['-c', `stage=${options.from}`])).settings : settings;
    const suffix = new Date().toISOString().slice(0, 16).replace(/\D/g, '');
    const source = { settings: from, client: openDynamo(from) };
    const target = { settings, client: openDynamo(settings) };
    console.log('Restoring; this takes from minutes to hours …');
    const restored = await Promise.all(
      nouns.map(async noun => [noun, await restoreTable({ noun, at, source, target, suffix })] as const),
    );
    console.log(
      `Restored. In cdk.json, under the stage ${settings.stage} (keep what "restored" has of other tables):\n\n"restored": ${JSON.stringify(Object.fromEntries(restored), undefined, 2)}\n\nThen: npm run diff, npm run deploy`,
    );
    return true;
  });
