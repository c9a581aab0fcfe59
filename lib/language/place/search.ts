import { distanceKm } from '../../place/distance.ts';
import {
  type Gazetteer,
  type GazetteerSettlement,
  placeOfSettlement,
} from '../../place/gazetteer/gazetteer.ts';
import { isOwn, type Match, matchByGuess, partCost, rank } from '../../place/gazetteer/lookup.ts';
import { otherLayouts } from '../../place/gazetteer/spelling.ts';
import type { Place, PlacePrecision, Point } from '../../place/place.ts';
import type { DivisionMention } from './division.ts';
import { type Hit, type Parts, partsOf } from './parts.ts';
import type { Run } from './phrase.ts';
import { placeAway, placeBetween } from './relation.ts';
import { communityWords, everydayNames, isNever } from './words.ts';

/** How many settlements are offered at most. */
export const mostOffered = 8;

/** The longest answer that is read as one place; more is an account, and `findPlaces` reads it. */
const longestAnswer = 300;

/**
 * What a typed answer to "where?" says. `words` are the person's own, always kept.
 * - `one`: one settlement, by its own name (in any of the languages; in a case when a preposition governs it), and no
 *   other of that name is known. A small one is taken only with its region or district named, or when its name is rare.
 * - `choose`: the likeliest places, best first: namesakes, other spellings, typing errors, two names. Never take one
 *   unasked. `total` may exceed the places offered: then ask for the region. `region` when it was named.
 * - `region`, `district`: nothing finer was named.
 * - `near`: at a distance from a settlement, or between two; `place` has precision `district` and the words.
 * - `unknown`: nothing recognised; `region` when at least that was named.
 */
export type PlaceReading = Readonly<{ words: string }> &
  (
    | Readonly<{ kind: 'one'; place: Place }>
    | Readonly<{ kind: 'choose'; places: readonly [Place, ...Place[]]; total: number; region?: string }>
    | Readonly<{ kind: 'region'; place: Place; region: string }>
    | Readonly<{ kind: 'district'; place: Place; region: string }>
    | Readonly<{ kind: 'near'; place: Place }>
    | Readonly<{ kind: 'unknown'; region?: string }>
  );

export type SearchHints = Readonly<{
  /** A point that the person reported before in this draft: the nearer namesake comes first. */
  near?: Point;
  /** A region already known (ISO 3166-2): settlements of other regions are not taken. */
  region?: string;
  /** The words before this text, not in it, govern a case: "по" in "по Малокатеринівці". */
  governed?: boolean;
}>;

/** Reads a whole answer. Never throws, whatever the text. */
export const searchPlaces = (gazetteer: Gazetteer, text: string, hints: SearchHints = {}): PlaceReading => {
  const words = text.trim();
  const short = words.slice(0, longestAnswer);
  const search: Search = { gazetteer, words, hints };
  const parts = partsOf(gazetteer, short);
  return (
    read(search, parts) ??
    readOtherLayout(search, short) ??
    readByGuess(search, parts) ??
    unknown(search, parts)
  );
};

type Search = Readonly<{ gazetteer: Gazetteer; words: string; hints: SearchHints }>;

const read = (search: Search, parts: Parts): PlaceReading | undefined => {
  const { divisions, hits, strange } = parts;
  if (hits.length === 0) {
    const named = divisions.filter(
      mention => mention.kind === 'stated' || strange.every(run => isPartOf(run, mention)),
    );
    const rest = strange.filter(run => !named.some(mention => isPartOf(run, mention)));
    return rest.length === 0 ? divisionReading(search, parts, named) : undefined;
  }
  return relationReading(search, parts) ?? hitsReading(search, parts);
};

const isPartOf = (run: Run, mention: DivisionMention): boolean =>
  run.from >= mention.from && run.from + run.words.length <= mention.from + mention.count;

