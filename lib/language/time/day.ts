import { type Shape, shape } from './digits.ts';
import { number } from './number.ts';
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
import { type Day, heard } from './said.ts';
import { endYear, relativeYear, withYear, year, yearWord } from './year.ts';

/**
 * A day read. `evidence` of what a long text needs before it is taken for one: `own`, nothing; `company`, another time beside
 * it; `answer`, that the whole text answers when it was.
 */
export type DayRead = Readonly<{ day: Day; evidence: 'own' | 'company' | 'answer'; impossible?: true }>;

const isDay = (value: number): boolean => value >= 1 && value <= 31;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;
const the = opt(word('t-the'));
const of = opt(word('t-of'));
const unit = (...values: readonly string[]) => word('unit', ...values);
const ofThe = skip(2, word('t-of'), word('t-the'));
const dashOfThe = skip(2, text('-'), word('t-of'), word('t-the'));
const theNumber = seq(the, number);
const twoYears = seq(of, number, text('-', '/'), number);
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const own = (day: Day): DayRead => ({ day: heard(day), evidence: 'own' });
const impossible: DayRead = { day: {}, evidence: 'own', impossible: true };
const dated = (day: Day): DayRead =>
  day.day !== undefined && (day.day < 1 || day.day > (longestMonth[(day.month ?? 1) - 1] ?? 0))
    ? impossible
    : own(day);

/** Two numbers as day and month, in the one order that they allow or, when they allow both, marked so. */
const dayAndMonth = (first: number, second: number, orderKnown: boolean): Day | undefined => {
  if (isDay(first) && isMonth(second)) {
    const isOpen = !orderKnown && isMonth(first) && first !== second;
    return isOpen ? { day: first, month: second, either: true } : { day: first, month: second };
  }
  return !orderKnown && isMonth(first) && isDay(second) ? { day: second, month: first } : undefined;
};

const measure = text(
  ...'мм см км м кг г т тонн га mm cm km kg m тис млн грн градусов градусів ° %'.split(' '),
);

const inDigits: Rule<DayRead> = startsWith(['#'], (words, at) => {
  const found: Match<Shape> | undefined = shape(words, at);
  if (found?.value.is === 'date') {
    const { day, month, year: y, orderKnown } = found.value;
    const read = dayAndMonth(day, month, orderKnown);
    const to = yearWord(words, found.to)?.to ?? found.to;
    return { value: read ? dated({ ...read, year: y }) : impossible, to };
  }
  if (found?.value.is === 'month') {
    const to = yearWord(words, found.to)?.to ?? found.to;
    return { value: own({ month: found.value.month, year: found.value.year }), to };
  }
  if (found?.value.is !== 'pair' || found.value.mark === ',' || measure(words, found.to)) return undefined;
  const { first, second, mark, secondDigits } = found.value;
  const read = dayAndMonth(first, second, mark === '.');
  // "32.05" looks like a date, and is none; "7.62" is a calibre.
  if (!read)
    return mark === '.' && secondDigits === 2 && first > 31 && first < 60 && isMonth(second)
      ? { value: impossible, to: found.to }
      : undefined;
  const whole = withYear(words, read, found.to);
  return {
    value: { ...dated(whole.value), evidence: mark === '.' && secondDigits === 2 ? 'own' : 'answer' },
    to: whole.to,
  };
});

const isEnglish = (words: Words, at: number): boolean => /^[a-z]+$/.test(words.text(at));

/** Is a word that names a month or day another word as well, and written as that other word would be? */
const isWeak = (words: Words, at: number): boolean => words.sense('t-weak', at) !== undefined;

/** "we sat in", "the sun was": such a word is of time only where no other words stand about it. */
const isOtherWord = (words: Words, at: number, to: number): boolean => {
  const after = ofThe(words, to)?.to ?? to;
  return isWeak(words, at) && (words.isForeign(at - 1) || words.isForeign(after));
};

/** "поранило Середу Івана": a surname has a capital, where days of the week have none, and names beside it. */
const isName = (words: Words, at: number, to: number): boolean => {
  const { tokens, sentences } = words.passage;
  const token = tokens[at];
  if (!token?.capital || isEnglish(words, at) || isLed(words, at)) return false;
  const isFirst = sentences[token.sentence]?.from === at;
  const isNamed = words.isForeign(to) && tokens[to]?.capital === true;
  return isNamed || (!isFirst && (words.isForeign(at - 1) || words.isForeign(to)));
};

const inOrSince: Rule<string> = either(
  word('t-at'),
  word('t-on'),
  word('t-since'),
  word('t-third'),
  word('t-between'),
);
const isLed = (words: Words, at: number): boolean => inOrSince(words, at - 1)?.to === at;

