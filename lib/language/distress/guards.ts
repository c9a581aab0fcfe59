import type { Guard } from '../words/distress.ts';
import { guardBits, type Phrase } from './lexicon.ts';
import type { Passage } from './passage.ts';

/** The places in the passage of the words that make a phrase, in order. */
export type Match = readonly [number, ...number[]];

const holds = ({ words }: Passage, at: number, guard: Guard): boolean =>
  ((words[at]?.guards ?? 0) & guardBits[guard]) !== 0;

/** Whether words around a phrase tell that it is no call for help. The numbers are words before it and after it. */
export const isGuarded = (passage: Passage, match: Match, { kind, voice }: Phrase): boolean => {
  const has = (guard: Guard, before: number, after: number) => hasNear(passage, match, guard, before, after);
  const isNow = isStillSo(passage, match);
  if (isDenied(passage, match) || has('past', 2, 3) || has('slight', 0, 2)) return true;
  if (!isNow && has('ago', 6, 6) && !has('since', 3, 3)) return true;
  if (!isNow && isOver(passage, match)) return true;
  switch (voice) {
    case 'own':
      return kind === 'injured' && isSafeSince(passage, match);
    case 'holder':
      return isOfOthers(passage, match);
    case 'others':
      return (
        isOfOthers(passage, match) ||
        isOfNobody(passage, match) ||
        has('found', 5, 5) ||
        has('may', 3, 3) ||
        (startsWith(passage, match, '<under>') && holds(passage, match[0] - 1, 'since'))
      );
    case 'ask':
      return has('shouted', 4, 2) || has('bot', 6, 6) || has('how', 4, 0) || isSupposed(passage, match);
  }
};

const startsWith = ({ words }: Passage, match: Match, name: string): boolean =>
  words[match[0]]?.elements.includes(name) === true;

/** Right beside it, and not set apart from it, that it is so of nobody. */
const isOfNobody = (passage: Passage, match: Match): boolean => {
  const { parts } = passage;
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 2; at <= end + 2; at++)
    if (
      holds(passage, at, 'none') &&
      !match.includes(at) &&
      (parts[at] === parts[match[0]] || parts[at] === parts[end])
    )
      return true;
  return false;
};

/** Reported, seen on a screen, or supposed. */
const isOfOthers = (passage: Passage, match: Match): boolean =>
  isSaid(passage, match) || hasNear(passage, match, 'media', 12, 12) || isSupposed(passage, match);

/** Told with where the person is since, apart from it: "I am at home now", "already at home". */
const isSafeSince = (passage: Passage, match: Match): boolean => {
  const { words, parts } = passage;
  const is = (at: number, name: string) => words[at]?.elements.includes(name) === true;
  return words.some(
    (_, at) =>
      is(at, '<athome>') &&
      !match.some(one => parts[one] === parts[at]) &&
      [at - 3, at - 2, at - 1, at + 1].some(
        beside =>
          parts[beside] === parts[at] && (holds(passage, beside, 'now') || holds(passage, beside, 'since')),
      ),
  );
};

/** Whether a guard stands between the words of a phrase or near them, in the same sentence. */
const hasNear = (passage: Passage, match: Match, guard: Guard, before: number, after: number): boolean => {
  const { sentences } = passage;
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - before; at <= end + after; at++)
    if (sentences[at] === sentences[match[0]] && holds(passage, at, guard) && !match.includes(at))
      return true;
  return false;
};

/** A denial right before the phrase and in no part of its own, or between its words. */
const isDenied = (passage: Passage, match: Match): boolean => {
  const { parts } = passage;
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 1; at <= end; at++)
    if (!match.includes(at) && holds(passage, at, 'not') && (at > match[0] || parts[at] === parts[match[0]]))
      return true;
  return false;
};

/** Told as of now. "Still" before a date ("ещё в июле") is of then. */
const isStillSo = (passage: Passage, match: Match): boolean => {
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 3; at <= end + 3; at++)
    if (
      passage.sentences[at] === passage.sentences[match[0]] &&
      holds(passage, at, 'now') &&
      !match.includes(at) &&
      !holds(passage, at + 1, 'ago') &&
      !holds(passage, at + 2, 'ago')
    )
      return true;
  return false;
};

/** Reported by officials or news; not where they are said to be missing. */
const isSaid = (passage: Passage, match: Match): boolean => {
  const { sentences } = passage;
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 12; at <= end + 12; at++)
    if (
      sentences[at] === sentences[match[0]] &&
      holds(passage, at, 'said') &&
      !match.includes(at) &&
      ![at - 2, at - 1, at + 1, at + 2].some(beside => holds(passage, beside, 'not'))
    )
      return true;
  return false;
};

/** After an "if", unless it is "if somebody hears us". */
const isSupposed = (passage: Passage, match: Match): boolean => {
  for (let at = match[0] - 8; at < match[0]; at++)
    if (
      passage.sentences[at] === passage.sentences[match[0]] &&
      holds(passage, at, 'supposed') &&
      ![1, 2, 3].some(after => holds(passage, at + after, 'reads'))
    )
      return true;
  return false;
};

/** Told with its end, which the next sentence may tell: "they were got out". Not where that is denied. */
const isOver = (passage: Passage, match: Match): boolean => {
  const end = match.at(-1) ?? match[0];
  for (let at = match[0] - 8; at <= end + 10; at++)
    if (holds(passage, at, 'over') && !holds(passage, at - 1, 'not') && !match.includes(at)) return true;
  return false;
};
