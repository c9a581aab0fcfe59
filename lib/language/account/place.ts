import { readCoordinates } from '../../place/coordinates/read.ts';
import type { Gazetteer } from '../../place/gazetteer/gazetteer.ts';
import { placeOfPoint } from '../../place/pin/pin.ts';
import type { Place } from '../../place/place.ts';
import type { Found } from '../lexicon/lexicon.ts';
import { type Passage, type Span, type Stretch, spanOf } from '../passage/passage.ts';
import { findOrigins, findPlaces, nameAdjective, type PlaceMention } from '../place/mention.ts';
import { searchPlaces } from '../place/search.ts';
import { everydayNames } from '../place/words.ts';
import { fold } from '../text/text.ts';
import { type Field, sure, unsure } from './field.ts';
import { clauseOf, isAsserted, saidIn } from './said.ts';
import { stretchOf } from './time.ts';

/** How many places are offered at most. */
const mostOffered = 8;

const placesOf = ({ reading }: Pick<PlaceMention, 'reading'>): readonly Place[] => {
  if (reading.kind === 'choose') return reading.places;
  return reading.kind === 'unknown' ? [] : [reading.place];
};

const key = ({ settlement, district, region, point, precision }: Place): string =>
  settlement && precision !== 'district'
    ? String(settlement.id)
    : [precision, district?.uk, region, point?.lat, point?.lon].join(' ');

const isDivision = ({ reading }: PlaceMention): boolean =>
  reading.kind === 'region' || reading.kind === 'district';

/**
 * Where it happened. A settlement is taken when it is the only one named and known by that name, or the only one of that name in
 * the region or district that the text names too; otherwise all are offered. Divisions that only name an institution
 * ("Запорізька ОВА") are no place, but tell namesakes apart.
 */
export const findPlace = (
  passage: Passage,
  gazetteer: Gazetteer,
  named: readonly Stretch[],
): Field<Place> | undefined => {
  const pinned = pinnedIn(passage, gazetteer);
  if (pinned) return pinned;
  const institutions = named.map(one => spanOf(passage, one));
  const found = findPlaces(gazetteer, passage).filter(mention => placesOf(mention).length > 0);
  const all = [...found, ...targetMentions(passage, gazetteer, found)].toSorted((a, b) => a.index - b.index);
  const mentions = all.filter(mention => isSaidHere(passage, mention));
  const isOwn = (mention: PlaceMention): boolean =>
    !namesInstitution(passage, mention, institutions) &&
    !deniedBefore.test(passage.text.slice(Math.max(0, mention.index - denialReach), mention.index));
  const own = mentions.filter(isOwn);
  const settlements = own.filter(mention => !isDivision(mention));
  const there = settlements.filter(mention => elsewhere(passage, mention) === undefined);
  // "Сижу в Харкові, каб на Салтівку": of where they stay a part is named.
  const here = settlements.filter(
    one =>
      there.includes(one) || (elsewhere(passage, one) === 'staying' && there.some(part => offers(part, one))),
  );
  const asked = all.filter(
    mention => isOwn(mention) && !isDivision(mention) && moodOf(passage, mention) === 'asked',
  );
  const ofInstitutions = mentions.filter(mention => !isDivision(mention));
  const telling = withoutParts(
    [here, asked, settlements, own, ofInstitutions].find(list => list.length > 0) ?? [],
  );
  const [first] = telling;
  const last = telling.at(-1);
  if (!first || !last) return institutionField(passage, gazetteer, named) ?? originField(passage, gazetteer);
  const fits = fitsIn(mentions.filter(isDivision));
  // Who lives there tells of there, unless another place is named.
  const stays = settlements.every(one => elsewhere(passage, one) === 'staying');
  const origins = here.length > 0 || asked.length > 0 ? [] : findOrigins(gazetteer, passage);
  const isHere = here.length > 0 || asked.length > 0 || (stays && origins.length === 0);
  const meant = [...telling, ...origins].map(mention => meantBy(mention, fits));
  const words = { start: first.index, end: last.index + last.length };
  const places = finest([
    ...new Map(meant.flatMap(({ likely }) => likely).map(place => [key(place), place])).values(),
  ]);
  const [only] = places;
  return only &&
    places.length === 1 &&
    isHere &&
    meant.every(({ certain }) => certain) &&
    !isDoubtful(passage, telling, all)
    ? sure(only, words)
    : unsure(places.slice(0, mostOffered), words);
};

