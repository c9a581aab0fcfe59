import type { MessageEntity } from 'grammy/types';
import { badRequest } from './api-error.ts';

/** A text with its entities, whose offsets and lengths count UTF-16 code units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

interface OpenTag {
  readonly name: string;
  readonly argument: string;
  readonly unixTime: number;
  readonly offset: number;
}

const kinds: Readonly<Record<string, Exclude<MessageEntity['type'], 'text_mention'>>> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
  pre: 'pre',
  code: 'code',
  blockquote: 'blockquote',
};

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Parses Telegram's HTML (https://core.telegram.org/bots/api#html-style). Throws where the real server does: at unknown
 * tags, a bare `<`, tags left open or closed in the wrong order.
 */
export function parseHtml(html: string): FormattedText {
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const character = html[at] ?? '';
    if (character === '&') {
      const reference = decodeReference(html, at);
      text += reference.text;
      at = reference.end;
    } else if (character !== '<') {
      text += character;
      at += 1;
    } else if (html[at + 1] === '/') {
      at = closeTag(html, at, text, open, entities);
    } else {
      at = openTag(html, at, text.length, open);
    }
  }
  const left = open.at(-1);
  if (left) throw unparsable(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities: sortEntities(entities) };
}

/** In the real server's order: by start, the longer first. */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

