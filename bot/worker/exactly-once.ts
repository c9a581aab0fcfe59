import type { WorkerDeps } from '../runtime/dependencies.ts';

/** Longer than one sending can take, so that a lease ends only when its holder is gone. */
const leaseMs = 60_000;

/**
 * Sends one notice, once: claims it before, marks it done afterwards. Only a crash between sending and marking sends it
 * twice. Throws what `act` throws, and ClaimedElsewhere while another run holds the claim.
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

/** Another run is sending the same notice, or crashed and its lease has not ended. */
class ClaimedElsewhere extends Error {
  override name = 'ClaimedElsewhere';
}