type Fits = ((place: Place) => boolean) | undefined;

/** The places that a mention may be, in the regions and districts that are named; whether it is surely one. */
const meantBy = (
  mention: PlaceMention,
  fits: Fits,
): Readonly<{ likely: readonly Place[]; certain: boolean }> => {
  const places = placesOf(mention);
  const fitting = fits ? places.filter(fits) : [];
  const likely = withoutSmallNamesakes(todaysOf(mention.words, fitting.length > 0 ? fitting : places));
  const [single, ...others] = places;
  const isSingle =
    single !== undefined && others.length === 0 && isDeclined(mention.words, single) && !isCommon(single);
  const certain =
    mention.reading.kind !== 'choose' || fitting.length > 0 || likely.length !== places.length || isSingle;
  return { likely, certain };
};

/** What stands around the names makes the place another, or an unknown one. */
const isDoubtful = (
  passage: Passage,
  telling: readonly PlaceMention[],
  all: readonly PlaceMention[],
): boolean => {
  const before = ({ index }: PlaceMention): string => passage.text.slice(Math.max(0, index - 30), index);
  return (
    isUnknownNamed(passage, all) ||
    // Where the wounded were brought need not be where they were hit.
    saidIn(passage, 'ward').length > 0 ||
    // "Село Гнилиця, Куп'янський район": the village that a division stands after is not known here.
    (telling.every(isDivision) && telling.some(one => followsName(passage, one))) ||
    // "Білозерка – Херсон": a way from the one to the other.
    telling.some(one => routeBefore.test(before(one))) ||
    telling.slice(0, 1).some(one => besideVillage.test(before(one)))
  );
};

/** What may be coordinates: two numbers with some places after the point, degrees, a link. */
const mayBePoint = /\d{1,3}[.,]\d{3,9}\D{1,9}\d{1,3}[.,]\d{3}|\d ?°|https?:\/\/|geo:/;
const pointLength = 120;

/** Coordinates in the country, or a link that holds them, say where better than any name. */
const pinnedIn = ({ text }: Passage, gazetteer: Gazetteer): Field<Place> | undefined => {
  const at = text.search(mayBePoint);
  if (at === -1) return undefined;
  const words = { start: Math.max(0, at - 4), end: Math.min(text.length, at + pointLength) };
  const reading = readCoordinates(gazetteer, text.slice(words.start, words.end));
  return reading?.kind === 'point' ? sure(placeOfPoint(gazetteer, reading.point, 'typed'), words) : undefined;
};

/** Whether a place lies in the regions and districts that are named; undefined when none is. */
const fitsIn = (divisions: readonly PlaceMention[]): Fits => {
  const named = divisions.flatMap(placesOf);
  const regions = new Set(named.flatMap(({ region }) => region ?? []));
  const districts = new Set(named.flatMap(({ district }) => district?.uk ?? []));
  if (named.length === 0) return undefined;
  return ({ region, district }) =>
    (regions.size === 0 || (region !== undefined && regions.has(region))) &&
    (districts.size === 0 || (district !== undefined && districts.has(district.uk ?? '')));
};

/** "У Харкові на Салтівці": what may be a part of the place that is named for sure says nothing more. */
const withoutParts = (mentions: readonly PlaceMention[]): readonly PlaceMention[] => {
  const sure = new Set(
    mentions.flatMap(({ reading }) => (reading.kind === 'one' ? [reading.place.settlement?.id] : [])),
  );
  // "Донецк, Петровка": right after a great city, one of many of that name is a part of it.
  const isQuarter = ({ index, reading }: PlaceMention): boolean =>
    reading.kind === 'choose' &&
    mentions.some(
      city =>
        city.reading.kind === 'one' &&
        (city.reading.place.settlement?.population ?? 0) >= largePopulation &&
        index > city.index &&
        index - city.index - city.length <= 2,
    );
  return mentions.filter(
    mention =>
      mention.reading.kind !== 'choose' ||
      (!isQuarter(mention) &&
        !mention.reading.places.some(({ settlement }) => settlement && sure.has(settlement.id))),
  );
};

