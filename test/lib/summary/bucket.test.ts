import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bucket,
  bucketsOf,
  coverOf,
  farthest,
  holdsSpan,
  spansAround,
} from '../../../lib/summary/bucket.ts';
import { addDays } from '../../../lib/time/date.ts';
import type { Occurred } from '../../../lib/time/occurred.ts';

const zone = 'Europe/Kyiv';
const anyDay = fc.integer({ min: 0, max: 1500 }).map(days => addDays('2021-06-01', days));
const anyLength = fc.oneof(fc.nat(10), fc.constantFrom(27, 28, 29, 30, 364, 365), fc.nat(900));
const anyPeriod = fc
  .tuple(fc.oneof(anyDay, fc.constantFrom('2022-01-01', '2022-03-01', '2023-12-31')), anyLength)
  .map(([from, days]) => ({ from, to: addDays(from, days) }));
const anyTime: fc.Arbitrary<Occurred> = fc.oneof(
  anyDay.map(start => ({ precision: 'day' as const, start, end: start, zone })),
  anyPeriod.map(({ from, to }) => ({ precision: 'unknown' as const, start: from, end: to, zone })),
  anyDay.map(end => ({ precision: 'unknown' as const, end, zone })),
  anyDay.map(start => ({ precision: 'unknown' as const, start, zone })),
  fc.constant({ precision: 'unknown' as const, zone }),
);

/** How often a period counts something, surely and perhaps, as the store reads the buckets. */
const countsOf = (period: Readonly<{ from: string; to: string }>, buckets: readonly Bucket[]) => {
  const inRanges = (isUntil: boolean, to: string): number =>
    coverOf({ from: period.from, to }, isUntil).flatMap(range => {
      const prefix = isUntil ? `UNTIL-${range.level}#` : `${range.level}#`;
      return buckets.filter(one => one >= prefix + range.from && one <= prefix + range.to);
    }).length;
  const spans = buckets.filter(bucket => spansAround(period).some(home => bucket.startsWith(home)));
  const held = (how: string) => spans.filter(span => holdsSpan(period, span) === how).length;
  return {
    surely: inRanges(false, period.to) + held('surely'),
    perhaps: inRanges(true, farthest) + held('perhaps'),
  };
};

describe('the buckets of a period', () => {
  test('count what it surely holds once, what it may hold once beside, and nothing else', () => {
    fc.assert(
      fc.property(anyPeriod, anyTime, (period, occurred) => {
        const { start = '0000-01-01', end = '9999-12-31' } = occurred;
        const isSure = start >= period.from && end <= period.to;
        const isPossible = start <= period.to && end >= period.from;
        expect(countsOf(period, bucketsOf(occurred))).toEqual({
          surely: isSure ? 1 : 0,
          perhaps: !isSure && isPossible ? 1 : 0,
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('are as few for ten years as for a month: whole years, whole months and days', () => {
    fc.assert(
      fc.property(anyPeriod, period => {
        expect(coverOf(period).length).toBeLessThanOrEqual(5);
        expect(spansAround(period).length).toBeLessThanOrEqual(5);
      }),
    );
    const ranges = ({ from, to }: Readonly<{ from: string; to: string }>) =>
      coverOf({ from, to }).map(({ level, from: first, to: last }) => `${level} ${first} ${last}`);
    expect(ranges({ from: '2022-01-01', to: '2031-12-31' })).toEqual(['YEAR 2022 2031']);
    expect(ranges({ from: '2022-11-24', to: '2026-03-15' })).toEqual([
      'DAY 2022-11-24 2022-11-30',
      'MONTH 2022-12 2022-12',
      'YEAR 2023 2025',
      'MONTH 2026-01 2026-02',
      'DAY 2026-03-01 2026-03-15',
    ]);
  });
});
