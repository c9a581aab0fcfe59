import { newIncidentId } from '../../../lib/identity/receipt.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { type Report, reportIdSchema } from '../../../lib/report/report.ts';
import type { RejectionReason } from '../../../lib/report/vocabulary.ts';
import type { IncidentState } from '../../../lib/review/changes.ts';
import { holderOf, reportSteps, type Step, waits } from '../../../lib/review/lifecycle.ts';
import type { StepResult } from '../../../lib/review/review.ts';
import { formatInstant } from '../../../lib/time/format.ts';
import type { Ctx, Deps } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { isolated } from '../../telegram/html.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { deciderOf, type Moderator, teamNames } from '../access.ts';
import { incidentDeskScreen } from '../incident/screens.ts';
import { type CardPath, cardScreen, outcomeLine, reasonsScreen } from './card.ts';
import { cardContextOf } from './card-context.ts';
import { type Checks, checklistScreen, completed } from './checklist.ts';
import { joiningScreen, similarScreen } from './duplicates.ts';
import { askingScreen, questionsScreen } from './question-screens.ts';

export const viewOf = ({ t, locale, deps }: Ctx): View => ({ t, locale, country: deps.country });

/** The message whose button was pressed. */
export const pressed = (ctx: Ctx): number | undefined => ctx.callbackQuery?.message?.message_id;

/** Shows a screen over the message that was pressed. */
export const turn = async (ctx: Ctx, screen: Screen): Promise<void> => {
  await acknowledge(ctx);
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit: pressed(ctx) });
};

/** Shows a report as it is now, over the message that was pressed or as a new one. */
export const showCard = async (
  ctx: Ctx,
  report: Report,
  { from, edit }: Readonly<{ from?: string | undefined; edit?: number | undefined }>,
): Promise<void> => {
  const screen = cardScreen(report, viewOf(ctx), { ...(await cardContextOf(report, ctx.deps)), from });
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit });
};

/** A press that looks at a report, in whatever version it is. */
export const withReport =
  (screen: (ctx: Ctx, report: Report, path: CardPath) => Promise<Screen> | Screen) =>
  async (ctx: Ctx, path: CardPath): Promise<void> => {
    const report = await ctx.deps.store.reports.read(path.id);
    if (!report) return acknowledge(ctx, { text: ctx.t.moderator.refused.gone, alert: true });
    await turn(ctx, await screen(ctx, report, path));
  };

/** The press that opens a card: from the queue, or back from a choice. */
export const openCard = withReport(async (ctx, report, { from }) =>
  cardScreen(report, viewOf(ctx), { ...(await cardContextOf(report, ctx.deps)), from }),
);

export const openSimilar = withReport(async (ctx, report, { from }) =>
  similarScreen(report, (await ctx.deps.store.duplicates.suggest(report)).items, viewOf(ctx), from),
);

export const openQuestions = withReport(async (ctx, report, { from }) =>
  questionsScreen(report, viewOf(ctx), from, await teamNames(ctx.deps)),
);

/** A press that goes on with a report which must still be as its screen showed it. */
const withFreshReport =
  (step: Step['kind'], screen: (ctx: Ctx, report: Report, path: CardPath) => Promise<Screen> | Screen) =>
  async (ctx: Ctx, path: CardPath, moderator: Moderator): Promise<void> => {
    const report = await stillOpen(ctx, path, moderator, step);
    if (report) await turn(ctx, await screen(ctx, report, path));
  };

export const askReason = withFreshReport('reject', (ctx, report, { from }) =>
  reasonsScreen(report, viewOf(ctx), from),
);

export const askQuestion = withFreshReport('ask', (ctx, report, { from }) =>
  askingScreen(report, viewOf(ctx), from),
);

