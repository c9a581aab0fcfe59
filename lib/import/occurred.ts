import { addDays, daysBetween, firstDay, lastDay, makeDate, mondayOf } from '../time/date.ts';
import type { Occurred } from '../time/occurred.ts';
import { toInstant, wallTime } from '../time/zone.ts';
import { type Mapping, timePrecisions } from './mapping.ts';
import { type Findings, quoted } from './problem.ts';
import { type Row, readText } from './row.ts';

/** What a date says: from its first day to its last, and the wall minute where it has one, in the country's zone. */
type Told = Readonly<{ start: string; end: string; minute?: string | undefined }>;

type Precision = (typeof timePrecisions)[number];

/** Nothing that is reported happened before. */
const earliest = '1900-01-01';

/** What a date is read by. `zone` is the country's, `today` a date in it. */
export type Dating = Readonly<{ zone: string; today: string }>;

/** When it happened, never more exactly than the row says; undefined, with a problem, when that cannot be. */
export const readOccurred = (
  row: Row,
  mapping: Mapping,
  { zone, today }: Dating,
  { refuse }: Findings,
): Occurred | undefined => {
  const texts = {
    date: readText(row, mapping.occurred.date),
    to: readText(row, mapping.occurred.to),
    notAfter: readText(row, mapping.occurred.notAfter),
  };
  const told: Partial<Record<keyof typeof texts, Told>> = {};
  for (const [name, text] of Object.entries(texts) as [keyof typeof texts, string | undefined][]) {
    if (text === undefined) continue;
    const date = readDate(text, mapping, zone);
    if (typeof date === 'string') return refuse('date', 'occurred', `${quoted(text)} ${date}`);
    if (date.start > today) return refuse('date', 'occurred', `${quoted(text)} is after today`);
    if (date.start < earliest) return refuse('date', 'occurred', `${quoted(text)} is before 1900`);
    told[name] = date;
  }
  const stated = readText(row, mapping.occurred.precision);
  const precision = stated?.trim().toLowerCase().replaceAll(' ', '_') as Precision | undefined;
  if (precision !== undefined && !timePrecisions.includes(precision))
    return refuse(
      'code',
      'occurred.precision',
      `${quoted(stated ?? '')} is none of ${timePrecisions.join(', ')}`,
    );
  const { date, to, notAfter } = told;
  if (date && to && to.end < date.start)
    return refuse('date', 'occurred', `it ends on ${to.end}, before it begins on ${date.start}`);
  if (date && notAfter && notAfter.end < date.start)
    return refuse('date', 'occurred', `it is not after ${notAfter.end}, and begins on ${date.start}`);
  if (date && precision !== 'not_after')
    return within(timed(row, mapping, date, to, zone), precision, to, zone, today);
  const end = notAfter?.end ?? date?.end;
  return { precision: 'unknown', end: end !== undefined && end > today ? today : end, zone };
};

/** A date with the hour of another column, where there is one and the date is one day. */
const timed = (row: Row, mapping: Mapping, date: Told, to: Told | undefined, zone: string): Told => {
  const text = readText(row, mapping.occurred.time);
  const [, hour, minute] = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(text ?? '') ?? [];
  if (hour === undefined || minute === undefined || date.start !== date.end || to) return date;
  const read = readDate(`${date.start}T${hour.padStart(2, '0')}:${minute}`, mapping, zone);
  return typeof read === 'string' ? date : read;
};

/** A time as exact as both the date and what is said of it. */
const within = (
  { start, end: last, minute }: Told,
  precision: Precision | undefined,
  to: Told | undefined,
  zone: string,
  today: string,
): Occurred => {
  const end = to?.end ?? last;
  if (minute !== undefined && !to && (precision === undefined || precision === 'minute'))
    return { precision: 'minute', start: minute, end: minute, zone };
  if (minute !== undefined && !to && precision === 'hour')
    return { precision: 'hour', start: `${minute.slice(0, 13)}:00`, end: `${minute.slice(0, 13)}:59`, zone };
  const [from, until] = widened(start, end, precision);
  return spanning(from, until > today && from <= today ? today : until, zone);
};

