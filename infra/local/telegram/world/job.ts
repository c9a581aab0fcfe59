import type { Update } from 'grammy/types';
import type { PendingUpdate } from './state.ts';

/** How the delivery of an update ended. */
export interface Delivery {
  readonly update: Update;
  readonly outcome: 'delivered' | 'expired' | 'dropped' | 'waiting for getUpdates';
  /** Status codes of the attempts in order; 0 where no answer came. */
  readonly attempts: readonly number[];
}

/** An update on its way, with what decides when it is tried next. */
export interface Job extends PendingUpdate {
  readonly attempts: number[];
  /** The pause before the last retry. */
  delaySeconds: number;
  /** By the real clock. */
  wakeAtMs: number;
  running: boolean;
  /** To be delivered a second time. */
  again: boolean;
  /** Held back until the next update has been delivered. */
  held: boolean;
  readonly settled: PromiseWithResolvers<Delivery>;
}

export function createJob(pending: PendingUpdate): Job {
  return {
    ...pending,
    attempts: [],
    delaySeconds: 1,
    wakeAtMs: 0,
    running: false,
    again: false,
    held: false,
    settled: Promise.withResolvers<Delivery>(),
  };
}

const maxRetryAfterSeconds = 3600;

/** The pause before the next attempt: as Retry-After says, else none, then 2, 4, 8 … up to a random 60–120 seconds. */
export function retryPauseSeconds(job: Job, retryAfterSeconds: number): number {
  if (retryAfterSeconds > 0) return Math.min(maxRetryAfterSeconds, retryAfterSeconds);
  if (job.attempts.filter(status => !isSuccess(status)).length <= 1) return 0;
  job.delaySeconds = Math.min(60 + Math.random() * 60, job.delaySeconds * 2);
  return job.delaySeconds;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}
