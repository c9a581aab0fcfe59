import type { Gazetteer, GazetteerSettlement } from '../../place/gazetteer/gazetteer.ts';
import { type Match, matchByGuess, namedMatches, ownNameMatches } from '../../place/gazetteer/lookup.ts';
import { type DivisionMention, findDivisions } from './division.ts';
import { addressPositions, type Run, runsOf, type Token, tokensOf } from './phrase.ts';
import { directionPositions, findRelation, type Relation } from './relation.ts';
import { fillers, isNever, landmarks } from './words.ts';

/** A name in the answer, with the settlements that it may be. */
export type Hit = Readonly<{ from: number; words: readonly string[]; matches: readonly Match[] }>;

/** What an answer is made of. */
export type Parts = Readonly<{
  tokens: readonly Token[];
  divisions: readonly DivisionMention[];
  relation: Relation | undefined;
  hasAddress: boolean;
  hits: readonly Hit[];
  /** What is neither a name that we know nor a word that we understand. */
  strange: readonly Run[];
}>;

/** The parts of a whole answer. */
export const partsOf = (gazetteer: Gazetteer, text: string): Parts => {
  const tokens = tokensOf(text);
  const words = tokens.map(token => token.word);
  const whole = isNever(words, undefined) ? [] : namedMatches(gazetteer, words);
  if (whole.some(match => match.kind === 'exact'))
    return {
      tokens,
      divisions: [],
      relation: undefined,
      hasAddress: false,
      hits: [{ from: 0, words, matches: whole }],
      strange: [],
    };
  const relation = findRelation(tokens);
  const address = addressPositions(tokens);
  const divisions = findDivisions(gazetteer, words).filter(mention => !address.has(mention.from));
  const taken = new Set([...address, ...(relation?.taken ?? directionPositions(tokens))]);
  for (const mention of divisions)
    if (mention.kind === 'stated') for (let at = 0; at < mention.count; at++) taken.add(mention.from + at);
  const hits: Hit[] = protectedNames(gazetteer, tokens, taken);
  for (const hit of hits) for (let at = 0; at < hit.words.length; at++) taken.add(hit.from + at);
  const strange: Run[] = [];
  for (const run of runsOf(tokens, taken)) {
    const found = hitsIn(gazetteer, run, tokens);
    hits.push(...found.hits);
    strange.push(...found.strange);
  }
  hits.sort((a, b) => a.from - b.from);
  return { tokens, divisions, relation, hasAddress: address.size > 0, hits, strange };
};

/** Names of which a part is an everyday word: Старе Село, Станиця Луганська. */
const protectedNames = (
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
): Hit[] => {
  const hits: Hit[] = [];
  for (let from = 0; from < tokens.length; from++)
    for (let size = 3; size >= 2; size--) {
      const window = tokens.slice(from, from + size);
      const words = window.map(token => token.word);
      if (
        window.length < size ||
        !words.some(word => fillers.has(word)) ||
        words.every(word => fillers.has(word))
      )
        continue;
      if (window.some((_, at) => taken.has(from + at))) continue;
      if (window.some(token => token.clause !== window[0]?.clause)) continue;
      const matches = ownNameMatches(gazetteer, words).filter(match => hasNameOf(match.settlement, size));
      if (matches.length === 0) continue;
      hits.push({ from, words, matches });
      from += size - 1;
      break;
    }
  return hits;
};

const hasNameOf = ({ names, also }: GazetteerSettlement, size: number): boolean =>
  [names.uk, names.en, names.ru, ...also].some(name => name.split(/[ -]/).length === size);

/** The longest own names within a run, from the left; the rest is strange. */
const hitsIn = (
  gazetteer: Gazetteer,
  run: Run,
  tokens: readonly Token[],
): Readonly<{ hits: readonly Hit[]; strange: readonly Run[] }> => {
  const before = (at: number): string | undefined => tokens[run.from + at - 1]?.word;
  const hits: Hit[] = [];
  const strange: Run[] = [];
  let at = 0;
  let unread = 0;
  const close = (): void => {
    const words = run.words.slice(unread, at).filter(word => !landmarks.has(word));
    if (words.length > 0) strange.push({ words, from: run.from + unread, clause: run.clause });
  };
  while (at < run.words.length) {
    let size = Math.min(4, run.words.length - at);
    let matches: readonly Match[] = [];
    for (; size >= 1; size--) {
      const names = run.words.slice(at, at + size);
      matches = isNever(names, before(at)) ? [] : namedMatches(gazetteer, names);
      if (matches.length > 0) break;
    }
    const isLandmark = size === 1 && landmarks.has(run.words[at] ?? '');
    if (matches.length === 0 || (isLandmark && run.words.length > 1)) {
      at += 1;
      continue;
    }
    close();
    hits.push({ from: run.from + at, words: run.words.slice(at, at + size), matches });
    at += size;
    unread = at;
  }
  close();
  if (strange.length > 0 && run.words.length > 1) {
    const guessed = matchByGuess(gazetteer, run.words);
    if (guessed.length > 0)
      return { hits: [{ from: run.from, words: run.words, matches: guessed }], strange: [] };
  }
  return { hits, strange };
};
