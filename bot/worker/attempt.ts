import type { Log } from '../runtime/log.ts';

/**
 * Runs one of several independent tasks: a failure is logged as `event`, counted, and handed to `onError`, and the other
 * tasks go on. False when `act` throws, or returns false because it has logged its failure itself.
 */
export const attempt = async (
  log: Log,
  event: 'not_told' | 'not_done',
  what: string,
  act: () => Promise<unknown>,
  onError: (error: unknown) => void = () => {},
): Promise<boolean> => {
  try {
    return (await act()) !== false;
  } catch (error) {
    log.error(event, error, { what });
    log.measure(event, [{ name: 'NotTold', value: 1 }], { what });
    onError(error);
    return false;
  }
};
