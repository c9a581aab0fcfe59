import type {
  ForceReply,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import { badRequest } from './api-error.ts';
import { type Arguments, isRecord, json } from './arguments.ts';

/** The keyboards that the bot sends. */
export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton: "1-64 bytes". */
const maxCallbackDataBytes = 64;
const maxButtons = 100;
const maxPlaceholderLength = 64;

/** Reads and checks `reply_markup`; undefined when there is none, or an empty one. */
export function replyMarkup(from: Arguments, chatType: string): Markup | undefined {
  const value = json(from, 'reply_markup', 'reply keyboard markup');
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw badRequest('Object expected as reply markup');
  checkPlaceholder(value.input_field_placeholder);
  const keyboard = rows(value, 'keyboard', 'Field "keyboard" must be an Array of Arrays');
  const inline = rows(
    value,
    'inline_keyboard',
    'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  );
  for (const button of keyboard.flat()) checkKeyboardButton(button, chatType);
  for (const button of inline.flat()) checkInlineButton(button);
  if (keyboard.flat().length + inline.flat().length > maxButtons)
    throw badRequest('reply markup is too long');
  if (keyboard.length > 0) return { ...value, keyboard } as ReplyKeyboardMarkup;
  if (inline.length > 0) return { inline_keyboard: inline } as InlineKeyboardMarkup;
  if (value.remove_keyboard === true) return { remove_keyboard: true };
  return value.force_reply === true ? (value as unknown as ForceReply) : undefined;
}

/** The markup of an edit, which can only be an inline keyboard. */
export function inlineMarkup(from: Arguments, chatType: string): InlineKeyboardMarkup | undefined {
  const markup = replyMarkup(from, chatType);
  if (markup === undefined || 'inline_keyboard' in markup) return markup;
  throw badRequest('Inline keyboard expected');
}

/** The rows that are not empty. */
function rows(value: Readonly<Record<string, unknown>>, field: string, error: string): unknown[][] {
  const list = value[field];
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw badRequest(`Field "${field}" must be of type Array`);
  if (!list.every(row => Array.isArray(row))) throw badRequest(error);
  return list.filter(row => row.length > 0);
}

/** Of a text that a button copies (core.telegram.org/bots/api#copytextbutton). */
const maxCopyLength = 256;

function checkPlaceholder(value: unknown): void {
  if (typeof value === 'string' && [...value].length > maxPlaceholderLength) {
    throw badRequest('REPLY_MARKUP_PLACEHOLDER_TOO_LONG');
  }
}

function checkKeyboardButton(button: unknown, chatType: string): void {
  if (!isRecord(button)) throw badRequest("Can't parse keyboard button: KeyboardButton must be an Object");
  checkLabel(button, 'keyboard button');
  if (button.request_location && chatType !== 'private')
    throw badRequest('Location can be requested in private chats only');
}

function checkInlineButton(button: unknown): void {
  const what = 'inline keyboard button';
  if (!isRecord(button)) throw badRequest(`Can't parse ${what}: InlineKeyboardButton must be an Object`);
  checkLabel(button, what);
  const { url, callback_data: data, copy_text: copy } = button;
  if (isRecord(copy)) {
    const { length } = String(copy.text ?? '');
    if (length === 0 || length > maxCopyLength) throw badRequest('BUTTON_COPY_TEXT_INVALID');
    return;
  }
  if (url) {
    checkUrl(String(url));
    return;
  }
  if (data === undefined || data === '')
    throw badRequest(`Can't parse ${what}: Text buttons are unallowed in the inline keyboard`);
  if (typeof data !== 'string')
    throw badRequest(`Can't parse ${what}: Field "callback_data" must be of type String`);
  if (Buffer.byteLength(data) > maxCallbackDataBytes) throw badRequest('BUTTON_DATA_INVALID');
}

function checkLabel({ text, style = '' }: Readonly<Record<string, unknown>>, what: string): void {
  if (text === undefined) throw badRequest(`Can't parse ${what}: Can't find field "text"`);
  if (typeof text !== 'string') throw badRequest(`Can't parse ${what}: Field "text" must be of type String`);
  if (!['', 'danger', 'success', 'primary'].includes(String(style)))
    throw badRequest(`Can't parse ${what}: invalid button style specified`);
  if (text.trim() === '') throw badRequest(`${what} text must be non-empty`);
}

function checkUrl(url: string): void {
  if (/^tg:\/\//i.test(url)) return;
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  const parsed = URL.canParse(full) ? new URL(full) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw badRequest(`Inline keyboard button URL '${url}' is invalid: Unsupported URL protocol`);
  }
  if (!parsed.hostname.includes('.')) {
    throw badRequest(`Inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
}
