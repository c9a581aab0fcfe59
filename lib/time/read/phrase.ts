import { agoAt } from './ago.ts';
import { clockAt } from './clock.ts';
import { type Found, hasMark, numberAt, phraseAt, senseAt, skip, type Tokens, wordAt } from './cursor.ts';
import { dayAt } from './day.ts';
import type { Day, Said } from './said.ts';

/**
 * `answer`: the text answers "when was it?", so a bare number may be an hour. `account`: the text tells of many things, and a
 * number is a time only where nothing else is possible.
 */
export type Mode = 'answer' | 'account';

/** A stretch of tokens, from `from` up to `next`, that says something of a time. */
export type Item = Readonly<{
  from: number;
  next: number;
  said: Said;
  /** Is it a time by itself, or only in the company of others ("близько", "до")? */
  alone: boolean;
  negated?: true;
}>;

type Rule = (tokens: Tokens, at: number, mode: Mode) => Found<Said> | undefined;

const months = (day: Day): Pick<Day, 'month' | 'year'> => ({
  ...(day.month !== undefined && { month: day.month }),
  ...(day.year !== undefined && { year: day.year }),
});

/** The first day of a pair takes from the second the month and year that it leaves out: "3–5 травня". */
const borrow = (first: Day, second: Day): Day =>
  first.day !== undefined && first.shift === undefined ? { ...months(second), ...first } : first;

const isNightNoun = (tokens: Tokens, at: number): boolean =>
  ['ніч', 'ночь', 'ночі', 'ночи', 'night', 'overnight', 'вночі', 'ночью', 'ніччю'].includes(
    wordAt(tokens, at) ?? '',
  );

/** Past "в", "on the" where the night follows them. */
const toNight = (tokens: Tokens, at: number): number => {
  const after = skip(tokens, at, 'at', 'on', 'in', 'article');
  return isNightNoun(tokens, after) ? after : at;
};

/** "[ніч] з 4 на 5 травня", "night of 4 to 5 May", "4-5 May overnight". */
const nightBetween: Rule = (tokens, before, mode) => {
  const at = toNight(tokens, before);
  const led = isNightNoun(tokens, at);
  const start = led ? skip(tokens, at + 1, 'on', 'article') : at;
  const from = skip(tokens, start, 'from', 'of', 'article');
  if (from === start && !led) return undefined;
  const first = dayAt(tokens, from, { bare: true });
  if (!first) return undefined;
  const joint = first.next;
  const isOnto = ['на', 'into', 'onto'].includes(wordAt(tokens, joint) ?? '');
  if (!isOnto && !(led && hasMark(tokens, joint, 'to', 'and'))) return undefined;
  const second = dayAt(tokens, skip(tokens, joint + 1, 'article'), { bare: true });
  if (!second) return undefined;
  const named = second.value.month ?? second.value.weekday ?? second.value.shift;
  if (!led && named === undefined && mode === 'account') return undefined;
  const trailing = isNightNoun(tokens, second.next) ? second.next + 1 : second.next;
  return { value: { day: second.value, part: 'night', night: 'into' }, next: trailing };
};

/** "в ніч на 5 травня", "overnight into Sunday", "the night of 5 May". */
const nightInto: Rule = (tokens, before) => {
  const at = toNight(tokens, before);
  if (!isNightNoun(tokens, at)) return undefined;
  const word = wordAt(tokens, at);
  const bare = word === 'ніч' || word === 'ночь' || word === 'night';
  const link = at + 1;
  if (['на', 'into', 'onto', 'to'].includes(wordAt(tokens, link) ?? '')) {
    const day = dayAt(tokens, link + 1, { bare });
    return day && { value: { day: day.value, part: 'night', night: 'into' }, next: day.next };
  }
  if (hasMark(tokens, link, 'of') || (bare && wordAt(tokens, link) === 'з')) {
    const day = dayAt(tokens, link + 1, { bare: true });
    return day && { value: { day: day.value, part: 'night', night: 'begins' }, next: day.next };
  }
  return undefined;
};

const earlyPhrases = [
  'early hours of',
  'early hours',
  'small hours of',
  'small hours',
  'after midnight',
  'past midnight',
  'після опівночі',
  'по опівночі',
  'за північ',
  'після півночі',
  'после полуночи',
  'заполночь',
  'за полночь',
];

