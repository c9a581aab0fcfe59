import type { Update } from 'grammy/types';
import type { FaultSource } from './faults.ts';
import type { PendingUpdate, State } from './state.ts';

/** How the delivery of an update ended. */
export interface Delivery {
  readonly update: Update;
  readonly outcome: 'delivered' | 'expired' | 'dropped' | 'waiting for getUpdates';
  /** Status codes of the answers in order; 0 where none came. */
  readonly attempts: readonly number[];
}

export interface QueueOptions {
  readonly state: State;
  readonly faults: FaultSource;
  readonly now: () => number;
  /** Called when anything changed that ought to be saved. */
  readonly changed: () => void;
  readonly delivered: (delivery: Delivery) => void;
  /** Called when an attempt failed. */
  readonly failed: () => void;
  /** How long one second of waiting lasts, in milliseconds: back-off and Retry-After are made shorter with it. */
  readonly secondMs: number;
  /** The connection is cut after that long without an answer. */
  readonly answerTimeoutMs: number;
}

/**
 * Updates on their way to the bot: one first-in-first-out queue per key, queues in parallel up to the webhook's
 * max_connections. A failure blocks its queue: again at once, then after 2, 4, 8 … seconds, at most a random
 * 60-120; a Retry-After header replaces that; an update that would expire before the next attempt is dropped.
 */
export interface Queue {
  /** Resolves when the update was answered or given up; at once when there is no webhook to deliver it to. */
  push(update: PendingUpdate): Promise<Delivery>;
  /** Starts what can be started: after a change of the clock. */
  pump(): void;
  /** Tries everything at once, and counts pauses anew: a webhook was set. */
  restart(): void;
  drop(): void;
  /** Updates for getUpdates: forgets those below the offset, returns the next. */
  poll(offset: number, limit: number): Update[];
  /** Resolves at the next push or after that long. */
  arrival(ms: number): Promise<void>;
  idle(): Promise<void>;
  stop(): void;
}

interface Job extends PendingUpdate {
  readonly attempts: number[];
  delaySeconds: number;
  wakeAtMs: number;
  running: boolean;
  again: boolean;
  /** Held back until the update that follows was delivered. */
  held: boolean;
  readonly settled: PromiseWithResolvers<Delivery>;
}

const holdMs = 1000;
const maxRetryAfterSeconds = 3600;

