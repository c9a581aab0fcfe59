import { type Found, mistyped } from '../lexicon/lexicon.ts';
import type { Passage, Stretch } from './passage.ts';

/** The words of one family in a text, and what the text says about them as a whole. */
export type Findings<Said> = Readonly<{
  /** What is said to be so. */
  said: readonly Said[];
  /** What is said not to be so ("не касетні"). */
  denied: readonly Said[];
  /** "I don't know" in any form. */
  unknown: boolean;
  /** "not sure" beside what is said. */
  doubted: boolean;
}>;

/** How many words may stand between a denial and what it denies ("не були це касетні"). */
const denialReach = 3;

const isEdge = (passage: Passage, index: number, clause: number): boolean => {
  const token = passage.tokens[index];
  return !token || token.clause !== clause || passage.at('pivot', index) !== undefined || token.text === '.';
};

const isAfter = ({ tokens }: Passage, index: number): boolean =>
  /^(після|после|after|від|от)$/.test(tokens[index]?.text ?? '');

/** A denial before a stretch, in its clause: "не касетні", "no cluster bombs". */
export const isDeniedBefore = (passage: Passage, { from }: Stretch): boolean => {
  const clause = passage.tokens[from]?.clause ?? 0;
  for (let index = from - 1; index >= from - denialReach && index >= 0; index--) {
    // "без світла після удару": what came before is not denied.
    if (isEdge(passage, index, clause) || passage.at('knowing', index) || isAfter(passage, index))
      return false;
    const denial = passage.at('denial', index);
    if (denial) return denial.value !== 'none';
  }
  return false;
};

/** A denial that ends the clause after a stretch: "касет не було". */
const isDeniedAfter = (passage: Passage, { from, to }: Stretch): boolean => {
  const clause = passage.tokens[from]?.clause ?? 0;
  for (let index = to; index <= to + 1; index++) {
    if (isEdge(passage, index, clause)) return false;
    const denial = passage.at('denied-after', index);
    if (denial) return isEdge(passage, denial.to, clause) || passage.tokens[denial.to]?.kind === 'mark';
  }
  return false;
};

/** "Обстрілів у Кобеляках не було": a genitive that begins a clause which ends in a denial. */
const isDeniedAtEnd = (passage: Passage, { from, to }: Stretch): boolean => {
  const clause = passage.clauses[passage.tokens[from]?.clause ?? 0];
  if (
    !clause ||
    clause.from !== from ||
    clause.to - to > 8 ||
    !/(ів|їв|ей|ов|ев)$/.test(passage.tokens[to - 1]?.text ?? '')
  )
    return false;
  return (
    passage.at(
      'denied-after',
      passage.tokens[clause.to - 1]?.kind === 'mark' ? clause.to - 2 : clause.to - 1,
    ) !== undefined
  );
};

/** Whether the words right before or after a stretch deny it. */
export const isDenied = (passage: Passage, stretch: Stretch): boolean =>
  isDeniedBefore(passage, stretch) || isDeniedAfter(passage, stretch) || isDeniedAtEnd(passage, stretch);

/** "I don't know" in any form, anywhere in the text. */
export const saysUnknown = (passage: Passage): boolean =>
  passage.tokens.length > 0 &&
  (passage.all('knowing').length > 0 || passage.tokens.every(({ text }) => text === '?'));

/** Parts what is said of a family from what is denied. With `typos`, a word with one typing error counts when no other does. */
export const findIn = (passage: Passage, family: string, typos: boolean): Findings<Found> => {
  const free = passage
    .all(family)
    .filter(found => found.to > found.from + 1 || !passage.at('knowing', found.from));
  const all = free.length === 0 && typos ? mistypedIn(passage, family) : free;
  return {
    said: all.filter(found => !isDenied(passage, found)),
    denied: all.filter(found => isDenied(passage, found)),
    unknown: saysUnknown(passage),
    doubted: passage.all('knowing').some(({ value, lemma }) => value === 'doubt' || doubts.has(lemma)),
  };
};

/** Only these are a doubt about a named thing ("not sure, maybe cluster"), not a refusal of it. */
const doubts = new Set(
  'не впевнений,не впевнена,невпевнений,не певен,не певна,не уверен,не уверена,not sure,unsure,uncertain,not certain'.split(
    ',',
  ),
);

const mistypedIn = (passage: Passage, family: string): readonly Found[] =>
  passage.tokens.flatMap((token, from) =>
    token.kind === 'word' && !passage.at('knowing', from)
      ? mistyped(passage.lexicon, family, token.text).map(sense => ({
          ...sense,
          number: undefined,
          from,
          to: from + 1,
        }))
      : [],
  );
