import type { Passage } from '../passage/passage.ts';
import { plainByWord } from '../text/number.ts';

/** An age as told, or a year of birth: it counts nobody. Tokens `from` to `to`; `count` ages are told in it. */
export type Age = Readonly<{
  from: number;
  to: number;
  count: number;
  /** Every age in it is below 18. */
  minor: boolean;
  /** Told as an adjective, which may stand for the person: "a 16-year-old". */
  adjective: boolean;
}>;

const oldest = 115;
const adulthood = 18;
/** Whoever was born after it was below 18 in any year that is told of. */
const bornAsMinors = 2008;
/** A smaller number right after a person may count: "жінка 1, чоловік 2". */
const leastBeside = 10;
/** How many ages one list of them may hold. */
const mostAges = 8;

type Numbers = Readonly<{ values: readonly number[]; to: number }>;

/** "45", "45 та 50", "6, 9 and 11", "45- та 50": numbers that may be ages together. */
const numbersAt = ({ tokens, numbers, at }: Passage, from: number): Numbers | undefined => {
  const values: number[] = [];
  let to = from;
  let isSpread = false;
  for (let next = from; values.length < mostAges; ) {
    const number = numbers.get(next);
    if (!number || number.open || number.people) break;
    // "від 23 до 68 років": a spread of ages, not two.
    if (!isSpread) values.push(number.value);
    to = number.to;
    let mark = to;
    if (tokens[mark]?.text === '-' && tokens[mark]?.glued && !numbers.has(mark + 1)) mark++;
    if (tokens[mark]?.text === ',') mark++;
    isSpread = at('joining', mark)?.value === 'to';
    if (isSpread || at('joining', mark)?.value === 'and' || at('conjunction', mark)) mark++;
    else if (mark === to) break;
    next = mark;
  }
  return values.length > 0 ? { values, to } : undefined;
};

const isAge = (value: number): boolean => value >= 0 && value <= oldest;

/** What makes numbers ages: what stands after them, before them, or around them. */
const ageAt = (passage: Passage, from: number): Age | undefined => {
  const { tokens, at } = passage;
  const list = numbersAt(passage, from);
  if (!list) return undefined;
  const { values } = list;
  const age = (to: number, unit: string, adjective: boolean): Age => ({
    from,
    to,
    count: values.length,
    minor: unit !== 'year' || values.every(value => value < adulthood),
    adjective,
  });
  const dash = tokens[list.to]?.text === '-' ? 1 : 0;
  const adjective = at('age-adjective', list.to + dash);
  if (adjective?.from === list.to + dash && values.every(isAge))
    return age(adjective.to, adjective.value, true);
  const birth = at('birth', list.to);
  const minor = values.every(value => value > bornAsMinors);
  const isYear = values.every(value => value > 1900 && value < 2100);
  if (isYear && birth?.from === list.to) return { ...age(birth.to, 'year', false), minor };
  if (isYear && at('birth-before', from - 1)) return { ...age(list.to, 'year', false), minor };
  if (!values.every(isAge)) return undefined;
  // "a man of 70", "a girl of nine", but not "a mother of three"
  const before = at('who', from - 2);
  const isOf =
    tokens[from - 1]?.text === 'of' &&
    before?.number === 's' &&
    (before.value === 'children' || values.every(value => value >= adulthood));
  if (isOf && at('who', list.to) === undefined) return age(list.to, 'year', false);
  // "її доньку 65", but not "людей 65"
  const beside = at('who', from - 1);
  const isEnd = tokens[list.to] === undefined || /^([,.;!)]|і|й|та|и|and)$/.test(tokens[list.to]?.text ?? '');
  const isOld = tokens[from]?.kind === 'number' && values.length === 1 && (values[0] ?? 0) >= leastBeside;
  if (beside?.number === 's' && beside.value !== 'man' && beside.value !== 'people' && isOld && isEnd)
    return age(list.to, 'year', false);
  const unit = at('age-unit', list.to + dash);
  // Ukrainian "10 год" is hours; "21 год" is Russian years.
  const isHours =
    tokens[list.to + dash]?.text === 'год' && !values.every(value => value % 10 === 1 && value !== 11);
  const isUnit = unit?.from === list.to + dash && !isHours;
  // "лет сорока", "рочків двадцяти"
  const isBefore = at('age-unit', from - 1)?.value === 'year' && at('who', from - 2) !== undefined;
  if (isBefore) return age(list.to, 'year', false);
  const isAgo = isUnit && ['тому', 'назад', 'ago'].includes(tokens[unit.to]?.text ?? '');
  // "in his 60s"
  const isDecade =
    tokens[list.to]?.text === 's' && tokens[list.to]?.glued === true && values[0] !== undefined;
  if (isDecade && (values[0] ?? 1) % 10 === 0) return age(list.to + 1, 'year', false);
  const counts = at('who', list.to) ?? at('thing', list.to);
  if (at('age-word', from - 1) && counts?.from !== list.to)
    return age(isUnit ? unit.to : list.to, unit?.value ?? 'year', false);
  if (isUnit && !isAgo && (unit.value === 'year' || at('who', from - 1)))
    return age(unit.to, unit.value, false);
  return isAside(passage, from, list.to, values.length > 1) && values.every(value => value > 0)
    ? age(list.to, 'year', false)
    : undefined;
};

