import { type Found, hasMark, numberAt, phraseAt, senseAt, skip, type Tokens, wordAt } from './cursor.ts';
import type { Day } from './said.ts';

/** `bare`: in a place where a number alone is a day of the month ("з 3 по 5 травня"). */
type DayMode = Readonly<{ bare?: boolean }>;

const isDay = (value: number): boolean => value >= 1 && value <= 31;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;
const isYear = (value: number): boolean => value >= 1990 && value <= 2099;

/** The place after "року", "г." and the like. */
const skipYearWord = (tokens: Tokens, at: number): number => {
  if (!hasMark(tokens, at, 'year')) return at;
  return wordAt(tokens, at + 1) === '.' ? at + 2 : at + 1;
};

const thousands = ['дві тисячі', 'две тысячи', 'двух тысяч', 'двохтисячного', 'two thousand'];

/** "двадцять другого року", "дві тисячі двадцять другого". */
const yearInWords = (tokens: Tokens, at: number): Found<number> | undefined => {
  const after = thousands.map(phrase => phraseAt(tokens, at, phrase)).find(next => next !== undefined);
  const number = numberAt(tokens, skip(tokens, after ?? at, 'and'));
  if (!number || number.value.value < 1 || number.value.value > 50) return undefined;
  const named = /^(рік|року|році|году|года|р)$/.test(wordAt(tokens, number.next) ?? '');
  if (after === undefined && (!named || !number.value.ordinal)) return undefined;
  return { value: 2000 + number.value.value, next: named ? skipYearWord(tokens, number.next) : number.next };
};

const yearAt = (tokens: Tokens, at: number): Found<number> | undefined => {
  const start = wordAt(tokens, at) === ',' || wordAt(tokens, at) === '-' ? at + 1 : at;
  const inWords = yearInWords(tokens, start);
  if (inWords) return inWords;
  const token = tokens[start];
  if (token?.is !== 'number') return undefined;
  const next = skipYearWord(tokens, start + 1);
  if (isYear(token.value) && token.digits.length === 4) return { value: token.value, next };
  const short = token.digits.length === 2 && token.value >= 14 && token.value <= 50;
  const named = /^(рік|року|році|году|года|р)$/.test(wordAt(tokens, start + 1) ?? '');
  return short && named ? { value: 2000 + token.value, next } : undefined;
};

const withYear = (tokens: Tokens, day: Day, at: number): Found<Day> => {
  const year = yearAt(tokens, at) ?? yearAt(tokens, skip(tokens, at, 'of', 'in', 'at'));
  if (year) return { value: { ...day, year: year.value }, next: year.next };
  const token = tokens[at];
  // "14 березня 22" at the end of what was said: nobody writes an hour so.
  if (token?.is === 'number' && token.digits.length === 2 && token.suffix === '' && day.day !== undefined) {
    const isYear =
      token.value >= 20 &&
      token.value <= 40 &&
      (tokens[at + 1] === undefined || wordAt(tokens, at + 1) === ',');
    if (isYear) return { value: { ...day, year: 2000 + token.value }, next: at + 1 };
  }
  const last = hasMark(tokens, at, 'last', 'this') && senseAt(tokens, at + 1, 'unit') === 'year';
  if (last) return { value: { ...day, yearShift: hasMark(tokens, at, 'last') ? -1 : 0 }, next: at + 2 };
  return { value: day, next: at };
};

/** Two numbers as day and month, in the one order that they allow or, when they allow both, marked so. */
const dayAndMonth = (first: number, second: number, orderKnown: boolean): Day | undefined => {
  if (isDay(first) && isMonth(second)) {
    const isOpen = !orderKnown && isMonth(first) && first !== second;
    return isOpen ? { day: first, month: second, either: true } : { day: first, month: second };
  }
  return !orderKnown && isMonth(first) && isDay(second) ? { day: second, month: first } : undefined;
};

