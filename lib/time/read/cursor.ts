import type { Token } from './token.ts';
import type { Mark, Senses } from './word.ts';

export type Tokens = readonly Token[];

/** What a rule read from a place in the tokens, and where it stopped. */
export type Found<T> = Readonly<{ value: T; next: number }>;

export const wordAt = (tokens: Tokens, at: number): string | undefined => {
  const token = tokens[at];
  if (token?.is === 'word') return token.word;
  return token?.is === 'sign' ? token.sign : undefined;
};

export const senseAt = <K extends keyof Senses>(tokens: Tokens, at: number, key: K): Senses[K] => {
  const token = tokens[at];
  return token?.is === 'word' ? token.senses[key] : undefined;
};

const signMarks: Readonly<Record<string, readonly Mark[]>> = {
  '-': ['to'],
  '–': ['to'],
  '—': ['to'],
  '~': ['about'],
  '≈': ['about'],
};

const marksOf = (token: Token | undefined): readonly Mark[] | undefined => {
  if (token?.is === 'word') return token.senses.marks;
  return token?.is === 'sign' ? signMarks[token.sign] : undefined;
};

export const hasMark = (tokens: Tokens, at: number, ...marks: readonly Mark[]): boolean =>
  marksOf(tokens[at])?.some(mark => marks.includes(mark)) ?? false;

/** The place after any number of tokens that carry one of the marks. */
export const skip = (tokens: Tokens, at: number, ...marks: readonly Mark[]): number => {
  let next = at;
  while (hasMark(tokens, next, ...marks)) next++;
  return next;
};

/** The place after the words of a phrase, or undefined when they do not stand here. */
export const phraseAt = (tokens: Tokens, at: number, phrase: string): number | undefined => {
  const words = phrase.split(' ');
  return words.every((word, index) => wordAt(tokens, at + index) === word) ? at + words.length : undefined;
};

export type NumberRead = Readonly<{
  value: number;
  /** A named place in a row ("п'ятого", "5-го"): which of its forms tells a day from an hour. */
  ordinal?: 'day' | 'hour' | 'other';
  /** As typed, when in digits. */
  digits?: string;
}>;

const dayEndings = /(ого|его|го|[^о]е|ое|є|му|th|st|nd|rd|first|second|third)$/u;
const hourEndings = /(а|я|ої|єї|ьої|ій|у|ю|ою|ой|ей|ая|ую|й|ї)$/u;
const ordinalForm = (form: string): 'day' | 'hour' | 'other' => {
  if (dayEndings.test(form)) return 'day';
  return hourEndings.test(form) && !/[иы]й$/u.test(form) ? 'hour' : 'other';
};

/** A whole number in digits or words ("двадцять п'ятого", "twenty-one"). */
export const numberAt = (tokens: Tokens, at: number): Found<NumberRead> | undefined => {
  const token = tokens[at];
  if (token?.is === 'number') {
    const ordinal = token.suffix === '' ? undefined : ordinalForm(token.suffix);
    return {
      value: { value: token.value, digits: token.digits, ordinal },
      next: at + 1,
    };
  }
  if (token?.is !== 'word') return undefined;
  const { cardinal, ordinal } = token.senses;
  if (ordinal !== undefined)
    return { value: { value: ordinal, ordinal: ordinalForm(token.word) }, next: at + 1 };
  if (cardinal === undefined) return undefined;
  if (cardinal >= 20) {
    const after = wordAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
    const rest = tokens[after]?.is === 'word' ? numberAt(tokens, after) : undefined;
    if (rest && rest.value.value > 0 && rest.value.value < 10) {
      return { value: { ...rest.value, value: cardinal + rest.value.value }, next: rest.next };
    }
  }
  return { value: { value: cardinal }, next: at + 1 };
};
