import type { Message } from 'grammy/types';
import { type Arguments, attached, integer, isRecord, json, nested, text } from '../rules/arguments.ts';
import { caption, messageText } from '../rules/entities.ts';
import { inlineMarkup } from '../rules/markup.ts';
import { badRequest } from '../rules/refusal.ts';
import type { ChatRecord, Entry } from '../state.ts';
import { captionContent, findEntry, replaceEntry, seconds, textContent, type World } from '../world.ts';
import { countSent, writableChat } from './chats.ts';
import { fileContent } from './media.ts';

export function editMessageText(world: World, from: Arguments): Message | true {
  const formatted = messageText(from);
  const { record, entry } = editable(world, from);
  if (entry.message.text === undefined) throw badRequest('There is no text in the message to edit');
  const { text: _text, entities: _entities, ...rest } = entry.message;
  return edit(world, record, entry, { ...rest, ...textContent(formatted) }, from);
}

export function editMessageCaption(world: World, from: Arguments): Message | true {
  const formatted = caption(from);
  const { record, entry } = editable(world, from);
  const { message } = entry;
  if (!message.photo && !message.video && !message.document && !message.voice) {
    throw badRequest('There is no caption in the message to edit');
  }
  const { caption: _caption, caption_entities: _entities, ...rest } = message;
  return edit(world, record, entry, { ...rest, ...captionContent(formatted) }, from);
}

/** Puts another photo, video or file in place of the message's, or of its text. */
export function editMessageMedia(world: World, from: Arguments): Message | true {
  const media = json(from, 'media', 'input media');
  if (!isRecord(media)) throw badRequest("Can't parse InputMedia: expected an Object");
  const { record, entry } = editable(world, from);
  const kind = media.type;
  if (kind !== 'photo' && kind !== 'video' && kind !== 'document') {
    throw badRequest(`Can't parse InputMedia: type "${kind}" is unsupported`);
  }
  const { message_id, from: sender, chat, date, reply_to_message, has_protected_content } = entry.message;
  const base = { message_id, from: sender, chat, date, reply_to_message, has_protected_content };
  const source = attached(from, String(media.media ?? '')) ?? String(media.media ?? '');
  const content = { ...fileContent(world, kind, source), ...captionContent(caption(nested(media))) };
  return edit(world, record, entry, { ...base, ...content } as Message, from);
}

export function editMessageReplyMarkup(world: World, from: Arguments): Message | true {
  const { record, entry } = editable(world, from);
  return edit(world, record, entry, entry.message, from);
}

/** The bot edits its own messages, except those sent with a reply keyboard, its removal, or a forced reply. */
function editable(world: World, from: Arguments): { record: ChatRecord; entry: Entry } {
  if (text(from, 'chat_id') === '' && text(from, 'inline_message_id') !== '') {
    throw badRequest('MESSAGE_ID_INVALID');
  }
  const record = writableChat(world, from);
  const id = integer(from, 'message_id', 0);
  if (id <= 0) throw badRequest('message identifier is not specified');
  const entry = findEntry(record, id);
  if (!entry) throw badRequest('message to edit not found');
  const isOwn = entry.message.from?.id === world.bot.id && !entry.message.forward_origin;
  if (!isOwn || (entry.markup && !('inline_keyboard' in entry.markup))) {
    throw badRequest("message can't be edited");
  }
  return { record, entry };
}

function edit(world: World, record: ChatRecord, entry: Entry, next: Message, from: Arguments): Message {
  const markup = inlineMarkup(from, record.chat.type);
  const { reply_markup: _markup, edit_date: _edited, ...bare } = next;
  const message: Message = { ...bare, ...(markup && { reply_markup: markup }) };
  if (fingerprint(message) === fingerprint(entry.message)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  countSent(world, record);
  const edited: Message = { ...message, edit_date: seconds(world) };
  replaceEntry(world, record, { message: edited, ...(markup && { markup }) });
  return edited;
}

function fingerprint(message: Message): string {
  const {
    text: words,
    entities,
    caption: below,
    caption_entities,
    reply_markup,
    photo,
    video,
    document,
  } = message;
  return JSON.stringify([
    words,
    entities ?? [],
    below,
    caption_entities ?? [],
    reply_markup,
    photo,
    video,
    document,
  ]);
}
