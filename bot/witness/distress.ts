import type { NextFunction } from 'grammy/web';
import { recogniseDistress } from '../../lib/language/distress.ts';
import { witnessCallbacks } from '../callbacks/witness.ts';
import type { Ctx } from '../context.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import { distressPage } from './pages.ts';
import { pageView, showPage } from './respond.ts';

/**
 * Answers a call for help with the numbers to call, before anything else reads the message, whatever the chat waits for.
 * Nothing of the message is stored and nothing that was begun is changed. Everything else is passed on.
 */
export const answerDistress = async (ctx: Ctx, next: NextFunction): Promise<void> => {
  const text = ctx.msg?.text ?? ctx.msg?.caption ?? '';
  if (recogniseDistress(text) === undefined) return next();
  await showPage(ctx, (_, { draft, pendingInput, consentAt }) =>
    distressPage(pageView(ctx), {
      isBegun: draft !== undefined || pendingInput !== undefined,
      told: consentAt === undefined ? undefined : ctx.message?.message_id,
    }),
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
