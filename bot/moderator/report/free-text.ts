import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { maxQuestionLength } from '../../../lib/report/report.ts';
import type { QuestionTemplate } from '../../../lib/report/vocabulary.ts';
import type { StepResult } from '../../../lib/review/review.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { type Moderator, moderatorOf } from '../access.ts';
import { languageName } from '../language.ts';
import { awaitInput, clearPendingInput, type PendingInputOf } from '../pending-input.ts';
import { prompt, reply } from '../reply.ts';
import type { CardPath } from './card.ts';
import { noteOn, pressed, showCard, stillOpen, tell } from './decisions.ts';

/** What a moderator says to a witness in words of their own: why a report is rejected, or a question about it. */

/** The longest reason in words, in characters: it is read by the witness on a phone. */
export const maxWordsLength = 500;

/** The press on "In my own words" below the reasons or the questions: asks for them as a reply, of this moderator only. */
export const askWords =
  (kind: 'rejection' | 'question') =>
  async (ctx: Ctx, path: CardPath, moderator: Moderator): Promise<void> => {
    const report = await stillOpen(ctx, path, moderator, kind === 'rejection' ? 'reject' : 'ask');
    if (!report) return;
    const { words, asking } = ctx.t.moderator;
    const { id, version, from } = path;
    await awaitInput(ctx, {
      kind,
      id,
      version,
      ...(from !== undefined && { from }),
      message: pressed(ctx),
    });
    await acknowledge(ctx);
    if (kind === 'rejection')
      return prompt(ctx, words.ask(formatReceipt(id), maxWordsLength), words.placeholder);
    const language = languageName(report.locale, ctx.locale);
    await prompt(ctx, asking.ask(formatReceipt(id), language, maxQuestionLength), asking.placeholder);
  };

/** The press on one of the common questions. */
export const askTemplate = async (
  ctx: Ctx,
  path: CardPath,
  moderator: Moderator,
  template: QuestionTemplate,
): Promise<void> => {
  const { store, now } = ctx.deps;
  const result = await store.reports.ask({
    id: path.id,
    version: path.version,
    by: moderator.key,
    at: now().toISOString(),
    wording: { template },
  });
  await tell(ctx, path, moderator, result);
};

/** The message after that question. */
export const takeWords = async (
  ctx: Ctx,
  question: PendingInputOf<'rejection' | 'question'>,
): Promise<void> => {
  const { t, deps } = ctx;
  const { kind, id, version, from, message } = question;
  const said = kind === 'rejection' ? t.moderator.words : t.moderator.asking;
  const most = kind === 'rejection' ? maxWordsLength : maxQuestionLength;
  const moderator = await moderatorOf(ctx);
  if (!moderator) return reply(ctx, t.moderator.refused.notYou);
  const text = ctx.message?.text?.trim();
  if (!text) return reply(ctx, said.textOnly);
  if (text.length > most) return reply(ctx, said.tooLong(text.length, most));
  const acting = { id, version, by: moderator.key, at: deps.now().toISOString() };
  const result: StepResult =
    kind === 'rejection'
      ? await deps.store.reports.reject({ ...acting, rejection: { reason: 'other', words: text } })
      : await deps.store.reports.ask({ ...acting, wording: { words: text } });
  // The question ends after the decision: a crash in between makes the decision again, which changes nothing.
  await clearPendingInput(ctx);
  if (result.kind === 'missing') return reply(ctx, t.moderator.refused.gone);
  await reply(ctx, (await noteOn(ctx, result, moderator)).text);
  if (result.kind !== 'done') await showCard(ctx, result.report, { from });
  else if (from !== undefined || ctx.person.isPrivate)
    await showCard(ctx, result.report, { from, edit: message });
};
