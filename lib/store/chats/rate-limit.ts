import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem, rawKey } from '../dynamodb/item.ts';
import { moveKey, paceKey } from '../dynamodb/keys.ts';
import { absent, put, read, toExpression } from '../dynamodb/operations.ts';

/** What the next digest tells: new reports without a card of their own, and releases. */
export type Postponed = Readonly<{ cards: number; releases: number }>;

/** What the senders to a group, who may be several, share: how much was sent lately, and what waits for a digest. */
export type GroupChat = Readonly<{
  /** Takes one of `most` messages of the present minute, if one is left. `chat` is a pseudonym. */
  takeTurn: (chat: string, most: number) => Promise<boolean>;
  /** One thing more was not told by itself, and belongs into the next digest. */
  putOff: (chat: string, what: keyof Postponed) => Promise<void>;
  /** How many things were put off, of each kind. */
  putOffs: (chat: string) => Promise<Postponed>;
  /** A digest told of so many of them. */
  settle: (chat: string, told: Postponed) => Promise<void>;
  /** A group goes on under another id, sealed. */
  setMigration: (chat: string, to: string) => Promise<void>;
  readMigration: (chat: string) => Promise<string | undefined>;
}>;

const minuteMs = 60_000;
/** Nothing here matters after a day; where a group moved to matters until the configuration says it. */
const paceLifetimeSeconds = 24 * 60 * 60;
const moveLifetimeSeconds = 365 * 24 * 60 * 60;

const paceSchema = z.object({ cards: z.optional(z.int()), releases: z.optional(z.int()) });
const moveSchema = z.object({ to: z.string() });

export const createGroupChat = ({ client, tables, now }: StoreContext): GroupChat => {
  const expiry = (seconds: number) => Math.floor(now() / 1000) + seconds;
  const update = async (
    chat: string,
    expression: string,
    values: object,
    condition?: string,
  ): Promise<boolean> => {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: tables.chats,
          Key: rawKey(paceKey(chat)),
          UpdateExpression: expression,
          ConditionExpression: condition,
          ...toExpression(`${expression} ${condition ?? ''}`, values),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  };
  return {
    takeTurn: async (chat, most) => {
      const minute = Math.floor(now() / minuteMs);
      const expiresAt = expiry(paceLifetimeSeconds);
      return (
        (await update(
          chat,
          'SET #sent = #sent + :one, #expiresAt = :expiresAt',
          { ':one': 1, ':minute': minute, ':most': most, ':expiresAt': expiresAt },
          '#minute = :minute AND #sent < :most',
        )) ||
        update(
          chat,
          'SET #minute = :minute, #sent = :one, #expiresAt = :expiresAt',
          { ':one': 1, ':minute': minute, ':expiresAt': expiresAt },
          'attribute_not_exists(#minute) OR #minute < :minute',
        )
      );
    },
    putOff: async (chat, what) => {
      await update(chat, `SET #expiresAt = :expiresAt ADD #${what} :one`, {
        ':one': 1,
        ':expiresAt': expiry(paceLifetimeSeconds),
      });
    },
    putOffs: async chat => {
      const raw = await read(client, tables.chats, paceKey(chat));
      const { cards = 0, releases = 0 } = raw ? parseItem(paceSchema, raw) : {};
      return { cards, releases };
    },
    settle: async (chat, { cards, releases }) => {
      await update(chat, 'ADD #cards :cards, #releases :releases', {
        ':cards': -cards,
        ':releases': -releases,
      });
    },
    setMigration: async (chat, to) => {
      const content = { to, expiresAt: expiry(moveLifetimeSeconds) };
      const condition = { expression: `${absent.expression} OR #to <> :to`, values: { ':to': to } };
      await put(client, tables.chats, moveKey(chat), content, condition);
    },
    readMigration: async chat => {
      const raw = await read(client, tables.chats, moveKey(chat));
      return raw && parseItem(moveSchema, raw).to;
    },
  };
};
