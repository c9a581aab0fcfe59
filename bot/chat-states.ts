import type { Chat } from '../lib/store/chats/chats.ts';
import { emptyChat, rememberedUpdates } from '../lib/store/chats/chats.ts';
import type { Store } from '../lib/store/store.ts';

/** How often a change is made again on the state that somebody else saved in between. */
export const attempts = 5;

/**
 * A change of a chat's state, decided by `reduce` and nothing else: it may be made several times, so it sends, shows and
 * renders nothing. `save` replaces the plain save; it is given the chat as it is to be stored.
 */
export type Change<Value> = Readonly<{
  chat: Chat;
  value: Value;
  save?: (chat: Chat) => Promise<'saved' | 'conflict'>;
}>;

/**
 * `before` is the chat that the change was made on, `chat` the one that was saved. `repeated`: this update was taken
 * before; nothing was changed, and `chat` is the state as it is now.
 */
type Changed<Value> =
  | Readonly<{ kind: 'changed'; before: Chat; chat: Chat; value: Value }>
  | Readonly<{ kind: 'repeated'; before: Chat; chat: Chat }>;

type Noted = Readonly<{ screen: number } | { hint: number }>;
type NoteOutcome = Readonly<{ kind: 'saved' | 'conflict'; chat: Chat }>;

/** The chats of one update. Nothing of them outlives it: the next update may be taken by another instance. */
export type ChatStates = Readonly<{
  /**
   * The state of a chat, `emptyChat` when there is none. The store is asked once an update. One that is kept
   * under an earlier key (of an older secret) is moved to this one.
   */
  read: (key: string, earlier?: readonly string[]) => Promise<Chat>;
  /**
   * Changes a chat for this update and saves it on condition that nobody else has since it was read; when somebody has, it
   * reads again and reduces again. The second delivery of an update changes nothing. Throws `BusyError` after `attempts`.
   */
  update: <Value>(
    key: string,
    updateId: number,
    reduce: (chat: Chat) => Change<Value> | Promise<Change<Value>>,
  ) => Promise<Changed<Value>>;
  /**
   * Saves which message shows the screen of this chat, or brought the phone's location button. `conflict`: somebody else saved
   * since, and `chat` is as it is now: the message shows an older screen then.
   */
  note: (key: string, updateId: number, chat: Chat, message: Noted) => Promise<NoteOutcome>;
}>;

const remembering = (chat: Chat, updateId: number): Chat =>
  chat.recent.includes(updateId)
    ? chat
    : { ...chat, recent: [...chat.recent, updateId].slice(-rememberedUpdates) };

/** The chats of the update that is being taken. */
export const createChatStates = (
  store: Pick<Store, 'chats'>,
  onConflict: () => void = () => {},
): ChatStates => {
  const known = new Map<string, Chat>();

  const find = async (key: string, earlier: readonly string[]): Promise<Chat> => {
    const chat = await store.chats.read(key);
    if (chat) return chat;
    for (const old of earlier) {
      const moved = await store.chats.move(old, key);
      if (moved) return moved;
    }
    return emptyChat();
  };
  const read: ChatStates['read'] = async (key, earlier = []) => {
    const chat = known.get(key) ?? (await find(key, earlier));
    known.set(key, chat);
    return chat;
  };

  return {
    read,
    update: async (key, updateId, reduce) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const before = await read(key);
        if (before.recent.includes(updateId)) return { kind: 'repeated', before, chat: before };
        const { chat, value, save } = await reduce(before);
        const after: Chat = {
          ...remembering({ ...chat, recent: before.recent }, updateId),
          version: before.version + 1,
        };
        const outcome = await (save ? save(after) : store.chats.save(key, after));
        if (outcome === 'saved') {
          known.set(key, after);
          return { kind: 'changed', before, chat: after, value };
        }
        known.delete(key);
        onConflict();
      }
      throw new BusyError();
    },
    note: async (key, updateId, chat, message) => {
      // A new version, so that whoever changes the chat next knows this message, and brings it up to date.
      const noted = {
        ...remembering(chat, updateId),
        version: chat.version + 1,
        leftOver: 'screen' in message ? chat.screen : chat.leftOver,
        ...message,
      };
      if ((await store.chats.save(key, noted)) === 'saved') {
        known.set(key, noted);
        return { kind: 'saved', chat: noted };
      }
      known.delete(key);
      onConflict();
      return { kind: 'conflict', chat: await read(key) };
    },
  };
};

/** Somebody else saved every time. Telegram will deliver the update again. */
export class BusyError extends Error {
  override name = 'BusyError';
}
