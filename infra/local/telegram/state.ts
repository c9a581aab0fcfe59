import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BotCommand, Chat, MenuButton, Message, Update, User } from 'grammy/types';
import type { Markup } from './rules/markup.ts';

/** A message with all of its keyboard: the Bot API's own object knows inline keyboards only. */
export interface Entry {
  readonly message: Message;
  readonly markup?: Markup;
}

export interface Member extends User {
  readonly phone_number?: string;
  /** The account was deleted: calls to the person answer 403. */
  readonly deactivated?: boolean;
}

export type GroupChat = Chat.GroupChat | Chat.SupergroupChat;
export type BotStatus = 'administrator' | 'member' | 'left' | 'kicked';
export type MemberStatus = 'creator' | 'administrator' | 'member';

/** A chat between a person and the bot, or a group. */
export interface ChatRecord {
  chat: Chat.PrivateChat | GroupChat;
  entries: Entry[];
  /** The bot's standing: in a private chat `left` until the person starts it, `kicked` when blocked. */
  bot: BotStatus;
  /** Of a group: user id to standing. */
  members: Record<number, MemberStatus>;
  nextMessageId: number;
  migratedTo?: number;
  /** The keyboard that is now open below the chat; in a group for some people only, when it is selective. */
  keyboard?: { messageId: number; markup: Markup; userIds?: readonly number[] };
}

export interface Webhook {
  readonly url: string;
  readonly secretToken: string;
  readonly maxConnections: number;
  readonly ipAddress?: string;
  readonly lastError?: { readonly date: number; readonly message: string };
}

/** A callback query that waits for its answer. */
export interface AskedCallback {
  readonly userId: number;
  readonly askedAtMs: number;
  readonly answered: boolean;
}

/** An update that the bot has not taken yet. */
export interface PendingUpdate {
  readonly update: Update;
  /** Updates of one key are delivered one after another, in order. */
  readonly key: string;
  readonly expiresAtMs: number;
}

export interface StoredFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_path: string;
  readonly file_size: number;
  readonly kind: string;
  readonly mime: string;
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
}

/** All that the stand-in remembers, as plain data. */
export interface State {
  users: Record<number, Member>;
  chats: Record<number, ChatRecord>;
  files: Record<string, StoredFile>;
  callbacks: Record<string, AskedCallback>;
  pending: PendingUpdate[];
  webhook: Webhook | undefined;
  allowedUpdates: readonly string[];
  nextUpdateId: number;
  /** Private chats of one bot share their message numbers, as they do on the real server. */
  nextPrivateMessageId: number;
  /** By scope and language: see settings.ts. */
  commands: Record<string, readonly BotCommand[]>;
  menuButtons: Record<number, MenuButton>;
  /** Name and descriptions, by field and language. */
  texts: Record<string, string>;
}

export function emptyState(): State {
  return {
    users: {},
    chats: {},
    files: {},
    callbacks: {},
    pending: [],
    webhook: undefined,
    allowedUpdates: [],
    nextUpdateId: 100_000_000 + Math.floor(Math.random() * 800_000_000),
    nextPrivateMessageId: 1,
    commands: {},
    menuButtons: {},
    texts: {},
  };
}

/** The state kept in the file, or an empty one when there is none. A broken file is an error that names it. */
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
    throw new Error(`The Telegram stand-in cannot read ${file}: it is no JSON. Delete it to start afresh.`);
  }
}

/** Writes the state in one step: a crash in the middle leaves the old one. */
export function saveState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
