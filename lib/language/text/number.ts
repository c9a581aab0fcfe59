import type { Piece } from './text.ts';

/** More people than this in one answer is a slip of the finger, not a count. */
export const greatestCount = 100_000;

/** Number words of the three languages, apostrophes left out; `obliques` and `collectives` make the rest. */
const plainNumbers: Readonly<Record<number, string>> = {
  0: 'zero nil нуль нуля нулем ноль ноля',
  1: 'one один одна одне одно одні одного одній однієї одну одним одною одному одной одном',
  2: 'two both два дві двох двом двома двоє двоїх двійко две двух двум двумя двое двоих двоим обидва обидві обидвоє обоє оба обе обоих обох',
  3: 'three три трьох трьом трьома троє трійко трох трех трем тремя трое троих троим',
  4: 'four чотири чотирьох чотирьом чотирма четверо четверых четверым четверих четыре четырех четырем четырьмя',
  5: 'five пять',
  6: 'six шість шісь шести шістьох шестьох шістьом шістьма шесть',
  7: 'seven сім семи сімох сімом сімома семь',
  8: 'eight вісім восьми вісьмох вісьмом вісьмома восемь восьмью',
  9: 'nine девять',
  10: 'ten десять',
  11: 'eleven одинадцять одиннадцать одинадцать',
  12: 'twelve дванадцять двенадцать',
  13: 'thirteen тринадцять тринадцать',
  14: 'fourteen чотирнадцять четырнадцать',
  15: 'fifteen пятнадцять пятнадцать',
  16: 'sixteen шістнадцять шестнадцать',
  17: 'seventeen сімнадцять семнадцать',
  18: 'eighteen вісімнадцять восемнадцать',
  19: 'nineteen девятнадцять девятнадцать',
  20: 'twenty двадцять двадцать',
  30: 'thirty тридцять тридцать',
  40: 'forty fourty сорок сорока',
  50: 'fifty пятдесят пятьдесят пятидесяти',
  60: 'sixty шістдесят шестьдесят шестидесяти',
  70: 'seventy сімдесят семьдесят семидесяти',
  80: 'eighty вісімдесят восемьдесят восьмидесяти',
  90: 'ninety девяносто девяноста',
  100: 'сто ста',
  200: 'двісті двохсот двести двухсот',
  300: 'триста трьохсот трехсот',
  400: 'чотириста чотирьохсот четыреста четырехсот',
  500: 'пятсот пятисот пятьсот',
  600: 'шістсот шестисот шестьсот',
  700: 'сімсот семисот семьсот',
  800: 'вісімсот восьмисот восемьсот',
  900: 'девятсот девятисот девятьсот',
};

/** Words that multiply the number before them; alone they are a number of that size, loosely ("сотня", "a dozen"). */
const multipliers: Readonly<Record<number, string>> = {
  10: 'десяток десятка десятку десятків десятков',
  12: 'dozen дюжина дюжину дюжини дюжины дюжин',
  20: 'score',
  100: 'hundred сотня сотню сотен',
  1000: 'thousand тисяча тисячу тисяч тысяча тысячу тысяч тища тищу тищ тыща тыщу тыщ',
};

/** Plurals without a number before them: at least two of that size. With one they multiply it ("три десятки"). */
const plurals: Readonly<Record<number, string>> = {
  10: 'десятки десятками десятках dozens tens',
  100: 'сотні сотни сотнями hundreds',
  1000: 'тищі тыщи тисячі тысячи тисячами тысячами thousands',
};

const table = (words: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(words).flatMap(([value, list]) => list.split(' ').map(word => [word, Number(value)])),
  );

/** "п'ятьох", "двенадцатью", "п'ятдесятьма": cases of a numeral in -ть or -сят. */
const obliques = (word: string): readonly string[] => {
  if (/(?:сят|ять|цать)$/.test(word))
    return ['и', 'ьох', 'ьом', 'ьма', 'ьома', 'ью'].map(ending => word.replace(/ь$/, '') + ending);
  return /[мс][ьт]ь?$/.test(word) ? [`${word.replace(/ь$/, '')}ью`, word.replace(/ь$/, 'и')] : [];
};

