/** What a Lambda entry runs on, which is made anew when a secret that it was made of turns out to be old. */
export type Reloadable<Running> = Readonly<{
  current: () => Promise<Running>;
  /** Makes it anew, at most once in `pauseMs`: whoever sends wrong secrets must not make us read ours all the time. */
  renew: () => Promise<boolean>;
}>;

const pauseMs = 60_000;

/**
 * Makes it at once. `make` is given what to call when a secret was refused: the next `current` is then made anew. When
 * that fails the former stays, for it may still serve.
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
