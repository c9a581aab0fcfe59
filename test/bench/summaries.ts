import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { createTables, localTables, startDynamo } from '../../infra/local/dynamodb.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import { munitions } from '../../lib/report/vocabulary.ts';
import { type Call, createDynamo } from '../../lib/store/dynamodb/client.ts';
import { createIncidentLists, type IncidentLists } from '../../lib/store/records/incidents.ts';
import { coverOf } from '../../lib/summary/bucket.ts';
import { countedGrades } from '../../lib/summary/grades.ts';
import type { Period } from '../../lib/summary/period.ts';
import { summaryOf } from '../../lib/summary/summary.ts';
import { type CountedArea, mergeChanges, type TallyChange, tallyChanges } from '../../lib/summary/tally.ts';
import { addDays, addMonths, lastDay } from '../../lib/time/date.ts';
import type { Occurred } from '../../lib/time/occurred.ts';
import { type Spent, storedTally, talliesInMemory } from '../support/database/memory.ts';
import { incident } from '../support/samples/samples.ts';
import { digits, printTable } from './parts/table.ts';

/**
 * What a summary reads, by period and area, where a thousand, a hundred thousand and a million incidents are published, of one
 * year and of ten. The tallies are those of so many incidents, of which as many as there are kinds (munition and grade, known to
 * a day, a week, a month, not after a day) are told apart in each day and month; the days that no question asks for are left out.
 * They lie in memory, read by the store's own code; DynamoDB Local counts the units of the smallest, which must be the same.
 */

const today = '2026-11-20';
const zone = 'Europe/Kyiv';
const region = 'UA-23';
const settlement = 701_811;

const stocks = [
  { incidents: 1000, years: 1 },
  { incidents: 100_000, years: 1 },
  { incidents: 1_000_000, years: 1 },
  { incidents: 1_000_000, years: 10 },
] as const;

const periods: Readonly<Record<string, Period | undefined>> = {
  '7 days': { from: addDays(today, -6), to: today },
  '30 days': { from: addDays(today, -29), to: today },
  'a month': { from: '2026-10-01', to: '2026-10-31' },
  'a quarter and some days': { from: '2026-07-05', to: '2026-11-05' },
  'a year': { from: '2026-01-01', to: '2026-12-31' },
  'ten years and some days': { from: '2016-12-11', to: '2026-11-10' },
  'all time': undefined,
};
const areas: Readonly<Record<string, CountedArea>> = {
  country: {},
  region: { region },
  settlement: { region, settlement },
};

/** Ten munitions with every grade. */
const kinds = munitions.slice(0, 10).flatMap(munition => countedGrades.map(grade => ({ munition, grade })));
/** Of a hundred incidents so many are not known to the day. */
const roughShare = 0.1;

/** Whether a question reads this day by itself, and not with its month. */
const isAsked = (day: string): boolean =>
  Object.values(periods).some(
    period =>
      period && coverOf(period).some(({ level, from, to }) => level === 'DAY' && from <= day && day <= to),
  );

const place = (n: number): Incident['place'] => {
  if (n % 10 === 0) return { precision: 'unknown' };
  if (n % 10 === 1) return { precision: 'region', region };
  return incident.place;
};

const made = (n: number, occurred: Occurred): Incident => {
  const kind = kinds[n % kinds.length] ?? { munition: 'unknown', grade: 'single_source' };
  const killed =
    n % 3 === 0 ? 'unknown' : { min: n % 5, max: (n % 5) + 2, of: { children: { min: 1, max: 1 } } };
  return { ...incident, ...kind, occurred, place: place(Math.floor(n / kinds.length) + n), killed };
};

/** One incident of each kind that there is in some time, out of `count`, in an order that is another for each `seed`. */
const someOf = (count: number, seed: number, occurred: Occurred): readonly Incident[] =>
  Array.from({ length: Math.min(Math.ceil(count), 10 * kinds.length) }, (_, n) =>
    made(seed * 37 + n * 7, occurred),
  );

