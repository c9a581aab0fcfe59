import type { Update } from 'grammy/types';
import type { FaultSource } from './faults.ts';
import { createJob, type Delivery, isSuccess, type Job, retryPauseSeconds } from './job.ts';
import type { PendingUpdate, State } from './state.ts';
import { postUpdate } from './webhook-request.ts';

interface QueueOptions {
  readonly state: State;
  readonly faults: FaultSource;
  readonly now: () => number;
  /** Called when the state needs to be saved. */
  readonly changed: () => void;
  readonly delivered: (delivery: Delivery) => void;
  /** Called when an attempt failed. */
  readonly failed: () => void;
  /** How long a second of back-off and Retry-After lasts, in milliseconds: tests shorten it. */
  readonly secondMs: number;
  /** The connection is cut after that long without an answer. */
  readonly answerTimeoutMs: number;
}

/**
 * Updates on their way to the bot: one first-in-first-out queue per key, queues in parallel up to the webhook's
 * max_connections. A failure blocks its queue until the retry; an update that would expire before that is dropped.
 */
export interface Queue {
  /** Resolves when the update was accepted or given up; at once without a webhook. */
  push(update: PendingUpdate): Promise<Delivery>;
  /** Starts what can be started: call it after the clock changed. */
  pump(): void;
  /** Retries everything at once, with back-off from the beginning: call it when a webhook was set. */
  restart(): void;
  /** Updates for getUpdates: forgets those below the offset, returns the others. */
  poll(offset: number): Update[];
  /** Resolves at the next push, or after that long. */
  arrival(ms: number): Promise<void>;
  idle(): Promise<void>;
  stop(): void;
}

interface QueueState {
  readonly options: QueueOptions;
  readonly stopping: AbortController;
  jobs: Job[];
  timer?: NodeJS.Timeout | undefined;
  /** Those who wait for the next push. */
  arrivals: (() => void)[];
  /** Those who wait for an empty queue. */
  idlers: (() => void)[];
}

const reorderHoldMs = 1000;
/** https://core.telegram.org/bots/api#getupdates */
const maxPolled = 100;

