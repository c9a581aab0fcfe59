import type { DayPart } from '../occurred.ts';
import {
  type Found,
  hasMark,
  type NumberRead,
  numberAt,
  senseAt,
  skip,
  type Tokens,
  wordAt,
} from './cursor.ts';
import { type Clock, heard } from './said.ts';

/** A clock time, and whether its words can be nothing else: a bare "5" can, "5 ранку" and "5:00" cannot. */
type ClockRead = Clock & Readonly<{ sure?: true }>;

const isHour = (value: number): boolean => value >= 0 && value <= 24;
/** Hours 1 to 11 on a dial may be after noon; twelve on a dial is noon, midnight has its own words. */
const dial = (hour: number): { dial?: true } => (hour >= 0 && hour <= 11 ? { dial: true } : {});

/** "ранку", "in the morning", "pm" after a clock time. */
const halfAt = (tokens: Tokens, at: number): Found<'am' | 'pm' | DayPart> | undefined => {
  if (hasMark(tokens, at, 'am')) return { value: 'am', next: at + 1 };
  if (hasMark(tokens, at, 'pm')) return { value: 'pm', next: at + 1 };
  const after = wordAt(tokens, at) === ',' ? at + 1 : at;
  const word = skip(tokens, skip(tokens, after, 'in', 'at'), 'article');
  const part = senseAt(tokens, word, 'part') ?? (wordAt(tokens, word) === 'дня' ? 'day' : undefined);
  if (part === undefined) return undefined;
  const next = word + 1;
  // "о третій вечора", but "о третій, ніч на 5 травня": what begins a phrase of its own is left to it.
  if (part === 'night' && (hasMark(tokens, next, 'into') || hasMark(tokens, next, 'from', 'of')))
    return undefined;
  return { value: part, next };
};

const withHalf = (tokens: Tokens, clock: ClockRead, at: number): Found<ClockRead> => {
  const half = halfAt(tokens, at);
  return half
    ? { value: { ...clock, half: half.value, sure: true }, next: half.next }
    : { value: clock, next: at };
};

/** The minutes before a named hour: "пів на четверту", "без десяти пять". */
const before = (hour: number, minutes: number): ClockRead => {
  const whole = hour === 0 ? 23 : hour - 1;
  return heard({ hour: whole, minute: 60 - minutes, dial: whole < 12 || undefined, sure: true });
};
const past = (hour: number, minute: number): ClockRead =>
  heard({ hour, minute, dial: (hour >= 0 && hour <= 12) || undefined, sure: true });

const namedHour = (tokens: Tokens, at: number): Found<number> | undefined => {
  const number = numberAt(tokens, at);
  if (!number || number.value.value < 1 || number.value.value > 24) return undefined;
  const next = senseAt(tokens, number.next, 'unit') === 'hour' ? number.next + 1 : number.next;
  return { value: number.value.value, next };
};

/** "пів на четверту", "половина четвертої", "полдевятого", "half past three", "half three". */
const halfHour = (tokens: Tokens, at: number): Found<ClockRead> | undefined => {
  const whole = senseAt(tokens, at, 'halfOf');
  if (whole !== undefined) return { value: before(whole, 30), next: at + 1 };
  if (!hasMark(tokens, at, 'half')) return undefined;
  const isEnglish = wordAt(tokens, at) === 'half';
  const after = skip(tokens, wordAt(tokens, at + 1) === '-' ? at + 2 : at + 1, 'past', 'on', 'to');
  const hour = namedHour(tokens, after);
  if (!hour || hour.value > 13) return undefined;
  return { value: isEnglish ? past(hour.value, 30) : before(hour.value, 30), next: hour.next };
};

/** "чверть на п'яту", "четверть шестого", "за чверть шоста", "quarter to six". */
const quarterHour = (tokens: Tokens, at: number): Found<ClockRead> | undefined => {
  const minus = hasMark(tokens, at, 'minus') && wordAt(tokens, at) !== 'to';
  const start = skip(tokens, minus ? at + 1 : at, 'article');
  if (!hasMark(tokens, start, 'quarter')) return undefined;
  const link = start + 1;
  const isTo = ['to', 'till', 'before', 'до'].includes(wordAt(tokens, link) ?? '');
  const isPast = hasMark(tokens, link, 'past') && wordAt(tokens, link) !== 'на';
  const hour = namedHour(tokens, isTo || isPast || wordAt(tokens, link) === 'на' ? link + 1 : link);
  if (!hour) return undefined;
  const next = hour.next;
  if (minus || isTo) return { value: before(hour.value, 15), next };
  return { value: isPast ? past(hour.value, 15) : before(hour.value, 45), next };
};

