import type { DayPart } from '../occurred.ts';
import { type Found, hasMark, numberAt, phraseAt, senseAt, skip, type Tokens, wordAt } from './cursor.ts';
import { dayAt } from './day.ts';
import { attackNoun, type Rule } from './rule.ts';
import { heard, type Said } from './said.ts';

const isNightNoun = (tokens: Tokens, at: number): boolean =>
  ['ніч', 'ночь', 'ночі', 'ночи', 'night', 'overnight', 'вночі', 'ночью', 'ніччю', 'nights'].includes(
    wordAt(tokens, at) ?? '',
  );

/** Past "в", "on the" where the night follows them. */
const toNight = (tokens: Tokens, at: number): number => {
  const after = skip(tokens, at, 'at', 'on', 'in', 'article');
  return isNightNoun(tokens, after) ? after : at;
};

/** "[ніч] з 4 на 5 травня", "night of 4 to 5 May", "4-5 May overnight". */
export const nightBetween: Rule = (tokens, before, mode) => {
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
export const nightInto: Rule = (tokens, before) => {
  const at = toNight(tokens, before);
  if (!isNightNoun(tokens, at)) return undefined;
  const word = wordAt(tokens, at);
  const bare = word === 'ніч' || word === 'ночь' || word === 'night';
  const link = at + 1;
  if (['на', 'проти', 'против', 'into', 'onto', 'to'].includes(wordAt(tokens, link) ?? '')) {
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
export const namedPart: Rule = (tokens, start) => {
  const at = skip(tokens, start, 'article');
  for (const phrase of earlyPhrases) {
    const next = phraseAt(tokens, at, phrase);
    if (next !== undefined) return { value: { part: 'night', night: 'early' }, next };
  }
  const own = senseAt(tokens, at, 'part');
  const before = phraseAt(tokens, at + 1, 'before last');
  if (own && before !== undefined) {
    return {
      value: heard<Said>({ day: { shift: -2 }, part: own, night: own === 'night' ? 'begins' : undefined }),
      next: before,
    };
  }
  const nightBefore = phraseAt(tokens, at, 'night before');
  if (nightBefore !== undefined)
    return { value: { day: { shift: -1 }, part: 'night', night: 'begins' }, next: nightBefore };
  const count = numberAt(tokens, at);
  const counted = count && senseAt(tokens, count.next, 'part');
  if (count && counted && hasMark(tokens, count.next + 1, 'ago')) {
    const begins = counted === 'night' ? ({ night: 'begins' } as const) : {};
    return { value: { day: { shift: -count.value.value }, part: counted, ...begins }, next: count.next + 2 };
  }
  if (wordAt(tokens, at) === 'tonight') return { value: { day: { shift: 0 }, part: 'night' }, next: at + 1 };
  const part = senseAt(tokens, at + 1, 'part');
  if (part === undefined) return undefined;
  const begins = part === 'night' ? ({ night: 'begins' } as const) : {};
  if (hasMark(tokens, at, 'last')) return { value: { day: { shift: -1 }, part, ...begins }, next: at + 2 };
  if (hasMark(tokens, at, 'before_last'))
    return { value: { day: { shift: -2 }, part, ...begins }, next: at + 2 };
  return hasMark(tokens, at, 'this') ? { value: { day: { shift: 0 }, part }, next: at + 2 } : undefined;
};

/** Parts of the day that take several words. */
const partPhrases: readonly (readonly [DayPart, string])[] = [
  ['morning', 'першій половині дня'],
  ['morning', 'перша половина дня'],
  ['morning', 'первой половине дня'],
  ['morning', 'первая половина дня'],
  ['morning', 'first half of the day'],
  ['day', 'другій половині дня'],
  ['day', 'друга половина дня'],
  ['day', 'второй половине дня'],
  ['day', 'вторая половина дня'],
  ['day', 'second half of the day'],
  ['day', 'серед білого дня'],
  ['day', 'серед дня'],
  ['day', 'среди бела дня'],
  ['day', 'среди белого дня'],
  ['day', 'среди дня'],
  ['day', 'in broad daylight'],
];
const partPhraseAt = (tokens: Tokens, start: number): Found<Said> | undefined => {
  for (const [part, phrase] of partPhrases) {
    const next =
      phraseAt(tokens, start, phrase) ?? phraseAt(tokens, skip(tokens, start, 'at', 'in', 'article'), phrase);
    if (next !== undefined) return { value: { part }, next };
  }
  return undefined;
};

const beforeParts = [
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
] as const;
/** "Нічна атака", "ночной обстрел", "overnight strike" are told by part of the day as well. */
const adjectives: readonly (readonly [DayPart, RegExp])[] = [
  ['night', /^(нічн|ночн)(ий|а|е|ої|у|ого|ому|ій|ою|им|і|их|ими|ой|ая|ую|ое|ые|ых|ым|ыми|ому|ом)$/u],
  ['morning', /^(ранков|утренн|вранішн)\p{L}{1,4}$/u],
  ['evening', /^(вечірн|вечерн)\p{L}{1,4}$/u],
];
/** "внаслідок нічної атаки": the adjective with an attack. */
export const partOfAttack: Rule = (tokens, at) => {
  const word = wordAt(tokens, at) ?? '';
  const found = adjectives.find(([, pattern]) => pattern.test(word));
  const noun = [at + 1, at + 2].find(place => attackNoun.test(wordAt(tokens, place) ?? ''));
  return found && noun !== undefined ? { value: { part: found[0] }, next: noun + 1 } : undefined;
};

const nouns = /^(ночі|ночи|дня|ранку|утра|вечора|вечера|обед|обід|ранок|вечір|вечер)$/;

/** A part of the day: "вранці", "під вечір", "до обіду", "after lunch", "at dawn". */
export const part: Rule = (tokens, start, mode) => {
  const phrase = partPhraseAt(tokens, start);
  if (phrase) return phrase;
  const led = skip(tokens, start, ...beforeParts);
  const at = /^сам(ого|ой|ої)$/u.test(wordAt(tokens, led) ?? '') ? led + 1 : led;
  if (hasMark(tokens, at, 'noon') && at > start && hasMark(tokens, at - 1, 'before', 'after')) {
    return { value: { part: hasMark(tokens, at - 1, 'after') ? 'day' : 'morning' }, next: at + 1 };
  }
  const found = senseAt(tokens, at, 'part');
  if (found === undefined) return undefined;
  if (found === 'day' && at > start && ['до', 'before', 'перед'].includes(wordAt(tokens, at - 1) ?? '')) {
    return { value: { part: 'morning' }, next: at + 1 };
  }
  // "субота, вечір" is a time; "вечір" alone may be any.
  const follows =
    senseAt(tokens, wordAt(tokens, start - 1) === ',' ? start - 2 : start - 1, 'weekday') !== undefined;
  if (mode === 'account' && at === start && !follows && nouns.test(wordAt(tokens, at) ?? ''))
    return undefined;
  return { value: { part: found }, next: at + 1 };
};
