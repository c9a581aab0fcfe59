import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BotCommand, Chat, Message, Update, User } from 'grammy/types';
import type { Markup } from '../rules/markup.ts';

/** A message with its whole keyboard: the Bot API's own object carries inline keyboards only. */
export interface Entry {
  readonly message: Message;
  readonly markup?: Markup | undefined;
}

export type GroupChat = Chat.GroupChat | Chat.SupergroupChat;
export type BotStatus = 'administrator' | 'member' | 'left' | 'kicked';
export type MemberStatus = 'creator' | 'administrator' | 'member';

/** A private chat between a person and the bot, or a group. */
export interface ChatRecord {
  chat: Chat.PrivateChat | GroupChat;
  entries: Entry[];
  /** In a private chat: `left` until the person starts the bot, `kicked` while they block it. */
  bot: BotStatus;
  /** The people of a group, by user id. */
  members: Record<number, MemberStatus>;
  nextMessageId: number;
  migratedTo?: number;
  /** The keyboard open below the chat; a selective one is open for `userIds` only. */
  keyboard?: { messageId: number; markup: Markup; userIds: readonly number[] | undefined };
}

export interface Webhook {
  readonly url: string;
  readonly secretToken: string;
  readonly maxConnections: number;
  readonly lastError?: { readonly date: number; readonly message: string };
}

/** A callback query that the bot has received and may answer once. */
interface CallbackState {
  readonly userId: number;
  readonly sentAtMs: number;
  readonly answered: boolean;
}

/** An inline query that the bot has received and may answer once. */
interface InlineQueryState {
  readonly sentAtMs: number;
  readonly answered: boolean;
}

/** An update that the bot has not accepted yet. */
export interface PendingUpdate {
  readonly update: Update;
  /** Updates with the same key are delivered one at a time, in order. */
  readonly key: string;
  readonly expiresAtMs: number;
}

export interface StoredFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
  readonly kind: string;
  readonly mime: string;
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
}

/** Everything the stand-in remembers, as plain data. */
export interface State {
  users: Record<number, User>;
  chats: Record<number, ChatRecord>;
  files: Record<string, StoredFile>;
  callbacks: Record<string, CallbackState>;
  inlineQueries: Record<string, InlineQueryState>;
  pending: PendingUpdate[];
  webhook: Webhook | undefined;
  allowedUpdates: readonly string[];
  nextUpdateId: number;
  /** As on the real server, all private chats of a bot share one sequence of message ids. */
  nextPrivateMessageId: number;
  /** By scope and language, such as `chat:-100123/uk`. */
  commands: Record<string, readonly BotCommand[]>;
  /** The bot's name and descriptions, by field and language, such as `description/uk`. */
  profile: Record<string, string>;
}

function emptyState(): State {
  return {
    users: {},
    chats: {},
    files: {},
    callbacks: {},
    inlineQueries: {},
    pending: [],
    webhook: undefined,
    allowedUpdates: [],
    nextUpdateId: 100_000_000 + Math.floor(Math.random() * 800_000_000),
    nextPrivateMessageId: 1,
    commands: {},
    profile: {},
  };
}

/** The state saved in the file, or an empty one if there is no file. Throws, naming the file, if it is not JSON. */
export function loadState(file: string | undefined): State {
  if (file === undefined) return emptyState();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return emptyState();
  }
  try {
    return { ...emptyState(), ...(JSON.parse(text) as State) };
  } catch {
    throw new Error(`The Telegram stand-in cannot read ${file}: it is not JSON. Delete it to start afresh.`);
  }
}

/** Saves the state atomically: a crash in the middle leaves the old file. */
export function saveState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
