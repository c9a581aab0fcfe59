import { formatReceipt } from '../../lib/identity/receipt.ts';
import { waits } from '../../lib/report/lifecycle.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Ctx } from '../context.ts';
import { html } from '../html.ts';
import { show } from '../screen.ts';
import { type Moderator, moderatorOf } from './access.ts';
import { ask, endAsking, type Rejecting } from './awaited.ts';
import type { CardPath } from './card.ts';
import { noteOn, pressed, showCard, stillWaiting, storeRejection } from './decisions.ts';

/** The longest reason in words, in characters: it is read by the witness on a phone. */
export const maxWordsLength = 500;

/** The press on "In my own words": asks for them as a reply, of this moderator only. */
export const askWords = async (ctx: Ctx, path: CardPath, moderator: Moderator): Promise<void> => {
  const report = await stillWaiting(ctx, path, moderator);
  if (!report) return;
  const { words } = ctx.t.moderator;
  const { id, version, from } = path;
  await ask(ctx, { kind: 'rejection', id, version, from, message: pressed(ctx) });
  await acknowledge(ctx);
  const { userId, chatId, isPrivate } = ctx.person;
  const mention = html`<a href="tg://user?id=${userId}">${ctx.from?.first_name ?? ''}</a>`;
  const text = words.ask(formatReceipt(id), maxWordsLength);
  await ctx.deps.api.sendMessage(chatId, (isPrivate ? html`${text}` : html`${mention}: ${text}`).source, {
    parse_mode: 'HTML',
    protect_content: true,
    reply_markup: { force_reply: true, selective: true, input_field_placeholder: words.placeholder },
  });
};

/** The message after that question. */
export const takeWords = async (ctx: Ctx, { id, version, from, message }: Rejecting): Promise<void> => {
  const { words, refused } = ctx.t.moderator;
  const moderator = await moderatorOf(ctx);
  if (!moderator) return say(ctx, refused.notYou);
  const text = ctx.message?.text?.trim();
  if (!text) return say(ctx, words.textOnly);
  if (text.length > maxWordsLength) return say(ctx, words.tooLong(text.length, maxWordsLength));
  const result = await storeRejection(ctx, { id, version }, moderator, { reason: 'other', words: text });
  // The question ends after the decision: a crash in between makes the decision again, which changes nothing.
  await endAsking(ctx);
  if (result.kind === 'missing') return say(ctx, refused.gone);
  await say(ctx, (await noteOn(ctx, result.report, moderator)).text);
  if (waits(result.report)) await showCard(ctx, result.report, { from });
  else if (from !== undefined) await showCard(ctx, result.report, { from, edit: message });
};

export const say = async (ctx: Ctx, text: string): Promise<void> => {
  await show(ctx.deps.api, { text: html`${text}`, buttons: [] }, { chat: ctx.person.chatId });
};
