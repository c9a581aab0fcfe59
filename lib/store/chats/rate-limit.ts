import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { expiryAfter, type Shape, stamp } from '../dynamodb/item.ts';
import { rateLimitKey } from '../dynamodb/keys.ts';
import { update } from '../dynamodb/operations.ts';

/** How many messages were sent to a chat in one minute, by however many senders. */
const rateLimitShape = {
  kind: 'rate_limit',
  version: 2,
  schema: z.object({ sent: z.int() }),
} as const satisfies Shape;

export type RateLimit = Readonly<{
  /** Takes one of the `most` messages of the present minute, if one is left. `chat` is a pseudonym. */
  take: (chat: string, most: number) => Promise<boolean>;
}>;

const minuteMs = 60_000;
const lifetimeDays = 1;

export const createRateLimit = ({ client, tables, identity, now }: StoreContext): RateLimit => ({
  take: async (chat, most) => {
    const { shape } = stamp(rateLimitShape, {});
    // No chat of nobody: a pseudonym of the minute alone.
    const minute = identity.chatKey(Math.floor(now() / minuteMs), 0);
    const { kind } = await update(
      client,
      tables.chats,
      rateLimitKey(chat, minute),
      'SET #shape = :shape, #expiresAt = :expiresAt ADD #sent :one',
      {
        values: { ':shape': shape, ':one': 1, ':most': most, ':expiresAt': expiryAfter(lifetimeDays, now()) },
        condition: 'attribute_not_exists(#sent) OR #sent < :most',
      },
    );
    return kind === 'written';
  },
});
