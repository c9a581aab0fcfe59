import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem } from '../dynamodb/item.ts';
import { cardKey, noticeKey } from '../dynamodb/keys.ts';
import { absent, put, read, remove } from '../dynamodb/operations.ts';

/**
 * The right to send one notice until a lease ends. Whoever crashes lets the lease run out, and the next delivery sends.
 */
export type Claim =
  | Readonly<{ kind: 'claimed'; lease: string }>
  | Readonly<{ kind: 'busy' }>
  | Readonly<{ kind: 'done' }>;

export type Notices = Readonly<{
  /** Claims the sending of a notice (`id`: what it tells, of which version of what) for `leaseMs`. */
  claim: (id: string, leaseMs: number) => Promise<Claim>;
  /** The notice is sent, for ever. `lost`: the lease had ended and somebody else has it. */
  finish: (id: string, lease: string) => Promise<'finished' | 'lost'>;
  /** The notice could not be sent: the next delivery may try at once. */
  release: (id: string, lease: string) => Promise<void>;
  /** Remembers the message that is a report's card in the moderators' chat. */
  setCard: (report: string, message: number) => Promise<void>;
  readCard: (report: string) => Promise<number | undefined>;
}>;

/** Longer than any stream or queue delivers again. */
const noticeLifetimeDays = 30;
/** How long a card may still be edited. */
const cardLifetimeDays = 365;
const daySeconds = 24 * 60 * 60;

/** `leaseUntil` in milliseconds. */
const noticeSchema = z.object({ state: z.enum(['claimed', 'done']), lease: z.string(), leaseUntil: z.int() });
const cardSchema = z.object({ message: z.int() });

export const createNotices = ({ client, tables, now }: StoreContext): Notices => {
  const expiry = (days: number) => ({ expiresAt: Math.floor(now() / 1000) + days * daySeconds });
  const held = (lease: string) => ({
    expression: '#state = :claimed AND #lease = :lease',
    values: { ':claimed': 'claimed', ':lease': lease },
  });
  return {
    claim: async (id, leaseMs) => {
      const lease = randomUUID();
      const write = await put(
        client,
        tables.chats,
        noticeKey(id),
        { state: 'claimed', lease, leaseUntil: now() + leaseMs, ...expiry(noticeLifetimeDays) },
        {
          expression: `${absent.expression} OR (#state = :claimed AND #leaseUntil <= :now)`,
          values: { ':claimed': 'claimed', ':now': now() },
        },
      );
      if (write.kind === 'written') return { kind: 'claimed', lease };
      const winner = write.item && parseItem(noticeSchema, write.item);
      return { kind: winner?.state === 'done' ? 'done' : 'busy' };
    },
    finish: async (id, lease) => {
      const { kind } = await put(
        client,
        tables.chats,
        noticeKey(id),
        { state: 'done', lease, leaseUntil: now(), ...expiry(noticeLifetimeDays) },
        held(lease),
      );
      return kind === 'written' ? 'finished' : 'lost';
    },
    release: async (id, lease) => {
      await remove(client, tables.chats, noticeKey(id), held(lease));
    },
    setCard: async (report, message) => {
      await put(
        client,
        tables.chats,
        cardKey(report),
        { message, ...expiry(cardLifetimeDays) },
        { expression: `${absent.expression} OR #message <> :message`, values: { ':message': message } },
      );
    },
    readCard: async report => {
      const raw = await read(client, tables.chats, cardKey(report));
      return raw && parseItem(cardSchema, raw).message;
    },
  };
};
