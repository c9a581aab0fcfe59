import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import { type Answers, type Report, reportIdSchema } from '../../../lib/report/report.ts';
import { reportSteps } from '../../../lib/review/lifecycle.ts';
import { mergePages } from '../../../lib/store/dynamodb/page.ts';
import type { OwnReport } from '../../../lib/store/records/reports.ts';
import type { Ctx } from '../../context.ts';
import { html } from '../../telegram/html.ts';
import type { Screen } from '../../telegram/screen.ts';
import * as pages from '../pages.ts';
import {
  chatKey,
  current,
  pageView,
  reportersOf,
  reportView,
  respond,
  showPage,
  startScreen,
} from '../respond.ts';
import { reportPage, reportsPage, reportsPerPage, withdrawPage } from './screens.ts';

/** A page of the person's own reports. */
export const showReports = async (ctx: Ctx, after?: string): Promise<void> => {
  const request = { limit: reportsPerPage, ...(after ? { after } : {}) };
  const lists = await Promise.all(
    reportersOf(ctx).map(name => ctx.deps.store.reports.ofReporter(name, request)),
  );
  const page = mergePages(lists, 'receivedAt', reportsPerPage);
  const previous = after ? { previous: '' } : {};
  await showPage(ctx, () => reportsPage(reportView(ctx), { ...page, ...previous }));
};

/** One of them, the question whether to withdraw it, or what became of withdrawing it. */
export const showReport = async (
  ctx: Ctx,
  id: string,
  page: 'one' | 'withdraw' | 'withdraw_yes',
): Promise<void> => {
  const { store, now } = ctx.deps;
  const { mine } = ctx.t.witness;
  const own = await findOwn(ctx, id);
  if (!own) return showPage(ctx, startScreen, mine.missing);
  const report = await store.reports.read(id);
  if (!report) return showPage(ctx, () => reportPage(reportView(ctx), own));
  if (page === 'one') return showPage(ctx, () => reportPage(reportView(ctx), report));
  if (page === 'withdraw') return showPage(ctx, () => withdrawPage(reportView(ctx), id));
  await store.reports.withdraw({ id, reporter: report.reporter, at: now().toISOString() });
  const after = (await findOwn(ctx, id)) ?? own;
  const note = after.status === 'withdrawn' ? mine.withdrawn : mine.cannotWithdraw;
  await showPage(ctx, () => reportPage(reportView(ctx), after, html`${note}`));
};

/** Stores an amendment, and shows what became of it. */
export const amend = async (ctx: Ctx, { id }: Draft, answers: Answers): Promise<Screen> => {
  const { store, now } = ctx.deps;
  const { mine } = ctx.t.witness;
  const reporter = (await ownReport(ctx, id))?.reporter ?? '';
  const result = await store.reports.amend({ id, reporter, at: now().toISOString(), answers });
  if (result.kind === 'missing') return pages.homePage(pageView(ctx), html`${mine.missing}`);
  const note =
    result.kind === 'done'
      ? mine.amended(formatReceipt(id))
      : result.kind === 'refused' && result.why === 'unchanged'
        ? mine.unchanged
        : mine.cannotAmend;
  return reportPage(reportView(ctx), result.report, note);
};

/** Opens the interview on a report's answers. What is being written already is not pushed aside. */
export const beginAmending = async (ctx: Ctx, id: string): Promise<void> => {
  const report = await ownReport(ctx, id);
  const { mine } = ctx.t.witness;
  if (!report) return showPage(ctx, startScreen, mine.missing);
  if (!reportSteps[report.status].amend)
    return showPage(ctx, () => reportPage(reportView(ctx), report, mine.cannotAmend));
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { sent: _, ...rest } = chat;
    const amendment: Draft = {
      id: report.id,
      startedAt: ctx.deps.now().toISOString(),
      at: 'review',
      safe: true,
      answers: report.answers,
      revises: { version: report.version, as: 'witness' },
    };
    return { chat: { ...rest, draft: chat.draft ?? amendment }, value: undefined };
  });
  const isOurs = changed.chat.draft?.id === id;
  await respond(
    ctx,
    changed.chat,
    current(ctx, changed.chat, isOurs ? mine.amending(formatReceipt(id)) : mine.draftOpen),
  );
};

/** What became of a report in the list of the person who asks, erased or not; undefined for anybody else's. */
const findOwn = async (ctx: Ctx, id: string): Promise<OwnReport | undefined> => {
  if (!reportIdSchema.safeParse(id).success) return undefined;
  const { reports } = ctx.deps.store;
  const found = await Promise.all(reportersOf(ctx).map(reporter => reports.own(reporter, id)));
  return found.find(own => own !== undefined);
};

/** A whole report of the person who asks; undefined for anybody else's, and once it is erased or they were forgotten. */
export const ownReport = async (ctx: Ctx, id: string): Promise<Report | undefined> =>
  (await findOwn(ctx, id)) && ctx.deps.store.reports.read(id);