/** In "без двадцати шесть" two words are two numbers, unless a third follows ("без двадцати пяти шесть"). */
const minutesBefore = (tokens: Tokens, at: number): Found<NumberRead> | undefined => {
  const number = numberAt(tokens, at);
  if (!number || number.next === at + 1) return number;
  const isWhole =
    senseAt(tokens, number.next, 'unit') === 'minute' || namedHour(tokens, number.next) !== undefined;
  const tens = senseAt(tokens, at, 'cardinal');
  return isWhole || tens === undefined ? number : { value: { value: tens }, next: at + 1 };
};

/** "без десяти пять", "за п'ять хвилин третя", "ten past five", "twenty to six", "десять минут шестого". */
const minutesAround = (tokens: Tokens, at: number): Found<ClockRead> | undefined => {
  const minus = hasMark(tokens, at, 'minus') && wordAt(tokens, at) !== 'to';
  const minutes = minus ? minutesBefore(tokens, at + 1) : numberAt(tokens, at);
  if (!minutes || minutes.value.ordinal || minutes.value.value < 1 || minutes.value.value > 30)
    return undefined;
  const named = senseAt(tokens, minutes.next, 'unit') === 'minute';
  const link = named ? minutes.next + 1 : minutes.next;
  const word = wordAt(tokens, link);
  const { value } = minutes.value;
  const isNamed = named || numberAt(tokens, link + 1)?.value.ordinal === 'hour';
  if (minus) {
    const hour = namedHour(tokens, link);
    return hour && { value: before(hour.value, value), next: hour.next };
  }
  if (word === 'past' || word === 'after' || ((word === 'по' || word === 'після') && isNamed)) {
    const hour = namedHour(tokens, link + 1);
    return hour && { value: past(hour.value, value), next: hour.next };
  }
  if (
    (word === 'to' && (named || value % 5 === 0) && minutes.value.digits === undefined) ||
    (named && word === 'to')
  ) {
    const hour = namedHour(tokens, link + 1);
    return hour && hour.value <= 12 ? { value: before(hour.value, value), next: hour.next } : undefined;
  }
  if (named) {
    const hour = namedHour(tokens, word === 'на' ? link + 1 : link);
    const ordinal = numberAt(tokens, word === 'на' ? link + 1 : link)?.value.ordinal;
    return hour && ordinal ? { value: before(hour.value, 60 - value), next: hour.next } : undefined;
  }
  return undefined;
};

const midnightOrNoon = (tokens: Tokens, at: number): Found<ClockRead> | undefined => {
  const word = wordAt(tokens, at);
  // "північ" and "півдні" are also north and south: only the adverbs, or the words after "о", are hours.
  const isDirection = word === 'північ' || word === 'півночі' || word === 'півдні';
  if (isDirection && !['о', 'об', 'за', 'після', 'близько', 'до'].includes(wordAt(tokens, at - 1) ?? ''))
    return undefined;
  if (hasMark(tokens, at, 'midnight'))
    return { value: { hour: 0, midnight: true, sure: true }, next: at + 1 };
  return hasMark(tokens, at, 'noon') ? { value: { hour: 12, sure: true }, next: at + 1 } : undefined;
};

/** Minutes that follow an hour: "четвертій двадцять", "15 год 40 хв", "15-40". */
const minutesAfter = (
  tokens: Tokens,
  at: number,
  hour: NumberRead,
  named: boolean,
  led: boolean,
): Found<number> | undefined => {
  // "в пять с половиной"
  if (hasMark(tokens, at, 'from') && hasMark(tokens, at + 1, 'half')) return { value: 30, next: at + 2 };
  const dash = !named && led && hour.digits !== undefined && wordAt(tokens, at) === '-';
  const start = skip(tokens, dash ? at + 1 : at, 'and');
  const minutes = numberAt(tokens, start);
  if (!minutes || minutes.value.ordinal || minutes.value.value > 59) return undefined;
  const { value, digits } = minutes.value;
  // "шесть ноль ноль", "п'ята нуль п'ять".
  const afterZero = value === 0 && digits === undefined ? numberAt(tokens, minutes.next) : undefined;
  if (afterZero && afterZero.value.value < 10) return { value: afterZero.value.value, next: afterZero.next };
  const unit = senseAt(tokens, minutes.next, 'unit');
  if (unit === 'minute') return { value, next: minutes.next + 1 };
  if (unit !== undefined || start !== (dash ? at + 1 : at)) return undefined;
  if (dash) {
    const isMinute =
      digits?.length === 2 && (value > 24 || (value % 5 === 0 && !halfAt(tokens, minutes.next)));
    return isMinute ? { value, next: minutes.next } : undefined;
  }
  // "21 00"
  const isFull = hour.digits?.length === 2 && digits === '00';
  const follows = led || named || isFull || (hour.digits === undefined && value >= 10);
  const spoken = digits === undefined ? hour.digits === undefined && value >= 5 : digits.length === 2;
  const month = senseAt(tokens, minutes.next, 'month');
  return follows && spoken && month === undefined ? { value, next: minutes.next } : undefined;
};

