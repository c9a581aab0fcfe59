/** The clock that EventBridge is in a deployment. */
export type ClockHandler = (event: Readonly<{ source: string }>) => Promise<unknown>;

const minuteMs = 60_000;

/**
 * Calls a handler at once and every minute from then on, never while it is still at the last call. What it throws is given
 * to `onFailure`; the next minute it is called all the same.
 */
export const startClock = (
  handler: ClockHandler,
  {
    everyMs = minuteMs,
    onFailure = () => {},
  }: Readonly<{ everyMs?: number; onFailure?: (error: unknown) => void }> = {},
): Readonly<{ stop: () => Promise<void> }> => {
  let running: Promise<void> | undefined;
  const call = (): void => {
    running ??= handler({ source: 'local.clock' })
      .then(() => {}, onFailure)
      .finally(() => {
        running = undefined;
      });
  };
  call();
  const timer = setInterval(call, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
