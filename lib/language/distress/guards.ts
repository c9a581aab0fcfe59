import type { Guard, Need } from '../words/distress.ts';
import { guardBits } from './lexicon.ts';
import type { Passage } from './passage.ts';

/** The places in the passage of the words that make a saying, in order. */
export type Match = readonly [number, ...number[]];

const holds = ({ words }: Passage, at: number, guard: Guard): boolean =>
  ((words[at]?.guards ?? 0) & guardBits[guard]) !== 0;

const is = ({ words }: Passage, at: number, name: string): boolean =>
  words[at]?.elements.includes(name) === true;

const ends = (match: Match): readonly [number, number] => [match[0], match.at(-1) ?? match[0]];

/** How far each of what a saying needs may stand from it: of the question what to do, beyond its sentence too. */
const now = { '<moment>': 10, '<here>': 10, '<asking>': 14 };
const us = { ...now, '<own>': 7 };
const somebody = { ...us, '<person>': 7, '<lonely>': 10, '<still>': 6 };
const companions: Readonly<Record<Need, Readonly<Record<string, number>>>> = {
  itself: {},
  ask: {},
  brief: somebody,
  somebody,
  us,
  now,
};

/** So few words, edges among them, say nothing else: "нога під плитою". */
const shortText = 8;

/** Whether what a saying needs stands beside it. */
export const isMet = (passage: Passage, match: Match, need: Need): boolean => {
  if (need === 'ask') return true;
  const isDated = passage.words.some(({ guards }) => (guards & guardBits.ago) !== 0);
  if (isDated && !isStillSo(passage, match)) return isBeside(passage, match, now);
  if (need === 'itself' || (need === 'brief' && passage.words.length <= shortText)) return true;
  return isBeside(passage, match, companions[need]);
};

const isBeside = (passage: Passage, match: Match, names: Readonly<Record<string, number>>): boolean => {
  const [start, end] = ends(match);
  return Object.entries(names).some(([name, reach]) => {
    for (let at = start - reach; at <= end + reach; at++) {
      const isNear = name === '<asking>' || passage.sentences[at] === passage.sentences[start];
      if (isNear && !match.includes(at) && is(passage, at, name)) return true;
    }
    return false;
  });
};

/** Whether words around a saying tell that it is no call for help. The numbers are words before it and after it. */
export const isGuarded = (passage: Passage, match: Match, need: Need): boolean => {
  const has = (guard: Guard, before: number, after: number) => hasNear(passage, match, guard, before, after);
  const isQuestion = match.some(at => is(passage, at, '<phone>'));
  if (isPast(passage, match) || has('slight', 2, 4)) return true;
  if (!isStillSo(passage, match) && has('ago', 12, 12) && !has('since', 3, 3)) return true;
  if (
    (!isQuestion && isOver(passage, match)) ||
    has('media', 12, 12) ||
    isSupposed(passage, match) ||
    has('street', 2, 0) ||
    has('named', 0, 1)
  )
    return true;
  if (need === 'ask') return has('shouted', 4, 2) || has('bot', 6, 6) || has('how', 4, 0);
  const isFind = match.some(at => is(passage, at, '<explosive>'));
  if (has('bot', 3, 3) || ((need === 'us' || need === 'now') && isAskedAbout(passage, match))) return true;
  if (has('dead', 0, 6) || (isFind && has('burst', 6, 6))) return true;
  if (match.some(at => is(passage, at, '<own>'))) return false;
  return (
    isSaid(passage, match) ||
    isOfNobody(passage, match) ||
    (!isFind && has('found', 5, 5)) ||
    has('may', 3, 3)
  );
};

/** After a question word that does not ask what to do. */
const isAskedAbout = (passage: Passage, [start]: Match): boolean => {
  for (let at = start - 9; at < start; at++)
    if (
      passage.sentences[at] === passage.sentences[start] &&
      holds(passage, at, 'how') &&
      !is(passage, at, '<asking>')
    )
      return true;
  return false;
};

