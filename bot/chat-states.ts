import type { Chat } from '../lib/store/chats/chats.ts';
import { rememberedUpdates } from '../lib/store/chats/chats.ts';
import type { Store } from '../lib/store/store.ts';

/** How often a change is made again on the state that somebody else saved in between. */
const attempts = 5;
/** How many chats a warm function remembers. One state is some 2 KB. */
const cacheSize = 500;

/** A change of a chat's state. `save` overrides the plain save: it is given the chat as it is to be stored. */
export type Change<Value> = Readonly<{
  chat: Chat;
  value: Value;
  save?: (chat: Chat) => Promise<'saved' | 'conflict'>;
}>;

/** `repeated`: this update was taken before; nothing was changed, and `chat` is the state as it is now. */
export type Changed<Value> =
  | Readonly<{ kind: 'changed'; chat: Chat; value: Value }>
  | Readonly<{ kind: 'repeated'; chat: Chat }>;

export type ChatStates = Readonly<{
  /**
   * The state of a chat, possibly as remembered since the last update; a fresh one when there is none. One that is kept
   * under an earlier key (of an older secret) is moved to this one.
   */
  read: (key: string, earlier?: readonly string[]) => Promise<Chat>;
  /**
   * Makes one change for one update: read (unless remembered), change, save on condition that nobody else saved, and
   * again from the start when somebody did. The same update id changes nothing the second time.
   */
  update: <Value>(
    key: string,
    updateId: number,
    change: (chat: Chat) => Change<Value> | Promise<Change<Value>>,
  ) => Promise<Changed<Value>>;
  /** Notes which message shows the screen. Not stored until the next change: losing it costs one leftover message. */
  noteScreen: (key: string, screen: number) => void;
  /** Forgets what is remembered of a chat, because it was changed or erased elsewhere. */
  drop: (key: string) => void;
}>;

const fresh: Chat = { version: 0, recent: [] };

/** Chat states over the store, with a small memory, so that a warm function saves the read. */
export const createChatStates = (
  store: Pick<Store, 'chats'>,
  onConflict: () => void = () => {},
): ChatStates => {
  const remembered = new Map<string, Chat>();

  const remember = (key: string, chat: Chat): void => {
    remembered.delete(key);
    remembered.set(key, chat);
    if (remembered.size > cacheSize) {
      const [oldest] = remembered.keys();
      if (oldest !== undefined) remembered.delete(oldest);
    }
  };
  const find = async (key: string, earlier: readonly string[]): Promise<Chat> => {
    const chat = await store.chats.read(key);
    if (chat) return chat;
    for (const old of earlier) {
      const moved = await store.chats.move(old, key);
      if (moved) return moved;
    }
    return fresh;
  };
  const read = async (key: string, earlier: readonly string[] = []): Promise<Chat> => {
    const known = remembered.get(key);
    if (known) return known;
    const chat = await find(key, earlier);
    remember(key, chat);
    return chat;
  };

  return {
    read,
    update: async (key, updateId, change) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const before = await read(key);
        if (before.recent.includes(updateId)) return { kind: 'repeated', chat: before };
        const { chat, value, save } = await change(before);
        const after: Chat = {
          ...chat,
          version: before.version + 1,
          recent: [...before.recent, updateId].slice(-rememberedUpdates),
        };
        const outcome = await (save ? save(after) : store.chats.save(key, after));
        if (outcome === 'saved') {
          remember(key, after);
          return { kind: 'changed', chat: after, value };
        }
        remembered.delete(key);
        onConflict();
      }
      throw new BusyError();
    },
    noteScreen: (key, screen) => {
      const chat = remembered.get(key);
      if (chat) remember(key, { ...chat, screen });
    },
    drop: key => {
      remembered.delete(key);
    },
  };
};

/** Somebody else saved every time. Telegram will deliver the update again. */
export class BusyError extends Error {
  override name = 'BusyError';
}
