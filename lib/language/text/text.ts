import { lookAlikes } from '../../place/gazetteer/spelling.ts';

/**
 * What every reading of typed words starts from: a clean text to keep and to show, and folded tokens to match.
 */

/** Direction overrides, zero-width and other invisible characters: they can make a text look like another one. */
const invisible =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}\p{Co}]/gu;
/** A joiner has a use only inside an emoji. */
const looseJoiner = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D/gu;
const control = /(?![\n\t])\p{Cc}/gu;
const markRun = /([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}]?)(\p{M}{2,})/gu;

/**
 * The person's words, fit to be stored and shown: canonical composition, `\n` line ends, no control, invisible or
 * direction-changing character, no piles of combining marks (more than one on a Latin or Cyrillic letter, more than three
 * on any other), no lone surrogate. Idempotent. Nothing else is changed.
 */
export const cleanText = (text: string): string => {
  const wellFormed = text.toWellFormed().replaceAll('\uFFFD', '');
  return wellFormed
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(control, '')
    .replace(invisible, '')
    .replace(looseJoiner, '')
    .normalize('NFC')
    .replace(markRun, (_, base: string, marks: string) =>
      base || (!base && marks.length > 3) ? base : marks,
    )
    .normalize('NFC')
    .trim();
};

/** Everything that people type where an apostrophe belongs. */
const apostrophes = /['’‘ʼʻ`´ʹ′＇‛]/gu;
const dashes = /^[-‐‑‒–—―−﹘﹣－]$/u;

/** Latin letters typed inside a Cyrillic word ("кaceта") become the Cyrillic ones that they look like. */
const unmix = (word: string): string =>
  /\p{Script=Cyrillic}/u.test(word) && /[a-z]/.test(word)
    ? word.replace(/[abcehikmoptxy]/g, letter => lookAlikes[letter] ?? letter)
    : word;

const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, digit => {
    const code = digit.charCodeAt(0);
    return String(code >= 0x0966 ? code - 0x0966 : code & 0xf);
  });

/** Most words, numbers and marks: nothing in them but what stands for itself. */
const plain = /^(?:[a-z]+|[а-яіїє]+|[0-9]+|[!-&(-/:-@])$/;

/** A word in the one form in which words are compared: lower case, no apostrophes and accents, е for ё, г for ґ. */
export const fold = (word: string): string => {
  const lower = word.toLowerCase();
  return plain.test(lower) ? lower : foldAll(lower);
};

const foldAll = (word: string): string => {
  const folded = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(/[\p{Script=Latin}]\p{M}*/gu, letter => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replaceAll('ё', 'е')
    .replaceAll('ґ', 'г')
    .normalize('NFC')
    .replace(/\p{M}/gu, '');
  return unmix(asciiDigits(folded));
};

const pieces =
  /(?:[\p{L}\p{M}])+(?:['’‘ʼʻ`´ʹ′＇‛][\p{L}\p{M}]+)*|[0-9０-９\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]+|\S/gu;

/** A word, a number or a mark. `start` and `end` are offsets in the clean text, end exclusive. */
export type Piece = Readonly<{
  kind: 'word' | 'number' | 'mark';
  /** Folded. Of a dash of any kind `-`; digits are ASCII. */
  text: string;
  start: number;
  end: number;
  /** No white space stands before it. */
  glued: boolean;
}>;

const kindOf = (folded: string): Piece['kind'] => {
  if (/^\d+$/.test(folded)) return 'number';
  return /\p{L}/u.test(folded) ? 'word' : 'mark';
};

/**
 * The words, numbers and marks of a clean text, in order. Letters and digits written together are two pieces ("С300").
 * Possessive 's is a piece of its own, so that "Kharkiv's" is Kharkiv.
 */
export const piecesOf = (clean: string): readonly Piece[] => {
  let previousEnd = -1;
  const result: Piece[] = [];
  for (const match of clean.matchAll(pieces)) {
    const possessive = /^[a-z]+(['’]s)$/i.exec(match[0])?.[1]?.length ?? 0;
    const start = match.index;
    const end = start + match[0].length - possessive;
    const folded = fold(match[0].slice(0, match[0].length - possessive));
    const kind = kindOf(folded);
    const text = kind === 'mark' && dashes.test(folded) ? '-' : folded;
    if (text !== '') result.push({ kind, text, start, end, glued: start === previousEnd });
    previousEnd = start + match[0].length;
  }
  return result;
};
