import type { Report } from '../../../lib/report/report.ts';
import { holderOf, waits } from '../../../lib/review/lifecycle.ts';
import type { Deps } from '../../context.ts';
import { deciderOf, memberName } from '../access.ts';
import type { CardFrame } from './card.ts';

/** The names that a card mentions. */
export const cardContextOf = async (
  report: Report,
  deps: Pick<Deps, 'store' | 'identity' | 'now'>,
): Promise<CardFrame> => {
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
