import { createHash, randomInt } from 'node:crypto';
import type { Message, Update, User, UserFromGetMe } from 'grammy/types';
import type { FaultSource } from './faults.ts';
import type { Files } from './files.ts';
import type { Delivery, Queue } from './queue.ts';
import type { FormattedText } from './rules/html.ts';
import type { Limits } from './rules/limits.ts';
import type { Markup } from './rules/markup.ts';
import type { ChatRecord, Entry, GroupChat, Member, MemberStatus, State } from './state.ts';

/** One call of the Bot API, as logged. */
export interface Call {
  readonly id: number;
  readonly at: string;
  readonly method: string;
  /** As sent: texts, with JSON decoded where it is any; files by name and size. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly description: string };
  readonly ms: number;
}

/** What the bot showed a person after a button press. */
export interface Toast {
  readonly userId: number;
  readonly text: string;
  /** A dialog that has to be closed, and not a note that passes. */
  readonly alert: boolean;
}

/** What happened, for the chat page and whoever else watches. */
export type Happening =
  | { readonly type: 'entry'; readonly chatId: number; readonly entry: Entry }
  | { readonly type: 'deleted'; readonly chatId: number; readonly messageIds: readonly number[] }
  | { readonly type: 'toast'; readonly toast: Toast }
  | { readonly type: 'action'; readonly chatId: number; readonly action: string }
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'delivery'; readonly delivery: Delivery }
  | { readonly type: 'world' };

/** Everything that the parts of the stand-in share. */
export interface World {
  readonly state: State;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly files: Files;
  readonly faults: FaultSource;
  readonly limits: Limits;
  readonly queue: Queue;
  readonly calls: Call[];
  /** Answers of callback and inline queries, for those who wait for them: by query id. */
  readonly answers: Map<string, unknown>;
  /** Milliseconds since 1970; runs ahead of the real clock when a test advanced it. */
  now(): number;
  happen(happening: Happening): void;
}

export function seconds(world: World): number {
  return Math.floor(world.now() / 1000);
}

/** The person as an update shows them. */
export function userOf(member: Member): User {
  const { phone_number: _phone, deactivated: _deactivated, ...user } = member;
  return user;
}

/** The bot as the sender of a message. */
export function botUser(world: World): User {
  const { id, is_bot, first_name, username } = world.bot;
  return { id, is_bot, first_name, username };
}

export function userById(world: World, id: number): Member {
  const member = world.state.users[id];
  if (!member) throw new Error(`There is no user ${id}.`);
  return member;
}

export function chatById(world: World, id: number): ChatRecord {
  const chat = world.state.chats[id];
  if (!chat) throw new Error(`There is no chat ${id}.`);
  return chat;
}

/** Adds a person, and the empty chat between them and the bot. */
export function addUser(world: World, profile: Partial<Member> & { first_name: string }): Member {
  const id = profile.id ?? randomInt(200_000_000, 7_900_000_000);
  const known = world.state.users[id];
  if (known) return known;
  const member: Member = { is_bot: false, ...profile, id };
  world.state.users[id] = member;
  const { first_name, last_name, username } = member;
  const chat = {
    id,
    type: 'private' as const,
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
  };
  world.state.chats[id] = { chat, entries: [], bot: 'left', members: {}, nextMessageId: 0 };
  world.happen({ type: 'world' });
  return member;
}

/** Adds a group of these people, without the bot. */
export function addGroup(
  world: World,
  group: { title: string; type: GroupChat['type']; id?: number; members: Record<number, MemberStatus> },
): ChatRecord {
  const id =
    group.id ??
    (group.type === 'supergroup'
      ? -1_000_000_000_000 - randomInt(1_000_000_000, 2_900_000_000)
      : -randomInt(4_000_000_000, 4_999_999_999));
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
  world.happen({ type: 'world' });
  return added;
}

/** The content of a message: what is left of it without its number, date, chat and sender. */
export type Content = Omit<Partial<Message>, 'message_id' | 'date' | 'chat' | 'from'>;

