type When = 'before' | 'after';

/** The call that is lost, counted from 0, before or after it takes effect; `stays`: and every later one of its command. */
export type Loss = Readonly<{ at: number; when: When; stays?: boolean }>;

class BrokenLine extends Error {
  override name = 'TimeoutError';
}

/** A line to the tables. Calls are counted, and lost, from `listen` on. */
export type Line = Readonly<{
  listen: (loss?: Loss) => void;
  /** The commands that were called since. */
  calls: () => readonly string[];
  carry: <Result>(command: string, act: () => Promise<Result>) => Promise<Result>;
}>;

export const createLine = (): Line => {
  let lost: Loss | undefined;
  let calls: string[] = [];
  return {
    listen: loss => {
      lost = loss;
      calls = [];
    },
    calls: () => calls,
    carry: async (command, act) => {
      const at = calls.push(command) - 1;
      const isLost = lost && (at === lost.at || (lost.stays && at > lost.at && command === calls[lost.at]));
      if (lost && isLost && lost.when === 'before') throw new BrokenLine(lost.when);
      const { when } = (isLost && lost) || {};
      const result = await act();
      if (when === 'after') throw new BrokenLine(when);
      return result;
    },
  };
};

/** Every loss of one of so many calls, before and after it takes effect. */
export const lossesOf = (count: number, stays = false): readonly Loss[] =>
  Array.from({ length: count }, (_, at) =>
    (['before', 'after'] as const).map(when => ({ at, when, stays })),
  ).flat();
