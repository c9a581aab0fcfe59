import { findAll, type Lexicon, lexicon, type Match, matchAt, nearMeanings } from './lexicon.ts';
import type { Token } from './text.ts';
import { denialWords, doubtWords, negationWords, notNegationWords, unknownWords } from './words/unknown.ts';

/** The phrases of one vocabulary in a text, and what the text says about them as a whole. */
export type Findings<M> = Readonly<{
  /** What is said to be so. */
  said: readonly Match<M>[];
  /** What is said not to be so ("не касетні"). */
  denied: readonly Match<M>[];
  /** "I don't know" in any form. */
  unknown: boolean;
  /** "not sure" beside what is said. */
  doubted: boolean;
}>;

const unknowns = lexicon([[true, unknownWords]]);
const doubts = lexicon([[true, doubtWords]]);
const negations = lexicon([
  [true, negationWords],
  [false, notNegationWords],
]);
const denials = lexicon([[true, denialWords]]);

const boundaries = new Set([
  ',',
  '.',
  ';',
  ':',
  '!',
  '?',
  '(',
  ')',
  '\n',
  'але',
  'а',
  'но',
  'but',
  'зате',
  'зато',
  'просто',
  'just',
  'це',
  'это',
]);
/** How many words may stand between a negation and what it denies ("не були це касетні"). */
const negationReach = 3;

const deniedBefore = (tokens: readonly Token[], from: number, taken: ReadonlySet<number>): boolean => {
  for (let at = from - 1; at >= Math.max(0, from - negationReach); at--) {
    const token = tokens[at];
    if (!token || boundaries.has(token.text) || taken.has(at)) return false;
    for (let start = at; start >= Math.max(0, at - 2); start--) {
      const match = matchAt(negations, tokens, start);
      if (match && match.to === at + 1) return match.meaning;
    }
  }
  return false;
};

const deniedAfter = (tokens: readonly Token[], to: number): boolean => {
  for (let at = to; at <= to + 1; at++) {
    const token = tokens[at];
    if (!token || boundaries.has(token.text)) return false;
    const match = matchAt(denials, tokens, at);
    // "касети, не було світла": the denial must end its clause.
    if (match) return match.to >= tokens.length || boundaries.has(tokens[match.to]?.text ?? '');
  }
  return false;
};

/** "I don't know" in any form, anywhere in the text. */
export const saysUnknown = (tokens: readonly Token[]): boolean => findAll(unknowns, tokens).length > 0;

/** Parts what is said of a vocabulary from what is denied. With `typos`, a word with one typing error counts when no other does. */
export const find = <M>(words: Lexicon<M>, tokens: readonly Token[], typos: boolean): Findings<M> => {
  const notKnown = findAll(unknowns, tokens);
  const taken = new Set(
    notKnown.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  const free = (match: Match<M>) => match.to - match.from > 1 || !taken.has(match.from);
  let matches = findAll(words, tokens).filter(free);
  if (matches.length === 0 && typos)
    matches = tokens.flatMap((token, from) =>
      taken.has(from) ? [] : nearMeanings(words, token).map(meaning => ({ meaning, from, to: from + 1 })),
    );
  const isDenied = ({ from, to }: Match<M>) => deniedBefore(tokens, from, taken) || deniedAfter(tokens, to);
  return {
    said: matches.filter(match => !isDenied(match)),
    denied: matches.filter(isDenied),
    unknown: notKnown.length > 0,
    doubted: findAll(doubts, tokens).length > 0,
  };
};
