import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTables, javaVersion, localTables, startDynamo } from '../../../infra/local/dynamodb.ts';
import { SetupError } from '../../../infra/local/setup-error.ts';
import { createDynamo } from '../../../lib/store/dynamodb/client.ts';
import { openStore } from '../../../lib/store/store.ts';
import { openTestStore, testIdentity } from '../../support/database/dynamo.ts';
import { report } from '../../support/samples/samples.ts';
import { submission } from '../../support/samples/submission.ts';

const answers = (endpoint: string) =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

describe('DynamoDB Local', () => {
  test('keeps its data over a restart, and is gone when stopped', async () => {
    const path = await mkdtemp(join(tmpdir(), 'svidok-'));
    const chat = { version: 1, recent: [1, 2] };
    const first = await startDynamo({ path });
    const store = async ({ config }: typeof first) => {
      const client = createDynamo(config);
      await createTables(client);
      return openStore({ client, identity: testIdentity, tables: localTables });
    };
    await (await store(first)).chats.save('kept', chat);
    await first.stop();
    expect(await answers(first.endpoint)).toBe(false);
    const second = await startDynamo({ path });
    expect(await (await store(second)).chats.read('kept')).toEqual(chat);
    await second.stop();
    await rm(path, { recursive: true });
  }, 60_000);

  test('ends when the process that started it is killed', async () => {
    const module = new URL('../../../infra/local/dynamodb.ts', import.meta.url);
    const code = `const { startDynamo } = await import(${JSON.stringify(module.href)});
      console.log((await startDynamo()).endpoint); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(parent.stdout, 'data');
    const endpoint = String(line).trim();
    expect(await answers(endpoint)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(async () => expect(await answers(endpoint)).toBe(false), { timeout: 180_000 });
  });

  test('has the tables with their indexes, the stream of one and the expiry of another', async () => {
    const { client, tables } = await openTestStore();
    const describe = (TableName: string) => client.send(new DescribeTableCommand({ TableName }));
    const { Table: chats } = await describe(tables.chats);
    const { Table: records } = await describe(tables.records);
    expect(chats?.GlobalSecondaryIndexes).toBeUndefined();
    expect(chats?.StreamSpecification).toBeUndefined();
    expect(records?.StreamSpecification).toMatchObject({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    const expiry = await client.send(new DescribeTimeToLiveCommand({ TableName: tables.chats }));
    expect(expiry.TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt' });
    await createTables(client, tables);
  });

  test('gives the data of an older version the indexes that it lacks', async () => {
    // One of its own: where many other tables are, DynamoDB Local takes its time to add an index.
    const dynamo = await startDynamo();
    onTestFinished(dynamo.stop);
    const client = createDynamo(dynamo.config);
    const tables = localTables;
    await createTables(client);
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tables.records }));
    const older = { ...tables, records: `${tables.records}-older` };
    await client.send(
      new CreateTableCommand({
        TableName: older.records,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: Table?.KeySchema,
        AttributeDefinitions: Table?.AttributeDefinitions,
        GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.filter(
          ({ IndexName }) => IndexName !== 'queue',
        ).map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection })),
      }),
    );
    const store = openStore({ client, identity: testIdentity, tables: older });
    await store.reports.submit(submission(report));
    await createTables(client, older);
    expect(await store.queue.list({ limit: 5 })).toMatchObject({ items: [{ id: report.id }], unreadable: 0 });
  }, 60_000);
});

describe('what is wrong with the machine is said in one line', () => {
  const home = process.env.JAVA_HOME;
  afterEach(() => {
    if (home === undefined) delete process.env.JAVA_HOME;
    else process.env.JAVA_HOME = home;
  });

  test('no Java', async () => {
    process.env.JAVA_HOME = '/nowhere';
    const fault = await startDynamo().catch(error => error);
    expect(fault).toBeInstanceOf(SetupError);
    expect(fault.message).toMatch(
      /^DynamoDB Local needs Java, and ".*" cannot be run\. Install Java 17 [^\n]*$/,
    );
  });

  test('an old Java', async () => {
    const path = await mkdtemp(join(tmpdir(), 'svidok-java-'));
    await mkdir(join(path, 'bin'));
    await writeFile(join(path, 'bin', 'java'), '#!/bin/sh\necho \'openjdk version "11.0.2" 2019\' >&2\n', {
      mode: 0o755,
    });
    process.env.JAVA_HOME = path;
    const fault = await startDynamo().catch(error => error);
    expect(fault.message).toMatch(/^DynamoDB Local needs Java 17; ".*" is 11\. Install Java 17 [^\n]*$/);
    await rm(path, { recursive: true });
  });

  test('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const fault = await startDynamo({ port }).catch(error => error);
    expect(fault).toBeInstanceOf(SetupError);
    expect(fault.message).toBe(
      `Port ${port} for DynamoDB Local is in use. Stop what uses it, or choose another.`,
    );
    server.close();
  });

  test.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.2" 2024', 21],
    ['no version at all', undefined],
  ])('%j is Java %j', (output, version) => expect(javaVersion(output)).toBe(version));
});
