import { expect, test } from 'vitest';
import { ended, firstWave, runningOf, type Wave } from '../../../lib/follow/wave.ts';

const minuteMs = 60_000;
const passed: Wave = { ...firstWave, passed: { seq: 5, hour: '2026-11-23T12' } };
const same = { hour: '2026-11-23T12' };

test.each([
  ['nothing is new', { head: 5, newestMs: 0, firstMs: undefined }, 60, false],
  ['news came a minute ago', { head: 6, newestMs: 59, firstMs: 59 }, 60, false],
  ['news came two minutes ago', { head: 6, newestMs: 58, firstMs: 58 }, 60, true],
  ['news keep coming', { head: 9, newestMs: 59.5, firstMs: 52 }, 60, false],
  ['news have kept coming for ten minutes', { head: 9, newestMs: 59.5, firstMs: 50 }, 60, true],
] as const)('when %s, a wave begins or not', (_, { head, newestMs, firstMs }, now, begins) => {
  const waiting = {
    head,
    newestMs: newestMs * minuteMs,
    firstMs: firstMs === undefined ? undefined : firstMs * minuteMs,
  };
  const running = runningOf(passed, waiting, { nowMs: now * minuteMs, ...same });
  expect(running !== undefined).toBe(begins);
});

test('a wave begins with every hour, for it may be that of a digest or the end of a night; not before the first news', () => {
  const nothing = { head: 5, newestMs: 0, firstMs: undefined };
  const now = { nowMs: minuteMs, hour: '2026-11-23T13' };
  expect(runningOf(passed, nothing, now)).toMatchObject({ seq: 5, hour: now.hour });
  expect(runningOf(firstWave, nothing, now)).toBeUndefined();
});

test('who was left is tried again by waves that begin ever later, at most every half an hour', () => {
  let wave = passed;
  let nowMs = 0;
  const pauses: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    wave = ended(wave, { seq: 5, hour: same.hour, sinceMs: nowMs, hasLeft: true }, nowMs);
    const { atMs = 0 } = wave.again ?? {};
    const nothing = { head: 5, newestMs: 0, firstMs: undefined };
    expect(runningOf(wave, nothing, { nowMs: atMs - 1, ...same })).toBeUndefined();
    expect(runningOf(wave, nothing, { nowMs: atMs, ...same })).toBeDefined();
    pauses.push((atMs - nowMs) / minuteMs);
    nowMs = atMs;
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 32, 32]);
  expect(
    ended(wave, { seq: 5, hour: same.hour, sinceMs: nowMs, hasLeft: false }, nowMs).again,
  ).toBeUndefined();
});