/** Puts a new message into a chat. */
export function addEntry(
  world: World,
  record: ChatRecord,
  from: User,
  content: Content,
  markup?: Markup,
): Entry {
  const isPrivate = record.chat.type === 'private';
  const message_id = isPrivate ? world.state.nextPrivateMessageId++ : record.nextMessageId++;
  const message = {
    message_id,
    from,
    chat: record.chat,
    date: seconds(world),
    ...content,
    ...(markup && 'inline_keyboard' in markup && { reply_markup: markup }),
  } as Message;
  const entry: Entry = { message, ...(markup && { markup }) };
  record.entries.push(entry);
  if (from.is_bot) openKeyboard(record, message, markup);
  world.happen({ type: 'entry', chatId: record.chat.id, entry });
  return entry;
}

export function replaceEntry(world: World, record: ChatRecord, entry: Entry): void {
  record.entries = record.entries.map(other =>
    other.message.message_id === entry.message.message_id ? entry : other,
  );
  world.happen({ type: 'entry', chatId: record.chat.id, entry });
}

export function findEntry(record: ChatRecord, messageId: number): Entry | undefined {
  return record.entries.find(({ message }) => message.message_id === messageId);
}

export function deleteEntries(world: World, record: ChatRecord, messageIds: readonly number[]): void {
  record.entries = record.entries.filter(({ message }) => !messageIds.includes(message.message_id));
  if (record.keyboard && messageIds.includes(record.keyboard.messageId)) delete record.keyboard;
  world.happen({ type: 'deleted', chatId: record.chat.id, messageIds });
}

/** A reply keyboard stays open below the chat until another one, or its removal, comes. */
function openKeyboard(record: ChatRecord, message: Message, markup: Markup | undefined): void {
  if (!markup || 'inline_keyboard' in markup) return;
  if ('remove_keyboard' in markup) {
    delete record.keyboard;
    return;
  }
  const target = message.reply_to_message?.from?.id;
  const userIds = markup.selective && target !== undefined ? [target] : undefined;
  record.keyboard = { messageId: message.message_id, markup, ...(userIds && { userIds }) };
}

/** The message as it stands in `reply_to_message`, where replies do not nest. */
export function replied(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _inner, ...rest } = message;
  return rest as NonNullable<Message['reply_to_message']>;
}

export function textContent(formatted: FormattedText): Content {
  const entities = [...formatted.entities];
  return { text: formatted.text, ...(entities.length > 0 && { entities }) };
}

export function captionContent(formatted: FormattedText): Content {
  const caption_entities = [...formatted.entities];
  return {
    ...(formatted.text && { caption: formatted.text }),
    ...(caption_entities.length > 0 && { caption_entities }),
  };
}

/** The same for every press in a chat, and unlike the chat's own id. */
export function chatInstance(world: World, chatId: number): string {
  const digest = createHash('sha256').update(`${world.bot.id}:${chatId}`).digest();
  return digest.readBigInt64BE(0).toString();
}

const lifetimeMs = { callback_query: 150_000, inline_query: 30_000, message: 86_400_000 } as const;

/** Sends an update on its way, unless the bot asked not to get its kind. */
export function pushUpdate(world: World, key: string, content: Omit<Update, 'update_id'>): Promise<Delivery> {
  const kind = Object.keys(content)[0] ?? '';
  const update: Update = { update_id: world.state.nextUpdateId, ...content };
  const { allowedUpdates } = world.state;
  if (allowedUpdates.length > 0 && !allowedUpdates.includes(kind)) {
    return Promise.resolve({ update, outcome: 'dropped', attempts: [] });
  }
  world.state.nextUpdateId += 1;
  const expiresAtMs = world.now() + (lifetimeMs[kind as keyof typeof lifetimeMs] ?? lifetimeMs.message);
  return world.queue.push({ update, key, expiresAtMs });
}
