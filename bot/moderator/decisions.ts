import { newIncidentId } from '../../lib/identity/receipt.ts';
import { waits } from '../../lib/report/lifecycle.ts';
import type { Rejection, Report } from '../../lib/report/report.ts';
import type { RejectionReason } from '../../lib/report/vocabulary.ts';
import type { StepResult } from '../../lib/store/review.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Ctx } from '../context.ts';
import type { View } from '../incident.ts';
import { show } from '../screen.ts';
import { deciderOf, type Moderator } from './access.ts';
import { type CardPath, cardScreen, outcomeLine, reasonsScreen } from './card.ts';

export const viewOf = ({ t, locale, deps }: Ctx): View => ({ t, locale, country: deps.country });

/** Shows a report as it is now, over the message that was pressed or as a new one. */
export const showCard = async (
  ctx: Ctx,
  report: Report,
  { from, edit }: Readonly<{ from?: string | undefined; edit?: number | undefined }>,
): Promise<void> => {
  const screen = cardScreen(report, viewOf(ctx), {
    ...(from !== undefined && { from }),
    decider: await deciderOf(report, ctx.deps),
  });
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit });
};

/** The press that opens a card: from the queue, or back from the reasons. */
export const openCard = async (ctx: Ctx, { id, from }: CardPath): Promise<void> => {
  const report = await ctx.deps.store.readReport(id);
  if (!report) return acknowledge(ctx, { text: ctx.t.moderator.refused.gone, alert: true });
  await acknowledge(ctx);
  await showCard(ctx, report, { from, edit: pressed(ctx) });
};

/** The press on "Reject": asks for the reason, on the card itself. */
export const askReason = async (ctx: Ctx, path: CardPath, moderator: Moderator): Promise<void> => {
  const report = await stillWaiting(ctx, path, moderator);
  if (!report) return;
  await acknowledge(ctx);
  await show(ctx.deps.api, reasonsScreen(report, viewOf(ctx), path.from), {
    chat: ctx.person.chatId,
    edit: pressed(ctx),
  });
};

export const approve = async (ctx: Ctx, path: CardPath, moderator: Moderator): Promise<void> => {
  const report = await stillWaiting(ctx, path, moderator);
  if (!report) return;
  const at = ctx.deps.now().toISOString();
  const { id, version } = path;
  const result = await ctx.deps.store.approve({
    id,
    version,
    by: moderator.key,
    at,
    into: { kind: 'new', incident: newIncidentId() },
    checklist: { militaryPosition: false, identifiesPerson: false, graphic: false },
  });
  await tell(ctx, path, moderator, result);
};

export const reject = async (
  ctx: Ctx,
  path: CardPath,
  moderator: Moderator,
  reason: RejectionReason,
): Promise<void> => {
  const report = await stillWaiting(ctx, path, moderator);
  if (report) await tell(ctx, path, moderator, await storeRejection(ctx, path, moderator, { reason }));
};

export const storeRejection = (
  { deps: { store, now } }: Ctx,
  { id, version }: Pick<CardPath, 'id' | 'version'>,
  { key }: Moderator,
  rejection: Rejection,
): Promise<StepResult> => store.reject({ id, version, by: key, at: now().toISOString(), rejection });

/**
 * The report, if it still waits as the card shows it. Otherwise the moderator is told what became of it, and the card is
 * brought up to date.
 */
export const stillWaiting = async (
  ctx: Ctx,
  path: CardPath,
  moderator: Moderator,
): Promise<Report | undefined> => {
  const report = await ctx.deps.store.readReport(path.id);
  if (report && waits(report) && report.version === path.version) return report;
  await tell(ctx, path, moderator, report ? { kind: 'conflict', report } : { kind: 'missing' });
  return undefined;
};

/**
 * Tells whoever pressed what became of it: done, or who was first. The card in the moderators' chat is the worker's to
 * edit, which does so after every decision, wherever it was made and whoever crashed; a card opened from the queue is
 * edited here, and so is any that was pressed too late.
 */
const tell = async (
  ctx: Ctx,
  { from }: CardPath,
  moderator: Moderator,
  result: StepResult,
): Promise<void> => {
  const { refused } = ctx.t.moderator;
  if (result.kind === 'missing') return acknowledge(ctx, { text: refused.gone, alert: true });
  const { report } = result;
  await acknowledge(ctx, await noteOn(ctx, report, moderator));
  if (result.kind === 'conflict' || from !== undefined)
    await showCard(ctx, report, { from, edit: pressed(ctx) });
};

/** What to say of a report to a moderator who just pressed to decide it. */
export const noteOn = async (
  ctx: Ctx,
  report: Report,
  moderator: Moderator,
): Promise<Readonly<{ text: string; alert: boolean }>> => {
  const { refused, outcome } = ctx.t.moderator;
  if (waits(report)) return { text: refused.changed, alert: true };
  if (report.status === 'withdrawn') return { text: refused.withdrawn, alert: true };
  if (report.decidedBy === moderator.key)
    return {
      text: report.status === 'approved' ? outcome.youApproved : outcome.youRejected,
      alert: false,
    };
  const line = outcomeLine(report, viewOf(ctx), await deciderOf(report, ctx.deps));
  return { text: refused.decided(line), alert: true };
};

/** The message whose button was pressed. */
export const pressed = (ctx: Ctx): number | undefined => ctx.callbackQuery?.message?.message_id;
