import { addDays, addMonths, firstDay, lastDay, mondayOf, monthOf } from '../../time/date.ts';
import { lead } from './stretch.ts';
import type { Days } from './text.ts';
import { phrase } from './text.ts';

/**
 * Parts of the calendar that only readers ask for: decades, quarters, halves of a year, and what began with this year, month or week.
 */

const ordinals = [
  '1|i|1st|first|перш\\p{L}{1,3}|перв\\p{L}{2,3}',
  '2|ii|2nd|second|друг\\p{L}{1,3}|втор\\p{L}{2,3}',
  '3|iii|3rd|third|трет\\p{L}{1,4}',
  '4|iv|4th|fourth|last|четверт\\p{L}{1,3}|четв[её]рт\\p{L}{2,3}',
] as const;
const ordinal = (most: number): string =>
  `(?:${ordinals.slice(0, most).join('|')})(?:-?(?:й|го|му|м|е|ша|ий))?`;
const year =
  '(?:\\s*,?\\s+(?:of\\s+)?(?:the\\s+year\\s+)?(?<year>(?:19|20)\\d{2})(?:\\s+(?:року|рік|році|года|год|году|р\\.|г\\.)(?!\\p{L}))?)';
const previous =
  'last|previous|past|минул\\p{L}+|попередн\\p{L}+|останн\\p{L}+|прошл\\p{L}+|предыдущ\\p{L}+|последн\\p{L}+';
const current = 'this|current|цього|цьому|цей|поточн\\p{L}+|этот|этого|этом|текущ\\p{L}+';
const quarterWord = '(?:quarters?|квартал\\p{L}*|кв\\.?)';
const halfWord = '(?:half(?:\\s+of)?|половин\\p{L}+|півріччя\\p{L}*|півріччі|полугоди\\p{L}+)';

const quarter = phrase(`${lead}(?:q(?<short>[1-4])|(?<nth>${ordinal(4)})\\s+${quarterWord})${year}?`);
const nearQuarter = phrase(`${lead}(?:(?<before>${previous})|${current})\\s+${quarterWord}`);
const decade = phrase(
  `${lead}(?<decade>(?:19|20)\\d0)(?:['’]?s|[-–](?:ті|х|ми|е|ые|ых|их|і))(?:\\s+(?:роки|роках|років|годы|годах|годов|гг\\.?))?`,
);
/** Of a month it is read as any time. */
const half = phrase(`${lead}(?<nth>${ordinal(2)})\\s+${halfWord}${year}`);
const toDate = phrase(
  [
    '(?:since|from)\\s+(?:the\\s+)?(?:beginning|start)\\s+of\\s+(?:the|this)\\s+(?:(?<yearEn>year)|(?<monthEn>month)|week)',
    '(?<ytd>year\\s+to\\s+date|ytd)|(?<mtd>month\\s+to\\s+date)',
    '(?:з|із|від|с|от)\\s+(?:самого\\s+)?(?:початку|начала)\\s+(?:цього\\s+|поточного\\s+|этого\\s+|текущего\\s+)?(?:(?<year>року|года)|(?<month>місяця|месяца)|тижня|недели)',
  ].join('|'),
);

/** The part of the calendar of which a text speaks, with the words that say so. */
export const calendarPart = (
  text: string,
  today: string,
): Readonly<{ words: string; period: Days }> | undefined => {
  const readings: readonly (readonly [RegExp, (groups: Groups) => Days])[] = [
    [decade, ({ decade: first = '' }) => months(`${first}-01`, 120)],
    [toDate, groups => ({ from: beganWith(groups, today), to: today })],
    [nearQuarter, ({ before }) => months(addMonths(quarterOf(today), before === undefined ? 0 : -3), 3)],
    [half, ({ nth = '', year: of = '' }) => months(addMonths(`${of}-01`, 6 * (placeOf(nth) - 1)), 6)],
    [quarter, ({ short, nth = '', year: of }) => nthQuarter(Number(short ?? placeOf(nth)), of, today)],
  ];
  for (const [pattern, periodOf] of readings) {
    const found = pattern.exec(text);
    if (found) return { words: found[0], period: periodOf(found.groups ?? {}) };
  }
  return undefined;
};

type Groups = Readonly<Record<string, string | undefined>>;

const beganWith = ({ yearEn, monthEn, ytd, mtd, year: years, month }: Groups, today: string): string => {
  if (yearEn ?? ytd ?? years) return `${today.slice(0, 4)}-01-01`;
  return (monthEn ?? mtd ?? month) ? firstDay(monthOf(today)) : mondayOf(today);
};

/** 1 for "first", in any language. */
const placeOf = (word: string): number =>
  ordinals.findIndex(words => new RegExp(`^(?:${words})(?:-?(?:й|го|му|м|е|ша|ий))?$`, 'iu').test(word)) + 1;

const months = (first: string, count: number): Days => ({
  from: firstDay(first),
  to: lastDay(addMonths(first, count - 1)),
});

/** The first month of the quarter that holds a day. */
const quarterOf = (day: string): string => {
  const month = Number(day.slice(5, 7));
  return addMonths(monthOf(day), -((month - 1) % 3));
};

/** A quarter of a year; without one, the latest that has begun. */
const nthQuarter = (n: number, of: string | undefined, today: string): Days => {
  const first = (in_: string): string => addMonths(`${in_}-01`, 3 * (n - 1));
  const thisYear = today.slice(0, 4);
  const latest = firstDay(first(thisYear)) <= today ? thisYear : addDays(`${thisYear}-01-01`, -1).slice(0, 4);
  return months(first(of ?? latest), 3);
};
