import type { Gazetteer } from '../../place/gazetteer/gazetteer.ts';
import { isOwn, type Match, ownNameMatches } from '../../place/gazetteer/lookup.ts';
import { normalise } from '../../place/gazetteer/spelling.ts';
import { type DivisionMention, findDivisions } from './division.ts';
import { type PlaceReading, searchPlaces } from './search.ts';
import {
  besideWords,
  betweenWords,
  connectors,
  directionIn,
  districtWords,
  fillers,
  fromWords,
  metresIn,
  numberIn,
  originWords,
  prepositions,
  regionWords,
  roadWords,
  settlementTypes,
  towardsWords,
} from './words.ts';

/** A place named within a longer text. `index` and `length` say where in the text. */
export type PlaceMention = Readonly<{ index: number; length: number; words: string; reading: PlaceReading }>;

type Word = Readonly<{
  /** As `normalise` leaves it. */
  word: string;
  index: number;
  end: number;
  capital: boolean;
  /** Begins a sentence: then a capital says nothing. */
  first: boolean;
  /** A comma or the like stands before it. */
  apart: boolean;
  /** A full stop shortens it: "с." is a village, "с" is "from". */
  short: boolean;
}>;

/** Abbreviations whose full stop ends no sentence. */
const abbreviation =
  /(?:^|[^\p{L}])(?:с|м|г|обл|смт|пгт|вул|ул|р-н|рн|п|х|ст|пос|сел|хут|дер|бл|близько)\.\s*$/iu;

