import type { DayPart } from '../../time/occurred.ts';
import { shape } from './digits.ts';
import { type NumberRead, number, numeral } from './number.ts';
import type { Match } from './rule/kind.ts';
import {
  either,
  means,
  once,
  opt,
  type Rule,
  seq,
  skip,
  startsWith,
  text,
  unless,
  word,
} from './rule/rule.ts';
import type { Words } from './rule/words.ts';
import { type Clock, heard } from './said.ts';

/**
 * A clock time. `sure`: its words can be nothing else (a bare "5" can, "5 ранку" and "5:00" cannot). `impossible`: an hour or
 * minute that no clock has.
 */
export type ClockRead = Clock & Readonly<{ sure?: true; impossible?: true }>;

const the = opt(word('t-the'));
const oclock = word('t-oclock');
const minuteUnit = word('unit', 'minute');
const partValue = (value: string): DayPart | undefined =>
  (['night', 'morning', 'day', 'evening'] as const).find(part => part === value);

/** "ранку", "in the morning", "pm" after a clock time. */
const halfOfDay: Rule<Clock['half'] & string> = once(
  either<Clock['half'] & string>(
    means(word('t-am'), () => 'am' as const),
    means(word('t-pm'), () => 'pm' as const),
    means(text('рано'), () => 'morning' as const),
    unless(
      means(
        seq(opt(text(',')), opt(word('t-at')), the, either(word('part'), word('part-name'))),
        ([, , , part]) => partValue(part),
      ),
      // "о третій, ніч на 5 травня": what begins a phrase of its own is left to it.
      seq(either(word('t-onto'), word('t-since'), text('of')), opt(number)),
    ),
  ),
);

const isHour = (value: number): boolean => value >= 0 && value <= 24;
const isOnDial = (hour: number): true | undefined => (hour >= 0 && hour <= 11) || undefined;

/** So many minutes before a named hour: "пів на четверту", "без десяти пять". */
const before = (hour: number, minutes: number): ClockRead => {
  const whole = hour === 0 ? 23 : hour - 1;
  return heard({ hour: whole, minute: 60 - minutes, dial: isOnDial(whole), sure: true });
};
const past = (hour: number, minute: number): ClockRead =>
  heard({ hour: hour % 24, minute, dial: (hour >= 0 && hour <= 12) || undefined, sure: true });

const namedHour: Rule<NumberRead> = once(
  either<NumberRead>(
    means(seq(number, opt(oclock)), ([hour]) => (hour.value >= 1 && hour.value <= 24 ? hour : undefined)),
    means(word('hour-name'), hour => ({ value: hour === '0' ? 24 : 12, ordinal: 'hour' })),
    means(text('час'), () => ({ value: 1, ordinal: 'hour' })),
  ),
);
const dialHour = means(namedHour, hour => (hour.value <= 13 ? hour : undefined));
const ordinalHour = means(namedHour, hour => (hour.ordinal ? hour : undefined));
const fewMinutes: Rule<number> = means(either(number, numeral), minutes =>
  minutes.ordinal || minutes.value < 1 || minutes.value > 59 ? undefined : minutes.value,
);
/** In "без двадцяти пять" two words are two numbers; in "без двадцяти пяти шесть" three are. */
const minutesThenHour: Rule<readonly [number, NumberRead]> = (words, at) => {
  const rest = seq(opt(minuteUnit), opt(word('t-to')), namedHour);
  for (const minutes of [number, numeral]) {
    const first = minutes(words, at);
    const then = first && !first.value.ordinal && first.value.value <= 59 && rest(words, first.to);
    if (first && then) return { value: [first.value.value, then.value[2]], to: then.to };
  }
  return undefined;
};

