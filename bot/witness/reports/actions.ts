import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import type { Answers, Report } from '../../../lib/report/report.ts';
import { reportSteps } from '../../../lib/review/lifecycle.ts';
import type { Chat } from '../../../lib/store/chats/chats.ts';
import { mergePages } from '../../../lib/store/dynamodb/page.ts';
import type { SeenReport } from '../../../lib/store/records/reports.ts';
import type { Ctx } from '../../context.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import { type Html, html } from '../../telegram/html.ts';
import type { Screen } from '../../telegram/screen.ts';
import { tellUnreadable } from '../../text/unreadable.ts';
import * as pages from '../pages.ts';
import {
  changeChat,
  currentScreen,
  pageView,
  reportersOf,
  reportView,
  showPage,
  startScreen,
} from '../respond.ts';
import { erasedPage, reportPage, reportsPage, reportsPerPage, withdrawPage } from './screens.ts';

/** A page of the person's own reports. */
export const showReports = async (ctx: Ctx, after?: string): Promise<void> => {
  const lists = await Promise.all(
    reportersOf(ctx).map(name => ctx.deps.store.own.list(name, { limit: reportsPerPage, after })),
  );
  const page = mergePages(lists, 'receivedAt', reportsPerPage);
  const previous = after === undefined ? undefined : '';
  await showPage(ctx, () => tellUnreadable(reportsPage(reportView(ctx), { ...page, previous }), page, ctx.t));
};

/** One of them, the question whether to withdraw it, or the outcome of withdrawing it. */
export const showReport = async (
  ctx: Ctx,
  id: string,
  page: 'open' | 'withdraw' | 'withdraw_yes',
): Promise<void> => {
  const { store, now } = ctx.deps;
  const { mine } = ctx.t.witness;
  const own = await findOwn(ctx, id);
  if (!own) return showPage(ctx, startScreen, mine.missing);
  const report = await ownReport(ctx, id);
  if (!report) return showPage(ctx, () => erasedPage(reportView(ctx), own));
  if (page === 'open') return showPage(ctx, () => reportPage(reportView(ctx), report));
  if (page === 'withdraw') return showPage(ctx, () => withdrawPage(reportView(ctx), id));
  await store.own.withdraw({ id, reporter: report.reporter, at: now().toISOString() });
  const after = (await findOwn(ctx, id)) ?? own;
  const note = after.status === 'withdrawn' ? mine.withdrawn : mine.cannotWithdraw;
  await changeChat(
    ctx,
    chat => ({ chat: after.status === 'withdrawn' ? withoutReport(chat, id) : chat, value: undefined }),
    () => ({ screen: reportPage(reportView(ctx), after, html`${note}`) }),
  );
};

/** A chat without what was begun about a report: a correction of it, or an answer to a question about it. */
const withoutReport = ({ draft, pendingInput, ...chat }: Chat, id: string): Chat => ({
  ...chat,
  draft: draft?.id === id ? undefined : draft,
  pendingInput: pendingInput?.report === id ? undefined : pendingInput,
});

/** What became of an amendment. */
export type Amended = Awaited<ReturnType<Ctx['deps']['store']['own']['amend']>>;

/** Stores an amendment. */
export const amend = async (ctx: Ctx, { id, revises }: Draft, answers: Answers): Promise<Amended> => {
  const reporter = (await ownReport(ctx, id))?.reporter ?? '';
  const result = await ctx.deps.store.own.amend({
    id,
    reporter,
    also: reportersOf(ctx),
    at: ctx.deps.now().toISOString(),
    answers,
  });
  // Stored before (a second delivery), it made a version; without one, nothing was changed.
  return result.kind === 'done' && result.report.version === revises?.version
    ? { kind: 'refused', why: 'unchanged', report: result.report }
    : result;
};

/** The report after an amendment, with what became of it. */
export const amendedScreen = (ctx: Ctx, result: Amended): Screen => {
  const { mine } = ctx.t.witness;
  if (result.kind === 'missing') return pages.homePage(pageView(ctx), html`${mine.missing}`);
  return reportPage(reportView(ctx), result.report, amendmentNote(result, mine));
};

const amendmentNote = (
  result: Exclude<Amended, { kind: 'missing' }>,
  mine: Catalogue['witness']['mine'],
): Html => {
  if (result.kind === 'done') return mine.amended(formatReceipt(result.report.id));
  return result.kind === 'refused' && result.why === 'unchanged' ? mine.unchanged : mine.cannotAmend;
};

/** Opens the interview on a report's answers, unless there is a draft already. */
export const beginAmending = async (ctx: Ctx, id: string): Promise<void> => {
  const report = await ownReport(ctx, id);
  const { mine } = ctx.t.witness;
  if (!report) return showReport(ctx, id, 'open');
  if (!reportSteps[report.status].amend)
    return showPage(ctx, () => reportPage(reportView(ctx), report, mine.cannotAmend));
  const amendment: Draft = {
    id,
    startedAt: ctx.deps.now().toISOString(),
    at: 'review',
    safe: true,
    answers: report.answers,
    revises: { version: report.version, as: 'witness' },
  };
  await changeChat(
    ctx,
    ({ sent: _, ...chat }) => ({ chat: { ...chat, draft: chat.draft ?? amendment }, value: undefined }),
    async chat => {
      const note = chat.draft?.id === id ? mine.amending(formatReceipt(id)) : mine.draftOpen;
      return { screen: await currentScreen(ctx, chat, note) };
    },
  );
};

/** What became of a report in the list of the person who asks, erased or not; undefined for anybody else's. */
const findOwn = async (ctx: Ctx, id: string): Promise<SeenReport | undefined> => {
  const { own } = ctx.deps.store;
  const found = await Promise.all(reportersOf(ctx).map(reporter => own.find(reporter, id)));
  return found.find(one => one !== undefined);
};

/** A whole report of the person who asks; undefined for anybody else's, and once it is erased or they were forgotten. */
export const ownReport = async (ctx: Ctx, id: string): Promise<Report | undefined> => {
  const { own } = ctx.deps.store;
  const found = await Promise.all(reportersOf(ctx).map(reporter => own.read(reporter, id)));
  return found.find(one => one !== undefined);
};