export function createQueue(options: QueueOptions): Queue {
  const { state, faults, now } = options;
  let jobs: Job[] = state.pending.map(job);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const waiting: (() => void)[] = [];
  const idlers: (() => void)[] = [];
  const aborts = new Set<AbortController>();

  function settle(done: Job, outcome: Delivery['outcome']): void {
    const delivery = { update: done.update, outcome, attempts: done.attempts };
    options.delivered(delivery);
    done.settled.resolve(delivery);
  }

  function remove(done: Job, outcome: Delivery['outcome']): void {
    if (!jobs.includes(done)) return;
    jobs = jobs.filter(other => other !== done);
    for (const other of jobs.filter(({ held }) => held)) {
      other.held = false;
      other.wakeAtMs = 0;
    }
    store();
    settle(done, outcome);
    if (jobs.length === 0) for (const resolve of idlers.splice(0)) resolve();
  }

  function store(): void {
    state.pending = jobs.map(({ update, key, expiresAtMs }) => ({ update, key, expiresAtMs }));
    options.changed();
  }

  function pump(): void {
    clearTimeout(timer);
    const webhook = state.webhook;
    if (stopped || !webhook) return;
    let wakeAtMs = Number.POSITIVE_INFINITY;
    const outage = faults.outageLeftMs();
    const blocked = new Set<string>();
    let free = webhook.maxConnections - jobs.filter(running => running.running).length;
    for (const next of [...jobs]) {
      if (next.held) {
        wakeAtMs = Math.min(wakeAtMs, next.wakeAtMs);
        if (next.wakeAtMs > Date.now()) continue;
        next.held = false;
      }
      if (blocked.has(next.key)) continue;
      blocked.add(next.key);
      if (next.running) continue;
      if (next.expiresAtMs < now()) {
        remove(next, 'expired');
        pump();
        return;
      }
      if (outage > 0) wakeAtMs = Math.min(wakeAtMs, Date.now() + outage);
      else if (next.wakeAtMs > Date.now()) wakeAtMs = Math.min(wakeAtMs, next.wakeAtMs);
      else if (free > 0) {
        free -= 1;
        void deliver(next);
      }
    }
    if (wakeAtMs < Number.POSITIVE_INFINITY) timer = setTimeout(pump, Math.max(1, wakeAtMs - Date.now()));
  }

  async function deliver(sent: Job): Promise<void> {
    sent.running = true;
    const answer = await post(sent.update);
    sent.running = false;
    if (stopped) return;
    sent.attempts.push(answer.status);
    if (answer.status >= 200 && answer.status <= 299) {
      if (sent.again) sent.again = false;
      else remove(sent, 'delivered');
    } else retry(sent, answer.retryAfterSeconds);
    pump();
  }

  function retry(failed: Job, retryAfterSeconds: number): void {
    let waitSeconds = Math.min(maxRetryAfterSeconds, Math.max(0, retryAfterSeconds));
    if (waitSeconds === 0 && failed.attempts.filter(status => !ok(status)).length > 1) {
      failed.delaySeconds = Math.min(60 + Math.random() * 60, failed.delaySeconds * 2);
      waitSeconds = failed.delaySeconds;
    }
    const waitMs = waitSeconds * options.secondMs;
    if (now() + waitMs > failed.expiresAtMs) remove(failed, 'expired');
    else failed.wakeAtMs = Date.now() + waitMs;
  }

  async function post(update: Update): Promise<{ status: number; retryAfterSeconds: number }> {
    const webhook = state.webhook;
    if (!webhook) return { status: 0, retryAfterSeconds: 0 };
    const abort = new AbortController();
    aborts.add(abort);
    const cut = setTimeout(() => abort.abort(), options.answerTimeoutMs);
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(webhook.secretToken && { 'x-telegram-bot-api-secret-token': webhook.secretToken }),
        },
        body: JSON.stringify(update),
        signal: abort.signal,
      });
      await response.arrayBuffer();
      if (!ok(response.status)) {
        failure(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
      }
      const retryAfterSeconds = Number.parseInt(response.headers.get('retry-after') ?? '0', 10) || 0;
      return { status: response.status, retryAfterSeconds };
    } catch {
      failure(abort.signal.aborted ? 'Read timeout expired' : 'Connection refused');
      return { status: 0, retryAfterSeconds: 0 };
    } finally {
      clearTimeout(cut);
      aborts.delete(abort);
    }
  }

  function failure(message: string): void {
    if (!state.webhook) return;
    state.webhook = { ...state.webhook, lastError: { date: Math.floor(now() / 1000), message } };
    options.failed();
  }

  return {
    push(pending) {
      const added = job(pending);
      const fault = faults.takeUpdate();
      if (fault === 'duplicate') added.again = true;
      if (fault === 'reorder') {
        added.held = true;
        added.wakeAtMs = Date.now() + holdMs;
      }
      jobs.push(added);
      store();
      for (const resolve of waiting.splice(0)) resolve();
      pump();
      if (state.webhook) return added.settled.promise;
      return Promise.resolve({ update: pending.update, outcome: 'waiting for getUpdates', attempts: [] });
    },
    pump,
    restart() {
      for (const left of jobs) Object.assign(left, { wakeAtMs: 0, delaySeconds: 1 });
      pump();
    },
    drop() {
      for (const dropped of jobs) remove(dropped, 'dropped');
    },
    poll(offset, limit) {
      if (offset < 0) jobs.slice(0, offset).forEach(seen => void remove(seen, 'dropped'));
      else
        for (const seen of jobs.filter(({ update }) => update.update_id < offset)) remove(seen, 'delivered');
      for (const late of jobs.filter(({ expiresAtMs }) => expiresAtMs < now())) remove(late, 'expired');
      return jobs.slice(0, limit).map(({ update }) => update);
    },
    async arrival(ms) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const late = setTimeout(resolve, ms);
      waiting.push(resolve);
      await promise;
      clearTimeout(late);
    },
    idle() {
      if (jobs.length === 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      idlers.push(resolve);
      return promise;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const abort of aborts) abort.abort();
      for (const left of jobs) settle(left, 'dropped');
      for (const resolve of [...waiting.splice(0), ...idlers.splice(0)]) resolve();
    },
  };
}

function ok(status: number): boolean {
  return status >= 200 && status <= 299;
}

function job(pending: PendingUpdate): Job {
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