/** "минулої ночі", "this morning", "прошлым вечером", "night before last", "tonight". */
const namedPart: Rule = (tokens, start) => {
  const at = skip(tokens, start, 'article');
  for (const phrase of earlyPhrases) {
    const next = phraseAt(tokens, at, phrase);
    if (next !== undefined) return { value: { part: 'night', night: 'early' }, next };
  }
  const before = phraseAt(tokens, at, 'night before last');
  if (before !== undefined)
    return { value: { day: { shift: -2 }, part: 'night', night: 'begins' }, next: before };
  const nightBefore = phraseAt(tokens, at, 'night before');
  if (nightBefore !== undefined)
    return { value: { day: { shift: -1 }, part: 'night', night: 'begins' }, next: nightBefore };
  if (wordAt(tokens, at) === 'tonight') return { value: { day: { shift: 0 }, part: 'night' }, next: at + 1 };
  const part = senseAt(tokens, at + 1, 'part');
  if (part === undefined) return undefined;
  const begins = part === 'night' ? ({ night: 'begins' } as const) : {};
  if (hasMark(tokens, at, 'last')) return { value: { day: { shift: -1 }, part, ...begins }, next: at + 2 };
  if (hasMark(tokens, at, 'before_last'))
    return { value: { day: { shift: -2 }, part, ...begins }, next: at + 2 };
  return hasMark(tokens, at, 'this') ? { value: { day: { shift: 0 }, part }, next: at + 2 } : undefined;
};

/** "з 3 по 5 травня", "between 24 February and 30 March", "3–5 травня", "вчора або позавчора". */
const days: Rule = (tokens, start) => {
  const at = skip(tokens, start, 'article');
  const from = skip(tokens, at, 'from', 'article');
  const led = from > at;
  const first = dayAt(tokens, from, { bare: true });
  if (!first) return undefined;
  if (!hasMark(tokens, first.next, 'to', 'and', 'or')) return undefined;
  const isRange =
    led || hasMark(tokens, first.next, 'or') || ['-', '–', '—'].includes(wordAt(tokens, first.next) ?? '');
  if (!isRange) return undefined;
  const second = dayAt(tokens, skip(tokens, first.next + 1, 'on', 'article', 'at'), { bare: true });
  if (!second) return undefined;
  const [a, b] = [first.value, second.value];
  const bothBare =
    a.month === undefined && b.month === undefined && a.day !== undefined && b.day !== undefined;
  if (bothBare && numberAt(tokens, from)?.value.ordinal !== 'day') return undefined;
  const alike =
    (a.day === undefined) === (b.day === undefined) || a.shift !== undefined || b.shift !== undefined;
  return alike ? { value: { day: borrow(a, b), until: b }, next: second.next } : undefined;
};

const atMarks = ['at', 'on', 'about', 'some', 'article'] as const;

/** "між третьою і четвертою", "з 22:00 до 23:30", "3-4 ранку", "о 3 чи 4 ночі". */
const clocks: Rule = (tokens, start, mode) => {
  const led = skip(tokens, start, 'at');
  const at = skip(tokens, led, 'from');
  const introduced = at > led;
  const first = clockAt(tokens, skip(tokens, at, 'article', 'about'), true);
  if (!first || !hasMark(tokens, first.next, 'to', 'and', 'or')) return undefined;
  const dash = ['-', '–', '—'].includes(wordAt(tokens, first.next) ?? '');
  const isRange =
    introduced || dash || hasMark(tokens, first.next, 'or') || wordAt(tokens, first.next) === 'to';
  if (!isRange) return undefined;
  const second = clockAt(tokens, skip(tokens, first.next + 1, 'at', 'article', 'about'), true);
  if (!second) return undefined;
  const [a, b] = [first.value, second.value];
  const inDigits = a.minute !== undefined && b.minute !== undefined;
  if (mode === 'account' && !inDigits && a.half === undefined && b.half === undefined && !b.sure)
    return undefined;
  if (mode === 'account' && !inDigits && b.half === undefined && !introduced && led === start)
    return undefined;
  const half = a.half ?? b.half;
  return {
    value: { clock: { ...a, ...(half && { half }) }, to: { ...b, ...(half && !b.half && { half }) } },
    next: second.next,
  };
};

