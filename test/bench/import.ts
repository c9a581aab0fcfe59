import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { importRows } from '../../infra/commands/import/import.ts';
import { createTables, localTables, startDynamo } from '../../infra/local/dynamodb.ts';
import { createIdentity } from '../../lib/identity/identity.ts';
import type { Mapping } from '../../lib/import/mapping.ts';
import type { Row } from '../../lib/import/row.ts';
import { loadGazetteer } from '../../lib/place/gazetteer/gazetteer.ts';
import { defaultPolicy, usualReleases } from '../../lib/policy.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { tableDefinitions } from '../../lib/store/dynamodb/tables.ts';
import { openStore } from '../../lib/store/store.ts';
import { addDays } from '../../lib/time/date.ts';
import { digits, mark, printTable } from './parts/table.ts';

/**
 * How many rows a second are read, and brought into DynamoDB Local: waiting, and approved. Each way runs for a minute at most;
 * the time for 100,000 rows follows from its rate. Budget: five minutes. The peer is DynamoDB Local itself: the very items that
 * were written, put into empty tables again with nothing else, 25 with each `BatchWriteItem`, without conditions and without
 * all or nothing. Write units are those that DynamoDB counts for such transactions and indexes; DynamoDB Local leaves indexes out.
 */

const rows = 100_000;
const budgetSeconds = 300;
const longestMs = 60_000;

const mapping: Mapping = {
  dataset: 'Bench',
  row: 'incident',
  id: 'id',
  occurred: { date: 'date' },
  place: { lat: 'lat', lon: 'lon', settlement: 'place', region: 'region' },
  munition: 'munition',
  killed: { count: 'killed' },
  source: { kind: { is: 'monitor' } },
  account: ['notes'],
};

const { settlements } = await loadGazetteer('UA');
const firstDay = '2022-02-24';

const madeUpRow = (n: number): Row => {
  const { names, region, point } = settlements[(n * 7) % 2000] ?? settlements[0]!;
  const date = addDays(firstDay, n % 1000);
  const notes = `Made-up note of row ${n}. `.repeat(6);
  const { lat, lon } = point;
  return {
    line: n + 2,
    values: { id: n, date, place: names.uk, region, lat, lon, killed: n % 3, munition: 'mortar', notes },
  };
};

const identity = createIdentity(['a-secret-that-only-this-bench-uses-12345']);
const reporter = identity.dataset(mapping.dataset);

type Item = Readonly<{ table: string; item: Record<string, AttributeValue> }>;

/** Every item that is put in a transaction of this client. */
const notePuts = (client: DynamoDBClient): readonly Item[] => {
  const puts: Item[] = [];
  client.middlewareStack.add(
    next => args => {
      const { TransactItems = [] } = args.input as Partial<TransactWriteItemsCommandInput>;
      for (const { Put } of TransactItems)
        if (Put?.Item && Put.TableName !== undefined) puts.push({ table: Put.TableName, item: Put.Item });
      return next(args);
    },
    { step: 'initialize', name: 'notePuts' },
  );
  return puts;
};

/** Two for each kilobyte that is begun of an item in a transaction, one for each of its copy in an index. */
const unitsOf = ({ table, item }: Item): number => {
  const kilobytes = Math.ceil(Buffer.byteLength(JSON.stringify(unmarshall(item))) / 1024);
  const copies = tableDefinitions.records.indexes.filter(({ partitionKeys, sortKeys }) =>
    [...partitionKeys, ...sortKeys].every(name => item[name] !== undefined),
  );
  return kilobytes * (2 + (table === localTables.records ? copies.length : 0));
};

/** Seconds that DynamoDB Local takes for the same items alone. */
const measurePeer = async (items: readonly Item[]): Promise<number> => {
  const dynamo = await startDynamo();
  try {
    const client = createDynamo({ ...dynamo.config, requestTimeoutMs: 60_000 });
    await createTables(client);
    const start = performance.now();
    let at = 0;
    const write = async () => {
      while (at < items.length) {
        const some = items.slice(at, at + batchSize);
        at += some.length;
        const puts = some.map(({ table, item: Item }) => ({ table, put: { PutRequest: { Item } } }));
        const byTable = Map.groupBy(puts, ({ table }) => table);
        const RequestItems = Object.fromEntries(
          [...byTable].map(([table, all]) => [table, all.map(({ put }) => put)]),
        );
        await client.send(new BatchWriteItemCommand({ RequestItems }));
      }
    };
    await Promise.all([write(), write(), write(), write()]);
    return (performance.now() - start) / 1000;
  } finally {
    await dynamo.stop();
  }
};
const batchSize = 25;

/** Rows and seconds, and processor seconds of this process. */
const measure = async (mode: 'read' | 'waiting' | 'approved') => {
  const dynamo = mode === 'read' ? undefined : await startDynamo();
  try {
    const client = dynamo && createDynamo({ ...dynamo.config, requestTimeoutMs: 60_000 });
    if (client) await createTables(client);
    const puts = client ? notePuts(client) : [];
    const rules = { ...defaultPolicy, releases: usualReleases('Europe/Kyiv') };
    const [start, before] = [performance.now(), process.cpuUsage()];
    const summary = await importRows({
      rows: (async function* () {
        for (let n = 0; n < rows && performance.now() - start < longestMs; n += 1) yield madeUpRow(n);
      })(),
      mapping,
      country: 'UA',
      target: client && {
        store: openStore({ client, tables: localTables, identity, rules }),
        reporters: [reporter],
        voiceWithin: incident => identity.voiceWithin(incident, reporter),
        approval:
          mode === 'approved'
            ? { by: 'bench', checklist: { militaryPosition: false, identifiesPerson: false, graphic: false } }
            : undefined,
      },
      tell: () => {},
    });
    const { user, system } = process.cpuUsage(before);
    return { ...summary, seconds: (performance.now() - start) / 1000, own: (user + system) / 1e6, puts };
  } finally {
    await dynamo?.stop();
  }
};

const table: string[][] = [];
for (const mode of ['read', 'waiting', 'approved'] as const) {
  const { read, refused, seconds, own, puts } = await measure(mode);
  const whole = (seconds / read) * rows;
  const peer = puts.length === 0 ? undefined : await measurePeer(puts);
  table.push([
    mode,
    String(read),
    String(refused),
    digits(seconds),
    String(Math.round(read / seconds)),
    peer === undefined ? '' : String(Math.round(read / peer)),
    digits((own / read) * 1000),
    digits(puts.length / read),
    digits(puts.reduce((sum, put) => sum + unitsOf(put), 0) / read),
    String(Math.round(whole)),
    mark(whole, budgetSeconds),
  ]);
}
printTable(
  [
    ...['rows', 'read', 'refused', 's', 'a second', 'peer a second', 'own ms each'],
    ...['items each', 'write units each', `s for ${rows}`, ''],
  ],
  table,
);
