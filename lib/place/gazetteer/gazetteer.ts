import type { Names } from '../../locale.ts';
import { distanceKm } from '../distance.ts';
import type { Place, PlaceOrigin, PlacePrecision, Point, Settlement } from '../place.ts';
import { type Borders, type BordersFile, parseBorders } from './borders.ts';

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
type FormerName = Readonly<{ name: string; until: string }>;
/** A settlement with its region and district, and its other and former names. */
export type GazetteerSettlement = Settlement &
  Readonly<{
    names: Names;
    region: string;
    district?: GazetteerDistrict;
    also: readonly string[];
    /** Those of the other names that were official, with the date or year of the act that ended it. */
    former?: readonly FormerName[];
    /** A possible Russian spelling, to be found by and never shown. */
    guess?: string;
    /** Its Ukrainian name is made from Latin letters, or missing: it may be another, and is never taken unasked. */
    made?: boolean;
  }>;

/** A part of a city that has a name: whoever names it means the city, and no pin belongs to it. */
type GazetteerSection = Readonly<{ id: number; names: readonly string[]; city: GazetteerSettlement }>;

/** The settlements of a country, most populous first, the parts of its cities, and its borders where they are known. */
export type Gazetteer = Readonly<{
  country: string;
  regions: readonly GazetteerRegion[];
  districts: readonly GazetteerDistrict[];
  settlements: readonly GazetteerSettlement[];
  sections: readonly GazetteerSection[];
  borders?: Borders;
}>;

const namesOf = (uk: string, en: string, ru: string): Names => ({ uk, en, ru });

/** Parses a file. Throws on a line that `npm run gazetteer` would not write. */
export const parseGazetteer = (file: GazetteerFile, borders?: BordersFile): Gazetteer => {
  const regions = file.regions.map(([code = '', uk = '', en = '', ru = '', ...also]) => ({
    code,
    names: namesOf(uk, en, ru),
    also,
  }));
  const districts = file.districts.map(([region, uk, en, ru]) => ({
    region: regions[region]?.code ?? '',
    names: namesOf(uk, en, ru),
  }));
  const rows = file.settlements.map((line): Readonly<{ one: GazetteerSettlement; partOf: number }> => {
    const [id, uk, ru, en, also, region, district, lat, lon, population, made, partOf] = line.split('\t');
    if (uk === undefined || en === undefined || population === undefined)
      throw new Error(`Not a settlement: ${line}`);
    const written = also ? also.split('|') : [];
    const guess = written.at(-1)?.startsWith('~') ? written.pop()?.slice(1) : undefined;
    const others = written.map(formerOf);
    const former = others.filter(other => other.until !== '');
    const one = {
      id: Number(id),
      names: namesOf(uk, en, ru || uk),
      population: Number(population),
      point: { lat: Number(lat), lon: Number(lon) },
      region: regions[Number(region)]?.code ?? '',
      also: others.map(({ name }) => name),
      former: former.length > 0 ? former : undefined,
      guess,
      made: made ? true : undefined,
      district: district ? districts[Number(district)] : undefined,
    };
    return { one, partOf: Number(partOf ?? 0) };
  });
  const settlements = rows.filter(({ partOf }) => partOf === 0).map(({ one }) => one);
  const byId = new Map(settlements.map(one => [one.id, one]));
  const sections = rows.flatMap(({ one: { id, names, also }, partOf }) => {
    const city = byId.get(partOf);
    return city ? [{ id, names: [names.uk, names.en, names.ru, ...also], city }] : [];
  });
  return {
    country: file.country,
    regions,
    districts,
    settlements,
    sections,
    borders: borders && parseBorders(borders),
  };
};

/** "Новгородське (2021-07-01)" is a former name; `until` is empty for any other. */
const formerOf = (written: string): FormerName => {
  const [, name, until] = /^(.+) \((\d{4}(?:-\d\d-\d\d)?)\)$/.exec(written) ?? [];
  return name === undefined || until === undefined ? { name: written, until: '' } : { name, until };
};

const loaded = new Map<string, Promise<Gazetteer>>();

/**
 * The gazetteer of a country (ISO 3166-1 alpha-2), loaded once, with its borders. Rejects when `npm run gazetteer` was
 * never run for that country; without `npm run borders` it has none.
 */
export const loadGazetteer = (country: string): Promise<Gazetteer> => {
  const known = loaded.get(country);
  if (known) return known;
  const loading = load(country);
  loaded.set(country, loading);
  loading.catch(() => loaded.delete(country));
  return loading;
};

type Json<Content> = Readonly<{ default: Content }>;

const load = async (country: string): Promise<Gazetteer> => {
  const [file, borders]: readonly [Json<GazetteerFile>, Json<BordersFile> | undefined] = await Promise.all([
    import(`../data/${country}.json`, { with: { type: 'json' } }),
    import(`../data/${country}.borders.json`, { with: { type: 'json' } }).catch(() => undefined),
  ]);
  return parseGazetteer(file.default, borders?.default);
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
