import type { Gazetteer } from '../../place/gazetteer/gazetteer.ts';
import { isOwn, type Match, ownNameMatches, partCost } from '../../place/gazetteer/lookup.ts';
import { normalise } from '../../place/gazetteer/spelling.ts';
import type { Passage } from '../passage/passage.ts';
import { type DivisionMention, findDivisions } from './division.ts';
import { type PlaceReading, searchPlaces } from './search.ts';
import {
  besideWords,
  betweenWords,
  connectors,
  directionIn,
  districtWords,
  everydayNames,
  fillers,
  flightWords,
  fromWords,
  goingWords,
  isNever,
  metresIn,
  numberIn,
  originWords,
  prepositions,
  regionWords,
  roadWords,
  settlementTypes,
  streetWords,
  tellerWords,
  towardsWords,
  wordlikeNames,
} from './words.ts';

/** A place named within a longer text. `index` and `length` say where in the text. */
export type PlaceMention = Readonly<{ index: number; length: number; words: string; reading: PlaceReading }>;

type Word = Readonly<{
  /** Folded. */
  word: string;
  /** Its place among the tokens of the passage. */
  token: number;
  index: number;
  end: number;
  capital: boolean;
  /** Begins a sentence: then a capital says nothing. */
  first: boolean;
  /** A comma or the like stands before it. */
  apart: boolean;
  /** A full stop shortens it: "с." is a village, "с" is "from". */
  short: boolean;
  /** It means something else, or is half a name, so that without a capital it is none: "аеродромі", "купянск-узловой". */
  known: boolean;
}>;

/** The words and numbers of a passage, with what the marks between them say. */
const wordsOf = ({ text, tokens, at }: Passage): readonly Word[] => {
  const words: Word[] = [];
  let before: Passage['tokens'][number] | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'mark') continue;
    const between = text.slice(before?.end ?? 0, token.start);
    words.push({
      word: token.text,
      token: index,
      index: token.start,
      end: token.end,
      capital: token.capital && !isCapitals(text.slice(token.start, token.end)),
      first: before?.sentence !== token.sentence || /[:\n]/.test(between),
      apart: before !== undefined && /[,;()«»"—–]/.test(between),
      short: token.text.length <= 3 && text[token.end] === '.',
      known:
        (!token.capital && text[token.end] === '-') ||
        ['area', 'who', 'harm', 'thing', 'munition'].some(family => at(family, index) !== undefined),
    });
    before = token;
  }
  return words;
};

const isCapitals = (letters: string): boolean =>
  letters.length > 1 && letters.slice(1) === letters.slice(1).toUpperCase();

/** Endings that hardly any word but a settlement's name has. Surnames (-енко, -ський, -ов) are not among them. */
const placeEnding =
  /(івк|ївк|овк|евк|ивк)(а|и|і|у|ою|ой|ці|е)?$|(ськ|цьк|ск|цк)(у|а|ом|е|ові)?$|(пол|піл|град|город|бург)(ь|і|я|ю|ем|е|ом|у|а|ля|ля)?$|(инц|івц|овц|ївц|евц)(і|ы|ів|ах|ям|ях|ам|ев)$|(skyi|sk|ivka|ovka|yivka|evka|pil|pol|hrad|horod|grad|gorod|ivtsi|ychi|iany|yany)$/;

/** Streets and squares that everybody names without saying "street", by a word that is a village's name elsewhere. */
const knownStreets = /^(хрещатик|крещатик|дерибас)/;

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
export const findPlaces = (gazetteer: Gazetteer, passage: Passage): readonly PlaceMention[] => {
  const { text } = passage;
  const words = wordsOf(passage);
  const streets = streetPositions(words);
  const divisions = findDivisions(
    gazetteer,
    words.map(word => word.word),
  ).filter(
    mention =>
      isOneClause(words, mention) &&
      (mention.kind === 'stated'
        ? isHere(words, mention.from) && !isOfOtherCity(gazetteer, words, mention)
        : mention.kind === 'adjective' &&
          (isAfterName(gazetteer, words, mention) || isOfInstitution(passage, words, mention))),
  );
  const names: Candidate[] = [];
  for (let from = 0; from < words.length; from++) {
    const inDivision = divisions.find(mention => mention.from <= from && from < mention.from + mention.count);
    const count = inDivision || streets.has(from) ? 0 : nameLength(gazetteer, words, from, divisions);
    if (count === 0) continue;
    names.push({ from, count });
    from += count - 1;
  }
  // "Константиновки Донецкой": where the name is left out, its region's adjective is no town.
  const ends = new Set(names.map(({ from, count }) => from + count));
  const said = divisions.filter(
    ({ kind, from }) => kind === 'stated' || !words[from - 1]?.capital || ends.has(from),
  );
  const candidates = [...said, ...names].toSorted((a, b) => a.from - b.from);
  const read = onceFor((slice: string, governed: boolean) => searchPlaces(gazetteer, slice, { governed }));
  return spansOf(words, candidates).flatMap(({ from, count }) => {
    const [first, last] = [words[from], words[from + count - 1]];
    if (first === undefined || last === undefined) return [];
    const slice = text.slice(first.index, last.end);
    const governed = fillers.has(words[from - 1]?.word ?? '') || isLargeName(gazetteer, slice);
    const reading = read(slice, governed);
    if (reading.kind === 'unknown') return [];
    return [{ index: first.index, length: slice.length, words: slice, reading }];
  });
};

