import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readSettings, type Settings } from '../../../../infra/cdk/settings.ts';
import { findData, tableNameOf } from '../../../../infra/commands/account/tables.ts';
import { destroy, lineOf } from '../../../../infra/commands/destroy.ts';
import { momentOf, restoreTable } from '../../../../infra/commands/restore.ts';
import { createTables } from '../../../../infra/local/dynamodb.ts';
import { createDynamo } from '../../../../lib/store/dynamodb/client.ts';
import { openStore } from '../../../../lib/store/store.ts';
import { type AwsServer, startAwsServer } from '../../../support/aws/aws.ts';
import { dynamoConfig, testIdentity } from '../../../support/database/dynamo.ts';

type Table = { arn: string; stream: boolean; protected: boolean; recovery: number; changing: number };
type Input = Readonly<{
  TableName?: string;
  TargetTableName?: string;
  ExclusiveStartTableName?: string;
  BackupArn?: string;
  DeletionProtectionEnabled?: boolean;
  StreamSpecification?: object;
  PointInTimeRecoverySpecification?: Readonly<{
    PointInTimeRecoveryEnabled: boolean;
    RecoveryPeriodInDays?: number;
  }>;
}>;

/**
 * The part of DynamoDB that restores and deletes, which DynamoDB Local does not have. It is as strict as AWS's. Long because
 * it is a list of actions, each short.
 */
const startControl = async (names: readonly string[], region = 'eu-central-1') => {
  const arnOf = (name: string) => `arn:aws:dynamodb:${region}:123456789012:table/${name}`;
  const made = (name: string, more: Partial<Table> = {}): Table => ({
    arn: arnOf(name),
    stream: false,
    protected: false,
    recovery: 0,
    changing: 2,
    ...more,
  });
  const tables = new Map(
    names.map(name => [name, made(name, { stream: true, protected: true, recovery: 35, changing: 0 })]),
  );
  const backups: {
    TableName: string;
    BackupType: string;
    BackupArn: string;
    BackupExpiryDateTime?: number;
  }[] = [];
  const named = (input: Input): Table => {
    const table = tables.get(String(input.TableName));
    if (!table) throw new Error(`There is no table ${input.TableName}.`);
    return table;
  };
  const changeable = (input: Input): Table => {
    const table = named(input);
    if (table.changing > 0) throw new Error('ResourceInUseException');
    table.changing = 1;
    return table;
  };
  const server = await startAwsServer({
    DescribeTable: (input: Input) => {
      const table = named(input);
      table.changing -= 1;
      return {
        Table: {
          TableArn: table.arn,
          TableStatus: table.changing >= 0 ? 'UPDATING' : 'ACTIVE',
          LatestStreamArn: table.stream ? `${table.arn}/stream/1` : undefined,
        },
      };
    },
    RestoreTableToPointInTime: (input: Input) => {
      tables.set(String(input.TargetTableName), made(String(input.TargetTableName)));
      return {};
    },
    UpdateTable: (input: Input) => {
      const table = changeable(input);
      const { DeletionProtectionEnabled: isProtected, StreamSpecification: stream } = input;
      if (isProtected !== undefined) table.protected = isProtected;
      if (stream !== undefined) table.stream = true;
      return {};
    },
    UpdateContinuousBackups: (input: Input) => {
      const { PointInTimeRecoveryEnabled: on = false, RecoveryPeriodInDays: days = 35 } =
        input.PointInTimeRecoverySpecification ?? {};
      named(input).recovery = on ? days : 0;
      return {};
    },
    ListTables: ({ ExclusiveStartTableName: after }: Input) => {
      // Two a page.
      const sorted = [...tables.keys()].sort().filter(name => after === undefined || name > after);
      return {
        TableNames: sorted.slice(0, 2),
        LastEvaluatedTableName: sorted.length > 2 ? sorted[1] : undefined,
      };
    },
    DeleteTable: (input: Input) => {
      const table = named(input);
      if (table.protected) throw new Error('ValidationException');
      if (table.recovery > 0)
        backups.push({ TableName: String(input.TableName), BackupType: 'SYSTEM', BackupArn: 'system' });
      tables.delete(String(input.TableName));
      return {};
    },
    ListBackups: () => ({ BackupSummaries: backups }),
    DeleteBackup: ({ BackupArn }: Input) => {
      backups.splice(
        backups.findIndex(backup => backup.BackupArn === BackupArn),
        1,
      );
      return {};
    },
  });
  onTestFinished(server.stop);
  return { tables, backups, server, client: clientOf(server) };
};

