import type { ChatMember } from 'grammy/types';
import { type Arguments, flag, integer, isRecord, json, text } from '../rules/arguments.ts';
import { badRequest, forbidden } from '../rules/refusal.ts';
import type { ChatRecord, Entry, GroupChat } from '../state.ts';
import {
  botUser,
  type Content,
  deleteEntries,
  findEntry,
  replied,
  userById,
  userOf,
  type World,
} from '../world.ts';

/** The chat that `chat_id` (or another field) names; refuses what the bot may not see. */
export function readableChat(world: World, from: Arguments, field = 'chat_id'): ChatRecord {
  const value = text(from, field).trim();
  if (value === '') throw badRequest(`${field} is empty`);
  const record = Object.values(world.state.chats).find(
    ({ chat }) => String(chat.id) === value || ('username' in chat && `@${chat.username}` === value),
  );
  if (!record) throw badRequest('chat not found');
  const { chat } = record;
  if (chat.type === 'supergroup') refuseOutsider(record);
  return record;
}

/** The chat, when the bot may write in it. */
export function writableChat(world: World, from: Arguments): ChatRecord {
  const record = readableChat(world, from);
  const { chat } = record;
  if (chat.type === 'private') {
    if (userById(world, chat.id).deactivated) throw forbidden('user is deactivated');
    if (record.bot === 'kicked') throw forbidden('bot was blocked by the user');
    if (record.bot === 'left') throw forbidden("bot can't initiate conversation with a user");
    return record;
  }
  if (record.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: record.migratedTo,
    });
  }
  refuseOutsider(record);
  return record;
}

function refuseOutsider({ chat, bot }: ChatRecord): void {
  const noun = chat.type === 'supergroup' ? 'supergroup' : 'group';
  if (bot === 'kicked') throw forbidden(`bot was kicked from the ${noun} chat`);
  if (bot === 'left') throw forbidden(`bot is not a member of the ${noun} chat`);
}

/** The message that `reply_parameters` names, as a part of the new message. */
export function replyContent(record: ChatRecord, from: Arguments): Content {
  const parameters = json(from, 'reply_parameters', 'reply parameters');
  if (parameters !== undefined && !isRecord(parameters))
    throw badRequest('Object expected as reply parameters');
  const id = Number(parameters?.message_id ?? integer(from, 'reply_to_message_id', 0));
  if (!id) return {};
  const entry = findEntry(record, id);
  const optional =
    parameters?.allow_sending_without_reply === true || flag(from, 'allow_sending_without_reply');
  if (!entry && !optional) throw badRequest('message to be replied not found');
  return entry ? { reply_to_message: replied(entry.message) } : {};
}

/** https://core.telegram.org/bots/api#deletemessage */
const maxDeletableAgeSeconds = 48 * 3600;

export function deleteMessage(world: World, from: Arguments): true {
  const record = writableChat(world, from);
  const entry = findEntry(record, integer(from, 'message_id', 0));
  if (!entry) throw badRequest('message to delete not found');
  if (!deletable(world, record, entry)) throw badRequest("message can't be deleted for everyone");
  deleteEntries(world, record, [entry.message.message_id]);
  return true;
}

/** Deletes up to 100 messages; those that cannot be found or deleted are passed over. */
export function deleteMessages(world: World, from: Arguments): true {
  const record = writableChat(world, from);
  const ids = json(from, 'message_ids', 'message_ids');
  if (ids === undefined) throw badRequest('Message identifiers are not specified');
  if (!Array.isArray(ids)) throw badRequest('Expected an Array of message identifiers');
  if (ids.length > 100) throw badRequest('Too many message identifiers specified');
  const entries = ids.flatMap(id => findEntry(record, Number(id)) ?? []);
  const found = entries.filter(entry => deletable(world, record, entry));
  if (found.length > 0) {
    deleteEntries(
      world,
      record,
      found.map(({ message }) => message.message_id),
    );
  }
  return true;
}

/** The bot deletes what is younger than 48 hours: in a group its own messages, or all as an administrator. */
function deletable(world: World, record: ChatRecord, { message }: Entry): boolean {
  const isOwn = message.from?.id === world.bot.id;
  if (record.chat.type !== 'private' && record.bot === 'administrator') return true;
  if (record.chat.type !== 'private' && !isOwn) return false;
  return world.now() / 1000 - message.date < maxDeletableAgeSeconds;
}

export function getChat(world: World, from: Arguments): unknown {
  const { chat } = readableChat(world, from);
  return {
    ...chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(chat.type === 'private' ? { active_usernames: chat.username ? [chat.username] : undefined } : {}),
  };
}

export function getChatMember(world: World, from: Arguments): ChatMember {
  const record = readableChat(world, from);
  const userId = integer(from, 'user_id', 0);
  if (userId <= 0) throw badRequest('invalid user_id specified');
  if (!world.state.users[userId] && userId !== world.bot.id) throw badRequest('user not found');
  if (record.chat.type === 'private' && userId !== record.chat.id && userId !== world.bot.id) {
    throw badRequest('member not found');
  }
  return memberOf(world, record, userId);
}

export function getChatAdministrators(world: World, from: Arguments): ChatMember[] {
  const record = readableChat(world, from);
  if (record.chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  const people = Object.entries(record.members).filter(([, status]) => status !== 'member');
  return people.map(([id]) => memberOf(world, record, Number(id)));
}

export function leaveChat(world: World, from: Arguments): true {
  const record = writableChat(world, from);
  if (record.chat.type === 'private')
    throw badRequest("chat member status can't be changed in private chats");
  record.bot = 'left';
  world.happen({ type: 'world' });
  return true;
}

/** A person's, or the bot's, standing in a chat. */
export function memberOf(world: World, record: ChatRecord, userId: number): ChatMember {
  const isBot = userId === world.bot.id;
  const user = isBot ? botUser(world) : userOf(userById(world, userId));
  const status = isBot
    ? record.bot
    : (record.members[userId] ?? (record.chat.type === 'private' ? 'member' : 'left'));
  switch (status) {
    case 'creator':
      return { user, status, is_anonymous: false };
    case 'administrator':
      return { user, status, ...administratorRights(isBot) };
    case 'kicked':
      return { user, status, until_date: 0 };
    default:
      return { user, status };
  }
}

function administratorRights(isBot: boolean) {
  return {
    can_be_edited: !isBot,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: false,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_pin_messages: true,
    can_manage_topics: false,
    can_send_welcome_messages: false,
  };
}

/** Counts messages that are about to be sent or edited against Telegram's limits. */
export function countSent(world: World, record: ChatRecord, messages = 1): void {
  world.limits.count(record.chat.id, record.chat.type !== 'private', messages, world.now());
}

export function isGroup(record: ChatRecord): record is ChatRecord & { chat: GroupChat } {
  return record.chat.type !== 'private';
}
