import type { Message } from 'grammy/types';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { type Evidence, maxAnswerLength, type Report } from '../../../lib/report/report.ts';
import { reportSteps } from '../../../lib/review/lifecycle.ts';
import { witnessCallbacks } from '../../callbacks/witness.ts';
import type { Ctx } from '../../context.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import { forwardedText } from '../../text/forwarded.ts';
import { forwardedIn } from '../forward/hearsay.ts';
import type { GivenInput } from '../interview/interview.ts';
import * as pages from '../pages.ts';
import { ownReport } from '../reports/actions.ts';
import { openQuestions, reportPage, reportsPerPage } from '../reports/screens.ts';
import {
  changeChat,
  chatKey,
  currentScreen,
  pageView,
  reportersOf,
  reportView,
  showPage,
  startScreen,
} from '../respond.ts';
import { takeAnswer } from '../submit.ts';
import {
  type Answering,
  answeringIn,
  answeringPage,
  type OpenQuestion,
  type Unplaced,
  unplacedIn,
  unplacedPage,
  withAnswering,
  withMore,
} from './draft-answer.ts';

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

/** The question that a message asks, found by its button: replying to that message answers it. */
const repliedTo = async (ctx: Ctx, message: Message | undefined): Promise<Answering | undefined> => {
  for (const button of message?.reply_markup?.inline_keyboard.flat() ?? []) {
    if (!('callback_data' in button) || !button.callback_data) continue;
    const callback = witnessCallbacks.parse(button.callback_data);
    if (callback?.name === 'reply')
      return (await answeringTo(ctx, callback.args.id, callback.args.question)).answering;
  }
  return undefined;
};

/** The press on "Answer": the next messages become the answer. */
export const beginAnswering = async (ctx: Ctx, id: string, question: number): Promise<void> => {
  const { report, answering: empty } = await answeringTo(ctx, id, question);
  const { answering: texts, mine } = ctx.t.witness;
  if (!report) return showPage(ctx, startScreen, mine.missing);
  if (!empty) return showPage(ctx, () => reportPage(reportView(ctx), report, texts.over));
  await changeChat(
    ctx,
    chat => {
      const begun = answeringIn(chat);
      const isBegun = begun?.report === id && begun.question === question;
      const { text = '', evidence = [] } = unplacedIn(chat) ?? {};
      const answering = isBegun ? begun : { ...empty, text, evidence };
      return { chat: withAnswering(chat, answering), value: undefined };
    },
    chat => ({ screen: answeringPage(answeringIn(chat) ?? empty, report, ctx.t) }),
  );
};

/** Shows the answer being written, as it is so far. False when there is none. */
export const showAnswering = async (ctx: Ctx): Promise<boolean> => {
  const answering = answeringIn(await ctx.states.read(chatKey(ctx)));
  const report = answering && (await ownReport(ctx, answering.report));
  if (!answering || !report) return false;
  await showPage(ctx, () => answeringPage(answering, report, ctx.t));
  return true;
};

/** What an answer can be made of. */
type AnswerInput = Extract<GivenInput, { kind: 'text' | 'evidence' }>;

/** Says that no more fits. */
const fullNote = ({ t }: Ctx, { kind }: AnswerInput): Html =>
  kind === 'text' ? t.witness.answering.full(maxAnswerLength) : t.witness.answering.tooManyFiles;

/** The open questions of the person's latest reports. */
const openOf = async (ctx: Ctx): Promise<readonly OpenQuestion[]> => {
  const { own } = ctx.deps.store;
  const lists = await Promise.all(reportersOf(ctx).map(name => own.list(name, { limit: reportsPerPage })));
  const answerable = lists.flatMap(({ items }) => items).filter(({ status }) => reportSteps[status].answer);
  const whole = await Promise.all(answerable.map(({ id }) => ownReport(ctx, id)));
  return whole.flatMap(report =>
    report ? openQuestions(report).map(question => ({ report, question })) : [],
  );
};

/** How many open questions are offered, the latest reports first. */
const offered = 4;

/** What a message brings to an answer. Of words or files of somebody else it says so. */
const broughtBy = (
  ctx: Ctx,
  input: AnswerInput,
): Readonly<{ text?: string | undefined; evidence?: Evidence | undefined }> => {
  const words = input.kind === 'text' ? input.text : input.evidence.caption;
  const forwarded = forwardedIn(ctx.message, ctx.deps.country.zone);
  const mark = forwarded && `[${forwardedText(forwarded, reportView(ctx))}]`;
  const text = [mark, words].filter(part => part).join(' ') || undefined;
  return { evidence: input.kind === 'evidence' ? input.evidence : undefined, text };
};

