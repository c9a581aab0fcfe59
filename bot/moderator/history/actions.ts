import { verifyChain } from '../../../lib/history/event.ts';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { teamNames } from '../access.ts';
import { backToIncident } from '../incident/screens.ts';
import { type CardPath, pathOf } from '../report/card.ts';
import { turn, viewOf } from '../report/decisions.ts';
import { historyScreen } from './screens.ts';

/** The histories of a report, an incident and the team, each checked link by link when it is shown. */

export const showReportHistory = async (ctx: Ctx, { id, from }: CardPath, page: number): Promise<void> => {
  const { store } = ctx.deps;
  const { history, buttons, refused } = ctx.t.moderator;
  const [report, events, nameOf] = await Promise.all([
    store.reports.read(id),
    store.reports.history(id),
    teamNames(ctx.deps),
  ]);
  if (!report) return acknowledge(ctx, { text: refused.gone, alert: true });
  const path = pathOf(report, from);
  await turn(
    ctx,
    historyScreen(
      { of: history.report(formatReceipt(id)), events, verdict: verifyChain(events, report), nameOf },
      page,
      to => callbackData('m', 'h', ...path.slice(0, 2), String(to), ...path.slice(2)),
      { text: buttons.back, data: callbackData('m', 'card', ...path) },
      viewOf(ctx),
    ),
  );
};

export const showIncidentHistory = async (ctx: Ctx, id: string, page: number): Promise<void> => {
  const { store } = ctx.deps;
  const { history, refused } = ctx.t.moderator;
  const [incident, events, nameOf] = await Promise.all([
    store.incidents.read(id),
    store.incidents.history(id),
    teamNames(ctx.deps),
  ]);
  if (!incident) return acknowledge(ctx, { text: refused.incidentGone, alert: true });
  await turn(
    ctx,
    historyScreen(
      { of: history.incident(formatReceipt(id)), events, verdict: verifyChain(events, incident), nameOf },
      page,
      to => callbackData('m', 'i_history', id, String(to)),
      backToIncident(incident, viewOf(ctx))[0],
      viewOf(ctx),
    ),
  );
};

export const showTeamHistory = async (ctx: Ctx, page: number): Promise<void> => {
  const { history, buttons } = ctx.t.moderator;
  const [events, nameOf] = await Promise.all([ctx.deps.store.members.history(), teamNames(ctx.deps)]);
  await turn(
    ctx,
    historyScreen(
      { of: history.team, events, verdict: verifyChain(events), nameOf },
      page,
      to => callbackData('m', 'team_history', String(to)),
      { text: buttons.back, data: callbackData('m', 'team') },
      viewOf(ctx),
    ),
  );
};
