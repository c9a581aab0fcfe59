import type { Message, User } from 'grammy/types';
import type { FormattedText } from '../rules/html.ts';
import type { Markup } from '../rules/markup.ts';
import type { ChatRecord, Entry } from './state.ts';
import { seconds, type World } from './world.ts';

/** A message without its id, date, chat and sender. */
export type Content = Omit<Partial<Message>, 'message_id' | 'date' | 'chat' | 'from'>;

/** Adds a new message to a chat. */
export function addEntry(
  world: World,
  record: ChatRecord,
  from: User,
  content: Content,
  markup?: Markup,
): Entry {
  const isPrivate = record.chat.type === 'private';
  const message_id = isPrivate ? world.state.nextPrivateMessageId++ : record.nextMessageId++;
  const base = { message_id, from, chat: record.chat, date: seconds(world), ...content };
  const message = (
    markup && 'inline_keyboard' in markup ? { ...base, reply_markup: markup } : base
  ) as Message;
  const entry: Entry = { message, markup };
  record.entries.push(entry);
  if (from.is_bot) openKeyboard(record, message, markup);
  world.emit({ type: 'entry', chatId: record.chat.id, entry });
  return entry;
}

export function replaceEntry(world: World, record: ChatRecord, entry: Entry): void {
  record.entries = record.entries.map(other =>
    other.message.message_id === entry.message.message_id ? entry : other,
  );
  world.emit({ type: 'entry', chatId: record.chat.id, entry });
}

export function findEntry(record: ChatRecord, messageId: number): Entry | undefined {
  return record.entries.find(({ message }) => message.message_id === messageId);
}

export function deleteEntries(world: World, record: ChatRecord, messageIds: readonly number[]): void {
  record.entries = record.entries.filter(({ message }) => !messageIds.includes(message.message_id));
  if (record.keyboard && messageIds.includes(record.keyboard.messageId)) delete record.keyboard;
  world.emit({ type: 'deleted', chatId: record.chat.id, messageIds });
}

/** Opens a reply keyboard or forced reply below the chat, a selective one for those the text mentions, or takes it away. */
function openKeyboard(record: ChatRecord, message: Message, markup: Markup | undefined): void {
  if (!markup || 'inline_keyboard' in markup) return;
  if ('remove_keyboard' in markup) {
    delete record.keyboard;
    return;
  }
  const mentioned = (message.entities ?? []).flatMap(entity =>
    entity.type === 'text_mention' ? [entity.user.id] : [],
  );
  const userIds = markup.selective && mentioned.length > 0 ? mentioned : undefined;
  record.keyboard = { messageId: message.message_id, markup, userIds };
}

/** The keyboard or forced reply that is open for this person. */
export function keyboardFor({ keyboard }: ChatRecord, userId: number): ChatRecord['keyboard'] {
  return keyboard?.userIds?.includes(userId) === false ? undefined : keyboard;
}

/** The message as `reply_to_message` shows it: without its own `reply_to_message`. */
export function repliedMessage(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _inner, ...rest } = message;
  return rest as NonNullable<Message['reply_to_message']>;
}

export function textContent({ text, entities }: FormattedText): Content {
  return entities.length > 0 ? { text, entities: [...entities] } : { text };
}

export function captionContent({ text, entities }: FormattedText): Content {
  if (text === '') return {};
  return entities.length > 0 ? { caption: text, caption_entities: [...entities] } : { caption: text };
}
