import { type Gazetteer, placeOfSettlement } from '../place/gazetteer/gazetteer.ts';
import { ownNameMatches } from '../place/gazetteer/lookup.ts';
import { normalise } from '../place/gazetteer/spelling.ts';
import type { Place } from '../place/place.ts';
import type { Munition } from '../report/vocabulary.ts';
import { makeDate } from '../time/date.ts';
import type { Occurred } from '../time/occurred.ts';
import type { TimeContext, TimeReading } from '../time/reading.ts';
import { type MunitionSaid, munitionsIn, typesOf } from './answer/munition.ts';
import type { Findings } from './passage/finding.ts';
import { readPassage, type Span, spanOf } from './passage/passage.ts';
import { findDivisions } from './place/division.ts';
import { type PlaceReading, searchPlaces } from './place/search.ts';
import { fillers } from './place/words.ts';
import { beginningOf } from './text/cut.ts';
import { cleanText } from './text/text.ts';
import { findTimes, readTime } from './time/read.ts';

/**
 * What a reader asks to see: "cluster Kharkiv", "Харківська область березень 2022". Of each kind: none was named, the one
 * that was, or several of which the words do not say one, so that it is asked. Nothing is chosen among equals.
 */
export type Request = Readonly<{
  /** Settlements, districts, regions. */
  places: readonly Place[];
  /** Even a single place is asked about: the words only resemble its name. */
  guessed: boolean;
  /** More places are called so than are listed. */
  hasMore: boolean;
  munitions: readonly Munition[];
  times: readonly Occurred[];
  /** The words can be read as one of all these or the other: they do not go together. */
  either: boolean;
  /** A time was named that has not come yet. */
  future: boolean;
  /** Words that are none of these; undefined when everything was understood. */
  unread?: string;
}>;

const longestRequest = 200;

type Context = TimeContext & Readonly<{ gazetteer: Gazetteer }>;

/** Reads what follows a reader's command. Never throws, whatever the text. */
export const readRequest = (text: string, context: Context): Request => {
  const words = beginningOf(cleanText(text).replace(/\s+/g, ' ').trim(), longestRequest);
  return isName(context.gazetteer, words) ? readName(words, context) : readParts(words, context);
};

const nothing: Request = {
  places: [],
  guessed: false,
  hasMore: false,
  munitions: [],
  times: [],
  either: false,
  future: false,
};

/** The whole is a settlement's own name: it may be a month or a weapon as well (Жовтень), and then either is meant. */
const readName = (words: string, context: Context): Request => {
  const { spans, ...time } = timesIn(words, context);
  const isTime = rest(words, spans) === '' && spans.length > 0;
  const times = isTime ? time.times : monthsOf(readTime(words, context));
  const said = munitionsIn(readPassage(words));
  const munitions = rest(words, spansOf(words, said)) === '' ? typesIn(said) : [];
  return {
    ...nothing,
    ...placesOf(searchPlaces(context.gazetteer, words), context.gazetteer),
    munitions,
    times,
    either: times.length + munitions.length > 0,
  };
};

const readParts = (words: string, context: Context): Request => {
  const { spans, times, future } = timesIn(words, context);
  const timeless = rest(words, spans);
  const said = isName(context.gazetteer, timeless) ? undefined : munitionsIn(readPassage(timeless));
  const munitions = said ? typesIn(said) : [];
  const name = said ? rest(timeless, spansOf(timeless, said)) : timeless;
  const known = { ...nothing, times, future, munitions };
  const isEmpty = times.length + munitions.length === 0 && !future && words !== '';
  if (!hasContent(name)) return isEmpty ? { ...known, unread: words } : known;
  const reading = searchPlaces(context.gazetteer, name);
  return reading.kind === 'choose' || reading.kind === 'unknown'
    ? readAgain(name, reading, known, context)
    : { ...known, ...placesOf(reading, context.gazetteer) };
};

