import type { Message, Update, User } from 'grammy/types';
import { botMember } from '../bot-api/chats.ts';
import { addEntry, type Content, findEntry, replaceEntry } from '../world/messages.ts';
import type { BotStatus, ChatRecord } from '../world/state.ts';
import { pushUpdate } from '../world/updates.ts';
import { isGroup, seconds, type World } from '../world/world.ts';

/** A person in a chat. */
export interface Participant {
  readonly record: ChatRecord;
  readonly user: User;
}

/** Posts a person's message. Resolves when the bot, if it may see the message, has accepted the update. */
export async function post(world: World, { record, user }: Participant, content: Content): Promise<Message> {
  const { chat } = record;
  if (isGroup(record) && !record.members[user.id])
    throw new Error(`${user.first_name} is not in the group ${chat.title}.`);
  if (!isGroup(record) && record.bot === 'kicked')
    throw new Error(`${user.first_name} has blocked the bot: unblock it first.`);
  if (!isGroup(record) && record.bot === 'left') {
    record.bot = 'member';
    world.emit({ type: 'world' });
  }
  const open = record.keyboard?.markup;
  if (open && ('force_reply' in open || ('keyboard' in open && open.one_time_keyboard)))
    delete record.keyboard;
  const { message } = addEntry(world, record, user, content);
  if (isVisibleToBot(world, record, message)) await pushMessage(world, record, message);
  return message;
}

/** Edits a person's message. Resolves like `post`. */
export async function editPost(
  world: World,
  { record }: Participant,
  messageId: number,
  change: (message: Message) => Message,
): Promise<Message> {
  const entry = findEntry(record, messageId);
  if (!entry) throw new Error(`There is no message ${messageId} to edit.`);
  const message: Message = { ...change(entry.message), edit_date: seconds(world) };
  replaceEntry(world, record, { message });
  if (isVisibleToBot(world, record, message)) {
    const edited_message = message as NonNullable<Update['edited_message']>;
    await pushUpdate(world, `message:${record.chat.id}`, { edited_message });
  }
  return message;
}

/** Posts a service message, such as that of a new member. */
export async function announce(world: World, { record, user }: Participant, content: Content): Promise<void> {
  const { message } = addEntry(world, record, user, content);
  if (record.bot === 'member' || record.bot === 'administrator') await pushMessage(world, record, message);
}

function pushMessage(world: World, record: ChatRecord, message: Message): Promise<unknown> {
  const update = { message: message as NonNullable<Update['message']> };
  return pushUpdate(world, `message:${record.chat.id}`, update);
}

/**
 * Privacy mode (https://core.telegram.org/bots/features#privacy-mode): in a group, a bot that is not an administrator
 * sees commands for it or for any bot, replies to its own messages, mentions of it, and service messages.
 */
function isVisibleToBot(world: World, record: ChatRecord, message: Message): boolean {
  if (!isGroup(record)) return true;
  if (record.bot === 'administrator') return true;
  if (record.bot !== 'member') return false;
  if (message.reply_to_message?.from?.id === world.bot.id) return true;
  const text = message.text ?? message.caption ?? '';
  const name = world.bot.username.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).some(({ type, offset, length }) => {
    const marked = text.slice(offset, offset + length).toLowerCase();
    if (type === 'mention') return marked === `@${name}`;
    return type === 'bot_command' && (!marked.includes('@') || marked.endsWith(`@${name}`));
  });
}

/** Changes the bot's standing in a chat, of which it learns by `my_chat_member`. */
export async function changeBot(
  world: World,
  { record, user }: Participant,
  status: BotStatus,
): Promise<void> {
  const old_chat_member = botMember(world, record);
  record.bot = status;
  world.emit({ type: 'world' });
  await pushUpdate(world, `my_chat_member:${record.chat.id}`, {
    my_chat_member: {
      chat: record.chat,
      from: user,
      date: seconds(world),
      old_chat_member,
      new_chat_member: botMember(world, record),
    },
  });
}