/** The first and last day that a stated precision leaves open. */
const widened = (start: string, end: string, precision: Precision | undefined): readonly [string, string] => {
  switch (precision) {
    case 'week':
      return [mondayOf(start), addDays(mondayOf(end), 6)];
    case 'week_around':
      return [addDays(start, -3), addDays(end, 3)];
    case 'month':
      return [firstDay(start.slice(0, 7)), lastDay(end.slice(0, 7))];
    case 'year':
    case 'unknown':
      return [`${start.slice(0, 4)}-01-01`, `${end.slice(0, 4)}-12-31`];
    default:
      return [start, end];
  }
};

/** From a day to a day: what holds them. More than a month is known by its bounds only. */
const spanning = (start: string, end: string, zone: string): Occurred => {
  const days = daysBetween(start, end);
  if (days === 0) return { precision: 'day', start, end, zone };
  if (days <= 13) return { precision: 'week', start, end, zone };
  if (start.slice(0, 7) === end.slice(0, 7)) return { precision: 'month', start, end, zone };
  return { precision: 'unknown', start, end, zone };
};

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthNumber = (name: string): number =>
  name.length < 3 ? 0 : months.findIndex(month => month.startsWith(name.toLowerCase())) + 1;

/**
 * A date as files write it: ISO, to the year, month, day or minute, with or without an offset; an English month by name; digits
 * in the order that the mapping says. Midnight to the second is how many files write a day. A text: what is wrong.
 */
export const readDate = (
  text: string,
  { dates, zone: fileZone }: Pick<Mapping, 'dates' | 'zone'>,
  zone: string,
): Told | string => {
  const iso =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(
      text,
    );
  if (iso) {
    const [, year = '', month, day, hour, minute, second = '00', offset] = iso;
    if (month === undefined) return { start: `${year}-01-01`, end: `${year}-12-31` };
    if (day === undefined) return wholeMonth(Number(year), Number(month));
    const date = makeDate(Number(year), Number(month), Number(day));
    if (date === undefined) return 'is no day that the calendar has';
    if (hour === undefined || minute === undefined || `${hour}${minute}${second}` === '000000')
      return oneDay(date);
    if (Number(hour) > 23 || Number(minute) > 59) return 'has no such time of day';
    return momentOf(`${date}T${hour}:${minute}`, offset ?? fileZone, zone);
  }
  const named = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2}),\s*)?(\d{4})$/.exec(text);
  if (named) {
    const [, before, name = '', after, year] = named;
    const month = monthNumber(name);
    if (month === 0) return 'names no month';
    const day = before ?? after;
    if (day === undefined) return wholeMonth(Number(year), month);
    return dayOrNot(makeDate(Number(year), month, Number(day)));
  }
  const digits = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(text)?.slice(1).map(Number);
  if (!digits) return 'is no date';
  if (!dates) return 'may be read in several orders: say in the mapping which ("dates": "DMY")';
  const part = (letter: string): number => digits[dates.indexOf(letter)] ?? 0;
  return part('Y') < 1000 ? 'has no whole year' : dayOrNot(makeDate(part('Y'), part('M'), part('D')));
};

const oneDay = (date: string): Told => ({ start: date, end: date });

const dayOrNot = (date: string | undefined): Told | string =>
  date === undefined ? 'is no day that the calendar has' : oneDay(date);

const wholeMonth = (year: number, month: number): Told | string => {
  const first = makeDate(year, month, 1);
  return first === undefined ? 'is no month' : { start: first, end: lastDay(first.slice(0, 7)) };
};

/** A wall minute of an offset or zone, in the zone of the country. */
const momentOf = (wall: string, from: string | undefined, zone: string): Told => {
  const minute = from === undefined || from === zone ? wall : wallTime(instantOf(wall, from), zone);
  return { ...oneDay(minute.slice(0, 10)), minute };
};

const instantOf = (wall: string, from: string): Date =>
  /^(Z|[+-]\d)/.test(from) ? new Date(`${wall}${from}`) : toInstant(wall, from);
