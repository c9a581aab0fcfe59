import type { Locale } from '../locale.ts';
import { addDays, addMonths, firstDay, lastDay, mondayOf, monthOf } from './date.ts';

/** A day on a calendar page. Cells outside the month are undefined. */
type CalendarDay = Readonly<{ date: string; isFuture: boolean }>;

/**
 * A page of the calendar. It follows from `month` and `today` alone, so a button only has to carry a month (`2026-03`) or
 * a date.
 */
type CalendarMonth = Readonly<{
  /** `YYYY-MM` */
  month: string;
  /** "березень 2026" */
  title: string;
  /** Monday first: "пн", "вт" … */
  weekdays: readonly string[];
  /** Rows of seven, Monday first. */
  weeks: readonly (readonly (CalendarDay | undefined)[])[];
  previous: string;
  /** Undefined when the next month has not begun. */
  next: string | undefined;
}>;

const format = (locale: Locale, options: Intl.DateTimeFormatOptions, date: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00Z`),
  );

/** "березень 2026", without the "р." and "г." for "year" that Intl adds. */
export const monthTitle = (month: string, locale: Locale): string =>
  `${format(locale, { month: 'long' }, firstDay(month))} ${Number(month.slice(0, 4))}`;

/** The page of a month (`YYYY-MM`) as it is on the date `today`. */
export const calendarMonth = (month: string, today: string, locale: Locale): CalendarMonth => {
  const first = firstDay(month);
  const last = lastDay(month);
  const weeks: (CalendarDay | undefined)[][] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const date = addDays(monday, index);
        if (monthOf(date) !== month) return undefined;
        return { date, isFuture: date > today };
      }),
    );
  }
  const next = addMonths(month, 1);
  const monday = mondayOf(first);
  return {
    month,
    title: monthTitle(month, locale),
    weekdays: Array.from({ length: 7 }, (_, index) =>
      format(locale, { weekday: 'short' }, addDays(monday, index)),
    ),
    weeks,
    previous: addMonths(month, -1),
    next: next <= monthOf(today) ? next : undefined,
  };
};