const inDigits = (tokens: Tokens, at: number): Found<Day> | undefined => {
  const token = tokens[at];
  if (token?.is === 'date') {
    const day = dayAndMonth(token.day, token.month, token.orderKnown);
    return day && { value: { ...day, year: token.year }, next: skipYearWord(tokens, at + 1) };
  }
  if (token?.is !== 'pair' || token.sign === ',') return undefined;
  const day = dayAndMonth(token.first, token.second, token.sign === '.');
  return day && withYear(tokens, day, at + 1);
};

const firstDays = [
  'перших числах',
  'первых числах',
  'перших днях',
  'первых днях',
  'перші дні',
  'первые дни',
  'first days',
];

const thirds = { begin: 0, middle: 1, end: 2, early: 0, late: 2 } as const;

const third = (tokens: Tokens, at: number): 0 | 1 | 2 | undefined => {
  const mark = (['begin', 'middle', 'end', 'early', 'late'] as const).find(one => hasMark(tokens, at, one));
  return mark && thirds[mark];
};

const isEnglish = (tokens: Tokens, at: number): boolean => /^[a-z]+$/.test(wordAt(tokens, at) ?? '');

const fromMonth = (tokens: Tokens, at: number): Found<Day> | undefined => {
  const month = senseAt(tokens, at, 'month');
  if (month === undefined) return undefined;
  const after = wordAt(tokens, at + 1) === '.' ? at + 2 : at + 1;
  const number = numberAt(tokens, skip(tokens, after, 'article'));
  const unitFollows = number && senseAt(tokens, number.next, 'unit') !== undefined;
  if (number && isEnglish(tokens, at) && isDay(number.value.value) && !unitFollows) {
    return withYear(tokens, { month, day: number.value.value }, number.next);
  }
  return withYear(tokens, { month }, after);
};

const whichAt = (tokens: Tokens, at: number): Day['which'] =>
  (['last', 'before_last', 'this', 'next'] as const).find(which => hasMark(tokens, at, which));

const whichShift = { last: -1, before_last: -2, this: 0, next: 1 } as const;

/** "the week before last", "month before last". */
const unitBeforeLast = (tokens: Tokens, at: number): Found<Day> | undefined => {
  const next = phraseAt(tokens, at + 1, 'before last');
  const unit = senseAt(tokens, at, 'unit');
  if (next === undefined) return undefined;
  if (unit === 'week') return { value: { week: -2 }, next };
  if (unit === 'month') return { value: { monthShift: -2 }, next };
  return unit === 'year' ? { value: { yearShift: -2 }, next } : undefined;
};

/** "минулого тижня", "last Tuesday", "в прошлом марте". */
const fromWhich = (tokens: Tokens, at: number): Found<Day> | undefined => {
  const which = whichAt(tokens, at);
  const beforeLast = unitBeforeLast(tokens, at);
  if (beforeLast) return beforeLast;
  if (!which) return undefined;
  const shift = whichShift[which];
  const weekday = senseAt(tokens, at + 1, 'weekday');
  const unit = senseAt(tokens, at + 1, 'unit');
  // "неділя" is Sunday; "на минулій неділі" borrows the Russian week, but may not: it stays Sunday.
  if (weekday !== undefined) return { value: { weekday, which }, next: at + 2 };
  if (hasMark(tokens, at + 1, 'weekend')) return { value: { weekend: true, which }, next: at + 2 };
  if (unit === 'week') return { value: { week: shift }, next: at + 2 };
  if (unit === 'month') return { value: { monthShift: shift }, next: at + 2 };
  if (unit === 'year' || wordAt(tokens, at + 1) === 'год')
    return { value: { yearShift: shift }, next: at + 2 };
  if (unit === 'day' && which !== 'this') return { value: { shift }, next: at + 2 };
  const month = fromMonth(tokens, at + 1);
  if (month) return month;
  const season = senseAt(tokens, at + 1, 'season');
  return season === undefined ? undefined : { value: { season, which }, next: at + 2 };
};

