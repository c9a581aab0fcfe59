import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { findCountry } from '../../../lib/country.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { munitions, phases } from '../../../lib/report/vocabulary.ts';
import { marshal, type Raw, stamp } from '../../../lib/store/dynamodb/item.ts';
import { incidentKey } from '../../../lib/store/dynamodb/keys.ts';
import { incidentIndexKeys, incidentShape } from '../../../lib/store/records/incidents.ts';
import { tallyWrites } from '../../../lib/store/records/tallies.ts';
import { everywhere, mergeChanges, tallyChanges } from '../../../lib/summary/tally.ts';
import { addDays } from '../../../lib/time/date.ts';
import { incident } from './samples.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const batchSize = 25;
const atOnce = 4;
const minute = 60_000;

/** The days before today over which the incidents are spread. */
export const spreadDays = 60;

const regions = findCountry('UA')?.regions ?? [];

/** The `n`-th incident, each `n` of another day, region, kind and time of publication. */
const incidentOf = (n: number, now: Date): Incident => {
  const day = addDays(now.toISOString().slice(0, 10), -(n % spreadDays));
  const at = new Date(now.getTime() - n * minute).toISOString();
  return {
    ...incident,
    id: [...Array(10).keys()].map(place => alphabet[Math.floor(n / 32 ** place) % 32]).join(''),
    phase: phases[n % 7 === 0 ? 1 : 0] ?? 'attack',
    munition: munitions[n % munitions.length] ?? 'unknown',
    occurred: { precision: 'day', start: day, end: day, zone: 'Europe/Kyiv' },
    place: { ...incident.place, region: regions[n % regions.length]?.code },
    killed: n % 3 === 0 ? 'unknown' : { min: n % 5, max: (n % 5) + 2 },
    publishedAt: at,
    changedAt: at,
  };
};

/**
 * Stores published incidents from the `from`-th to the one before `to` as the store would have them, in the feeds and in
 * the tallies: written side by side rather than one by one, each with its history, because this is for what reads them.
 * All are in the tallies of the whole country; the incidents themselves are written as far as there is time. Returns where that was.
 */
export const publish = async (
  client: DynamoDBClient,
  table: string,
  {
    from,
    to,
    milliseconds = Number.POSITIVE_INFINITY,
  }: Readonly<{ from: number; to: number; milliseconds?: number }>,
): Promise<number> => {
  const now = new Date();
  const end = performance.now() + milliseconds;
  let next = from;
  while (next < to && performance.now() < end) {
    const items = [...Array(Math.min(batchSize * atOnce, to - next)).keys()].map(n =>
      itemOf(incidentOf(next + n, now)),
    );
    await Promise.all(inChunks(items, batchSize).map(batch => write(client, table, batch)));
    next += items.length;
  }
  await count(client, table, { from, to, now });
  return next;
};

const count = async (
  client: DynamoDBClient,
  table: string,
  { from, to, now }: Readonly<{ from: number; to: number; now: Date }>,
): Promise<void> => {
  const changes = mergeChanges(
    [...Array(to - from).keys()].flatMap(n =>
      tallyChanges(undefined, incidentOf(from + n, now)).filter(({ scope }) => scope === everywhere),
    ),
  );
  const adding = tallyWrites(table, changes, now.toISOString());
  for (const chunk of inChunks(adding, batchSize))
    await Promise.all(
      chunk.flatMap(({ Update }) => (Update ? [client.send(new UpdateItemCommand(Update))] : [])),
    );
};

const inChunks = <Item>(all: readonly Item[], size: number): readonly (readonly Item[])[] =>
  [...Array(Math.ceil(all.length / size)).keys()].map(n => all.slice(n * size, (n + 1) * size));

const itemOf = (one: Incident): Raw =>
  marshal({
    ...incidentKey(one.id),
    ...stamp(incidentShape, { ...one, head: '', ...incidentIndexKeys(one) }),
  });

const write = async (client: DynamoDBClient, table: string, items: readonly Raw[]): Promise<void> => {
  let left: Record<string, WriteRequest[]> = { [table]: items.map(Item => ({ PutRequest: { Item } })) };
  while (Object.keys(left).length > 0) {
    const { UnprocessedItems = {} } = await client.send(new BatchWriteItemCommand({ RequestItems: left }));
    left = UnprocessedItems;
  }
};
