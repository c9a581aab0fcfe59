import { parseReadable } from '../dynamodb/item.ts';
import { reportKey, reportKeyKey } from '../dynamodb/keys.ts';
import { readMany } from '../dynamodb/operations.ts';
import { scanPartitions } from '../dynamodb/query.ts';
import { isWhole, parseReport } from '../records/reports.ts';
import type { Verified } from './verify.ts';

const partitionOf = reportKey('').pk;

/**
 * The ids of reports that were erased, and which a restore of Records brought back as far as it can: they have no key.
 * `reports.erase` takes them out again. Reads the keys of the whole table.
 */
export const erasedIds = async ({
  client,
  tables,
}: Pick<Verified, 'client' | 'tables'>): Promise<readonly string[]> => {
  const ids = (await scanPartitions(client, tables.records))
    .filter(pk => pk.startsWith(partitionOf))
    .map(pk => pk.slice(partitionOf.length));
  const raws = await readMany(client, tables.records, ids.map(reportKey));
  const whole = raws.flatMap(raw => {
    const stored = parseReadable(parseReport, raw);
    return stored && isWhole(stored) ? [stored.id] : [];
  });
  const keys = await readMany(client, tables.keys, whole.map(reportKeyKey));
  const kept = new Set(keys.map(({ id }) => id?.S));
  return whole.filter(id => !kept.has(id)).sort();
};