/** Where the answer says that the place lies: regions and districts named, and the region known before. */
const isWithin = (
  parts: Parts,
  hints: SearchHints,
  hit?: Hit,
): ((settlement: GazetteerSettlement) => boolean) => {
  const others = parts.divisions.filter(
    mention => mention.kind !== 'city' && (hit === undefined || !overlaps(mention, hit)),
  );
  const regions = new Set(others.flatMap(mention => mention.regions.map(region => region.code)));
  const districts = new Set(others.flatMap(mention => mention.districts.map(district => district.names.uk)));
  if (regions.size === 0 && hints.region !== undefined) regions.add(hints.region);
  return settlement =>
    (regions.size === 0 || regions.has(settlement.region)) &&
    (districts.size === 0 || districts.has(settlement.district?.names.uk ?? ''));
};

const overlaps = (mention: DivisionMention, hit: Hit): boolean =>
  mention.from < hit.from + hit.words.length && hit.from < mention.from + mention.count;

const hitsReading = (search: Search, parts: Parts): PlaceReading | undefined => {
  const { hints } = search;
  const adjectives = parts.divisions.filter(mention => mention.kind === 'adjective');
  const names = parts.hits.filter(hit => !adjectives.some(mention => overlaps(mention, hit)));
  const fitting = (names.length > 0 ? names : parts.hits)
    .map(hit => ({
      ...hit,
      matches: hit.matches.filter(match => isWithin(parts, hints, hit)(match.settlement)),
    }))
    .filter(hit => hit.matches.length > 0);
  const known = parts.strange.filter(run => !parts.divisions.some(mention => isPartOf(run, mention)));
  if (fitting.length === 0) {
    if (adjectives.length > 0 && parts.hits.every(hit => adjectives.some(mention => overlaps(mention, hit))))
      return divisionReading(search, parts, parts.divisions);
    const large = parts.hits
      .flatMap(hit => hit.matches)
      .filter(match => match.settlement.population >= 10_000);
    return choice(search, parts, large);
  }
  const [first, ...others] = fitting;
  if (first === undefined) return undefined;
  const shared = others.length > 0 ? sharedBy(fitting) : undefined;
  if (shared && known.length === 0) return one(search, parts, shared);
  if (others.length > 0) return severalHits(search, parts, fitting);
  const match = first.matches[0];
  const isSure =
    first.matches.length === 1 &&
    known.length === 0 &&
    isOwn(match) &&
    !isEveryday(search, first) &&
    (match?.kind === 'exact' || first.from > 0 || hints.governed === true) &&
    (isLocated(parts, hints) || isUnmistakable(match));
  return isSure ? one(search, parts, match) : choice(search, parts, first.matches);
};

/** "щастя" without a capital may be no answer at all. */
const isEveryday = ({ words }: Search, hit: Hit): boolean =>
  everydayNames.has(hit.words.join('')) && !/\p{Lu}/u.test(words);

/** True when a region or district was named, or was known before. */
const isLocated = ({ divisions }: Parts, { region }: SearchHints): boolean =>
  region !== undefined || divisions.some(mention => mention.kind !== 'city');

/** The gazetteer lacks most villages: below this population, one of them may bear the same name. */
const knownPopulation = 3000;

/** A former or foreign name is taken only for a town: small places' old names are anybody's. */
const knownTown = 10_000;

/** Large enough, or of a name that hardly repeats: of several words, or in -ськ. */
const isUnmistakable = (match: Match | undefined): boolean => {
  if (match === undefined || match.settlement.made || match.cost >= partCost) return false;
  const { population, names } = match.settlement;
  return match.cost > 0
    ? population >= knownTown
    : population >= knownPopulation || /[ -]|[сц]ьк$/.test(names.uk);
};