const typed = table(plainNumbers);
const counted = new Map([
  ...[...typed].flatMap(([word, value]) =>
    value >= 5 ? obliques(word).map(form => [form, value] as const) : [],
  ),
  ...typed,
]);
/** "п'ятеро", "семерых", "сімнадцятеро": made from the numerals in -ь and -и. */
const collectives = new Map(
  [...counted].flatMap(([word, value]) =>
    value >= 5 && /[ьи]$/.test(word)
      ? ['еро', 'ерых', 'ерих', 'ерым', 'ером', 'ерим'].map(
          ending => [word.slice(0, -1) + ending, value] as const,
        )
      : [],
  ),
);
/** What a single numeral is worth: "двадцять", "п’яти"; folded. */
export const plainByWord: ReadonlyMap<string, number> = new Map([...counted, ...collectives]);
const multiplierByWord = table(multipliers);
const pluralByWord = table(plurals);
const halves = new Set(['пів', 'пол', 'half']);
const oneAndHalf = new Set(['півтора', 'півтори', 'полтора', 'полторы', 'полутора']);
const quarters = new Set(['чверть', 'четверть', 'чверті', 'четверти', 'quarter']);
const joinedHalves = table({
  5: 'півдесятка півдесятку полдесятка полудесятка',
  6: 'півдюжини полдюжины полудюжины',
  50: 'півсотні півсотню полсотни полусотни полусотню',
});

/**
 * A number as said, up to token `to` (exclusive): `about` for round words ("a dozen"), `open` for plurals that name no upper
 * bound ("десятки"), `people` for collective words, which count people by themselves ("двоє", "трое").
 */
export type NumberSaid = Readonly<{
  value: number;
  about?: true;
  open?: true;
  people?: true;
  /** What the number before it is multiplied by: ten in "три десятки". */
  unit?: number;
  digits: boolean;
  to: number;
}>;

/** Numerals that count people by themselves. */
const isCollective = (word: string): boolean =>
  collectives.has(word) ||
  /^(?:дво[єї]х?|дво[иі][хм]|двое|тро[єї]х?|тро[иі][хм]|трое|об(?:оє|ое|оих|идвоє)|четвер(?:о|[ыи]х|ым))$/.test(
    word,
  );

const bare = (token: Piece | undefined): string => (token?.kind === 'word' ? token.text : '');

/** "8-ми", "10-ть", "3-х": an ending written after digits. */
const endings = new Set([
  'х',
  'ох',
  'ьох',
  'ма',
  'ми',
  'ти',
  'ть',
  'и',
  'ро',
  'оє',
  'є',
  'еро',
  'ое',
  'е',
  'их',
  'м',
  'ом',
  'ьом',
  'ю',
]);