/** "at Virnopillia", "коло Пашкового": a place is named that the gazetteer does not know. */
const isUnknownNamed = (passage: Passage, mentions: readonly PlaceMention[]): boolean => {
  const isMentioned = ({ start, end }: Span): boolean =>
    mentions.some(({ index, length }) => index < end && start < index + length);
  return passage.tokens.some(
    (token, at) =>
      token.kind === 'word' &&
      token.capital &&
      token.text.length > 3 &&
      unknownAfter.test(passage.tokens[at - 1]?.text ?? '') &&
      passage.tokens[at - 1]?.sentence === token.sentence &&
      !isKnown(passage, at) &&
      !isMentioned(token),
  );
};
const unknownAfter = /^(біля|коло|під|поблизу|возле|около|под|near|at|outside)$/;

const placedAfter = /^(з|із|зі|из|с|у|в|під|під|біля|from|in|near)$/;

const offers = (part: PlaceMention, whole: PlaceMention): boolean => {
  const named = new Set(placesOf(whole).map(({ settlement }) => settlement?.id));
  return placesOf(part).some(({ settlement }) => settlement !== undefined && named.has(settlement.id));
};

const followsName = (passage: Passage, { index, length }: PlaceMention): boolean => {
  const { from } = stretchOf(passage, { start: index, end: index + length });
  const at = passage.tokens[from - 1]?.kind === 'mark' ? from - 2 : from - 1;
  const [name, before] = [passage.tokens[at], passage.tokens[at - 1]];
  const isTyped = [at - 1, at - 2, at - 3].some(one => passage.at('place-type', one) !== undefined);
  const isPlaced = placedAfter.test(before?.text ?? '');
  return (
    name?.kind === 'word' &&
    !isKnown(passage, at) &&
    ((name.capital && before !== undefined) || isPlaced || isTyped)
  );
};

/** Named in a clause that asserts, of now. */
const isSaidHere = (passage: Passage, { index, length }: PlaceMention): boolean =>
  isAsserted(passage, stretchOf(passage, { start: index, end: index + length }));

const moodOf = (passage: Passage, { index, length }: PlaceMention): string | undefined => {
  const { from } = stretchOf(passage, { start: index, end: index + length });
  return passage.clauses[passage.tokens[from]?.clause ?? 0]?.mood;
};

/** How far before a place a word says that the teller is there, or that people were taken there. */
const elsewhereReach = 4;

/**
 * "я зараз у Львові", "довезли до Запоріжжя", "помер у лікарні в Павлограді", "вони в Охтирці": another place than where it
 * happened. Where the teller lives or stays it may have happened all the same.
 */
const elsewhere = (passage: Passage, { index, length }: PlaceMention): 'away' | 'staying' | undefined => {
  const { from, to } = stretchOf(passage, { start: index, end: index + length });
  const clause = clauseOf(passage, from);
  const before = (family: string, reach: number): Found | undefined => {
    for (let at = from - 1; at >= Math.max(clause.from, from - reach); at--) {
      const found = passage.at(family, at);
      if (found) return found;
    }
    return undefined;
  };
  const has = (family: string): boolean =>
    passage.all(family).some(one => clause.from <= one.from && one.from < clause.to);
  if (before('teller-place', 2)) return 'away';
  if (!has('attack') && before('brought', elsewhereReach)) return 'away';
  if (passage.at('brought', to)?.from === to) return 'away';
  const isHurt = passage
    .all('harm')
    .some(one => clause.from <= one.from && one.from < clause.to && one.value !== 'other');
  if (isHurt || ['attack', 'hit', 'munition', 'hearing'].some(has)) return undefined;
  if (/^(hospital|лікарн|больниц)/.test(passage.tokens[to]?.text ?? '')) return 'away';
  if (before('staying', 2)?.value === 'now' || before('pronoun', 2)) return 'away';
  if (isPlacedAfterTeller(passage, from)) return 'staying';
  const stays = before('staying', elsewhereReach);
  if (!stays) return undefined;
  const isOwn = ownStay.test(passage.tokens[stays.from]?.text ?? '');
  return isOwn || before('teller', clause.to - clause.from) ? 'staying' : undefined;
};

