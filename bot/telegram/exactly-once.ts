import { randomUUID } from 'node:crypto';
import { isRetryable } from '../../lib/store/dynamodb/errors.ts';
import type { Store } from '../../lib/store/store.ts';
import { inTries } from '../runtime/tries.ts';

/** Longer than one sending can take, so that a lease ends only when its holder is gone. */
const leaseMs = 60_000;

/**
 * Sends something, once: claims it before, marks it done afterwards. Throws what `act` throws, and then it may be sent again;
 * and ClaimedElsewhere while another run holds the claim.
 *
 * One thing cannot be known: whether a process had sent that ended in between, or whose every write was lost. The Bot API
 * takes no key by which Telegram would know a message again, nor tells a bot what it sent. The claim runs out, and the next
 * run sends again: told twice does less harm than not told, whatever the kind. Where the process lives and only Telegram's
 * answer was lost, that is for `act` to decide.
 */
export const exactlyOnce = async (
  { store: { notices } }: Readonly<{ store: Pick<Store, 'notices'> }>,
  id: string,
  act: () => Promise<void>,
): Promise<void> => {
  const lease = randomUUID();
  const claim = await inTries(() => notices.claim(id, leaseMs, lease), isRetryable);
  if (claim.kind === 'done') return;
  if (claim.kind === 'busy') throw new ClaimedElsewhere();
  try {
    await act();
  } catch (error) {
    // If this fails too, the lease runs out.
    await notices.release(id, lease).catch(() => {});
    throw error;
  }
  await inTries(() => notices.finish(id, lease), isRetryable);
};

/** Another run is sending the same, or crashed and its lease has not ended. */
export class ClaimedElsewhere extends Error {
  override name = 'ClaimedElsewhere';
}
