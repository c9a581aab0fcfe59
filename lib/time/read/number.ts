/** Number words of the three languages, without apostrophes and with "е" for "ё", as the tokens have them. */

type NumberWord = Readonly<{ value: number; ordinal: boolean }>;

const forms = (text: string): readonly string[] => text.split(' ').filter(form => form !== '');

const cardinals: readonly (readonly [number, string])[] = [
  [0, 'нуль нуля ноль zero'],
  [1, 'один одна одну одній одної одного одно одне one'],
  [2, 'два дві двох двом двома две двух двум двумя two'],
  [3, 'три трьох трьом трьома трех трем тремя three'],
  [4, 'чотири чотирьох чотирма чотирьом четыре четырех четырем четырьмя four'],
  [5, 'пять пяти пятьох пятью five'],
  [6, 'шість шести шістьох шесть шестью six'],
  [7, 'сім семи сімох семь семью seven'],
  [8, 'вісім восьми восемь восемью восьмью eight'],
  [9, 'девять девяти девятью nine'],
  [10, 'десять десяти десятью ten'],
  [11, 'одинадцять одинадцяти одиннадцать одиннадцати eleven'],
  [12, 'дванадцять дванадцяти двенадцать двенадцати twelve'],
  [13, 'тринадцять тринадцяти тринадцать тринадцати thirteen'],
  [14, 'чотирнадцять чотирнадцяти четырнадцать четырнадцати fourteen'],
  [15, 'пятнадцять пятнадцяти пятнадцать пятнадцати fifteen'],
  [16, 'шістнадцять шістнадцяти шестнадцать шестнадцати sixteen'],
  [17, 'сімнадцять сімнадцяти семнадцать семнадцати seventeen'],
  [18, 'вісімнадцять вісімнадцяти восемнадцать восемнадцати eighteen'],
  [19, 'девятнадцять девятнадцяти девятнадцать девятнадцати nineteen'],
  [20, 'двадцять двадцяти двадцать двадцати twenty'],
  [30, 'тридцять тридцяти тридцать тридцати thirty'],
  [40, 'сорок сорока forty'],
  [50, 'пятдесят пятдесяти пятьдесят пятидесяти fifty'],
  [60, 'шістдесят шестьдесят sixty'],
  [90, 'девяносто ninety'],
];

/** Stems of ordinals; every ending of the language is joined to each. */
const stems: readonly (readonly [number, string])[] = [
  [1, 'перш перв'],
  [2, 'друг втор'],
  [4, 'четверт'],
  [5, 'пят'],
  [6, 'шост шест'],
  [7, 'сьом седьм'],
  [8, 'восьм'],
  [9, 'девят'],
  [10, 'десят'],
  [11, 'одинадцят одиннадцат'],
  [12, 'дванадцят двенадцат'],
  [13, 'тринадцят тринадцат'],
  [14, 'чотирнадцят четырнадцат'],
  [15, 'пятнадцят пятнадцат'],
  [16, 'шістнадцят шестнадцат'],
  [17, 'сімнадцят семнадцат'],
  [18, 'вісімнадцят восемнадцат'],
  [19, 'девятнадцят девятнадцат'],
  [20, 'двадцят двадцат'],
  [30, 'тридцят тридцат'],
];
const endings = forms('а ої ій у ою ого е ий им ому ая ую ой ый ое ом ым');

const wholeOrdinals: readonly (readonly [number, string])[] = [
  [1, 'first'],
  [2, 'second'],
  [
    3,
    'third третя третьої третій третю третьою третього третє третьому третьем третий третьего третье третьей третья третью',
  ],
  [4, 'fourth'],
  [5, 'fifth'],
  [6, 'sixth'],
  [7, 'seventh'],
  [8, 'eighth'],
  [9, 'ninth'],
  [10, 'tenth'],
  [11, 'eleventh'],
  [12, 'twelfth'],
  [13, 'thirteenth'],
  [14, 'fourteenth'],
  [15, 'fifteenth'],
  [16, 'sixteenth'],
  [17, 'seventeenth'],
  [18, 'eighteenth'],
  [19, 'nineteenth'],
  [20, 'twentieth'],
  [30, 'thirtieth'],
];

/** Every number word with its value. "двадцять перша" is two of them. */
export const numberWords: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([
  ...stems.flatMap(([value, text]) =>
    forms(text).flatMap(stem =>
      endings.map(ending => [`${stem}${ending}`, { value, ordinal: true }] as const),
    ),
  ),
  ...wholeOrdinals.flatMap(([value, text]) =>
    forms(text).map(form => [form, { value, ordinal: true }] as const),
  ),
  ...cardinals.flatMap(([value, text]) =>
    forms(text).map(form => [form, { value, ordinal: false }] as const),
  ),
]);

/** "полдевятого", "півшостої": one word for the half hour before the named hour. */
export const halfHourWords: ReadonlyMap<string, number> = new Map<string, number>(
  [...stems, [3, 'треть'] as const]
    .filter(([value]) => value <= 12)
    .flatMap(([value, text]) =>
      forms(text).flatMap(stem =>
        [`пол${stem}ого`, `пол${stem}его`, `пів${stem}ої`, `пів${stem}ого`, `пол${stem}ой`].map(
          form => [form, value] as const,
        ),
      ),
    ),
);
