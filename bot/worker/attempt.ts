import type { Log } from '../runtime/log.ts';

/** Runs one of several independent tasks: a failure is logged and counted, and the other tasks go on. */
export const attempt = async (
  log: Log,
  event: 'not_done',
  what: string,
  act: () => Promise<unknown>,
): Promise<void> => {
  try {
    await act();
  } catch (error) {
    log.error(event, error, { what });
    log.measure(event, [{ name: 'NotTold', value: 1 }], { what });
  }
};
