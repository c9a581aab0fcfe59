import * as z from 'zod/mini';
import type { ReportKey } from '../../identity/sealing.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { CorruptItem } from '../dynamodb/errors.ts';
import { parseItem, parseReadable, type Raw, type Shape, stamp } from '../dynamodb/item.ts';
import { reportKeyKey } from '../dynamodb/keys.ts';
import {
  absent,
  type Condition,
  deleteWrite,
  present,
  putWrite,
  read,
  readMany,
  type Write,
} from '../dynamodb/operations.ts';

/** The key of a report, wrapped by the identity secret. Deleting it erases the report, in every copy and backup. */
const reportKeyShape = {
  kind: 'key',
  version: 1,
  schema: z.object({ id: z.string(), wrapped: z.string() }),
} as const satisfies Shape;

type Context = Pick<StoreContext, 'client' | 'tables' | 'identity'>;

/** A report's key; undefined when it was erased. Throws `CorruptItem` when none of the secrets has wrapped it. */
export const readKey = async (context: Context, report: string): Promise<StoredKey | undefined> => {
  const raw = await read(context.client, context.tables.keys, reportKeyKey(report));
  return raw && unwrap(context, raw);
};

/** `wrapped` is how it is stored. */
export type StoredKey = Readonly<{ key: ReportKey; wrapped: string }>;

/** The keys of those reports that were not erased, by report. One call for each hundred. */
export const readKeys = async (
  context: Context,
  reports: readonly string[],
): Promise<ReadonlyMap<string, ReportKey>> => {
  const raws = await readMany(context.client, context.tables.keys, reports.map(reportKeyKey));
  return new Map(raws.map(raw => [raw.id?.S ?? '', unwrap(context, raw).key]));
};

const unwrap = ({ identity }: Context, raw: Raw): StoredKey => {
  const { id, wrapped } = parseItem(reportKeyShape, raw);
  const key = identity.unwrapKey(id, wrapped);
  if (!key) throw new CorruptItem(`The key of ${id} was wrapped by a secret that is not among ours.`);
  return { key, wrapped };
};

/** Whether any of our secrets opens a stored key. */
export const opensKey = (context: Context, raw: Raw): boolean =>
  parseReadable(one => unwrap(context, one), raw) !== undefined;

/** The write of a new report's key. */
export const keyWrite = (
  context: Context,
  id: string,
  key: ReportKey,
  condition: Condition = absent,
): Write =>
  putWrite(
    context.tables.keys,
    reportKeyKey(id),
    stamp(reportKeyShape, { id, wrapped: context.identity.wrapKey(id, key) }),
    condition,
  );

/** Wraps a key again with the present secret, if it has changed since; written along with another change of its report. */
export const rewrapWrites = (context: Context, id: string, { key, wrapped }: StoredKey): readonly Write[] =>
  context.identity.isCurrent(wrapped)
    ? []
    : [keyWrite(context, id, key, { expression: '#wrapped = :read', values: { ':read': wrapped } })];

/** The write after which nothing that was sealed of a report can be opened. */
export const keyErasure = ({ tables }: Context, id: string): Write =>
  deleteWrite(tables.keys, reportKeyKey(id), present);