/** "Сам я в Харкові", "ми в Польщі", but not "у нас у Балаклії". */
const isPlacedAfterTeller = ({ tokens }: Passage, from: number): boolean => {
  const before = tokens[from - 3];
  const isFirst = before?.kind !== 'word' || /^(сам|сама|а|і|и|але|но)$/.test(before.text);
  return (
    isFirst &&
    /^(в|у|in)$/.test(tokens[from - 1]?.text ?? '') &&
    /^(я|ми|мы|i|we)$/.test(tokens[from - 2]?.text ?? '')
  );
};

/** Of these verbs the teller is the subject. */
const ownStay = /^(живу|живемо|живем|сиджу|сижу|сидимо|сидим|перебуваю|нахожусь)$/;

/** Right after an attack, as the object of it ("обстріляли Малокатеринівку"), or a clause of one name ("Суми, ракетний удар"). */
const targetsOf = (passage: Passage): Readonly<{ aimed: readonly Span[]; alone: readonly Span[] }> => {
  const { tokens } = passage;
  const isName = (index: number): boolean =>
    tokens[index]?.kind === 'word' &&
    tokens[index]?.capital === true &&
    (tokens[index]?.text.length ?? 0) > 2;
  const alone = passage.clauses
    .map(({ from, to }) => ({ from, to: tokens[to - 1]?.kind === 'mark' ? to - 1 : to }))
    .map(({ from, to }) => ({ from: passage.at('place-type', from)?.to ?? from, to }))
    .filter(
      ({ from, to }) =>
        (to - from === 1 &&
          (tokens[from]?.text.length ?? 0) > 2 &&
          tokens[from]?.kind === 'word' &&
          !isKnown(passage, from)) ||
        (to - from === 2 && !isKnown(passage, from) && !isKnown(passage, from + 1)),
    )
    .flatMap(({ from, to }) => [
      spanOf(passage, { from, to }),
      ...(to - from === 2 && !nameAdjective.test(tokens[from]?.text ?? '')
        ? [spanOf(passage, { from: to - 1, to })]
        : []),
    ]);
  const aimed = [...saidIn(passage, 'attack'), ...passage.all('shows')].flatMap(({ to }) => {
    if (!isName(to)) return [];
    const last = isName(to + 1) || tokens[to + 1]?.text === '-' ? to + 1 : to;
    const long = tokens[last]?.text === '-' ? last + 1 : last;
    const whole = spanOf(passage, { from: to, to: long + 1 });
    return nameAdjective.test(tokens[to]?.text ?? '')
      ? [whole]
      : [whole, spanOf(passage, { from: to, to: to + 1 })];
  });
  return { aimed, alone };
};

/** A word that says something else is no bare name: "Ніч. Обстріл." */
const isKnown = (passage: Passage, index: number): boolean =>
  [
    'attack',
    'hit',
    'harm',
    'munition',
    'who',
    'area',
    'filler',
    'greeting',
    'institution',
    'side-adjective',
  ].some(family => passage.at(family, index) !== undefined);

