import { addDays, addMonths, lastDay, monthOf } from '../../time/date.ts';
import type { Days } from './text.ts';
import { phrase } from './text.ts';

/** Words before a period that say nothing of it: "over the", "за". */
export const lead =
  '(?:(?:for|in|over|of|during|within|за|у|во?|протягом|упродовж|впродовж|в\\s+течение)\\s+)?(?:the\\s+)?';

type Unit = 'hour' | 'round' | 'day' | 'week' | 'month' | 'year';

/** The beginnings of the words for each unit, in all of their forms. */
const units: Readonly<Record<Unit, string>> = {
  hour: 'hours?|годин\\p{L}*|час(?:а|ов)',
  /** A day and a night. */
  round: 'доб[ауи]|добу|діб|сут(?:ки|ок)',
  day: 'days?|дн(?:і|ів|я|ей|ями|ях)|день',
  week: 'weeks?|тиж\\p{L}+|недел\\p{L}+',
  month: 'months?|місяц\\p{L}+|місяць|месяц\\p{L}*',
  year: 'years?|рік|рок(?:у|и|ів)|год(?:а|у)?|лет',
};

const numbers: Readonly<Record<string, number>> = {
  'couple of': 2,
  'a couple of': 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twelve: 12,
  два: 2,
  дві: 2,
  две: 2,
  три: 3,
  чотири: 4,
  четыре: 4,
  "п'ять": 5,
  пʼять: 5,
  'п’ять': 5,
  пять: 5,
  шість: 6,
  шесть: 6,
  десять: 10,
  дванадцять: 12,
  двенадцать: 12,
};
const number = `\\d{1,3}|${Object.keys(numbers).join('|')}`;
const last = '(?:last|past|previous|останн(?:і|іх|ій|ю|я|є|ього)|последн(?:ие|их|ий|юю|яя|ее|его))';
/** "Last month" is the month before this one in English; "past month" and its like elsewhere end today. */
const lastOne = '(?:past|останн(?:ій|ю|я|є)|последн(?:ий|юю|яя|ее)|последние(?=\\s+сутки))';
const unit = Object.entries(units)
  .map(([name, words]) => `(?<${name}>${words})`)
  .join('|');
const stretch = phrase(`${lead}(?:(?:${last}\\s+)?(?<count>${number})|${lastOne})\\s+(?:${unit})`);
/** "За місяць", "for a year", or the unit as the whole of a request. */
const single = phrase(
  `(?:(?:за|for\\s+an?|for\\s+the)\\s+|^\\s*(?=(?:week|month|year|тиждень|місяць|рік|неделя|месяц|год)\\s*$))(?:${unit})(?!\\s*\\d)`,
);
const halfYear = phrase(`${lead}(?:${last}\\s+)?(?:half\\s+a\\s+year|пів\\s?року|полгода)`);

/** The stretch that ends today of which a text speaks ("last 3 months"), with the words that say so. */
export const lastStretch = (
  text: string,
  today: string,
): Readonly<{ words: string; period: Days }> | undefined => {
  const half = halfYear.exec(text);
  if (half) return { words: half[0], period: { from: monthsBefore(today, 6), to: today } };
  const found = stretch.exec(text) ?? single.exec(text);
  const said = found?.groups;
  if (!found || !said) return undefined;
  const words = said.count?.toLowerCase() ?? '1';
  const count = numbers[words] ?? Number(words);
  const of = (Object.keys(units) as Unit[]).find(name => said[name] !== undefined);
  return of && count > 0
    ? { words: found[0], period: { from: beginningOf(of, count, today), to: today } }
    : undefined;
};

const beginningOf = (unit: Unit, count: number, today: string): string => {
  switch (unit) {
    // The hours may have begun on the day before: what is asked for is not cut.
    case 'hour':
      return addDays(today, -Math.ceil(count / 24));
    case 'round':
      return addDays(today, -count);
    case 'day':
      return addDays(today, 1 - count);
    case 'week':
      return addDays(today, 1 - 7 * count);
    case 'month':
      return monthsBefore(today, count);
    case 'year':
      return monthsBefore(today, 12 * count);
  }
};

/** The day after the same day so many months earlier: of 23 November, 3 months before, 24 August. */
const monthsBefore = (today: string, months: number): string => {
  const month = addMonths(monthOf(today), -months);
  const same = `${month}-${today.slice(8)}`;
  return addDays(same > lastDay(month) ? lastDay(month) : same, 1);
};