/** Half and quarter hours, and minutes before and after an hour. */
const aroundHour: Rule<ClockRead> = once(
  either(
    means(word('half-hour'), hour => before(Number(hour), 30)),
    means(
      seq(word('t-half'), opt(text('-')), opt(either(word('t-past'), text('до'))), dialHour),
      ([, , , hour]) => before(hour.value, 30),
    ),
    means(seq(word('t-half-past'), dialHour), ([, hour]) => past(hour.value, 30)),
    means(seq(word('t-half-to'), dialHour), ([, hour]) => before(hour.value, 30)),
    means(seq(either(word('t-minus'), text('за')), word('t-quarter'), namedHour), ([, , hour]) =>
      before(hour.value, 15),
    ),
    means(seq(the, word('t-quarter'), text('to', 'till', 'before', 'до', 'of'), namedHour), ([, , , hour]) =>
      before(hour.value, 15),
    ),
    means(seq(the, word('t-quarter'), text('past', 'after', 'по', 'після'), namedHour), ([, , , hour]) =>
      past(hour.value, 15),
    ),
    means(seq(minuteUnit, fewMinutes, text('на'), ordinalHour), ([, minutes, , hour]) =>
      before(hour.value, 60 - minutes),
    ),
    means(seq(word('t-quarter'), opt(text('на')), namedHour), ([, , hour]) => before(hour.value, 45)),
    means(seq(word('t-minus'), minutesThenHour), ([, [minutes, hour]]) => before(hour.value, minutes)),
    means(seq(fewMinutes, opt(minuteUnit), text('past', 'after'), dialHour), ([minutes, , , hour]) =>
      past(hour.value, minutes),
    ),
    means(seq(fewMinutes, opt(minuteUnit), text('по', 'після'), ordinalHour), ([minutes, , , hour]) =>
      past(hour.value, minutes),
    ),
    means(seq(fewMinutes, minuteUnit, text('to', 'до'), dialHour), ([minutes, , , hour]) =>
      before(hour.value, minutes),
    ),
    means(seq(number, text('to'), dialHour), ([minutes, , hour]) =>
      minutes.digits === undefined && minutes.value % 5 === 0 ? before(hour.value, minutes.value) : undefined,
    ),
    means(seq(fewMinutes, minuteUnit, opt(text('на')), ordinalHour), ([minutes, , , hour]) =>
      before(hour.value, 60 - minutes),
    ),
  ),
);

const namedInWords: Rule<ClockRead> = means(word('hour-name'), hour =>
  hour === '0' ? { hour: 0, midnight: true, sure: true } : { hour: 12, sure: true },
);

const two = (digits: string | undefined): boolean => digits?.length === 2;

/** "00", which after a dash ends no range. */
export const isNought = (words: Words, at: number): boolean =>
  words.text(at) === '00' && shape(words, at) === undefined;

/** "16-40": no range of hours. */
const isPastHours = (words: Words, at: number): boolean =>
  /^(?:2[5-9]|[3-5]\d)$/.test(words.text(at)) && !words.isForeign(at + 1) && shape(words, at) === undefined;

/** Minutes that follow an hour: "четвертій двадцять", "15 год 40 хв", "15-40", "шесть ноль ноль". */
const minutesAfter = (
  words: Words,
  at: number,
  hour: NumberRead,
  named: boolean,
  led: boolean,
): Match<number> | undefined => {
  const half = words.sense('t-with-half', at);
  if (half) return { value: 30, to: half.to };
  const dashed =
    !named &&
    hour.digits !== undefined &&
    words.text(at) === '-' &&
    (led || isNought(words, at + 1) || isPastHours(words, at + 1) || halfOfDay(words, at + 2) !== undefined);
  // "five-thirty"
  const isHyphen = hour.digits === undefined && words.text(at) === '-' && words.numeral(at + 1) !== undefined;
  if (isHyphen) return minutesAfter(words, at + 1, hour, named, led);
  const joined = dashed ? { to: at + 1 } : words.sense('t-and', at);
  const start = joined?.to ?? at;
  // In "5 24.02.2022" a date begins.
  const minutes = shape(words, start) ? undefined : number(words, start);
  if (!minutes || minutes.value.ordinal || minutes.value.value > 59) return undefined;
  const { value, digits } = minutes.value;
  const afterZero = value === 0 && digits === undefined ? numeral(words, minutes.to) : undefined;
  if (afterZero && afterZero.value.value < 10) return { value: afterZero.value.value, to: afterZero.to };
  const unit = words.sense('unit', minutes.to);
  if (unit?.value === 'minute') return { value, to: unit.to };
  const isDay = unit?.value === 'day' && halfOfDay(words, minutes.to) !== undefined;
  if ((unit && !isDay) || words.sense('t-oclock', minutes.to) || words.sense('month', minutes.to))
    return undefined;
  if (dashed)
    return two(digits) && (value > 24 || (value % 5 === 0 && (value > 12 || !halfOfDay(words, minutes.to))))
      ? { value, to: minutes.to }
      : undefined;
  if (start !== at) return undefined;
  const isFull = two(hour.digits) && digits === '00';
  const isHalved = two(digits) && value > 12 && halfOfDay(words, minutes.to) !== undefined;
  const follows = led || named || isFull || isHalved || (hour.digits === undefined && value >= 10);
  const isSpoken = digits === undefined ? value === 0 || value >= 10 : two(digits);
  return follows && isSpoken && !words.isForeign(minutes.to) ? { value, to: minutes.to } : undefined;
};

