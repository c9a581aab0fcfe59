import { expect, test } from 'vitest';
import { createPace } from '../../../../bot/worker/follow/pace.ts';

test('twenty a second get a turn, however many ask at the same time, and nobody waits after a pause', async () => {
  let clock = 0;
  const turn = createPace({
    nowMs: () => clock,
    pause: async ms => {
      clock += ms;
    },
  });
  const lane = async () => {
    for (let n = 0; n < 50; n += 1) await turn();
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  expect(clock).toBeGreaterThanOrEqual(199 * 50);
  clock += 10_000;
  const before = clock;
  await turn();
  expect(clock).toBe(before);
});
