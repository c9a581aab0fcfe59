import type { ReleasePolicy } from '../../policy.ts';
import { addDays, wallAt } from '../../time/date.ts';
import { toInstant, wallTime } from '../../time/zone.ts';

/**
 * The instant of the batch with which something is released that may be from `due` on. `random` is from 0 to below 1, from
 * a source that nobody can guess, drawn once for an incident. Never before `due`. Batches without the delay would still
 * tell which of two reports was sent first; the delay without batches would tell of a lone release when it was due.
 */
export const releaseAfter = (due: Date, random: number, policy: ReleasePolicy): Date => {
  if (policy.kind === 'immediate') return due;
  const { zone, hours, spreadMs } = policy;
  const earliest = new Date(due.getTime() + Math.floor(random * spreadMs));
  for (let date = wallTime(earliest, zone).slice(0, 10); ; date = addDays(date, 1))
    for (const hour of hours) {
      const batch = toInstant(wallAt(date, hour), zone);
      if (batch >= earliest) return batch;
    }
};

/**
 * The release of something that is still waiting, after its `due` may have moved: the one that it had, while it is
 * one that `due` can lead to. So a change to a waiting incident does not draw again, which would tell of the change.
 */
export const releaseAgain = (
  previous: Date,
  { due, random, policy }: Readonly<{ due: Date; random: number; policy: ReleasePolicy }>,
): Date =>
  previous >= releaseAfter(due, 0, policy) && previous <= releaseAfter(due, 1, policy)
    ? previous
    : releaseAfter(due, random, policy);