/** Words or a file sent while no report is being written: offered as the answer to an open question. False when none is open. */
export const offerAsAnswer = async (ctx: Ctx, input: AnswerInput): Promise<boolean> => {
  const open = (await openOf(ctx)).slice(0, offered);
  if (open.length === 0) return false;
  await changeChat(
    ctx,
    chat => {
      const before: Unplaced = unplacedIn(chat) ?? { kind: 'unplaced', text: '', evidence: [] };
      const after = withMore(before, broughtBy(ctx, input));
      return { chat: withAnswering(chat, after ?? before), value: { isFull: !after } };
    },
    async (chat, value) => {
      const unplaced = unplacedIn(chat);
      if (!unplaced) return { screen: await currentScreen(ctx, chat) };
      const page = unplacedPage(unplaced, open, ctx.t);
      const note = value?.isFull ? fullNote(ctx, input) : undefined;
      return { screen: { ...page, text: join([note, page.text]) } };
    },
  );
  return true;
};

/** The words of which was asked what they are begin a new report. */
export const beginWithUnplaced = async (ctx: Ctx): Promise<void> => {
  const unplaced = unplacedIn(await ctx.states.read(chatKey(ctx)));
  if (!unplaced) return showPage(ctx, currentScreen, ctx.t.witness.staleButton);
  const { text, evidence } = unplaced;
  const [first, ...others] = evidence;
  if (text !== '') return takeAnswer(ctx, { kind: 'text', text }, { isReport: true, files: evidence });
  if (first) await takeAnswer(ctx, { kind: 'evidence', evidence: first }, { isReport: true, files: others });
};

/** Takes words or a file for the answer being written, or for the question replied to. False when there is neither. */
export const takeAnswerMessage = async (ctx: Ctx, input: AnswerInput): Promise<boolean> => {
  const begun =
    answeringIn(await ctx.states.read(chatKey(ctx))) ?? (await repliedTo(ctx, ctx.message?.reply_to_message));
  if (begun) await takeForAnswer(ctx, begun, input);
  return begun !== undefined;
};

/** Adds words or a file to the answer being written. */
const takeForAnswer = async (ctx: Ctx, begun: Answering, input: AnswerInput): Promise<void> => {
  const { mine } = ctx.t.witness;
  const report = await ownReport(ctx, begun.report);
  if (!report) return showPage(ctx, startScreen, mine.missing);
  await changeChat(
    ctx,
    chat => {
      const before = answeringIn(chat) ?? begun;
      const after = withMore(before, broughtBy(ctx, input));
      return { chat: withAnswering(chat, after ?? before), value: { isFull: !after } };
    },
    (chat, value) => ({
      screen: answeringPage(
        answeringIn(chat) ?? begun,
        report,
        ctx.t,
        value?.isFull ? fullNote(ctx, input) : undefined,
      ),
    }),
  );
};

/** Sends the answer. It stays in the chat until it is stored. */
export const sendAnswer = async (ctx: Ctx): Promise<void> => {
  const { store, now } = ctx.deps;
  const { answering: texts, mine } = ctx.t.witness;
  const answering = answeringIn(await ctx.states.read(chatKey(ctx)));
  if (!answering) return showPage(ctx, currentScreen, ctx.t.witness.staleButton);
  const { report: id, question, text, evidence } = answering;
  if (text === '' && evidence.length === 0) return showPage(ctx, currentScreen, texts.empty);
  const result = await store.own.answer({
    id,
    reporter: (await ownReport(ctx, id))?.reporter ?? '',
    also: reportersOf(ctx),
    at: now().toISOString(),
    question,
    text,
    evidence,
  });
  await changeChat(
    ctx,
    chat => ({ chat: withAnswering(chat, undefined), value: undefined }),
    () => ({
      screen:
        result.kind === 'missing'
          ? pages.homePage(pageView(ctx), html`${mine.missing}`)
          : reportPage(
              reportView(ctx),
              result.report,
              result.kind === 'done' ? texts.sent(formatReceipt(id)) : texts.over,
            ),
    }),
  );
};

/** Discards the answer. The question stays open. */
export const dropAnswer = (ctx: Ctx): Promise<void> =>
  changeChat(
    ctx,
    chat => ({ chat: withAnswering(chat, undefined), value: undefined }),
    async chat => ({ screen: await currentScreen(ctx, chat, ctx.t.witness.answering.dropped) }),
  );
