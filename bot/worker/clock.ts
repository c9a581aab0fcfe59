import type { WorkerDeps } from '../runtime/dependencies.ts';
import { attempt } from './attempt.ts';
import { eraseRejected, releaseDue } from './due.ts';
import { sendDigest } from './group/digest.ts';
import { sendReminder } from './group/reminder.ts';
import { measureQueue } from './measure-queue.ts';
import { takeFilesAway } from './shown-files.ts';
import { tryAgain } from './try-again.ts';

/**
 * What the clock runs every minute: releases and erases what is due, takes away files that were shown long enough, tries again what was put aside, sends the digest and the
 * reminder, measures the queue. A task that fails does not stop the others.
 */
export const tick = async (deps: WorkerDeps, reminderHours: number): Promise<void> => {
  const run = (what: string, act: () => Promise<void>) => attempt(deps.log, 'not_done', what, act);
  await run('release', () => releaseDue(deps));
  await run('erase', () => eraseRejected(deps));
  await run('files', () => takeFilesAway(deps));
  await run('again', () => tryAgain(deps));
  await run('digest', () => sendDigest(deps));
  await run('reminder', () => sendReminder(deps, reminderHours));
  await run('queue', () => measureQueue(deps));
};
