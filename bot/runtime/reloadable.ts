/** Dependencies of a Lambda entry, rebuilt when a secret rotates. */
export type Reloadable<Running> = Readonly<{
  current: () => Promise<Running>;
  /** Rebuilds, at most once a minute: calls with wrong secrets must not make us read ours all the time. False: too soon. */
  renew: () => Promise<boolean>;
}>;

const pauseMs = 60_000;

/**
 * Builds at once with `make`, which is given a function to call when a secret was refused: the next `current` then rebuilds.
 * If that fails, the previous one stays, for it may still work. Rejects when the first build fails.
 */
export const createReloadable = async <Running>(
  make: (onSecretChanged: () => void) => Promise<Running>,
  now: () => number = Date.now,
): Promise<Reloadable<Running>> => {
  let isOld = false;
  const remake = (): Promise<Running> =>
    make(() => {
      isOld = true;
    });
  let running = await remake();
  let madeAt = now();

  const renew = async (): Promise<boolean> => {
    if (now() - madeAt < pauseMs) return false;
    madeAt = now();
    running = await remake();
    isOld = false;
    return true;
  };
  return {
    renew,
    current: async () => {
      if (isOld) await renew().catch(() => {});
      return running;
    },
  };
};
