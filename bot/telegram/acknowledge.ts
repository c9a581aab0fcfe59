import { type Context, GrammyError } from 'grammy/web';
import { cut } from './html.ts';
import { limits } from './screen.ts';

/**
 * Answers a press, with a note that passes or, as an `alert`, one that the person closes. A press that is too old to be
 * answered is let go.
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
