import { type Found, hasMark, numberAt, phraseAt, senseAt, skip, type Tokens, wordAt } from './cursor.ts';
import type { Ago, Said } from './said.ts';
import type { Unit } from './word.ts';

type Quantity = Readonly<{ least: number; most: number; rough?: true }>;

const exactly = (value: number): Quantity => ({ least: value, most: value });
const fractions: Readonly<Record<string, number>> = {
  полтора: 1.5,
  півтори: 1.5,
  півтора: 1.5,
  полторы: 1.5,
};
const halves: Readonly<Record<string, Unit>> = {
  полчаса: 'hour',
  півгодини: 'hour',
  полгода: 'year',
  півроку: 'year',
  полчасика: 'hour',
  пивгодини: 'hour',
};

const withHalf = (tokens: Tokens, value: number, at: number): Found<number> => {
  const after = skip(tokens, at, 'and', 'from', 'article');
  return after > at && hasMark(tokens, after, 'half')
    ? { value: value + 0.5, next: after + 1 }
    : { value, next: at };
};

const amountAt = (tokens: Tokens, at: number): Found<number> | undefined => {
  const fraction = fractions[wordAt(tokens, at) ?? ''];
  if (fraction !== undefined) return { value: fraction, next: at + 1 };
  const token = tokens[at];
  if (token?.is === 'pair' && token.secondDigits === 1) {
    return { value: token.first + token.second / 10, next: at + 1 };
  }
  const number = numberAt(tokens, at);
  return number && !number.value.ordinal ? withHalf(tokens, number.value.value, number.next) : undefined;
};

const quantityAt = (tokens: Tokens, start: number): Found<Quantity> | undefined => {
  const at = skip(tokens, start, 'article');
  if (hasMark(tokens, at, 'couple'))
    return { value: { least: 2, most: 2, rough: true }, next: skip(tokens, at + 1, 'of') };
  if (hasMark(tokens, at, 'few')) return { value: { least: 2, most: 6, rough: true }, next: at + 1 };
  const first = amountAt(tokens, at);
  if (!first) return undefined;
  const joined = skip(tokens, first.next, 'to', 'or');
  const second = joined > first.next ? amountAt(tokens, joined) : undefined;
  return second && second.value > first.value
    ? { value: { least: first.value, most: second.value }, next: second.next }
    : { value: exactly(first.value), next: first.next };
};

/** "годину", "неділю" (a week, in the spoken language, where "тому" follows). */
const unitAt = (tokens: Tokens, at: number): Unit | undefined =>
  wordAt(tokens, at) === 'неділю' ? 'week' : senseAt(tokens, at, 'unit');

/** "і двадцять хвилин" after a number of hours. */
const withMinutes = (tokens: Tokens, hours: number, at: number): Found<Ago> | undefined => {
  const minutes = amountAt(tokens, skip(tokens, at, 'and'));
  return minutes && senseAt(tokens, minutes.next, 'unit') === 'minute'
    ? { value: { ...exactly(hours * 60 + minutes.value), unit: 'minute' }, next: minutes.next + 1 }
    : undefined;
};

/** A length of time: "дві години", "годину", "часа два", "an hour and a half", "годину-дві", "2 год 15 хв". */
const lengthAt = (tokens: Tokens, start: number): Found<Ago> | undefined => {
  const at = skip(tokens, start, 'article');
  const half = halves[wordAt(tokens, at) ?? ''];
  if (half) return { value: { ...exactly(0.5), unit: half }, next: at + 1 };
  if (hasMark(tokens, at, 'half')) {
    const unit = senseAt(tokens, skip(tokens, at + 1, 'article'), 'unit');
    return unit && { value: { ...exactly(0.5), unit }, next: skip(tokens, at + 1, 'article') + 1 };
  }
  const quantity = quantityAt(tokens, at);
  if (quantity) {
    const unit = unitAt(tokens, quantity.next);
    if (!unit) return undefined;
    const after = withHalf(tokens, 0, quantity.next + 1);
    const whole = unit === 'hour' ? withMinutes(tokens, quantity.value.least, quantity.next + 1) : undefined;
    if (whole) return whole;
    const extra = after.value;
    const { least, most, rough } = quantity.value;
    return {
      value: { least: least + extra, most: most + extra, unit, rough },
      next: after.next,
    };
  }
  const unit = unitAt(tokens, at);
  if (!unit) return undefined;
  const minutes = unit === 'hour' ? withMinutes(tokens, 1, at + 1) : undefined;
  if (minutes) return minutes;
  // "часа два", "хвилин десять", "годину-дві", "години зо дві": the number after the unit makes it rough.
  const dash = hasMark(tokens, at + 1, 'to', 'or');
  const after = skip(tokens, at + 1, 'to', 'or', 'couple', 'from', 'at');
  const inverted = quantityAt(tokens, after);
  if (inverted && senseAt(tokens, inverted.next, 'unit') === undefined) {
    return dash
      ? { value: { ...inverted.value, least: 1, unit }, next: inverted.next }
      : { value: { ...inverted.value, unit, rough: true }, next: inverted.next };
  }
  const whole = withHalf(tokens, 1, at + 1);
  return { value: { ...exactly(whole.value), unit }, next: whole.next };
};

const latelyPhrases = ['на днях', 'днями', 'other day', 'на цих днях'];

const negative = ({ least, most, ...rest }: Ago): Ago => ({ ...rest, least: -most, most: -least });

/**
 * "дві години тому", "час назад", "3 days ago", and ahead: "через годину", "in two hours". Counting in whole days, months
 * and years names a day, a month, a year; the rest stays a distance from now.
 */
export const agoAt = (tokens: Tokens, at: number): Found<Said> | undefined => {
  for (const phrase of latelyPhrases) {
    const next = phraseAt(tokens, at, phrase);
    if (next !== undefined) return { value: { ago: { least: 0, most: 6, unit: 'day', rough: true } }, next };
  }
  const ahead = hasMark(tokens, at, 'in');
  const length = lengthAt(tokens, ahead ? at + 1 : at);
  if (!length) return undefined;
  if (ahead) return { value: { ago: negative(length.value) }, next: length.next };
  if (!hasMark(tokens, length.next, 'ago')) return undefined;
  const next = length.next + 1;
  const { least, most, rough } = length.value;
  // The abbreviation "год" is hours in Ukrainian; alone, before the Russian "назад", it is a year.
  const isYear = wordAt(tokens, at) === 'год';
  const unit = isYear ? 'year' : length.value.unit;
  if (unit === 'week' && hasMark(tokens, at - 1, 'exact'))
    return { value: { day: { shift: -least * 7 } }, next };
  const isWhole = least === most && Number.isInteger(least) && !rough;
  if (isWhole && unit === 'day') return { value: { day: { shift: -least } }, next };
  if (isWhole && unit === 'month') return { value: { day: { monthShift: -least } }, next };
  if (isWhole && unit === 'year') return { value: { day: { yearShift: -least } }, next };
  return { value: { ago: { ...length.value, unit } }, next };
};