/** Remembers what was read of a name, as one text may hold it hundreds of times. */
const onceFor = <Reading>(read: (name: string, governed: boolean) => Reading) => {
  const known = new Map<string, Reading>();
  return (name: string, governed: boolean): Reading => {
    const key = `${governed} ${name}`;
    const reading = known.get(key) ?? read(name, governed);
    known.set(key, reading);
    return reading;
  };
};

/**
 * Places that the teller or somebody close is from ("ми з Вугледара", "сестра пише з Херсона"): perhaps where it happened,
 * when no other place is named.
 */
export const findOrigins = (gazetteer: Gazetteer, passage: Passage): readonly PlaceMention[] => {
  const words = wordsOf(passage);
  return words.flatMap(({ word }, at) => {
    const name = words[at + 1];
    const said = words.slice(Math.max(0, at - 2), at).some(other => tellerWords.has(other.word));
    if (!originWords.has(word) || !said || !name?.capital || name.first) return [];
    const slice = passage.text.slice(name.index, name.end);
    const reading = searchPlaces(gazetteer, slice, { governed: true });
    return reading.kind === 'one' || reading.kind === 'choose'
      ? [{ index: name.index, length: slice.length, words: slice, reading }]
      : [];
  });
};

/** A head noun governs the case of a city ("обстріл Нікополя"). */
const isLargeName = (gazetteer: Gazetteer, slice: string): boolean =>
  ownNameMatches(gazetteer, normalise(slice).split(' ')).some(
    match => match.settlement.population >= knownPopulation,
  );

/** "в антонівці херсонської", "Тростянець Сумська": the region's adjective after a name that lies in it. */
const isAfterName = (
  gazetteer: Gazetteer,
  words: readonly Word[],
  { from, regions }: DivisionMention,
): boolean =>
  words[from]?.first === false &&
  ownNameMatches(gazetteer, [words[from - 1]?.word ?? '']).some(({ settlement }) =>
    regions.some(({ code }) => code === settlement.region),
  );

/** "Чернігівська ОВА": whose office tells of it. */
const isOfInstitution = (
  { at }: Passage,
  words: readonly Word[],
  { from, count }: DivisionMention,
): boolean =>
  words[from + count - 1]?.capital === true &&
  at('institution', words[from + count]?.token ?? -1) !== undefined;

/** "Херсон, Дніпровський район": beside a city of another region it is a part of the city. */
const isOfOtherCity = (
  gazetteer: Gazetteer,
  words: readonly Word[],
  { from, districts }: DivisionMention,
): boolean => {
  if (districts.length === 0) return false;
  const cities = ownNameMatches(gazetteer, [words[from - 1]?.word ?? '']).filter(
    match => isOwn(match) && match.settlement.population >= greatPopulation,
  );
  return (
    cities.length > 0 &&
    !cities.some(({ settlement }) => districts.some(({ region }) => region === settlement.region))
  );
};

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
  originWords.has(words[at - 3]?.word ?? '') &&
  words.slice(Math.max(0, at - 7), at - 3).some(({ word }) => goingWords.has(word));

/** "Reporting from Orikhiv": who tells of it is there. */
const datelines = new Set(['reporting', 'filing', 'live', 'репортаж']);

