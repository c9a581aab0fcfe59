import { guessSenses, type Senses, sensesOf } from './word.ts';

type Place = Readonly<{ index: number; length: number }>;

/** A piece of the text: a word with what it may mean, a number, a time or a date in digits, or a sign. */
export type Token = Place &
  (
    | Readonly<{ is: 'word'; word: string; senses: Senses }>
    /** `suffix` is the ending of an ordinal ("го" of "5-го"), or empty. */
    | Readonly<{ is: 'number'; value: number; digits: string; suffix: string }>
    | Readonly<{ is: 'clock'; hour: number; minute: number }>
    /** Two numbers with a dot or a slash between: a day and a month, an hour and its minutes, or a decimal. */
    | Readonly<{ is: 'pair'; first: number; second: number; sign: string; secondDigits: number }>
    | Readonly<{ is: 'date'; year: number; month: number; day: number; orderKnown: boolean }>
    | Readonly<{ is: 'instant'; instant: Date }>
    | Readonly<{ is: 'sign'; sign: string }>
  );

/** A pattern in digits, and the token that it makes; undefined when it is not that after all. */
type Shape = Readonly<{ pattern: RegExp; make: (match: RegExpExecArray, place: Place) => Token | undefined }>;

const num = (text: string | undefined): number => Number(text);
const fullYear = (text: string | undefined): number => (text?.length === 2 ? 2000 + num(text) : num(text));

const shapes: readonly Shape[] = [
  {
    pattern: /\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})/y,
    make: (match, place) => {
      const instant = new Date(match[0].toUpperCase());
      return Number.isNaN(instant.getTime()) ? undefined : { ...place, is: 'instant', instant };
    },
  },
  {
    pattern: /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y,
    make: (match, place) => ({
      ...place,
      is: 'date',
      year: num(match[1]),
      month: num(match[3]),
      day: num(match[4]),
      orderKnown: true,
    }),
  },
  {
    pattern: /(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/y,
    make: (match, place) => ({
      ...place,
      is: 'date',
      day: num(match[1]),
      month: num(match[3]),
      year: fullYear(match[4]),
      orderKnown: match[2] === '.',
    }),
  },
  {
    pattern: /(\d{1,2})[\s,](\d{2})[\s,](20\d{2})(?!\d)/y,
    make: (match, place) =>
      num(match[1]) <= 31 && num(match[2]) <= 12
        ? {
            ...place,
            is: 'date',
            day: num(match[1]),
            month: num(match[2]),
            year: num(match[3]),
            orderKnown: true,
          }
        : undefined,
  },
  {
    pattern: /(\d{1,2}):(\d{2})(:\d{2})?(?!\d|:\d)/y,
    make: (match, place) => ({ ...place, is: 'clock', hour: num(match[1]), minute: num(match[2]) }),
  },
  {
    pattern:
      /(\d{1,2})\s?(?:год|г|h|ч)\.?\s?(\d{2})(?!\d|\s?(?:год|днів|дней|days|(?:хв|мин|min)\S*\s+(?:тому|назад|ago)))/y,
    make: (match, place) =>
      num(match[1]) < 25 && num(match[2]) < 60
        ? { ...place, is: 'clock', hour: num(match[1]), minute: num(match[2]) }
        : undefined,
  },
  {
    pattern: /(\d{1,2})([./,])(\d{1,2})(?![\d%])/y,
    make: (match, place) => ({
      ...place,
      is: 'pair',
      first: num(match[1]),
      second: num(match[3]),
      sign: match[2] ?? '',
      secondDigits: match[3]?.length ?? 0,
    }),
  },
  {
    pattern:
      /(\d+)(-?(?:го|ого|ої|ій|й|я|ї|ю|ою|ою|му|ми|х|е|а|ая|ую|ой|ей|ого|ти|мя|тій|тої|та|ту|тою|га|гої|гій|гу|тя|тю|тьої|ма|мої|мій|ша|шої|шій|шу|те|ше|ге|тє|ме|st|nd|rd|th)(?!\p{L}))?/uy,
    make: (match, place) => ({
      ...place,
      is: 'number',
      value: num(match[1]),
      digits: match[1] ?? '',
      suffix: match[2]?.replace('-', '') ?? '',
    }),
  },
  {
    pattern: /([ap])\.?\s?m\b\.?/y,
    make: (match, place) => ({
      ...place,
      is: 'word',
      word: `${match[1]}m`,
      senses: { marks: [match[1] === 'a' ? 'am' : 'pm'] },
    }),
  },
];

