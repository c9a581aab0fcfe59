import { newIncidentId } from '../../../lib/identity/receipt.ts';
import type { Checklist, Report } from '../../../lib/report/report.ts';
import type { Actor } from '../../../lib/review/changes.ts';
import { holderOf, reportSteps, type Step, waits } from '../../../lib/review/lifecycle.ts';
import type { StepResult } from '../../../lib/review/review.ts';
import type { QueueView, ReportArgs } from '../../callbacks/moderator.ts';
import type { Ctx, Deps } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { isolated } from '../../telegram/html.ts';
import { type Screen, type Shown, show } from '../../telegram/screen.ts';
import { instantText } from '../../text/instant.ts';
import { deciderOf, type Moderator } from '../access.ts';
import { mayUpdate } from '../group-room.ts';
import { showIncident } from '../incident/show.ts';
import { pressedMessage, refuse, viewOf } from '../reply.ts';
import { cardScreen, erasedScreen, outcomeLine } from './card.ts';
import { cardContextOf } from './card-context.ts';

/** What presses about a report have in common: reading it, deciding on it, and telling what came of it. */

/** A report's card as it is now. */
export const cardOf = async (ctx: Ctx, report: Report, from: QueueView | undefined): Promise<Screen> =>
  cardScreen(report, viewOf(ctx), { ...(await cardContextOf(report, ctx.deps)), from });

/** Shows a report's card in place of the message `edit`, or as a new one. */
export const showCard = async (
  ctx: Ctx,
  report: Report,
  { from, edit }: Readonly<{ from?: QueueView | undefined; edit?: number | undefined }>,
): Promise<void> => {
  const screen = await cardOf(ctx, report, from);
  await noteShown(ctx, report, await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit }));
};

/** A screen about a report, and the other reports whose words are on it. */
type ReportScreen = Screen & Readonly<{ alsoShown?: readonly Pick<Report, 'id'>[] }>;

/** Shows a screen with words of a report in place of the pressed message. */
const showReport = async (ctx: Ctx, report: Report, screen: ReportScreen): Promise<void> => {
  await acknowledge(ctx);
  const target = { chat: ctx.person.chatId, edit: pressedMessage(ctx) };
  const shown = await show(ctx.deps.api, screen, target);
  for (const one of [report, ...(screen.alsoShown ?? [])]) await noteShown(ctx, one, shown);
};

/** Remembers a message with words of a report, so that it shrinks when they are erased. */
export const noteShown = async (
  ctx: Ctx,
  { id }: Pick<Report, 'id'>,
  shown: Shown,
  chat = ctx.person.chatId,
): Promise<void> => {
  if (shown.kind === 'shown') await ctx.deps.store.notices.noteCopy(id, { chat, message: shown.message });
};

/** Tells a moderator that a report is gone: only what became of it is left, or nothing. */
export const refuseGone = async (ctx: Ctx, { id, from }: Pick<ReportArgs, 'id' | 'from'>): Promise<void> => {
  const { refused } = ctx.t.moderator;
  const outcome = await ctx.deps.store.reports.outcome(id);
  if (!outcome) return refuse(ctx, refused.gone);
  await refuse(ctx, outcome.status === 'withdrawn' ? refused.withdrawn : ctx.t.moderator.outcome.erased);
  if (!(await mayUpdate(ctx))) return;
  const edit = pressedMessage(ctx);
  await show(ctx.deps.api, erasedScreen(outcome, viewOf(ctx), from), { chat: ctx.person.chatId, edit });
};

/** A moderator, acting on the version of a report that they saw. */
type ActingOnReport = Actor & Readonly<{ id: string; version: number }>;

type ScreenOf<Args> = (
  ctx: Ctx,
  report: Report,
  args: Args,
  moderator: Moderator,
) => Promise<ReportScreen> | ReportScreen;

/** A press that shows a screen about a report, whatever version it is at. */
export const withReport =
  <Args extends ReportArgs>(screen: ScreenOf<Args>) =>
  async (args: Args, ctx: Ctx, moderator: Moderator): Promise<void> => {
    const report = await ctx.deps.store.reports.read(args.id);
    if (!report) return refuseGone(ctx, args);
    await showReport(ctx, report, await screen(ctx, report, args, moderator));
  };

/** A press on the way to a step, which needs the report as its screen showed it: see `readFresh`. */
export const withFreshReport =
  <Args extends ReportArgs>(step: Step['kind'], screen: ScreenOf<Args>) =>
  async (args: Args, ctx: Ctx, moderator: Moderator): Promise<void> => {
    const report = await readFresh(args, ctx, moderator, step);
    if (report) await showReport(ctx, report, await screen(ctx, report, args, moderator));
  };

/** A press that decides, and needs nothing more. */
export const withDecision =
  <Args extends ReportArgs>(
    decide: (reports: Deps['store']['reports'], acting: ActingOnReport, args: Args) => Promise<StepResult>,
  ) =>
  async (args: Args, ctx: Ctx, moderator: Moderator): Promise<void> =>
    showResult(
      args,
      ctx,
      moderator,
      await decide(ctx.deps.store.reports, actingOn(args, ctx, moderator), args),
    );

/** Who acts on which version of a report, and when. */
export const actingOn = (
  { id, version }: Readonly<Pick<Report, 'id' | 'version'>>,
  { deps }: Ctx,
  { key }: Moderator,
): ActingOnReport => ({ id, version, by: key, at: deps.now().toISOString() });