/** The places among the objects of an attack and the bare names that the search of the text passed over. */
const targetMentions = (
  passage: Passage,
  gazetteer: Gazetteer,
  found: readonly PlaceMention[],
): readonly PlaceMention[] => {
  const { aimed, alone } = targetsOf(passage);
  const mentions: PlaceMention[] = [];
  const isTaken = ({ start, end }: Span): boolean =>
    [...found, ...mentions].some(({ index, length }) => index < end && start < index + length);
  const add = (span: Span, isAlone: boolean): void => {
    if (isTaken(span)) return;
    const words = passage.text.slice(span.start, span.end);
    const reading = searchPlaces(gazetteer, words, { governed: !isAlone });
    if (reading.kind !== 'one' && reading.kind !== 'choose') return;
    const places = reading.kind === 'one' ? [reading.place] : withoutSmallNamesakes(reading.places);
    const [likely, ...namesakes] = places;
    if (!likely || (isAlone && !isBareName(words, likely))) return;
    const mention = { index: span.start, length: span.end - span.start, words };
    const isOne =
      namesakes.length === 0 && (reading.kind === 'one' || (isDeclined(words, likely) && !isCommon(likely)));
    if (isOne) mentions.push({ ...mention, reading: { kind: 'one', place: likely, words } });
    else if (isAlone && found.length === 0) mentions.push({ ...mention, reading });
  };
  for (const span of distinct(passage, aimed).slice(0, 2 * mostAlone)) add(span, false);
  for (const span of distinct(passage, alone).slice(0, mostAlone)) add(span, true);
  return mentions;
};

/** Each name once, where it stands first. */
const distinct = ({ text }: Passage, spans: readonly Span[]): readonly Span[] =>
  [
    ...new Map(spans.toReversed().map(span => [text.slice(span.start, span.end), span])).values(),
  ].toReversed();

/** How many bare names are looked up. */
const mostAlone = 12;

/** A name that stands alone with a capital is a place's own, and no everyday word; without one, a great city's. */
const isBareName = (words: string, { settlement }: Place): boolean => {
  const typed = fold(words);
  const names = Object.values(settlement?.names ?? {}).map(fold);
  const isCity = (settlement?.population ?? 0) >= largePopulation;
  if (everydayNames.has(typed) && !isCity) return false;
  const isTown = (settlement?.population ?? 0) >= townPopulation && isDeclined(words, { settlement });
  // Names of several words are no everyday words: "козача лопань".
  const isLong = /\s/.test(words) && names.includes(typed);
  // In capitals or small letters throughout a town's own name does, when it is no short word.
  const isPlain =
    names.includes(typed) && typed.length >= 5 && (settlement?.population ?? 0) >= townPopulation;
  const isWritten = /^\p{Lu}/u.test(words) && words !== words.toUpperCase();
  return isWritten ? names.includes(typed) || isTown : isCity || isLong || isPlain;
};

/** Villages of such names are many, and the gazetteer knows few of them. */
const isCommon = ({ settlement }: Place): boolean =>
  (settlement?.population ?? 0) < knownPopulation && /(ка|ки)$/.test(settlement?.names.uk ?? '');
const knownPopulation = 3000;

/** Whether a word is a place's name but for its ending ("Степногірська"). */
const isDeclined = (word: string, { settlement }: Pick<Place, 'settlement'>): boolean => {
  const typed = fold(word);
  return Object.values(settlement?.names ?? {}).some(name => {
    const known = fold(name);
    let same = 0;
    while (same < typed.length && typed[same] === known[same]) same++;
    return same >= 4 && known.length - same <= 3 && typed.length - same <= 3;
  });
};

/** "Ізюмська МВА", "Администрация Мангуша": who governs a town tells of it, when no other place is named. */
const institutionField = (
  passage: Passage,
  gazetteer: Gazetteer,
  institutions: readonly Stretch[],
): Field<Place> | undefined => {
  for (const { from, to } of institutions) {
    const [before, after] = [passage.tokens[from - 1], passage.tokens[to]];
    const isOfTown = /^(мва|міськрада|мерія|адм|горсовет|мэрия)/.test(passage.tokens[from]?.text ?? '');
    const stem =
      isOfTown && before?.capital ? /^(.{3,})[сзц]ь?к(?:а|ої|ій|ая|ой)$/.exec(before.text)?.[1] : undefined;
    const names = stem === undefined ? [] : ['', 'ь', 'и', 'а', 'ськ', 'ск'].map(ending => stem + ending);
    if (isOfTown && after?.capital) names.push(passage.text.slice(after.start, after.end));
    for (const name of names) {
      const reading = searchPlaces(gazetteer, name, { governed: true });
      const [place, ...others] = withoutSmallNamesakes(placesOf({ reading }));
      if (!place || !isDeclined(name, place)) continue;
      const words = spanOf(passage, { from: from - (stem === undefined ? 0 : 1), to });
      return others.length === 0
        ? sure(place, words)
        : unsure([place, ...others].slice(0, mostOffered), words);
    }
  }
  return undefined;
};