const hourWords = (tokens: Tokens, at: number, led: boolean): Found<ClockRead> | undefined => {
  // Russian: "в час дня" is one o'clock; Ukrainian "час" is time itself, so the part of the day must follow.
  if (wordAt(tokens, at) === 'час') {
    const half = halfAt(tokens, at + 1);
    return half && { value: { hour: 1, half: half.value, sure: true }, next: half.next };
  }
  // "нуль третя сорок": the zero of "03", said aloud.
  const isPadded = senseAt(tokens, at, 'cardinal') === 0;
  const padded = isPadded ? numberAt(tokens, at + 1) : undefined;
  const number = padded && padded.value.value < 10 ? padded : numberAt(tokens, at);
  if (!number) return undefined;
  const { value, digits, ordinal } = number.value;
  if (digits?.length === 4 && !ordinal) {
    const military =
      hasMark(tokens, number.next, 'oclock') ||
      digits.startsWith('0') ||
      (led && !(value >= 1990 && value < 2100));
    const [hour, minute] = [Math.floor(value / 100), value % 100];
    const next = hasMark(tokens, number.next, 'oclock') ? number.next + 1 : number.next;
    return military && isHour(hour) && minute < 60
      ? { value: { hour, minute, sure: true }, next }
      : undefined;
  }
  // "в начале шестого" is a little after five.
  if (
    ordinal === 'day' &&
    hasMark(tokens, at - 1, 'begin', 'end') &&
    value <= 12 &&
    senseAt(tokens, number.next, 'month') === undefined
  ) {
    return { value: { hour: value - 1, ...dial(value - 1), sure: true }, next: number.next };
  }
  if (!isHour(value) || ordinal === 'day') return undefined;
  // "в третьем часу": the third hour of the dial is from two to three.
  if (ordinal === 'other' && wordAt(tokens, number.next) === 'часу') {
    return { value: { hour: value - 1, ...dial(value - 1), sure: true }, next: number.next + 1 };
  }
  if (ordinal === 'other') return undefined;
  const unit = senseAt(tokens, number.next, 'unit');
  const named = unit === 'hour' || hasMark(tokens, number.next, 'oclock');
  if (named && hasMark(tokens, number.next + 1, 'ago')) return undefined;
  if (unit !== undefined && !named && wordAt(tokens, number.next) !== 'дня') return undefined;
  let next = named ? number.next + 1 : number.next;
  if (named && wordAt(tokens, next) === '.') next++;
  const minutes = minutesAfter(tokens, next, number.value, named, led);
  if (minutes) next = minutes.next;
  const isDial =
    value >= 1 && value <= 11 && !isPadded && !digits?.startsWith('0') && !(minutes && digits !== undefined);
  const sure =
    (named && !hasMark(tokens, next, 'ago')) || minutes !== undefined || (led && ordinal === 'hour');
  return {
    value: heard({
      hour: value,
      minute: minutes?.value,
      dial: isDial || undefined,
      sure: sure || undefined,
    }),
    next,
  };
};

/** A clock time at this place. `led`: a word before it ("о", "at") says that it is one. */
export const clockAt = (tokens: Tokens, start: number, led: boolean): Found<ClockRead> | undefined => {
  const at = skip(tokens, start, 'article');
  const token = tokens[at];
  if (token?.is === 'clock') {
    const { hour, minute } = token;
    if (!isHour(hour) || minute > 59 || (hour === 24 && minute > 0)) return undefined;
    const next = hasMark(tokens, at + 1, 'oclock') ? at + 2 : at + 1;
    return withHalf(tokens, { hour, minute, sure: true }, next);
  }
  if (token?.is === 'pair') {
    const fits = token.sign === '.' && token.secondDigits === 2 && isHour(token.first) && token.second < 60;
    return fits && (led || token.second > 12)
      ? withHalf(tokens, { hour: token.first, minute: token.second, sure: true }, at + 1)
      : undefined;
  }
  if (hasMark(tokens, at, 'begin', 'end') && wordAt(tokens, at + 1) !== undefined) {
    const part = hourWords(tokens, at + 1, led);
    const isRussian = numberAt(tokens, at + 1)?.value.ordinal === 'day';
    return part && isRussian ? withHalf(tokens, part.value, part.next) : undefined;
  }
  const found =
    midnightOrNoon(tokens, at) ??
    halfHour(tokens, at) ??
    quarterHour(tokens, at) ??
    minutesAround(tokens, at) ??
    hourWords(tokens, at, led);
  return found && withHalf(tokens, found.value, found.next);
};
