import { type Context, GrammyError } from 'grammy/web';
import { cut } from './html.ts';
import { limits } from './screen.ts';

/**
 * Answers a callback query, optionally with a toast or, as an `alert`, with a dialog. Expired callback queries are ignored.
 */
export const acknowledge = async (
  ctx: Pick<Context, 'answerCallbackQuery'>,
  note?: Readonly<{ text: string; alert?: boolean }>,
): Promise<void> => {
  try {
    await ctx.answerCallbackQuery(
      note ? { text: cut(note.text, limits.callbackAnswerLength), show_alert: note.alert ?? false } : {},
    );
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
  }
};