const clientOf = ({ url: endpoint }: AwsServer) =>
  createDynamo({ endpoint, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });

const settingsOf = (stage: string, more: object = {}): Settings =>
  readSettings(
    key =>
      ({ stage, stages: { [stage]: { region: 'eu-central-1', country: 'UA', operator: 'tests', ...more } } })[
        key
      ],
  );

describe('npm run restore', () => {
  it('restores beside the table in use, with all that a restore leaves out, and says what cdk.json needs', async () => {
    const { tables, server, client } = await startControl(['svidok-prod-records', 'svidok-prod-keys']);
    const settings = settingsOf('prod');
    const restore = (noun: 'records' | 'keys') =>
      restoreTable({
        noun,
        at: new Date('2026-11-23T09:15:00Z'),
        source: { settings, client },
        target: { settings, client },
        suffix: '202611230930',
      });
    const records = await restore('records');
    const keys = await restore('keys');
    expect(records).toEqual({
      tableName: 'svidok-prod-records-202611230930',
      streamArn: 'arn:aws:dynamodb:eu-central-1:123456789012:table/svidok-prod-records-202611230930/stream/1',
    });
    expect(keys).toEqual({ tableName: 'svidok-prod-keys-202611230930' });
    expect(tables.get(records.tableName)).toMatchObject({ stream: true, protected: true, recovery: 35 });
    expect(tables.get(keys.tableName)).toMatchObject({ stream: false, protected: true, recovery: 7 });
    expect(server.calls.find(({ action }) => action === 'RestoreTableToPointInTime')?.input).toEqual({
      SourceTableArn: 'arn:aws:dynamodb:eu-central-1:123456789012:table/svidok-prod-records',
      TargetTableName: 'svidok-prod-records-202611230930',
      RestoreDateTime: Date.parse('2026-11-23T09:15:00Z') / 1000,
      BillingModeOverride: 'PAY_PER_REQUEST',
      SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'alias/svidok-prod' },
    });
    // What it prints is what cdk.json takes.
    const restored = JSON.parse(JSON.stringify({ records, keys }));
    expect(tableNameOf(settingsOf('prod', { restored }), 'records')).toBe(records.tableName);
  });

  it("moves a table into another stage's region, under that stage's key, and restores what was restored before", async () => {
    const there = await startControl(['svidok-prod-records-1'], 'eu-central-1');
    const here = await startControl([], 'eu-west-1');
    const restored = await restoreTable({
      noun: 'records',
      source: {
        settings: settingsOf('prod', {
          restored: { records: { tableName: 'svidok-prod-records-1', streamArn: 'arn:aws:a' } },
        }),
        client: there.client,
      },
      target: { settings: settingsOf('prod2'), client: here.client },
      suffix: '1',
    });
    expect(restored.tableName).toBe('svidok-prod2-records-1');
    expect(here.server.calls[0]?.input).toMatchObject({
      SourceTableArn: 'arn:aws:dynamodb:eu-central-1:123456789012:table/svidok-prod-records-1',
      UseLatestRestorableTime: true,
      SSESpecificationOverride: { KMSMasterKeyId: 'alias/svidok-prod2' },
    });
  });

  it('says that chats are in no backup', async () => {
    const { client } = await startControl([]);
    const place = { settings: settingsOf('prod'), client };
    await expect(restoreTable({ noun: 'chats', source: place, target: place, suffix: '1' })).rejects.toThrow(
      /in no backup/,
    );
  });

  it.each(['yesterday', '2026-11-23', '2026-11-23T09:15:00', '2999-01-01T00:00:00Z'])(
    'takes "%s" for no moment',
    text => {
      expect(() => momentOf(text)).toThrow(/no moment of the past/);
    },
  );
});

