import type { Names } from '../../locale.ts';
import { distanceKm } from '../distance.ts';
import type { Place, PlaceOrigin, PlacePrecision, Point, Settlement } from '../place.ts';

/** The file that `npm run gazetteer` writes for a country: compact, and still readable line by line. */
export type GazetteerFile = Readonly<{
  about: string;
  columns: string;
  country: string;
  /** ISO 3166-2 code, names (uk, en, ru), other words for the region. */
  regions: readonly (readonly string[])[];
  /** Index of the region, names (uk, en, ru). */
  districts: readonly (readonly [region: number, uk: string, en: string, ru: string])[];
  /** One settlement per line, tab-separated as `columns` says. Most populous first. */
  settlements: readonly string[];
}>;

export type GazetteerRegion = Readonly<{ code: string; names: Names; also: readonly string[] }>;
export type GazetteerDistrict = Readonly<{ region: string; names: Names }>;
/** A settlement with its region and district, and its other and former names. */
export type GazetteerSettlement = Settlement &
  Readonly<{
    names: Names;
    region: string;
    district?: GazetteerDistrict;
    also: readonly string[];
    /** A possible Russian spelling, to be found by and never shown. */
    guess?: string;
  }>;

/** The settlements of a country, most populous first. */
export type Gazetteer = Readonly<{
  country: string;
  regions: readonly GazetteerRegion[];
  districts: readonly GazetteerDistrict[];
  settlements: readonly GazetteerSettlement[];
}>;

const namesOf = (uk: string, en: string, ru: string): Names => ({ uk, en, ru });

/** Parses a file. Throws on a line that `npm run gazetteer` would not write. */
export const parseGazetteer = (file: GazetteerFile): Gazetteer => {
  const regions = file.regions.map(([code = '', uk = '', en = '', ru = '', ...also]) => ({
    code,
    names: namesOf(uk, en, ru),
    also,
  }));
  const districts = file.districts.map(([region, uk, en, ru]) => ({
    region: regions[region]?.code ?? '',
    names: namesOf(uk, en, ru),
  }));
  const settlements = file.settlements.map((line): GazetteerSettlement => {
    const [id, uk, ru, en, also, region, district, lat, lon, population] = line.split('\t');
    if (uk === undefined || en === undefined || population === undefined)
      throw new Error(`Not a settlement: ${line}`);
    const others = also ? also.split('|') : [];
    const guess = others.at(-1)?.startsWith('~') ? others.pop()?.slice(1) : undefined;
    return {
      id: Number(id),
      names: namesOf(uk, en, ru || uk),
      population: Number(population),
      point: { lat: Number(lat), lon: Number(lon) },
      region: regions[Number(region)]?.code ?? '',
      also: others,
      guess,
      district: district ? districts[Number(district)] : undefined,
    };
  });
  return { country: file.country, regions, districts, settlements };
};

const loaded = new Map<string, Promise<Gazetteer>>();

/**
 * The gazetteer of a country (ISO 3166-1 alpha-2), loaded once. Rejects when `npm run gazetteer` was never run for that
 * country.
 */
export const loadGazetteer = (country: string): Promise<Gazetteer> => {
  const known = loaded.get(country);
  if (known) return known;
  const loading = import(`../data/${country}.json`, { with: { type: 'json' } }).then(
    (module: { default: GazetteerFile }) => parseGazetteer(module.default),
  );
  loaded.set(country, loading);
  loading.catch(() => loaded.delete(country));
  return loading;
};

/** The settlement whose centre is nearest to a point, and its distance. Undefined only for an empty gazetteer. */
export const nearestSettlement = (
  gazetteer: Gazetteer,
  point: Point,
): Readonly<{ settlement: GazetteerSettlement; km: number }> | undefined => {
  const narrowing = Math.cos((point.lat * Math.PI) / 180);
  let nearest: GazetteerSettlement | undefined;
  let least = Infinity;
  for (const settlement of gazetteer.settlements) {
    const north = settlement.point.lat - point.lat;
    const east = (settlement.point.lon - point.lon) * narrowing;
    const square = north * north + east * east;
    if (square < least) {
      least = square;
      nearest = settlement;
    }
  }
  return nearest && { settlement: nearest, km: distanceKm(nearest.point, point) };
};

/** A settlement as a place. `more` overrides its precision and adds words and a pin. */
export const placeOfSettlement = (
  { id, names, population, point, region, district }: GazetteerSettlement,
  more: Readonly<{ origin: PlaceOrigin; precision?: PlacePrecision; words?: string; point?: Point }>,
): Place => ({
  precision: more.precision ?? 'settlement',
  origin: more.origin,
  region,
  district: district?.names,
  settlement: { id, names, population, point },
  words: more.words,
  point: more.point,
});
