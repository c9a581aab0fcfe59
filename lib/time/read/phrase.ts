import { agoAt } from './ago.ts';
import { clockAt } from './clock.ts';
import { type Found, hasMark, numberAt, phraseAt, senseAt, skip, type Tokens, wordAt } from './cursor.ts';
import { dayAt } from './day.ts';
import { namedPart, nightBetween, nightInto, part, partOfAttack } from './night.ts';
import { attackNoun, introductionAt, isDash, type Mode, type Rule, skipUnit } from './rule.ts';
import { type Day, heard, type Said } from './said.ts';

/** A stretch of tokens, from `from` up to `next`, that says something of a time. */
export type Item = Readonly<{
  from: number;
  next: number;
  said: Said;
  /** Is it a time by itself, or only in the company of others ("близько", "до")? */
  alone: boolean;
  negated: boolean;
}>;

/** The first day of a pair takes from the second the month and year that it leaves out: "3–5 травня", "лютий–березень 2022". */
const borrow = (first: Day, second: Day): Day => {
  const isDated = first.day !== undefined || first.month !== undefined || first.season !== undefined;
  if (!isDated || first.year !== undefined) return first;
  const { month, year, yearShift } = second;
  const needsMonth = first.month === undefined && first.season === undefined && month !== undefined;
  return heard({
    ...first,
    month: needsMonth ? month : first.month,
    year,
    yearShift: yearShift ?? first.yearShift,
  });
};

/** The place of "може" in "вчора, а може позавчора". */
const alternativeAt = (tokens: Tokens, at: number): number | undefined => {
  const comma = wordAt(tokens, at) === ',' ? at + 1 : at;
  const place = wordAt(tokens, comma) === 'а' ? comma + 1 : comma;
  return hasMark(tokens, place, 'or') ? place : undefined;
};

/** "з 3 по 5 травня", "between 24 February and 30 March", "3–5 травня", "вчора або позавчора". */
const days: Rule = (tokens, start) => {
  const { at, about } = introductionAt(tokens, start);
  const from = skip(tokens, at, 'from', 'article');
  const first = dayAt(tokens, from, { bare: true });
  if (!first) return undefined;
  const joint = alternativeAt(tokens, first.next) ?? first.next;
  if (!hasMark(tokens, joint, 'to', 'and', 'or')) return undefined;
  if (from === at && !hasMark(tokens, joint, 'or') && !isDash(tokens, joint)) return undefined;
  const second = dayAt(tokens, skip(tokens, joint + 1, 'on', 'article', 'at', 'some'), { bare: true });
  if (!second) return undefined;
  const [a, b] = [first.value, second.value];
  const bothBare =
    a.month === undefined && b.month === undefined && a.day !== undefined && b.day !== undefined;
  if (bothBare && numberAt(tokens, from)?.value.ordinal !== 'day') return undefined;
  // "5–травень" is no range: both must be days, or both longer stretches.
  const isPoint = (day: Day): boolean =>
    day.day !== undefined || day.weekday !== undefined || day.shift !== undefined;
  if (isPoint(a) !== isPoint(b)) return undefined;
  // English: "May 3-5".
  const monthFirst =
    b.day !== undefined && b.month === undefined && a.month !== undefined ? { month: a.month } : {};
  const until = { ...monthFirst, ...b };
  const value = heard<Said>({ day: borrow(a, until), until, about: about && 'soft' });
  return { value, next: second.next };
};

/** A word, or a sign like "№", that has nothing to do with time: a number beside it counts or names something else. */
export const isForeign = (tokens: Tokens, at: number): boolean => {
  const token = tokens[at];
  if (token?.is === 'sign') return token.sign === '№' || token.sign === '#';
  return token?.is === 'word' && Object.keys(token.senses).length === 0;
};

