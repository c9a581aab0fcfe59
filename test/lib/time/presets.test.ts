import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPast, latestInstant, occurredDay, occurredMonth } from '../../../lib/time/extent.ts';
import { occurredSchema } from '../../../lib/time/occurred.ts';
import {
  currentMonth,
  earlierToday,
  hourOfDate,
  lastNight,
  occurredNow,
  onDate,
  partOfDate,
  unknownTime,
  withinTheHour,
  yesterday,
} from '../../../lib/time/presets.ts';
import { wallTime } from '../../../lib/time/zone.ts';

const zone = 'Europe/Kyiv';
const now = new Date('2026-05-12T11:20Z');
const anyNow = fc
  .integer({ min: Date.UTC(2022, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 })
  .map(minutes => new Date(minutes * 60_000));

describe('a quick answer', () => {
  it('is valid, past, and starts before it ends, whenever it is pressed', () => {
    fc.assert(
      fc.property(anyNow, instant => {
        for (const answer of [occurredNow, withinTheHour, earlierToday, lastNight, yesterday]) {
          const occurred = occurredSchema.parse(answer(instant, zone));
          expect(isPast(occurred, wallTime(instant, zone))).toBe(true);
          expect((occurred.start ?? '') <= (occurred.end ?? '')).toBe(true);
        }
      }),
    );
  });

  it('gives the night that is just past, by day and after midnight', () => {
    expect(lastNight(now, zone).start).toBe('2026-05-11T22:00');
    expect(lastNight(new Date('2026-05-11T23:00Z'), zone).start).toBe('2026-05-11T22:00');
  });

  it('opens the calendar on the month of the country, not of the machine', () => {
    expect(currentMonth(new Date('2026-05-31T21:30Z'), zone)).toBe('2026-06');
  });
});

describe('the extent of a time', () => {
  it('ends at its last minute, at the later of two where the hour repeats', () => {
    expect(latestInstant(onDate('2026-05-05', zone))?.toISOString()).toBe('2026-05-05T20:59:00.000Z');
    expect(latestInstant(hourOfDate('2026-10-25', 3, zone))?.toISOString()).toBe('2026-10-25T01:59:00.000Z');
    expect(latestInstant(unknownTime(zone, { end: '2022-03-27' }))?.toISOString()).toBe(
      '2022-03-27T20:59:00.000Z',
    );
    expect(latestInstant(unknownTime(zone))).toBeUndefined();
  });

  it('does not reach beyond the receipt of the report', () => {
    expect(latestInstant(onDate('2026-05-12', zone), now)).toEqual(now);
    expect(latestInstant(onDate('2026-05-11', zone), now)?.toISOString()).toBe('2026-05-11T20:59:00.000Z');
  });

  it('counts under a day only what is known to one, and under a month what lies in one', () => {
    const week = { precision: 'week', start: '2026-04-27', end: '2026-05-03', zone } as const;
    const month = { precision: 'month', start: '2026-03-01', end: '2026-03-31', zone } as const;
    expect(occurredDay(hourOfDate('2026-05-05', 3, zone))).toBe('2026-05-05');
    expect(occurredDay(partOfDate('2026-04-30', 'night', zone))).toBe('2026-04-30');
    expect(occurredMonth(partOfDate('2026-04-30', 'night', zone))).toBe('2026-04');
    expect([occurredDay(week), occurredMonth(week)]).toEqual([undefined, undefined]);
    expect([occurredDay(month), occurredMonth(month)]).toEqual([undefined, '2026-03']);
    expect(occurredMonth(unknownTime(zone, { start: '2022-01-01', end: '2022-12-31' }))).toBeUndefined();
    expect(occurredMonth(unknownTime(zone, { end: '2022-03-27' }))).toBeUndefined();
  });
});
