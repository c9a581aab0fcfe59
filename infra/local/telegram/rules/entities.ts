import type { MessageEntity } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { type Arguments, text } from './arguments.ts';
import { type FormattedText, parseHtml, sortEntities } from './html.ts';

/** https://core.telegram.org/bots/api#sendmessage: "1-4096 characters after entities parsing". */
export const maxTextLength = 4096;
/** https://core.telegram.org/bots/api#sendphoto: "0-1024 characters after entities parsing". */
const maxCaptionLength = 1024;

/** Reads a text from the arguments: parses it when there is a parse mode, and finds commands, links and mentions in it. */
function formattedText(from: Arguments, field: 'text' | 'caption'): FormattedText {
  const raw = text(from, field);
  if (Buffer.byteLength(raw) > 1 << 15) throw badRequest('Text is too long');
  const parseMode = text(from, 'parse_mode').toLowerCase();
  if (raw !== '' && parseMode !== '' && parseMode !== 'none') {
    if (parseMode === 'html') return finish(parseHtml(raw));
    if (parseMode.startsWith('markdown')) {
      throw badRequest('this stand-in for Telegram parses HTML, not Markdown');
    }
    throw badRequest('Unsupported parse_mode');
  }
  return finish({ text: raw, entities: [] });
}

/** The text of a message: 1 to 4096 characters. */
export function messageText(from: Arguments): FormattedText {
  if (text(from, 'text') === '') throw badRequest('Message text is empty');
  const formatted = formattedText(from, 'text');
  if (formatted.text === '') throw badRequest('Text must be non-empty');
  if ([...formatted.text].length > maxTextLength) throw badRequest('Message is too long');
  return formatted;
}

/** The caption of a file: 0 to 1024 characters. */
export function caption(from: Arguments): FormattedText {
  const formatted = formattedText(from, 'caption');
  if ([...formatted.text].length > maxCaptionLength) throw badRequest('Message caption is too long');
  return formatted;
}

/** What a person typed, with the entities that Telegram finds in it. */
export function plainText(typed: string): FormattedText {
  return finish({ text: typed, entities: [] });
}

/** Trims the text; adds the entities that Telegram finds by itself, except in code and links. */
function finish(formatted: FormattedText): FormattedText {
  const clean = formatted.text.replaceAll('\r', '');
  const start = clean.length - clean.trimStart().length;
  const trimmed = clean.trim();
  const given = formatted.entities.flatMap(entity => {
    const offset = Math.max(0, entity.offset - start);
    const end = Math.min(trimmed.length, entity.offset + entity.length - start);
    return end > offset ? [{ ...entity, offset, length: end - offset }] : [];
  });
  const overlaps = (found: MessageEntity) =>
    given.some(
      entity =>
        ['code', 'pre', 'text_link', 'text_mention'].includes(entity.type) &&
        found.offset < entity.offset + entity.length &&
        entity.offset < found.offset + found.length,
    );
  const found = findEntities(trimmed).filter(entity => !overlaps(entity));
  return { text: trimmed, entities: sortEntities([...given, ...found]) };
}

const patterns: readonly (readonly [MessageEntity.CommonMessageEntity['type'], RegExp])[] = [
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu],
  [
    'url',
    /(?<![\p{L}\p{N}@])(?:https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]|(?:[a-z0-9-]+\.)+(?:com|org|net|ua|io|me|info)(?:\/[^\s<>"]*[^\s<>".,;:!?)])?)(?![\p{L}\p{N}])/giu,
  ],
  ['email', /(?<![\p{L}\p{N}])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['mention', /(?<![\p{L}\p{N}_@./])@[a-zA-Z]\w{3,31}(?!\w)/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu],
];

function findEntities(clean: string): MessageEntity[] {
  const found: MessageEntity.CommonMessageEntity[] = [];
  for (const [type, pattern] of patterns) {
    for (const match of clean.matchAll(pattern)) {
      const place = { offset: match.index, length: match[0].length };
      const taken = found.some(
        other => place.offset < other.offset + other.length && other.offset < place.offset + place.length,
      );
      if (!taken) found.push({ type, ...place });
    }
  }
  return found;
}
