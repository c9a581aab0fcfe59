import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { paddedJson } from '../../identity/sealing.ts';
import { reportSchema } from '../../report/report.ts';
import { outcomeSchema } from '../../review/outline.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { CorruptItem } from '../dynamodb/errors.ts';
import { parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { unheardKey } from '../dynamodb/keys.ts';
import { putWrite, read, type Write } from '../dynamodb/operations.ts';

/**
 * A report as a muted reporter sees it: with what they said since they were muted, which nobody else sees. `on` is
 * the version of the stored report that they said it on; undefined when there is none, because it came while they were muted.
 * Of one of those that was withdrawn only the outcome is kept.
 */
const unheardSchema = z.object({
  on: z.optional(z.int()),
  report: z.union([reportSchema, z.extend(outcomeSchema, { receivedAt: reportSchema.shape.receivedAt })]),
});
export type Unheard = Readonly<z.infer<typeof unheardSchema>>;

/** Its key is a random name, which the reporter's own list has, sealed: it tells neither whose it is nor of which report. */
const unheardShape = {
  kind: 'unheard',
  version: 1,
  schema: z.object({ sealed: z.string() }),
} as const satisfies Shape;

type Context = Pick<StoreContext, 'client' | 'tables' | 'identity'>;

export const newUnheardName = (): string => randomBytes(16).toString('base64url');

export const readUnheard = async (
  { client, tables, identity }: Context,
  name: string,
): Promise<Unheard | undefined> => {
  const key = unheardKey(name);
  const raw = await read(client, tables.chats, key);
  if (!raw) return undefined;
  const text = identity.open(parseItem(unheardShape, raw).sealed, key.pk);
  const result = unheardSchema.safeParse(text && JSON.parse(text));
  if (!result.success) throw new CorruptItem(`What ${key.pk} holds cannot be opened.`);
  return result.data;
};

/** In a transaction with the list that names it. */
export const unheardWrite = ({ tables, identity }: Context, name: string, unheard: Unheard): Write => {
  const key = unheardKey(name);
  const sealed = identity.seal(paddedJson(unheard) ?? '', key.pk);
  return putWrite(tables.chats, key, stamp(unheardShape, { sealed }));
};
