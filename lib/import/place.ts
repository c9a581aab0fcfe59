import { findDivisions } from '../language/place/division.ts';
import { distanceKm } from '../place/distance.ts';
import {
  type Gazetteer,
  type GazetteerDistrict,
  type GazetteerSettlement,
  placeOfSettlement,
} from '../place/gazetteer/gazetteer.ts';
import { type Match, namedMatches, rank } from '../place/gazetteer/lookup.ts';
import { normalise } from '../place/gazetteer/spelling.ts';
import { extentKm } from '../place/pin/extent.ts';
import { judgePoint } from '../place/pin/judge.ts';
import { placeOfPoint } from '../place/pin/pin.ts';
import { type Place, type PlacePrecision, type Point, placePrecisions } from '../place/place.ts';
import type { Mapping } from './mapping.ts';
import { type Findings, quoted } from './problem.ts';
import { type Row, readText } from './row.ts';

/** A named settlement may be so far from the coordinates beside it, beyond its own extent: files round, and mean a field near it. */
const farthestNamedKm = 25;

/** What a row says of a place. */
type Said = Readonly<{
  point: Point | undefined;
  precision: PlacePrecision | undefined;
  settlement: string | undefined;
  region: string | undefined;
  district: GazetteerDistrict | undefined;
  words: string | undefined;
}>;

/**
 * Where it happened: by the name of a settlement within its region, or by a point, as exact as the row says; undefined, with a
 * problem, when that is unknown, contradicts itself or lies outside the country.
 */
export const readPlace = (
  row: Row,
  mapping: Mapping,
  gazetteer: Gazetteer,
  findings: Findings,
): Place | undefined => {
  const said = readSaid(row, mapping, gazetteer, findings);
  if (!said) return undefined;
  const { precision, settlement, point } = said;
  if (precision === 'unknown') return { precision: 'unknown', origin: 'imported', words: said.words };
  if (precision === 'region') return areaOf(gazetteer, said, 'region');
  if (settlement !== undefined) return namedPlace(gazetteer, said, settlement, mapping, findings);
  if (!point) return areaOf(gazetteer, said, said.district ? 'district' : 'region');
  return pointPlace(gazetteer, said, point, findings);
};

const readSaid = (row: Row, mapping: Mapping, gazetteer: Gazetteer, findings: Findings): Said | undefined => {
  const { refuse } = findings;
  const point = readPoint(row, mapping, gazetteer, findings);
  if (point === 'refused') return undefined;
  const stated = readText(row, mapping.place.precision)?.toLowerCase();
  const precision = placePrecisions.find(one => one === stated);
  if (stated !== undefined && precision === undefined)
    return refuse('code', 'place.precision', `${quoted(stated)} is none of ${placePrecisions.join(', ')}`);
  const regionText = readText(row, mapping.place.region);
  const region = regionText === undefined ? undefined : regionOf(gazetteer, regionText);
  if (regionText !== undefined && region === undefined)
    return refuse('place', 'place.region', `${quoted(regionText)} is no region of the country`);
  const districtText = readText(row, mapping.place.district);
  const district = districtText === undefined ? undefined : districtOf(gazetteer, districtText, region);
  if (districtText !== undefined && !district)
    return refuse('place', 'place.district', `${quoted(districtText)} is no district that is known there`);
  return {
    point,
    precision,
    settlement: readText(row, mapping.place.settlement),
    region: region ?? district?.region,
    district,
    words: readText(row, mapping.place.words),
  };
};

const readPoint = (
  row: Row,
  { place }: Mapping,
  gazetteer: Gazetteer,
  { refuse }: Findings,
): Point | 'refused' | undefined => {
  const [lat, lon, accuracy] = [place.lat, place.lon, place.accuracyMetres].map(one =>
    // As spreadsheets of many languages write 49.99.
    readText(row, one)?.replace(/^([-+]?\d+),(\d+)$/, '$1.$2'),
  );
  if (lat === undefined && lon === undefined) return undefined;
  const refused = (kind: 'place' | 'outside', says: string): 'refused' => {
    refuse(kind, 'place', says);
    return 'refused';
  };
  const pair = `${lat ?? ''}, ${lon ?? ''}`;
  if (!isNumber(lat) || !isNumber(lon)) return refused('place', `${quoted(pair)} are no coordinates`);
  if (accuracy !== undefined && (!isNumber(accuracy) || Number(accuracy) < 0))
    return refused('place', `${quoted(accuracy)} is no accuracy in metres`);
  const accuracyMetres = accuracy === undefined ? undefined : Number(accuracy);
  const point = { lat: Number(lat), lon: Number(lon), accuracyMetres };
  switch (judgePoint(gazetteer, point).kind) {
    case 'zero':
      return refused('place', `${pair} is what broken devices send`);
    case 'swapped':
      return refused('place', `${pair} lie in the country only with latitude and longitude exchanged`);
    case 'outside':
      return refused('outside', `${pair} lie outside the country`);
    default:
      return point;
  }
};

const isNumber = (text: string | undefined): text is string =>
  /^[-+]?\d{1,3}(\.\d+)?$|^\d{1,6}(\.\d+)?$/.test(text ?? '');

/** A pin. It keeps the precision that the file states; without one, that of its accuracy. */
const pointPlace = (
  gazetteer: Gazetteer,
  said: Said,
  point: Point,
  { refuse }: Findings,
): Place | undefined => {
  const place = placeOfPoint(gazetteer, point, 'imported', said.words);
  if (said.region !== undefined && place.region !== said.region)
    return refuse(
      'place',
      'place',
      `${point.lat}, ${point.lon} lie in ${nameOfRegion(gazetteer, place.region)}, and the row says ${nameOfRegion(gazetteer, said.region)}`,
    );
  return coarser(place, said.precision);
};

