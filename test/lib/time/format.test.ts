import { describe, expect, it } from 'vitest';
import { formatInstant, formatOccurred, formatPrecision } from '../../../lib/time/format.ts';
import { type Occurred, timePrecisions } from '../../../lib/time/occurred.ts';
import {
  hourOfDate,
  lastNight,
  onDate,
  partOfDate,
  unknownTime,
  withinTheHour,
} from '../../../lib/time/presets.ts';

const zone = 'Europe/Kyiv';
const range = (precision: 'hour', start: string, end: string): Occurred => ({ precision, start, end, zone });
const dates = (precision: 'week' | 'month', start: string, end: string): Occurred => ({
  precision,
  start,
  end,
  zone,
});

const table: readonly (readonly [Occurred, string, string, string])[] = [
  [
    { precision: 'minute', start: '2026-03-14T15:40', end: '2026-03-14T15:40', zone },
    '14 березня 2026, 15:40',
    '14 March 2026, 15:40',
    '14 марта 2026, 15:40',
  ],
  [
    hourOfDate('2026-03-14', 15, zone),
    '14 березня 2026, близько 15-ї години',
    '14 March 2026, about 3 pm',
    '14 марта 2026, около 15 часов',
  ],
  [
    hourOfDate('2026-03-14', 3, zone),
    '14 березня 2026, близько 3-ї години ночі',
    '14 March 2026, about 3 am',
    '14 марта 2026, около 3 часов ночи',
  ],
  [
    hourOfDate('2026-03-14', 0, zone),
    'ніч з 13 на 14 березня 2026, близько опівночі',
    'night from 13 to 14 March 2026, about midnight',
    'ночь с 13 на 14 марта 2026, около полуночи',
  ],
  [
    range('hour', '2026-03-14T15:10', '2026-03-14T16:10'),
    '14 березня 2026, близько 15:40',
    '14 March 2026, about 15:40',
    '14 марта 2026, около 15:40',
  ],
  [
    range('hour', '2026-03-14T03:00', '2026-03-14T04:00'),
    '14 березня 2026, між 03:00 і 04:00',
    '14 March 2026, between 03:00 and 04:00',
    '14 марта 2026, между 03:00 и 04:00',
  ],
  [
    range('hour', '2026-03-14T22:00', '2026-03-15T01:00'),
    'ніч з 14 на 15 березня 2026, між 22:00 і 01:00',
    'night from 14 to 15 March 2026, between 22:00 and 01:00',
    'ночь с 14 на 15 марта 2026, между 22:00 и 01:00',
  ],
  [
    partOfDate('2026-12-31', 'night', zone),
    'ніч з 31 грудня 2026 на 1 січня 2027',
    'night from 31 December 2026 to 1 January 2027',
    'ночь с 31 декабря 2026 на 1 января 2027',
  ],
  [
    partOfDate('2026-05-04', 'evening', zone),
    '4 травня 2026, ввечері',
    '4 May 2026, in the evening',
    '4 мая 2026, вечером',
  ],
  [onDate('2026-05-04', zone), '4 травня 2026', '4 May 2026', '4 мая 2026'],
  [dates('week', '2026-05-04', '2026-05-10'), '4–10 травня 2026', '4–10 May 2026', '4–10 мая 2026'],
  [
    dates('week', '2026-04-27', '2026-05-03'),
    '27 квітня – 3 травня 2026',
    '27 April – 3 May 2026',
    '27 апреля – 3 мая 2026',
  ],
  [dates('month', '2026-03-01', '2026-03-31'), 'березень 2026', 'March 2026', 'март 2026'],
  [
    unknownTime(zone, { end: '2022-03-27' }),
    'точний час невідомий, не пізніше 27 березня 2022',
    'exact time unknown, not after 27 March 2022',
    'точное время неизвестно, не позднее 27 марта 2022',
  ],
  [
    unknownTime(zone, { start: '2022-01-01', end: '2022-12-31' }),
    'точний час невідомий, 2022 рік',
    'exact time unknown, 2022',
    'точное время неизвестно, 2022 год',
  ],
  [unknownTime(zone), 'час невідомий', 'time unknown', 'время неизвестно'],
];

describe('a time in words', () => {
  it('says as much as is known and no more, in three languages', () => {
    for (const [occurred, uk, en, ru] of table) {
      expect((['uk', 'en', 'ru'] as const).map(locale => formatOccurred(occurred, locale))).toEqual([
        uk,
        en,
        ru,
      ]);
    }
  });

  it('never shows an hour for what is known to a day or less', () => {
    const clock = /\d:\d|\d-ї|\b(am|pm|noon|год|час(ов|а))\b/u;
    for (const [occurred, ...texts] of table) {
      if (['day', 'week', 'month', 'unknown', 'part_of_day'].includes(occurred.precision)) {
        for (const text of texts) expect(text).not.toMatch(clock);
      }
    }
  });

  it('tells the quick answers by their bounds', () => {
    const now = new Date('2026-05-12T11:20Z');
    expect(formatOccurred(withinTheHour(now, zone), 'uk')).toBe('12 травня 2026, між 13:21 і 14:20');
    expect(formatOccurred(lastNight(now, zone), 'uk')).toBe('ніч з 11 на 12 травня 2026');
  });

  it('has a name for every precision, and names an unknown hour as unknown', () => {
    for (const precision of timePrecisions) {
      for (const locale of ['uk', 'en', 'ru'] as const)
        expect(formatPrecision(precision, locale)).not.toBe('');
    }
    expect((['uk', 'en', 'ru'] as const).map(locale => formatPrecision('day', locale))).toEqual([
      'година невідома',
      'hour unknown',
      'время неизвестно',
    ]);
  });

  it('puts an instant on the wall of the country', () => {
    expect(formatInstant('2026-03-29T00:59:00Z', zone, 'uk')).toBe('29 березня 2026, 02:59');
    expect(formatInstant('2026-03-29T01:00:00Z', zone, 'en')).toBe('29 March 2026, 04:00');
  });
});