/** "0340", "0340 hrs": four digits are an hour and minutes where they are led to, end so, or begin with a nought. */
const fourDigits = (
  words: Words,
  { value, to }: Match<NumberRead>,
  led: boolean,
): Match<ClockRead> | undefined => {
  const hours = oclock(words, to);
  // "T0504" is a road.
  if (words.passage.tokens[to - 1]?.glued && words.passage.tokens[to - 2]?.kind === 'word') return undefined;
  const isYear = value.value >= 1990 && value.value < 2100;
  if (!hours && !value.digits?.startsWith('0') && !(led && !isYear)) return undefined;
  const [hour, minute] = [Math.floor(value.value / 100), value.value % 100];
  return isHour(hour) && minute < 60
    ? { value: { hour, minute, sure: true }, to: hours?.to ?? to }
    : undefined;
};

const hourInWords = (words: Words, at: number, led: boolean): Match<ClockRead> | undefined => {
  // Russian: "в час дня" is one o'clock; Ukrainian "час" is time itself, so the part of the day must follow.
  if (words.text(at) === 'час' && words.text(at - 1) !== 'під' && halfOfDay(words, at + 1))
    return { value: { hour: 1, sure: true }, to: at + 1 };
  const isOne =
    words.text(at) === 'час' && led && /^[ву]$/.test(words.text(at - 1)) && words.text(at + 1) === '';
  if (isOne) return { value: { hour: 1, dial: true }, to: at + 1 };
  // "нуль третя сорок": the nought of "03", said aloud.
  const padded = words.numeral(at) === 0 ? number(words, at + 1) : undefined;
  const isPadded = padded !== undefined && padded.value.value < 10 && padded.value.digits === undefined;
  const read = isPadded ? padded : number(words, at);
  if (!read) return undefined;
  const { value, digits, ordinal } = read.value;
  if (digits?.length === 4 && !ordinal) return fourDigits(words, read, led);
  if (ordinal && (ordinal === 'other' || led) && words.text(read.to) === 'часу' && value <= 24)
    return { value: heard({ hour: value - 1, dial: isOnDial(value - 1), sure: true }), to: read.to + 1 };
  if (ordinal === 'day' || ordinal === 'other' || digits?.length === 3) return undefined;
  const named = oclock(words, read.to);
  if (named && words.sense('t-ago', named.to)) return undefined;
  // "чекали швидку дві години" is a length.
  if (named && !led && !ordinal && words.isForeign(at - 1) && !halfOfDay(words, named.to)) return undefined;
  const unit = words.sense('unit', read.to);
  if (unit && !named && !halfOfDay(words, read.to)) return undefined;
  if (!isHour(value)) {
    const isMeant = (named || ordinal === 'hour') && led && value < 100;
    return isMeant
      ? { value: { hour: 0, impossible: true, sure: true }, to: named?.to ?? read.to }
      : undefined;
  }
  const minutes = minutesAfter(words, named?.to ?? read.to, read.value, named !== undefined, led);
  const isDial = value >= 1 && value <= 11 && !isPadded && !digits?.startsWith('0') && !(minutes && digits);
  const isSure = named !== undefined || minutes !== undefined || (led && ordinal === 'hour');
  return {
    value: heard({
      hour: value,
      minute: minutes?.value,
      dial: isDial || undefined,
      sure: isSure || undefined,
    }),
    to: minutes?.to ?? named?.to ?? read.to,
  };
};

