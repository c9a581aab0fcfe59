import type { Period } from '../../lib/summary/period.ts';
import { addDays, addMonths, earliest, firstDay, lastDay, makeDate, monthOf } from '../../lib/time/date.ts';
import { formatOccurred } from '../../lib/time/format.ts';
import type { Occurred } from '../../lib/time/occurred.ts';
import { wallTime } from '../../lib/time/zone.ts';
import { readShortDays, shortDays } from '../callbacks/short.ts';
import type { View } from '../text/incident.ts';

/** The periods with buttons of their own, in days; `all` is unbounded. */
export const spans = { week: 7, month: 30, all: undefined } as const;
export type Span = keyof typeof spans;

/** The period of a summary: one with a button, or the days or whole months that a reader named. */
export type RequestedPeriod = Span | Period;

/** The days of a span that ends today, in the country's zone; undefined for all time. */
export const periodOf = (requested: RequestedPeriod, now: Date, zone: string): Period | undefined => {
  if (typeof requested !== 'string') return requested;
  const days = spans[requested];
  if (days === undefined) return undefined;
  const to = today(now, zone);
  return { from: addDays(to, 1 - days), to };
};

const isMonths = ({ from, to }: Period): boolean =>
  from === firstDay(monthOf(from)) && to === lastDay(monthOf(to));

/**
 * The period that a time stands for: its days. Without an end it lasts until today. Undefined without a beginning, or if that
 * lies in the future.
 */
export const periodIn = ({ start, end }: Occurred, now: Date, zone: string): Period | undefined => {
  if (start === undefined) return undefined;
  const from = start.slice(0, 10);
  const days = { from, to: nightly(start, end?.slice(0, 10) ?? today(now, zone)) };
  return days.to < from ? undefined : days;
};

/** A night belongs to the day on which it begins, as in the tallies. */
const nightly = (start: string, end: string): string => {
  const day = start.slice(0, 10);
  return start.includes('T') && end === addDays(day, 1) ? day : end;
};

const today = (now: Date, zone: string): string => wallTime(now, zone).slice(0, 10);

/** The period as a button carries it: `week`, `2022-03`, `2022-03_2022-05`, `2022-03-01_2022-03-15`. */
export const periodCode = (requested: RequestedPeriod): string => {
  if (typeof requested === 'string') return requested;
  const [from, to] = isMonths(requested)
    ? [monthOf(requested.from), monthOf(requested.to)]
    : [requested.from, requested.to];
  return from === to ? from : `${from}_${to}`;
};

/** The same in eight letters at most. */
export const shortPeriodCode = (requested: RequestedPeriod): string =>
  typeof requested === 'string' ? requested : shortDays(requested);

/** The period of a button; without one, or for one that is none, that of 30 days. */
export const readPeriod = (code: string | undefined): RequestedPeriod => {
  if (code !== undefined && Object.hasOwn(spans, code)) return code as Span;
  const days = code === undefined ? undefined : readShortDays(code);
  if (days) return days.from > days.to ? 'month' : days;
  const [first = '', last = first] = code?.split('_') ?? [];
  const from = boundOf(first, month => firstDay(month));
  const to = boundOf(last, month => lastDay(month));
  if (!from || !to || from > to) return 'month';
  return { from, to };
};

const boundOf = (part: string, of: (month: string) => string): string | undefined => {
  const [, year, month, day] = part.match(/^((?:19|20)\d{2})-(\d{2})(?:-(\d{2}))?$/) ?? [];
  const date = makeDate(Number(year), Number(month), Number(day ?? 1));
  return date === undefined || day !== undefined ? date : of(monthOf(date));
};

/** A period in words, with its days where it moves with them. */
export const periodLine = (requested: RequestedPeriod, days: Period | undefined, view: View): string =>
  typeof requested === 'string' && days
    ? `${periodText(requested, view)} (${periodText(days, view)})`
    : periodText(requested, view);

/** A period in words: "7 days", "March 2022", "2022", "1 – 15 March 2022". */
export const periodText = (requested: RequestedPeriod, { t, locale, country }: View): string => {
  if (typeof requested === 'string') return t.reader.summary.periods[requested];
  const { zone } = country;
  const { from, to } = requested;
  const bounds = { start: from, end: to, zone };
  if (from <= earliest)
    return t.reader.summary.until(formatOccurred({ precision: 'day', start: to, end: to, zone }, locale));
  if (from === to) return formatOccurred({ precision: 'day', ...bounds }, locale);
  if (isMonths(requested) && monthOf(from) === monthOf(to))
    return formatOccurred({ precision: 'month', ...bounds }, locale);
  if (isMonths(requested) && to === lastDay(addMonths(monthOf(from), 11)) && from.endsWith('-01-01'))
    return from.slice(0, 4);
  return formatOccurred({ precision: 'week', ...bounds }, locale);
};