/** "жінка (45)", "Olena, 34, was": numbers set aside right after a person. */
const isAside = ({ tokens, at }: Passage, from: number, to: number, several: boolean): boolean => {
  const before = tokens[from - 1]?.text;
  const after = tokens[to]?.text;
  const person = at('who', from - 2) !== undefined || tokens[from - 2]?.capital === true;
  if (before === '(' && after === ')') return person;
  const isName = tokens[from - 2]?.capital === true && !at('who', from - 2) && after === ',';
  const isEnd = after === undefined || /^[,.;!)]$/.test(after);
  const person_ = at('who', from - 2) ?? (tokens[from - 2]?.capital ? at('who', from - 3) : undefined);
  return (
    before === ',' && isEnd && (person_?.number === 's' || isName || (person_?.number === 'p' && several))
  );
};

/** "семирічна", "двадцатилетний": an age and its adjective in one word. */
const wordAge = /^([а-яіїє]{3,})(річн|літн|летн|місячн|месячн)[а-яіїє]{1,3}$/;

const wordAgeAt = ({ tokens }: Passage, from: number): Age | undefined => {
  const [, numeral = '', unit = ''] = wordAge.exec(tokens[from]?.text ?? '') ?? [];
  const value = numeral && numeralOf(numeral);
  if (!value) return undefined;
  const minor = value < adulthood || unit.startsWith('м');
  return { from, to: from + 1, count: 1, minor, adjective: true };
};

/** "п'яти", and "тридцятип'яти" in two parts. */
const numeralOf = (word: string): number | undefined => {
  const plain = plainByWord.get(word);
  if (plain !== undefined) return plain;
  for (let at = 3; at < word.length - 2; at++) {
    const [tens = 0, ones = 0] = [plainByWord.get(word.slice(0, at)), plainByWord.get(word.slice(at))];
    if (tens >= 20 && tens % 10 === 0 && ones > 0 && ones < 10) return tens + ones;
  }
  return undefined;
};

/** The ages of a text by the token that each begins at, left to right, none inside another. */
export const agesOf = (passage: Passage): ReadonlyMap<number, Age> => {
  const ages = new Map<number, Age>();
  let end = 0;
  for (const [from, { kind }] of passage.tokens.entries()) {
    if (from < end || kind === 'mark') continue;
    const age = passage.numbers.has(from) ? ageAt(passage, from) : wordAgeAt(passage, from);
    if (!age) continue;
    ages.set(from, age);
    end = age.to;
  }
  return ages;
};
