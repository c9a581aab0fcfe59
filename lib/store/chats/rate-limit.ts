import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { type Shape, stamp } from '../dynamodb/item.ts';
import { rateLimitKey } from '../dynamodb/keys.ts';
import { update } from '../dynamodb/operations.ts';

/** How many messages were sent to a chat in one minute (counted since 1970), by however many senders. */
export const rateLimitShape = {
  kind: 'rate_limit',
  version: 1,
  schema: z.object({ minute: z.int(), sent: z.int() }),
} as const satisfies Shape;

export type RateLimit = Readonly<{
  /** Takes one of the `most` messages of the present minute, if one is left. `chat` is a pseudonym. */
  take: (chat: string, most: number) => Promise<boolean>;
}>;

const minuteMs = 60_000;
const lifetimeSeconds = 24 * 60 * 60;

export const createRateLimit = ({ client, tables, now }: StoreContext): RateLimit => {
  const set = async (chat: string, sent: string, condition: string, values: object): Promise<boolean> => {
    const { shape } = stamp(rateLimitShape, {});
    const { kind } = await update(
      client,
      tables.chats,
      rateLimitKey(chat),
      `SET #shape = :shape, #minute = :minute, #sent = ${sent}, #expiresAt = :expiresAt`,
      {
        values: {
          ':shape': shape,
          ':minute': Math.floor(now() / minuteMs),
          ':one': 1,
          ':expiresAt': Math.floor(now() / 1000) + lifetimeSeconds,
          ...values,
        },
        condition,
      },
    );
    return kind === 'written';
  };
  return {
    take: async (chat, most) =>
      (await set(chat, '#sent + :one', '#minute = :minute AND #sent < :most', { ':most': most })) ||
      set(chat, ':one', 'attribute_not_exists(#minute) OR #minute < :minute', {}),
  };
};
