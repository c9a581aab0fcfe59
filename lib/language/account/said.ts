import type { Found } from '../lexicon/lexicon.ts';
import { isDenied } from '../passage/finding.ts';
import type { Passage, Stretch } from '../passage/passage.ts';

/** Is it said in a clause that asserts, of now? */
export const isAsserted = (passage: Passage, { from }: Stretch): boolean => {
  const clause = passage.clauses[passage.tokens[from]?.clause ?? 0];
  return clause === undefined || (clause.mood === 'asserted' && !clause.earlier);
};

const isOfLong = ({ clauses, tokens }: Passage, { from }: Stretch): boolean =>
  clauses[tokens[from]?.clause ?? 0]?.long === true;

/** The words of a family that the text asserts: said to be so, in clauses that assert. */
export const saidIn = (passage: Passage, family: string): readonly Found[] =>
  passage
    .all(family)
    .filter(
      found =>
        isAsserted(passage, found) &&
        !isDenied(passage, found) &&
        !(family === 'harm' && isOfLong(passage, found)),
    );

export const sentenceOf = ({ sentences, tokens }: Passage, index: number): Stretch =>
  sentences[tokens[index]?.sentence ?? 0] ?? { from: index, to: index + 1 };

export const clauseOf = ({ clauses, tokens }: Passage, index: number): Stretch =>
  clauses[tokens[index]?.clause ?? 0] ?? { from: index, to: index + 1 };

export const within = (outer: Stretch, inner: Stretch): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** How many tokens lie between two stretches; 0 for neighbours and for what overlaps. */
export const gap = (a: Stretch, b: Stretch): number =>
  Math.max(0, a.to <= b.from ? b.from - a.to : a.from - b.to);

/** A word of a family at most so many tokens before, or after, in the same sentence. */
export const nearby = (
  passage: Passage,
  { from, to }: Stretch,
  family: string,
  reach: Readonly<{ before?: number; after?: number }>,
): Found | undefined => {
  const sentence = sentenceOf(passage, from);
  for (let index = from - 1; index >= Math.max(sentence.from, from - (reach.before ?? 0)); index--) {
    const found = passage.at(family, index);
    if (found) return found;
  }
  for (let index = to; index < Math.min(sentence.to, to + (reach.after ?? 0)); index++) {
    const found = passage.at(family, index);
    if (found) return found;
  }
  return undefined;
};

/** How many words before something a doubt about it may stand. */
const hedgeReach = 6;

/** "мабуть", "схоже", "maybe" before it, in its clause. */
export const isHedged = (passage: Passage, stretch: Stretch): boolean => {
  const hedge = nearby(passage, stretch, 'hedge', { before: hedgeReach });
  // "two or three bangs" is a number.
  if (
    hedge &&
    passage.numbers.has(hedge.to) &&
    passage.tokens[hedge.from - 1] &&
    passage.numbers.get(hedge.from - 1)?.to === hedge.from
  )
    return false;
  return hedge !== undefined && passage.tokens[hedge.from]?.clause === passage.tokens[stretch.from]?.clause;
};