const stockOf = ({ incidents, years }: (typeof stocks)[number]): readonly Incident[] => {
  const months = Array.from({ length: years * 12 }, (_, n) => addMonths(today.slice(0, 7), -n));
  const inMonth = incidents / months.length;
  return months.flatMap((month, seed) => {
    const [start, end] = [`${month}-01`, lastDay(month)];
    const days = Number(end.slice(8));
    const rough = inMonth * roughShare;
    return [
      ...someOf(rough / 3, seed, { precision: 'month', start, end, zone }),
      ...someOf(rough / 3, seed, {
        precision: 'week',
        start: addDays(start, 7),
        end: addDays(start, 13),
        zone,
      }),
      ...someOf(rough / 3, seed, { precision: 'unknown', end, zone }),
      ...someOf(inMonth, seed, { precision: 'day', start: `${month}-15`, end: `${month}-15`, zone }),
      ...Array.from({ length: days }, (_, n) => addDays(start, n))
        .filter(isAsked)
        .flatMap((day, n) =>
          someOf(inMonth / days, seed + n, { precision: 'day', start: day, end: day, zone }),
        ),
    ];
  });
};

/** What each question reads of these cells, by its name: queries and read units. */
const costs = async (
  incidents: Pick<IncidentLists, 'counted'>,
  spent: () => Spent,
): Promise<ReadonlyMap<string, Spent>> => {
  const found = new Map<string, Spent>();
  for (const [periodName, period] of Object.entries(periods))
    for (const [areaName, area] of Object.entries(areas)) {
      const before = spent();
      summaryOf(await incidents.counted(area, period));
      const after = spent();
      found.set(`${periodName}, ${areaName}`, {
        queries: after.queries - before.queries,
        empty: after.empty - before.empty,
        units: after.units - before.units,
      });
    }
  return found;
};

/** The same cells in DynamoDB Local, whose own count of units shows that the one in memory is right. */
const costsInDynamo = async (cells: readonly TallyChange[]): Promise<ReadonlyMap<string, Spent>> => {
  const dynamo = await startDynamo();
  try {
    const calls: Call[] = [];
    const client = createDynamo({ ...dynamo.config, onCall: call => calls.push(call) });
    await createTables(client);
    const puts = cells.map(cell => ({ PutRequest: { Item: storedTally(cell) } }));
    for (let n = 0; n < puts.length; n += batchSize)
      await client.send(
        new BatchWriteItemCommand({
          RequestItems: { [localTables.records]: puts.slice(n, n + batchSize) },
        }),
      );
    calls.length = 0;
    return await costs(createIncidentLists({ client, tables: localTables }), () => ({
      queries: calls.length,
      empty: 0,
      units: calls.reduce((sum, { capacityUnits = 0 }) => sum + capacityUnits, 0),
    }));
  } finally {
    await dynamo.stop();
  }
};
const batchSize = 25;

const columns: { name: string; found: ReadonlyMap<string, Spent> }[] = [];
for (const [at, stock] of stocks.entries()) {
  const cells = mergeChanges(stockOf(stock).flatMap(one => tallyChanges(undefined, one)));
  const { incidents, spent } = talliesInMemory(cells);
  const name = `${stock.incidents} in ${stock.years} y`;
  const found = await costs(incidents, () => ({ ...spent }));
  columns.push({ name, found });
  process.stderr.write(`${name}: ${cells.length} cells\n`);
  if (at > 0) continue;
  // For a query that finds nothing DynamoDB counts half a unit, and DynamoDB Local none.
  const inDynamo = await costsInDynamo(cells);
  const same = [...found].filter(
    ([name, { units, empty }]) => units - empty / 2 === inDynamo.get(name)?.units,
  );
  process.stdout.write(
    `DynamoDB Local counts the same for ${same.length} of ${found.size} questions, but for empty queries\n`,
  );
}
printTable(
  ['question', 'queries', ...columns.map(({ name }) => `units, ${name}`)],
  [...(columns[0]?.found.keys() ?? [])].map(question => [
    question,
    String(columns[0]?.found.get(question)?.queries ?? ''),
    ...columns.map(({ found }) => digits(found.get(question)?.units ?? 0)),
  ]),
);
