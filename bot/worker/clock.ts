import type { WorkerDeps } from './exactly-once.ts';
import { measureQueue } from './measure-queue.ts';
import type { GroupNotifier } from './notify-moderators.ts';

/** More are left to the next time, a minute later. */
const releasesAtOnce = 100;

/**
 * What is done by the clock, every minute: what is due is released, the moderators' chat is told of what was put off and
 * reminded of what was overlooked, and the queue is measured. Each does its own: one that fails does not stop the others.
 */
export const tick = async (deps: WorkerDeps, group: GroupNotifier, reminderHours: number): Promise<void> => {
  const attempt = async (what: string, act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      deps.log.error('not_done', error, { what });
      deps.log.measure('not_done', [{ name: 'NotTold', value: 1, by: ['what'] }], { what });
    }
  };
  await attempt('release', () => release(deps));
  await attempt('digest', () => group.digest());
  await attempt('reminder', () => group.remind(reminderHours));
  await attempt('queue', () => measureQueue(deps));
};

/** Releases every incident whose time has come. One that somebody changed meanwhile is looked at again the next time. */
const release = async ({ store, now, log }: WorkerDeps): Promise<void> => {
  const at = now().toISOString();
  const { items: due } = await store.incidents.due(at, releasesAtOnce);
  for (const { id, releaseAt } of due) {
    const outcome = await store.incidents.release({ incident: id, at });
    log.info('release', { outcome, lateSeconds: secondsBetween(releaseAt, at) });
  }
  const latest = due[0] ? secondsBetween(due[0].releaseAt, at) : 0;
  log.measure('releases', [{ name: 'ReleaseLate', value: latest }]);
};

const secondsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 1000);
