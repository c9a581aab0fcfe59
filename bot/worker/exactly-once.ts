import type { Deps } from '../context.ts';

/** What the worker works with. */
export type WorkerDeps = Pick<Deps, 'store' | 'identity' | 'country' | 'moderatorsChat' | 'now' | 'log'>;

/** Longer than one sending can take, so that a lease ends only when its holder is gone. */
const leaseMs = 60_000;

/**
 * Does what is told once, ever: it is claimed before and marked after. Only a crash between the two does a thing twice, and
 * never does one leave it undone. Throws when it could not be done, or somebody else is just doing it.
 */
export const exactlyOnce = async (
  { store }: Pick<WorkerDeps, 'store'>,
  id: string,
  act: () => Promise<void>,
): Promise<void> => {
  const claim = await store.notices.claim(id, leaseMs);
  if (claim.kind === 'done') return;
  if (claim.kind === 'busy') throw new ClaimedElsewhere();
  try {
    await act();
  } catch (error) {
    // If this fails too, the lease runs out.
    await store.notices.release(id, claim.lease).catch(() => {});
    throw error;
  }
  await store.notices.finish(id, claim.lease);
};

/** Another run is telling the same thing now, or crashed and its lease has not ended. */
export class ClaimedElsewhere extends Error {
  override name = 'ClaimedElsewhere';
}
