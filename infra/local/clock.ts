/** What EventBridge calls every minute in a deployment. */
type ClockHandler = (event: Readonly<{ source: string }>) => Promise<unknown>;

const minuteMs = 60_000;

/**
 * Calls a handler at once and then every minute, unless the last call is still running. Reports what it throws to
 * `onFailure`, and goes on.
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
