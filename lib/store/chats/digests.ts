import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { expiryAfter, parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { digestKey } from '../dynamodb/keys.ts';
import { read, update } from '../dynamodb/operations.ts';

const digestSchema = z.object({
  cards: z.optional(z.int()),
  releases: z.optional(z.int()),
  anonymous: z.optional(z.int()),
});
const digestShape = { kind: 'digest', version: 1, schema: digestSchema } as const satisfies Shape;

/**
 * What the next digest tells a chat: how many new reports without a card of their own, how many releases, and how many who
 * wrote anonymously have no answer yet.
 */
type Digest = Readonly<{ cards: number; releases: number; anonymous: number }>;

export type Digests = Readonly<{
  /** One thing more was not told by itself, and belongs into the next digest. `chat` is a pseudonym. */
  postpone: (chat: string, what: keyof Digest) => Promise<void>;
  read: (chat: string) => Promise<Digest>;
  /** A digest told so many of them. */
  settle: (chat: string, told: Digest) => Promise<void>;
}>;

/** Longer than a bot that was removed from its group stays away unnoticed. */
const lifetimeDays = 90;

export const createDigests = ({ client, tables, now }: StoreContext): Digests => {
  const add = async (chat: string, { cards, releases, anonymous }: Digest): Promise<void> => {
    const { shape } = stamp(digestShape, {});
    const expiresAt = expiryAfter(lifetimeDays, now());
    await update(
      client,
      tables.chats,
      digestKey(chat),
      'SET #shape = :shape, #expiresAt = :expiresAt ADD #cards :cards, #releases :releases, #anonymous :anonymous',
      {
        values: {
          ':shape': shape,
          ':expiresAt': expiresAt,
          ':cards': cards,
          ':releases': releases,
          ':anonymous': anonymous,
        },
      },
    );
  };
  return {
    postpone: (chat, what) => add(chat, { cards: 0, releases: 0, anonymous: 0, [what]: 1 }),
    read: async chat => {
      const raw = await read(client, tables.chats, digestKey(chat));
      const { cards = 0, releases = 0, anonymous = 0 } = raw ? parseItem(digestShape, raw) : {};
      return { cards, releases, anonymous };
    },
    settle: (chat, { cards, releases, anonymous }) =>
      add(chat, { cards: -cards, releases: -releases, anonymous: -anonymous }),
  };
};
