import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { expiryAfter, parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { channelKey, postKey } from '../dynamodb/keys.ts';
import { absent, put, read } from '../dynamodb/operations.ts';

/** All of it is public already: what stands in a public channel. */
const channelShape = {
  kind: 'channel',
  version: 1,
  schema: z.object({ seq: z.int() }),
} as const satisfies Shape;
const postShape = {
  kind: 'post',
  version: 1,
  schema: z.object({ message: z.int() }),
} as const satisfies Shape;

/** What was posted in the public channel, by the channel's id or name. */
export type Posts = Readonly<{
  /** The number of the last news that was posted or passed over; undefined for a channel that is new. */
  readSeq: (channel: string) => Promise<number | undefined>;
  /** Never goes back. */
  saveSeq: (channel: string, seq: number) => Promise<void>;
  /** Remembers the message that tells of an incident. */
  note: (channel: string, incident: string, message: number) => Promise<void>;
  read: (channel: string, incident: string) => Promise<number | undefined>;
}>;

/** What was published may be corrected years later, and its post with it. */
const postDays = 3650;

export const createPosts = ({ client, tables: { chats }, now }: StoreContext): Posts => ({
  readSeq: async channel => {
    const raw = await read(client, chats, channelKey(channel));
    return raw && parseItem(channelShape, raw).seq;
  },
  saveSeq: async (channel, seq) => {
    await put(client, chats, channelKey(channel), stamp(channelShape, { seq }), {
      expression: `${absent.expression} OR #seq < :seq`,
      values: { ':seq': seq },
    });
  },
  note: async (channel, incident, message) => {
    const content = stamp(postShape, { message, expiresAt: expiryAfter(postDays, now()) });
    await put(client, chats, postKey(channel, incident), content);
  },
  read: async (channel, incident) => {
    const raw = await read(client, chats, postKey(channel, incident));
    return raw && parseItem(postShape, raw).message;
  },
});