const startsSaying: Rule<unknown> = either<unknown>(unit(), word('t-oclock'), word('t-ago'), text(':', '/'));

/** A month, with its year; in English with the day that follows it. */
const monthFirst: Rule<DayRead> = once(
  startsWith(['month'], (words, at) => {
    const named = words.sense('month', at);
    if (
      !named ||
      (isOtherWord(words, at, named.to) &&
        !year(words, named.to) &&
        !number(words, named.to) &&
        !isLed(words, at))
    )
      return undefined;
    const month = Number(named.value);
    const isShort = words.text(at).length <= 5 && words.text(at + 1) === '.' && words.text(at + 2) !== '';
    const after = isShort ? named.to + 1 : named.to;
    const numbered = theNumber(words, after);
    const dayNumber = numbered?.value[1];
    const end = numbered?.to ?? after;
    const isYear = year(words, after) !== undefined;
    const follows =
      dayNumber !== undefined && !isYear && dayNumber.value <= 99 && startsSaying(words, end) === undefined;
    const isDigital = shape(words, after) !== undefined;
    if (follows && isEnglish(words, at) && dayNumber.digits?.length !== 4 && !isDigital) {
      const whole = withYear(words, { month, day: dayNumber.value }, end);
      return { value: dated(whole.value), to: whole.to };
    }
    const whole = withYear(words, { month }, after);
    const hasYear = whole.to > after;
    const digits = hasYear ? number(words, after)?.value : undefined;
    // "березня 22", "у листопаді двадцять другого": the two digits of a year, or a day.
    const isGenitive = /[яа]$|ого$/.test(words.text(at));
    const isOpen = digits !== undefined && digits.value <= 31 && whole.to === theNumber(words, after)?.to;
    // "в марте двадцать второго": who means the day says "двадцать второго марта".
    const isYear_ = digits !== undefined && digits.value >= 22 && /[іе]$|му$/.test(words.text(at));
    const isSpoken = !isYear_ && digits?.digits === undefined && digits?.ordinal !== undefined;
    const orDay = isOpen && ((isGenitive && !digits.ordinal) || isSpoken) ? digits.value : undefined;
    const isNoun = !isWeak(words, at);
    const evidence =
      hasYear || (isNoun && isLed(words, at)) || words.text(at - 1) === 'in' ? 'own' : 'answer';
    return { value: { day: heard({ ...whole.value, orDay }), evidence }, to: whole.to };
  }),
);

const whichMonth = seq(word('t-which'), unit('month'));

/** "14 березня", "14-го березня", "the 5th of May", "5 числа", "5-го". */
const dayFirst = (bare: boolean): Rule<DayRead> =>
  startsWith(['#', 'ordinal'], (words, at) => {
    if (shape(words, at)) return undefined;
    const read = number(words, at);
    if (!read) return undefined;
    const { value, ordinal, digits } = read.value;
    if (digits && digits.length > 2) return undefined;
    const numbered = words.sense('t-month-day', read.to);
    const after = dashOfThe(words, numbered?.to ?? read.to)?.to ?? read.to;
    const named = words.sense('month', after);
    if (named && !(words.text(after) === 'may' && isModal(words, after + 1) && !ordinal)) {
      const isShort = words.text(after).length < 5 && words.text(named.to) === '.';
      const month = Number(named.value);
      const whole = withYear(words, { day: value, month }, isShort ? named.to + 1 : named.to);
      return { value: dated(whole.value), to: isShort && whole.to === named.to + 1 ? named.to : whole.to };
    }
    // "десятого п'ятого двадцять другого": a date read aloud.
    const second = ordinal === 'day' && !digits ? number(words, read.to) : undefined;
    if (second?.value.ordinal === 'day' && !second.value.digits && isMonth(second.value.value)) {
      const aloud = withYear(words, { day: value, month: second.value.value }, second.to);
      const ended = aloud.to === second.to ? endYear(words, second.to) : undefined;
      const whole = ended ? { value: { ...aloud.value, year: ended.value }, to: ended.to } : aloud;
      return { value: dated(whole.value), to: whole.to };
    }
    const which = whichMonth(words, after);
    if (which) return { value: dated({ day: value, monthShift: Number(which.value[0]) }), to: which.to };
    if (numbered) return { value: dated({ day: value }), to: numbered.to };
    // English "first" and "second" count.
    if (isEnglish(words, at) && !digits && !words.sense('t-the', at - 1)) return undefined;
    if (ordinal === 'day' && value > 31 && digits)
      return { value: { ...impossible, evidence: 'answer' }, to: read.to };
    if (!isDay(value)) return undefined;
    const isCounted =
      words.sense('unit', read.to) !== undefined || words.sense('part-name', read.to)?.value === 'day';
    if ((ordinal === 'day' && !isCounted) || bare)
      return { value: { day: { day: value }, evidence: 'company' }, to: read.to };
    return undefined;
  });