/** The checklist, as far as it is answered: what the press on "Approve" opens. */
export const check = (ctx: Ctx, path: CardPath, moderator: Moderator, checks: Checks): Promise<void> =>
  withFreshReport('approve', (_, report) => checklistScreen(report, checks, viewOf(ctx), path.from))(
    ctx,
    path,
    moderator,
  );

/** After the checklist: a new incident, or one of those suggested? */
export const askIncident = async (
  ctx: Ctx,
  path: CardPath,
  moderator: Moderator,
  checks: Checks,
): Promise<void> => {
  if (!completed(checks)) return check(ctx, path, moderator, checks);
  await withFreshReport('approve', async (_, report) => {
    const { store } = ctx.deps;
    const [{ items: suggestions }, present] = await Promise.all([
      store.duplicates.suggest(report),
      report.incident === undefined ? undefined : store.incidents.read(report.incident),
    ]);
    const open = present?.status === 'retracted' ? undefined : present;
    return joiningScreen(report, checks, suggestions, open, viewOf(ctx), path.from);
  })(ctx, path, moderator);
};

/** The last press of an approval. `into` is `new`, or the id of an incident. */
export const approve = async (
  ctx: Ctx,
  path: CardPath,
  moderator: Moderator,
  checks: Checks,
  into: string,
): Promise<void> => {
  const { store, now } = ctx.deps;
  const { refused } = ctx.t.moderator;
  const checklist = completed(checks);
  const isExisting = reportIdSchema.safeParse(into).success;
  if (!checklist || (into !== 'new' && !isExisting))
    return acknowledge(ctx, { text: refused.stale, alert: true });
  const result = await store.reports.approve({
    ...acting(path, moderator, now()),
    into: isExisting ? { kind: 'existing', incident: into } : { kind: 'new', incident: newIncidentId() },
    checklist,
  });
  await tell(ctx, path, moderator, result);
  if (isExisting && result.kind === 'done' && result.incident) await showIncident(ctx, result.incident);
};

/** An incident with its reports, over a message or as a new one: what a report was joined to, and where they differ. */
export const showIncident = async (
  ctx: Ctx,
  { incident, contributions }: IncidentState,
  edit?: number,
): Promise<void> => {
  const screen = incidentDeskScreen(incident, contributions, viewOf(ctx));
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit });
};

const acting = ({ id, version }: Pick<CardPath, 'id' | 'version'>, { key }: Moderator, now: Date) => ({
  id,
  version,
  by: key,
  at: now.toISOString(),
});

/** A press that does one thing with a report, and needs nothing more. */
const doing =
  (
    act: (
      store: Deps['store'],
      acting: Readonly<{ id: string; version: number; by: string; at: string }>,
    ) => Promise<StepResult>,
  ) =>
  async (ctx: Ctx, path: CardPath, moderator: Moderator): Promise<void> => {
    const result = await act(ctx.deps.store, acting(path, moderator, ctx.deps.now()));
    await tell(ctx, path, moderator, result);
  };

export const claim = doing((store, moderating) => store.reports.claim(moderating));
export const unclaim = doing((store, moderating) => store.reports.unclaim(moderating));
export const reopen = doing((store, moderating) => store.reports.reopen(moderating));

export const reject = (
  ctx: Ctx,
  path: CardPath,
  moderator: Moderator,
  reason: RejectionReason,
): Promise<void> =>
  doing((store, moderating) => store.reports.reject({ ...moderating, rejection: { reason } }))(
    ctx,
    path,
    moderator,
  );

/**
 * The report, if it still is as its screen showed it, nobody else has taken it, and its state allows the step. Otherwise
 * the moderator is told what became of it, and the card is brought up to date.
 */
export const stillOpen = async (
  ctx: Ctx,
  path: CardPath,
  moderator: Moderator,
  step: Step['kind'],
): Promise<Report | undefined> => {
  const { store, now } = ctx.deps;
  const report = await store.reports.read(path.id);
  if (!report) await tell(ctx, path, moderator, { kind: 'missing' });
  else if (report.version !== path.version || reportSteps[report.status][step] === undefined)
    await tell(ctx, path, moderator, { kind: 'conflict', report });
  else if (holderOf(report, now().toISOString(), moderator.key) !== undefined)
    await tell(ctx, path, moderator, { kind: 'refused', why: 'claimed', report });
  else return report;
  return undefined;
};