/** A place as exact as a file says: where that is a settlement or less, the coordinates are those of its centre, and no pin. */
const coarser = (place: Place, precision: PlacePrecision | undefined): Place => {
  if (precision === undefined) return place;
  const isPin = precision === 'point' || precision === 'street';
  const { point: _, ...rest } = place;
  return isPin ? { ...place, precision } : { ...rest, precision };
};

const namedPlace = (
  gazetteer: Gazetteer,
  said: Said,
  name: string,
  { unknownPlaces }: Mapping,
  findings: Findings,
): Place | undefined => {
  const { refuse, note } = findings;
  const { point, region, district, precision } = said;
  const known = settlementsCalled(gazetteer, name);
  const there = known.filter(
    ({ settlement }) =>
      (region === undefined || settlement.region === region) &&
      (district === undefined || settlement.district?.names.uk === district.names.uk),
  );
  const near = point ? there.filter(({ settlement }) => isBy(settlement, point)) : there;
  const [best, ...others] = bestOf(near);
  if (!best) {
    const elsewhere = point ? there[0] : undefined;
    if (elsewhere && point)
      return refuse(
        'place',
        'place',
        `${name} is ${Math.round(distanceKm(elsewhere.settlement.point, point))} km from ${point.lat}, ${point.lon}`,
      );
    if (point) {
      note('place', `${quoted(name)} is not known: taken by its coordinates`);
      return pointPlace(gazetteer, { ...said, words: said.words ?? name }, point, findings);
    }
    const where = region === undefined ? '' : ` in ${nameOfRegion(gazetteer, region)}`;
    if (unknownPlaces !== 'keep') return refuse('place', 'place', `${quoted(name)} is not known${where}`);
    note('place', `${quoted(name)} is not known${where}: kept as words, within the region`);
    return areaOf(gazetteer, { ...said, words: said.words ?? name }, district ? 'district' : 'region');
  }
  if (others.length > 0 && !point)
    return refuse(
      'place',
      'place',
      `${others.length + 1} places are called ${name}: ${[best, ...others]
        .slice(0, 4)
        .map(one => `${one.names.en} (${one.district?.names.en ?? nameOfRegion(gazetteer, one.region)})`)
        .join(', ')}; say which by its district or coordinates`,
    );
  const exact = precision ?? (point && point.accuracyMetres !== undefined ? undefined : 'settlement');
  const pinned = point && (exact === undefined || exact === 'point' || exact === 'street');
  return placeOfSettlement(best, {
    origin: 'imported',
    precision: exact ?? placeOfPoint(gazetteer, point as Point, 'imported').precision,
    words: said.words,
    point: pinned ? point : undefined,
  });
};

const isBy = ({ point: centre, population }: GazetteerSettlement, point: Point): boolean =>
  distanceKm(centre, point) <= extentKm(population) + farthestNamedKm;

/** The settlements of the best kind of match: today's names before former ones. */
const bestOf = (matches: readonly Match[]): readonly GazetteerSettlement[] => {
  const [first] = matches;
  return matches
    .filter(match => match.kind === first?.kind && match.cost === first.cost)
    .map(({ settlement }) => settlement);
};

const memo = <Value>(make: (gazetteer: Gazetteer, name: string) => Value) => {
  const known = new WeakMap<Gazetteer, Map<string, Value>>();
  return (gazetteer: Gazetteer, name: string): Value => {
    const names = known.get(gazetteer) ?? new Map<string, Value>();
    known.set(gazetteer, names);
    const found = names.get(name);
    if (found !== undefined) return found;
    const made = make(gazetteer, name);
    names.set(name, made);
    return made;
  };
};

const settlementsCalled = memo((gazetteer, name) =>
  rank(namedMatches(gazetteer, normalise(name).split(' '))),
);

const regionsCalled = memo((gazetteer, name): readonly string[] => {
  const key = normalise(name);
  const own = gazetteer.regions.filter(
    ({ code, names, also }) =>
      code.toLowerCase() === name.toLowerCase() ||
      [names.uk, names.en, names.ru, ...also].some(one => normalise(one) === key),
  );
  if (own.length > 0) return own.map(({ code }) => code);
  return findDivisions(gazetteer, `${key} region`.split(' ')).flatMap(({ regions }) =>
    regions.map(({ code }) => code),
  );
});

/** The region of a name or an ISO code; undefined when it is none, or several. */
export const regionOf = (gazetteer: Gazetteer, name: string): string | undefined => {
  const codes = new Set(regionsCalled(gazetteer, name));
  const [only] = codes;
  return codes.size === 1 ? only : undefined;
};

const districtsCalled = memo((gazetteer, name) =>
  findDivisions(gazetteer, `${normalise(name)} district`.split(' ')).flatMap(({ districts }) => districts),
);

const districtOf = (
  gazetteer: Gazetteer,
  name: string,
  region: string | undefined,
): GazetteerDistrict | undefined =>
  districtsCalled(gazetteer, name).find(one => region === undefined || one.region === region);

/** A region or district, of the names or of the one in which the point lies, without the point: its centre is not the place. */
const areaOf = (gazetteer: Gazetteer, said: Said, precision: 'region' | 'district'): Place => {
  const { point, words, district } = said;
  const by = point && placeOfPoint(gazetteer, point, 'imported');
  const region = said.region ?? by?.region;
  const origin = 'imported' as const;
  if (region === undefined) return { precision: 'unknown', origin, words };
  return precision === 'district' && district
    ? { precision, origin, region, district: district.names, words }
    : { precision: 'region', origin, region, words };
};

const nameOfRegion = ({ regions }: Gazetteer, code: string | undefined): string =>
  regions.find(one => one.code === code)?.names.en ?? 'no region';
