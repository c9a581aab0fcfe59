import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { expiryAfter, parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { pictureKey } from '../dynamodb/keys.ts';
import { put, read } from '../dynamodb/operations.ts';

const pictureSchema = z.object({ file: z.string(), spoken: z.string() });
/** A picture that was sent: its file's id at Telegram, and what was said under it. */
type Picture = Readonly<z.infer<typeof pictureSchema>>;

const pictureShape = {
  kind: 'picture',
  version: 1,
  schema: z.extend(pictureSchema, { expiresAt: z.int() }),
} as const satisfies Shape;

/** Where Telegram keeps the pictures that were sent: nothing is drawn twice. `name`: a hash of what is in the picture. */
export type Pictures = Readonly<{
  /** Undefined for a picture that was not sent yet. */
  read: (name: string) => Promise<Picture | undefined>;
  note: (name: string, picture: Picture) => Promise<void>;
}>;

/** A picture says as of which day it is: who asks on another day gets another one. */
const lifetimeDays = 7;

export const createPictures = ({
  client,
  tables,
  now,
}: Pick<StoreContext, 'client' | 'now'> &
  Readonly<{ tables: Pick<StoreContext['tables'], 'chats'> }>): Pictures => ({
  read: async name => {
    const raw = await read(client, tables.chats, pictureKey(name));
    return raw && pictureSchema.parse(parseItem(pictureShape, raw));
  },
  note: async (name, { file, spoken }) => {
    await put(
      client,
      tables.chats,
      pictureKey(name),
      stamp(pictureShape, { file, spoken, expiresAt: expiryAfter(lifetimeDays, now()) }),
    );
  },
});
