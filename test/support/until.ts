/** Far more than anything takes; only a test that fails waits so long. */
const patienceMs = 30_000;

/**
 * Waits until something is there or so, which may take the stream and the worker a moment. What cannot be looked at yet,
 * because looking throws, is not there yet.
 */
export const until = async <Value>(
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
): Promise<Value> => {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    let cause: unknown;
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain for ${look}`, { cause });
    await new Promise(resolve => setTimeout(resolve, 20));
  }
};