/** Two days and one month, "9/10 May", or the days alone, "11/12", which only a night is told by. */
export const slashedDays: Rule<readonly [DayRead, DayRead]> = startsWith(['#'], (words, at) => {
  const found = shape(words, at);
  if (found?.value.is !== 'pair' || found.value.mark !== '/') return undefined;
  const after = dashOfThe(words, found.to)?.to ?? found.to;
  const named = words.sense('month', after);
  const { first, second } = found.value;
  if (!named && second === first + 1)
    return { value: [dated({ day: first }), dated({ day: second })], to: found.to };
  if (!named) return undefined;
  const whole = withYear(words, { day: second, month: Number(named.value) }, named.to);
  return { value: [dated({ day: first }), dated(whole.value)], to: whole.to };
});

const yearAlone: Rule<DayRead> = startsWith(
  ['#', 'ordinal', '=дві', '=две', '=двох', '=двух', '=two'],
  (words, at) => {
    const read = year(words, at);
    if (!read || words.text(at) === ',' || words.text(at) === '-') return undefined;
    const isSaid = read.value.named || (isLed(words, at) && !words.isForeign(read.to));
    return {
      value: { day: { year: read.value.year }, evidence: isSaid ? 'own' : 'answer' },
      to: read.to,
    };
  },
);

const which = word('t-which');

const whichSunday = seq(which, word('t-sunday-week'));
const sundayWeek: Rule<DayRead> = (words, at) => {
  const found = words.text(at - 1) === 'на' ? whichSunday(words, at) : undefined;
  return found && { value: own({ week: Number(found.value[0]) }), to: found.to };
};

/** "минулого тижня", "last Tuesday", "в прошлом марте", "the week before last". */
const relative: Rule<DayRead> = once(
  either<DayRead>(
    means(seq(which, unit('week')), ([shift]) => own({ week: Number(shift) })),
    // "на тій неділі" is a week, where "в неділю" is Sunday.
    sundayWeek,
    means(seq(which, unit('month')), ([shift]) => own({ monthShift: Number(shift) })),
    means(seq(which, unit('year')), ([shift]) => own({ yearShift: Number(shift) })),
    means(seq(which, word('t-weekend')), ([shift]) => own({ weekend: true, which: whichOf(shift) })),
    means(seq(which, word('weekday')), ([shift, weekday]) =>
      own({ weekday: Number(weekday), which: whichOf(shift) }),
    ),
    means(seq(which, word('season')), ([shift, season]) =>
      own({ season: Number(season), which: whichOf(shift) }),
    ),
    means(seq(word('t-which', '-1', '-2'), unit('day')), ([shift]) => own({ shift: Number(shift) })),
    means(seq(which, monthFirst), ([shift, read]) => own({ ...read.day, which: whichOf(shift) })),
    means(
      unless(
        seq(word('weekday'), which),
        either<unknown>(unit(), word('weekday'), word('part-name'), word('month'), word('season')),
      ),
      ([weekday, shift]) => own({ weekday: Number(weekday), which: whichOf(shift) }),
    ),
    means(seq(word('season'), word('t-before-last')), ([season]) =>
      own({ season: Number(season), which: -2 }),
    ),
    means(seq(word('weekday'), word('t-before-last')), ([weekday]) =>
      own({ weekday: Number(weekday), which: -2 }),
    ),
    means(seq(unit('week'), word('t-before-last')), () => own({ week: -2 })),
    means(seq(unit('month'), word('t-before-last')), () => own({ monthShift: -2 })),
    means(seq(unit('year'), word('t-before-last')), () => own({ yearShift: -2 })),
    means(relativeYear, own),
  ),
);

const whichOf = (value: string): Day['which'] => ([-2, -1, 0, 1] as const).find(one => String(one) === value);

const weekday: Rule<DayRead> = startsWith(['weekday'], (words, at) => {
  const named = words.sense('weekday', at);
  if (!named) return undefined;
  if (isOtherWord(words, at, named.to) || isName(words, at, named.to)) return undefined;
  const isShort =
    words.text(at).length < 4 && words.text(named.to) === '.' && words.text(named.to + 1) !== '';
  const to = isShort ? named.to + 1 : named.to;
  const isEnglishName = isEnglish(words, at) && words.passage.tokens[at]?.capital && !isWeak(words, at);
  const evidence = (isLed(words, at) && !isWeak(words, at)) || isEnglishName ? 'own' : 'company';
  return { value: { day: { weekday: Number(named.value) }, evidence }, to };
});

