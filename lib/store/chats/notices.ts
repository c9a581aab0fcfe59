import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import {
  expiryAfter,
  parseAllReadable,
  parseItem,
  type Raw,
  type Readable,
  type Shape,
  stamp,
} from '../dynamodb/item.ts';
import { cardKey, copyKey, copyPrefix, noticeKey } from '../dynamodb/keys.ts';
import { absent, put, read, remove } from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';

/** The right to send one notice until a lease ends. After a crash the lease runs out, and the next delivery sends. */
type NoticeClaim =
  | Readonly<{ kind: 'claimed'; lease: string }>
  | Readonly<{ kind: 'busy' }>
  | Readonly<{ kind: 'done' }>;

/** A message of the bot's with words of a report, by Telegram's ids, which are stored sealed. */
const cardSchema = z.object({ chat: z.int(), message: z.int() });
type Card = Readonly<z.infer<typeof cardSchema>>;

export type Notices = Readonly<{
  /**
   * Claims the sending of a notice for `leaseMs`. `id` names what it tells, and of which event. Whoever claims again under the
   * same `lease`, because no answer came, has it already.
   */
  claim: (id: string, leaseMs: number, lease?: string) => Promise<NoticeClaim>;
  /** The notice is sent. `lost`: the lease had ended, and another sender has it. */
  finish: (id: string, lease: string) => Promise<'finished' | 'lost'>;
  /** The notice could not be sent: the next delivery may try without waiting for the lease to end. */
  release: (id: string, lease: string) => Promise<void>;
  /** Remembers the message that is a report's card in the moderators' chat. */
  setCard: (report: string, card: Card) => Promise<void>;
  readCard: (report: string) => Promise<Card | undefined>;
  /** Remembers a message in which a moderator was shown what is in a report, in whatever chat. */
  noteCopy: (report: string, copy: Card) => Promise<void>;
  copiesOf: (report: string) => Promise<Readable<Card>>;
}>;

/** Longer than any stream or queue redelivers. */
const noticeLifetimeDays = 30;
/** A report may be withdrawn years later, and what moderators were shown of it must be found then. */
const cardLifetimeDays = 3650;

/** `leaseUntil` in milliseconds, 0 once it is done: the time of sending would reveal when something was reported. */
const noticeSchema = z.object({ state: z.enum(['claimed', 'done']), lease: z.string(), leaseUntil: z.int() });
const noticeShape = { kind: 'notice', version: 1, schema: noticeSchema } as const satisfies Shape;
const sealedSchema = z.object({ sealed: z.string() });
const cardShape = { kind: 'card', version: 2, schema: sealedSchema } as const satisfies Shape;
const copyShape = { kind: 'copy', version: 2, schema: sealedSchema } as const satisfies Shape;

/**
 * A name of a message that holds for one report only: one message shows one report after the other, those of one person among
 * them, and nobody is to learn from the table which were looked at together.
 */
const nameWithin = (report: string, message: string): string =>
  createHash('sha256').update(`${report}/${message}`).digest('base64url').slice(0, 22);

/** Long because it is a list of operations, each short. */
export const createNotices = ({ client, tables, identity, now }: StoreContext): Notices => {
  const expiry = (days: number) => ({ expiresAt: expiryAfter(days, now()) });
  const sealCard = (card: Card): string => identity.seal(JSON.stringify(card));
  const openCard = (shape: typeof cardShape | typeof copyShape, raw: Raw): Card | undefined => {
    const text = identity.open(parseItem(shape, raw).sealed);
    return text === undefined ? undefined : cardSchema.parse(JSON.parse(text));
  };
  const held = (lease: string) => ({
    expression: '#state = :claimed AND #lease = :lease',
    values: { ':claimed': 'claimed', ':lease': lease },
  });
  return {
    claim: async (id, leaseMs, lease = randomUUID()) => {
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
          expression: `${absent.expression} OR (#state = :claimed AND (#leaseUntil <= :now OR #lease = :lease))`,
          values: { ':claimed': 'claimed', ':now': now(), ':lease': lease },
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
        stamp(noticeShape, { state: 'done', lease, leaseUntil: 0, ...expiry(noticeLifetimeDays) }),
        held(lease),
      );
      return kind === 'written' ? 'finished' : 'lost';
    },
    release: async (id, lease) => {
      await remove(client, tables.chats, noticeKey(id), held(lease));
    },
    setCard: async (report, card) => {
      const content = { sealed: sealCard(card), ...expiry(cardLifetimeDays) };
      await put(client, tables.chats, cardKey(report), stamp(cardShape, content));
    },
    readCard: async report => {
      const raw = await read(client, tables.chats, cardKey(report));
      return raw && openCard(cardShape, raw);
    },
    noteCopy: async (report, copy) => {
      const key = copyKey(report, nameWithin(report, identity.chatKey(copy.chat, copy.message)));
      const content = { sealed: sealCard(copy), ...expiry(cardLifetimeDays) };
      await put(client, tables.chats, key, stamp(copyShape, content), absent);
    },
    copiesOf: async report => {
      const items = await queryAll(client, {
        table: tables.chats,
        expression: '#pk = :pk AND begins_with(#sk, :copies)',
        values: { ':pk': cardKey(report).pk, ':copies': copyPrefix },
        consistent: true,
      });
      return parseAllReadable(raw => openCard(copyShape, raw), items);
    },
  };
};
