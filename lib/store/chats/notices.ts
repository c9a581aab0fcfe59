import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem, type Shape, stamp } from '../dynamodb/item.ts';
import { cardKey, noticeKey } from '../dynamodb/keys.ts';
import { absent, put, read, remove } from '../dynamodb/operations.ts';

/** The right to send one notice until a lease ends. After a crash the lease runs out, and the next delivery sends. */
export type NoticeClaim =
  | Readonly<{ kind: 'claimed'; lease: string }>
  | Readonly<{ kind: 'busy' }>
  | Readonly<{ kind: 'done' }>;

export type Notices = Readonly<{
  /** Claims the sending of a notice for `leaseMs`. `id` names what it tells, and of which version of what. */
  claim: (id: string, leaseMs: number) => Promise<NoticeClaim>;
  /** The notice is sent. `lost`: the lease had ended, and another sender has it. */
  finish: (id: string, lease: string) => Promise<'finished' | 'lost'>;
  /** The notice could not be sent: the next delivery may try without waiting for the lease to end. */
  release: (id: string, lease: string) => Promise<void>;
  /** Remembers the message that is a report's card in the moderators' chat. */
  setCard: (report: string, message: number) => Promise<void>;
  readCard: (report: string) => Promise<number | undefined>;
}>;

/** Longer than any stream or queue redelivers. */
const noticeLifetimeDays = 30;
/** How long a card may still be edited. */
const cardLifetimeDays = 365;
const daySeconds = 24 * 60 * 60;

/** `leaseUntil` in milliseconds. */
const noticeSchema = z.object({ state: z.enum(['claimed', 'done']), lease: z.string(), leaseUntil: z.int() });
export const noticeShape = { kind: 'notice', version: 1, schema: noticeSchema } as const satisfies Shape;
export const cardShape = {
  kind: 'card',
  version: 1,
  schema: z.object({ message: z.int() }),
} as const satisfies Shape;

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
        stamp(noticeShape, {
          state: 'claimed',
          lease,
          leaseUntil: now() + leaseMs,
          ...expiry(noticeLifetimeDays),
        }),
        {
          expression: `${absent.expression} OR (#state = :claimed AND #leaseUntil <= :now)`,
          values: { ':claimed': 'claimed', ':now': now() },
        },
      );
      if (write.kind === 'written') return { kind: 'claimed', lease };
      const winner = write.item && parseItem(noticeShape, write.item);
      return { kind: winner?.state === 'done' ? 'done' : 'busy' };
    },
    finish: async (id, lease) => {
      const { kind } = await put(
        client,
        tables.chats,
        noticeKey(id),
        stamp(noticeShape, { state: 'done', lease, leaseUntil: now(), ...expiry(noticeLifetimeDays) }),
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
        stamp(cardShape, { message, ...expiry(cardLifetimeDays) }),
        { expression: `${absent.expression} OR #message <> :message`, values: { ':message': message } },
      );
    },
    readCard: async report => {
      const raw = await read(client, tables.chats, cardKey(report));
      return raw && parseItem(cardShape, raw).message;
    },
  };
};
