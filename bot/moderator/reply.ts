import type { Ctx } from '../context.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import { html } from '../telegram/html.ts';
import { type Screen, show } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';

/** What screens are drawn with: the language and the country. */
export const viewOf = ({ t, locale, deps }: Ctx): View => ({ t, locale, country: deps.country });

/** The message whose button was pressed; undefined when the press is answered in another chat. */
export const pressedMessage = ({ callbackQuery, person }: Ctx): number | undefined =>
  callbackQuery?.message?.chat.id === person.chatId ? callbackQuery.message.message_id : undefined;

/** The buttons below that message, as the person sees them. */
export const pressedKeyboard = (ctx: Ctx) => {
  const message = ctx.callbackQuery?.message;
  return message && 'reply_markup' in message ? message.reply_markup : undefined;
};

/** Shows a screen as a new message. */
export const send = async (ctx: Ctx, screen: Screen): Promise<void> => {
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId });
};

/** Acknowledges a press, with a passing `note` if there is one, and shows a screen in place of the pressed message. */
export const showInPlace = async (ctx: Ctx, screen: Screen, note?: string): Promise<void> => {
  await acknowledge(ctx, note === undefined ? undefined : { text: note });
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit: pressedMessage(ctx) });
};

/** Says why a press does nothing, in a note that the person closes. */
export const refuse = (ctx: Ctx, text: string): Promise<void> => acknowledge(ctx, { text, alert: true });

/** Refuses a press on a button that no longer does anything. */
export const refuseStale = (ctx: Ctx): Promise<void> => refuse(ctx, ctx.t.moderator.refused.stale);

/** Sends a short message. */
export const reply = (ctx: Ctx, text: string): Promise<void> =>
  send(ctx, { text: html`${text}`, buttons: [] });

/**
 * Asks this moderator for a reply in words. In a group the message mentions them, so that Telegram opens the reply for them
 * alone.
 */
export const prompt = async (ctx: Ctx, text: string, placeholder: string): Promise<void> => {
  const { userId, chatId, isPrivate } = ctx.person;
  const mention = html`<a href="tg://user?id=${userId}">${ctx.from?.first_name ?? ''}</a>`;
  await ctx.deps.api.sendMessage(chatId, (isPrivate ? html`${text}` : html`${mention}: ${text}`).source, {
    parse_mode: 'HTML',
    protect_content: true,
    reply_markup: { force_reply: true, selective: true, input_field_placeholder: placeholder },
  });
};
