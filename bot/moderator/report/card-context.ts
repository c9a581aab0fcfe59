import type { Report } from '../../../lib/report/report.ts';
import { holderOf, waits } from '../../../lib/review/lifecycle.ts';
import type { QueueView } from '../../callbacks/moderator.ts';
import type { Deps } from '../../context.ts';
import { deciderOf, memberName } from '../access.ts';

/** What a card shows besides its report: the view of the queue it was opened from, and names of colleagues. */
export type CardContext = Readonly<{
  from?: QueueView | undefined;
  /** Who decided. */
  decider?: string | undefined;
  /** Who has claimed it. */
  holder?: string | undefined;
  /** Who gave the first of two approvals. */
  endorser?: string | undefined;
  /** Decides whether a claim still holds. A card without it shows no claim. */
  now?: Date | undefined;
}>;

/** The context of a card as of now, but for `from`. Up to three reads. */
export const cardContextOf = async (
  report: Report,
  deps: Pick<Deps, 'store' | 'identity' | 'now'>,
): Promise<CardContext> => {
  const now = deps.now();
  const name = async (key: string | undefined): Promise<string | undefined> =>
    key === undefined ? undefined : memberName(await deps.store.members.read(key), deps.identity);
  const [decider, holder, endorser] = await Promise.all([
    deciderOf(report, deps),
    name(holderOf(report, now.toISOString())),
    name(waits(report) ? report.approvals?.[0]?.by : undefined),
  ]);
  return { decider, holder, endorser, now };
};
