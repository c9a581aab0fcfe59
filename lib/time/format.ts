import type { Locale } from '../locale.ts';
import { monthTitle } from './calendar.ts';
import { addDays, addMinutes, firstDay, lastDay, monthOf } from './date.ts';
import type { DayPart, Occurred, TimePrecision } from './occurred.ts';
import { wallTime } from './zone.ts';

type Wording = Readonly<{
  tag: string;
  parts: Readonly<Record<DayPart, string>>;
  afterMidnight: string;
  night: (from: string, to: string) => string;
  /** About a whole hour of the clock, 0–23. */
  aboutHour: (hour: number) => string;
  aboutMinute: (time: string) => string;
  between: (from: string, to: string) => string;
  unknown: string;
  exactUnknown: string;
  notAfter: (date: string) => string;
  notBefore: (date: string) => string;
  year: (year: string) => string;
  precisions: Readonly<Record<TimePrecision, string>>;
}>;

/** Hours before noon are named with their part of the day, because a dial has them twice; the later ones count to 23. */
const hourUk = (hour: number): string => {
  if (hour === 0) return 'опівночі';
  if (hour > 11) return `${hour}-ї години`;
  return `${hour}-ї години ${hour > 3 ? 'ранку' : 'ночі'}`;
};
const hourRu = (hour: number): string => {
  if (hour === 0) return 'полуночи';
  const hours = `${hour} ${hour % 10 === 1 && hour !== 11 ? 'часа' : 'часов'}`;
  if (hour > 11) return hours;
  return `${hours} ${hour > 3 ? 'утра' : 'ночи'}`;
};
const hourEn = (hour: number): string => {
  if (hour === 0) return 'midnight';
  if (hour === 12) return 'noon';
  return hour < 12 ? `${hour} am` : `${hour - 12} pm`;
};

const wordings: Readonly<Record<Locale, Wording>> = {
  uk: {
    tag: 'uk',
    parts: { night: 'вночі', morning: 'вранці', day: 'вдень', evening: 'ввечері' },
    afterMidnight: 'після опівночі',
    night: (from, to) => `ніч з ${from} на ${to}`,
    aboutHour: hour => `близько ${hourUk(hour)}`,
    aboutMinute: time => `близько ${time}`,
    between: (from, to) => `між ${from} і ${to}`,
    unknown: 'час невідомий',
    exactUnknown: 'точний час невідомий',
    notAfter: date => `не пізніше ${date}`,
    notBefore: date => `не раніше ${date}`,
    year: year => `${year} рік`,
    precisions: {
      minute: 'точно до хвилини',
      hour: 'точно до години',
      part_of_day: 'точно до частини доби',
      day: 'година невідома',
      week: 'точний день невідомий',
      month: 'день невідомий',
      unknown: 'точний час невідомий',
    },
  },
  en: {
    tag: 'en-GB',
    parts: { night: 'at night', morning: 'in the morning', day: 'in the daytime', evening: 'in the evening' },
    afterMidnight: 'after midnight',
    night: (from, to) => `night from ${from} to ${to}`,
    aboutHour: hour => `about ${hourEn(hour)}`,
    aboutMinute: time => `about ${time}`,
    between: (from, to) => `between ${from} and ${to}`,
    unknown: 'time unknown',
    exactUnknown: 'exact time unknown',
    notAfter: date => `not after ${date}`,
    notBefore: date => `not before ${date}`,
    year: year => year,
    precisions: {
      minute: 'to the minute',
      hour: 'to the hour',
      part_of_day: 'to the part of the day',
      day: 'hour unknown',
      week: 'exact day unknown',
      month: 'day unknown',
      unknown: 'exact time unknown',
    },
  },
  ru: {
    tag: 'ru',
    parts: { night: 'ночью', morning: 'утром', day: 'днём', evening: 'вечером' },
    afterMidnight: 'после полуночи',
    night: (from, to) => `ночь с ${from} на ${to}`,
    aboutHour: hour => `около ${hourRu(hour)}`,
    aboutMinute: time => `около ${time}`,
    between: (from, to) => `между ${from} и ${to}`,
    unknown: 'время неизвестно',
    exactUnknown: 'точное время неизвестно',
    notAfter: date => `не позднее ${date}`,
    notBefore: date => `не ранее ${date}`,
    year: year => `${year} год`,
    precisions: {
      minute: 'точно до минуты',
      hour: 'точно до часа',
      part_of_day: 'точно до части суток',
      day: 'время неизвестно',
      week: 'точный день неизвестен',
      month: 'день неизвестен',
      unknown: 'точное время неизвестно',
    },
  },
};

type DateParts = Readonly<{ day?: boolean; month?: boolean; year?: boolean }>;

/** "14 березня 2026", or less of it. Intl adds "р." and "г." after the year, which a sentence does not need. */
const formatDate = (
  date: string,
  { tag }: Wording,
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
const formatFirst = (from: string, to: string, wording: Wording): string =>
  formatDate(from, wording, {
    month: monthOf(from) !== monthOf(to),
    year: from.slice(0, 4) !== to.slice(0, 4),
  });

const formatDays = (from: string, to: string, wording: Wording): string => {
  if (from === to) return formatDate(to, wording);
  const dash = monthOf(from) === monthOf(to) ? '–' : ' – ';
  return `${formatFirst(from, to, wording)}${dash}${formatDate(to, wording)}`;
};

const date = (wall: string): string => wall.slice(0, 10);
const time = (wall: string): string => wall.slice(11);

/** The date, or the night that leads from one date to the next. */
const formatDayOrNight = (from: string, to: string, wording: Wording): string =>
  from === to
    ? formatDate(to, wording)
    : wording.night(formatFirst(from, to, wording), formatDate(to, wording));

const formatHour = (start: string, end: string, wording: Wording): string => {
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
  wording: Wording,
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
  const wording = wordings[locale];
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
  wordings[locale].precisions[precision];

/** An instant (ISO 8601) in the wall time of a zone: "14 березня 2026, 15:40". For decisions and publications. */
export const formatInstant = (iso: string, zone: string, locale: Locale): string => {
  const wall = wallTime(new Date(iso), zone);
  return `${formatDate(date(wall), wordings[locale])}, ${time(wall)}`;
};
