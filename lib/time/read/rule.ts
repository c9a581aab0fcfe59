import { type Found, hasMark, senseAt, skip, type Tokens, wordAt } from './cursor.ts';
import type { Said } from './said.ts';
import type { Mark } from './word.ts';

/**
 * `answer`: the text answers "when was it?", so a bare number may be an hour. `account`: the text tells of many things, and a
 * number is a time only where nothing else is possible.
 */
export type Mode = 'answer' | 'account';

/** Reads one kind of saying at a place in the tokens, or nothing. */
export type Rule = (tokens: Tokens, at: number, mode: Mode) => Found<Said> | undefined;

/** The words that lead up to a time. */
type Introduction = Readonly<{
  /** Where the time itself begins. */
  at: number;
  /** Does a word before it announce a time ("о", "at", "близько")? */
  led: boolean;
  /** `rough` is said of the time ("близько"), `soft` of the memory of it ("десь", "мабуть"). */
  about?: 'rough' | 'soft';
}>;

/** "десь о", "приблизно в", "в районе", "on the". */
export const introductionAt = (tokens: Tokens, start: number): Introduction => {
  const first = skip(tokens, start, 'at');
  const area = /^рай?он[іе]$/.test(wordAt(tokens, first) ?? '') && first > start;
  const at = skip(tokens, area ? first + 1 : start, 'at', 'on', 'in', 'about', 'some', 'article');
  const own = Array.from({ length: at - start }, (_, index) => start + index);
  const has = (...marks: readonly Mark[]): boolean => own.some(index => hasMark(tokens, index, ...marks));
  const isRough = area || has('about') || hasMark(tokens, start - 1, 'about');
  const isSoft = !isRough && has('some');
  const announces = own.some(
    index => hasMark(tokens, index, 'at') || (hasMark(tokens, index, 'on') && !hasMark(tokens, index, 'in')),
  );
  const led = announces || isRough || isSoft || hasMark(tokens, start - 1, 'at');
  if (isRough) return { at, led, about: 'rough' };
  return { at, led, about: isSoft ? 'soft' : undefined };
};

export const isDash = (tokens: Tokens, at: number): boolean =>
  ['-', '–', '—'].includes(wordAt(tokens, at) ?? '');

/** Where the unit is said before its number ("годині о сьомій", "часа в три"), the place after the unit. */
export const skipUnit = (tokens: Tokens, at: number): number =>
  senseAt(tokens, at, 'unit') === 'hour' && hasMark(tokens, at + 1, 'at') ? at + 1 : at;

/** Nouns of an attack: "after Sunday's attack" tells the attack's day, "нічна атака" its part of the day. */
export const attackNoun =
  /^(обстріл|обстрел|атак|удар|авіаудар|авиаудар|вибух|взрыв|прил[іеьё]|наліт|нальот|налет|бомбардуван|бомбардировк|attack|strike|airstrike|shelling|explosion|blast|bombing|bombardment|raid)/u;
