import type { Message } from 'grammy/types';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { maxAnswerLength, type Report } from '../../../lib/report/report.ts';
import type { Ctx } from '../../context.ts';
import { parseCallbackData } from '../../telegram/callback-data.ts';
import { type Html, html } from '../../telegram/html.ts';
import type { GivenInput } from '../interview/interview.ts';
import * as pages from '../pages.ts';
import { ownReport } from '../reports/actions.ts';
import { openQuestions, reportPage } from '../reports/screens.ts';
import {
  chatKey,
  current,
  currentScreen,
  pageView,
  reportView,
  respond,
  showPage,
  startScreen,
} from '../respond.ts';
import { type Answering, answeringIn, answeringPage, withAnswering, withMore } from './draft-answer.ts';

/** An empty answer to the question of a report, if it is the person's own and still open. */
const answeringTo = async (
  ctx: Ctx,
  id: string,
  question: number,
): Promise<Readonly<{ report: Report | undefined; answering?: Answering }>> => {
  const report = await ownReport(ctx, id);
  return report && openQuestions(report).includes(question)
    ? { report, answering: { kind: 'answer', report: id, question, text: '', evidence: [] } }
    : { report };
};

/** The question that a message asks, by the button below it: whoever replies to that message answers it. */
export const repliedTo = async (ctx: Ctx, message: Message | undefined): Promise<Answering | undefined> => {
  for (const button of message?.reply_markup?.inline_keyboard.flat() ?? []) {
    if (!('callback_data' in button) || !button.callback_data) continue;
    const [role, , page, report = '', question] = parseCallbackData(button.callback_data);
    if (role === 'w' && page === 'answer')
      return (await answeringTo(ctx, report, Number(question))).answering;
  }
  return undefined;
};

/** The press on "Answer": what the person writes next is the answer. */
export const beginAnswering = async (ctx: Ctx, id: string, question: number): Promise<void> => {
  const { report, answering } = await answeringTo(ctx, id, question);
  const { answering: said, mine } = ctx.t.witness;
  if (!report) return showPage(ctx, startScreen, mine.missing);
  if (!answering) return showPage(ctx, () => reportPage(reportView(ctx), report, said.over));
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: withAnswering(chat, answering),
    value: undefined,
  }));
  await respond(ctx, changed.chat, { screen: answeringPage(answering, report, ctx.t) });
};

/** Words or a file for the answer that is being written. */
export const takeForAnswer = async (
  ctx: Ctx,
  begun: Answering,
  input: Extract<GivenInput, { kind: 'text' | 'evidence' }>,
): Promise<void> => {
  const { answering: said, mine } = ctx.t.witness;
  const report = await ownReport(ctx, begun.report);
  if (!report) return showPage(ctx, startScreen, mine.missing);
  let note: Html | undefined;
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const before = answeringIn(chat) ?? begun;
    const caption = input.kind === 'evidence' ? input.evidence.caption : undefined;
    const more = withMore(
      before,
      input.kind === 'text'
        ? { text: input.text }
        : { evidence: input.evidence, ...(caption !== undefined && { text: caption }) },
    );
    note = more ? undefined : input.kind === 'text' ? said.full(maxAnswerLength) : said.tooManyFiles;
    return { chat: withAnswering(chat, more ?? before), value: undefined };
  });
  const answering = answeringIn(changed.chat) ?? begun;
  await respond(ctx, changed.chat, { screen: answeringPage(answering, report, ctx.t, note) });
};

/** The press that sends it. It stays in the chat until it is stored. */
export const sendAnswer = async (ctx: Ctx): Promise<void> => {
  const { store, now } = ctx.deps;
  const { answering: said, mine } = ctx.t.witness;
  const answering = answeringIn(await ctx.states.read(chatKey(ctx)));
  if (!answering) return showPage(ctx, currentScreen, ctx.t.witness.staleButton);
  const { report: id, question, text, evidence } = answering;
  if (text === '' && evidence.length === 0) return showPage(ctx, currentScreen, said.empty);
  const result = await store.reports.answer({
    id,
    reporter: (await ownReport(ctx, id))?.reporter ?? '',
    at: now().toISOString(),
    question,
    text,
    evidence,
  });
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: withAnswering(chat, undefined),
    value: undefined,
  }));
  const screen =
    result.kind === 'missing'
      ? pages.homePage(pageView(ctx), html`${mine.missing}`)
      : reportPage(
          reportView(ctx),
          result.report,
          // Whoever is muted is not told so, and nothing of theirs is kept.
          result.kind === 'done' || (result.kind === 'refused' && result.why === 'muted')
            ? said.sent(formatReceipt(id))
            : said.over,
        );
  await respond(ctx, changed.chat, { screen });
};

/** The press that gives up the answer. The question stays open. */
export const dropAnswer = async (ctx: Ctx): Promise<void> => {
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: withAnswering(chat, undefined),
    value: undefined,
  }));
  await respond(ctx, changed.chat, current(ctx, changed.chat, ctx.t.witness.answering.dropped));
};
