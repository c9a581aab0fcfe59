import * as z from 'zod/mini';
import { instantSchema } from '../../report/report.ts';
import type { Period } from '../../summary/period.ts';
import {
  type Bucket,
  cellSchema,
  flatCounters,
  nothing,
  type Scope,
  type Tally,
  type TallyChange,
  undated,
} from '../../summary/tally.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { CorruptItem } from '../dynamodb/errors.ts';
import { keyText, marshal, type Raw, rawKey, type Shape, stamp, toPlain } from '../dynamodb/item.ts';
import { tallyKey, tallyPartition } from '../dynamodb/keys.ts';
import type { Write } from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';

/**
 * One item for each scope and bucket. Each counter is an attribute of its own (`attack:mortar:killed.min`), because
 * DynamoDB adds only to attributes of the item itself; the schema is that of the cells made of them.
 */
const tallyShape = {
  kind: 'tally',
  version: 1,
  schema: z.object({ changedAt: instantSchema, cells: z.array(cellSchema) }),
} as const satisfies Shape;

const attribute = (change: Pick<TallyChange, 'phase' | 'munition'>, counter: string): string =>
  `${change.phase}:${change.munition}:${counter}`;

/**
 * The writes that add changes to the stored tallies, one for each scope and bucket. They are exact only within a transaction
 * whose other conditions let it happen once. No count of incidents can fall below 0. Without `at`, readers see no difference,
 * and are told of no change.
 */
export const tallyWrites = (
  table: string,
  changes: readonly TallyChange[],
  at: string | undefined,
): readonly Write[] =>
  [...Map.groupBy(changes, ({ scope, bucket }) => `${scope} ${bucket}`).values()].map(group => {
    const [{ scope, bucket }] = group as [TallyChange, ...TallyChange[]];
    const names: Record<string, string> = { '#shape': 'shape' };
    const values: Record<string, unknown> = { ':shape': stamp(tallyShape, {}).shape };
    const sets = ['#shape = :shape'];
    if (at !== undefined) {
      names['#changedAt'] = 'changedAt';
      values[':at'] = at;
      sets.push('#changedAt = :at');
    }
    const adds: string[] = [];
    const conditions: string[] = [];
    for (const change of group)
      for (const [counter, add] of flatCounters(change.add).filter(([, add]) => add !== 0)) {
        const n = adds.length;
        names[`#a${n}`] = attribute(change, counter);
        values[`:a${n}`] = add;
        adds.push(`#a${n} :a${n}`);
        if (counter === 'incidents' && add < 0) {
          values[`:least${n}`] = -add;
          conditions.push(`#a${n} >= :least${n}`);
        }
      }
    return {
      Update: {
        TableName: table,
        Key: rawKey(tallyKey(scope, bucket)),
        UpdateExpression: `SET ${sets.join(', ')}${adds.length > 0 ? ` ADD ${adds.join(', ')}` : ''}`,
        ConditionExpression: conditions.length > 0 ? conditions.join(' AND ') : undefined,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: marshal(values),
      },
    };
  });

/** The tallies of the days or months of a period; without one, of all days, or of all months and what is undated. */
export const readTallies = async (
  { client, tables }: StoreContext,
  scope: Scope,
  kind: 'DAY' | 'MONTH',
  period?: Period,
): Promise<readonly Tally[]> => {
  const precise = kind === 'DAY' ? 10 : 7;
  const items = await queryAll(client, {
    table: tables.records,
    expression: '#pk = :pk AND #sk BETWEEN :from AND :to',
    values: {
      ':pk': tallyPartition(scope),
      ':from': `${kind}#${period?.from.slice(0, precise) ?? ''}`,
      ':to': period ? `${kind}#${period.to.slice(0, precise)}` : undated,
    },
  });
  return items.map(parseTally);
};

/** A tally as it is stored. Throws `CorruptItem` when it cannot be read: a sum without it would be wrong. */
export const parseTally = (raw: Raw): Tally => {
  const { pk: _, sk, changedAt, ...attributes } = toPlain(tallyShape, raw);
  const cells = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries(attributes)) {
    const [phase = '', munition = '', counter = ''] = name.split(':');
    const [group = '', part] = counter.split('.');
    const key = `${phase}:${munition}`;
    const cell = cells.get(key) ?? { phase, munition, counters: structuredClone(nothing) };
    const counters = cell.counters as Record<string, unknown>;
    counters[group] = part === undefined ? value : { ...(counters[group] as object), [part]: value };
    cells.set(key, cell);
  }
  const result = tallyShape.schema.safeParse({ changedAt, cells: [...cells.values()] });
  if (!result.success) throw new CorruptItem(`The stored item ${keyText(raw)} (tally) is corrupt.`);
  return { bucket: sk as Bucket, ...result.data };
};
