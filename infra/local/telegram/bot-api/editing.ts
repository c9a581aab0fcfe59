import type { Message } from 'grammy/types';
import { badRequest } from '../rules/api-error.ts';
import { type Arguments, integer } from '../rules/arguments.ts';
import { messageText } from '../rules/entities.ts';
import { inlineMarkup } from '../rules/markup.ts';
import { deleteEntries, findEntry, replaceEntry, textContent } from '../world/messages.ts';
import type { ChatRecord, Entry } from '../world/state.ts';
import { isGroup, seconds, type World } from '../world/world.ts';
import { countSent, writableChat } from './chats.ts';

export function editMessageText(world: World, from: Arguments): Message {
  const formatted = messageText(from);
  const record = writableChat(world, from);
  const { message: old } = editableEntry(world, record, from);
  const markup = inlineMarkup(from, record.chat.type);
  const { entities: _entities, reply_markup: _markup, edit_date: _date, ...rest } = old;
  const message: Message = { ...rest, ...textContent(formatted), reply_markup: markup };
  if (fingerprint(message) === fingerprint(old)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  countSent(world, record);
  const edited: Message = { ...message, edit_date: seconds(world) };
  replaceEntry(world, record, { message: edited, markup });
  return edited;
}

/** The bot edits its own texts, except those sent with a reply keyboard or a forced reply. */
function editableEntry(world: World, record: ChatRecord, from: Arguments): Entry {
  const id = integer(from, 'message_id', 0);
  if (id <= 0) throw badRequest('message identifier is not specified');
  const entry = findEntry(record, id);
  if (!entry) throw badRequest('message to edit not found');
  if (entry.message.from?.id !== world.bot.id || (entry.markup && !('inline_keyboard' in entry.markup)))
    throw badRequest("message can't be edited");
  if (entry.message.text === undefined) throw badRequest('There is no text in the message to edit');
  return entry;
}

function fingerprint({ text, entities = [], reply_markup }: Message): string {
  return JSON.stringify([text, entities, reply_markup]);
}

/** https://core.telegram.org/bots/api#deletemessage */
const maxDeletableAgeSeconds = 48 * 3600;

export function deleteMessage(world: World, from: Arguments): true {
  const record = writableChat(world, from);
  const entry = findEntry(record, integer(from, 'message_id', 0));
  if (!entry) throw badRequest('message to delete not found');
  if (!isDeletable(world, record, entry)) throw badRequest("message can't be deleted for everyone");
  deleteEntries(world, record, [entry.message.message_id]);
  return true;
}

/** In a group, administrators delete everything, and members their own messages. */
function isDeletable(world: World, record: ChatRecord, { message }: Entry): boolean {
  if (isGroup(record) && record.bot === 'administrator') return true;
  if (isGroup(record) && message.from?.id !== world.bot.id) return false;
  return world.now() / 1000 - message.date < maxDeletableAgeSeconds;
}
