import {
  addDays,
  addMonths,
  daysBetween,
  firstDay,
  lastDay,
  makeDate,
  mondayOf,
  monthOf,
  weekdayOf,
} from '../date.ts';
import type { Day } from './said.ts';

/** A stretch of the calendar, both ends included; either end may be open. */
export type Span = Readonly<{
  precision: 'day' | 'week' | 'month' | 'unknown';
  start?: string;
  end?: string;
}>;

export const oneDay = (date: string): Span => ({ precision: 'day', start: date, end: date });

/** From one date to another: as exact as it is long. */
export const stretch = (start: string, end: string): Span => {
  const days = daysBetween(start, end) + 1;
  return { precision: precisionOf(days), start, end };
};

const precisionOf = (days: number): Span['precision'] => {
  if (days <= 1) return 'day';
  if (days <= 7) return 'week';
  return days <= 31 ? 'month' : 'unknown';
};

const year = (date: string): number => Number(date.slice(0, 4));
const month = (date: string): number => Number(date.slice(5, 7));
const monthKey = (y: number, m: number): string =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;

const thirdOfMonth = (key: string, third: 0 | 1 | 2 | undefined): Span => {
  const first = firstDay(key);
  const bounds = [
    [first, addDays(first, 9)],
    [addDays(first, 10), addDays(first, 19)],
    [addDays(first, 20), lastDay(key)],
  ] as const;
  const [start, end] = third === undefined ? [first, lastDay(key)] : bounds[third];
  return { precision: 'month', start, end };
};

const thirdOfYear = (y: number, third: 0 | 1 | 2 | undefined): Span => {
  const [from, to] =
    third === undefined
      ? [1, 12]
      : (
          [
            [1, 4],
            [5, 8],
            [9, 12],
          ] as const
        )[third];
  return { precision: 'unknown', start: firstDay(monthKey(y, from)), end: lastDay(monthKey(y, to)) };
};

/** Three months, or for a winter named by its year alone both winters that touch it. */
const seasonSpans = ({ season = 0, which }: Day, y: number | undefined, today: string): readonly Span[] => {
  const first = season * 3 + 3;
  const span = (from: string): Span => ({
    precision: 'unknown',
    start: firstDay(from),
    end: lastDay(addMonths(from, 2)),
  });
  if (y === undefined) {
    const here = monthKey(year(today), first);
    const latest = firstDay(here) <= today ? here : addMonths(here, -12);
    const before = addMonths(latest, -12);
    if (which !== 'last') return [span(latest)];
    // "минулого літа" in summer is the one before; later in the year it may be either.
    if (lastDay(addMonths(latest, 2)) >= today) return [span(before)];
    return year(latest) === year(today) ? [span(latest), span(before)] : [span(latest)];
  }
  if (season < 3) return [span(monthKey(y, first))];
  return [{ precision: 'unknown', start: firstDay(monthKey(y - 1, 12)), end: lastDay(monthKey(y + 1, 2)) }];
};

/** A day and month without a year: the nearest one that is not in the future (up to eight years back, for 29 February). */
const nearestYear = (m: number, d: number, today: string): string | undefined =>
  Array.from({ length: 9 }, (_, back) => makeDate(year(today) - back, m, d)).find(
    date => date !== undefined && date <= today,
  );

/** A day of a month without the month: the nearest one that is not in the future. */
const nearestMonth = (d: number, today: string): string | undefined =>
  Array.from({ length: 4 }, (_, back) => addMonths(monthOf(today), -back))
    .map(key => makeDate(year(key), month(key), d))
    .find(date => date !== undefined && date <= today);

const weekdaySpans = ({ weekday = 1, which, week }: Day, today: string): readonly Span[] => {
  const inWeek = (shift: number): Span => oneDay(addDays(mondayOf(today), shift * 7 + weekday - 1));
  if (week !== undefined) return [inWeek(week)];
  if (which === 'next') return [inWeek(1)];
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (which === 'this') return [oneDay(addDays(today, -back))];
  const before = addDays(today, -(back || 7));
  if (which === 'last') return [oneDay(before)];
  if (which === 'before_last') return [oneDay(addDays(before, -7))];
  return back === 0 ? [oneDay(today), oneDay(before)] : [oneDay(before)];
};

const exactDate = (day: Day, d: number, m: number, today: string): string | undefined => {
  const y = day.year ?? (day.yearShift === undefined ? undefined : year(today) + day.yearShift);
  return y === undefined ? nearestYear(m, d, today) : makeDate(y, m, d);
};

const dateSpans = (day: Day, d: number, monthFirst: boolean | undefined, today: string): readonly Span[] => {
  const m = day.month;
  if (m === undefined) {
    if (day.monthShift !== undefined) {
      const key = addMonths(monthOf(today), day.monthShift);
      const date = makeDate(year(key), month(key), d);
      return date ? [oneDay(date)] : [];
    }
    const date = nearestMonth(d, today);
    return date ? [oneDay(date)] : [];
  }
  const dayFirst = exactDate(day, d, m, today);
  const swapped = day.either ? exactDate(day, m, d, today) : undefined;
  const order = monthFirst ? [swapped] : [dayFirst, swapped];
  const possible = !day.either || monthFirst === false ? [dayFirst] : order;
  return possible.filter(date => date !== undefined).map(oneDay);
};

/**
 * What a named day may be on the calendar, seen from `today`; the likeliest first, none when the calendar has no such day.
 * What leaves out its year or month is the nearest that is not in the future.
 */
export const spansOf = (day: Day, today: string, monthFirst?: boolean): readonly Span[] => {
  const { monthShift, yearShift, third, season } = day;
  if (day.day !== undefined) {
    const spans = dateSpans(day, day.day, monthFirst, today);
    const { weekday } = day;
    const disagrees = weekday !== undefined && spans.every(({ start = '' }) => weekdayOf(start) !== weekday);
    return disagrees ? [...spans, ...weekdaySpans({ weekday }, today)] : spans;
  }
  if (day.shift !== undefined) return [oneDay(addDays(today, day.shift))];
  if (day.weekday !== undefined) return weekdaySpans(day, today);
  const y = day.year ?? (yearShift === undefined ? undefined : year(today) + yearShift);
  if (day.month !== undefined) {
    const nearest = day.month <= month(today) ? year(today) : year(today) - 1;
    return [thirdOfMonth(monthKey(y ?? nearest, day.month), third)];
  }
  if (season !== undefined) return seasonSpans(day, y, today);
  if (day.weekend) {
    const saturday = addDays(mondayOf(today), 5);
    const past = day.which === 'this' || weekdayOf(today) >= 6 ? saturday : addDays(saturday, -7);
    const start = day.which === 'next' ? addDays(saturday, 7) : past;
    return [{ precision: 'week', start, end: addDays(start, 1) }];
  }
  if (day.week !== undefined) {
    const start = addDays(mondayOf(today), day.week * 7);
    return [{ precision: 'week', start, end: addDays(start, 6) }];
  }
  if (monthShift !== undefined) return [thirdOfMonth(addMonths(monthOf(today), monthShift), third)];
  return y === undefined ? [] : [thirdOfYear(y, third)];
};