/** A word, with the signs that stand for an apostrophe inside it. */
const wordPattern = /\p{L}+(?:['’ʼ`´‘"*]\p{L}+)*/uy;
const latinLookAlikes: Readonly<Record<string, string>> = {
  i: 'і',
  o: 'о',
  a: 'а',
  e: 'е',
  c: 'с',
  p: 'р',
  y: 'у',
  x: 'х',
};

/** One spelling for one word: no apostrophes, "е" for "ё", Cyrillic letters where Latin look-alikes were typed among them. */
const normalise = (word: string): string => {
  const plain = word
    .replace(/['’ʼ`´‘"*]/gu, '')
    .replaceAll('ё', 'е')
    .replaceAll('ґ', 'г');
  return /\p{Script=Cyrillic}/u.test(plain)
    ? plain.replace(/[ioaecpyx]/g, letter => latinLookAlikes[letter] ?? letter)
    : plain;
};

type Flat = Readonly<{ text: string; at: readonly number[] }>;

/** The text in lower case, composed and without stray accents; `at` leads each of its characters back to the original. */
const flatten = (original: string): Flat => {
  const at: number[] = [];
  let text = '';
  for (const match of original.matchAll(/\P{M}\p{M}*/gu)) {
    const plain = match[0]
      .normalize('NFC')
      .toLowerCase()
      .replace(/\p{M}|[\u200b-\u200f\ufeff]/gu, '');
    for (let index = 0; index < plain.length; index++) at.push(match.index);
    text += plain;
  }
  at.push(original.length);
  return { text, at };
};

/** Is a word with a wrong letter to be read as the word it resembles? In a long text only when it is long itself. */
export type Spelling = 'lenient' | 'strict';

const wordToken = (word: string, place: Place, spelling: Spelling): Token => ({
  ...place,
  is: 'word',
  word,
  senses:
    sensesOf(word) ?? (spelling === 'lenient' || word.length >= 8 ? guessSenses(word) : undefined) ?? {},
});

/** Splits a text into tokens; blanks are left out. */
export const tokenize = (text: string, spelling: Spelling): readonly Token[] => {
  const { text: flat, at } = flatten(text);
  const tokens: Token[] = [];
  let index = 0;
  const next = (): Token => {
    const previous = flat[index - 1];
    if (previous === undefined || !/\p{L}/u.test(previous) || /\d/.test(flat[index] ?? '')) {
      for (const { pattern, make } of shapes) {
        pattern.lastIndex = index;
        const match = pattern.exec(flat);
        const token = match && make(match, { index, length: match[0].length });
        if (token) return token;
      }
    }
    wordPattern.lastIndex = index;
    const word = wordPattern.exec(flat)?.[0];
    if (word) return wordToken(normalise(word), { index, length: word.length }, spelling);
    return { is: 'sign', sign: flat[index] ?? '', index, length: 1 };
  };
  while (index < flat.length) {
    if (/\s/u.test(flat[index] ?? '')) {
      index++;
      continue;
    }
    const token = next();
    tokens.push(token);
    index = token.index + token.length;
  }
  return tokens.map(token => {
    const start = at[token.index] ?? 0;
    return { ...token, index: start, length: (at[token.index + token.length] ?? text.length) - start };
  });
};
