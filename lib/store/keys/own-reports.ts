import * as z from 'zod/mini';
import { paddedJson } from '../../identity/sealing.ts';
import { reportIdSchema } from '../../report/id.ts';
import { instantSchema } from '../../time/instant.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { CorruptItem } from '../dynamodb/errors.ts';
import { parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { ownReportsKey } from '../dynamodb/keys.ts';
import { absent, putWrite, read, remove, type Write } from '../dynamodb/operations.ts';

/** What one person has sent: the only place that tells which reports are of one person. It is sealed by the identity secret. */
const ownReportsShape = {
  kind: 'own',
  version: 1,
  schema: z.object({ sealed: z.string() }),
} as const satisfies Shape;

const entrySchema = z.object({
  id: reportIdSchema,
  receivedAt: instantSchema,
  isWithdrawn: z.optional(z.boolean()),
  /** The name of what is kept of it for the person alone (`chats/unheard.ts`). */
  unheard: z.optional(z.string()),
});
const entriesSchema = z.array(entrySchema);
export type OwnEntry = Readonly<z.infer<typeof entrySchema>>;

/** A reporter's list, and how it is stored (undefined: not yet), on which its next write is conditional. */
export type OwnList = Readonly<{ entries: readonly OwnEntry[]; stored: string | undefined }>;

type Context = Pick<StoreContext, 'client' | 'tables' | 'identity'>;

export const readOwnList = async (
  { client, tables, identity }: Context,
  reporter: string,
): Promise<OwnList> => {
  const key = ownReportsKey(reporter);
  const raw = await read(client, tables.keys, key);
  if (!raw) return { entries: [], stored: undefined };
  const { sealed: stored } = parseItem(ownReportsShape, raw);
  const text = identity.open(stored, key.pk);
  if (text === undefined) throw new CorruptItem(`The list ${key.pk} cannot be opened.`);
  return { entries: entriesSchema.parse(JSON.parse(text)), stored };
};

/** Replaces a list that was read; refused if it has changed since. */
export const ownListWrite = (
  { tables, identity }: Context,
  reporter: string,
  { stored }: OwnList,
  entries: readonly OwnEntry[],
): Write => {
  const key = ownReportsKey(reporter);
  const sealed = identity.seal(paddedJson(entries) ?? '', key.pk);
  return putWrite(
    tables.keys,
    key,
    stamp(ownReportsShape, { sealed }),
    stored === undefined ? absent : { expression: '#sealed = :read', values: { ':read': stored } },
  );
};

/**
 * Erases a list as it was read: false if it has changed since. The reports stay, and nothing tells any more whose they are.
 */
export const forgetOwnList = async (
  { client, tables }: Context,
  reporter: string,
  { stored }: OwnList,
): Promise<boolean> => {
  if (stored === undefined) return true;
  const condition = { expression: '#sealed = :read', values: { ':read': stored } };
  return (await remove(client, tables.keys, ownReportsKey(reporter), condition)).kind === 'written';
};
