import type { Range } from '../../report/count.ts';
import type { Found } from '../lexicon/lexicon.ts';
import type { Passage } from '../passage/passage.ts';
import { greatestCount, type NumberSaid } from '../text/number.ts';

/**
 * A number of something as said: a range, `reversed` when the words say it from the greater to the smaller ("10-8"),
 * `refused` when it can be no count (negative, a fraction, above `greatestCount`). Tokens `from` to `to` (exclusive).
 */
export type Quantity = Readonly<
  { from: number; to: number; words: boolean; people: boolean } & (
    | { range: Range }
    | { reversed: Range }
    | { refused: true }
  )
>;

/** What of a family begins right at a token. */
const startingAt = (passage: Passage, family: string, at: number): Found | undefined => {
  const found = passage.at(family, at);
  return found?.from === at ? found : undefined;
};

type Said = Readonly<{ to: number; range: Range; unit?: number }>;
type Atom = Said | Readonly<{ to: number; refused: true }>;

const refuse = (to: number): Atom => ({ to, refused: true });

const atomOf = (number: NumberSaid): Atom => {
  if (number.value > greatestCount || !Number.isInteger(number.value)) return refuse(number.to);
  if (number.open) return { to: number.to, range: { min: number.value } };
  return {
    to: number.to,
    range: { min: number.value, max: number.value, about: number.about },
    unit: number.unit,
  };
};

/** "2+", "11-19", "2-2~" */
const vagueRange = (value: string): Range => {
  const [, min, max, about] = /^(\d+)(?:-(\d+))?(~)?/.exec(value) ?? [];
  return {
    min: Number(min),
    max: max === undefined ? undefined : Number(max),
    about: about === undefined ? undefined : true,
  };
};

const atomAt = (passage: Passage, at: number): Atom | undefined => {
  const vague = startingAt(passage, 'vague', at);
  if (vague) return { to: vague.to, range: vagueRange(vague.value) };
  const number = passage.numbers.get(at);
  if (!number) return undefined;
  const point = passage.tokens[number.to];
  const fraction = passage.tokens[number.to + 1];
  const isFraction =
    number.digits &&
    point?.glued &&
    /^[,.]$/.test(point.text) &&
    fraction?.glued &&
    fraction.kind === 'number';
  return isFraction ? refuse(number.to + 2) : atomOf(number);
};

const exactly = (value: number): Range => ({ min: value, max: value });
const open = (min: number): Range => ({ min: Math.min(min, greatestCount) });

