import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import { tellUnreadable } from '../../text/unreadable.ts';
import { type ModeratorHandlers, teamNames } from '../access.ts';
import { viewOf } from '../reply.ts';
import { reasonsScreen } from './card.ts';
import { checklistScreen } from './checklist.ts';
import { approve, cardOf, withDecision, withFreshReport, withReport } from './decisions.ts';
import { joiningScreen, similarScreen } from './duplicates.ts';
import { edit, saveEdit } from './edit.ts';
import { sendAccount, sendEvidence } from './evidence.ts';
import { askFreeText } from './free-text.ts';
import { askingScreen, questionsScreen } from './question-screens.ts';
import { askMute, openReporter, setMuted } from './reporter.ts';

/** The reports among suggestions: the screen that shows them shrinks when one of them is erased. */
const reportsIn = (suggestions: readonly Duplicate[]) =>
  suggestions.flatMap(one => (one.kind === 'report' ? [one.report] : []));

/** What moderators do with a report. Every press names the version that its screen showed. */
export const reportHandlers = {
  card: withReport((ctx, report, { from }) => cardOf(ctx, report, from)),
  evidence: sendEvidence,
  account: sendAccount,
  similar: withReport(async (ctx, report, { from }) => {
    const found = await ctx.deps.store.duplicates.suggest(report);
    const screen = tellUnreadable(similarScreen(report, found.items, viewOf(ctx), from), found, ctx.t);
    return { ...screen, alsoShown: reportsIn(found.items) };
  }),
  questions: withReport(async (ctx, report, { from }) =>
    questionsScreen(report, viewOf(ctx), from, await teamNames(ctx.deps)),
  ),

  claim: withDecision((reports, acting) => reports.claim(acting)),
  unclaim: withDecision((reports, acting) => reports.unclaim(acting)),
  reopen: withDecision((reports, acting) => reports.reopen(acting)),
  edit,
  saveEdit,

  approve: withFreshReport('approve', (ctx, report, { from }) =>
    checklistScreen(report, {}, viewOf(ctx), from),
  ),
  checklist: withFreshReport('approve', (ctx, report, { checks, from }) =>
    checklistScreen(report, checks, viewOf(ctx), from),
  ),
  incidentFor: withFreshReport('approve', async (ctx, report, { checklist, from }) => {
    const { store } = ctx.deps;
    const [found, present] = await Promise.all([
      store.duplicates.suggest(report),
      report.incident === undefined ? undefined : store.incidents.read(report.incident),
    ]);
    const standing = present?.status === 'retracted' ? undefined : present;
    const screen = joiningScreen(report, checklist, found.items, standing, viewOf(ctx), from);
    return { ...tellUnreadable(screen, found, ctx.t), alsoShown: reportsIn(found.items) };
  }),
  approveAsNew: approve,
  add: approve,

  reject: withFreshReport('reject', (ctx, report, { from }) => reasonsScreen(report, viewOf(ctx), from)),
  rejectFor: withDecision((reports, acting, { reason }) =>
    reports.reject({ ...acting, rejection: { reason } }),
  ),
  rejectInWords: askFreeText('rejection'),
  ask: withFreshReport('ask', (ctx, report, { from }) => askingScreen(report, viewOf(ctx), from)),
  askFor: withDecision((reports, acting, { template }) => reports.ask({ ...acting, wording: { template } })),
  askInWords: askFreeText('question'),

  reporter: openReporter,
  mute: askMute,
  muteConfirmed: setMuted(true),
  unmute: setMuted(false),
} satisfies Partial<ModeratorHandlers>;
