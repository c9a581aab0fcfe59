import type { Range } from '../report/count.ts';
import { lexicon, matchAt } from './lexicon.ts';
import { greatestCount, numberAt, type SaidNumber } from './number.ts';
import type { Token } from './text.ts';

/**
 * A number of something as said: a range, `reversed` when the words say it from the greater to the smaller ("10-8"),
 * `refused` when it can be no count (negative, a fraction, above `greatestCount`). Tokens `from` to `to` (exclusive).
 */
export type Quantity = Readonly<
  { from: number; to: number } & ({ range: Range } | { reversed: Range } | { refused: true })
>;

type Bound = 'about' | 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'between' | 'from';

const before = lexicon<Bound>([
  [
    'about',
    'близько, приблизно, приблизительно, примерно, орієнтовно, ориентировочно, около, десь, десь так, десь із, десь біля, біля, порядку, порядка, где-то, гдето, под, під, about, around, approximately, approx, roughly, circa, some, nearly, almost, майже, почти, может, може, можливо, возможно, мабуть, наверное, наверно, напевно, певно, думаю, кажется, здається, вроде, вроде бы, наче, ніби, maybe, perhaps, probably, possibly, i think, i guess, ~, ≈, плюс минус, плюс мінус',
  ],
  [
    'atLeast',
    'не менше, не менш, не менше ніж, не менш як, не менш ніж, не менее, не менее чем, не меньше, не меньше чем, щонайменше, щонаймень, щонайменш, як мінімум, якнайменше, мінімум, минимум, как минимум, хоча б, хотя бы, принаймні, по меньшей мере, по крайней мере, at least, atleast, at the very least, no less than, no fewer than, not less than, not fewer than, minimum, a minimum of, min, от як мінімум, ≥',
  ],
  [
    'moreThan',
    'понад, більше, більш, більше ніж, більш ніж, більше як, більш як, більше за, поверх, більшe, более, более чем, больше, больше чем, свыше, more than, over, upwards of, above, >',
  ],
  [
    'atMost',
    'до, аж до, не більше, не більш, не більше ніж, не більш ніж, не больше, не больше чем, не более, не более чем, максимум, щонайбільше, максимально, up to, at most, no more than, not more than, maximum, a maximum of, max, ≤',
  ],
  [
    'lessThan',
    'менше, менш, менше ніж, менш ніж, менее, менее чем, меньше, меньше чем, less than, fewer than, under, below, <',
  ],
  ['between', 'між, поміж, между, between'],
  ['from', 'від, од, от, from, somewhere from'],
]);

const after = lexicon<'about' | 'atLeast' | 'atMost'>([
  [
    'atLeast',
    '+, plus, плюс, or more, and more, або більше, чи більше, і більше, й більше, та більше, або й більше, чи й більше, а то й більше, если не больше, якщо не більше, или больше, и больше, или более, и более, а то и больше, або більш, minimum, at least, мінімум, минимум, як мінімум, как минимум, щонайменше, точно есть, не менше, не меньше, не менее',
  ],
  [
    'about',
    '?, or so, ish, приблизно, примерно, орієнтовно, десь так, где-то так, плюс-мінус, плюс-минус, плюс мінус, approximately, roughly, i think, i guess, здається, кажется, мабуть, наверное, вроде, наче, probably, maybe',
  ],
  [
    'atMost',
    'or less, or fewer, or under, або менше, чи менше, или меньше, максимум, не більше, не больше, at most, max, tops, maximum',
  ],
]);

const joiners = lexicon<'to' | 'or' | 'and'>([
  ['to', '-, - -, ~, to, до, по, . ., . . ., …, аж до, through'],
  [
    'or',
    'or, або, чи, или, либо, а може, а може й, може, а может, а может и, may be, maybe, а то й, а то и, if not',
  ],
  ['and', 'і, та, й, и, and'],
]);

/** Words for more than one of which no number is said; each with what they surely mean. */
const vague = lexicon<Range>([
  [
    { min: 2, max: 2, about: true },
    'пара, пару, парочка, парочку, couple, a couple, couple of, a couple of, a couple-three',
  ],
  [
    { min: 2 },
    'кілька, декілька, кількох, декількох, кільком, кількома, несколько, нескольких, нескольким, several, few, a few, a number of, quite a few, some people, multiple, numerous, багато, чимало, багатьох, много, немало, многих, many, lots, a lot, lots of, a lot of, plenty, plenty of, немного, трохи, ряд, низка, численні, многочисленные',
  ],
  [{ min: 11, max: 19 }, 'кільканадцять'],
  [{ min: 20 }, 'кількадесят'],
  [{ min: 200 }, 'кількасот'],
  [{ min: 2 }, 'дехто, некоторые'],
]);

/** "кілька десятків", "several dozen", "a few hundred". */
const vagueUnits: Readonly<Record<string, number>> = {
  десятків: 20,
  десятков: 20,
  десятка: 20,
  dozen: 20,
  dozens: 20,
  сотень: 200,
  сотен: 200,
  hundred: 200,
  hundreds: 200,
  тисяч: 2000,
  тысяч: 2000,
  thousand: 2000,
  thousands: 2000,
};