/** "між третьою і четвертою", "з 22:00 до 23:30", "3-4 ранку", "о 3 чи 4 ночі". */
const clocks: Rule = (tokens, start, mode) => {
  const introduction = introductionAt(tokens, skipUnit(tokens, start));
  const from = skip(tokens, introduction.at, 'from');
  const between = from > introduction.at;
  const first = clockAt(tokens, skip(tokens, from, 'article', 'about'), true);
  if (!first || !hasMark(tokens, first.next, 'to', 'and', 'or')) return undefined;
  const joint = wordAt(tokens, first.next);
  if (!between && !isDash(tokens, first.next) && !hasMark(tokens, first.next, 'or') && joint !== 'to')
    return undefined;
  const second = clockAt(tokens, skip(tokens, first.next + 1, 'at', 'article', 'about', 'some'), true);
  if (!second) return undefined;
  const [a, b] = [first.value, second.value];
  const half = a.half ?? b.half;
  const inDigits = a.minute !== undefined && b.minute !== undefined;
  const isSure = inDigits || half !== undefined || (b.sure && (between || introduction.led));
  if (!isSure && (mode === 'account' || isForeign(tokens, second.next))) return undefined;
  return {
    value: { clock: heard({ ...a, half }), to: heard({ ...b, half: b.half ?? half }) },
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

/** Does a word of time stand right before, perhaps with a comma between? Then "в пять" is an hour. */
const followsTime = (tokens: Tokens, at: number): boolean => {
  const before = tokens[wordAt(tokens, at - 1) === ',' ? at - 2 : at - 1];
  if (before?.is !== 'word') return before?.is === 'date' || (before?.is === 'pair' && before.second <= 12);
  const { shift, weekday, month, part: ofDay } = before.senses;
  return (shift ?? weekday ?? month ?? ofDay) !== undefined;
};

/** "З 6 ранку", "since 5 am". */
const startsFrom = (tokens: Tokens, at: number): boolean =>
  hasMark(tokens, at, 'from') || wordAt(tokens, at) === 'since';

/** "around 11 last night", "о 5 вчора": the day or part of it right after a bare number makes it an hour. */
const precedesTime = (tokens: Tokens, at: number): boolean =>
  senseAt(tokens, at, 'shift') !== undefined ||
  (hasMark(tokens, at, 'last', 'this') && senseAt(tokens, at + 1, 'part') !== undefined) ||
  (hasMark(tokens, at, 'on') && senseAt(tokens, at + 1, 'weekday') !== undefined);

const clock: Rule = (tokens, start, mode) => {
  const isSince = startsFrom(tokens, start) && !hasMark(tokens, start, 'to', 'of');
  const introduction = introductionAt(tokens, skipUnit(tokens, isSince ? start + 1 : start));
  const { at, about } = introduction;
  const led = introduction.led || isSince;
  const found = clockAt(tokens, at, led || followsTime(tokens, start));
  if (!found) return undefined;
  if (isSince && !found.value.sure && found.value.minute === undefined) return undefined;
  const { sure, ...value } = found.value;
  const isBare = !sure && value.minute === undefined && value.half === undefined;
  const announced =
    ['о', 'об'].includes(wordAt(tokens, at - 1) ?? '') ||
    skipUnit(tokens, start) > start ||
    (led && (followsTime(tokens, start) || precedesTime(tokens, found.next))) ||
    // "8 мая, 17 часов"
    (sure && followsTime(tokens, start) && tokens[found.next]?.is !== 'word');
  if (mode === 'account' && !announced) {
    // "горіло 2 години" is a length of time, "5.45" a calibre.
    const isExact = value.half !== undefined || (value.minute !== undefined && tokens[at]?.is !== 'pair');
    const isNamed =
      sure && (led || value.midnight || (value.hour === 12 && !value.dial && tokens[at]?.is === 'word'));
    if (!isExact && !(isNamed && tokens[at]?.is !== 'pair')) return undefined;
  }
  // "біля 5-ї школи"
  const isBeside = besideWord.test(wordAt(tokens, at - 1) ?? '');
  const token = tokens[at];
  // "хвилини дві" is a length of time.
  const counted = senseAt(tokens, start - 1, 'unit');
  if (isBare && counted !== undefined && counted !== 'hour') return undefined;
  const isOrdinal = token?.is === 'number' && token.suffix !== '' && found.next === at + 1;
  if (isBeside && isOrdinal && isForeign(tokens, found.next)) return undefined;
  if (isBare && !led && (isForeign(tokens, found.next) || isForeign(tokens, start - 1))) return undefined;
  if (isBare && isCounted(tokens, found.next)) return undefined;
  return { value: heard<Said>({ clock: value, about: about && 'rough' }), next: found.next };
};

const streets =
  /^(вул|вулиц.+|ул|улиц.+|площ.+|просп|проспект.*|пр|провул.+|пер|переул.+|бульвар.*|імені|имени|ім|им|street|avenue|square)$/u;
/** "вулиця 8 Березня" is an address. */
const isAddress = (tokens: Tokens, at: number): boolean =>
  [at - 1, at - 2].some(place => streets.test(wordAt(tokens, place) ?? ''));

/** "5-го" alone counts floors as well as days: a part of the day must stand beside it. */
const isBesidePart = (tokens: Tokens, at: number, next: number): boolean => {
  const part = (place: number): boolean => senseAt(tokens, place, 'part') !== undefined;
  return (
    part(next) ||
    part(skip(tokens, next, 'at', 'in', 'article')) ||
    part(at - 1) ||
    (hasMark(tokens, at - 1, 'of') && part(at - 2))
  );
};

const day: Rule = (tokens, start, mode) => {
  const introduction = introductionAt(tokens, start);
  const { at } = introduction;
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
    if (onlyDay && !hasMark(tokens, next - 1, 'of_month') && !isBesidePart(tokens, start, next))
      return undefined;
    if (isAddress(tokens, start)) return undefined;
  }
  // "Saturday night", "yesterday night": English names a night by the day on which it begins.
  if (wordAt(tokens, next) === 'night' && !hasMark(tokens, next + 1, 'into', 'from', 'of')) {
    return { value: { day: found.value, part: 'night', night: 'begins' }, next: next + 1 };
  }
  const about = introduction.about === 'rough' ? 'rough' : undefined;
  return { value: heard<Said>({ day: found.value, about }), next };
};

/** "late on Friday", "early Sunday": newspapers' words for its evening and its morning. */
const edgeOfDay: Rule = (tokens, at) => {
  const word = wordAt(tokens, at);
  if (word !== 'late' && word !== 'early') return undefined;
  const target = skip(tokens, at + 1, 'on');
  if ((senseAt(tokens, target, 'weekday') ?? senseAt(tokens, target, 'shift')) === undefined)
    return undefined;
  if (senseAt(tokens, target + 1, 'part') !== undefined || hasMark(tokens, target + 1, 'at'))
    return undefined;
  return { value: { part: word === 'late' ? 'evening' : 'morning' }, next: at + 1 };
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

const notLater = /^(пізніше|позже|позднее|later|позніше|після|after)$/;
const notEarlier = /^(раніше|раньше|ранее|earlier|before)$/;

const boundFrom = (isBefore: boolean, isAfter: boolean): Said['bound'] => {
  if (isBefore) return 'before';
  return isAfter ? 'after' : undefined;
};

/** "не пізніше", "before", "після", "з 24 лютого": what follows is a bound. */
const bound: Rule = (tokens, at) => {
  const word = wordAt(tokens, at + 1) ?? '';
  if (hasMark(tokens, at, 'not') || wordAt(tokens, at) === 'no') {
    const kind = boundFrom(notLater.test(word), notEarlier.test(word));
    const than = /^(than|ніж|чем|від|of)$/.test(wordAt(tokens, at + 2) ?? '');
    return kind && { value: { bound: kind }, next: than ? at + 3 : at + 2 };
  }
  const kind = boundFrom(hasMark(tokens, at, 'before'), hasMark(tokens, at, 'after', 'from'));
  if (!kind || wordAt(tokens, at) === 'за') return undefined;
  const target = skip(tokens, at + 1, 'article', 'on');
  const isEarly = /^сам(ого|ой|ої)$/u.test(wordAt(tokens, target) ?? '');
  if (isEarly) return undefined;
  const asDay = dayAt(tokens, target);
  const asClock = clockAt(tokens, target, true);
  // "с 4 утра" says when it began.
  if (startsFrom(tokens, at) && isLonger(asClock, asDay)) return undefined;
  if (asDay && [asDay.next, asDay.next + 1].some(place => attackNoun.test(wordAt(tokens, place) ?? '')))
    return undefined;
  return (asDay ?? asClock) && { value: { bound: kind }, next: at + 1 };
};

/** Is `a` there, and longer than `b`? */
const isLonger = (a: Found<unknown> | undefined, b: Found<unknown> | undefined): boolean =>
  a !== undefined && (b === undefined || a.next > b.next);

/** Words that place things as well: "о 10:30 біля лікарні" is no rough time. */
const besideWord = /^(біля|коло|ближче|около|ближе|возле|near|around)$/u;

const isTimely = (tokens: Tokens, at: number): boolean => {
  const target = skip(tokens, at, 'at', 'on', 'in', 'article');
  return (
    numberAt(tokens, target) !== undefined ||
    clockAt(tokens, target, true) !== undefined ||
    dayAt(tokens, target) !== undefined ||
    senseAt(tokens, target, 'part') !== undefined
  );
};

const about: Rule = (tokens, at) => {
  if (besideWord.test(wordAt(tokens, at) ?? '') && !isTimely(tokens, at + 1)) return undefined;
  if (hasMark(tokens, at, 'about')) return { value: { about: 'rough' }, next: at + 1 };
  return hasMark(tokens, at, 'some') ? { value: { about: 'soft' }, next: at + 1 } : undefined;
};

/** "приблизно дві години тому": roughly counted days are not known to the day. */
const ago: Rule = (tokens, start, mode) => {
  const at = skip(tokens, start, 'article', 'about', 'some', 'from');
  if (mode === 'account' && hasMark(tokens, at, 'in')) return undefined;
  const found = agoAt(tokens, at);
  if (!found || at === start || !hasMark(tokens, at - 1, 'about', 'some')) return found;
  const { ago, day } = found.value;
  if (ago) return { value: { ago: { ...ago, rough: true } }, next: found.next };
  const days = -(day?.shift ?? 0);
  return days > 1
    ? { value: { ago: { least: days, most: days, unit: 'day', rough: true } }, next: found.next }
    : found;
};

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
  edgeOfDay,
  // A number with a dot is a date where no word says that it is an hour.
  (tokens, at, mode) => (tokens[at]?.is === 'pair' ? day(tokens, at, mode) : undefined),
  partOfAttack,
  part,
  (tokens, at, mode) => {
    const asDay = day(tokens, at, mode);
    const asClock = clock(tokens, at, mode);
    if (asDay && asClock) return asClock.next > asDay.next ? asClock : asDay;
    return asDay ?? asClock;
  },
  about,
];

const firstOf: Rule = (tokens, at, mode) => {
  for (const rule of rules) {
    const found = rule(tokens, at, mode);
    if (found && found.next > at) return found;
  }
  return undefined;
};

/** Everything in the tokens that speaks of a time, in order. */
export const itemsOf = (tokens: Tokens, mode: Mode): readonly Item[] => {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = firstOf(tokens, at, mode);
    if (!found) {
      at++;
      continue;
    }
    items.push({
      from: at,
      next: found.next,
      said: found.value,
      alone: Object.keys(found.value).some(key => key !== 'bound' && key !== 'about'),
      negated: hasMark(tokens, at - 1, 'not'),
    });
    at = found.next;
  }
  return items;
};