const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’ʼ`][\p{L}]+)*/gu)) {
    const between = text.slice(end, match.index);
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const stops = /[.!?…\n:]/.test(between) && !abbreviation.test(before);
    const letters = match[0];
    words.push({
      word: normalise(letters.replace(/['’]s$/i, '')),
      index: match.index,
      end: match.index + letters.length,
      capital:
        letters[0] !== letters[0]?.toLowerCase() && letters.slice(1) !== letters.slice(1).toUpperCase(),
      first: words.length === 0 || stops,
      apart: words.length > 0 && /[,;()«»"—–]/.test(between),
      short: letters.length <= 3 && text[match.index + letters.length] === '.',
    });
    end = match.index + letters.length;
  }
  return words;
};

/** Endings that hardly any word but a settlement's name has. Surnames (-енко, -ський, -ов) are not among them. */
const placeEnding =
  /(івк|ївк|овк|евк|ивк)(а|и|і|у|ою|ой|ці|е)?$|(ськ|цьк|ск|цк)(у|а|ом|е|ові)?$|(пол|піл|град|город|бург)(ь|і|я|ю|ем|е|ом|у|а|ля|ля)?$|(инц|івц|овц|ївц|евц)(і|ы|ів|ах|ям|ях|ам|ев)$|(skyi|sk|ivka|ovka|yivka|evka|pil|pol|hrad|horod|grad|gorod|ivtsi|ychi|iany|yany)$/;

/** Names of larger places that are everyday words too. */
const everydayNames = new Set(
  'рівне ровно суми сумы щастя счастье лиман українка украинка покров городок долина бар стрий сніжне снежное лозова дружба вишневе южне южное південне калуш зоря перемога світле мирне перше центральне промінь мирний сонячне надія свобода слава правда'.split(
    ' ',
  ),
);

/** Streets and squares that everybody names without saying "street", by a word that is a village's name elsewhere. */
const knownStreets = /^(хрещатик|крещатик|дерибас)/;

/** Words of flight: "летів на Київ" is a course, no place. */
const flight = /^(лет|лёт|курс|рух|прям|направл|напрям|heading|flying|flew|дви[гж])/;

const knownPopulation = 10_000;
const greatPopulation = 100_000;

const isMainName =
  (key: string) =>
  ({ settlement }: Match): boolean =>
    Object.values(settlement.names).some(name => normalise(name) === key);

const isOwnExact = (match: Match): boolean => match.kind === 'exact' && isOwn(match);

type Candidate = Readonly<{ from: number; count: number }>;

/**
 * Every place that a longer account names, in its order: settlements, regions and districts, and relations to them
 * ("5 km north of Izium"). It prefers to miss a place rather than to take an everyday word for one (Світле, Мирне, Зоря):
 * such a word needs a preposition of place or "село" before it, and a capital. Where shells came from and what they flew
 * towards is not where it happened, and left out.
 */
export const findPlaces = (gazetteer: Gazetteer, text: string): readonly PlaceMention[] => {
  const words = wordsOf(text.slice(0, 5000));
  const divisions = findDivisions(
    gazetteer,
    words.map(word => word.word),
  ).filter(
    mention => mention.kind === 'stated' && isOneClause(words, mention) && isHere(words, mention.from),
  );
  const candidates: Candidate[] = [...divisions];
  for (let from = 0; from < words.length; from++) {
    const inDivision = divisions.find(mention => mention.from <= from && from < mention.from + mention.count);
    const count = inDivision ? 0 : nameLength(gazetteer, words, from);
    if (count === 0) continue;
    candidates.push({ from, count });
    from += count - 1;
  }
  candidates.sort((a, b) => a.from - b.from);
  return spansOf(words, candidates).flatMap(({ from, count }) => {
    const [first, last] = [words[from], words[from + count - 1]];
    if (first === undefined || last === undefined) return [];
    const slice = text.slice(first.index, last.end);
    const governed = fillers.has(words[from - 1]?.word ?? '') || isLargeName(gazetteer, slice);
    const reading = searchPlaces(gazetteer, slice, { governed });
    if (reading.kind === 'unknown') return [];
    return [{ index: first.index, length: slice.length, words: slice, reading }];
  });
};

/**
 * Places that the teller or somebody close is from ("ми з Вугледара", "сестра пише з Херсона"): perhaps where it happened,
 * when no other place is named.
 */
export const findOrigins = (gazetteer: Gazetteer, text: string): readonly PlaceMention[] => {
  const words = wordsOf(text.slice(0, 5000));
  return words.flatMap(({ word }, at) => {
    const name = words[at + 1];
    const said = words.slice(Math.max(0, at - 2), at).some(other => tellers.test(other.word));
    if (!originWords.has(word) || !said || !name?.capital || name.first) return [];
    const slice = text.slice(name.index, name.end);
    const reading = searchPlaces(gazetteer, slice, { governed: true });
    return reading.kind === 'one' || reading.kind === 'choose'
      ? [{ index: name.index, length: slice.length, words: slice, reading }]
      : [];
  });
};

const tellers =
  /^(ми|мы|я|we|am|are|мам|мат[иь]|сест|брат|подру|друг|друз|сус[іи]д|сосед|знайом|знаком|родич|родственник|тато|пап|батьк|баб|діду|дедуш|пиш|писа|напис|дзвон|звон|телефон|mother|sister|brother|friend|relatives|writes|wrote)/;

/** A head noun governs the case of a city ("обстріл Нікополя"). */
const isLargeName = (gazetteer: Gazetteer, slice: string): boolean =>
  ownNameMatches(gazetteer, normalise(slice).split(' ')).some(
    match => match.settlement.population >= knownPopulation,
  );

const isOneClause = (words: readonly Word[], mention: DivisionMention): boolean =>
  words.slice(mention.from + 1, mention.from + mention.count).every(word => !word.first && !word.apart);

/** The word before, over adjectives of manner and the like: at most two small words. */
const before = (words: readonly Word[], at: number): readonly string[] => {
  const found: string[] = [];
  for (let back = 1; back <= 3; back++) {
    const word = words[at - back];
    if (word === undefined || words[at - back + 1]?.first) break;
    found.push(word.word);
    if (!fillers.has(word.word)) break;
  }
  return found;
};

const withWords = /^(з|із|зі|с|со)$/;
const instrumental = /(ом|ем|єм|ою|ею|ами|ями)$/;

/** "Дорогою з Краматорська в Дружківку": where they were going, not where it happened. */
const isRouteEnd = (words: readonly Word[], at: number): boolean =>
  routeWords.has(words[at - 1]?.word ?? '') &&
  words[at - 2]?.capital === true &&
  originWords.has(words[at - 3]?.word ?? '') &&
  words.slice(Math.max(0, at - 7), at - 3).some(({ word }) => going.test(word));

const routeWords = new Set('в у до на to into во'.split(' '));
const going =
  /^(їха|їде|їду|дорог|ехал|едем|едут|пряму|автобус|евакуа|эвакуа|drove|driving|travel|road|way|bus)/;

/** False when what stands before says "from" or "towards". */
const isHere = (words: readonly Word[], at: number): boolean => {
  const [last = '', previous = ''] = before(words, at);
  if (words[at - 1]?.short && settlementTypes.has(last)) return true;
  if (isRouteEnd(words, at)) return false;
  // "що з Токмаком?" is "with".
  if (withWords.test(last) && instrumental.test(words[at]?.word ?? '')) return true;
  if (originWords.has(last) || originWords.has(`${previous} ${last}`)) return hasRelation(words, at);
  return !towardsWords.has(last) && !towardsWords.has(`${previous} ${last}`);
};

/** "5 км від Ізюма": this "from" is where it happened after all. */
const hasRelation = (words: readonly Word[], at: number): boolean =>
  words.slice(Math.max(0, at - 6), at).some((word, index, all) => {
    const two = `${word.word} ${all[index + 1]?.word ?? ''}`;
    return (
      metresIn(word.word) === 1000 || directionIn(word.word) !== undefined || directionIn(two) !== undefined
    );
  });

/** How many words from here are a settlement's name; 0 when there is none, or not enough says that it is one. */
const nameLength = (gazetteer: Gazetteer, words: readonly Word[], from: number): number => {
  for (let count = Math.min(4, words.length - from); count >= 1; count--) {
    const window = words.slice(from, from + count);
    if (window.slice(1).some(word => word.first || word.apart)) continue;
    const names = window.map(word => word.word);
    const key = names.join('');
    if (key.length < 3 || /^\d+$/.test(key) || (count === 1 && fillers.has(key))) continue;
    const matches = ownNameMatches(gazetteer, names);
    if (matches.length > 0 && isName(words, from, window, matches)) return count;
  }
  return 0;
};

/** "У Слобідському районі": a part of a city, when no district of the country is called so. */
const isDivisionWord = (word: Word | undefined): boolean =>
  word !== undefined && (districtWords.has(word.word) || regionWords.has(word.word));

const isName = (
  words: readonly Word[],
  from: number,
  window: readonly Word[],
  matches: readonly Match[],
): boolean => {
  const [last = ''] = before(words, from);
  const first = window[0];
  if (first === undefined || !isHere(words, from)) return false;
  const key = window.map(word => word.word).join('');
  const isTyped = settlementTypes.has(last);
  const isAfterPreposition = prepositions.has(last);
  const isCourse =
    ['на', 'до', 'to', 'у', 'в'].includes(last) && matches.some(match => match.kind === 'exact');
  if (isCourse && words.slice(Math.max(0, from - 5), from).some(word => flight.test(word.word))) return false;
  if (
    knownStreets.test(key) ||
    isDivisionWord(words[from + window.length]) ||
    isDivisionWord(words[from - 1])
  )
    return false;
  const population = Math.max(...matches.map(match => match.settlement.population));
  const isLarge = population >= knownPopulation && !everydayNames.has(key);
  const looksLikeName = placeEnding.test(key) || window.length > 1 || isLarge;
  const names = everydayNames.has(key) || key.length < 4;
  if (first.capital) {
    if (isTyped || isAfterPreposition) return key.length >= 3;
    if (names) return false;
    const isExact = matches.some(isOwnExact);
    if (isExact) return looksLikeName;
    return isLarge && !first.first && key.length >= 5;
  }
  // "прилетіло в девʼятиповерхівку на салтовці харків": a great city needs no capital.
  if (
    population >= greatPopulation &&
    key.length >= 5 &&
    !everydayNames.has(key) &&
    matches.some(isMainName(key))
  )
    return true;
  return (isTyped || isAfterPreposition) && looksLikeName && !names && key.length >= 4 && population > 0;
};

/** Small words that may stand between the parts of one place: "Миколаївка, Донецька область", "5 км від Ізюма". */
const joins = (words: readonly Word[], from: number, to: number): boolean =>
  to - from <= 3 &&
  words.slice(from, to + 1).every(word => !word.first) &&
  words
    .slice(from, to)
    .every(
      word =>
        settlementTypes.has(word.word) ||
        besideWords.has(word.word) ||
        word.word === 'в' ||
        word.word === 'у' ||
        word.word === 'in',
    );

/** Candidates that belong together become one span, with the words of distance and direction before them. */
const spansOf = (words: readonly Word[], candidates: readonly Candidate[]): readonly Candidate[] => {
  const spans: { from: number; count: number }[] = [];
  for (const { from, count } of candidates) {
    const open = spans.at(-1);
    const end = open ? open.from + open.count : 0;
    const isBetween =
      open !== undefined &&
      from - end === 1 &&
      connectors.has(words[end]?.word ?? '') &&
      isAfterBetween(words, open.from);
    if (open && (isBetween || joins(words, end, from))) open.count = from + count - open.from;
    else spans.push({ from, count });
  }
  return spans.map(({ from, count }) => {
    const start = relationStart(words, from);
    return { from: start, count: count + from - start };
  });
};

const isAfterBetween = (words: readonly Word[], from: number): boolean =>
  [1, 2].some(
    back => betweenWords.has(words[from - back]?.word ?? '') || roadWords.has(words[from - back]?.word ?? ''),
  );

const isRelationWord = (words: readonly Word[], at: number): boolean => {
  const word = words[at]?.word ?? '';
  return (
    fromWords.has(word) ||
    betweenWords.has(word) ||
    roadWords.has(word) ||
    besideWords.has(word) ||
    metresIn(word) !== undefined ||
    (numberIn(word) !== undefined && metresIn(words[at + 1]?.word ?? '') !== undefined) ||
    directionIn(word) !== undefined ||
    directionIn(`${word} ${words[at + 1]?.word ?? ''}`) !== undefined ||
    directionIn(`${words[at - 1]?.word ?? ''} ${word}`) !== undefined ||
    ['на', 'до', 'to', 'the', 'за'].includes(word)
  );
};

/** Where the words of distance before a name begin: the name itself when there are none. */
const relationStart = (words: readonly Word[], from: number): number => {
  let start = from;
  while (start > 0 && from - start < 7 && !words[start]?.first && isRelationWord(words, start - 1)) start--;
  const said = words.slice(start, from);
  const isRelation = said.some(
    (word, at) =>
      metresIn(word.word) === 1000 ||
      betweenWords.has(word.word) ||
      roadWords.has(word.word) ||
      directionIn(word.word) !== undefined ||
      directionIn(`${word.word} ${said[at + 1]?.word ?? ''}`) !== undefined,
  );
  return isRelation ? start : from;
};
