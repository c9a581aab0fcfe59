import { verifyChain } from '../../../lib/history/event.ts';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { button, type CallbackArgs, moderatorCallbacks } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { forAdmins, type ModeratorHandlers, teamNames } from '../access.ts';
import { refuse, showInPlace, viewOf } from '../reply.ts';
import { historyScreen } from './screens.ts';

const { data } = moderatorCallbacks;

const showReportHistory = async (
  { id, page = 0, from }: CallbackArgs<'history'>,
  ctx: Ctx,
): Promise<void> => {
  const { store } = ctx.deps;
  const { history, buttons, refused } = ctx.t.moderator;
  const [report, checked, nameOf] = await Promise.all([
    store.reports.outcome(id),
    store.reports.history(id),
    teamNames(ctx.deps),
  ]);
  if (!report) return refuse(ctx, refused.gone);
  const args = { id, version: report.version, from };
  await showInPlace(
    ctx,
    historyScreen(
      { of: history.report(formatReceipt(id)), ...checked, nameOf },
      page,
      target => data('history', { ...args, page: target }),
      button(buttons.back, 'card', args),
      viewOf(ctx),
    ),
  );
};

const showIncidentHistory = async (
  { id, page = 0 }: CallbackArgs<'incidentHistory'>,
  ctx: Ctx,
): Promise<void> => {
  const { store } = ctx.deps;
  const { history, refused } = ctx.t.moderator;
  const [incident, checked, nameOf] = await Promise.all([
    store.incidents.read(id),
    store.incidents.history(id),
    teamNames(ctx.deps),
  ]);
  if (!incident) return refuse(ctx, refused.incidentGone);
  await showInPlace(
    ctx,
    historyScreen(
      { of: history.incident(formatReceipt(id)), ...checked, nameOf },
      page,
      target => data('incidentHistory', { id, page: target }),
      button(ctx.t.incidents.buttons.back, 'incident', { id }),
      viewOf(ctx),
    ),
  );
};

const showTeamHistory = async ({ page = 0 }: CallbackArgs<'teamHistory'>, ctx: Ctx): Promise<void> => {
  const { history, buttons } = ctx.t.moderator;
  const [{ items: events, unreadable }, nameOf] = await Promise.all([
    ctx.deps.store.members.history(),
    teamNames(ctx.deps),
  ]);
  await showInPlace(
    ctx,
    historyScreen(
      { of: history.team, events, verdict: verifyChain(events), unreadable, nameOf },
      page,
      target => data('teamHistory', { page: target }),
      button(buttons.back, 'team', {}),
      viewOf(ctx),
    ),
  );
};

/** The histories of a report, an incident and the team. Each chain of events is verified when it is shown. */
export const historyHandlers = {
  history: showReportHistory,
  incidentHistory: showIncidentHistory,
  teamHistory: forAdmins(showTeamHistory),
} satisfies Partial<ModeratorHandlers>;