function openTag(html: string, start: number, offset: number, open: OpenTag[]): number {
  let at = start + 1;
  while (at < html.length && !/[\s>]/.test(html[at] ?? '')) at += 1;
  if (at === html.length) throw unparsable(`Unclosed start tag at byte offset ${bytes(html, start)}`);
  const name = html.slice(start + 1, at).toLowerCase();
  if (!Object.hasOwn(kinds, name)) {
    throw unparsable(`Unsupported start tag "${name}" at byte offset ${bytes(html, start)}`);
  }
  const attributes: Record<string, string> = {};
  for (;;) {
    const rest = html.slice(at);
    const end = /^\s*>/.exec(rest);
    if (end) {
      at += end[0].length;
      break;
    }
    const attribute = /^\s*([^\s=>/"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)(?=[\s>])))?/.exec(rest);
    if (!attribute) {
      const unclosed = rest.trim() === '' ? 'Unclosed start tag' : 'Empty attribute name in the tag';
      throw unparsable(`${unclosed} "${name}" at byte offset ${bytes(html, start)}`);
    }
    attributes[attribute[1] ?? ''] = decodeAll(attribute[2] ?? attribute[3] ?? attribute[4] ?? '');
    at += attribute[0].length;
  }
  if (name === 'span' && attributes.class !== 'tg-spoiler') {
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${bytes(html, start)}`);
  }
  open.push({
    name,
    argument: argumentOf(name, attributes),
    unixTime: Number.parseInt(attributes.unix ?? '0', 10),
    offset,
  });
  return at;
}

function argumentOf(name: string, attributes: Readonly<Record<string, string>>): string {
  if (name === 'a') return attributes.href ?? '';
  if (name === 'code') return /^language-(.*)$/.exec(attributes.class ?? '')?.[1] ?? '';
  if (name === 'tg-emoji') return attributes['emoji-id'] ?? '';
  if (name === 'tg-time') return attributes.format ?? '';
  return name === 'blockquote' && 'expandable' in attributes ? 'expandable' : '';
}

function closeTag(
  html: string,
  start: number,
  text: string,
  open: OpenTag[],
  entities: MessageEntity[],
): number {
  const tag = open.at(-1);
  if (!tag) throw unparsable(`Unexpected end tag at byte offset ${bytes(html, start)}`);
  const match = /^<\/([^\s>]*)\s*>/.exec(html.slice(start));
  if (!match) throw unparsable(`Unclosed end tag at byte offset ${bytes(html, start)}`);
  const name = (match[1] ?? '').toLowerCase();
  if (name !== '' && name !== tag.name) {
    throw unparsable(
      `Unmatched end tag at byte offset ${bytes(html, start)}, expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  open.pop();
  if (text.length > tag.offset) addEntity(tag, text, entities);
  return start + match[0].length;
}

function addEntity(tag: OpenTag, text: string, entities: MessageEntity[]): void {
  const place = { offset: tag.offset, length: text.length - tag.offset };
  const kind = kinds[tag.name];
  switch (kind) {
    case undefined:
      return;
    case 'text_link': {
      const user = /^tg:\/\/user\?id=(\d+)$/.exec(tag.argument);
      if (user) {
        const mentioned = { id: Number(user[1]), is_bot: false, first_name: '' };
        return void entities.push({ type: 'text_mention', ...place, user: mentioned });
      }
      const url = checkedLink(tag.argument || text.slice(tag.offset));
      if (url) entities.push({ type: 'text_link', ...place, url });
      return;
    }
    case 'custom_emoji':
      if (!/^\d+$/.test(tag.argument)) throw unparsable('Invalid custom emoji identifier specified');
      return void entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: tag.argument });
    case 'date_time':
      if (!/^(r|w?[dD]?[tT]?)$/.test(tag.argument)) throw unparsable('Invalid date-time format specified');
      if (tag.unixTime > 0) {
        const date_time_format = tag.argument as MessageEntity.DateTimeMessageEntity['date_time_format'];
        entities.push({ type: 'date_time', ...place, unix_time: tag.unixTime, date_time_format });
      }
      return;
    case 'blockquote':
      return void entities.push({ type: tag.argument ? 'expandable_blockquote' : 'blockquote', ...place });
    case 'code':
    case 'pre':
      addCode(kind, tag, place, entities);
      return;
    default:
      entities.push({ type: kind as MessageEntity.CommonMessageEntity['type'], ...place });
  }
}

/** Merges `<pre><code class="language-x">` into one entity with a language. */
function addCode(
  kind: 'code' | 'pre',
  tag: OpenTag,
  place: { offset: number; length: number },
  entities: MessageEntity[],
): void {
  const inner = entities.at(-1);
  const same = inner && inner.offset === place.offset && inner.length === place.length;
  if (kind === 'pre' && same && inner.type === 'code' && languages.has(inner)) {
    entities[entities.length - 1] = { type: 'pre', ...place, language: languages.get(inner) ?? '' };
    return;
  }
  const entity: MessageEntity = { type: kind, ...place };
  if (kind === 'code' && tag.argument) languages.set(entity, tag.argument);
  entities.push(entity);
}

const languages = new WeakMap<MessageEntity, string>();

/** The URL in full, or undefined: like the real server, drops an invalid link silently and keeps its text. */
function checkedLink(url: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!/^(https?|tg|ton|tonsite|mailto|tel):/i.test(full) || !URL.canParse(full)) return undefined;
  if (/^https?:/i.test(full) && !new URL(full).hostname.includes('.')) return undefined;
  return new URL(full).href;
}

function decodeReference(html: string, at: number): { text: string; end: number } {
  const match = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/i.exec(html.slice(at, at + 12));
  if (match) {
    const [all, hex, decimal, name] = match;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? 0);
    const numeric = code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : undefined;
    const text = name ? characters[name] : numeric;
    if (text !== undefined) return { text, end: at + all.length };
  }
  return { text: '&', end: at + 1 };
}

function decodeAll(value: string): string {
  let text = '';
  for (let at = 0; at < value.length; ) {
    const step = value[at] === '&' ? decodeReference(value, at) : { text: value[at] ?? '', end: at + 1 };
    text += step.text;
    at = step.end;
  }
  return text;
}

function bytes(html: string, end: number): number {
  return Buffer.byteLength(html.slice(0, end));
}

function unparsable(why: string): Error {
  return badRequest(`Can't parse entities: ${why}`);
}
