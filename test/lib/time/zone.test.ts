import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '../../../lib/time/date.ts';
import { instantsOf, isSkipped, toInstant, wallTime } from '../../../lib/time/zone.ts';

/** Zones whose clocks change by an hour, by half an hour, on the other hemisphere, at midnight, and never. */
const anyZone = fc.constantFrom(
  'Europe/Kyiv',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'UTC',
);
const anyInstant = fc
  .integer({ min: Date.UTC(2010, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 })
  .map(minutes => new Date(minutes * 60_000));

describe('wall time', () => {
  it('leads back to its instant in every zone', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const times = instantsOf(wallTime(instant, zone), zone).map(found => found.getTime());
        expect(times).toContain(instant.getTime());
      }),
    );
  });

  it('is shown by at most two instants, the earlier first', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const wall = wallTime(instant, zone);
        const times = instantsOf(wall, zone).map(found => found.getTime());
        expect(times.length).toBeLessThanOrEqual(2);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(toInstant(wall, zone, 'earlier').getTime()).toBe(times[0]);
        expect(toInstant(wall, zone, 'later').getTime()).toBe(times.at(-1));
      }),
    );
  });

  it('has two instants in the hour that Kyiv repeats', () => {
    expect(instantsOf('2026-10-25T03:30', 'Europe/Kyiv').map(instant => instant.toISOString())).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });

  it('has none in the hour that Kyiv skips, and the nearest lie an hour away', () => {
    expect(isSkipped('2026-03-29T03:30', 'Europe/Kyiv')).toBe(true);
    const moved = (choice: 'earlier' | 'later'): string =>
      wallTime(toInstant('2026-03-29T03:30', 'Europe/Kyiv', choice), 'Europe/Kyiv');
    expect([moved('earlier'), moved('later')]).toEqual(['2026-03-29T02:30', '2026-03-29T04:30']);
    expect(isSkipped('2026-03-29T02:59', 'Europe/Kyiv')).toBe(false);
    expect(isSkipped('2026-03-29T04:00', 'Europe/Kyiv')).toBe(false);
  });

  it('skips exactly the length of the gap in a year', () => {
    let skipped = 0;
    for (let wall = '2026-03-28T00:00'; wall < '2026-03-30T00:00'; wall = addMinutes(wall, 1)) {
      if (isSkipped(wall, 'Europe/Kyiv')) skipped++;
    }
    expect(skipped).toBe(60);
  });
});
