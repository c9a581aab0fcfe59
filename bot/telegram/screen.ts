import type { InlineKeyboardButton } from 'grammy/types';
import type { Api } from 'grammy/web';
import { apiErrorOf, isTransient, isUnreachable, type Unreachable } from './api-errors.ts';
import type { Html } from './html.ts';

/** Telegram's own limits (core.telegram.org/bots/api). */
export const limits = {
  textLength: 4096,
  callbackDataBytes: 64,
  callbackAnswerLength: 200,
  copyLength: 256,
} as const;

/** A button sends `data` back to the bot, opens `url`, or copies a text. `style` is a hint that clients may ignore. */
export type Button = Readonly<
  { text: string; style?: 'danger' | 'success' | 'primary' | undefined } & (
    | { data: string }
    | { url: string }
    | { copy: string }
  )
>;

/**
 * One message, as data. `personal` screens hold a witness's data and cannot be forwarded or saved. `replyTo` is the message
 * that it answers, which Telegram gives back with a press on it.
 */
export type Screen = Readonly<{
  text: Html;
  buttons: readonly (readonly Button[])[];
  personal?: boolean;
  replyTo?: number | undefined;
}>;

/** Where a screen goes: a new message, or over the message `edit` (a new one if that cannot be edited). */
type Target = Readonly<{ chat: number; edit?: number | undefined }>;

/** `unreachable`: nothing can be written to this chat: the person blocked the bot, say, or the group forbids it. */
export type Shown = Readonly<{ kind: 'shown'; message: number } | { kind: 'unreachable'; why: Unreachable }>;

/**
 * Sends a screen, or edits a message into it. Throws on errors that a retry may fix (429, 5xx, network).
 */
export const show = async (api: Api, screen: Screen, target: Target): Promise<Shown> => {
  const { chat } = target;
  if (target.edit !== undefined) {
    const edited = await editInto(api, screen, { chat, edit: target.edit });
    if (edited.kind === 'shown' || edited.kind === 'unreachable') return edited;
  }
  try {
    const sent = await api.sendMessage(chat, screen.text.source, {
      ...optionsOf(screen),
      protect_content: screen.personal,
      reply_parameters:
        screen.replyTo === undefined
          ? undefined
          : { message_id: screen.replyTo, allow_sending_without_reply: true },
    });
    return { kind: 'shown', message: sent.message_id };
  } catch (error) {
    const why = apiErrorOf(error);
    if (isUnreachable(why)) return { kind: 'unreachable', why };
    throw error;
  }
};

/**
 * Edits a message into a screen. "Message is not modified" counts as shown, so that showing a screen twice is harmless.
 * `gone`: the message no longer exists. `fixed`: it exists but can no longer be edited. Throws as `show` does.
 */
export const editInto = async (
  api: Api,
  screen: Screen,
  { chat, edit: message }: Readonly<{ chat: number; edit: number }>,
): Promise<Shown | Readonly<{ kind: 'gone' | 'fixed' }>> => {
  try {
    await api.editMessageText(chat, message, screen.text.source, optionsOf(screen));
    return { kind: 'shown', message };
  } catch (error) {
    const why = apiErrorOf(error);
    if (isUnreachable(why)) return { kind: 'unreachable', why };
    if (why === 'not_modified') return { kind: 'shown', message };
    if (why === 'message_gone') return { kind: 'gone' };
    if (why === 'message_fixed' || why === 'migrated' || why === 'bad_text' || why === 'refused')
      return { kind: 'fixed' };
    throw error;
  }
};

const optionsOf = ({ buttons }: Screen) => ({
  parse_mode: 'HTML' as const,
  link_preview_options: { is_disabled: true },
  reply_markup: { inline_keyboard: buttons.map(row => row.map(inlineButton)) },
});

/**
 * Deletes a message. `stays`: Telegram does not allow it (any more: after 48 hours). One that is not there counts as gone.
 * Throws as `show` does.
 */
export const remove = async (api: Api, chat: number, message: number): Promise<'gone' | 'stays'> => {
  try {
    await api.deleteMessage(chat, message);
    return 'gone';
  } catch (error) {
    const why = apiErrorOf(error);
    if (why === undefined || isTransient(why) || why === 'lost') throw error;
    return why === 'message_fixed' || isUnreachable(why) ? 'stays' : 'gone';
  }
};

const inlineButton = ({ text, style, ...button }: Button): InlineKeyboardButton => {
  if ('copy' in button) return { text, style, copy_text: { text: button.copy } };
  return 'url' in button ? { text, style, url: button.url } : { text, style, callback_data: button.data };
};