describe('npm run destroy', () => {
  const steps: string[] = [];
  beforeEach(() => {
    steps.length = 0;
  });

  it('keeps the data', async () => {
    await destroy(settingsOf('dev'), { cdk: async args => void steps.push(args.join(' ')) });
    expect(steps).toEqual(['destroy svidok-dev-operations svidok-dev-bot --exclusively']);
  });

  it('with the data leaves no table and no backup that can be removed, and nothing of another stage is touched', async () => {
    const others = ['svidok-dev2-records', 'svidok-prod-records', 'svidok-devices'];
    const own = ['svidok-dev-chats', 'svidok-dev-keys', 'svidok-dev-records'];
    const strays = ['svidok-dev-records-202611230930', 'svidok-dev-keys-1'];
    const { tables, backups, client } = await startControl([...others, ...own, ...strays]);
    backups.push(
      { TableName: 'svidok-dev-records', BackupType: 'USER', BackupArn: 'mine' },
      { TableName: 'svidok-prod-records', BackupType: 'USER', BackupArn: 'theirs' },
      {
        TableName: 'svidok-dev-records',
        BackupType: 'SYSTEM',
        BackupArn: 'older',
        BackupExpiryDateTime: Date.parse('2026-12-30T00:00:00Z') / 1000,
      },
    );
    const left = await destroy(settingsOf('dev'), {
      cdk: async args => {
        steps.push(args.join(' '));
        // What CloudFormation does: strays are gone before their key is.
        if (args[0] === 'destroy' && args[1] === 'svidok-dev-data') {
          expect([...tables.keys()].filter(name => strays.includes(name))).toEqual([]);
          for (const name of own) tables.delete(name);
        }
      },
      dynamo: client,
    });
    expect(steps.map(step => step.split(' ').slice(0, 2).join(' '))).toEqual([
      'destroy svidok-dev-operations',
      'deploy svidok-dev-data',
      'destroy svidok-dev-data',
    ]);
    expect([...tables.keys()].sort()).toEqual([...others].sort());
    expect(backups.map(({ BackupArn }) => BackupArn).sort()).toEqual(['older', 'theirs']);
    expect(left.map(lineOf)).toEqual([expect.stringMatching(/svidok-dev-records until 2026-12-30/)]);
  });

  it('removes a table that a managed one has replaced', async () => {
    const managed = 'svidok-dev-records-1';
    const { tables, client } = await startControl(['svidok-dev-records', managed]);
    const settings = settingsOf('dev', { restored: { records: { tableName: managed, managed: true } } });
    await destroy(settings, { cdk: async () => {}, dynamo: client });
    expect([...tables.keys()]).toEqual([managed]);
  });
});

describe('whether a stage has data', () => {
  it('is told of a real table that holds anything, and of none that is empty or not there', async () => {
    const client = createDynamo(dynamoConfig());
    const id = randomUUID();
    const names = { chats: `chats-${id}`, keys: `keys-${id}`, records: `records-${id}` };
    const settings = settingsOf('dev', {
      restored: {
        chats: { tableName: names.chats },
        keys: { tableName: names.keys },
        records: { tableName: names.records, streamArn: 'arn:aws:a' },
      },
    });
    expect(await findData(client, settings)).toBeUndefined();
    await createTables(client, names);
    expect(await findData(client, settings)).toBeUndefined();
    await openStore({ client, tables: names, identity: testIdentity }).members.add({
      key: 'somebody',
      name: 'sealed',
      role: 'admin',
      addedAt: '2026-11-23T09:15:00.000Z',
      by: 'admin',
    });
    expect(await findData(client, settings)).toBe(names.chats);
  });
});
