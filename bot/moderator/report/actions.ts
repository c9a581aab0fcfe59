import type { Report } from '../../../lib/report/report.ts';
import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import type { Ctx } from '../../context.ts';
import { type ModeratorHandlers, teamNames } from '../access.ts';
import { pressedMessage, viewOf } from '../reply.ts';
import { reasonsScreen } from './card.ts';
import { checklistScreen } from './checklist.ts';
import { approve, cardOf, noteShown, withDecision, withFreshReport, withReport } from './decisions.ts';
import { joiningScreen, similarScreen } from './duplicates.ts';
import { edit, saveEdit } from './edit.ts';
import { sendAccount, sendEvidence } from './evidence.ts';
import { askWords } from './free-text.ts';
import { askingScreen, questionsScreen } from './question-screens.ts';
import { askMute, openReporter, setMuted } from './reporter.ts';

/** What may be the same as a report. The screen that shows it has words of other reports too, and shrinks with them. */
const suggestionsTo = async (ctx: Ctx, report: Report): Promise<readonly Duplicate[]> => {
  const { items } = await ctx.deps.store.duplicates.suggest(report);
  const message = pressedMessage(ctx);
  if (message !== undefined)
    for (const one of items)
      if (one.kind === 'report') await noteShown(ctx, one.report, { kind: 'shown', message });
  return items;
};

/** What moderators do with a report. Every press names the version that its screen showed. */
export const reportHandlers = {
  card: withReport((ctx, report, { from }) => cardOf(ctx, report, from)),
  evidence: sendEvidence,
  account: sendAccount,
  similar: withReport(async (ctx, report, { from }) =>
    similarScreen(report, await suggestionsTo(ctx, report), viewOf(ctx), from),
  ),
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
    const [suggestions, present] = await Promise.all([
      suggestionsTo(ctx, report),
      report.incident === undefined ? undefined : store.incidents.read(report.incident),
    ]);
    const standing = present?.status === 'retracted' ? undefined : present;
    return joiningScreen(report, checklist, suggestions, standing, viewOf(ctx), from);
  }),
  approveAsNew: approve,
  add: approve,

  reject: withFreshReport('reject', (ctx, report, { from }) => reasonsScreen(report, viewOf(ctx), from)),
  rejectFor: withDecision((reports, acting, { reason }) =>
    reports.reject({ ...acting, rejection: { reason } }),
  ),
  rejectInWords: askWords('rejection'),
  ask: withFreshReport('ask', (ctx, report, { from }) => askingScreen(report, viewOf(ctx), from)),
  askFor: withDecision((reports, acting, { template }) => reports.ask({ ...acting, wording: { template } })),
  askInWords: askWords('question'),

  reporter: openReporter,
  mute: askMute,
  muteConfirmed: setMuted(true),
  unmute: setMuted(false),
} satisfies Partial<ModeratorHandlers>;
