import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import type { Moderator } from '../access.ts';
import { muteScreen, othersLimit, othersScreen } from '../others.ts';
import type { CardPath } from './card.ts';
import { turn, viewOf, withReport } from './decisions.ts';

/** What moderators see and do of the person behind a report, who is a pseudonym and nothing else. */

const screenOf = async (ctx: Ctx, report: Parameters<typeof othersScreen>[0], from: string | undefined) => {
  const { store } = ctx.deps;
  const [page, muted] = await Promise.all([
    store.reports.ofReporter(report.reporter, { limit: othersLimit }),
    store.mutes.has(report.reporter),
  ]);
  return othersScreen(
    report,
    { reports: page.items, more: page.next !== undefined, muted },
    viewOf(ctx),
    from,
  );
};

export const openOthers = withReport((ctx, report, { from }) => screenOf(ctx, report, from));

export const askMute = withReport((ctx, report, { from }) => muteScreen(report, viewOf(ctx), from));

/** Takes nothing from the person any more, or again. */
export const setMuted =
  (muted: boolean) =>
  async (ctx: Ctx, { id, from }: CardPath, { key }: Moderator): Promise<void> => {
    const { store, now } = ctx.deps;
    const { refused, others } = ctx.t.moderator;
    const report = await store.reports.read(id);
    if (!report) return acknowledge(ctx, { text: refused.gone, alert: true });
    await store.mutes.set({ reporter: report.reporter, muted, by: key, at: now().toISOString() });
    await acknowledge(ctx, { text: muted ? others.done : others.undone });
    await turn(ctx, await screenOf(ctx, report, from));
  };
