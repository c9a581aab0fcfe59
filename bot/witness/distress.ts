import type { NextFunction } from 'grammy/web';
import { recogniseDistress } from '../../lib/language/distress/distress.ts';
import { witnessCallbacks } from '../callbacks/witness.ts';
import type { Ctx } from '../context.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import { join } from '../telegram/html.ts';
import { show } from '../telegram/screen.ts';
import { distressPage, distressText } from './pages.ts';
import { chatKey, pageView, showCurrent, showPage } from './respond.ts';

/**
 * Answers a call for help with the numbers to call, before anything else reads the message, whatever the chat waits for.
 * Nothing of the message is stored and nothing that was begun is changed; before consent nothing at all. A bare "help" may as
 * well be about the bot: the numbers stand above the current screen then. Everything else is passed on.
 */
export const answerDistress = async (ctx: Ctx, next: NextFunction): Promise<void> => {
  const text = ctx.msg?.text ?? ctx.msg?.caption ?? '';
  const kind = recogniseDistress(text);
  if (kind === undefined) return next();
  const { t, deps, person } = ctx;
  const page = pageView(ctx);
  const { draft, pendingInput, consentAt } = await ctx.states.read(chatKey(ctx));
  // Below a photo it is no less, for its words and the photo to be taken after all.
  if (kind === 'unsaid' && ctx.msg?.text !== undefined && pendingInput === undefined)
    return showCurrent(ctx, t.witness.distress.unsaid(deps.country.emergency));
  // The page to agree to stays the screen.
  if (consentAt === undefined && pendingInput === undefined) {
    const alone = { text: join([distressText(page), t.witness.distress.laterByStart]), buttons: [] };
    await show(deps.api, alone, { chat: person.chatId });
    return;
  }
  const told = consentAt === undefined ? undefined : ctx.message?.message_id;
  await showPage(ctx, () =>
    distressPage(page, { isBegun: draft !== undefined || pendingInput !== undefined, told }),
  );
};

/**
 * Whether this is a press that says that a message was no call for help. The update becomes that message then, which Telegram
 * gives back with the press.
 */
export const isToldAgain = async (ctx: Ctx): Promise<boolean> => {
  const { update, callbackQuery } = ctx;
  const page = callbackQuery?.message;
  const told = page?.date ? page.reply_to_message : undefined;
  if (
    !told ||
    callbackQuery?.data !== witnessCallbacks.data('told') ||
    told.from?.id !== callbackQuery.from.id
  )
    return false;
  await acknowledge(ctx);
  delete update.callback_query;
  update.message = told as NonNullable<typeof update.message>;
  return true;
};