/**
 * Tells whoever pressed what became of it: done, refused, or who was first. The card in the moderators' chat is the
 * worker's to edit, which does so after every change, wherever it was made and whoever crashed; any other message is
 * edited here, and so is whatever was pressed too late.
 */
export const tell = async (
  ctx: Ctx,
  { from }: CardPath,
  moderator: Moderator,
  result: StepResult,
): Promise<void> => {
  const { refused } = ctx.t.moderator;
  if (result.kind === 'missing') return acknowledge(ctx, { text: refused.gone, alert: true });
  const { report } = result;
  await acknowledge(ctx, await noteOn(ctx, result, moderator));
  if (result.kind !== 'done' || from !== undefined || !(await isWorkersCard(ctx, report)))
    await showCard(ctx, report, { from, edit: pressed(ctx) });
};

const isWorkersCard = async (ctx: Ctx, { id }: Report): Promise<boolean> =>
  !ctx.person.isPrivate && (await ctx.deps.store.notices.readCard(id)) === pressed(ctx);

/** What to say to a moderator who just tried to do something with a report. */
export const noteOn = async (
  ctx: Ctx,
  result: Exclude<StepResult, { kind: 'missing' }>,
  moderator: Moderator,
): Promise<Readonly<{ text: string; alert: boolean }>> => {
  const { refused } = ctx.t.moderator;
  const { report } = result;
  if (result.kind === 'done')
    return { text: await doneText(ctx, report, moderator, result.incident?.incident), alert: false };
  if (result.kind === 'refused' && result.why === 'claimed') {
    const { holder } = await cardContextOf(report, ctx.deps);
    return {
      text: holder === undefined ? refused.why.claimed : refused.claimedBy(isolated(holder, 60)),
      alert: true,
    };
  }
  if (report.status === 'withdrawn') return { text: refused.withdrawn, alert: true };
  if (result.kind === 'refused' && result.why !== 'status')
    return { text: refused.why[result.why], alert: true };
  if (waits(report) || report.status === 'needs_info') return { text: refused.changed, alert: true };
  if (report.decidedBy === moderator.key)
    return { text: await doneText(ctx, report, moderator), alert: false };
  const line = outcomeLine(report, viewOf(ctx), await deciderOf(report, ctx.deps));
  return { text: refused.decided(line), alert: true };
};

/** What a report came to by what was just done, in a passing note. */
const doneText = async (
  ctx: Ctx,
  report: Report,
  { key }: Moderator,
  changed?: Incident,
): Promise<string> => {
  const { t, locale } = ctx;
  const { country, store, now } = ctx.deps;
  const { outcome, claiming, asking, reopened } = t.moderator;
  const instant = (at: string): string => formatInstant(at, country.zone, locale);
  switch (report.status) {
    case 'approved': {
      const incident =
        changed ?? (report.incident === undefined ? undefined : await store.incidents.read(report.incident));
      const when =
        incident?.status === 'embargoed' ? outcome.releases(instant(incident.releaseAt)) : outcome.released;
      return incident ? `${outcome.youApproved} ${when}` : outcome.youApproved;
    }
    case 'rejected':
      return outcome.youRejected;
    case 'needs_info':
      return asking.asked;
    default: {
      if (report.claim?.by === key && report.claim.until > now().toISOString())
        return claiming.claimed(instant(report.claim.until));
      if (report.approvals?.at(-1)?.by === key) return outcome.youEndorsed;
      return report.waitingSince !== undefined && report.incident !== undefined
        ? reopened
        : claiming.unclaimed;
    }
  }
};
