import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { migrationKey } from '../dynamodb/keys.ts';
import { absent, put, read } from '../dynamodb/operations.ts';

const migrationShape = {
  kind: 'migration',
  version: 1,
  schema: z.object({ to: z.string() }),
} as const satisfies Shape;

/** Groups that Telegram made supergroups, which have another id. */
export type Migrations = Readonly<{
  /** `chat` is the pseudonym of the old id, `to` the new id, sealed. */
  set: (chat: string, to: string) => Promise<void>;
  read: (chat: string) => Promise<string | undefined>;
}>;

/** Long enough for the configuration to be given the new id. */
const lifetimeSeconds = 365 * 24 * 60 * 60;

export const createMigrations = ({ client, tables, now }: StoreContext): Migrations => ({
  set: async (chat, to) => {
    const content = stamp(migrationShape, { to, expiresAt: Math.floor(now() / 1000) + lifetimeSeconds });
    const condition = { expression: `${absent.expression} OR #to <> :to`, values: { ':to': to } };
    await put(client, tables.chats, migrationKey(chat), content, condition);
  },
  read: async chat => {
    const raw = await read(client, tables.chats, migrationKey(chat));
    return raw && parseItem(migrationShape, raw).to;
  },
});