/** "Шевченківський район Києва": the only city that all the names of an answer may be, one of them its own. */
const sharedBy = (hits: readonly Hit[]): Match | undefined => {
  const [first, ...others] = hits.map(hit => hit.matches);
  const shared = first?.filter(({ settlement }) =>
    others.every(matches => matches.some(match => match.settlement === settlement)),
  );
  const [only] = shared ?? [];
  const own = hits
    .flatMap(hit => hit.matches)
    .find(match => match.settlement === only?.settlement && match.cost === 0);
  return shared?.length === 1 && isOwn(own) ? own : undefined;
};

/** "Антонівка під Херсоном", "Миколаївка, Краматорськ": the larger place tells which of the smaller is meant. */
const severalHits = (search: Search, parts: Parts, hits: readonly Hit[]): PlaceReading | undefined => {
  const pairs = hits.flatMap((hit, at) =>
    hits
      .filter((_, other) => other !== at)
      .flatMap(other => hit.matches.flatMap(match => relate(match, other)).map(fit => ({ ...fit, hit }))),
  );
  const best = Math.min(...pairs.map(pair => pair.km));
  const located = pairs.filter(pair => pair.km <= Math.max(best, 40)).sort((a, b) => a.km - b.km);
  const matches = located.map(pair => pair.match);
  const all = [...matches, ...hits.flatMap(hit => hit.matches)];
  return choice(search, parts, [...new Map(all.map(match => [match.settlement.id, match])).values()], true);
};

/** A smaller place that lies by a larger one, or in the region or district of which that is the seat. */
const relate = (match: Match, other: Hit): readonly Readonly<{ match: Match; km: number }>[] =>
  other.matches.flatMap(seat => {
    if (seat.settlement === match.settlement || seat.settlement.population <= match.settlement.population)
      return [];
    const km = distanceKm(match.settlement.point, seat.settlement.point);
    const inside =
      seat.settlement.population >= 100_000 && seat.settlement.region === match.settlement.region;
    const sameDistrict =
      seat.settlement.district !== undefined && seat.settlement.district === match.settlement.district;
    return km < 40 || inside || sameDistrict ? [{ match, km }] : [];
  });

const relationReading = (search: Search, parts: Parts): PlaceReading | undefined => {
  const { gazetteer, words } = search;
  const { relation, hits } = parts;
  if (relation === undefined) return undefined;
  const fits = (hit: Hit | undefined): readonly Match[] =>
    hit?.matches.filter(match => isWithin(parts, search.hints, hit)(match.settlement)) ?? [];
  if (relation.kind === 'between') {
    const [first, second] = [fits(hits[0]), fits(hits[1])];
    const pairs = first
      .flatMap(a => second.map(b => ({ a, b, km: distanceKm(a.settlement.point, b.settlement.point) })))
      .filter(pair => pair.a.settlement !== pair.b.settlement)
      .sort((x, y) => x.km - y.km);
    const least = pairs[0]?.km ?? 0;
    const places = pairs
      .filter(pair => pair.km <= 2 * least)
      .slice(0, 3)
      .map(({ a, b }) => placeBetween(a.settlement, b.settlement, words));
    return near(search, places);
  }
  const matches = nearestFirst(fits(hits[0]), search.hints.near);
  return near(
    search,
    matches.slice(0, mostOffered).map(match => placeAway(gazetteer, match.settlement, relation, words)),
  );
};

const near = ({ words }: Search, places: readonly Place[]): PlaceReading | undefined => {
  const [first, ...others] = places;
  if (first === undefined) return undefined;
  return others.length === 0
    ? { kind: 'near', place: first, words }
    : { kind: 'choose', places: [first, ...others], total: places.length, words };
};

const precisionOf = (parts: Parts): PlacePrecision => {
  if (parts.hasAddress) return 'street';
  return parts.tokens.some(token => communityWords.has(token.word)) ? 'district' : 'settlement';
};

const placeOf = ({ words }: Search, parts: Parts, { settlement }: Match): Place =>
  placeOfSettlement(settlement, { origin: 'typed', precision: precisionOf(parts), words });

const one = (search: Search, parts: Parts, match: Match | undefined): PlaceReading | undefined =>
  match && { kind: 'one', place: placeOf(search, parts, match), words: search.words };

