import type {
  ForceReply,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import { type Arguments, isRecord, json } from './arguments.ts';
import { badRequest } from './refusal.ts';

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton: "1-64 bytes". */
export const maxCallbackDataBytes = 64;
const maxCopyTextLength = 256;
const maxButtons = 100;
const maxPlaceholderLength = 64;

const inlineKinds = [
  'url',
  'callback_data',
  'disabled',
  'callback_game',
  'pay',
  'switch_inline_query',
  'switch_inline_query_chosen_chat',
  'switch_inline_query_current_chat',
  'login_url',
  'web_app',
  'copy_text',
];
const privateOnly = {
  request_contact: 'Phone number',
  request_location: 'Location',
  request_poll: 'Poll',
  request_users: 'Users',
  request_chat: 'Chats',
};

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
  if (keyboard.flat().length > 0)
    return { ...value, keyboard: keyboard.filter(nonEmpty) } as ReplyKeyboardMarkup;
  if (inline.flat().length > 0) return { inline_keyboard: inline.filter(nonEmpty) } as InlineKeyboardMarkup;
  if (value.remove_keyboard === true) return value as unknown as ReplyKeyboardRemove;
  if (value.force_reply === true) return value as unknown as ForceReply;
  return undefined;
}

/** An edit may carry an inline keyboard only. */
export function inlineMarkup(from: Arguments, chatType: string): InlineKeyboardMarkup | undefined {
  const markup = replyMarkup(from, chatType);
  if (markup === undefined || 'inline_keyboard' in markup) return markup;
  throw badRequest('Inline keyboard expected');
}

function rows(value: Record<string, unknown>, field: string, complaint: string): unknown[][] {
  const list = value[field];
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) throw badRequest(`Field "${field}" must be of type Array`);
  if (!list.every(row => Array.isArray(row))) throw badRequest(complaint);
  return list as unknown[][];
}

function nonEmpty(row: readonly unknown[]): boolean {
  return row.length > 0;
}

function checkPlaceholder(value: unknown): void {
  if (typeof value === 'string' && [...value].length > maxPlaceholderLength) {
    throw badRequest('REPLY_MARKUP_PLACEHOLDER_TOO_LONG');
  }
}

function checkStyle(button: Record<string, unknown>, what: string): void {
  const style = button.style ?? '';
  if (style !== '' && !['danger', 'success', 'primary'].includes(String(style))) {
    throw badRequest(`Can't parse ${what}: invalid button style specified`);
  }
}

function checkKeyboardButton(button: unknown, chatType: string): void {
  const what = 'keyboard button';
  if (typeof button === 'string') {
    if (button.trim() === '') throw badRequest('Keyboard button text must be non-empty');
    return;
  }
  if (!isRecord(button))
    throw badRequest(`Can't parse ${what}: KeyboardButton must be a String or an Object`);
  checkText(button, what);
  checkStyle(button, what);
  if ((button.text as string).trim() === '') throw badRequest('Keyboard button text must be non-empty');
  for (const [field, noun] of Object.entries(privateOnly)) {
    if (button[field] && chatType !== 'private')
      throw badRequest(`${noun} can be requested in private chats only`);
  }
}

function checkInlineButton(button: unknown): void {
  const what = 'inline keyboard button';
  if (!isRecord(button)) throw badRequest(`Can't parse ${what}: InlineKeyboardButton must be an Object`);
  checkText(button, what);
  checkStyle(button, what);
  const kind = inlineKinds.find(name => button[name] !== undefined && button[name] !== '');
  if (kind === undefined) {
    throw badRequest(`Can't parse ${what}: Text buttons are unallowed in the inline keyboard`);
  }
  if ((button.text as string).trim() === '')
    throw badRequest('Inline keyboard button text must be non-empty');
  if (kind === 'callback_data') {
    if (typeof button.callback_data !== 'string') {
      throw badRequest(`Can't parse ${what}: Field "callback_data" must be of type String`);
    }
    if (Buffer.byteLength(button.callback_data) > maxCallbackDataBytes)
      throw badRequest('BUTTON_DATA_INVALID');
  }
  if (kind === 'url') checkUrl(String(button.url));
  if (kind === 'disabled' && !isRecord(button.disabled)) {
    throw badRequest(`Can't parse ${what}: Field "disabled" must be of type Object`);
  }
  if (kind === 'copy_text') {
    const copied = isRecord(button.copy_text) ? button.copy_text.text : undefined;
    if (typeof copied !== 'string') throw badRequest(`Can't parse ${what}: Can't find field "text"`);
    if (copied === '' || [...copied].length > maxCopyTextLength) throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
}

function checkText(button: Record<string, unknown>, what: string): void {
  if (button.text === undefined) throw badRequest(`Can't parse ${what}: Can't find field "text"`);
  if (typeof button.text !== 'string')
    throw badRequest(`Can't parse ${what}: Field "text" must be of type String`);
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