/** The last press of an approval: into an incident that there is, or a new one. */
export const approve = async (
  { checklist, incident, ...args }: ReportArgs & Readonly<{ checklist: Checklist; incident?: string }>,
  ctx: Ctx,
  moderator: Moderator,
): Promise<void> => {
  const result = await ctx.deps.store.reports.approve({
    ...actingOn(args, ctx, moderator),
    into:
      incident === undefined ? { kind: 'new', incident: newIncidentId() } : { kind: 'existing', incident },
    checklist,
  });
  await showResult(args, ctx, moderator, result);
  // In the group the card leads to it: a message more for each approval would use up what Telegram takes there.
  if (ctx.person.isPrivate && incident !== undefined && result.kind === 'done' && result.incident)
    await showIncident(ctx, result.incident);
};

/**
 * The report, if it still is as its screen showed it, no colleague has claimed it, and its state allows the step. Otherwise
 * the moderator is told why not, and the card is brought up to date.
 */
export const readFresh = async (
  args: ReportArgs,
  ctx: Ctx,
  moderator: Moderator,
  step: Step['kind'],
): Promise<Report | undefined> => {
  const { store, now } = ctx.deps;
  const report = await store.reports.read(args.id);
  if (!report) await showResult(args, ctx, moderator, { kind: 'missing' });
  else if (report.version !== args.version || reportSteps[report.status][step] === undefined)
    await showResult(args, ctx, moderator, { kind: 'conflict', report });
  else if (holderOf(report, now().toISOString(), moderator.key) !== undefined)
    await showResult(args, ctx, moderator, { kind: 'refused', why: 'claimed', report });
  else return report;
  return undefined;
};

/**
 * Tells whoever pressed what came of it: done, refused, or who was first. The worker edits the card in the moderators' chat
 * after every change, wherever it was made. Any other message is edited here, and so is one that was pressed too late.
 */
export const showResult = async (
  { id, from }: ReportArgs,
  ctx: Ctx,
  moderator: Moderator,
  result: StepResult,
): Promise<void> => {
  if (result.kind === 'missing') return refuseGone(ctx, { id, from });
  const { report } = result;
  await acknowledge(ctx, await noteOn(ctx, result, moderator));
  const isDrawn = result.kind !== 'done' || from !== undefined || !(await isWorkersCard(ctx, report));
  if (isDrawn && (await mayUpdate(ctx))) await showCard(ctx, report, { from, edit: pressedMessage(ctx) });
};

/** The worker edits its card by itself. The number of the message alone may be that of another chat's. */
const isWorkersCard = async (ctx: Ctx, { id }: Report): Promise<boolean> => {
  const { isPrivate, chatId } = ctx.person;
  const card = isPrivate ? undefined : await ctx.deps.store.notices.readCard(id);
  return card?.message === pressedMessage(ctx) && card?.chat === chatId;
};

/** What to tell a moderator who tried a step: a passing note when it is done, otherwise an alert that says why not. */
export const noteOn = async (
  ctx: Ctx,
  result: Exclude<StepResult, { kind: 'missing' }>,
  moderator: Moderator,
): Promise<Readonly<{ text: string; alert: boolean }>> => {
  const { kind, report } = result;
  const isDecided = report.status === 'approved' || report.status === 'rejected';
  // Pressed twice: it is as this moderator decided.
  const isOwn = isDecided && report.decidedBy === moderator.key;
  if (kind === 'done' || (isOwn && (kind === 'conflict' || result.why === 'status')))
    return { text: await doneText(ctx, report, moderator), alert: false };
  return { text: await refusalText(ctx, result), alert: true };
};

const refusalText = async (
  ctx: Ctx,
  result: Extract<StepResult, { kind: 'conflict' | 'refused' }>,
): Promise<string> => {
  const { refused } = ctx.t.moderator;
  const { report } = result;
  if (result.kind === 'refused' && result.why === 'claimed') {
    const { holder } = await cardContextOf(report, ctx.deps);
    return holder === undefined ? refused.why.claimed : refused.claimedBy(isolated(holder, 60));
  }
  if (report.status === 'withdrawn') return refused.withdrawn;
  if (result.kind === 'refused' && result.why !== 'status') return refused.why[result.why];
  if (waits(report) || report.status === 'needs_info') return refused.changed;
  return refused.decided(outcomeLine(report, viewOf(ctx), await deciderOf(report, ctx.deps)));
};

/** What a moderator's step made of a report. */
const doneText = async (ctx: Ctx, report: Report, { key }: Moderator): Promise<string> => {
  const { store, now } = ctx.deps;
  const { outcome, claiming, asking, reopened } = ctx.t.moderator;
  const view = viewOf(ctx);
  switch (report.status) {
    case 'approved': {
      const incident =
        report.incident === undefined ? undefined : await store.incidents.read(report.incident);
      if (!incident) return outcome.youApproved;
      const when =
        incident.status === 'embargoed' || incident.shown
          ? outcome.releases(instantText(incident.releaseAt, view))
          : outcome.released;
      return `${outcome.youApproved} ${when}`;
    }
    case 'rejected':
      return outcome.youRejected;
    case 'needs_info':
      return asking.asked;
    default: {
      if (report.claim?.by === key && report.claim.until > now().toISOString())
        return claiming.claimed(instantText(report.claim.until, view));
      if (report.approvals?.at(-1)?.by === key) return outcome.youEndorsed;
      return report.waitingSince !== undefined && report.incident !== undefined
        ? reopened
        : claiming.unclaimed;
    }
  }
};
