import type { StoreContext } from '../dynamodb/context.ts';
import { parseReadable } from '../dynamodb/item.ts';
import { reportKey, reportKeyKey } from '../dynamodb/keys.ts';
import { readMany, transact } from '../dynamodb/operations.ts';
import { scanPartitions } from '../dynamodb/query.ts';
import { keyErasure } from '../keys/report-keys.ts';
import { isWhole, parseReport } from '../records/reports.ts';

type Verified = Pick<StoreContext, 'client' | 'tables' | 'identity'>;

const partitionOf = reportKey('').pk;
const keyPartitionOf = reportKeyKey('').pk;

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

/**
 * The ids of erased reports of which a restore of Keys, or a copy that somebody had, brought back the key: it would open what
 * histories have of them. `eraseKeys` deletes these keys again.
 */
export const revivedKeys = async ({
  client,
  tables,
}: Pick<Verified, 'client' | 'tables'>): Promise<readonly string[]> => {
  const ids = (await scanPartitions(client, tables.keys))
    .filter(pk => pk.startsWith(keyPartitionOf))
    .map(pk => pk.slice(keyPartitionOf.length));
  const raws = await readMany(client, tables.records, ids.map(reportKey));
  return raws
    .flatMap(raw => {
      const stored = parseReadable(parseReport, raw);
      return stored && !isWhole(stored) ? [stored.id] : [];
    })
    .sort();
};

/** Deletes the keys of these reports. */
export const eraseKeys = async (verified: Verified, ids: readonly string[]): Promise<void> => {
  for (const id of ids) await transact(verified.client, [keyErasure(verified, id)]);
};
