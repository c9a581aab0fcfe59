import type { Message } from 'grammy/types';
import { badRequest } from '../rules/api-error.ts';
import { type Arguments, flag, integer, isRecord, json, nested } from '../rules/arguments.ts';
import { caption, messageText } from '../rules/entities.ts';
import { replyMarkup } from '../rules/markup.ts';
import {
  addEntry,
  type Content,
  captionContent,
  findEntry,
  repliedMessage,
  textContent,
} from '../world/messages.ts';
import type { ChatRecord } from '../world/state.ts';
import { botUser, type World } from '../world/world.ts';
import { countSent, writableChat } from './chats.ts';
import { fileContent, type MediaKind, storedFileContent } from './media.ts';

export function sendMessage(world: World, from: Arguments): Message {
  const record = writableChat(world, from);
  return send(world, record, from, textContent(messageText(from)));
}

export function sendMedia(kind: MediaKind) {
  return (world: World, from: Arguments): Message => {
    const record = writableChat(world, from);
    const content = fileContent(world, kind, from);
    // https://core.telegram.org/bots/api#sendvideonote: no caption.
    const words = kind === 'video_note' ? {} : captionContent(caption(from));
    return send(world, record, from, { ...content, ...words });
  };
}

/** What may lie in an album together: https://core.telegram.org/bots/api#sendmediagroup */
const albumFamilies: Readonly<Record<string, MediaKind>> = {
  photo: 'photo',
  video: 'photo',
  audio: 'audio',
  document: 'document',
};
const maxAlbum = 10;

/** Sends an album: one message for each file, all with the same media_group_id. */
export function sendMediaGroup(world: World, from: Arguments): Message[] {
  const record = writableChat(world, from);
  const media = json(from, 'media', 'media');
  if (!Array.isArray(media)) throw badRequest('Expected an Array of InputMedia');
  if (media.length === 0) throw badRequest('There are no messages to send');
  if (media.length > maxAlbum) throw badRequest('Too many messages to send as an album');
  const contents = media.map(item => albumContent(world, item));
  const families = [...new Set(media.map(({ type }) => albumFamilies[type]))];
  if (families.length > 1)
    throw badRequest(`${families.find(family => family !== 'photo')} can't be mixed with other media types`);
  countSent(world, record, contents.length);
  const media_group_id = String(13_000_000_000_000_000n + BigInt(Math.floor(world.now())));
  const shared = { media_group_id, ...protection(from) };
  return contents.map(content => addEntry(world, record, botUser(world), { ...shared, ...content }).message);
}

function albumContent(world: World, item: unknown): Content {
  if (!isRecord(item)) throw badRequest("Can't parse InputMedia: expected an Object");
  const { type, media } = item;
  if (!Object.hasOwn(albumFamilies, String(type)))
    throw badRequest(`Can't parse InputMedia: type "${type}" can't be used in sendMediaGroup`);
  if (typeof media !== 'string') throw badRequest("Can't parse InputMedia: media not found");
  const content = storedFileContent(world, type as MediaKind, media);
  return { ...content, ...captionContent(caption(nested(item))) };
}

function send(world: World, record: ChatRecord, from: Arguments, content: Content): Message {
  const markup = replyMarkup(from, record.chat.type);
  countSent(world, record);
  const answered = { ...content, ...protection(from), ...replyTo(record, from) };
  return addEntry(world, record, botUser(world), answered, markup).message;
}

/** https://core.telegram.org/bots/api#replyparameters, in the same chat. */
function replyTo(record: ChatRecord, from: Arguments): Content {
  const parameters = json(from, 'reply_parameters', 'reply parameters');
  if (parameters === undefined) return {};
  if (!isRecord(parameters)) throw badRequest("Can't parse reply parameters: expected an Object");
  const entry = findEntry(record, integer(nested(parameters), 'message_id', 0));
  if (entry) return { reply_to_message: repliedMessage(entry.message) };
  if (flag(nested(parameters), 'allow_sending_without_reply')) return {};
  throw badRequest('message to be replied not found');
}

function protection(from: Arguments): Content {
  return flag(from, 'protect_content') ? { has_protected_content: true } : {};
}
