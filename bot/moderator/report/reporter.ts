import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { type Report, type ReportStatus, reportStatuses } from '../../../lib/report/report.ts';
import type { OwnReport } from '../../../lib/store/records/reports.ts';
import { button, type QueueView, type ReportArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import { inPairs } from '../../telegram/keyboard.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { instantText } from '../../text/instant.ts';
import type { Moderator } from '../access.ts';
import { refuse, showInPlace, viewOf } from '../reply.ts';
import { reportArgs } from './card.ts';
import { withReport } from './decisions.ts';

/** What moderators see of the person behind a report, who is a pseudonym and nothing else, and muting them. */

/** How many reports of one person are counted, and how many of them are listed. */
const countedLimit = 50;
const listedLimit = 8;

type Reporter = Readonly<{ reports: readonly OwnReport[]; more: boolean; muted: boolean }>;

/** The other reports of a report's reporter: how many of each status, and the latest ones. */
export const reporterScreen = (
  report: Report,
  { reports, more, muted }: Reporter,
  view: View,
  from: QueueView | undefined,
): Screen => {
  const { reporter: texts, buttons, statuses } = view.t.moderator;
  const others = reports.filter(({ id }) => id !== report.id);
  const listed = others.slice(0, listedLimit);
  const count = (status: ReportStatus): number => others.filter(one => one.status === status).length;
  const counts = reportStatuses
    .filter(status => count(status) > 0)
    .map(status => texts.count(statuses[status], count(status)));
  const args = reportArgs(report, from);
  return {
    text: join([
      html`<b>${texts.title}</b>`,
      html`${counts.join('; ') || texts.none}`,
      join(
        listed.map((one, index) => lineOf(one, index + 1, view)),
        '\n',
      ),
      more ? html`${texts.more}` : undefined,
      muted ? html`<b>${texts.muted}</b>` : undefined,
      html`<i>${texts.about}</i>`,
    ]),
    buttons: [
      ...inPairs(
        listed.map((one, index) =>
          button(`${index + 1}. ${formatReceipt(one.id)}`, 'card', reportArgs(one, from)),
        ),
      ),
      [muted ? button(texts.unmute, 'unmute', args) : button(texts.mute, 'mute', args, 'danger')],
      [button(buttons.back, 'card', args)],
    ],
    personal: true,
  };
};

const lineOf = ({ id, status, receivedAt, reason: why }: OwnReport, n: number, view: View): Html => {
  const { t } = view;
  const reason = status === 'rejected' && why ? ` (${t.terms.rejectionReasons[why]})` : '';
  return html`${n}. ${formatReceipt(id)} · ${instantText(receivedAt, view)} · ${t.moderator.statuses[status]}${reason}`;
};

/** Asks for confirmation before somebody is muted. */
export const muteScreen = (report: Report, { t }: View, from: QueueView | undefined): Screen => {
  const { reporter: texts, buttons } = t.moderator;
  const args = reportArgs(report, from);
  return {
    text: html`${texts.confirm}`,
    buttons: [
      [button(texts.muteYes, 'muteConfirmed', args, 'danger')],
      [button(buttons.back, 'reporter', args)],
    ],
    personal: true,
  };
};

const readReporter = async ({ deps: { store } }: Ctx, { reporter }: Report): Promise<Reporter> => {
  const [page, muted] = await Promise.all([
    store.reports.ofReporter(reporter, { limit: countedLimit }),
    store.mutes.has(reporter),
  ]);
  return { reports: page.items, more: page.next !== undefined, muted };
};

export const openReporter = withReport(async (ctx, report, { from }) =>
  reporterScreen(report, await readReporter(ctx, report), viewOf(ctx), from),
);

export const askMute = withReport((ctx, report, { from }) => muteScreen(report, viewOf(ctx), from));

/** Mutes a report's reporter, from whom nothing is taken then, or unmutes them. */
export const setMuted =
  (muted: boolean) =>
  async ({ id, from }: ReportArgs, ctx: Ctx, { key }: Moderator): Promise<void> => {
    const { store, now } = ctx.deps;
    const { refused, reporter: texts } = ctx.t.moderator;
    const report = await store.reports.read(id);
    if (!report) return refuse(ctx, refused.gone);
    await store.mutes.set({ reporter: report.reporter, muted, by: key, at: now().toISOString() });
    const screen = reporterScreen(report, await readReporter(ctx, report), viewOf(ctx), from);
    await showInPlace(ctx, screen, muted ? texts.done : texts.undone);
  };