/** Words that name no place surely: with typing errors they may be a munition or a time. */
const readAgain = (name: string, reading: PlaceReading, known: Request, context: Context): Request => {
  const { gazetteer } = context;
  const guessed = known.munitions.length === 0 ? munitionsIn(readPassage(name), true) : undefined;
  const munitions = guessed ? typesIn(guessed) : known.munitions;
  const others = guessed && munitions.length > 0 ? rest(name, spansOf(name, guessed)) : name;
  if (others !== name && hasContent(others)) {
    const beside = searchPlaces(gazetteer, others);
    if (beside.kind !== 'unknown') return { ...known, munitions, ...placesOf(beside, gazetteer) };
  }
  const time = known.times.length === 0 ? readTime(name, context) : undefined;
  const times = time ? timesOf(time) : known.times;
  const found = { munitions, times, future: known.future || time?.kind === 'future' };
  const isRead = (others !== name && !hasContent(others)) || (time !== undefined && times.length > 0);
  const places = placesOf(reading, gazetteer);
  if (reading.kind === 'unknown')
    return { ...known, ...found, ...places, unread: isRead || found.future ? undefined : name };
  const isAlone = known.munitions.length === 0 && known.times.length === 0;
  // A month as it is written is no misspelt village.
  if (isRead && times.length > 0 && isMonth(name)) return { ...known, ...found };
  return isRead && isAlone && !namesSettlement(gazetteer, name)
    ? { ...known, ...found, ...places, either: true }
    : { ...known, ...places };
};

const isMonth = (words: string): boolean =>
  readPassage(words).all('month').length === words.match(/[\p{L}\p{N}]+/gu)?.length;

/** Is it, as it stands, the name of a settlement? */
const isName = (gazetteer: Gazetteer, words: string): boolean =>
  words !== '' &&
  ownNameMatches(gazetteer, normalise(words).split(' ')).some(match => match.kind === 'exact');

/** Does a settlement's own name stand among the words? */
const namesSettlement = (gazetteer: Gazetteer, text: string): boolean => {
  const words = normalise(text).split(' ');
  return words.some((_, from) =>
    [1, 2, 3].some(
      size =>
        from + size <= words.length && ownNameMatches(gazetteer, words.slice(from, from + size)).length > 0,
    ),
  );
};

const placesOf = (
  reading: PlaceReading,
  gazetteer: Gazetteer,
): Pick<Request, 'places' | 'guessed' | 'hasMore'> => {
  switch (reading.kind) {
    case 'one':
      return { places: withRegions(reading.place, reading.words, gazetteer), guessed: false, hasMore: false };
    case 'choose':
      return { places: reading.places, guessed: true, hasMore: reading.total > reading.places.length };
    case 'unknown': {
      const region = regionPlace(reading.region);
      return { places: region ? [region] : [], guessed: false, hasMore: false };
    }
    case 'near': {
      const { settlement, region } = reading.place;
      const named = gazetteer.settlements.find(({ id }) => id === settlement?.id);
      const around = regionPlace(region);
      return {
        places: [named && placeOfSettlement(named, { origin: 'typed' }), around].filter(
          place => place !== undefined,
        ),
        guessed: false,
        hasMore: false,
      };
    }
    default:
      return { places: [reading.place], guessed: false, hasMore: false };
  }
};

const regionPlace = (region: string | undefined): Place | undefined =>
  region === undefined ? undefined : { precision: 'region', origin: 'typed', region };

/**
 * A name that a city shares with a region ("Kharkiv") may be either; a region that is the city itself (Київ) is that
 * region. In Ukrainian and Russian the region's name is another word.
 */
const withRegions = (place: Place, words: string, gazetteer: Gazetteer): readonly Place[] => {
  const shared = findDivisions(gazetteer, normalise(words).split(' '))
    .filter(({ kind }) => kind === 'city')
    .flatMap(({ regions }) => regions);
  const [region] = shared;
  if (!region || region.code !== place.region) return [place];
  const asRegion: Place = { precision: 'region', origin: 'typed', region: region.code };
  return region.names.uk === place.settlement?.names.uk ? [asRegion] : [place, asRegion];
};

