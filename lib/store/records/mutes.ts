import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Event } from '../../history/event.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { ContendedItem } from '../dynamodb/errors.ts';
import { parseItem, rawKey } from '../dynamodb/item.ts';
import { reporterKey } from '../dynamodb/keys.ts';
import { absent, putWrite, read, toExpression, transact } from '../dynamodb/operations.ts';
import { readHistory, withEvent } from './history.ts';

/** Whether anything is taken from a reporter, who is a pseudonym here and nothing else. */
export const muteSchema = z.object({ reporter: z.string(), version: z.int(), muted: z.boolean() });
export type Mute = Readonly<z.infer<typeof muteSchema>>;

export type Mutes = Readonly<{
  /** Takes nothing from a reporter any more, or again. `unchanged`: it is so already. `by` is a moderator. */
  set: (
    change: Readonly<{ reporter: string; muted: boolean; by: string; at: string }>,
  ) => Promise<'saved' | 'unchanged'>;
  has: (reporter: string) => Promise<boolean>;
  history: (reporter: string) => Promise<readonly Event[]>;
}>;

const attempts = 5;
const headSchema = z.object({ head: z.string() });

export const createMutes = (context: StoreContext): Mutes => {
  const { client, tables } = context;
  const stored = async (reporter: string) => {
    const raw = await read(client, tables.records, reporterKey(reporter));
    return raw && { mute: parseItem(muteSchema, raw), head: parseItem(headSchema, raw).head };
  };
  return {
    set: async ({ reporter, muted, by, at }) => {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const before = await stored(reporter);
        if ((before?.mute.muted ?? false) === muted) return 'unchanged';
        const after: Mute = { reporter, version: (before?.mute.version ?? 0) + 1, muted };
        const key = reporterKey(reporter);
        const kind = muted ? 'muted' : 'unmuted';
        const { head, write } = withEvent(tables.records, key, after, before?.head, { at, by, kind });
        const condition = before
          ? { expression: '#version = :read', values: { ':read': before.mute.version } }
          : absent;
        const { kind: outcome } = await transact(client, [
          putWrite(tables.records, key, { ...after, head }, condition),
          write,
        ]);
        if (outcome === 'written') return 'saved';
      }
      throw new ContendedItem('A reporter kept being muted and unmuted.');
    },
    has: async reporter => (await stored(reporter))?.mute.muted ?? false,
    history: reporter => readHistory(client, tables.records, reporterKey(reporter)),
  };
};

/** The condition that nobody has muted a reporter. */
export const unmuted = ({ tables }: StoreContext, reporter: string): TransactWriteItem => {
  const expression = `${absent.expression} OR #muted = :no`;
  return {
    ConditionCheck: {
      TableName: tables.records,
      Key: rawKey(reporterKey(reporter)),
      ConditionExpression: expression,
      ...toExpression(expression, { ':no': false }),
    },
  };
};
