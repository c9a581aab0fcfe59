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
} from '../../time/date.ts';
import type { Day } from './said.ts';

/** A stretch of the calendar, both ends included; either end may be open. A `night` begins on its date. */
export type Span = Readonly<{
  precision: 'day' | 'night' | 'week' | 'month' | 'unknown';
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

/** Three months, or for a winter named by its year alone both winters that touch it (`which` 0: the one that begins in it). */
const seasonSpans = ({ season = 0, which }: Day, y: number | undefined, today: string): readonly Span[] => {
  const first = season * 3 + 3;
  const span = (from: string): Span => ({
    precision: 'unknown',
    start: firstDay(from),
    end: lastDay(addMonths(from, 2)),
  });
  if (y !== undefined && (season < 3 || which === 0)) return [span(monthKey(y, first))];
  if (y !== undefined)
    return [{ precision: 'unknown', start: firstDay(monthKey(y - 1, 12)), end: lastDay(monthKey(y + 1, 2)) }];
  const here = monthKey(year(today), first);
  const latest = firstDay(here) <= today ? here : addMonths(here, -12);
  const before = span(addMonths(latest, -12));
  if (which === 1) return [span(addMonths(latest, 12))];
  if (which !== -1) return [which === -2 ? before : span(latest)];
  // "минулого літа" in summer is the one before; later in the year it may be either.
  if (lastDay(addMonths(latest, 2)) >= today) return [before];
  return year(latest) === year(today) ? [span(latest), before] : [span(latest)];
};

/** Easter of the Julian calendar, in the Gregorian one (Meeus; 1900–2099). */
const easter = (y: number): string => {
  const moon = (19 * (y % 19) + 15) % 30;
  const sunday = (2 * (y % 4) + 4 * (y % 7) - moon + 34) % 7;
  return addDays(`${y}-03-22`, moon + sunday - 22 + 13 + 22);
};

/** The days of a feast, of the year that is named or else the nearest that is not in the future. */
const holidaySpans = (holiday: string, y: number | undefined, today: string): readonly Span[] =>
  holiday.split('|').flatMap(one => {
    if (/^\d{4}/.test(one)) return [oneDay(one)];
    const isNight = one.startsWith('night-');
    const dateIn = (of: number): string =>
      one.startsWith('easter') ? addDays(easter(of), Number(one.slice(6))) : `${of}-${one.slice(-5)}`;
    const years = y === undefined ? [year(today), year(today) - 1] : [y - (isNight ? 1 : 0)];
    const date = years.map(dateIn).find(found => y !== undefined || found <= today);
    return date ? [{ ...oneDay(date), precision: isNight ? 'night' : 'day' } as const] : [];
  });

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
  if (which === 1) return [inWeek(1)];
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (which === 0) return [oneDay(addDays(today, -back))];
  const before = addDays(today, -(back || 7));
  if (which === -1) return [oneDay(before)];
  if (which === -2) return [oneDay(addDays(before, -7))];
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

/** One day of the calendar that is named twice, and differently ("вчора, 9 травня"), may be either. */
const agreeing = (first: readonly Span[], second: readonly Span[]): readonly Span[] => {
  if (second.length === 0) return first;
  const both = first.filter(({ start }) => second.some(other => other.start === start));
  return both.length > 0 ? both : [...first, ...second];
};

const weekendSpan = ({ which }: Day, today: string): Span => {
  const saturday = addDays(mondayOf(today), 5);
  const past = weekdayOf(today) >= 6 && which !== -1 ? saturday : addDays(saturday, -7);
  const start = which === 1 ? addDays(saturday, 7) : past;
  return { precision: 'week', start, end: addDays(start, 1) };
};

/** Half a month, a week or ten days of it, counted from its first or (-1) its last day. */
const pieceOf = ({ start = '', end = '' }: Span, { of, index }: NonNullable<Day['piece']>): Span => {
  const length = { half: 15, week: 7, decade: 10 }[of];
  if (index < 0) return stretch(addDays(end, 1 - length), end);
  const from = addDays(start, (index - 1) * length);
  if (from > end) return stretch(start, end);
  const to = addDays(from, length - 1);
  const isLast = daysBetween(to, end) < Math.min(length, 3) || (of === 'half' && index === 2);
  return stretch(from, isLast || to > end ? end : to);
};

/** A month without a day: of the year that is named, or the nearest that has begun. */
const monthSpan = (day: Day, m: number, y: number | undefined, today: string): Span => {
  const nearest = m <= month(today) ? year(today) : year(today) - 1;
  const shift = day.which === 1 ? 1 : 0;
  const span = thirdOfMonth(monthKey(y ?? nearest + shift, m), day.third);
  return day.piece ? pieceOf(span, day.piece) : span;
};

/**
 * What a named day may be on the calendar, seen from `today`; the likeliest first, none when the calendar has no such day.
 * What leaves out its year or month is the nearest that is not in the future.
 */
export const spansOf = (day: Day, today: string, monthFirst?: boolean): readonly Span[] => {
  const { monthShift, yearShift, third, season, weekday, shift, holiday } = day;
  const y = day.year ?? (yearShift === undefined ? undefined : year(today) + yearShift);
  const byShift = shift === undefined ? [] : [oneDay(addDays(today, shift))];
  if (day.day !== undefined) {
    const feast = holiday === undefined ? byShift : holidaySpans(holiday, y, today);
    const dates = agreeing(dateSpans(day, day.day, monthFirst, today), feast);
    const isWeekday = weekday === undefined || dates.some(({ start = '' }) => weekdayOf(start) === weekday);
    if (dates.length === 0 || isWeekday)
      return dates.filter(({ start = '' }) => weekday === undefined || weekdayOf(start) === weekday);
    return [...dates, ...weekdaySpans({ weekday }, today)];
  }
  if (holiday !== undefined) return agreeing(holidaySpans(holiday, y, today), byShift);
  if (shift !== undefined)
    return weekday === undefined || weekdayOf(addDays(today, shift)) === weekday
      ? byShift
      : [...byShift, ...weekdaySpans(day, today)];
  if (weekday !== undefined && day.piece && day.month !== undefined) {
    // The nth Sunday of a month lies in the nth seven days of it.
    const { start = '' } = monthSpan(day, day.month, y, today);
    return [oneDay(addDays(start, (weekday - weekdayOf(start) + 7) % 7))];
  }
  if (weekday !== undefined && (day.month ?? monthShift ?? y ?? season) !== undefined) return [];
  if (weekday !== undefined) return weekdaySpans(day, today);
  if (day.month !== undefined) {
    const whole = monthSpan(day, day.month, y, today);
    return day.orDay === undefined
      ? [whole]
      : [whole, ...dateSpans({ month: day.month }, day.orDay, false, today)];
  }
  if (season !== undefined) return seasonSpans(day, y, today);
  if (day.weekend) return [weekendSpan(day, today)];
  if (day.week !== undefined) {
    const start = addDays(mondayOf(today), day.week * 7);
    return [{ precision: 'week', start, end: addDays(start, 6) }];
  }
  if (monthShift !== undefined) return [thirdOfMonth(addMonths(monthOf(today), monthShift), third)];
  return y === undefined ? [] : [thirdOfYear(y, third)];
};
