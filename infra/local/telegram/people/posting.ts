import { randomBytes } from 'node:crypto';
import type { CallbackQuery, InlineKeyboardButton, Message, Update } from 'grammy/types';
import { type CallbackAnswer, callbackLifetimeMs, type InlineAnswer } from '../bot-api/answering.ts';
import { memberOf } from '../bot-api/chats.ts';
import { isRecord, nested } from '../rules/arguments.ts';
import { messageText } from '../rules/entities.ts';
import { type Markup, replyMarkup } from '../rules/markup.ts';
import type { BotStatus, ChatRecord, Entry, Member } from '../state.ts';
import {
  addEntry,
  botUser,
  type Content,
  chatInstance,
  findEntry,
  pushUpdate,
  replaceEntry,
  seconds,
  textContent,
  userOf,
  type World,
} from '../world.ts';

/** What a person puts into a chat. */
export type Post = Content;

/** A person in a chat. */
export interface Seat {
  readonly record: ChatRecord;
  readonly member: Member;
}

/** Puts the message into the chat, tells the bot where it may see it, and waits for its answer. */
export async function post(
  world: World,
  { record, member }: Seat,
  content: Post,
  markup?: Markup,
): Promise<Entry> {
  const { chat } = record;
  if (chat.type === 'private' && record.bot === 'kicked') {
    throw new Error(`${member.first_name} has blocked the bot: unblock it first.`);
  }
  if (chat.type === 'private' && record.bot === 'left') {
    record.bot = 'member';
    world.happen({ type: 'world' });
  }
  if (chat.type !== 'private' && !record.members[member.id]) {
    throw new Error(`${member.first_name} is not in the group ${chat.title}.`);
  }
  if (record.keyboard && 'keyboard' in record.keyboard.markup && record.keyboard.markup.one_time_keyboard) {
    delete record.keyboard;
  }
  if (record.keyboard && 'force_reply' in record.keyboard.markup) delete record.keyboard;
  const entry = addEntry(world, record, userOf(member), content, markup);
  if (visibleToBot(world, record, entry.message)) {
    const { message } = entry as { message: NonNullable<Update['message']> };
    await pushUpdate(world, messageKey(record), { message });
  }
  return entry;
}

/** Changes a person's message, and tells the bot where it may see it. */
export async function editPost(
  world: World,
  { record }: Seat,
  messageId: number,
  change: (message: Message) => Message,
): Promise<Message> {
  const entry = findEntry(record, messageId);
  if (!entry) throw new Error(`There is no message ${messageId} to edit.`);
  const message: Message = { ...change(entry.message), edit_date: seconds(world) };
  replaceEntry(world, record, { message });
  if (visibleToBot(world, record, message)) {
    const edited_message = message as NonNullable<Update['edited_message']>;
    await pushUpdate(world, messageKey(record), { edited_message });
  }
  return message;
}

/** A service message, such as a new member. */
export async function announce(world: World, { record, member }: Seat, content: Content): Promise<void> {
  const { message } = addEntry(world, record, userOf(member), content);
  if (record.bot === 'member' || record.bot === 'administrator') {
    await pushUpdate(world, messageKey(record), { message: message as NonNullable<Update['message']> });
  }
}

export function messageKey(record: ChatRecord): string {
  return `message:${record.chat.id}`;
}

/**
 * Privacy mode (https://core.telegram.org/bots/features#privacy-mode): in a group a bot that is no administrator
 * sees commands meant for it or for any bot, replies to its own messages, mentions of it, and service messages.
 */
function visibleToBot(world: World, record: ChatRecord, message: Message): boolean {
  if (record.chat.type === 'private') return true;
  if (record.bot === 'administrator') return true;
  if (record.bot !== 'member') return false;
  if (message.reply_to_message?.from?.id === world.bot.id) return true;
  const words = message.text ?? message.caption ?? '';
  const name = world.bot.username.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).some(({ type, offset, length }) => {
    const marked = words.slice(offset, offset + length).toLowerCase();
    if (type === 'mention') return marked === `@${name}`;
    return type === 'bot_command' && (!marked.includes('@') || marked.endsWith(`@${name}`));
  });
}