/** "about 8-10" stays 8–10: the spread already says how exact it is. */
const bounded = (kind: string | undefined, range: Range): Range => {
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

type Shape = Readonly<{ range: Range } | { reversed: Range }>;

const spread = (low: Range, high: Range): Shape => {
  const max = high.max;
  if (max === undefined) return { range: { min: low.min } };
  if (max < low.min) return { reversed: { min: max, max: low.min } };
  return { range: { min: low.min, max } };
};

/** Two numbers as one range: "8-10", "8 to 10", "8 or 10"; undefined when nothing joins a second number. */
const joinedAt = (
  passage: Passage,
  first: Said,
  opening: string | undefined,
): (Readonly<{ to: number }> & (Shape | Readonly<{ refused: true }>)) | undefined => {
  const next = adjacentAt(passage, first);
  if (next) return next;
  const comma = passage.tokens[first.to]?.text === ',' ? 1 : 0;
  const joiner = startingAt(passage, 'joining', first.to + comma);
  if (
    !joiner ||
    (comma > 0 && (joiner.value !== 'or' || joiner.to === joiner.from + 1)) ||
    (joiner.value === 'and' && opening !== 'between')
  )
    return undefined;
  if (passage.tokens[joiner.to]?.text === '-') return undefined;
  const second = atomAt(passage, joiner.to);
  if (!second) return undefined;
  const { to } = second;
  if ('refused' in second) return { to, refused: true };
  const joined = spread(multiplied(first.range, second), second.range);
  if (!('range' in joined) || opening === undefined || opening === 'between' || opening === 'from')
    return { ...joined, to };
  return { to, range: bounded(opening, joined.range) };
};

/** "два-три десятки": what the second number multiplies, the first does too. */
const multiplied = (first: Range, { range, unit }: Said): Range =>
  unit !== undefined && first.min === first.max && first.min < range.min / unit
    ? { min: first.min * unit, max: first.min * unit }
    : first;

/** "п'ятеро шестеро", "two three": a number and the next one, in words. */
const adjacentAt = (
  passage: Passage,
  { to, range }: Said,
): (Readonly<{ to: number }> & Shape) | undefined => {
  const next = passage.numbers.get(to);
  const isWord = passage.tokens[to]?.kind === 'word' && passage.tokens[to - 1]?.kind === 'word';
  if (!isWord || !next || range.max !== range.min || next.value !== range.min + 1) return undefined;
  return { to: next.to, range: { min: range.min, max: next.value } };
};

/** What bounds a number, before it, and the token after. */
const boundsAt = (passage: Passage, from: number): Readonly<{ at: number; bounds: readonly string[] }> => {
  let at = from;
  const bounds: string[] = [];
  for (let bound = startingAt(passage, 'bound', at); bound && bounds.length < 3; ) {
    bounds.push(bound.value);
    at = bound.to;
    // "гадаю, троє"
    const { from: start } = passage.clauses[passage.tokens[bound.from]?.clause ?? 0] ?? {};
    const isAside = passage.tokens[at]?.text === ',' && start === bound.from;
    if (isAside || passage.tokens[at]?.text === 'of') at++;
    bound = startingAt(passage, 'bound', at);
  }
  return { at, bounds };
};

/** "…, може більше", "…, I think", "…, здається": of what may follow a comma only sayings, and what ends the text. */
const boundPastComma = (passage: Passage, at: number): Found | undefined => {
  const found = startingAt(passage, 'bound-after', at);
  if (!found) return undefined;
  const isLast = passage.tokens[found.to] === undefined && found.value === 'about';
  return isLast || (found.value === 'atLeast' && found.to > found.from + 1) ? found : undefined;
};

/**
 * The number that begins at a token, with everything that makes it less exact: "at least 8", "8-10", "about 20", "8+",
 * "several", "десятки". "Up to 10" is 0–10: nothing below is said. "More than 8" is at least 9. With `joining` false no
 * second number is taken, for "8 — 3 of them medics".
 */
export const quantityAt = (passage: Passage, from: number, joining = true): Quantity | undefined => {
  const { tokens, numbers } = passage;
  const isPlain = atomAt(passage, from) !== undefined;
  const { at, bounds } = isPlain ? { at: from, bounds: [] } : boundsAt(passage, from);
  const minus = tokens[at];
  const begun = { from, words: minus?.kind === 'word', people: numbers.get(at)?.people === true };
  const isNegative = minus?.text === '-' && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.glued;
  if (isNegative && !minus.glued) return { ...begun, to: at + 2, refused: true };
  if (/^(мінус|минус|minus)$/.test(minus?.text ?? '') && numbers.has(at + 1))
    return { ...begun, to: at + 2, refused: true };
  const plain = atomAt(passage, at);
  if (!plain) return undefined;
  // "больше сотни", "понад тисячі": one of it, in the genitive.
  const isOne =
    bounds.length > 0 && /^(сот[нн]і|сотни|тисячі|тысячи)$/.test(tokens[at]?.text ?? '') && 'range' in plain;
  const first = isOne ? { ...plain, range: exactly(plain.range.min / 2) } : plain;
  if ('refused' in first) return { ...begun, to: first.to, refused: true };
  const opening = bounds.find(bound => bound !== 'about');
  const joined = joining ? joinedAt(passage, first, opening) : undefined;
  if (joined) return { ...begun, ...joined };
  let { range } = first;
  for (const bound of bounds.toReversed()) range = bounded(bound === 'from' ? 'atLeast' : bound, range);
  return { ...begun, ...boundedAfter(passage, first.to, range) };
};

/** What bounds a number after it, or after whom it counts: "двоє точно, може більше", "10 people or so". */
export const boundedAfter = (
  passage: Passage,
  to: number,
  range: Range,
): Readonly<{ to: number; range: Range }> => {
  const { tokens, numbers } = passage;
  const past = /^(точно|exactly|for|-)$/.test(tokens[to]?.text ?? '') ? to + 1 : to;
  const tail =
    startingAt(passage, 'bound-after', to) ??
    (past > to ? startingAt(passage, 'bound-after', past) : undefined) ??
    (tokens[past]?.text === ',' ? boundPastComma(passage, past + 1) : undefined);
  if (!tail || (tail.value === 'atLeast' && numbers.has(tail.to))) return { to, range };
  return { to: tail.to, range: bounded(tail.value, range) };
};