/** "в начале шестого": a little after five. */
const beginningOfHour: Rule<ClockRead> = means(
  unless(
    seq(word('t-third', '0', '2'), number),
    either(word('month'), word('t-month-day'), word('t-year-word')),
  ),
  ([, { value, ordinal }]) =>
    ordinal === 'day' && value <= 12
      ? heard<ClockRead>({ hour: value - 1, dial: isOnDial(value - 1), sure: true })
      : undefined,
);

const inDigits = (words: Words, at: number, led: boolean): Match<ClockRead> | undefined => {
  const found = shape(words, at);
  if (found?.value.is === 'clock') {
    const { hour, minute } = found.value;
    const isPossible = isHour(hour) && minute < 60 && !(hour === 24 && minute > 0);
    const to = oclock(words, found.to)?.to ?? found.to;
    return {
      value: isPossible ? { hour, minute, sure: true } : { hour: 0, impossible: true, sure: true },
      to,
    };
  }
  if (found?.value.is !== 'pair') return undefined;
  const { first, second, mark, secondDigits } = found.value;
  const fits = mark === '.' && secondDigits === 2 && isHour(first) && second < 60;
  // "11.05 вечора" is an hour, "11.05 ввечері" a day.
  const isHourly = /^(?:ранку|утра|дня|вечора|вечера|ночі|ночи|[ap]m?)$/.test(words.text(found.to));
  return fits && (led || second > 12 || second === 0 || isHourly)
    ? { value: { hour: first, minute: second, sure: true }, to: found.to }
    : undefined;
};

const hourStarts = ['#', 'ordinal', '=час'] as const;
const inWords = (led: boolean): Rule<ClockRead> =>
  either<ClockRead>(
    namedInWords,
    aroundHour,
    beginningOfHour,
    startsWith(hourStarts, (words, at) => hourInWords(words, at, led)),
  );
const ledInWords = inWords(true);
const bareInWords = inWords(false);

/** A clock time at this place. `led`: a word before it ("о", "at") says that it is one. */
export const clockAt = (words: Words, at: number, led: boolean): Match<ClockRead> | undefined =>
  (led ? ledClock : bareClock)(words, at);

const clock = (words: Words, start: number, led: boolean): Match<ClockRead> | undefined => {
  const at = the(words, start)?.to ?? start;
  const isDigital = shape(words, at) !== undefined;
  const found = isDigital ? inDigits(words, at, led) : (led ? ledInWords : bareInWords)(words, at);
  if (!found) return undefined;
  const half = halfOfDay(words, found.to);
  return half ? { value: { ...found.value, half: half.value, sure: true }, to: half.to } : found;
};
const clockStarts =
  '# ordinal =час hour-name half-hour t-half t-half-past t-half-to t-quarter t-minus t-the t-third unit'.split(
    ' ',
  );
const ledClock = once(startsWith<ClockRead>(clockStarts, (words, at) => clock(words, at, true)));
const bareClock = once(startsWith<ClockRead>(clockStarts, (words, at) => clock(words, at, false)));

type Introduction = Readonly<{
  to: number;
  /** A word says that a time follows ("у", "at", "близько"). */
  led: boolean;
  /** A word that leads to nothing else does ("о", "at"). */
  firm: boolean;
  about: boolean;
}>;

const introductions: Rule<string> = once(
  either<string>(
    means(seq(word('unit', 'hour'), word('t-at')), () => 't-at'),
    means(word('t-clock-at'), () => 't-clock-at'),
    ...['t-at', 't-about', 't-exact', 't-the'].map(family => means(word(family), () => family)),
    means(word('t-maybe', 'rough'), () => 't-about'),
    means(word('t-maybe', ''), () => 't-maybe'),
  ),
);

const introductionWords = skip(5, introductions);

/** What may stand before a clock time. */
export const introduction = (words: Words, at: number): Introduction =>
  introduced(words, at)?.value ?? { to: at, led: false, firm: false, about: false };

const introduced: Rule<Introduction> = once((words, at) => {
  const passed = introductionWords(words, at);
  const families = passed?.value ?? [];
  const firm = families.includes('t-clock-at');
  const about = families.includes('t-about');
  const to = passed?.to ?? at;
  return { value: { to, led: firm || about || families.includes('t-at'), firm, about }, to };
});
