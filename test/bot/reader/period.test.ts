import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodCode, periodIn, periodOf, periodText, readPeriod } from '../../../bot/reader/period.ts';
import { addDays } from '../../../lib/time/date.ts';
import { occurredDay } from '../../../lib/time/extent.ts';
import { anyOccurred } from '../../support/samples/samples.ts';
import { viewIn } from '../../support/screens.ts';

const zone = 'Europe/Kyiv';
const now = new Date('2026-11-23T10:00:00Z');

describe('the period of a summary', () => {
  test('of seven days ends today, on the wall of the country', () => {
    expect(periodOf('week', new Date('2026-11-22T22:30:00Z'), zone)).toEqual({
      from: '2026-11-17',
      to: '2026-11-23',
    });
    expect(periodOf('all', new Date(), zone)).toBeUndefined();
  });

  test('comes back from the button it went into; a forged one is that of 30 days', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('1980-01-01', days));
    fc.assert(
      fc.property(anyDay, fc.nat(5000), (start, days) => {
        const period = periodIn({ precision: 'unknown', start, end: addDays(start, days), zone }, now, zone);
        if (!period) throw new Error('No period');
        expect(readPeriod(periodCode(period))).toEqual(period);
        expect(period.from <= start && addDays(start, days) <= period.to).toBe(true);
      }),
    );
    for (const part of ['week', 'month', 'all'] as const) expect(readPeriod(part)).toBe(part);
    for (const part of [
      undefined,
      '',
      'constructor',
      '2022-13',
      '2022-02-30',
      '2022-03_2022-02',
      '9999-99_x',
    ])
      expect(readPeriod(part)).toBe('month');
  });

  test('counts a time where the tallies count it', () => {
    fc.assert(
      fc.property(anyOccurred, occurred => {
        const day = occurredDay(occurred);
        const period = periodIn(occurred, now, zone);
        if (day && period) expect(period.from <= day && day <= period.to).toBe(true);
      }),
    );
    const night = { start: '2022-03-14T22:00', end: '2022-03-15T05:59', zone } as const;
    expect(periodIn({ precision: 'part_of_day', part: 'night', ...night }, now, zone)).toEqual({
      from: '2022-03-14',
      to: '2022-03-14',
    });
  });

  test('without an end lasts until today, and needs a beginning', () => {
    const since = periodIn({ precision: 'unknown', start: '2026-03-05', zone }, now, zone);
    expect(since).toEqual({ from: '2026-03-05', to: '2026-11-23' });
    expect(periodIn({ precision: 'unknown', end: '2026-11-05', zone }, now, zone)).toBeUndefined();
    expect(periodIn({ precision: 'unknown', start: '2027-11-05', zone }, now, zone)).toBeUndefined();
  });

  test.each([
    ['2022-03', 'uk', 'березень 2022'],
    ['2022-03', 'ru', 'март 2022'],
    ['2022-01_2022-12', 'en', '2022'],
    ['2022-03-14', 'en', '14 March 2022'],
    ['2022-03-01_2022-03-15', 'en', '1–15 March 2022'],
    ['2022-02_2022-03', 'en', '1 February – 31 March 2022'],
    ['week', 'uk', '7 днів'],
  ] as const)('%s is said in %s as "%s"', async (part, locale, text) => {
    expect(periodText(readPeriod(part), await viewIn(locale))).toBe(text);
  });
});