/** A new query that waits for an answer; those that nobody may answer any more are forgotten. */
function ask(world: World, userId: number): string {
  for (const [id, asked] of Object.entries(world.state.callbacks)) {
    if (world.now() - asked.askedAtMs > 2 * callbackLifetimeMs) delete world.state.callbacks[id];
  }
  const id = BigInt(`0x${randomBytes(7).toString('hex')}`).toString();
  world.state.callbacks[id] = { userId, askedAtMs: world.now(), answered: false };
  return id;
}

function takeAnswer<Answer>(world: World, id: string): Answer | undefined {
  const answer = world.answers.get(id) as Answer | undefined;
  world.answers.delete(id);
  return answer;
}

/** Presses a button, and waits for the bot's answer to it; undefined when none came. */
export async function pressButton(
  world: World,
  { record, member }: Seat,
  message: Message,
  button: InlineKeyboardButton,
): Promise<CallbackAnswer | undefined> {
  if (!('callback_data' in button)) {
    const kind = Object.keys(button).find(key => !['text', 'style', 'icon_custom_emoji_id'].includes(key));
    throw new Error(`The button "${button.text}" is of the kind ${kind}: pressing it tells the bot nothing.`);
  }
  if (record.bot === 'left' || record.bot === 'kicked') throw new Error('The bot is not in this chat.');
  const id = ask(world, member.id);
  const shown = findEntry(record, message.message_id)?.message;
  const callback_query: CallbackQuery = {
    id,
    from: userOf(member),
    ...(message.via_bot
      ? { inline_message_id: `${record.chat.id}_${message.message_id}` }
      : { message: shown ?? { chat: record.chat, message_id: message.message_id, date: 0 } }),
    chat_instance: chatInstance(world, record.chat.id),
    data: button.callback_data,
  };
  await pushUpdate(world, `callback:${member.id}`, { callback_query });
  return takeAnswer<CallbackAnswer>(world, id);
}

export async function queryInline(
  world: World,
  { member }: Seat,
  query: string,
): Promise<InlineAnswer | undefined> {
  const id = ask(world, member.id);
  const inline_query = { id, from: userOf(member), query, offset: '', chat_type: 'sender' as const };
  await pushUpdate(world, `inline:${member.id}`, { inline_query });
  return takeAnswer<InlineAnswer>(world, id);
}

/** Sends a result of an inline query: the person's message, by way of the bot. */
export async function postResult(
  world: World,
  seat: Seat,
  result: Readonly<Record<string, unknown>>,
): Promise<Message> {
  const from = nested(isRecord(result.input_message_content) ? result.input_message_content : {});
  const formatted = messageText({ ...from, texts: { ...from.texts, text: from.texts.message_text ?? '' } });
  const markup = replyMarkup(nested(result), seat.record.chat.type);
  const { message } = await post(world, seat, { ...textContent(formatted), via_bot: botUser(world) }, markup);
  return message;
}

export async function blockBot(world: World, seat: Seat): Promise<void> {
  await changeBot(world, seat, 'kicked');
}

export async function unblockBot(world: World, seat: Seat): Promise<void> {
  await changeBot(world, seat, 'member');
}

/** The bot's standing in a chat changes by somebody's hand: it learns of it by `my_chat_member`. */
export async function changeBot(world: World, { record, member }: Seat, status: BotStatus): Promise<void> {
  const old_chat_member = memberOf(world, record, world.bot.id);
  record.bot = status;
  world.happen({ type: 'world' });
  const new_chat_member = memberOf(world, record, world.bot.id);
  await pushUpdate(world, `my_chat_member:${record.chat.id}`, {
    my_chat_member: {
      chat: record.chat,
      from: userOf(member),
      date: seconds(world),
      old_chat_member,
      new_chat_member,
    },
  });
}
