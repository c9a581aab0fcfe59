import { randomInt } from 'node:crypto';
import type { InlineQueryResult, Message, User, UserFromGetMe } from 'grammy/types';
import type { Limits } from '../rules/limits.ts';
import type { FaultSource } from './faults.ts';
import type { Files } from './files.ts';
import type { Delivery } from './job.ts';
import type { Queue } from './queue.ts';
import type { ChatRecord, Entry, GroupChat, MemberStatus, State } from './state.ts';

/** One call of the Bot API, as logged. */
export interface Call {
  readonly id: number;
  readonly at: string;
  readonly method: string;
  /** As sent, with JSON decoded. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly description: string } | undefined;
  readonly ms: number;
}

/** What the bot showed a person after a button press. */
export interface Toast {
  readonly userId: number;
  readonly text: string;
  /** A dialog to be closed, not a passing note. */
  readonly alert: boolean;
}

/** What the chat page and other watchers receive. `world`: something else changed. */
export type WorldEvent =
  | { readonly type: 'entry'; readonly chatId: number; readonly entry: Entry }
  | { readonly type: 'deleted'; readonly chatId: number; readonly messageIds: readonly number[] }
  | { readonly type: 'toast'; readonly toast: Toast }
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'delivery'; readonly delivery: Delivery }
  | { readonly type: 'world' };

/** What all parts of the stand-in share. */
export interface World {
  readonly state: State;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly files: Files;
  readonly faults: FaultSource;
  readonly limits: Limits;
  readonly queue: Queue;
  readonly calls: Call[];
  /** Answers to callback queries that a person is still waiting for, by query id. */
  readonly answers: Map<string, CallbackAnswer>;
  /** Answers to inline queries that a person is still waiting for, by query id. */
  readonly inlineAnswers: Map<string, InlineAnswer>;
  /** Milliseconds since 1970, ahead of the real clock by what tests have advanced it. */
  now(): number;
  emit(event: WorldEvent): void;
}

/** What the bot answered to a button press. */
export interface CallbackAnswer {
  readonly text: string;
  readonly alert: boolean;
}

/** What the bot offered for an inline query: each result, and the message that choosing it sends. */
export interface InlineAnswer {
  readonly results: readonly { readonly result: InlineQueryResult; readonly message: Partial<Message> }[];
  readonly button?: { readonly text: string; readonly start_parameter: string } | undefined;
  readonly cacheSeconds: number;
  readonly isPersonal: boolean;
}

export function seconds(world: World): number {
  return Math.floor(world.now() / 1000);
}

/** The bot as the sender of a message. */
export function botUser(world: World): User {
  const { id, is_bot, first_name, username } = world.bot;
  return { id, is_bot, first_name, username };
}

export function userById(world: World, id: number): User {
  const user = world.state.users[id];
  if (!user) throw new Error(`There is no user ${id}.`);
  return user;
}

export function chatById(world: World, id: number): ChatRecord {
  const chat = world.state.chats[id];
  if (!chat) throw new Error(`There is no chat ${id}.`);
  return chat;
}

export function isGroup(record: ChatRecord): record is ChatRecord & { chat: GroupChat } {
  return record.chat.type !== 'private';
}

/** Adds a person with an empty private chat, or finds them by id. */
export function addUser(world: World, profile: Partial<User> & { first_name: string }): User {
  const id = profile.id ?? randomInt(200_000_000, 7_900_000_000);
  const known = world.state.users[id];
  if (known) return known;
  const user: User = { is_bot: false, ...profile, id };
  world.state.users[id] = user;
  const { first_name, last_name, username } = user;
  const chat = { id, type: 'private', first_name, last_name, username } as ChatRecord['chat'];
  world.state.chats[id] = { chat, entries: [], bot: 'left', members: {}, nextMessageId: 0 };
  world.emit({ type: 'world' });
  return user;
}

/** Adds a group of these people, without the bot, or finds it by id. */
export function addGroup(
  world: World,
  group: { title: string; type: GroupChat['type']; id?: number; members: Record<number, MemberStatus> },
): ChatRecord {
  const id = group.id ?? randomGroupId(group.type);
  const known = world.state.chats[id];
  if (known) return known;
  const added: ChatRecord = {
    chat: { id, type: group.type, title: group.title } as GroupChat,
    entries: [],
    bot: 'left',
    members: group.members,
    nextMessageId: 1,
  };
  world.state.chats[id] = added;
  world.emit({ type: 'world' });
  return added;
}

function randomGroupId(type: GroupChat['type']): number {
  return type === 'supergroup'
    ? -1_000_000_000_000 - randomInt(1_000_000_000, 2_900_000_000)
    : -randomInt(4_000_000_000, 4_999_999_999);
}