/** A word that ends like the genitive plural of what can be counted: "о 8 поранених". */
const isCounted = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at];
  return (
    token?.is === 'word' &&
    Object.keys(token.senses).length === 0 &&
    /(их|ів|їв|ей|ов|ев|ам|ами|ьох|ах|ях|оє|ро|ок|ма|ка|ти|ми|мм|м|км|г|кг|грн|осіб|людей|чоловік|человек|тіл|street|people|houses|killed|wounded|injured)$/u.test(
      token.word,
    )
  );
};

const clock: Rule = (tokens, start, mode) => {
  // "годині о сьомій", "часов в восемь": the unit said first.
  const unit =
    senseAt(tokens, start, 'unit') === 'hour' && hasMark(tokens, start + 1, 'at') ? start + 1 : start;
  const at = skip(tokens, unit, ...atMarks);
  const about = hasMark(tokens, at - 1, 'about') || (start > 0 && hasMark(tokens, start - 1, 'about'));
  const led = at > unit || about || wordAt(tokens, start - 1) === 'at';
  const rangeLed = hasMark(tokens, at, 'from', 'before', 'after') ? at + 1 : at;
  const found = clockAt(tokens, at, led) ?? (rangeLed > at ? undefined : undefined);
  if (!found) return undefined;
  const token = tokens[at];
  const isPairLike = token?.is === 'pair' && !led && token.second <= 12;
  if (isPairLike) return undefined;
  const { sure, ...value } = found.value;
  const oClock = ['о', 'об'].includes(wordAt(tokens, at - 1) ?? '');
  const allowed = sure || mode === 'answer' || (oClock && !isCounted(tokens, found.next));
  if (!allowed) return undefined;
  if (
    mode === 'account' &&
    isCounted(tokens, found.next) &&
    value.minute === undefined &&
    value.half === undefined
  ) {
    return undefined;
  }
  const marks = Array.from({ length: at - start }, (_, index) => start + index);
  const isAbout = marks.some(index => hasMark(tokens, index, 'about', 'some'));
  return { value: { clock: value, ...(isAbout && { about: 'rough' as const }) }, next: found.next };
};

const day: Rule = (tokens, start, mode) => {
  const at = skip(tokens, start, 'at', 'on', 'article', 'in');
  const found = dayAt(tokens, at);
  if (!found) return undefined;
  const token = tokens[at];
  const next = found.next;
  if (mode === 'account') {
    const { value } = found;
    const onlyYear = value.year !== undefined && Object.keys(value).length === 1;
    if (onlyYear && !(hasMark(tokens, next - 1, 'year') || at > start)) return undefined;
    const isWeak = hasMark(tokens, at, 'weak') && token?.is === 'word' && next === at + 1;
    if (isWeak && !(at > start && value.month !== undefined)) return undefined;
    if (token?.is === 'pair' && (token.secondDigits < 2 || token.sign !== '.')) return undefined;
    const onlyDay = value.day !== undefined && Object.keys(value).length === 1;
    if (onlyDay && !hasMark(tokens, next - 1, 'of_month') && token?.is === 'word' && at === start)
      return undefined;
  }
  // "Saturday night", "yesterday night": English names a night by the day on which it begins.
  if (wordAt(tokens, next) === 'night' && !hasMark(tokens, next + 1, 'into', 'from', 'of')) {
    return { value: { day: found.value, part: 'night', night: 'begins' }, next: next + 1 };
  }
  return { value: { day: found.value }, next };
};

const part: Rule = (tokens, start, mode) => {
  const at = skip(
    tokens,
    start,
    'at',
    'in',
    'on',
    'article',
    'early',
    'late',
    'middle',
    'before',
    'to',
    'from',
    'after',
    'about',
    'of',
  );
  const found = senseAt(tokens, at, 'part');
  const noon = hasMark(tokens, at, 'noon') && hasMark(tokens, at - 1, 'before', 'after');
  if (noon) {
    return { value: { part: hasMark(tokens, at - 1, 'after') ? 'day' : 'morning' }, next: at + 1 };
  }
  if (found === undefined) return undefined;
  if (found === 'day' && at > start && ['до', 'before', 'перед'].includes(wordAt(tokens, at - 1) ?? '')) {
    return { value: { part: 'morning' }, next: at + 1 };
  }
  const isNoun = /^(ночі|ночи|дня|ранку|утра|вечора|вечера|обед|обід|ранок|вечір|вечер)$/.test(
    wordAt(tokens, at) ?? '',
  );
  if (mode === 'account' && isNoun && at === start) return undefined;
  return { value: { part: found }, next: at + 1 };
};

