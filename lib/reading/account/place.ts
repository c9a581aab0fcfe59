import { findOrigins, findPlaces, type PlaceMention } from '../../language/place/mention.ts';
import { type PlaceReading, searchPlaces } from '../../language/place/search.ts';
import type { Gazetteer } from '../../place/gazetteer/gazetteer.ts';
import type { Place } from '../../place/place.ts';
import { fold } from '../text.ts';
import { type Field, sure, unsure } from './field.ts';
import type { Passage, Span } from './passage.ts';
import type { Targets } from './teller.ts';

/** How many places are offered at most. */
const mostOffered = 8;

const placesOf = ({ reading }: PlaceMention): readonly Place[] => {
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
  whole: Passage,
  gazetteer: Gazetteer,
  institutions: readonly Span[],
  targets: Targets,
): Field<Place> | undefined => {
  const found = findPlaces(gazetteer, whole.text).filter(mention => placesOf(mention).length > 0);
  const mentions = [...found, ...targetMentions(whole, gazetteer, targets, found)].toSorted(
    (a, b) => a.index - b.index,
  );
  const divisions = mentions.filter(isDivision);
  const regions = new Set(
    divisions.flatMap(({ reading }) => ('place' in reading ? (reading.place.region ?? []) : [])),
  );
  const districts = new Set(
    divisions.flatMap(({ reading }) => ('place' in reading ? (reading.place.district?.uk ?? []) : [])),
  );
  const own = mentions.filter(
    mention =>
      !namesInstitution(whole, mention, institutions) &&
      !deniedBefore.test(whole.text.slice(0, mention.index)),
  );
  const named = own.filter(mention => !isDivision(mention));
  const ofInstitutions = mentions.filter(mention => !isDivision(mention));
  const telling = [named, own, ofInstitutions].find(list => list.length > 0) ?? [];
  const [first] = telling;
  const last = telling.at(-1);
  if (!first || !last) return originField(whole, gazetteer);
  const fits = (place: Place): boolean =>
    (regions.size === 0 || (place.region !== undefined && regions.has(place.region))) &&
    (districts.size === 0 || (place.district !== undefined && districts.has(place.district.uk ?? '')));
  const options = new Map<string, Place>();
  for (const mention of telling) {
    const places = placesOf(mention);
    const fitting = places.filter(fits);
    for (const place of withoutSmallNamesakes(fitting.length > 0 ? fitting : places))
      options.set(key(place), place);
  }
  const words = { start: first.index, end: last.index + last.length };
  const places = finest([...options.values()]);
  const [only] = places;
  const certain = telling.every(
    ({ reading }) =>
      reading.kind !== 'choose' ||
      reading.places.filter(fits).length < reading.places.length ||
      withoutSmallNamesakes(reading.places).length < reading.places.length,
  );
  const isBeside = besideVillage.test(whole.text.slice(Math.max(0, first.index - 30), first.index));
  return only && places.length === 1 && certain && !isBeside
    ? sure(only, words)
    : unsure(places.slice(0, mostOffered), words);
};

/** The places among the objects of an attack that the search of the whole text passed over. Surely known ones only. */
const targetMentions = (
  whole: Passage,
  gazetteer: Gazetteer,
  targets: Targets,
  found: readonly PlaceMention[],
): readonly PlaceMention[] => {
  const mentions: PlaceMention[] = [];
  const taken = ({ start, end }: Span): boolean =>
    [...found, ...mentions].some(({ index, length }) => index < end && start < index + length);
  for (const span of [...targets.aimed, ...targets.alone]) {
    if (taken(span)) continue;
    const words = whole.text.slice(span.start, span.end);
    const reading = searchPlaces(gazetteer, words);
    const place = likeliestPlace(reading);
    const known = place?.settlement?.population ?? 0;
    const isCapital = /^\p{Lu}/u.test(words);
    if (targets.alone.includes(span) && known < (isCapital ? leastAlone : largePopulation)) continue;
    const mention = { index: span.start, length: span.end - span.start, words };
    if (reading.kind === 'one') mentions.push({ ...mention, reading });
    if (reading.kind !== 'choose') continue;
    const [only, ...namesakes] = withoutSmallNamesakes(reading.places);
    if (only && namesakes.length === 0 && isDeclined(words, only))
      mentions.push({ ...mention, reading: { kind: 'one', place: only, words } });
  }
  return mentions;
};

const likeliestPlace = (reading: PlaceReading): Place | undefined => {
  if (reading.kind === 'choose') return reading.places[0];
  return reading.kind === 'one' ? reading.place : undefined;
};

/** A name that stands alone may be anything ("Мирне", "Зоря") unless the place is as large as this. */
const leastAlone = 20_000;

/** Whether a word is a place's name but for its ending ("Степногірська"). */
const isDeclined = (word: string, { settlement }: Place): boolean => {
  const typed = fold(word);
  return Object.values(settlement?.names ?? {}).some(name => {
    const known = fold(name);
    let same = 0;
    while (same < typed.length && typed[same] === known[same]) same++;
    return same >= 4 && known.length - same <= 3 && typed.length - same <= 3;
  });
};

/** Where the teller is from is offered when no other place is named, and never taken. */
const originField = (whole: Passage, gazetteer: Gazetteer): Field<Place> | undefined => {
  const [origin] = findOrigins(gazetteer, whole.text);
  const places = origin ? placesOf(origin).slice(0, mostOffered) : [];
  if (!origin || places.length === 0) return undefined;
  return unsure(places, { start: origin.index, end: origin.index + origin.length });
};

/** "a village near Kharkiv" is not Kharkiv. */
const besideVillage =
  /(сел\S*|деревн\S*|хут\S*|village|town)\s+(під|под|біля|коло|near|возле|outside|недалеко від|недалеко от)\s+$/iu;

/** "Not Kharkiv, Chuhuiv!" */
const deniedBefore = /(^|[\s,.(])(не|not|ні)\s+(в\s+|у\s+|in\s+)?$/iu;

const prepositionBefore = /(^|[\s(,])(в|у|in|at|по|під|біля|на|near)\s+$/iu;

/** "Запорізька ОВА", "Zaporizhzhia regional administration", "прокуратура Харківської області": words of an institution's name. */
const namesInstitution = (whole: Passage, mention: PlaceMention, institutions: readonly Span[]): boolean => {
  const end = mention.index + mention.length;
  const isPlaced = prepositionBefore.test(whole.text.slice(Math.max(0, mention.index - 8), mention.index));
  return institutions.some(span => {
    if (mention.index < span.end && span.start < end) return true;
    const gap = mention.index >= span.end ? mention.index - span.end : span.start - end;
    return gap <= 1 && (isDivision(mention) || (end <= span.start && !isPlaced));
  });
};

/** A city of this many people is meant by its name, unless a namesake is not far smaller. */
const largePopulation = 100_000;
const farSmaller = 20;

/** "Миколаїв" is the city of half a million, not the town of fifteen thousand; between others nothing is chosen. */
const withoutSmallNamesakes = (places: readonly Place[]): readonly Place[] => {
  const [first, ...others] = places;
  const population = first?.settlement?.population ?? 0;
  if (!first || population < largePopulation) return places;
  const isSmall = ({ settlement }: Place) =>
    settlement !== undefined && settlement.population * farSmaller <= population;
  return others.every(isSmall) ? [first] : places;
};

/** A region named beside one of its districts says nothing more. */
const finest = (places: readonly Place[]): readonly Place[] =>
  places.filter(
    place =>
      place.precision !== 'region' ||
      !places.some(other => other.precision === 'district' && other.region === place.region),
  );
