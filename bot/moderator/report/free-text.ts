import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { maxQuestionLength } from '../../../lib/report/report.ts';
import type { ReportArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { type Moderator, moderatorOf } from '../access.ts';
import { languageName } from '../language.ts';
import { awaitInput, clearPendingInput, type PendingInputOf } from '../pending-input.ts';
import { pressedMessage, prompt, reply } from '../reply.ts';
import { actingOn, noteOn, readFresh, showCard } from './decisions.ts';

/** What a moderator types to a witness: why a report is rejected, or a question about it. */

/** The longest reason, in characters: witnesses read it on a phone. */
const maxReasonLength = 500;

/** The press that asks for a reason or a question in the moderator's own words. */
export const askFreeText =
  (kind: 'rejection' | 'question') =>
  async (args: ReportArgs, ctx: Ctx, moderator: Moderator): Promise<void> => {
    const report = await readFresh(args, ctx, moderator, kind === 'rejection' ? 'reject' : 'ask');
    if (!report) return;
    const { words, asking } = ctx.t.moderator;
    await awaitInput(ctx, { kind, ...args, message: pressedMessage(ctx) });
    await acknowledge(ctx);
    if (kind === 'rejection')
      return prompt(ctx, words.ask(formatReceipt(args.id), maxReasonLength), words.placeholder);
    const language = languageName(report.locale, ctx.locale);
    await prompt(ctx, asking.ask(formatReceipt(args.id), language, maxQuestionLength), asking.placeholder);
  };

/** The message that answers it. */
export const takeFreeText = async (
  ctx: Ctx,
  { kind, id, version, from, message }: PendingInputOf<'rejection' | 'question'>,
): Promise<void> => {
  const { refused, words, asking } = ctx.t.moderator;
  const texts = kind === 'rejection' ? words : asking;
  const maxLength = kind === 'rejection' ? maxReasonLength : maxQuestionLength;
  const moderator = await moderatorOf(ctx);
  if (!moderator) return reply(ctx, refused.notYou);
  const text = ctx.message?.text?.trim();
  if (!text) return reply(ctx, texts.textOnly);
  if (text.length > maxLength) return reply(ctx, texts.tooLong(text.length, maxLength));
  const { reports } = ctx.deps.store;
  const acting = actingOn({ id, version }, ctx, moderator);
  const result =
    kind === 'rejection'
      ? await reports.reject({ ...acting, rejection: { reason: 'other', words: text } })
      : await reports.ask({ ...acting, wording: { words: text } });
  // Only now: after a crash in between, the redelivered update decides again, which changes nothing.
  await clearPendingInput(ctx);
  if (result.kind === 'missing') return reply(ctx, refused.gone);
  await reply(ctx, (await noteOn(ctx, result, moderator)).text);
  if (result.kind !== 'done') await showCard(ctx, result.report, { from });
  else if (from !== undefined || ctx.person.isPrivate)
    await showCard(ctx, result.report, { from, edit: message });
};
