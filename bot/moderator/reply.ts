import type { Ctx } from '../context.ts';
import { html } from '../telegram/html.ts';
import { show } from '../telegram/screen.ts';

/** Says one thing where the moderator is. */
export const reply = async (ctx: Ctx, text: string): Promise<void> => {
  await show(ctx.deps.api, { text: html`${text}`, buttons: [] }, { chat: ctx.person.chatId });
};

/** Asks for words, as a reply of this moderator only: in a group it names them, and opens their keyboard alone. */
export const prompt = async (ctx: Ctx, text: string, placeholder: string): Promise<void> => {
  const { userId, chatId, isPrivate } = ctx.person;
  const mention = html`<a href="tg://user?id=${userId}">${ctx.from?.first_name ?? ''}</a>`;
  await ctx.deps.api.sendMessage(chatId, (isPrivate ? html`${text}` : html`${mention}: ${text}`).source, {
    parse_mode: 'HTML',
    protect_content: true,
    reply_markup: { force_reply: true, selective: true, input_field_placeholder: placeholder },
  });
};
