import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteBackupCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListBackupsCommand,
  ListTablesCommand,
  ResourceNotFoundException,
  ScanCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { type TableNames, tableDefinitions } from '../../../lib/store/dynamodb/tables.ts';
import { type Settings, stackTableOf } from '../../cdk/settings.ts';

export type TableNoun = keyof TableNames;
export const tableNouns = Object.keys(tableDefinitions) as readonly TableNoun[];

/** The table in use: the stack's own, or the one that cdk.json names instead. */
export const tableNameOf = ({ stage, restored }: Settings, noun: TableNoun): string =>
  restored[noun]?.tableName ?? `svidok-${stage}-${noun}`;

/** The first table in use that holds anything; undefined when all are empty, or not there. */
export const findData = async (client: DynamoDBClient, settings: Settings): Promise<string | undefined> => {
  for (const noun of tableNouns) {
    const TableName = tableNameOf(settings, noun);
    const found = await client.send(new ScanCommand({ TableName, Limit: 1 })).catch(absentAs(undefined));
    if (found?.Items && found.Items.length > 0) return TableName;
  }
  return undefined;
};

/** A backup that nobody can delete, and when AWS does. */
export type Leftover = Readonly<{ table: string; until: Date | undefined }>;

/**
 * Deletes the tables of a stage that are not (or no longer) in its stack: restored ones, and those that they replaced. Recovery
 * is switched off first, because a table that is deleted with it leaves a backup.
 */
export const removeStrayTables = async (client: DynamoDBClient, settings: Settings): Promise<void> => {
  const inStack = new Set(
    tableNouns.map(noun => stackTableOf(settings, noun) ?? `svidok-${settings.stage}-${noun}`),
  );
  for (const TableName of await findTables(client, settings)) {
    if (inStack.has(TableName)) continue;
    await client.send(
      new UpdateContinuousBackupsCommand({
        TableName,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
      }),
    );
    await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
    await whenActive(client, TableName);
    await client.send(new DeleteTableCommand({ TableName }));
  }
};

/** Names of tables of this stage and no other: a stage's name has no dash. */
const isOfStage = ({ stage }: Settings, name: string): boolean =>
  tableNouns.some(noun => name === `svidok-${stage}-${noun}` || name.startsWith(`svidok-${stage}-${noun}-`));

const findTables = async (client: DynamoDBClient, settings: Settings): Promise<readonly string[]> => {
  const names: string[] = [];
  let start: string | undefined;
  do {
    const page = await client.send(new ListTablesCommand({ ExclusiveStartTableName: start }));
    names.push(...(page.TableNames ?? []));
    start = page.LastEvaluatedTableName;
  } while (start !== undefined);
  return names.filter(name => isOfStage(settings, name));
};

/** Deletes every backup of a stage's tables. Returns those of earlier deletions, which AWS keeps for up to 35 days. */
export const removeBackups = async (
  client: DynamoDBClient,
  settings: Settings,
): Promise<readonly Leftover[]> => {
  const left: Leftover[] = [];
  let start: string | undefined;
  do {
    const page = await client.send(
      new ListBackupsCommand({ BackupType: 'ALL', ExclusiveStartBackupArn: start }),
    );
    for (const {
      TableName: table = '',
      BackupArn,
      BackupType,
      BackupExpiryDateTime,
    } of page.BackupSummaries ?? []) {
      if (!isOfStage(settings, table)) continue;
      // Those of the system cannot be deleted.
      if (BackupType === 'SYSTEM') left.push({ table, until: BackupExpiryDateTime });
      else await client.send(new DeleteBackupCommand({ BackupArn }));
    }
    start = page.LastEvaluatedBackupArn;
  } while (start !== undefined);
  return left;
};

const firstLookMs = 100;
const longestBetweenMs = 10_000;

/** Waits until a table may be changed, however long that takes: a restore takes from minutes to hours. */
export const whenActive = async (client: DynamoDBClient, TableName: string) => {
  for (let betweenMs = firstLookMs; ; betweenMs = Math.min(2 * betweenMs, longestBetweenMs)) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus === 'ACTIVE') return Table;
    await pause(betweenMs);
  }
};

const absentAs =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (error instanceof ResourceNotFoundException) return value;
    throw error;
  };
