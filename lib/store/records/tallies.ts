import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
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
import { marshal, type Raw, rawKey } from '../dynamodb/item.ts';
import { tallyKey, tallyPartition } from '../dynamodb/keys.ts';
import { queryAll } from '../dynamodb/operations.ts';

/**
 * A tally is one item for each scope and bucket, its counters attributes of their own (`attack:mortar:killed.min`),
 * because DynamoDB adds to attributes of the item itself only.
 */
const attribute = (change: Pick<TallyChange, 'phase' | 'munition'>, counter: string): string =>
  `${change.phase}:${change.munition}:${counter}`;

/**
 * The writes that add changes to the stored tallies, one for each scope and bucket. They count rightly only in the
 * transaction whose conditions make it happen once. No count of incidents can fall below 0.
 */
export const tallyWrites = (
  table: string,
  changes: readonly TallyChange[],
  at: string,
): readonly TransactWriteItem[] =>
  [...Map.groupBy(changes, ({ scope, bucket }) => `${scope} ${bucket}`).values()].map(group => {
    const [{ scope, bucket }] = group as [TallyChange, ...TallyChange[]];
    const names: Record<string, string> = { '#changedAt': 'changedAt' };
    const values: Record<string, unknown> = { ':at': at };
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
        UpdateExpression: `SET #changedAt = :at${adds.length > 0 ? ` ADD ${adds.join(', ')}` : ''}`,
        ...(conditions.length > 0 && { ConditionExpression: conditions.join(' AND ') }),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: marshal(values),
      },
    };
  });

/** The tallies of the days of a period, or of its months, or (no period) of all months and of what is undated. */
export const readTallies = async (
  { client, tables }: StoreContext,
  scope: Scope,
  kind: 'DAY' | 'MONTH',
  period?: Period,
): Promise<readonly Tally[]> => {
  const precise = kind === 'DAY' ? 10 : 7;
  const items = await queryAll(client, {
    TableName: tables.records,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: marshal({
      ':pk': tallyPartition(scope),
      ':from': `${kind}#${period?.from.slice(0, precise) ?? ''}`,
      ':to': period ? `${kind}#${period.to.slice(0, precise)}` : undated,
    }),
  });
  return items.map(parseTally);
};

const tallySchema = z.object({ changedAt: instantSchema, cells: z.array(cellSchema) });

/** A tally as it is stored. Throws `CorruptItem` when it is none. */
export const parseTally = (raw: Raw): Tally => {
  const { pk, sk, changedAt, ...attributes } = unmarshall(raw);
  const cells = new Map<string, Record<string, unknown>>();
  for (const [name, value] of Object.entries(attributes)) {
    const [phase = '', munition = '', counter = ''] = name.split(':');
    const [group = '', part] = counter.split('.');
    const key = `${phase}:${munition}`;
    const cell = cells.get(key) ?? { phase, munition, counters: structuredClone(nothing) };
    const counters = cell.counters as Record<string, unknown>;
    if (part === undefined) counters[group] = value;
    else counters[group] = { ...(counters[group] as object), [part]: value };
    cells.set(key, cell);
  }
  const result = tallySchema.safeParse({ changedAt, cells: [...cells.values()] });
  if (!result.success) throw new CorruptItem(`The stored item ${pk} ${sk} is corrupt.`);
  return { bucket: sk as Bucket, ...result.data };
};