const fromNumber = (tokens: Tokens, at: number, { bare }: DayMode): Found<Day> | undefined => {
  const number = numberAt(tokens, at);
  if (!number) return undefined;
  const { value, ordinal } = number.value;
  if (isDay(value)) {
    const isNumbered = hasMark(tokens, number.next, 'of_month');
    const dash =
      wordAt(tokens, number.next) === '-' && senseAt(tokens, number.next + 1, 'month') !== undefined;
    const after = skip(tokens, number.next + (isNumbered || dash ? 1 : 0), 'of', 'article');
    const month = senseAt(tokens, after, 'month');
    if (month !== undefined) {
      const next =
        wordAt(tokens, after + 1) === '.' && (wordAt(tokens, after)?.length ?? 9) < 5 ? after + 2 : after + 1;
      return withYear(tokens, { day: value, month }, next);
    }
    const monthShift = whichAt(tokens, after);
    if (monthShift && senseAt(tokens, after + 1, 'unit') === 'month') {
      return { value: { day: value, monthShift: whichShift[monthShift] }, next: after + 2 };
    }
    const hoursFollow = senseAt(tokens, number.next, 'unit') !== undefined;
    if (isNumbered || (ordinal === 'day' && !hoursFollow) || bare) {
      return { value: { day: value }, next: isNumbered ? number.next + 1 : number.next };
    }
  }
  const year = yearAt(tokens, at);
  return year && wordAt(tokens, at) !== ',' ? { value: { year: year.value }, next: year.next } : undefined;
};

const beforeYesterday = ['day before yesterday', 'поза вчора', 'поза вчера', 'поза учора'];

/** A day, or a longer stretch of the calendar, named at this place. */
export const dayAt = (tokens: Tokens, start: number, mode: DayMode = {}): Found<Day> | undefined => {
  const at = skip(tokens, start, 'article');
  for (const phrase of beforeYesterday) {
    const next = phraseAt(tokens, at, phrase);
    if (next !== undefined) return { value: { shift: -2 }, next };
  }
  const shift = senseAt(tokens, at, 'shift');
  if (shift !== undefined) return { value: { shift }, next: at + 1 };
  const digits = inDigits(tokens, at);
  if (digits) return digits;
  const early = firstDays.map(phrase => phraseAt(tokens, at, phrase)).find(next => next !== undefined);
  const earlyMonth =
    early === undefined ? undefined : fromMonth(tokens, skip(tokens, early, 'of', 'article'));
  if (earlyMonth) return { value: { ...earlyMonth.value, third: 0 }, next: earlyMonth.next };
  const part = third(tokens, at);
  if (part !== undefined) {
    const after = skip(tokens, wordAt(tokens, at + 1) === '-' ? at + 2 : at + 1, 'of', 'article');
    const whole = fromWhich(tokens, after) ?? fromMonth(tokens, after) ?? fromNumber(tokens, after, {});
    if (
      whole &&
      whole.value.day === undefined &&
      whole.value.week === undefined &&
      whole.value.weekday === undefined
    ) {
      return { value: { ...whole.value, third: part }, next: whole.next };
    }
  }
  const which = fromWhich(tokens, at);
  if (which) return which;
  if (hasMark(tokens, at, 'weekend')) return { value: { weekend: true }, next: at + 1 };
  const lastYear = ['торік', 'торик', 'минулоріч'].includes(wordAt(tokens, at) ?? '');
  if (lastYear) return { value: { yearShift: -1 }, next: at + 1 };
  const season = senseAt(tokens, at, 'season');
  if (season !== undefined) {
    // "весной 22-го": a season has no days, so it is the year.
    const number = numberAt(tokens, at + 1);
    const { value, ordinal, digits } = number?.value ?? { value: 0 };
    if (number && ordinal && digits?.length === 2 && value >= 14)
      return { value: { season, year: 2000 + value }, next: number.next };
    return withYear(tokens, { season }, at + 1);
  }
  const weekday = senseAt(tokens, at, 'weekday');
  if (weekday !== undefined) {
    const short = (wordAt(tokens, at)?.length ?? 9) < 4 && wordAt(tokens, at + 1) === '.';
    return { value: { weekday }, next: short ? at + 2 : at + 1 };
  }
  return fromNumber(tokens, at, mode) ?? fromMonth(tokens, at);
};
