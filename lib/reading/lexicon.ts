import type { Token } from './text.ts';

/**
 * A list of phrases with what each means, found in tokens. A phrase is words with one space between; `*` at the end of a
 * word stands for any ending, `(a|b|)` for alternatives, and a hyphen joins what is written together or with a dash
 * ("с-300" finds С-300 and С300, not "с 300"). A dash or a quotation mark between two words of a phrase does not matter.
 */
export type Lexicon<M> = Readonly<{
  exact: ReadonlyMap<string, readonly Phrase<M>[]>;
  prefix: ReadonlyMap<string, readonly Phrase<M>[]>;
}>;
type Word = Readonly<{ text: string; open: boolean; glued: boolean }>;
type Phrase<M> = Readonly<{ words: readonly Word[]; meaning: M }>;

/** Comma-separated phrases that mean the same. */
export type Entry<M> = readonly [meaning: M, phrases: string];

/** A phrase found: tokens `from` (inclusive) to `to` (exclusive). */
export type Match<M> = Readonly<{ meaning: M; from: number; to: number }>;

const alternatives = (phrase: string): string[] => {
  const group = /^([^(]*)\(([^)]*)\)(.*)$/.exec(phrase);
  if (!group) return [phrase];
  const [, before = '', inside = '', after = ''] = group;
  return inside.split('|').flatMap(choice => alternatives(before + choice + after));
};

const word = (text: string, glued: boolean): Word =>
  text.endsWith('*') ? { text: text.slice(0, -1), open: true, glued } : { text, open: false, glued };

const parse = (phrase: string): readonly Word[] =>
  phrase
    .split(' ')
    .flatMap(part =>
      part === '-' ? [word(part, false)] : part.split('-').map((text, index) => word(text, index > 0)),
    );

/** Builds a lexicon; costly, so that callers keep the result. */
export const lexicon = <M>(entries: readonly Entry<M>[]): Lexicon<M> => {
  const exact = new Map<string, Phrase<M>[]>();
  const prefix = new Map<string, Phrase<M>[]>();
  for (const [meaning, phrases] of entries) {
    for (const phrase of phrases.split(',').flatMap(part => alternatives(part.trim().replace(/\s+/g, ' ')))) {
      const words = parse(phrase.trim());
      const first = words[0];
      if (!first || first.text === '') continue;
      const index = first.open ? prefix : exact;
      index.set(first.text, [...(index.get(first.text) ?? []), { words, meaning }]);
    }
  }
  return { exact, prefix };
};

const fits = (pattern: Word, token: Token): boolean =>
  pattern.open ? token.text.startsWith(pattern.text) : token.text === pattern.text;

const passable = new Set(['-', '"', '«', '»', '“', '”', '„', "'"]);

/** The token index after the phrase, or undefined when it does not stand at `from`. */
const phraseEnd = (words: readonly Word[], tokens: readonly Token[], from: number): number | undefined => {
  let at = from;
  for (const [index, pattern] of words.entries()) {
    if (index > 0) {
      const between = tokens[at];
      if (
        between &&
        passable.has(between.text) &&
        !fits(pattern, between) &&
        (!pattern.glued || between.glued)
      )
        at++;
      if (pattern.glued && !tokens[at]?.glued) return undefined;
    }
    const token = tokens[at];
    if (!token || !fits(pattern, token)) return undefined;
    at++;
  }
  return at;
};

/** No open word of a lexicon is longer; a token may be. */
const longestPrefix = 24;

/** The longest phrase that stands at a token. */
export const matchAt = <M>(
  lexicon: Lexicon<M>,
  tokens: readonly Token[],
  from: number,
): Match<M> | undefined => {
  const text = tokens[from]?.text;
  if (text === undefined) return undefined;
  let best: (Match<M> & { weight: number }) | undefined;
  const consider = (phrases: readonly Phrase<M>[] | undefined) => {
    for (const phrase of phrases ?? []) {
      const to = phraseEnd(phrase.words, tokens, from);
      if (to === undefined) continue;
      const weight = phrase.words.reduce((sum, { text, open }) => sum + text.length + (open ? 0 : 1), 0);
      if (!best || to > best.to || (to === best.to && weight > best.weight))
        best = { meaning: phrase.meaning, from, to, weight };
    }
  };
  for (let length = 1; length <= Math.min(text.length, longestPrefix); length++)
    consider(lexicon.prefix.get(text.slice(0, length)));
  consider(lexicon.exact.get(text));
  return best && { meaning: best.meaning, from: best.from, to: best.to };
};

/** All phrases of a text, from the left, the longest first, none overlapping another. */
export const findAll = <M>(lexicon: Lexicon<M>, tokens: readonly Token[]): readonly Match<M>[] => {
  const found: Match<M>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = matchAt(lexicon, tokens, at);
    if (match) found.push(match);
    at = match ? match.to : at + 1;
  }
  return found;
};

/** Whether two words differ by at most one letter added, dropped, changed or swapped with its neighbour. */
const nearlySame = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail++;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
};

/** Words shorter than this are too like each other to be corrected. */
const shortestCorrected = 5;

/**
 * What a word means when it is one of the lexicon's single words with one typing error; several meanings when several are
 * as near. Only for short answers, where a word stands for itself.
 */
export const nearMeanings = <M>(lexicon: Lexicon<M>, token: Token): readonly M[] => {
  if (token.kind !== 'word' || token.text.length < shortestCorrected) return [];
  const meanings = new Set<M>();
  const consider = (index: ReadonlyMap<string, readonly Phrase<M>[]>, open: boolean) => {
    for (const [text, phrases] of index) {
      if (text.length < shortestCorrected) continue;
      const near = open
        ? [-1, 0, 1].some(extra => nearlySame(token.text.slice(0, text.length + extra), text))
        : nearlySame(token.text, text);
      if (near) for (const phrase of phrases) if (phrase.words.length === 1) meanings.add(phrase.meaning);
    }
  };
  consider(lexicon.exact, false);
  consider(lexicon.prefix, true);
  return [...meanings];
};
