import type { WorkerDeps } from '../runtime/dependencies.ts';
import { attempt } from './attempt.ts';
import { sendDigest } from './digest.ts';
import { measureQueue } from './measure-queue.ts';
import { sendReminder } from './reminder.ts';

/** The rest wait for the next minute. */
const maxReleases = 100;
const maxErasures = 25;
const dayMs = 24 * 60 * 60_000;

/**
 * What the clock runs every minute: releases and erases what is due, sends the digest and the reminder, measures the queue. A task that
 * fails does not stop the others.
 */
export const tick = async (deps: WorkerDeps, reminderHours: number): Promise<void> => {
  const run = (what: string, act: () => Promise<void>) => attempt(deps.log, 'not_done', what, act);
  await run('release', () => releaseDue(deps));
  await run('erase', () => eraseRejected(deps));
  await run('digest', () => sendDigest(deps));
  await run('reminder', () => sendReminder(deps, reminderHours));
  await run('queue', () => measureQueue(deps));
};

/** Releases every incident that is due. One that was changed in the meantime is left to the next minute. */
const releaseDue = async ({ store, now, log }: WorkerDeps): Promise<void> => {
  const at = now().toISOString();
  const { items: due } = await store.incidents.due(at, maxReleases);
  // Before releasing: what cannot be released is late, too.
  const latest = due[0] ? secondsBetween(due[0].releaseAt, at) : 0;
  log.measure('releases', [{ name: 'ReleaseLate', value: latest }]);
  for (const { id, releaseAt } of due) {
    const outcome = await store.incidents.release({ incident: id, at });
    log.info('release', { outcome, lateSeconds: secondsBetween(releaseAt, at) });
  }
};

/** Erases rejected reports that were kept for as long as they are. */
const eraseRejected = async ({ store, now, kept, log }: WorkerDeps): Promise<void> => {
  const at = now();
  const before = new Date(at.getTime() - kept.rejectedDays * dayMs).toISOString();
  for (const { id } of await store.reports.rejectedBefore(before, maxErasures)) {
    const { kind: outcome } = await store.reports.erase({ id, at: at.toISOString() });
    log.info('erased', { outcome });
  }
};

const secondsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 1000);
