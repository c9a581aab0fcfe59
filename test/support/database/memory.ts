import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Incident } from '../../../lib/incident/incident.ts';
import { marshal, type Raw, stamp } from '../../../lib/store/dynamodb/item.ts';
import { tallyKey } from '../../../lib/store/dynamodb/keys.ts';
import { createIncidentLists, type IncidentLists } from '../../../lib/store/records/incidents.ts';
import { tallyShape } from '../../../lib/store/records/tallies.ts';
import { flatCounters } from '../../../lib/summary/counters.ts';
import { cellName, mergeChanges, type TallyChange, tallyChanges } from '../../../lib/summary/tally.ts';

/** What queries cost: how many, how many of them found nothing, and the read units, as DynamoDB counts them. */
export type Spent = { queries: number; empty: number; units: number };

/**
 * The tallies of a store, in memory, read by the store's own code: for properties of counts, and for a million incidents. Only
 * queries by a partition and a range of sort keys are answered, page by page of 1 MB.
 */
export const talliesInMemory = (
  cells: readonly TallyChange[],
): Readonly<{
  incidents: Pick<IncidentLists, 'counted' | 'countedIn' | 'countedInEach' | 'countedOver'>;
  spent: Spent;
}> => {
  const partitions = new Map<string, Readonly<{ sk: string; raw: Raw; bytes: number }>[]>();
  for (const cell of cells) {
    const raw = storedTally(cell);
    const { pk, sk } = tallyKey(cell.scope, cellName(cell));
    const rows = partitions.get(pk) ?? [];
    partitions.set(pk, rows);
    rows.push({ sk, raw, bytes: bytesOf(raw) });
  }
  for (const rows of partitions.values()) rows.sort((a, b) => (a.sk < b.sk ? -1 : 1));
  const spent: Spent = { queries: 0, empty: 0, units: 0 };
  const send = async ({ input }: { input: QueryCommandInput }): Promise<Partial<QueryCommandOutput>> => {
    const { ExpressionAttributeValues: values = {}, ExclusiveStartKey: start } = input;
    const { ':pk': pk, ':prefix': prefix, ':from': from = prefix, ':to': to } = values;
    const isIn = (sk: string): boolean =>
      (prefix?.S === undefined || sk.startsWith(prefix.S)) && (to?.S === undefined || sk <= to.S);
    const items: Raw[] = [];
    let bytes = 0;
    let last: Raw | undefined;
    for (const row of rowsFrom(partitions.get(pk?.S ?? '') ?? [], start?.sk?.S, from?.S ?? '')) {
      if (!isIn(row.sk)) break;
      if (bytes + row.bytes > maxPageBytes) {
        last = items.at(-1);
        break;
      }
      bytes += row.bytes;
      items.push(row.raw);
    }
    spent.queries += 1;
    spent.empty += items.length === 0 ? 1 : 0;
    // Half a unit for each 4 KB begun, at least one of them: reads are not consistent here.
    spent.units += Math.max(1, Math.ceil(bytes / 4096)) / 2;
    return { Items: items, LastEvaluatedKey: last && ({ pk: last.pk, sk: last.sk } as never) };
  };
  const incidents = createIncidentLists({
    client: { send } as never,
    tables: { records: 'records' },
  });
  return { incidents, spent };
};

/** A cell as the store has it. */
export const storedTally = ({ add, where = {}, ...cell }: TallyChange): Raw =>
  marshal({
    ...tallyKey(cell.scope, cellName(cell)),
    ...stamp(tallyShape, {
      changedAt: '2026-11-20T06:00:00.000Z',
      ...Object.fromEntries(flatCounters(add).filter(([, n]) => n !== 0)),
      ...Object.fromEntries(Object.entries(where).map(([name, n]) => [`at.${name}`, n])),
    }),
  });

/** The tallies of some published incidents, in memory. */
export const countedInMemory = (incidents: readonly Incident[]) =>
  talliesInMemory(mergeChanges(incidents.flatMap(one => tallyChanges(undefined, one))));

const maxPageBytes = 1024 * 1024;

function* rowsFrom<Row extends { readonly sk: string }>(
  rows: readonly Row[],
  after: string | undefined,
  from: string,
): Generator<Row> {
  let [low, high] = [0, rows.length];
  const isBefore = (sk: string): boolean => (after === undefined ? sk < from : sk <= after);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(rows[middle]?.sk ?? '')) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < rows.length; at += 1) yield rows[at] as Row;
}

/** The size of an item as DynamoDB reckons it: names and texts in UTF-8, numbers a byte for two digits and one more. */
const bytesOf = (raw: Raw): number =>
  Object.entries(raw).reduce((sum, [name, value]) => {
    const text = value.S ?? '';
    const digits = (value.N ?? '').replace(/^-|\.|0+$/g, '').length;
    return (
      sum +
      Buffer.byteLength(name) +
      (value.N === undefined ? Buffer.byteLength(text) : Math.ceil(digits / 2) + 1)
    );
  }, 0);
