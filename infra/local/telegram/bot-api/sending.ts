import type { Message, MessageId } from 'grammy/types';
import { type Arguments, attached, flag, integer, isRecord, json, nested, text } from '../rules/arguments.ts';
import { caption, messageText } from '../rules/entities.ts';
import { replyMarkup } from '../rules/markup.ts';
import { badRequest } from '../rules/refusal.ts';
import type { ChatRecord, Entry } from '../state.ts';
import {
  addEntry,
  botUser,
  type Content,
  captionContent,
  findEntry,
  textContent,
  type World,
} from '../world.ts';
import { countSent, readableChat, replyContent, writableChat } from './chats.ts';
import { fileContent, type MediaKind } from './media.ts';

const albumKinds: Readonly<Record<string, MediaKind>> = {
  photo: 'photo',
  video: 'video',
  document: 'document',
};
const maxAlbum = 10;

export function sendMessage(world: World, from: Arguments): Message {
  const record = writableChat(world, from);
  return send(world, record, from, textContent(messageText(from)));
}

export function sendMedia(kind: MediaKind) {
  return (world: World, from: Arguments): Message => {
    const record = writableChat(world, from);
    const upload = from.files[kind] ?? attached(from, text(from, kind));
    const content = fileContent(world, kind, upload ?? text(from, kind));
    return send(world, record, from, { ...content, ...captionContent(caption(from)), ...spoiler(from) });
  };
}

/** Two to ten photos and videos, or documents: separate messages with one media_group_id. */
export function sendMediaGroup(world: World, from: Arguments): Message[] {
  const record = writableChat(world, from);
  const media = json(from, 'media', 'media');
  if (!Array.isArray(media)) throw badRequest('Expected an Array of InputMedia');
  if (media.length === 0) throw badRequest('There are no messages to send');
  if (media.length > maxAlbum) throw badRequest('Too many messages to send as an album');
  const types = new Set(media.map(item => (isRecord(item) ? item.type : undefined)));
  if (types.has('document') && types.size > 1)
    throw badRequest("Document can't be mixed with other media types");
  const contents = media.map((item): Content => {
    if (!isRecord(item)) throw badRequest("Can't parse InputMedia: expected an Object");
    const kind = albumKinds[String(item.type)];
    if (!kind)
      throw badRequest(`Can't parse InputMedia: type "${item.type}" can't be used in sendMediaGroup`);
    if (typeof item.media !== 'string') throw badRequest("Can't parse InputMedia: media not found");
    const content = fileContent(world, kind, attached(from, item.media) ?? item.media);
    const own = nested(item);
    return { ...content, ...captionContent(caption(own)), ...spoiler(own) };
  });
  countSent(world, record, contents.length);
  const media_group_id = String(13_000_000_000_000_000n + BigInt(Math.floor(world.now())));
  const shared = { media_group_id, ...replyContent(record, from), ...protection(from) };
  return contents.map(content => addEntry(world, record, botUser(world), { ...shared, ...content }).message);
}

export function sendLocation(world: World, from: Arguments): Message {
  const record = writableChat(world, from);
  const latitude = coordinate(from, 'latitude', 90);
  const longitude = coordinate(from, 'longitude', 180);
  return send(world, record, from, { location: { latitude, longitude } });
}

export function sendVenue(world: World, from: Arguments): Message {
  const record = writableChat(world, from);
  const location = {
    latitude: coordinate(from, 'latitude', 90),
    longitude: coordinate(from, 'longitude', 180),
  };
  const [title, address] = [text(from, 'title'), text(from, 'address')];
  if (title === '' || address === '') throw badRequest('Venue title and address must be non-empty');
  return send(world, record, from, { location, venue: { location, title, address } });
}

const actions =
  /^(typing|upload_photo|record_video|upload_video|record_voice|upload_voice|upload_document|choose_sticker|find_location|record_video_note|upload_video_note)$/;

export function sendChatAction(world: World, from: Arguments): true {
  const record = writableChat(world, from);
  const action = text(from, 'action');
  if (!actions.test(action)) throw badRequest('Wrong parameter action in request');
  world.happen({ type: 'action', chatId: record.chat.id, action });
  return true;
}

export function copyMessage(world: World, from: Arguments): MessageId {
  const { message, markup } = original(world, from, 'message to copy');
  const record = writableChat(world, from);
  const { message_id: _id, from: _from, chat: _chat, date: _date, ...content } = message;
  delete content.reply_to_message;
  delete content.forward_origin;
  delete content.reply_markup;
  delete content.edit_date;
  delete content.has_protected_content;
  const changed = 'caption' in from.texts ? captionContent(caption(from)) : {};
  if ('caption' in from.texts) delete content.caption_entities;
  const inline =
    markup && 'inline_keyboard' in markup && !('reply_markup' in from.texts) ? markup : undefined;
  const { message_id } = send(world, record, from, { ...content, ...changed }, inline);
  return { message_id };
}

export function forwardMessage(world: World, from: Arguments): Message {
  const { message } = original(world, from, 'message to forward');
  const record = writableChat(world, from);
  const { message_id: _id, from: sender, chat: _chat, date, ...content } = message;
  delete content.reply_to_message;
  delete content.reply_markup;
  delete content.edit_date;
  const origin = content.forward_origin ?? {
    type: 'user' as const,
    date,
    sender_user: sender ?? botUser(world),
  };
  return send(world, record, from, { ...content, forward_origin: origin });
}

function original(world: World, from: Arguments, what: string): Entry {
  const record = readableChat(world, from, 'from_chat_id');
  const entry = findEntry(record, integer(from, 'message_id', 0));
  if (!entry) throw badRequest(`${what} not found`);
  const verb = what.split(' ')[2];
  const { message } = entry;
  const isService = message.new_chat_members || message.left_chat_member || message.migrate_to_chat_id;
  if (isService || (message.has_protected_content && verb === 'forward')) {
    throw badRequest(`the message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`);
  }
  return entry;
}

function send(
  world: World,
  record: ChatRecord,
  from: Arguments,
  content: Content,
  fallback?: ReturnType<typeof replyMarkup>,
): Message {
  const markup = replyMarkup(from, record.chat.type) ?? fallback;
  const reply = replyContent(record, from);
  countSent(world, record);
  const whole = { ...reply, ...content, ...protection(from) };
  return addEntry(world, record, botUser(world), whole, markup).message;
}

function protection(from: Arguments): Content {
  return flag(from, 'protect_content') ? { has_protected_content: true } : {};
}

function spoiler(from: Arguments): Content {
  return flag(from, 'has_spoiler') ? { has_media_spoiler: true } : {};
}

function coordinate(from: Arguments, field: string, max: number): number {
  const value = text(from, field).trim();
  if (value === '') throw badRequest(`${field} is empty`);
  const number = Number(value);
  if (!(Math.abs(number) <= max)) throw badRequest('wrong location specified');
  return number;
}
