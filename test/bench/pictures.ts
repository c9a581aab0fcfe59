import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { loadCatalogue } from '../../bot/locales/load.ts';
import { type Asked, askedBy, withFound } from '../../bot/picture/asked.ts';
import { barsModel } from '../../bot/picture/bars-model.ts';
import { readBarCounts, readMapCounts } from '../../bot/picture/counts.ts';
import { mapModel } from '../../bot/picture/map-model.ts';
import { loadPen } from '../../bot/picture/pixels.ts';
import { createTables, localTables, startDynamo } from '../../infra/local/dynamodb.ts';
import { findCountry } from '../../lib/country.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import { barsScene } from '../../lib/picture/bars.ts';
import { mapScene } from '../../lib/picture/map.ts';
import { toSvg } from '../../lib/picture/svg.ts';
import { loadGazetteer } from '../../lib/place/gazetteer/gazetteer.ts';
import { munitions } from '../../lib/report/vocabulary.ts';
import { type Call, createDynamo } from '../../lib/store/dynamodb/client.ts';
import { marshal, stamp } from '../../lib/store/dynamodb/item.ts';
import { tallyKey } from '../../lib/store/dynamodb/keys.ts';
import { createIncidents } from '../../lib/store/records/incidents.ts';
import { tallyShape } from '../../lib/store/records/tallies.ts';
import { flatCounters } from '../../lib/summary/counters.ts';
import { cellName, mergeChanges, tallyChanges } from '../../lib/summary/tally.ts';
import { addDays } from '../../lib/time/date.ts';
import { incident } from '../support/samples/samples.ts';
import { digits, median, printTable } from './parts/table.ts';

/**
 * What a picture reads, and how long it takes to draw, for 1, 100 and 10,000 incidents of a year all over the country. The days'
 * own cells are left out: no question here asks for them.
 */

const stocks = [1, 100, 10_000] as const;
const repeats = 5;
const today = new Date('2026-11-28T10:00:00Z');
const zone = 'Europe/Kyiv';
const batchSize = 25;

const questions: Readonly<Record<string, string>> = {
  'map of the country, all time': 'r:summary:all',
  'map of the country, a year': 'r:summary:2026-01_2026-12',
  'map of a region, a year': 'r:summary:2026-01_2026-12:63',
  'bars of the country, a year': 'r:summary:2026-01_2026-12',
};

const country = findCountry('UA');
const gazetteer = await loadGazetteer('UA');
const { borders } = gazetteer;
if (!country || !borders) throw new Error('No country');
const view = { t: await loadCatalogue('uk'), locale: 'uk', country } as const;

/** The n-th incident: more of them in large settlements, and some of unknown place. */
const made = (n: number): Incident => {
  const day = addDays('2026-01-01', (n * 7) % 330);
  const settlement = gazetteer.settlements[Math.floor(((n * 0.618) % 1) ** 2 * 3000)];
  const place: Incident['place'] =
    n % 20 === 7 || !settlement
      ? { precision: 'unknown' }
      : {
          precision: 'settlement',
          region: settlement.region,
          settlement: settlement.names,
          settlementId: settlement.id,
          point: { ...settlement.point, accuracyMetres: 5000 },
        };
  return {
    ...incident,
    place,
    grade: 'confirmed',
    munition: munitions[n % 10] ?? 'unknown',
    occurred: { precision: 'day', start: day, end: day, zone },
    killed: n % 3 === 0 ? 'unknown' : { min: n % 5, max: (n % 5) + 2 },
  };
};

const { fonts, png } = await loadPen();
const dynamo = await startDynamo();
const rows: (readonly string[])[] = [];
try {
  for (const stock of stocks) {
    const { records } = localTables;
    const config = { ...dynamo.config, credentials: { accessKeyId: `p${stock}`, secretAccessKey: 's' } };
    const aside = createDynamo(config);
    await createTables(aside);
    const changes = Array.from({ length: stock }, (_, n) => tallyChanges(undefined, made(n)))
      .flat()
      .filter(({ scope, bucket }) => !scope.startsWith('S') && !bucket.startsWith('DAY'));
    const puts = mergeChanges(changes).map(({ add, where = {}, ...cell }) => ({
      PutRequest: {
        Item: marshal({
          ...tallyKey(cell.scope, cellName(cell)),
          ...stamp(tallyShape, {
            ...Object.fromEntries(flatCounters(add).filter(([, n]) => n !== 0)),
            ...Object.fromEntries(Object.entries(where).map(([name, n]) => [`at.${name}`, n])),
          }),
        }),
      },
    }));
    for (let n = 0; n < puts.length; n += batchSize)
      await aside.send(
        new BatchWriteItemCommand({ RequestItems: { [records]: puts.slice(n, n + batchSize) } }),
      );
    const calls: Call[] = [];
    const client = createDynamo({ ...config, onCall: call => calls.push(call) });
    const store = createIncidents({ client, tables: localTables } as Parameters<typeof createIncidents>[0]);
    for (const [name, question] of Object.entries(questions)) {
      const kind = name.startsWith('map') ? 'map' : 'chart';
      const order = { chat: 1, locale: 'uk', kind, question, theme: 'light', bot: 'svidok_bot' } as const;
      const about = askedBy(order, { view, gazetteer, now: today });
      if (!about) throw new Error('No question');
      calls.length = 0;
      const asked = withFound(about, await store.counted(about.area, about.period));
      const draw = await drawing(asked, store);
      const times = Array.from({ length: repeats }, draw);
      rows.push([
        name,
        String(asked.summary.total.incidents),
        String(calls.length),
        digits(calls.reduce((sum, { capacityUnits = 0 }) => sum + capacityUnits, 0)),
        digits(Math.max(...times.map(({ sceneMs }) => sceneMs))),
        digits(median(times.map(({ pixelsMs }) => pixelsMs))),
        digits((times[0]?.bytes ?? 0) / 1000),
        digits(process.memoryUsage().rss / 1e6),
      ]);
    }
  }
  printTable(
    ['picture', 'incidents', 'queries', 'units', 'scene, worst ms', 'pixels, ms', 'PNG, KB', 'process, MB'],
    rows,
  );
} finally {
  await dynamo.stop();
}

async function drawing(asked: Asked, store: Parameters<typeof readMapCounts>[0]) {
  const scene = await sceneOf(asked, store);
  return () => {
    const start = performance.now();
    const svg = toSvg(scene());
    const drawn = performance.now();
    const { byteLength } = png(svg);
    return { sceneMs: drawn - start, pixelsMs: performance.now() - drawn, bytes: byteLength };
  };
}

async function sceneOf(asked: Asked, store: Parameters<typeof readMapCounts>[0]) {
  const { kind, theme } = asked.order;
  if (kind === 'map') {
    const counts = await readMapCounts(store, asked);
    if (!counts || !borders) throw new Error('The counts do not agree.');
    const { model } = mapModel(asked, counts);
    return () => mapScene(model, { fonts, borders, theme });
  }
  const counts = await readBarCounts(store, asked);
  if (!counts) throw new Error('The counts do not agree.');
  const { model } = barsModel(asked, counts);
  return () => barsScene(model, { fonts, theme });
}
