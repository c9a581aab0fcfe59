import { distanceKm } from './distance.ts';
import { type DivisionMention, findDivisions } from './division.ts';
import { type Gazetteer, type GazetteerSettlement, placeOfSettlement } from './gazetteer.ts';
import { type Match, matchName } from './lookup.ts';
import type { Place, Point } from './place.ts';
import { normalise } from './spelling.ts';
import { communityWords, districtWords, fillers, regionWords } from './words.ts';

/** How many settlements are offered at most. */
const mostOffered = 6;

/**
 * What a typed answer to "where?" says. `words` are the person's own, always kept.
 * - `one`: one settlement, by its own name (in any case and any of the languages), and no other of that name is known.
 * - `choose`: the likeliest settlements, best first: namesakes, other spellings, typing errors. Never take one unasked.
 * - `region`, `district`: nothing finer was named.
 * - `near`: at a distance from a settlement, or between two; `place` has precision `district` and the words.
 * - `unknown`: nothing recognised; `region` when at least that was named.
 */
export type PlaceReading = Readonly<{ words: string }> &
  (
    | Readonly<{ kind: 'one'; place: Place }>
    | Readonly<{ kind: 'choose'; places: readonly [Place, ...Place[]]; region?: string }>
    | Readonly<{ kind: 'region'; place: Place; region: string }>
    | Readonly<{ kind: 'district'; place: Place; region: string }>
    | Readonly<{ kind: 'near'; place: Place }>
    | Readonly<{ kind: 'unknown'; region?: string }>
  );

export type SearchHints = Readonly<{
  /** A point that the person reported before in this draft: the nearer namesake comes first. */
  near?: Point;
  /** A region already known (ISO 3166-2): settlements of other regions are not offered when it has any. */
  region?: string;
}>;

type Within = Readonly<{ regions: ReadonlySet<string>; districts: ReadonlySet<string> }>;

const isWithin = (settlement: GazetteerSettlement, within: Within): boolean =>
  (within.regions.size === 0 || within.regions.has(settlement.region)) &&
  (within.districts.size === 0 || within.districts.has(settlement.district?.names.uk ?? ''));

/** Reads a whole answer. Never throws, whatever the text. */
export const searchPlaces = (gazetteer: Gazetteer, text: string, hints: SearchHints = {}): PlaceReading => {
  const words = text.trim();
  const reading = read(gazetteer, words.slice(0, 300), hints);
  return { ...reading, words };
};

type Unworded<Reading> = Reading extends PlaceReading ? Omit<Reading, 'words'> : never;

const read = (gazetteer: Gazetteer, text: string, hints: SearchHints): Unworded<PlaceReading> => {
  const tokens = normalise(
    text.replace(/['’]s\b/g, '').replace(/(^|[^\p{L}])р[-–— .]?н[.]?(?=$|[^\p{L}])/giu, '$1 район '),
  )
    .split(' ')
    .filter(token => token !== '');
  const divisions = findDivisions(gazetteer, tokens);
  const certain = divisions.filter(mention => mention.certain);
  const uncertain = divisions.filter(mention => !mention.certain);
  const rest = nameWords(tokens, certain);
  const withoutUncertain = nameWords(tokens, divisions);
  const within = combine(divisions, hints);

  if (rest.length === 0 && withoutUncertain.length === 0) return divisionReading(divisions, hints, text);
  // "Запорізька" may be the region beside a name, or (rarely) the name: the region first.
  for (const [names, mentions] of [
    [withoutUncertain, divisions],
    [rest, certain],
  ] as const) {
    if (names.length === 0) continue;
    const found = matchWithin(gazetteer, names, text, combine(mentions, hints));
    if (found.length > 0) return settlementReading(found, text, hints);
    if (uncertain.length === 0) break;
  }
  if (withoutUncertain.length === 0) return divisionReading(divisions, hints, text);
  const region = [...within.regions][0];
  return { kind: 'unknown', ...(region !== undefined && { region }) };
};

const combine = (mentions: readonly DivisionMention[], hints: SearchHints): Within => {
  const regions = new Set(mentions.flatMap(mention => mention.regions.map(region => region.code)));
  const districts = new Set(
    mentions.flatMap(mention => mention.districts.map(district => district.names.uk)),
  );
  if (regions.size === 0 && hints.region) regions.add(hints.region);
  return { regions, districts };
};

/** The words that may be a settlement's name. */
const nameWords = (tokens: readonly string[], mentions: readonly DivisionMention[]): readonly string[] => {
  const taken = new Set(
    mentions.flatMap(mention => Array.from({ length: mention.count }, (_, at) => mention.from + at)),
  );
  return tokens.filter(
    (token, at) =>
      !taken.has(at) &&
      !fillers.has(token) &&
      !regionWords.has(token) &&
      !districtWords.has(token) &&
      !communityWords.has(token),
  );
};

const matchWithin = (
  gazetteer: Gazetteer,
  names: readonly string[],
  text: string,
  within: Within,
): readonly Match[] => {
  const whole = matchName(gazetteer, names, names.length === 1 ? (names[0] ?? '') : text);
  return whole.filter(match => isWithin(match.settlement, within));
};

const settlementReading = (
  matches: readonly Match[],
  text: string,
  hints: SearchHints,
): Unworded<PlaceReading> => {
  const places = nearestFirst(matches, hints.near)
    .slice(0, mostOffered)
    .map(match => placeOfSettlement(match.settlement, { origin: 'typed', words: text }));
  const [first, ...others] = places;
  if (first === undefined) return { kind: 'unknown' };
  const own = matches[0]?.kind === 'exact' || matches[0]?.kind === 'declined';
  if (others.length === 0 && own) return { kind: 'one', place: first };
  return { kind: 'choose', places: [first, ...others] };
};

/** Among matches of equal kind, those near to what was reported before come first. */
const nearestFirst = (matches: readonly Match[], near: Point | undefined): readonly Match[] => {
  if (near === undefined) return matches;
  const close = (match: Match): number => (distanceKm(match.settlement.point, near) < 60 ? 0 : 1);
  return matches.toSorted((a, b) => (a.kind === b.kind && a.cost === b.cost ? close(a) - close(b) : 0));
};

const divisionReading = (
  divisions: readonly DivisionMention[],
  hints: SearchHints,
  words: string,
): Unworded<PlaceReading> => {
  const district = divisions.flatMap(mention => mention.districts)[0];
  if (district)
    return {
      kind: 'district',
      region: district.region,
      place: {
        precision: 'district',
        origin: 'typed',
        region: district.region,
        district: district.names,
        words,
      },
    };
  const region = divisions.flatMap(mention => mention.regions)[0]?.code;
  if (region !== undefined)
    return { kind: 'region', region, place: { precision: 'region', origin: 'typed', region, words } };
  return { kind: 'unknown', ...(hints.region && { region: hints.region }) };
};
