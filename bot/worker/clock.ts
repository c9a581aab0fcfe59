import type { WorkerDeps } from '../runtime/dependencies.ts';
import { attempt } from './attempt.ts';
import { postNews } from './channel/channel.ts';
import { eraseRejected, releaseDue } from './due.ts';
import type { Clock } from './follow/pace.ts';
import { tellFollowers } from './follow/wave.ts';
import { sendDigest } from './group/digest.ts';
import { sendReminder } from './group/reminder.ts';
import { measureQueue } from './measure-queue.ts';
import { takeFilesAway } from './shown-files.ts';
import { tryAgain } from './try-again.ts';

/** From the begin of a minute on: the next one goes on with them. */
const followersMs = 50_000;

/**
 * What the clock runs every minute: releases and erases what is due, takes away files that were shown long enough, tries again
 * what was put aside, sends the digest and the reminder, measures the queue, posts what is new in the public channel, and tells
 * it to followers. A task that fails does not stop the others.
 */
export const tick = async (deps: WorkerDeps, reminderHours: number, pause: Clock['pause']): Promise<void> => {
  const nowMs = () => deps.now().getTime();
  const untilMs = nowMs() + followersMs;
  const run = (what: string, act: () => Promise<void>) => attempt(deps.log, 'not_done', what, act);
  await run('release', () => releaseDue(deps));
  await run('erase', () => eraseRejected(deps));
  await run('files', () => takeFilesAway(deps));
  await run('again', () => tryAgain(deps));
  await run('digest', () => sendDigest(deps));
  await run('reminder', () => sendReminder(deps, reminderHours));
  await run('queue', () => measureQueue(deps));
  await run('channel', () => postNews(deps));
  // The last: it takes what is left of the minute.
  await run('followers', () => tellFollowers(deps, { nowMs, pause, untilMs }));
};
