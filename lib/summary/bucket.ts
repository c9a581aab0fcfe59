import { addDays, addMonths, earliest, firstDay, lastDay, monthOf } from '../time/date.ts';
import { occurredDay } from '../time/extent.ts';
import type { Occurred } from '../time/occurred.ts';
import type { Period } from './period.ts';

/**
 * A part of the tallies. Every incident is counted in each stretch of the calendar that surely holds it: `DAY#2022-03-14`,
 * `MONTH#2022-03`, `YEAR#2022`, and in `ALL` always. So a period is a few ranges of whole years, whole months and days.
 *
 * What is not known to the day is counted once more beside them, for the periods of which these ranges do not tell whether
 * they hold it. `SPAN#2022-03#2022-03-07#2022-03-13`: the smallest of them that holds it, with its first and last day.
 * `UNTIL-DAY#2022-03-27`, `UNTIL-MONTH#2022-03`, `UNTIL-YEAR#2022`: of what has no first day, by its last.
 */
export type Bucket = string;

type Level = 'DAY' | 'MONTH' | 'YEAR';

/** Buckets of one level and side, both ends inclusive. */
export type BucketRange = Readonly<{ level: Level; isUntil: boolean; from: string; to: string }>;

/** Later than anything: the last day of what has none. A year on which dates can still be reckoned. */
export const farthest = '9998-12-31';

/** The first and the last day on which something can have happened, as far as they are known. */
type Stretch = Readonly<{ from: string | undefined; to: string | undefined }>;

const stretchOf = (occurred: Occurred): Stretch => {
  const day = occurredDay(occurred);
  return { from: day ?? occurred.start?.slice(0, 10), to: day ?? occurred.end?.slice(0, 10) };
};

/** Whether something is not known to the day. */
export const isInexact = (occurred: Occurred): boolean => {
  const { from, to } = stretchOf(occurred);
  return from === undefined || from !== to;
};

/** All buckets in which something is counted. */
export const bucketsOf = (occurred: Occurred): readonly Bucket[] => {
  const { from, to = farthest } = stretchOf(occurred);
  if (from === undefined)
    return ['ALL', `UNTIL-DAY#${to}`, `UNTIL-MONTH#${to.slice(0, 7)}`, `UNTIL-YEAR#${to.slice(0, 4)}`];
  const shared = (length: number): string | undefined =>
    from.slice(0, length) === to.slice(0, length) ? from.slice(0, length) : undefined;
  const [day, month, year] = [shared(10), shared(7), shared(4)];
  return [
    day && `DAY#${day}`,
    month && `MONTH#${month}`,
    year && `YEAR#${year}`,
    'ALL',
    day ? undefined : `SPAN#${month ?? year ?? 'ALL'}#${from}#${to}`,
  ].filter(bucket => bucket !== undefined);
};

/** The ranges of buckets that hold a period exactly: five at most. `isUntil`: those of what has no first day. */
export const coverOf = ({ from, to }: Period, isUntil = false): readonly BucketRange[] => {
  const range = (level: Level, first: string, last: string): readonly BucketRange[] =>
    first <= last ? [{ level, isUntil, from: first, to: last }] : [];
  const [month, lastMonth] = [wholeFrom(from), wholeTo(to)];
  if (month > lastMonth) return range('DAY', from, to);
  const year = month.endsWith('-01') ? month.slice(0, 4) : addMonths(month, 12).slice(0, 4);
  const lastYear = lastMonth.endsWith('-12') ? lastMonth.slice(0, 4) : addMonths(lastMonth, -12).slice(0, 4);
  const months =
    year > lastYear
      ? range('MONTH', month, lastMonth)
      : [
          ...range('MONTH', month, addMonths(`${year}-01`, -1)),
          ...range('YEAR', year, lastYear),
          ...range('MONTH', addMonths(`${lastYear}-12`, 1), lastMonth),
        ];
  return [
    ...range('DAY', from, addDays(firstDay(month), -1)),
    ...months,
    ...range('DAY', addDays(lastDay(lastMonth), 1), to),
  ];
};

/** The first month that lies wholly behind a day, and the last that lies before one. */
const wholeFrom = (day: string): string =>
  day === firstDay(monthOf(day)) ? monthOf(day) : addMonths(monthOf(day), 1);
const wholeTo = (day: string): string =>
  day === lastDay(monthOf(day)) ? monthOf(day) : addMonths(monthOf(day), -1);

/** Of which spans the ranges of a period do not tell whether it holds them: those of its broken months and years, and of none. */
export const spansAround = ({ from, to }: Period): readonly string[] => {
  const months = [monthOf(from), monthOf(to)].filter(month => firstDay(month) < from || lastDay(month) > to);
  const years = [from.slice(0, 4), to.slice(0, 4)].filter(
    year => `${year}-01-01` < from || `${year}-12-31` > to,
  );
  return [...new Set([...months, ...years, 'ALL'])].map(home => `SPAN#${home}#`);
};

/** How a period holds the span of a bucket: surely, perhaps, or not at all. */
export const holdsSpan = ({ from, to }: Period, bucket: Bucket): 'surely' | 'perhaps' | 'not' => {
  const [, , first = '', last = ''] = bucket.split('#');
  if (first > to || last < from) return 'not';
  return first >= from && last <= to ? 'surely' : 'perhaps';
};

/**
 * The last days, of what has no first one, with which it surely belongs to a period, and with which it may. Only a period that has
 * no first day itself surely holds any.
 */
export const untilIn = ({ from, to }: Period): Readonly<{ surely: Period | undefined; perhaps: Period }> =>
  from > earliest
    ? { surely: undefined, perhaps: { from, to: farthest } }
    : { surely: { from, to }, perhaps: { from: addDays(to, 1), to: farthest } };

/** How a period holds what happened at a time: `surely`, so that it is counted; `perhaps`, when that is known too roughly; or not. */
export const howHeld = (period: Period, occurred: Occurred): 'surely' | 'perhaps' | 'not' => {
  const buckets = bucketsOf(occurred);
  const isCovered = coverOf(period).some(({ level, from, to }) =>
    buckets.some(bucket => {
      const [of, day = ''] = bucket.split('#');
      return of === level && from <= day && day <= to;
    }),
  );
  if (isCovered) return 'surely';
  const span = buckets.find(bucket => bucket.startsWith('SPAN#'));
  if (span) return holdsSpan(period, span);
  const last = buckets.find(bucket => bucket.startsWith('UNTIL-DAY#'))?.slice('UNTIL-DAY#'.length);
  if (last === undefined) return 'not';
  const { surely, perhaps } = untilIn(period);
  if (surely && last <= surely.to) return 'surely';
  return last >= perhaps.from ? 'perhaps' : 'not';
};
