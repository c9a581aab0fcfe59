import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { hourAfter } from '../../time/instant.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseAllReadable, parseItem, type Raw, type Readable, type Shape, stamp } from '../dynamodb/item.ts';
import { shownFileKey, shownFilesPartition } from '../dynamodb/keys.ts';
import { absent, deleteWrite, present, put, putWrite, remove, transact } from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';

/**
 * Messages with a file of a report that moderators were shown. A bot may delete its messages for 48 hours only, and a report
 * may be withdrawn years later: so each of them is taken away within a day, whatever becomes of its report.
 */
const shownFileSchema = z.object({ report: z.string(), chat: z.int(), message: z.int() });
/** `key` is where it is stored. */
export type ShownFile = Readonly<z.infer<typeof shownFileSchema> & { key: string }>;

const shownFileShape = {
  kind: 'shown',
  version: 1,
  schema: z.object({ sk: z.string(), sealed: z.string() }),
} as const satisfies Shape;

export type ShownFiles = Readonly<{
  /** A moderator was shown this just now. */
  note: (file: Omit<ShownFile, 'key'>) => Promise<void>;
  /** Those whose time is over at an instant; without one, all of them. */
  list: (until?: string) => Promise<Readable<ShownFile>>;
  /** It could not be taken away: tried again after another day. */
  postpone: (file: ShownFile) => Promise<void>;
  /** It is there no more. */
  drop: (file: ShownFile) => Promise<void>;
}>;

const shownMs = 24 * 3_600_000;
/** After every instant. */
const always = '~';

export const createShownFiles = ({ client, tables, identity, now }: StoreContext): ShownFiles => {
  const { chats } = tables;
  const itemOf = ({ report, chat, message }: Omit<ShownFile, 'key'>) => {
    const key = shownFileKey(hourAfter(new Date(now() + shownMs).toISOString()), randomUUID());
    const sealed = identity.seal(JSON.stringify({ report, chat, message }), key.sk);
    return { key, content: stamp(shownFileShape, { sealed }) };
  };
  const parse = (raw: Raw): ShownFile | undefined => {
    const { sk: key, sealed } = parseItem(shownFileShape, raw);
    const text = identity.open(sealed, key);
    return text === undefined ? undefined : { ...shownFileSchema.parse(JSON.parse(text)), key };
  };
  const keyOf = ({ key: sk }: ShownFile) => ({ pk: shownFilesPartition, sk });
  return {
    note: async file => {
      const { key, content } = itemOf(file);
      await put(client, chats, key, content, absent);
    },
    list: async (until = always) =>
      parseAllReadable(
        parse,
        await queryAll(client, {
          table: chats,
          expression: '#pk = :pk AND #sk < :until',
          values: { ':pk': shownFilesPartition, ':until': until },
          consistent: true,
        }),
      ),
    postpone: async file => {
      const { key, content } = itemOf(file);
      // Whoever postponed or dropped it just now has done that.
      await transact(client, [
        deleteWrite(chats, keyOf(file), present),
        putWrite(chats, key, content, absent),
      ]);
    },
    drop: async file => {
      await remove(client, chats, keyOf(file), present);
    },
  };
};
