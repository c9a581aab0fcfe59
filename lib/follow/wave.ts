import * as z from 'zod/mini';

/**
 * How far telling followers has come. A wave passes all of them once, in pages, and tells each what is due for them by then.
 * `passed`: the news and the hour that the last whole wave knew. `running`: the wave that is under way, since when it was
 * due, behind which follower it goes on, and whether somebody was left. `again`: the last wave left somebody, for whom another
 * one passes at `atMs`. `pausedUntilMs`: Telegram wants to be asked less, or is out of order. The wave belongs to whoever has
 * the lease, until it ends.
 */
export const waveSchema = z.object({
  version: z.int(),
  passed: z.object({ seq: z.int(), hour: z.string() }),
  running: z.optional(
    z.object({
      seq: z.int(),
      hour: z.string(),
      sinceMs: z.int(),
      after: z.optional(z.string()),
      hasLeft: z.boolean(),
    }),
  ),
  again: z.optional(z.object({ tries: z.int(), atMs: z.int() })),
  pausedUntilMs: z.int(),
  leaseUntilMs: z.int(),
});
export type Wave = Readonly<z.infer<typeof waveSchema>>;
export type Running = NonNullable<Wave['running']>;

/** Before the first wave. */
export const firstWave: Wave = {
  version: 0,
  passed: { seq: 0, hour: '' },
  pausedUntilMs: 0,
  leaseUntilMs: 0,
};

const minuteMs = 60_000;
/** What is released together comes within minutes, and is told in one message. */
const settleMs = 1.5 * minuteMs;
/** Nobody waits longer for what comes after. */
const longestSettleMs = 10 * minuteMs;
/** The longest pause before those who were left are tried again; pauses double from a minute. */
const longestPause = 32;

/** What there is to tell: the newest news, and when the newest and the first that no wave has passed were noted. */
export type Waiting = Readonly<{ head: number; newestMs: number; firstMs: number | undefined }>;

/**
 * The wave that is to run now: the one under way; a new one when news have settled, when an hour has begun, for it may be that
 * of somebody's digest or end a night, or to try those who were left. Undefined: none.
 */
export const runningOf = (
  { passed, running, again }: Wave,
  { head, newestMs, firstMs }: Waiting,
  { nowMs, hour }: Readonly<{ nowMs: number; hour: string }>,
): Running | undefined => {
  if (running) return running;
  const begin = (sinceMs: number): Running => ({ seq: head, hour, sinceMs, hasLeft: false });
  if (firstMs !== undefined) {
    const dueMs = Math.min(newestMs + settleMs, firstMs + longestSettleMs);
    if (nowMs >= dueMs) return begin(dueMs);
  }
  if (passed.hour !== '' && hour !== passed.hour) return begin(nowMs);
  return again && nowMs >= again.atMs ? begin(nowMs) : undefined;
};

/** The wave has passed everybody. */
export const ended = (wave: Wave, { seq, hour, hasLeft }: Running, nowMs: number): Wave => {
  const tries = (wave.again?.tries ?? 0) + 1;
  return {
    ...wave,
    passed: { seq, hour },
    running: undefined,
    again: hasLeft ? { tries, atMs: nowMs + Math.min(2 ** (tries - 1), longestPause) * minuteMs } : undefined,
  };
};