const season: Rule<DayRead> = startsWith(['season'], (words, at) => {
  const named = words.sense('season', at);
  if (!named) return undefined;
  // The winter of two years: "взимку 2024–2025", "зима 24/25".
  const pair = twoYears(words, named.to);
  const [, first, , second] = pair?.value ?? [];
  const isWinter = named.value === '3' && first && second && second.value % 100 === (first.value % 100) + 1;
  if (pair && isWinter) {
    const to = yearWord(words, pair.to)?.to ?? pair.to;
    return { value: own({ season: 3, year: 2000 + (first.value % 100), which: 0 }), to };
  }
  const whole = withYear(words, { season: Number(named.value) }, named.to);
  const isSure = whole.to > named.to || words.sense('t-season-when', at) !== undefined;
  const isIntroduced = isLed(words, at) && !isEnglish(words, at);
  return { value: { day: whole.value, evidence: isSure || isIntroduced ? 'own' : 'answer' }, to: whole.to };
});

const holiday: Rule<DayRead> = startsWith(['holiday'], (words, at) => {
  const named = words.sense('holiday', at);
  const whole = named && withYear(words, { holiday: named.value }, named.to);
  return whole && { value: own(whole.value), to: whole.to };
});

/** The beginning, middle or end of a month, a year, a season. */
const third: Rule<DayRead> = means(
  seq(
    word('t-third'),
    skip(2, text('-'), word('t-of'), word('t-the')),
    either(relative, monthFirst, yearAlone),
  ),
  ([part, , { day }]) => {
    if (day.day !== undefined || day.weekday !== undefined || day.week !== undefined) return undefined;
    return own({ ...day, third: ([0, 1, 2] as const).find(one => String(one) === part) });
  },
);

const lastOne: Rule<number> = means(word('t-final'), () => -1);
const piece = (of: 'half' | 'week' | 'decade', noun: Rule<string>): Rule<DayRead> =>
  means(
    seq(
      either<number>(
        means(number, ({ value, ordinal }) => (ordinal ? value : undefined)),
        lastOne,
      ),
      noun,
      ofThe,
      monthFirst,
    ),
    ([index, named, , { day, impossible: isNone }]) => {
      if (isNone || day.day !== undefined || index > 5) return undefined;
      return own({ ...day, piece: { of, index }, weekday: /^\d$/.test(named) ? Number(named) : undefined });
    },
  );

/** "the second half of March", "перший тиждень травня". */
const pieces: Rule<DayRead> = either<DayRead>(
  piece('half', either(word('t-half'), word('t-half-past'))),
  piece('week', unit('week')),
  piece('week', word('weekday')),
  piece('decade', word('t-decade')),
);

/** Reckonings that are asked about: "two summers ago", "on the second day of Easter". */
const tooFar: Rule<DayRead> = means(
  either<unknown>(
    seq(number, either(word('season'), word('weekday')), word('t-ago')),
    seq(number, unit('day'), ofThe, word('holiday')),
  ),
  () => impossible,
);

const simple: Rule<DayRead> = once(
  either<DayRead>(
    means(seq(word('days-from-now'), opt(text('день', 'дня', 'дню'))), ([shift]) =>
      own({ shift: Number(shift) }),
    ),
    third,
    pieces,
    tooFar,
    // Not "у тому числі 15".
    means(seq(text('числа', 'чисел'), number), ([, { value, ordinal }]) =>
      ordinal === 'hour' ? undefined : { ...dated({ day: value }), evidence: 'company' },
    ),
    relative,
    inDigits,
    dayFirst(false),
    monthFirst,
    means(word('t-weekend'), () => own({ weekend: true })),
    holiday,
    season,
    weekday,
    yearAlone,
  ),
);
const simpleOrBare: Rule<DayRead> = either<DayRead>(simple, dayFirst(true));

/** "вулиця 8 Березня", "день незалежності сквер" is an address. */
const isAddress = (words: Words, at: number): boolean =>
  [at - 1, at - 2].some(place => words.passage.at('t-street', place) !== undefined);

const notAddress =
  (rule: Rule<DayRead>): Rule<DayRead> =>
  (words, at) => {
    const match = rule(words, at);
    return match && isAddress(words, at) ? undefined : match;
  };

/** A day, or a longer stretch of the calendar, named at this place. */
export const dayAt: Rule<DayRead> = once(means(seq(the, notAddress(simple)), ([, day]) => day));
/** The same, where a number alone is a day of the month ("з 3 по 5 травня"). */
export const dayOrNumberAt: Rule<DayRead> = once(means(seq(the, notAddress(simpleOrBare)), ([, day]) => day));

/** "3 may have died": no month. */
const isModal = (words: Words, at: number): boolean =>
  /^(have|be|still|also|not|yet|never|need)$/.test(words.text(at));
