import * as z from 'zod/mini';
import { type Follower, followerSchema } from '../../follow/follower.ts';
import { allPseudonyms } from '../../identity/identity.ts';
import { paddedJson } from '../../identity/sealing.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { ContendedItem, CorruptItem } from '../dynamodb/errors.ts';
import {
  parseAllReadable,
  parseItem,
  type Raw,
  type Readable,
  type Shape,
  stamp,
  validate,
} from '../dynamodb/item.ts';
import { followerKey, followersPartition } from '../dynamodb/keys.ts';
import {
  absent,
  type Condition,
  deleteWrite,
  present,
  put,
  putWrite,
  read,
  remove,
  transact,
} from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';

/**
 * Followers are sealed as a whole, padded, under the identity secret, and lie under pseudonyms of their own: a thief of the
 * table learns how many there are, not who or what they follow, nor who was told of what. There is no list by topic, in which
 * those who follow the same would lie together: a wave passes them all.
 */
export const followerShape = {
  kind: 'follower',
  version: 1,
  schema: z.object({ sk: z.string(), sealed: z.string() }),
} as const satisfies Shape;

/**
 * A follower as stored: `key` is the pseudonym, `sealed` what the next write is conditional on. `isOld`: under an older secret,
 * from which the next write moves them.
 */
export type StoredFollower = Readonly<{ key: string; sealed: string; follower: Follower; isOld: boolean }>;

export type Followers = Readonly<{
  /** What a chat follows; undefined when it never followed anything, or ended it. */
  read: (chat: number) => Promise<Follower | undefined>;
  /**
   * Changes what a chat follows, from what it is by then; `change` may be called again. Undefined, and nothing followed, ends
   * it: nothing is kept. Returns what is stored then.
   */
  change: (
    chat: number,
    change: (before: Follower | undefined) => Follower | undefined,
  ) => Promise<Follower | undefined>;
  /** A page of all followers, in the order of their pseudonyms, behind one. `next`: where to go on, if there may be more. */
  page: (
    after: string | undefined,
    limit: number,
  ) => Promise<Readable<StoredFollower> & Readonly<{ next: string | undefined }>>;
  /** A follower as they are now, by pseudonym. */
  again: (key: string) => Promise<StoredFollower | undefined>;
  /** Replaces a follower as they were read; undefined when they have changed since, or went. */
  replace: (before: StoredFollower, follower: Follower) => Promise<StoredFollower | undefined>;
  /** Forgets a follower as they were read, who blocked the bot. */
  drop: (before: StoredFollower) => Promise<void>;
  /** Forgets what a chat follows, under every secret. */
  forget: (chat: number) => Promise<void>;
}>;

const attempts = 8;

/** Long because it is a list of operations, each short. */
export const createFollowers = ({ client, tables, identity }: StoreContext): Followers => {
  const { chats } = tables;
  const seal = (key: string, follower: Follower): string =>
    identity.seal(paddedJson(validate(followerSchema, follower)) ?? '', key);
  const parse = (raw: Raw): StoredFollower => {
    const { sk: key, sealed } = parseItem(followerShape, raw);
    const text = identity.open(sealed, key);
    const result = followerSchema.safeParse(text && JSON.parse(text));
    if (!result.success) throw new CorruptItem(`The follower ${key} cannot be opened.`);
    return { key, sealed, follower: result.data, isOld: key !== identity.follower(result.data.chat) };
  };
  const again = async (key: string): Promise<StoredFollower | undefined> => {
    const raw = await read(client, chats, followerKey(key));
    return raw && parse(raw);
  };
  /** Under the newest secret, or else under an older one. */
  const find = async (chat: number): Promise<StoredFollower | undefined> => {
    for (const { follower } of allPseudonyms(identity)) {
      const found = await again(follower(chat));
      if (found) return found;
    }
    return undefined;
  };
  const asRead = ({ sealed }: StoredFollower): Condition => ({
    expression: '#sealed = :read',
    values: { ':read': sealed },
  });
  /** Stores it under the newest pseudonym, unless it has changed since it was read. */
  const write = async (before: StoredFollower | undefined, key: string, sealed: string): Promise<boolean> => {
    const content = stamp(followerShape, { sealed });
    if (!before || before.key === key)
      return (
        (await put(client, chats, followerKey(key), content, before ? asRead(before) : absent)).kind ===
        'written'
      );
    const moved = await transact(client, [
      deleteWrite(chats, followerKey(before.key), asRead(before)),
      putWrite(chats, followerKey(key), content, absent),
    ]);
    return moved.kind === 'written';
  };
  const drop = async (before: StoredFollower): Promise<boolean> =>
    (await remove(client, chats, followerKey(before.key), asRead(before))).kind === 'written';
  return {
    read: async chat => (await find(chat))?.follower,
    change: async (chat, change) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const before = await find(chat);
        const changed = change(before?.follower);
        const after = changed && changed.topics.length > 0 ? changed : undefined;
        const key = identity.follower(chat);
        if (after ? await write(before, key, seal(key, after)) : !before || (await drop(before)))
          return after;
      }
      throw new ContendedItem('What a chat follows kept changing.');
    },
    page: async (after, limit) => {
      const items = await queryAll(
        client,
        {
          table: chats,
          expression: after === undefined ? '#pk = :pk' : '#pk = :pk AND #sk > :after',
          values: { ':pk': followersPartition, ':after': after },
          consistent: true,
        },
        limit,
      );
      const next = items.length < limit ? undefined : items.at(-1)?.sk?.S;
      return { ...parseAllReadable(parse, items), next };
    },
    again,
    replace: async (before, follower) => {
      const key = identity.follower(follower.chat);
      const sealed = seal(key, follower);
      const written = await write(before, key, sealed);
      // Refused although it is ours: an answer to it was lost, and the client sent it again.
      const isOurs = written || (await read(client, chats, followerKey(key)))?.sealed?.S === sealed;
      return isOurs ? { key, sealed, follower, isOld: false } : undefined;
    },
    drop: async before => {
      await drop(before);
    },
    forget: async chat => {
      for (const { follower } of allPseudonyms(identity))
        await remove(client, chats, followerKey(follower(chat)), present);
    },
  };
};