const digitsAt = (tokens: readonly Piece[], at: number): NumberSaid | undefined => {
  const first = tokens[at];
  if (first?.kind !== 'number') return undefined;
  let text = first.text;
  let to = at + 1;
  // "1 200", "1,200", "1.200": thousands, when exactly three digits follow.
  while ((text.length <= 3 || to > at + 1) && text.length < 10) {
    const next = tokens[to];
    const afterMark = tokens[to + 1];
    if (next?.kind === 'number' && !next.glued && next.text.length === 3 && !tokens[to + 1]?.glued) {
      text += next.text;
      to += 1;
    } else if (
      next?.glued &&
      /^[,.']$/.test(next.text) &&
      afterMark?.glued &&
      afterMark.kind === 'number' &&
      afterMark.text.length === 3
    ) {
      text += afterMark.text;
      to += 2;
    } else break;
  }
  const dash = tokens[to];
  const ending = dash?.glued && dash.text === '-' ? tokens[to + 1] : dash;
  if (ending?.glued && ending.kind === 'word' && endings.has(ending.text)) to += dash === ending ? 1 : 2;
  return { value: text.length > 9 ? Number.MAX_SAFE_INTEGER : Number(text), digits: true, to };
};

const wordsAt = (tokens: readonly Piece[], at: number): NumberSaid | undefined => {
  let total = 0;
  let group: number | undefined;
  let about: true | undefined;
  let unit: number | undefined;
  let to = at;
  for (;;) {
    const dash = tokens[to]?.text === '-' && to > at ? 1 : 0;
    // "one hundred and five"
    const and =
      to > at && group !== undefined && group % 100 === 0 && group > 0 && bare(tokens[to]) === 'and' ? 1 : 0;
    const word = bare(tokens[to + dash + and]);
    const plain = plainByWord.get(word);
    if (plain !== undefined && fitsAfter(group, plain)) {
      group = (group ?? 0) + plain;
      // "a hundred and twenty" is exact.
      about = undefined;
    } else {
      const multiplier =
        multiplierByWord.get(word) ??
        (group === undefined && total === 0 ? undefined : pluralByWord.get(word));
      if (multiplier === undefined || dash + and > 0) break;
      if (group === undefined && total > 0) break;
      if (multiplier === 10 || multiplier === 12 || multiplier === 20 || group === undefined) about = true;
      unit = group === undefined ? undefined : multiplier;
      const product = (group ?? 1) * multiplier;
      if (multiplier >= 1000) {
        total += product;
        group = undefined;
      } else group = product;
    }
    to += dash + and + 1;
  }
  if (to === at) return undefined;
  const people = to === at + 1 && isCollective(bare(tokens[at])) ? true : undefined;
  return { value: total + (group ?? 0), digits: false, to, about, people, unit };
};

/** "twenty" may be followed by "five", not by "twelve"; "сто" by anything smaller. */
const fitsAfter = (group: number | undefined, next: number): boolean => {
  if (group === undefined) return true;
  if (next === 0) return false;
  if (group > 0 && group % 100 === 0) return next < 100;
  return group % 100 >= 20 && group % 10 === 0 && next < 10;
};

/** The numbers of a text by the token that each begins at. */
export const numbersOf = (tokens: readonly Piece[]): ReadonlyMap<number, NumberSaid> => {
  const numbers = new Map<number, NumberSaid>();
  for (let at = 0; at < tokens.length; ) {
    const number = numberAt(tokens, at);
    if (number) numbers.set(at, number);
    at = number?.to ?? at + 1;
  }
  return numbers;
};

const shareOf = (word: string): number | undefined => {
  if (halves.has(word)) return 0.5;
  if (quarters.has(word)) return 0.25;
  return oneAndHalf.has(word) ? 1.5 : undefined;
};

/** The number that stands at a token, in digits or words; its value may be greater than any count can be. */
const numberAt = (tokens: readonly Piece[], at: number): NumberSaid | undefined => {
  const word = bare(tokens[at]);
  const next = bare(tokens[at + 1]);
  const joined = joinedHalves.get(word);
  if (joined !== undefined) return { value: joined, about: true, digits: false, to: at + 1 };
  const factor = shareOf(word);
  if (factor !== undefined) {
    const skip = /^(?:a|of)$/.test(next) ? 1 : 0;
    const unit = bare(tokens[at + 1 + skip]);
    const size = multiplierByWord.get(unit) ?? pluralByWord.get(unit);
    if (size !== undefined) return { value: size * factor, about: true, digits: false, to: at + 2 + skip };
  }
  if (word === 'a' && multiplierByWord.has(next)) return wordsAt(tokens, at + 1);
  const plural = pluralByWord.get(word);
  // "десятка два", "сотні зо дві": about so many tens.
  const tens = multiplierByWord.get(word) ?? plural;
  const times = oneAndHalf.has(next) ? 1.5 : plainByWord.get(next);
  if (tens !== undefined && tens >= 10 && times !== undefined && times > 1 && times < 10)
    return { value: tens * times, about: true, digits: false, to: at + 2 };
  if (plural !== undefined) return { value: 2 * plural, open: true, digits: false, to: at + 1 };
  const digits = digitsAt(tokens, at);
  if (digits) {
    const size = multiplierByWord.get(bare(tokens[digits.to])) ?? pluralByWord.get(bare(tokens[digits.to]));
    return size === undefined || size === 20
      ? digits
      : { ...digits, value: digits.value * size, about: true, unit: size, to: digits.to + 1 };
  }
  return wordsAt(tokens, at);
};
