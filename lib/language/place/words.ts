import { rowsOf } from '../lexicon/lexicon.ts';
import { formsOf } from '../lexicon/paradigm.ts';
import { fold } from '../text/text.ts';
import { placeWords } from '../words/place.ts';

/** The forms of the words of each sense of `words/place.ts`. */
const forms = new Map<string, Set<string>>();
for (const { sense, language, part, lemma } of rowsOf(placeWords)) {
  const list = forms.get(sense.value) ?? new Set();
  forms.set(sense.value, list);
  for (const { text } of formsOf(lemma, language, part)) list.add(fold(text));
}

const set = (...senses: readonly string[]): ReadonlySet<string> =>
  new Set(senses.flatMap(sense => [...(forms.get(sense) ?? [])]));

export const besideWords = set('beside');
export const prepositions = set('preposition', 'beside');
export const connectors = set('connector');
export const settlementTypes = set('settlement');
export const regionWords = set('region');
export const districtWords = set('district');
export const communityWords = set('community');
/** Say nothing about which place it is, wherever they stand. */
export const fillers = set(
  'preposition',
  'beside',
  'settlement',
  'region',
  'district',
  'community',
  'filler',
);
export const landmarks = set('landmark');
export const streetWords = set('street');
export const addressWords = set('address');
export const roadWords = set('road');
export const betweenWords = set('between');
export const fromWords = set('from');
export const originWords = set('origin');
export const towardsWords = set('towards');
export const everydayNames = set('everyday');
/** Names that in small letters are words of every day. */
export const wordlikeNames = set('wordlike');
const neverNames = set('never');
/** Whether words, or with the word before them a saying ("на щастя"), are never a settlement: pronouns above all. */
export const isNever = (names: readonly string[], before: string | undefined): boolean =>
  (neverBegins.has(names[0] ?? '') && neverNames.has(names.join(' '))) ||
  (neverBegins.has(before ?? '') && neverNames.has(`${before} ${names.join(' ')}`));
const neverBegins = new Set([...neverNames].map(saying => saying.split(' ')[0] ?? ''));
export const flightWords = set('flight');
export const tellerWords = set('teller');
export const goingWords = set('going');

const unitMetres: readonly (readonly [RegExp, number])[] = [
  [/^(км|кілометр\p{L}*|километр\p{L}*|km|kms|kilomet\p{L}*|клм)$/u, 1000],
  [/^(м|метр\p{L}*|m|meters?|metres?)$/u, 1],
  [/^(миль|мили|милі|miles?|mi)$/u, 1609],
  [/^(верст\p{L}*)$/u, 1067],
];

/** Metres in a unit of length, or undefined for any other word. */
export const metresIn = (word: string): number | undefined =>
  unitMetres.find(([pattern]) => pattern.test(word))?.[1];

const numberWords: readonly (readonly [RegExp, number])[] = [
  [/^(пів|пол|half)$/, 0.5],
  [/^(півтора|полтора|полутора)$/, 1.5],
  [/^(один|одного|one)$/, 1],
  [/^(два|двох|двух|дві|пара|пару|парі|пару|two|couple)$/, 2],
  [/^(три|трьох|трех|three)$/, 3],
  [/^(чотири|чотирьох|четыре|четырех|four)$/, 4],
  [/^(пять|пяти|пятьох|five)$/, 5],
  [/^(шість|шести|шесть|six)$/, 6],
  [/^(сім|семи|семь|seven)$/, 7],
  [/^(вісім|восьми|восемь|eight)$/, 8],
  [/^(девять|девяти|nine)$/, 9],
  [/^(десять|десяти|десятьох|ten)$/, 10],
  [/^(пятнадцять|пятнадцати|пятнадцать|fifteen)$/, 15],
  [/^(двадцять|двадцяти|двадцать|двадцати|twenty)$/, 20],
  [/^(тридцять|тридцяти|тридцать|тридцати|thirty)$/, 30],
];

export const numberIn = (word: string): number | undefined =>
  /^\d{1,3}$/.test(word) ? Number(word) : numberWords.find(([pattern]) => pattern.test(word))?.[1];

/** A compass point in degrees. `apart`: the word itself says that it is outside ("північніше", "southeast of"). */
export type Direction = Readonly<{ bearing: number; apart: boolean }>;

const compass: readonly (readonly [number, RegExp, RegExp])[] = [
  [
    45,
    /^(північно східніше|северо восточнее)$/,
    /^(північн\S* схід\S*|північно схід\S*|північного сходу|северо восток\S*|северовосток\S*|north ?east\S*)$/,
  ],
  [
    315,
    /^(північно західніше|северо западнее)$/,
    /^(північн\S* за?хід\S*|північно за?хід\S*|північного заходу|северо запад\S*|северозапад\S*|north ?west\S*)$/,
  ],
  [
    135,
    /^(південно східніше|юго восточнее)$/,
    /^(південн\S* схід\S*|південно схід\S*|південного сходу|юго восток\S*|юговосток\S*|south ?east\S*)$/,
  ],
  [
    225,
    /^(південно західніше|юго западнее)$/,
    /^(південн\S* за?хід\S*|південно за?хід\S*|південного заходу|юго запад\S*|югозапад\S*|south ?west\S*)$/,
  ],
  [0, /^(північніше|севернее)$/, /^(північ|півночі|північчю|север|севера|северу|севере|north)$/],
  [90, /^(східніше|восточнее)$/, /^(схід|сходу|сході|восток|востока|востоку|востоке|east)$/],
  [180, /^(південніше|южнее)$/, /^(південь|півдня|півдні|юг|юга|югу|юге|south)$/],
  [270, /^(західніше|западнее)$/, /^(захід|заходу|заході|запад|запада|западу|западе|west)$/],
];

/** The compass point that one or two words name. */
export const directionIn = (words: string): Direction | undefined => {
  for (const [bearing, comparative, plain] of compass) {
    if (comparative.test(words)) return { bearing, apart: true };
    if (plain.test(words)) return { bearing, apart: false };
  }
  return undefined;
};