/** Where the teller is from is offered when no other place is named, and never taken. */
const originField = (passage: Passage, gazetteer: Gazetteer): Field<Place> | undefined => {
  const [origin] = findOrigins(gazetteer, passage);
  const places = origin ? placesOf(origin).slice(0, mostOffered) : [];
  if (!origin || places.length === 0) return undefined;
  return unsure(places, { start: origin.index, end: origin.index + origin.length });
};

/** "a village near Kharkiv" is not Kharkiv. */
const besideVillage =
  /(сел\S*|деревн\S*|хут\S*|village|town)\s+(під|под|біля|коло|near|возле|outside|недалеко від|недалеко от)\s+$/iu;

const routeBefore = /\p{Lu}\p{Ll}+\s[–—-]\s$/u;

/** "Not Kharkiv, Chuhuiv!" */
/** How many characters before a name "not in" may stand. */
const denialReach = 12;
const deniedBefore = /(^|[\s,.(])(не|not|ні)\s+(в\s+|у\s+|in\s+)?$/iu;

const prepositionBefore = /(^|[\s(,])(в|у|in|at|по|під|біля|на|near)\s+$/iu;

/** "Запорізька ОВА", "Zaporizhzhia regional administration", "прокуратура Харківської області": words of an institution's name. */
const namesInstitution = (
  passage: Passage,
  mention: PlaceMention,
  institutions: readonly Span[],
): boolean => {
  const end = mention.index + mention.length;
  const isPlaced = prepositionBefore.test(passage.text.slice(Math.max(0, mention.index - 8), mention.index));
  return institutions.some(span => {
    if (mention.index < span.end && span.start < end) return true;
    const gap = mention.index >= span.end ? mention.index - span.end : span.start - end;
    const isHeading = mention.index >= span.end && /^\s*[:—–-]/.test(passage.text.slice(end, end + 3));
    return gap <= 1 && (isDivision(mention) || isHeading || (end <= span.start && !isPlaced));
  });
};

/** The place that is called so today, before one that once was. */
const todaysOf = (words: string, places: readonly Place[]): readonly Place[] => {
  const todays = places.filter(place =>
    Object.values(place.settlement?.names ?? {}).some(name => fold(name) === fold(words)),
  );
  return todays.length === 1 ? todays : places;
};

const largePopulation = 100_000;
const cityPopulation = 50_000;
/** A town of this many people is meant by its name, unless a namesake is not far smaller. */
const townPopulation = 10_000;
const farSmaller = 10;

/** "Миколаїв" is the city of half a million, not the town of fifteen thousand; between others nothing is chosen. */
const withoutSmallNamesakes = (places: readonly Place[]): readonly Place[] => {
  const [first, ...others] = places;
  const population = first?.settlement?.population ?? 0;
  if (!first || population < townPopulation) return places;
  const isSmall = ({ settlement }: Place) =>
    settlement !== undefined && settlement.population * farSmaller <= population;
  // A name that many places bear says little, unless one is a city.
  const isRare = others.length <= 2 || population >= cityPopulation;
  return isRare && others.every(isSmall) ? [first] : places;
};

/** A region named beside one of its districts says nothing more. */
const finest = (places: readonly Place[]): readonly Place[] =>
  places.filter(
    place =>
      place.precision !== 'region' ||
      !places.some(other => other.precision === 'district' && other.region === place.region),
  );