const typesIn = ({ said, unknown }: Findings<MunitionSaid>): readonly Munition[] => {
  const types = typesOf(said);
  return types.length === 0 && unknown ? [] : types;
};

const spansOf = (text: string, { said }: Findings<MunitionSaid>): readonly Span[] => {
  const passage = readPassage(text);
  return said.map(one => spanOf(passage, one));
};

/** Years and months as readers write them, which in an account would rather be something else: 2022, 2022–2024, 03.2022. */
const years = /(?<![\d.:/-])(?:19|20)\d{2}(?:\s*[-–—]\s*(?:19|20)\d{2})?(?![\d:/]|[.-]\d)/g;
const numericMonth =
  /(?<![\d.:/-])(?:(0?[1-9]|1[0-2])[./]((?:19|20)\d{2})|((?:19|20)\d{2})[-./](0[1-9]|1[0-2]))(?![\d:/]|[.-]\d)/g;

type Times = Readonly<{ spans: readonly Span[]; times: readonly Occurred[]; future: boolean }>;

const timesIn = (text: string, context: TimeContext): Times => {
  const found: (Span & { readings: readonly TimeReading[] })[] = [];
  const add = (start: number, length: number, reading: TimeReading): void => {
    const end = start + length;
    const isNew = found.every(other => end <= other.start || other.end <= start);
    if (isNew && reading.kind !== 'not_understood') found.push({ start, end, readings: [reading] });
  };
  for (const { 0: words, 1: month, 2: year, 3: isoYear, 4: isoMonth, index } of text.matchAll(numericMonth))
    add(index, words.length, monthReading(Number(year ?? isoYear), Number(month ?? isoMonth), context));
  for (const { index, length, reading } of findTimes(text, context)) add(index, length, reading);
  for (const { 0: words, index } of text.matchAll(years)) add(index, words.length, readTime(words, context));
  const readings = found.flatMap(one => one.readings);
  return {
    spans: found,
    times: distinct(readings.flatMap(timesOf)),
    future: readings.some(({ kind }) => kind === 'future'),
  };
};

const monthReading = (year: number, month: number, context: TimeContext): TimeReading => {
  const day = makeDate(year, month, 1);
  return day ? readTime(`${monthNames[month - 1]} ${year}`, context) : { kind: 'not_understood' };
};

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

const timesOf = (reading: TimeReading): readonly Occurred[] => {
  if (reading.kind === 'understood') return reading.occurred.start === undefined ? [] : [reading.occurred];
  return reading.kind === 'choose' || reading.kind === 'skipped_hour' ? reading.options : [];
};

const distinct = (times: readonly Occurred[]): readonly Occurred[] =>
  times.filter(
    (time, at) => times.findIndex(({ start, end }) => start === time.start && end === time.end) === at,
  );

/** What is left of a text without some of it. */
const rest = (text: string, spans: readonly Span[]): string => {
  let left = text;
  for (const { start, end } of spans.toSorted((a, b) => b.start - a.start))
    left = `${left.slice(0, start)} ${left.slice(end)}`;
  return left.replace(/\s+/g, ' ').replace(/^[\s,.;:()–—-]+|[\s,.;:()–—-]+$/gu, '');
};

const joining = new Set('for of and the про за о об і й и та by with from munition munitions'.split(' '));

/** A month that is a village's name as well (Жовтень). */
const monthsOf = (reading: TimeReading): readonly Occurred[] =>
  timesOf(reading).filter(({ precision }) => precision === 'month');

/** Does it say anything by itself? */
const hasContent = (text: string): boolean =>
  normalise(text)
    .split(' ')
    .some(word => word !== '' && !fillers.has(word) && !joining.has(word));
