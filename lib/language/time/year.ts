import { shape } from './digits.ts';
import { type NumberRead, number } from './number.ts';
import type { Match } from './rule/kind.ts';
import { either, means, once, opt, type Rule, seq, skip, text, word } from './rule/rule.ts';
import type { Words } from './rule/words.ts';
import type { Day } from './said.ts';

const isYear = (value: number): boolean => value >= 1990 && value <= 2099;
/** Two digits that stand for a year: of this war, and a little further. */
const isShortYear = (value: number): boolean => value >= 14 && value <= 39;

const of = opt(word('t-of'));
const yearMarks = skip(2, text(',', '-'));
export const yearWord = opt(word('t-year-word'));

const thousands = skip(1, text('двотисячного', 'двухтысячного'));
const twoThousand: Rule<unknown> = either<unknown>(
  seq(
    text('дві', 'две', 'двох', 'двух', 'two'),
    text('тисячі', 'тисяч', 'тысячи', 'тысяч', 'thousand'),
    opt(text('and')),
  ),
  thousands,
);

/** "2022", "2022 року", "двадцять другого року", "дві тисячі двадцять другого", "'22", "22-го". */
export const year: Rule<Readonly<{ year: number; named: boolean }>> = once((words, start) => {
  const at = yearMarks(words, start)?.to ?? start;
  const prefix = twoThousand(words, at);
  const from = prefix?.to ?? at;
  const read = number(words, from);
  const end = read && yearWord(words, read.to);
  if (!read || !end) return undefined;
  const { value, digits, ordinal } = read.value;
  const named = end.value !== undefined;
  if (digits?.length === 4 && isYear(value)) return { value: { year: value, named }, to: end.to };
  if (!isShortYear(value) || (digits !== undefined && digits.length !== 2)) return undefined;
  // "22 год" is an hour, in Ukrainian, as well.
  if (digits && !ordinal && words.text(read.to) === 'год') return undefined;
  const { tokens, text: typed } = words.passage;
  const isElided = /['’]/.test(typed[(tokens[from]?.start ?? 0) - 1] ?? '');
  const isSaid =
    named ||
    from > at + 1 ||
    (ordinal !== undefined && start !== at) ||
    isElided ||
    words.text(at - 1) === 'of' ||
    isLocative(words, at, read);
  return isSaid ? { value: { year: 2000 + value, named: true }, to: end.to } : undefined;
});

/** "у двадцять другому", "в 22-м": of days and years only years are told so. */
const isLocative = (words: Words, at: number, { value: { ordinal }, to }: Match<NumberRead>): boolean =>
  ordinal !== undefined && words.sense('t-at', at - 1) !== undefined && /м[у]?$/.test(words.text(to - 1));

export const relativeYear: Rule<Day> = either<Day>(
  means(word('t-this-year'), () => ({ yearShift: 0 })),
  means(word('t-last-year'), () => ({ yearShift: -1 })),
  means(word('t-last-year-2'), () => ({ yearShift: -2 })),
  means(seq(word('t-which', '-2', '-1', '0', '1'), word('unit', 'year')), ([which]) => ({
    yearShift: Number(which),
  })),
);

const ofYear = seq(of, year);
const ofRelativeYear = seq(opt(text(',')), of, relativeYear);

/** The year of a day or month, when one is named. */
export const withYear = (words: Words, day: Day, at: number): Match<Day> => {
  const named = ofYear(words, at) ?? ofRelativeYear(words, at);
  if (!named) {
    const short = endYear(words, at);
    return short ? { value: { ...day, year: short.value }, to: short.to } : { value: day, to: at };
  }
  const value = named.value.at(-1);
  const isRelative = value !== undefined && typeof value === 'object' && 'yearShift' in value;
  if (isRelative) return { value: { ...day, ...value }, to: named.to };
  const found = value as Readonly<{ year: number }>;
  return { value: { ...day, year: found.year }, to: named.to };
};

/** "14 березня 22", "березень 22": two digits that end what is said of a date. */
export const endYear = (words: Words, at: number): Match<number> | undefined => {
  const read = shape(words, at) ? undefined : number(words, at);
  if (!read || !isShortYear(read.value.value)) return undefined;
  const { value, digits, ordinal } = read.value;
  if (ordinal === 'day') return { value: 2000 + value, to: read.to };
  if (ordinal || digits?.length !== 2 || words.text(at - 1) === '-') return undefined;
  const isEnd = ['', ',', '.', ')'].includes(words.text(read.to));
  return isEnd || introduced(words, read.to) ? { value: 2000 + value, to: read.to } : undefined;
};

const introduced = (words: Words, at: number): boolean =>
  ['t-at', 't-about', 'part', 't-maybe'].some(family => words.sense(family, at) !== undefined);
