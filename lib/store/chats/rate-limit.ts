import * as z from 'zod/mini';
import { paddedJson } from '../../identity/sealing.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { expiryAfter, parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { rateLimitKey } from '../dynamodb/keys.ts';
import { absent, put, read } from '../dynamodb/operations.ts';

/** When messages were recently sent to a chat, by all instances. Sealed: it reveals when reports came. */
const rateLimitShape = {
  kind: 'rate_limit',
  version: 3,
  schema: z.object({ sent: z.string() }),
} as const satisfies Shape;

export type RateLimit = Readonly<{
  /**
   * Takes room for so many `messages` (1) in a chat that may have been sent `most` within any minute, if that much is left.
   * `chat` is a pseudonym.
   */
  take: (chat: string, most: number, messages?: number) => Promise<boolean>;
}>;

/** A minute, and as long as a message that was counted may take to arrive. */
const windowMs = 65_000;
const lifetimeDays = 1;
/** Tries while others change the same item. */
const attempts = 10;

export const createRateLimit = ({ client, tables, identity, now }: StoreContext): RateLimit => ({
  take: async (chat, most, messages = 1) => {
    const key = rateLimitKey(chat);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const raw = await read(client, tables.chats, key);
      const before = raw && parseItem(rateLimitShape, raw).sent;
      const at = now();
      const lately = instantsOf(before && identity.open(before, key.pk)).filter(sent => sent > at - windowMs);
      if (lately.length + messages > most) return false;
      const instants = [...lately, ...Array<number>(messages).fill(at)];
      const sent = identity.seal(paddedJson(instants) ?? '', key.pk);
      const content = stamp(rateLimitShape, { sent, expiresAt: expiryAfter(lifetimeDays, at) });
      const condition =
        before === undefined ? absent : { expression: '#sent = :before', values: { ':before': before } };
      if ((await put(client, tables.chats, key, content, condition)).kind === 'written') return true;
    }
    return false;
  },
});

const instantsSchema = z.array(z.number());

const instantsOf = (json: string | undefined): readonly number[] =>
  json === undefined ? [] : instantsSchema.parse(JSON.parse(json));
