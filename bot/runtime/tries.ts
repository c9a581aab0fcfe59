import { setTimeout as pause } from 'node:timers/promises';

/** Before the second and the third try: together less than a second, for others wait meanwhile. */
const pausesMs = [100, 500] as const;

/** Does something, and again after a pause when it fails for a reason that may pass. Throws what the last try threw. */
export const inTries = async <Result>(
  act: () => Promise<Result>,
  mayPass: (error: unknown) => boolean,
): Promise<Result> => {
  for (const pauseMs of pausesMs) {
    try {
      return await act();
    } catch (error) {
      if (!mayPass(error)) throw error;
    }
    await pause(pauseMs);
  }
  return act();
};
