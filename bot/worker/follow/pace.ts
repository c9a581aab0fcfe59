/**
 * Telegram takes some thirty messages a second from a bot (core.telegram.org/bots/faq). Followers get twenty: the others are
 * for answers to people, notices and cards, which nobody waits behind.
 */
const perSecond = 20;
const gapMs = 1000 / perSecond;

/** What waits, and by which clock (milliseconds since 1970): the real one, or one that a test or a bench turns. */
export type Clock = Readonly<{ nowMs: () => number; pause: (ms: number) => Promise<unknown> }>;

/** Waits until the next message may go. Whoever asks gets a turn of their own, in the order of asking. */
export const createPace = ({ nowMs, pause }: Clock): (() => Promise<void>) => {
  let next = nowMs();
  return async () => {
    const turn = Math.max(next, nowMs());
    next = turn + gapMs;
    const waitMs = turn - nowMs();
    if (waitMs > 0) await pause(waitMs);
  };
};