type Atom = Readonly<{ to: number; range: Range; loose: boolean } | { to: number; refused: true }>;

const refuse = (to: number): Atom => ({ to, refused: true });

const atomOf = (number: SaidNumber): Atom => {
  if (number.value > greatestCount || !Number.isInteger(number.value)) return refuse(number.to);
  if (number.open) return { to: number.to, range: { min: number.value }, loose: true };
  return {
    to: number.to,
    range: { min: number.value, max: number.value, about: number.about },
    loose: !number.digits,
  };
};

const atomAt = (tokens: readonly Token[], at: number): Atom | undefined => {
  const words = matchAt(vague, tokens, at);
  if (words) {
    const unit = tokens[words.to];
    const size = unit && vagueUnits[unit.text];
    if (size !== undefined) return { to: words.to + 1, range: { min: size }, loose: true };
    return { to: words.to, range: words.meaning, loose: true };
  }
  const number = numberAt(tokens, at);
  if (!number) return undefined;
  const point = tokens[number.to];
  const fraction = tokens[number.to + 1];
  if (
    number.digits &&
    point?.glued &&
    /^[,.]$/.test(point.text) &&
    fraction?.glued &&
    fraction.kind === 'number'
  )
    return refuse(number.to + 2);
  return atomOf(number);
};

const open = (min: number): Range => ({ min: Math.min(min, greatestCount) });

/** "about 8-10" stays 8–10: the spread already says how exact it is. */
const bounded = (kind: Bound | 'atLeast' | 'about' | 'atMost' | undefined, range: Range): Range => {
  switch (kind) {
    case 'about':
      return range.max === undefined || range.max !== range.min || range.min === 0
        ? range
        : { ...range, about: true };
    case 'atLeast':
      return open(range.min);
    case 'moreThan':
      return open(range.max === undefined ? range.min : range.min + 1);
    case 'atMost':
      return range.max === undefined ? range : { min: 0, max: range.max };
    case 'lessThan':
      return range.max === undefined ? range : { min: 0, max: Math.max(0, range.max - 1) };
    default:
      return range;
  }
};

const spread = (from: number, to: number, low: Range, high: Range): Quantity => {
  const max = high.max;
  if (max === undefined) return { from, to, range: { min: low.min } };
  if (max < low.min) return { from, to, reversed: { min: max, max: low.min } };
  return { from, to, range: { min: low.min, max } };
};

/** Two numbers as one range: "8-10", "8 to 10", "8 or 10"; undefined when nothing joins a second number. */
const joinedAt = (
  tokens: readonly Token[],
  from: number,
  first: Atom & { range: Range },
  opening: Bound | undefined,
): Quantity | undefined => {
  const joiner = matchAt(joiners, tokens, first.to);
  if (!joiner || (joiner.meaning === 'and' && opening !== 'between')) return undefined;
  if (tokens[joiner.to]?.text === '-') return undefined;
  const second = atomAt(tokens, joiner.to);
  if (!second) return undefined;
  if ('refused' in second) return { from, to: second.to, refused: true };
  const joined = spread(from, second.to, first.range, second.range);
  if (!('range' in joined) || opening === undefined || opening === 'between' || opening === 'from')
    return joined;
  return { from, to: second.to, range: bounded(opening, joined.range) };
};

/**
 * The number of people that stands at a token, with everything that makes it less exact: "at least 8", "8-10", "about 20",
 * "8+", "several", "десятки". "Up to 10" is 0–10: nothing below is said. "More than 8" is at least 9.
 * With `joining` false no second number is taken, for "8 — 3 of them medics".
 */
export const quantityAt = (tokens: readonly Token[], from: number, joining = true): Quantity | undefined => {
  let at = from;
  const bounds: Bound[] = [];
  for (
    let bound = matchAt(before, tokens, at);
    bound && bounds.length < 3;
    bound = matchAt(before, tokens, at)
  ) {
    if (bounds.length === 0 && atomAt(tokens, at)) break;
    bounds.push(bound.meaning);
    at = bound.to;
    if (tokens[at]?.text === ',') at++;
    if (tokens[at]?.text === 'of') at++;
  }
  const minus = tokens[at];
  if (minus?.text === '-' && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.glued && !minus.glued)
    return { from, to: at + 2, refused: true };
  if (/^(мінус|минус|minus)$/.test(minus?.text ?? '') && numberAt(tokens, at + 1))
    return { from, to: at + 2, refused: true };
  const first = atomAt(tokens, at);
  if (!first) return undefined;
  if ('refused' in first) return { from, to: first.to, refused: true };
  const opening = bounds.find(bound => bound !== 'about');
  const joined = joining ? joinedAt(tokens, from, first, opening) : undefined;
  if (joined) return joined;
  let range = first.range;
  let to = first.to;
  for (const bound of bounds.toReversed()) range = bounded(bound === 'from' ? 'atLeast' : bound, range);
  const tail = matchAt(after, tokens, to);
  if (tail && !(tail.meaning === 'atLeast' && numberAt(tokens, tail.to))) {
    range = bounded(tail.meaning, range);
    to = tail.to;
  }
  return { from, to, range };
};
