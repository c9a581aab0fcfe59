import { importRows } from '../../infra/commands/import/import.ts';
import { createTables, localTables, startDynamo } from '../../infra/local/dynamodb.ts';
import { createIdentity } from '../../lib/identity/identity.ts';
import type { Mapping } from '../../lib/import/mapping.ts';
import type { Row } from '../../lib/import/row.ts';
import { loadGazetteer } from '../../lib/place/gazetteer/gazetteer.ts';
import { defaultPolicy, usualReleases } from '../../lib/policy.ts';
import { createDynamo } from '../../lib/store/dynamodb/client.ts';
import { openStore } from '../../lib/store/store.ts';
import { addDays } from '../../lib/time/date.ts';
import { digits, mark, printTable } from './parts/table.ts';

/**
 * How many rows a second are read, and brought into DynamoDB Local: waiting, and approved. Each way runs for a minute at most;
 * the time for 100,000 rows follows from its rate. Budget: five minutes.
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

/** Rows and seconds, and processor seconds of this process. */
const measure = async (mode: 'read' | 'waiting' | 'approved') => {
  const dynamo = mode === 'read' ? undefined : await startDynamo();
  try {
    const client = dynamo && createDynamo({ ...dynamo.config, requestTimeoutMs: 60_000 });
    if (client) await createTables(client);
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
    return { ...summary, seconds: (performance.now() - start) / 1000, own: (user + system) / 1e6 };
  } finally {
    await dynamo?.stop();
  }
};

const table: string[][] = [];
for (const mode of ['read', 'waiting', 'approved'] as const) {
  const { read, refused, seconds, own } = await measure(mode);
  const whole = (seconds / read) * rows;
  table.push([
    mode,
    String(read),
    String(refused),
    digits(seconds),
    String(Math.round(read / seconds)),
    digits((own / read) * 1000),
    String(Math.round(whole)),
    mark(whole, budgetSeconds),
  ]);
}
printTable(['rows', 'read', 'refused', 's', 'a second', 'own ms each', `s for ${rows}`, ''], table);
