import type { Locale } from '../locale.ts';
import { wordings } from '../wording/index.ts';
import type { TimeWording } from '../wording/wording.ts';
import { monthTitle } from './calendar.ts';
import { addDays, addMinutes, firstDay, lastDay, monthOf } from './date.ts';
import type { Occurred, TimePrecision } from './occurred.ts';
import { wallTime } from './zone.ts';

type DateParts = Readonly<{ day?: boolean; month?: boolean; year?: boolean }>;

/** "14 березня 2026", or less of it. Intl adds "р." and "г." after the year, which a sentence does not need. */
const formatDate = (
  date: string,
  { tag }: TimeWording,
  { day = true, month = true, year = true }: DateParts = {},
): string =>
  new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    day: day ? 'numeric' : undefined,
    month: month ? 'long' : undefined,
    year: year ? 'numeric' : undefined,
  })
    .format(new Date(`${date}T00:00Z`))
    .replace(/\s*[рг]\.$/u, '');

/** The first date of a pair, without the parts that the second repeats: "30 квітня", "4", "31 грудня 2025". */
const formatFirst = (from: string, to: string, wording: TimeWording): string =>
  formatDate(from, wording, {
    month: monthOf(from) !== monthOf(to),
    year: from.slice(0, 4) !== to.slice(0, 4),
  });

const formatDays = (from: string, to: string, wording: TimeWording): string => {
  if (from === to) return formatDate(to, wording);
  const dash = monthOf(from) === monthOf(to) ? '–' : ' – ';
  return `${formatFirst(from, to, wording)}${dash}${formatDate(to, wording)}`;
};

const date = (wall: string): string => wall.slice(0, 10);
const time = (wall: string): string => wall.slice(11);

/** The date, or the night that leads from one date to the next. */
const formatDayOrNight = (from: string, to: string, wording: TimeWording): string =>
  from === to
    ? formatDate(to, wording)
    : wording.night(formatFirst(from, to, wording), formatDate(to, wording));

const formatHour = (start: string, end: string, wording: TimeWording): string => {
  if (start.endsWith(':00') && end === addMinutes(start, 59)) {
    const hour = Number(start.slice(11, 13));
    // "27 November, about midnight" could be either end of that day.
    const day =
      hour === 0
        ? formatDayOrNight(addDays(date(start), -1), date(start), wording)
        : formatDate(date(start), wording);
    return `${day}, ${wording.aboutHour(hour)}`;
  }
  const middle = addMinutes(start, 30);
  if (end === addMinutes(start, 60) && date(start) === date(end) && !start.endsWith(':00')) {
    return `${formatDate(date(middle), wording)}, ${wording.aboutMinute(time(middle))}`;
  }
  const between = wording.between(time(start), time(end));
  return `${formatDayOrNight(date(start), date(end), wording)}, ${between}`;
};

const formatBounds = (
  start: string | undefined,
  end: string | undefined,
  wording: TimeWording,
): string | undefined => {
  if (start === undefined) return end && wording.notAfter(formatDate(end, wording));
  if (end === undefined) return wording.notBefore(formatDate(start, wording));
  const year = start.slice(0, 4);
  return start === `${year}-01-01` && end === `${year}-12-31`
    ? wording.year(year)
    : wording.between(formatDate(start, wording), formatDate(end, wording));
};

/**
 * When it happened, in words, never more exact than it is known: "14 березня 2026, 15:40", "ніч з 4 на 5 травня 2026",
 * "березень 2026", "точний час невідомий, не пізніше 27 березня 2022". In the wall time of `occurred.zone`; plain text.
 */
export const formatOccurred = (occurred: Occurred, locale: Locale): string => {
  const wording = wordings[locale].time;
  switch (occurred.precision) {
    case 'minute':
      return occurred.start === occurred.end
        ? `${formatDate(date(occurred.start), wording)}, ${time(occurred.start)}`
        : formatHour(occurred.start, occurred.end, wording);
    case 'hour':
      return formatHour(occurred.start, occurred.end, wording);
    case 'part_of_day': {
      const from = date(occurred.start);
      const to = date(occurred.end);
      const day = formatDayOrNight(from, to, wording);
      if (from !== to) return day;
      return `${day}, ${occurred.part === 'night' ? wording.afterMidnight : wording.parts[occurred.part]}`;
    }
    case 'month': {
      const month = monthOf(occurred.start);
      return occurred.start === firstDay(month) && occurred.end === lastDay(month)
        ? monthTitle(month, locale)
        : formatDays(occurred.start, occurred.end, wording);
    }
    case 'day':
    case 'week':
      return formatDays(occurred.start, occurred.end, wording);
    case 'unknown': {
      const bounds = formatBounds(occurred.start, occurred.end, wording);
      return bounds === undefined ? wording.unknown : `${wording.exactUnknown}, ${bounds}`;
    }
  }
};

/** How exact a time is, in brackets after it: "to the hour", or what of it is unknown. */
export const formatPrecision = (precision: TimePrecision, locale: Locale): string =>
  wordings[locale].time.precisions[precision];

/** An instant (ISO 8601) in the wall time of a zone: "14 березня 2026, 15:40". For decisions and publications. */
export const formatInstant = (iso: string, zone: string, locale: Locale): string => {
  const wall = wallTime(new Date(iso), zone);
  return `${formatDate(date(wall), wordings[locale].time)}, ${time(wall)}`;
};
