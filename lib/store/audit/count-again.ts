import { parseReadable, stamp } from '../dynamodb/item.ts';
import { formerTallies, incidentKey, type Key, tallyPrefix } from '../dynamodb/keys.ts';
import { present, put, readMany, remove } from '../dynamodb/operations.ts';
import { queryAll, scanPartitions } from '../dynamodb/query.ts';
import { parseIncident } from '../records/incidents.ts';
import { tallyShape } from '../records/tallies.ts';
import { recount } from './recount.ts';
import type { Verified } from './verify.ts';

const incidentsBegin = incidentKey('').pk;

/**
 * Makes all tallies anew from the published incidents, and takes away those of earlier releases: for a release that counts
 * otherwise. Nothing may be decided meanwhile. Of tallies made so readers are not told when they last changed. Returns how
 * many there are now.
 */
export const countAgain = async ({
  client,
  tables,
}: Pick<Verified, 'client' | 'tables'>): Promise<number> => {
  const partitions = await scanPartitions(client, tables.records);
  const ids = partitions
    .filter(pk => pk.startsWith(incidentsBegin))
    .map(pk => pk.slice(incidentsBegin.length));
  const raws = await readMany(client, tables.records, ids.map(incidentKey));
  const cells = recount(raws.flatMap(raw => parseReadable(parseIncident, raw) ?? []));
  for (const pk of partitions.filter(one =>
    [tallyPrefix, `${formerTallies}#`].some(of => one.startsWith(of)),
  ))
    for (const { sk } of await itemsOf(client, tables.records, pk))
      if (!cells.has(`${pk} ${sk}`)) await remove(client, tables.records, { pk, sk }, present);
  for (const [key, counters] of cells) {
    const [pk = '', sk = ''] = key.split(' ');
    await put(client, tables.records, { pk, sk }, stamp(tallyShape, Object.fromEntries(counters)));
  }
  return cells.size;
};

const itemsOf = async (client: Verified['client'], table: string, pk: string): Promise<readonly Key[]> => {
  const items = await queryAll(client, { table, expression: '#pk = :pk', values: { ':pk': pk } });
  return items.map(({ sk }) => ({ pk, sk: sk?.S ?? '' }));
};
