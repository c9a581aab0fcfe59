import type { NextFunction } from 'grammy/web';
import { recogniseDistress } from '../../lib/language/distress.ts';
import type { Ctx } from '../context.ts';
import { distressPage } from './pages.ts';
import { pageView, showPage } from './respond.ts';

/**
 * Answers a call for help with the numbers to call, before anything else reads the message, whatever the chat waits for.
 * Nothing of the message is stored and nothing that was begun is changed. Everything else is passed on.
 */
export const answerDistress = async (ctx: Ctx, next: NextFunction): Promise<void> => {
  const text = ctx.msg?.text ?? ctx.msg?.caption ?? '';
  if (recogniseDistress(text) === undefined) return next();
  await showPage(ctx, (_, { draft, pendingInput }) =>
    distressPage(pageView(ctx), draft !== undefined || pendingInput !== undefined),
  );
};
