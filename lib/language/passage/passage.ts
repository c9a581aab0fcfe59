import { endOf, entriesBefore, entriesOf, type Found, type Lexicon } from '../lexicon/lexicon.ts';
import { type NumberSaid, numbersOf } from '../text/number.ts';
import { sentencesOf } from '../text/sentence.ts';
import { cleanText, type Piece, piecesOf } from '../text/text.ts';
import { words } from '../words/index.ts';
import { type Clause, clausesOf } from './clause.ts';

/** Where words stand in the clean text (UTF-16 offsets, end exclusive). */
export type Span = Readonly<{ start: number; end: number }>;

/** Tokens `from` (inclusive) to `to` (exclusive). */
export type Stretch = Readonly<{ from: number; to: number }>;

export type Token = Piece &
  Readonly<{
    /** Written with a capital first letter, in a text that has small letters too. */
    capital: boolean;
    /** The index of its sentence, and of its clause, in the passage. */
    sentence: number;
    clause: number;
  }>;

/** A text made ready once, from which everything is read. */
export type Passage = Readonly<{
  /** The clean text, into which offsets point. */
  text: string;
  tokens: readonly Token[];
  sentences: readonly Stretch[];
  clauses: readonly Clause[];
  /** The number that begins at a token, in digits or words. */
  numbers: ReadonlyMap<number, NumberSaid>;
  /** The words and sayings of one family, in order, none overlapping another; the longest from the left. */
  all: (family: string) => readonly Found[];
  lexicon: Lexicon;
  /** What of a family begins at a token, or covers it. */
  at: (family: string, index: number) => Found | undefined;
}>;

/** The longest text read: one Telegram message. What is longer is read up to here. */
const longestPassage = 4096;

const none: readonly Found[] = [];

/** Reads a text into a passage. Linear in the text; never throws. */
export const readPassage = (text: string): Passage => passageOf(cleanText(text.slice(0, longestPassage)));

const passageOf = (text: string): Passage => {
  const pieces = piecesOf(text);
  const hasSmall = /\p{Ll}/u.test(text);
  const sentences = sentencesOf(text, pieces);
  const sentenceAt = indexOf(sentences, pieces.length);
  const placed = pieces.map((piece, index) => ({ ...piece, sentence: sentenceAt[index] ?? 0 }));
  const families = findWords(words(), placed, index => hasSmall && isCapital(text, pieces[index]));
  const covers = new Map<string, readonly (Found | undefined)[]>();
  const all = (family: string): readonly Found[] => families.get(family) ?? none;
  const at = (family: string, index: number): Found | undefined => {
    const known = covers.get(family);
    if (known) return known[index];
    const found = families.get(family);
    if (!found) return undefined;
    const cover: (Found | undefined)[] = [];
    for (const one of found) for (let token = one.from; token < one.to; token++) cover[token] = one;
    covers.set(family, cover);
    return cover[index];
  };
  const clauses = clausesOf(placed, sentences, at);
  const clauseAt = indexOf(clauses, pieces.length);
  const wounds = woundsIn(families, clauseAt);
  if (wounds.length > 0) {
    families.set('harm', merged(families.get('harm') ?? none, wounds));
    covers.delete('harm');
  }
  const tokens = placed.map((piece, index) => ({
    ...piece,
    capital: hasSmall && isCapital(text, piece),
    clause: clauseAt[index] ?? 0,
  }));
  return { text, tokens, sentences, clauses, numbers: numbersOf(placed), all, at, lexicon: words() };
};

const isCapital = (text: string, piece: Piece | undefined): boolean => {
  const first = piece?.kind === 'word' ? text[piece.start] : undefined;
  return first !== undefined && first !== first.toLowerCase();
};

/** For each token the index of the stretch that holds it. */
const indexOf = (stretches: readonly Stretch[], length: number): readonly number[] => {
  const indexes = new Array<number>(length).fill(0);
  for (const [index, { from, to }] of stretches.entries()) indexes.fill(index, from, to);
  return indexes;
};

type Placed = Piece & Readonly<{ sentence: number }>;

/** One pass over the tokens: of every family the longest that begins at each, the leftmost first. */
const findWords = (
  lexicon: Lexicon,
  tokens: readonly Placed[],
  capital: (index: number) => boolean,
): Map<string, readonly Found[]> => {
  const families = new Map<string, Found[]>();
  for (const [from, { text }] of tokens.entries()) {
    const here = new Map<string, Found>();
    for (const { sense, number, rest } of entriesBefore(entriesOf(lexicon, text), tokens, from + 1)) {
      if (sense.capital && !capital(from)) continue;
      const to = rest.length === 0 ? from + 1 : endOf(tokens, from, rest);
      const best = here.get(sense.family);
      // "кум" is a man, and of women only in another case.
      const isCloser = best?.to === to && best?.lemma !== text && sense.lemma === text;
      if (to !== undefined && (!best || to > best.to || isCloser))
        here.set(sense.family, { ...sense, number, from, to });
    }
    for (const [family, found] of here) {
      const list = families.get(family);
      const last = list?.at(-1);
      if (!list) families.set(family, [found]);
      else if (!last || last.to <= from) list.push(found);
    }
  }
  return families;
};

/** How many words may stand between a word of wounding and the part of a body. */
const woundReach = 3;

/** "посекло руки", "осколок у стегно", "her leg is broken": who is hurt is told by a part of the body. */
const woundsIn = (
  families: ReadonlyMap<string, readonly Found[]>,
  clauseAt: readonly number[],
): readonly Found[] => {
  const bodies = families.get('body') ?? none;
  let next = 0;
  return (families.get('wounding') ?? none).flatMap(wound => {
    while (next < bodies.length && (bodies[next]?.to ?? 0) < wound.from - woundReach) next++;
    const isNear = bodies
      .slice(next, next + 2 * woundReach)
      .some(
        body =>
          body.from - wound.to <= woundReach &&
          wound.from - body.to <= woundReach &&
          clauseAt[body.from] === clauseAt[wound.from],
      );
    return isNear ? [{ ...wound, family: 'harm', value: 'injured', number: 's' as const }] : [];
  });
};

/** Two lists in order as one; where they overlap, what the first has. */
const merged = (first: readonly Found[], second: readonly Found[]): readonly Found[] => {
  const taken = new Set(
    first.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  return [...first, ...second.filter(({ from }) => !taken.has(from))].toSorted((a, b) => a.from - b.from);
};

/** The words of a stretch as typed. */
export const spanOf = ({ tokens }: Pick<Passage, 'tokens'>, { from, to }: Stretch): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

/** From the first token of the first stretch to the last of the last. */
export const hull = (stretches: readonly Stretch[]): Stretch => ({
  from: Math.min(...stretches.map(({ from }) => from)),
  to: Math.max(...stretches.map(({ to }) => to)),
});