const routeWords = new Set('в у до на to into во'.split(' '));
/** False when what stands before says "from" or "towards". */
const isHere = (words: readonly Word[], at: number): boolean => {
  const [last = '', previous = ''] = before(words, at);
  if (words[at - 1]?.short && settlementTypes.has(last)) return true;
  if (isRouteEnd(words, at)) return false;
  // "що з Токмаком?" is "with".
  if (withWords.test(last) && instrumental.test(words[at]?.word ?? '')) return true;
  if (originWords.has(last) || originWords.has(`${previous} ${last}`))
    return datelines.has(previous) || hasRelation(words, at);
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
const nameLength = (
  gazetteer: Gazetteer,
  words: readonly Word[],
  from: number,
  divisions: readonly DivisionMention[],
): number => {
  for (let count = Math.min(4, words.length - from); count >= 1; count--) {
    const window = words.slice(from, from + count);
    if (window.slice(1).some(word => word.first || word.apart)) continue;
    const names = window.map(word => word.word);
    const key = names.join('');
    if (key.length < 3 || /^\d+$/.test(key) || (count === 1 && fillers.has(key))) continue;
    if (isNever(names, words[from - 1]?.word)) continue;
    const matches = ownNameMatches(gazetteer, names);
    if (matches.length === 0) continue;
    // "Велика Комишуваха" that is not known is not Комишуваха.
    const before = words[from - 1];
    if (
      before?.capital &&
      window[0]?.capital &&
      !window[0].apart &&
      !window[0].first &&
      nameAdjective.test(before.word)
    )
      return 0;
    // "ЗОЛОЧЕВ ХАРЬКОВСКАЯ ОБЛАСТЬ": a name right before its region is one, however it is written.
    const isLocated = divisions.some(
      division => division.from === from + count && division.regions.length > 0,
    );
    if (isLocated && matches.some(isOwnExact) && isHere(words, from)) return count;
    if (isName(gazetteer, words, from, window, matches)) return count;
  }
  return 0;
};

/** What begins the name of many a village and tells it from another: "Велика", "Нова". */
export const nameAdjective =
  /^(велик|больш|мал|нов|стар|верхн|нижн|північн|південн|східн|західн|перш|друг|красн|червон|біл|чорн|velyk|mal|nov|star|verkhn|nyzhn|pivn|pivd)\p{L}?(а|я|ий|ый|е|є|і|ої|ій|ой|ому|ого|ую|у|ім|им|их|a|yi|e|oi)$/u;

/** Positions of the names of streets and squares: "на вулиці Перемоги", "площа 8 Березня", "на Суботній площі". */
const streetPositions = (words: readonly Word[]): ReadonlySet<number> => {
  const taken = new Set<number>();
  const isPartOfName = (at: number, street: number): boolean => {
    const one = words[at];
    if (!one || one.first || at > street + 3) return false;
    if (at > street + 1 && (one.apart || prepositions.has(one.word))) return false;
    return one.capital || /^\d+$/.test(one.word);
  };
  words.forEach(({ word }, street) => {
    if (!streetWords.has(word)) return;
    taken.add(street);
    let next = street + 1;
    while (isPartOfName(next, street)) taken.add(next++);
    if (next === street + 1 && words[street - 1]?.capital) taken.add(street - 1);
  });
  return taken;
};

/** "У Слобідському районі": a part of a city, when no district of the country is called so. */
const isDivisionWord = (word: Word | undefined): boolean =>
  word !== undefined && (districtWords.has(word.word) || regionWords.has(word.word));

/** "Дніпровський район Херсона": the city of a district that has a name before it. */
const isPartOfCity = (words: readonly Word[], from: number): boolean =>
  words[from - 2]?.capital === true &&
  /(ий|ого|ому|им|ім|ом|ый|ая|yi|iy|y)$/.test(words[from - 2]?.word ?? '');

const isName = (
  gazetteer: Gazetteer,
  words: readonly Word[],
  from: number,
  window: readonly Word[],
  matches: readonly Match[],
): boolean => {
  const [last = ''] = before(words, from);
  const first = window[0];
  if (first === undefined || !isHere(words, from)) return false;
  const key = window.map(word => word.word).join('');
  // "на Суворова", "на Дзержинского": a street.
  if (last === 'на' && personGenitive.test(key)) return false;
  const isTyped = settlementTypes.has(last);
  const isAfterPreposition =
    prepositions.has(last) || isAfterAnother(gazetteer, words, from) || isSecondOfTwo(words, from);
  const isCourse =
    ['на', 'до', 'to', 'у', 'в'].includes(last) && matches.some(match => match.kind === 'exact');
  if (isCourse && words.slice(Math.max(0, from - 5), from).some(word => flightWords.has(word.word)))
    return false;
  if (
    knownStreets.test(key) ||
    isDivisionWord(words[from + window.length]) ||
    (isDivisionWord(words[from - 1]) && !isPartOfCity(words, from))
  )
    return false;
  const whole = first.capital ? matches : matches.filter(({ cost }) => cost < partCost);
  const population = Math.max(0, ...whole.map(match => match.settlement.population));
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
  // "прилетіло в девʼятиповерхівку на салтовці харків": a great city needs no capital, nor a town where there are none.
  if (first.known && window.length === 1) return false;
  const isBare = matches.some(isMainName(key)) || (key.length >= 6 && matches.some(isOwn));
  const isPlain =
    !words.some(word => word.capital) &&
    !wordlikeNames.has(key) &&
    matches.some(isMainName(key)) &&
    key.length >= 6;
  if (isLarge && key.length >= 5 && ((isBare && population >= greatPopulation) || isPlain)) return true;
  if (isPlain && window.length > 1 && matches.some(isOwnExact)) return true;
  return (isTyped || isAfterPreposition) && looksLikeName && !names && key.length >= 4 && population > 0;
};

const personGenitive = /(.ова|.ева|єва|.ського|.ского|.енка|.ина|.іна|.ича)$/;

/** "В харкові і чугуєві": a name after another one, which is surely one. */
const isAfterAnother = (gazetteer: Gazetteer, words: readonly Word[], from: number): boolean =>
  connectors.has(words[from - 1]?.word ?? '') &&
  !words[from - 1]?.first &&
  ownNameMatches(gazetteer, [words[from - 2]?.word ?? '']).some(
    ({ settlement }) => settlement.population >= greatPopulation,
  );

/** "between Izium and Barvinkove" */
const isSecondOfTwo = (words: readonly Word[], from: number): boolean =>
  connectors.has(words[from - 1]?.word ?? '') && isAfterBetween(words, from - 2);

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
