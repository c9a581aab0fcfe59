import { addDays, addMinutes, monthOf, wallAt } from './date.ts';
import { partBounds } from './day-part.ts';
import type { DayPart, Occurred } from './occurred.ts';
import { wallTime } from './zone.ts';

/** Times as buttons answer them. `now` is the instant of the press, `zone` the country's. */

const today = (now: Date, zone: string): string => wallTime(now, zone).slice(0, 10);

/** This minute. */
export const occurredNow = (now: Date, zone: string): Occurred => {
  const wall = wallTime(now, zone);
  return { precision: 'minute', start: wall, end: wall, zone };
};

/** Some time in the last 60 minutes. */
export const withinTheHour = (now: Date, zone: string): Occurred => {
  const end = wallTime(now, zone);
  return { precision: 'hour', start: addMinutes(end, -59), end, zone };
};

/** On a date (`YYYY-MM-DD`), at an unknown hour. */
export const onDate = (date: string, zone: string): Occurred => ({
  precision: 'day',
  start: date,
  end: date,
  zone,
});

/** Today, at an unknown hour. */
export const earlierToday = (now: Date, zone: string): Occurred => onDate(today(now, zone), zone);

export const yesterday = (now: Date, zone: string): Occurred => onDate(addDays(today(now, zone), -1), zone);

/** A part of a date; the night is the one that **begins** on it. */
export const partOfDate = (date: string, part: DayPart, zone: string): Occurred => ({
  precision: 'part_of_day',
  part,
  ...partBounds(date, part),
  zone,
});

/** The night from yesterday to today, which after midnight is still going on. */
export const lastNight = (now: Date, zone: string): Occurred =>
  partOfDate(addDays(today(now, zone), -1), 'night', zone);

/** The whole hour from `hour` (0–23) of a date. */
export const hourOfDate = (date: string, hour: number, zone: string): Occurred => ({
  precision: 'hour',
  start: wallAt(date, hour),
  end: wallAt(date, hour, 59),
  zone,
});

/** An unknown time; `bounds` are dates, both inclusive, either of which may be missing. */
export const unknownTime = (
  zone: string,
  bounds: Readonly<{ start?: string; end?: string }> = {},
): Occurred => ({
  precision: 'unknown',
  ...bounds,
  zone,
});

/** The month (`YYYY-MM`) on which a calendar opens. */
export const currentMonth = (now: Date, zone: string): string => monthOf(today(now, zone));