/** That it was so, before it in its part, or right after it. */
const isPast = (passage: Passage, match: Match): boolean => {
  const { parts } = passage;
  const [start, end] = ends(match);
  // "We were hit and he is bleeding"
  const from = is(passage, start - 1, '<be>') && !holds(passage, start - 1, 'past') ? start : start - 8;
  for (let at = from; at <= end + 3; at++)
    if (
      holds(passage, at, 'past') &&
      !match.includes(at) &&
      (at > start || parts[at] === parts[start] || at >= start - 3)
    )
      return true;
  return false;
};

/** That it is so of nobody; not that nobody comes, or that nobody is there. */
const isOfNobody = (passage: Passage, match: Match): boolean => {
  const { sentences, parts } = passage;
  const [start, end] = ends(match);
  for (let at = start - 2; at <= end + 5; at++)
    if (
      sentences[at] === sentences[start] &&
      holds(passage, at, 'none') &&
      !match.includes(at) &&
      !is(passage, at, '<asking>') &&
      (parts[at] === parts[end] || parts[at] === parts[at + 1])
    )
      return true;
  return false;
};

/** Whether a guard stands between the words of a saying or near them, in the same sentence. */
const hasNear = (passage: Passage, match: Match, guard: Guard, before: number, after: number): boolean => {
  const { sentences } = passage;
  const [start, end] = ends(match);
  for (let at = start - before; at <= end + after; at++)
    if (
      sentences[at] === sentences[start] &&
      holds(passage, at, guard) &&
      !match.includes(at) &&
      !(guard === 'burst' && holds(passage, at - 1, 'not'))
    )
      return true;
  return false;
};

/** A denial right before a row of a saying and in no part of its own, or between its words. */
export const isDenied = (passage: Passage, match: Match): boolean => {
  const { parts } = passage;
  const [start, end] = ends(match);
  for (let at = start - 1; at <= end; at++)
    if (!match.includes(at) && holds(passage, at, 'not') && (at > start || parts[at] === parts[start]))
      return true;
  return false;
};

/** Told as of now, in the same part. "Still" before a date ("ещё в июле") is of then. */
const isStillSo = (passage: Passage, match: Match): boolean => {
  const { parts } = passage;
  const [start, end] = ends(match);
  for (let at = start - 3; at <= end + 3; at++)
    if (
      (parts[at] === parts[start] || parts[at] === parts[end]) &&
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
  const [start, end] = ends(match);
  for (let at = start - 12; at <= end + 12; at++)
    if (
      sentences[at] === sentences[start] &&
      holds(passage, at, 'said') &&
      !match.includes(at) &&
      ![at - 2, at - 1, at + 1, at + 2].some(beside => holds(passage, beside, 'not'))
    )
      return true;
  return false;
};

/** After an "if", unless it is "if somebody hears us". */
const isSupposed = (passage: Passage, match: Match): boolean => {
  const [start] = match;
  for (let at = start - 8; at < start; at++)
    if (
      passage.sentences[at] === passage.sentences[start] &&
      holds(passage, at, 'supposed') &&
      ![1, 2, 3].some(after => holds(passage, at + after, 'reads'))
    )
      return true;
  return false;
};

/** What endangers a hospital or a home too. */
const ofPlace = ['<shoot>', '<firing>', '<shelling>', '<drone>', '<fire>', '<smoke>', '<water>', '<gas>'];

/** Told with its end, which the next sentences may tell: "they were got out". Not where that is denied. */
const isOver = (passage: Passage, match: Match): boolean => {
  const [start, end] = ends(match);
  const isOfPlace = match.some(at => ofPlace.some(name => is(passage, at, name)));
  for (let at = start - 8; at <= end + 12; at++)
    if (
      (holds(passage, at, 'over') || (!isOfPlace && (holds(passage, at, 'care') || isHome(passage, at)))) &&
      !holds(passage, at - 1, 'not') &&
      !holds(passage, at - 2, 'not') &&
      !(holds(passage, at, 'care') && holds(passage, at + 1, 'not')) &&
      !match.includes(at)
    )
      return true;
  return false;
};

/** Where the teller, or the wounded, is since: "I am at home now", "already in hospital". */
const isHome = (passage: Passage, at: number): boolean =>
  holds(passage, at, 'home') &&
  [at - 2, at - 1, at + 1].some(beside => holds(passage, beside, 'now') || holds(passage, beside, 'already'));
