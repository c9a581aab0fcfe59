import { setApart } from '../words/distress.ts';
import {
  dateWord,
  edge,
  type Lexicon,
  leastMistakable,
  numberWord,
  stemKeyLength,
  unknownWord,
  type Word,
} from './lexicon.ts';
import { englishKey, isLatin, isLetterAway, keyOf } from './spelling.ts';

/**
 * The words of a text with an edge around each sentence. An edge belongs to the sentence that it opens. `parts` count what commas
 * set apart.
 */
export type Passage = Readonly<{
  words: readonly Word[];
  sentences: readonly number[];
  parts: readonly number[];
}>;

/**
 * Words, numbers, and the ends of sentences; an ellipsis is a pause. Letters are those of the three languages: Unicode's classes
 * cost milliseconds at a cold start.
 */
const pieces = /[a-zа-яёєіїґ][a-zа-яёєіїґ'’‘ʼʻ`´′]*|\d+(?:[.:]\d+)*|\ud83c\udd98|\.{2,}|[.!?\n;]+|[,:()–—]/gi;
const partEnd = /^[,:()–—]$/;
const sentenceEnd = /^\.?[!?\n;]|^\.$/;
const isNumber = /^\d/;
const date = /^(?:19|20)\d\d$|^\d{1,2}[.:]\d\d/;
const contractions: readonly (readonly [RegExp, string])[] = [
  [/\b([a-z]+)['’](re|m|s)\b/gi, '$1 $2'],
  [/\b([a-z]+)['’](?:ve|ll|d)\b/gi, '$1'],
  [/\bre\b/gi, 'are'],
  [/\bi ?m\b/gi, 'i am'],
  [/\bs\b/gi, 'is'],
  [/\bno one\b/gi, 'noone'],
  [/(?<![а-яёєіїґ])не (?:врятували|спасли|довезли)/gi, 'помер'],
  [/(\d) (?:мая|may)(?![а-яёєіїґa-z])/gi, '$1 травня'],
  [/(\d) ?[ap]\.?m\b/gi, '$1 yesterday'],
  [/\bput (it )?out\b/gi, 'extinguished'],
  [/(?<=[a-zа-яёєіїґ]): *(?=\d)/gi, ' tally '],
  [/\b(fire) (?:is|was) out\b/gi, '$1 extinguished'],
  [/\b(?:in|to|at) (?:the |a )?hospital\b/gi, 'inhospital'],
  [/\bcan not\b/gi, 'cannot'],
  [/[- ](?=н[еи]ь?буд?ь)|-(?=то(?![а-яёєіїґ]))/gi, ''],
];

/** Stress marks and invisible characters, which change no word. */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300\u0301\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .normalize('NFC');

/** A text as its words are known. */
export const readPassage = (text: string, known: Lexicon): Passage => {
  const words: Word[] = [edge];
  const sentences: number[] = [0];
  const seen = new Map<string, Word>();
  const parts: number[] = [0];
  let sentence = 0;
  let part = 0;
  const plain = contractions.reduce((so, [from, to]) => so.replace(from, to), withoutMarks(text));
  for (const [piece] of plain.matchAll(pieces)) {
    if (partEnd.test(piece)) {
      part++;
      continue;
    }
    const isEnd = sentenceEnd.test(piece);
    if (isEnd && words.at(-1) === edge) continue;
    if (isEnd) {
      sentence++;
      part++;
    }
    const word = isEnd ? edge : (seen.get(piece) ?? wordOf(piece, known));
    seen.set(piece, word);
    words.push(word);
    sentences.push(sentence);
    parts.push(part);
  }
  return { words: [...words, edge], sentences: [...sentences, sentence + 1], parts: [...parts, part + 1] };
};

/** Verbs of the first person by their ending. */
const firstPerson = /(?:[єеиї]мо(?:с[яь])?|[еи]мся|(?:ю|[жшчщ]у)с[ья])$/i;

const wordOf = (piece: string, known: Lexicon): Word => {
  if (isNumber.test(piece)) return date.test(piece) ? dateWord : numberWord;
  if (setApart.includes(piece.toLowerCase())) return unknownWord;
  const form = keyOf(piece);
  // A word in Latin letters is English, or one of the other languages transliterated.
  const english = isLatin(piece) ? findForm(englishKey(piece), known) : undefined;
  const word = english ?? findForm(form, known) ?? unknownWord;
  return firstPerson.test(piece) ? { ...word, elements: [...word.elements, '<own>'] } : word;
};

/** How a form of the past ends after its stem, folded. */
const pastEnd = /(?:v|l|la|li)(?:sa|s)?$/;

const findForm = (form: string, { forms, stems, mistakable }: Lexicon): Word | undefined => {
  const whole = forms.get(form);
  const start = form.slice(0, stemKeyLength);
  const found = (stems.get(start) ?? [])
    .filter(({ stem }) => form.startsWith(stem))
    .map(({ stem, word, past }) => (pastEnd.test(form.slice(stem.length)) ? past : word));
  const all = whole ? [whole, ...found] : found;
  if (all.length > 0 || form.length < leastMistakable) return merged(all);
  return mistakable.get(start)?.find(([other]) => isLetterAway(form, other))?.[1];
};

const merged = ([first, ...rest]: readonly Word[]): Word | undefined =>
  first &&
  rest.reduce(
    (so, { elements, guards }) => ({ elements: [...so.elements, ...elements], guards: so.guards | guards }),
    first,
  );
