import { addDays, wallAt } from '../../time/date.ts';
import { toInstant, wallTime } from '../../time/zone.ts';

/**
 * When releases happen: at these hours of the country's wall clock (0–23, in order), the first batch that comes after a
 * further delay, random and below `spreadMs`. `immediate` is for trying things out: at once, as nobody's safety needs it.
 */
export type ReleasePolicy =
  | Readonly<{ kind: 'batches'; zone: string; hours: readonly [number, ...number[]]; spreadMs: number }>
  | Readonly<{ kind: 'immediate' }>;

const hourMs = 3_600_000;

/** Twice a day, after up to half a day more: who counts back from a release gets a day, not a minute. */
export const usualReleases = (zone: string): ReleasePolicy => ({
  kind: 'batches',
  zone,
  hours: [8, 20],
  spreadMs: 12 * hourMs,
});

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