const choice = (
  search: Search,
  parts: Parts,
  matches: readonly Match[],
  inOrder = false,
): PlaceReading | undefined => {
  const ordered = inOrder ? matches : nearestFirst(rank(matches), search.hints.near);
  const [first, ...others] = ordered.slice(0, mostOffered).map(match => placeOf(search, parts, match));
  if (first === undefined) return undefined;
  return {
    kind: 'choose',
    places: [first, ...others],
    total: ordered.length,
    words: search.words,
    region: regionOf(search, parts),
  };
};

/** Among matches of equal kind, those near to what was reported before come first. */
const nearestFirst = (matches: readonly Match[], near: Point | undefined): readonly Match[] => {
  if (near === undefined) return matches;
  const close = (match: Match): number => (distanceKm(match.settlement.point, near) < 60 ? 0 : 1);
  return matches.toSorted((a, b) => (a.kind === b.kind && a.cost === b.cost ? close(a) - close(b) : 0));
};

const regionOf = ({ hints }: Search, { divisions }: Parts): string | undefined =>
  divisions.flatMap(mention => [
    ...mention.regions.map(region => region.code),
    ...mention.districts.map(({ region }) => region),
  ])[0] ?? hints.region;

const divisionReading = (
  { words }: Search,
  _parts: Parts,
  divisions: readonly DivisionMention[],
): PlaceReading | undefined => {
  const regions = divisions.flatMap(mention => mention.regions);
  const districts = divisions.flatMap(mention => mention.districts);
  const district =
    districts.find(({ region }) => regions.some(({ code }) => code === region)) ?? districts[0];
  if (district !== undefined) {
    const { region, names } = district;
    return {
      kind: 'district',
      region,
      words,
      place: { precision: 'district', origin: 'typed', region, district: names, words },
    };
  }
  const region = regions[0]?.code;
  if (region === undefined) return undefined;
  return { kind: 'region', region, words, place: { precision: 'region', origin: 'typed', region, words } };
};

/** Typed on the wrong keyboard layout: whatever that gives is offered, never taken. */
const readOtherLayout = (search: Search, text: string): PlaceReading | undefined => {
  for (const retyped of otherLayouts(text)) {
    const parts = partsOf(search.gazetteer, retyped);
    if (parts.strange.length > 0) continue;
    const matches = parts.hits
      .flatMap(hit => hit.matches)
      .map((match): Match => ({ ...match, kind: 'layout' }));
    const found = choice(search, parts, matches);
    if (found) return found;
  }
  return undefined;
};

/** Other letters and typing errors: the strange words, together and one by one, and names that are not where it says. */
const readByGuess = (search: Search, parts: Parts): PlaceReading | undefined => {
  const within = isWithin(parts, search.hints);
  const runs = parts.strange.filter(run => !parts.divisions.some(mention => isPartOf(run, mention)));
  const attempts = [...runs, ...parts.hits]
    .filter(run => !isNever(run.words, parts.tokens[run.from - 1]?.word))
    .flatMap(run => [run.words, ...(run.words.length > 1 ? run.words.map(word => [word]) : [])]);
  for (const words of attempts) {
    const matches = matchByGuess(search.gazetteer, words).filter(match => within(match.settlement));
    if (matches.length === 0) continue;
    const { relation } = parts;
    if (relation?.kind === 'away') {
      const places = matches
        .slice(0, mostOffered)
        .map(match => placeAway(search.gazetteer, match.settlement, relation, search.words));
      const [first, ...others] = places;
      if (first)
        return { kind: 'choose', places: [first, ...others], total: matches.length, words: search.words };
    }
    return choice(search, parts, matches);
  }
  return undefined;
};

const unknown = (search: Search, parts: Parts): PlaceReading => ({
  kind: 'unknown',
  words: search.words,
  region: regionOf(search, parts),
});
