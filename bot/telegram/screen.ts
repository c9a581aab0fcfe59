import type { InlineKeyboardButton } from 'grammy/types';
import { type Api, GrammyError } from 'grammy/web';
import type { Html } from './html.ts';

/** Telegram's own limits (core.telegram.org/bots/api). */
export const limits = { textLength: 4096, callbackDataBytes: 64, callbackAnswerLength: 200 } as const;

/** A button either sends `data` back to the bot or opens `url`. `style` is a hint that clients may ignore. */
export type Button = Readonly<
  { text: string; style?: 'danger' | 'success' | 'primary' | undefined } & (
    | { data: string }
    | { url: string }
  )
>;

/** One message, as data. `personal` screens hold a witness's data and cannot be forwarded or saved. */
export type Screen = Readonly<{
  text: Html;
  buttons: readonly (readonly Button[])[];
  personal?: boolean;
}>;

/** Where a screen goes: a new message, or over the message `edit` (a new one if that cannot be edited). */
type Target = Readonly<{ chat: number; edit?: number | undefined }>;

/** `unreachable`: the person blocked the bot, or the chat is gone. */
export type Shown = Readonly<{ kind: 'shown'; message: number } | { kind: 'unreachable' }>;

/**
 * Sends a screen, or edits a message into it. "Message is not modified" counts as shown, so that showing a screen twice is
 * harmless. Throws on errors that a retry may fix (429, 5xx, network).
 */
export const show = async (api: Api, screen: Screen, target: Target): Promise<Shown> => {
  const keyboard = { inline_keyboard: screen.buttons.map(row => row.map(inlineButton)) };
  const options = {
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    reply_markup: keyboard,
  };
  if (target.edit !== undefined) {
    try {
      await api.editMessageText(target.chat, target.edit, screen.text.source, options);
      return { kind: 'shown', message: target.edit };
    } catch (error) {
      if (isNotModified(error)) return { kind: 'shown', message: target.edit };
      if (isUnreachable(error)) return { kind: 'unreachable' };
      if (!isBadRequest(error)) throw error;
    }
  }
  try {
    const sent = await api.sendMessage(target.chat, screen.text.source, {
      ...options,
      protect_content: screen.personal,
    });
    return { kind: 'shown', message: sent.message_id };
  } catch (error) {
    if (isUnreachable(error)) return { kind: 'unreachable' };
    throw error;
  }
};

/** Edits a message into a screen, if it is still there. */
export const replace = async (
  api: Api,
  { text, buttons }: Screen,
  { chat, message }: Readonly<{ chat: number; message: number }>,
): Promise<void> => {
  try {
    await api.editMessageText(chat, message, text.source, {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: buttons.map(row => row.map(inlineButton)) },
    });
  } catch (error) {
    if (!isBadRequest(error) && !isUnreachable(error)) throw error;
  }
};

/** Deletes a message if Telegram still allows it (48 hours). One left over is harmless: its buttons are stale. */
export const remove = async (api: Api, chat: number, message: number): Promise<void> => {
  await api.deleteMessage(chat, message).catch(() => {});
};

const inlineButton = ({ text, style, ...button }: Button): InlineKeyboardButton =>
  'url' in button ? { text, style, url: button.url } : { text, style, callback_data: button.data };

const isBadRequest = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && error.error_code === 400;

const isNotModified = (error: unknown): boolean =>
  isBadRequest(error) && error.description.includes('message is not modified');

/** 403 (blocked, deactivated, kicked) or "chat not found". */
export const isUnreachable = (error: unknown): boolean =>
  (error instanceof GrammyError && error.error_code === 403) ||
  (isBadRequest(error) && error.description.includes('chat not found'));