export function createQueue(options: QueueOptions): Queue {
  const queue: QueueState = {
    options,
    stopping: new AbortController(),
    jobs: options.state.pending.map(createJob),
    arrivals: [],
    idlers: [],
  };
  return {
    push: pending => push(queue, pending),
    pump: () => pump(queue),
    restart() {
      for (const job of queue.jobs) Object.assign(job, { wakeAtMs: 0, delaySeconds: 1 });
      pump(queue);
    },
    poll: offset => poll(queue, offset),
    async arrival(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      queue.arrivals.push(resolve);
      await promise;
      clearTimeout(timer);
    },
    idle() {
      if (queue.jobs.length === 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      queue.idlers.push(resolve);
      return promise;
    },
    stop() {
      clearTimeout(queue.timer);
      queue.stopping.abort();
      for (const job of queue.jobs) settle(queue, job, 'dropped');
      for (const resolve of [...queue.arrivals.splice(0), ...queue.idlers.splice(0)]) resolve();
    },
  };
}

function push(queue: QueueState, pending: PendingUpdate): Promise<Delivery> {
  const { faults, state } = queue.options;
  const job = createJob(pending);
  const fault = faults.takeUpdate();
  if (fault === 'duplicate') job.again = true;
  if (fault === 'reorder') Object.assign(job, { held: true, wakeAtMs: Date.now() + reorderHoldMs });
  queue.jobs.push(job);
  save(queue);
  for (const resolve of queue.arrivals.splice(0)) resolve();
  pump(queue);
  if (state.webhook) return job.settled.promise;
  return Promise.resolve({ update: pending.update, outcome: 'waiting for getUpdates', attempts: [] });
}

function pump(queue: QueueState): void {
  const { state, faults, now } = queue.options;
  clearTimeout(queue.timer);
  if (queue.stopping.signal.aborted || !state.webhook) return;
  const outageMs = faults.outageLeftMs();
  let free = state.webhook.maxConnections - queue.jobs.filter(({ running }) => running).length;
  let wakeAtMs = Number.POSITIVE_INFINITY;
  const wakeAt = (ms: number): void => {
    wakeAtMs = Math.min(wakeAtMs, ms);
  };
  const keys = new Set<string>();
  for (const job of [...queue.jobs]) {
    if (job.held && job.wakeAtMs > Date.now()) {
      wakeAt(job.wakeAtMs);
      continue;
    }
    job.held = false;
    if (keys.has(job.key)) continue;
    keys.add(job.key);
    if (job.running) continue;
    if (job.expiresAtMs < now()) {
      remove(queue, job, 'expired');
      pump(queue);
      return;
    }
    if (outageMs > 0) wakeAt(Date.now() + outageMs);
    else if (job.wakeAtMs > Date.now()) wakeAt(job.wakeAtMs);
    else if (free > 0) {
      free -= 1;
      void deliver(queue, job);
    }
  }
  if (wakeAtMs < Number.POSITIVE_INFINITY)
    queue.timer = setTimeout(() => pump(queue), Math.max(1, wakeAtMs - Date.now()));
}

async function deliver(queue: QueueState, job: Job): Promise<void> {
  const { state, answerTimeoutMs, now, failed } = queue.options;
  if (!state.webhook) return;
  job.running = true;
  const signal = AbortSignal.any([queue.stopping.signal, AbortSignal.timeout(answerTimeoutMs)]);
  const { status, retryAfterSeconds, failure } = await postUpdate(state.webhook, job.update, signal);
  job.running = false;
  if (queue.stopping.signal.aborted) return;
  job.attempts.push(status);
  if (failure !== undefined) {
    const lastError = { date: Math.floor(now() / 1000), message: failure };
    state.webhook = state.webhook && { ...state.webhook, lastError };
    failed();
  }
  if (!isSuccess(status)) retry(queue, job, retryAfterSeconds);
  else if (job.again) job.again = false;
  else remove(queue, job, 'delivered');
  pump(queue);
}

function retry(queue: QueueState, job: Job, retryAfterSeconds: number): void {
  const { secondMs, now } = queue.options;
  const waitMs = retryPauseSeconds(job, retryAfterSeconds) * secondMs;
  if (now() + waitMs > job.expiresAtMs) remove(queue, job, 'expired');
  else job.wakeAtMs = Date.now() + waitMs;
}

function poll(queue: QueueState, offset: number): Update[] {
  const { now } = queue.options;
  for (const job of queue.jobs.filter(({ update }) => update.update_id < offset))
    remove(queue, job, 'delivered');
  for (const job of queue.jobs.filter(({ expiresAtMs }) => expiresAtMs < now()))
    remove(queue, job, 'expired');
  return queue.jobs.slice(0, maxPolled).map(({ update }) => update);
}

/** Takes an update out of the queue, and lets those go that were held back for it. */
function remove(queue: QueueState, removed: Job, outcome: Delivery['outcome']): void {
  if (!queue.jobs.includes(removed)) return;
  queue.jobs = queue.jobs.filter(job => job !== removed);
  for (const job of queue.jobs.filter(({ held }) => held)) Object.assign(job, { held: false, wakeAtMs: 0 });
  save(queue);
  settle(queue, removed, outcome);
  if (queue.jobs.length === 0) for (const resolve of queue.idlers.splice(0)) resolve();
}

function settle(queue: QueueState, job: Job, outcome: Delivery['outcome']): void {
  const delivery = { update: job.update, outcome, attempts: job.attempts };
  queue.options.delivered(delivery);
  job.settled.resolve(delivery);
}

function save({ jobs, options }: QueueState): void {
  options.state.pending = jobs.map(({ update, key, expiresAtMs }) => ({ update, key, expiresAtMs }));
  options.changed();
}