const nowPhrases = [
  'тільки що',
  'тільки но',
  'тільки - но',
  'только что',
  'just now',
  'right now',
  'прямо зараз',
  'прямо сейчас',
  'just happened',
];
const now: Rule = (tokens, at) => {
  for (const phrase of nowPhrases) {
    const next = phraseAt(tokens, at, phrase);
    if (next !== undefined) return { value: { now: true }, next };
  }
  return hasMark(tokens, at, 'now') ? { value: { now: true }, next: at + 1 } : undefined;
};

const instant: Rule = (tokens, at) => {
  const token = tokens[at];
  return token?.is === 'instant' ? { value: { instant: token.instant }, next: at + 1 } : undefined;
};

const notLater = /^(пізніше|позже|позднее|later|позніше|після)$/;
const notEarlier = /^(раніше|раньше|ранее|earlier)$/;

/** "не пізніше", "before", "після", "з 24 лютого": what follows is a bound. */
const bound: Rule = (tokens, at) => {
  const word = wordAt(tokens, at + 1) ?? '';
  if (hasMark(tokens, at, 'not') || wordAt(tokens, at) === 'no') {
    const kind = notLater.test(word) ? 'before' : notEarlier.test(word) ? 'after' : undefined;
    return (
      kind && {
        value: { bound: kind },
        next: skip(tokens, at + 2, 'of', 'from', 'from') + (wordAt(tokens, at + 2) === 'than' ? 1 : 0),
      }
    );
  }
  const kind = hasMark(tokens, at, 'before')
    ? 'before'
    : hasMark(tokens, at, 'after', 'from')
      ? 'after'
      : undefined;
  if (!kind || wordAt(tokens, at) === 'за') return undefined;
  const target = skip(tokens, at + 1, 'article', 'on');
  const isTime = dayAt(tokens, target) ?? clockAt(tokens, target, true);
  return isTime && { value: { bound: kind }, next: at + 1 };
};

const about: Rule = (tokens, at) => {
  if (hasMark(tokens, at, 'about')) return { value: { about: 'rough' }, next: at + 1 };
  return hasMark(tokens, at, 'some') ? { value: { about: 'soft' }, next: at + 1 } : undefined;
};

const ago: Rule = (tokens, at, mode) =>
  mode === 'account' && hasMark(tokens, at, 'in') ? undefined : agoAt(tokens, skip(tokens, at, 'article'));

/** The rules in the order in which they are tried: what is said in more words comes first. */
const rules: readonly Rule[] = [
  instant,
  nightBetween,
  nightInto,
  namedPart,
  ago,
  days,
  clocks,
  now,
  bound,
  // A number with a dot is a date where no word says that it is an hour.
  (tokens, at, mode) => (tokens[at]?.is === 'pair' ? day(tokens, at, mode) : undefined),
  part,
  (tokens, at, mode) => {
    const asDay = day(tokens, at, mode);
    const asClock = clock(tokens, at, mode);
    return asDay && asClock ? (asClock.next > asDay.next ? asClock : asDay) : (asDay ?? asClock);
  },
  about,
];

/** Everything in the tokens that speaks of a time, in order. */
export const itemsOf = (tokens: Tokens, mode: Mode): readonly Item[] => {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = rules
      .map(rule => () => rule(tokens, at, mode))
      .reduce<Found<Said> | undefined>((known, rule) => known ?? rule(), undefined);
    if (!found || found.next <= at) {
      at++;
      continue;
    }
    const { bound: isBound, about: isAbout, ...rest } = found.value;
    const negated = hasMark(tokens, at - 1, 'not');
    items.push({
      from: at,
      next: found.next,
      said: found.value,
      alone: Object.keys(rest).length > 0,
      ...(negated && { negated }),
    });
    at = found.next;
    void isBound;
    void isAbout;
  }
  return items;
};
