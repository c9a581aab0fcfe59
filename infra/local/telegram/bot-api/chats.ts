import type { ChatMember } from 'grammy/types';
import { badRequest, forbidden } from '../rules/api-error.ts';
import { type Arguments, text } from '../rules/arguments.ts';
import type { ChatRecord } from '../world/state.ts';
import { botUser, isGroup, type World } from '../world/world.ts';

/** The chat that `chat_id` names; throws when the bot may not write there. */
export function writableChat(world: World, from: Arguments): ChatRecord {
  const id = text(from, 'chat_id').trim();
  if (id === '') throw badRequest('chat_id is empty');
  const record = world.state.chats[Number(id)];
  if (!record || String(record.chat.id) !== id) throw badRequest('chat not found');
  const { chat, bot, migratedTo } = record;
  if (chat.type === 'private') {
    if (bot === 'kicked') throw forbidden('bot was blocked by the user');
    if (bot === 'left') throw forbidden("bot can't initiate conversation with a user");
    return record;
  }
  if (migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: migratedTo });
  }
  if (bot === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (bot === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return record;
}

/** Shows nothing; refuses where nothing can be written. */
export function sendChatAction(world: World, from: Arguments): true {
  writableChat(world, from);
  return true;
}

export function leaveChat(world: World, from: Arguments): true {
  const record = writableChat(world, from);
  if (!isGroup(record)) throw badRequest("chat member status can't be changed in private chats");
  record.bot = 'left';
  world.emit({ type: 'world' });
  return true;
}

/** The bot's standing in a chat, as `my_chat_member` shows it. */
export function botMember(world: World, { bot: status }: ChatRecord): ChatMember {
  const user = botUser(world);
  switch (status) {
    case 'administrator':
      return { user, status, ...administratorRights };
    case 'kicked':
      return { user, status, until_date: 0 };
    default:
      return { user, status };
  }
}

const administratorRights = {
  can_be_edited: false,
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

/** Counts messages about to be sent or edited against Telegram's limits; throws 429 above them. */
export function countSent(world: World, record: ChatRecord, messages = 1): void {
  world.limits.count(record.chat.id, isGroup(record), messages, world.now());
}
