import type { Names } from '../../lib/locale.ts';
import { distanceKm } from '../../lib/place/distance.ts';
import { nameKey, romanise, skeleton } from '../../lib/place/gazetteer/spelling.ts';
import { extentKm, ownerOf } from '../../lib/place/pin/extent.ts';
import type { Merged } from './merge.ts';
import { type ChosenNames, chooseNames } from './names/names.ts';
import { expectedRussian } from './names/russian.ts';
import type { Supplement } from './supplement.ts';

/** A settlement with the names chosen for it. `admin1`, `admin2` are GeoNames' codes of its region and district. */
export type Row = Readonly<{
  id: number;
  names: Names;
  also: readonly string[];
  admin1: string;
  admin2: string;
  settlement: Merged;
  origin: ChosenNames['origin'];
  /** Former official names, with the date or year of the act that ended them. */
  former: readonly Former[];
  /** The id of the city whose part this is. */
  partOf?: number;
}>;
type Former = Readonly<{ name: string; until: string }>;

/** Alternate names worth keeping: Cyrillic or Latin words that are not read like another one. */
const otherNames = (names: Names, candidates: readonly string[]): string[] => {
  const keys = new Set(Object.values(names).map(nameKey));
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

export const nameRow = (country: string, settlement: Merged): Row => {
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
    former: [],
  };
};

/** Listed names by spelling; null where settlements of one spelling have different names. */
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
 * Gives settlements that are known in Latin only the listed names that all settlements of that spelling share; failing that,
 * and where the letters have no certain reading, those that all settlements of that sound share.
 */
export const completeNames = (rows: readonly Row[]): readonly Row[] => {
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

/** A Russian spelling to search by (never shown, marked with `~`) for a settlement without a Russian name. */
const guesses = ({ names, origin }: Row): readonly string[] => {
  const expected = expectedRussian(names.uk);
  return origin === 'derived' && nameKey(expected) !== nameKey(names.uk) ? [`~${expected}`] : [];
};

/**
 * Says which rows are parts of which city: those that were checked by hand, and GeoNames' own sections (PPLX) that lie in the
 * extent of a larger place. Throws when a city or a part that was written down is in no source.
 */
export const markSections = (
  rows: readonly Row[],
  regionOf: (row: Row) => string,
  { sections = [] }: Supplement,
): readonly Row[] => {
  const cities = new Map<number, number>();
  for (const { region, city, parts } of sections) {
    const named = (name: string): readonly Row[] =>
      rows.filter(row => row.names.en === name && regionOf(row) === region);
    const [whole] = named(city).toSorted((a, b) => b.settlement.population - a.settlement.population);
    if (!whole) throw new Error(`Not in the sources: ${city} (${region})`);
    for (const name of parts) {
      const [part] = named(name)
        .filter(row => row.id !== whole.id)
        .toSorted(
          (a, b) => distanceKm(a.settlement, whole.settlement) - distanceKm(b.settlement, whole.settlement),
        );
      if (!part) throw new Error(`Not in the sources: ${name}, part of ${city} (${region})`);
      cities.set(part.id, whole.id);
    }
  }
  return rows.map(row => ({ ...row, partOf: cities.get(row.id) ?? cityOf(row, rows) }));
};

/** The larger place in whose extent a section of GeoNames' lies. */
const cityOf = ({ settlement, id }: Row, rows: readonly Row[]): number | undefined => {
  if (settlement.code !== 'PPLX') return undefined;
  const larger = rows
    .filter(row => row.id !== id && row.settlement.population > 2 * settlement.population)
    .map(row => ({ id: row.id, point: row.settlement, population: row.settlement.population }));
  const owner = ownerOf(larger, settlement);
  return owner && owner.km <= extentKm(owner.settlement.population) ? owner.settlement.id : undefined;
};

/** Puts hand-checked names in place. Warns of those that no source has. */
export const applySupplement = (
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
    until?: string,
  ): void => {
    const keys = new Set(spellings.map(nameKey));
    const skeletons = new Set(spellings.map(skeleton));
    const [found] = result
      .map((row, index) => ({ row, index }))
      .filter(({ row }) => regionOf(row) === region)
      .filter(({ row }) =>
        [row.names.uk, row.names.ru, row.names.en, row.settlement.name, row.settlement.newerName ?? ''].some(
          name => keys.has(nameKey(name)) || skeletons.has(skeleton(name)),
        ),
      )
      .sort((a, b) => b.row.settlement.population - a.row.settlement.population);
    if (!found) {
      console.warn(`Not in the sources: ${names.uk} (${region})`);
      return;
    }
    const { row, index } = found;
    const other = [row.names.uk, row.names.ru, row.names.en, ...row.also].filter(name => name !== names.uk);
    const [was] = also;
    const former = until !== undefined && was !== undefined ? [{ name: was, until }] : row.former;
    result[index] = { ...row, names, origin: 'listed', former, also: otherNames(names, [...also, ...other]) };
  };
  for (const { region, latin, uk, ru } of supplement.names ?? [])
    replace(region, [latin], { uk, en: /[іїєґ]|[а-я]/i.test(uk) ? romanise(uk) : latin, ru }, [latin]);
  for (const { region, uk, ru, also, until } of supplement.renamed ?? [])
    replace(region, [uk, ...also], { ...chooseNames('UA', [uk], [uk]).names, uk, ru }, also, until);
  return result;
};

/** Other names as the file has them: a former one with its end, "Новгородське (2021-07-01)", then guesses. */
export const writtenNames = (row: Row): readonly string[] => {
  const former = new Map(row.former.map(({ name, until }) => [nameKey(name), `${name} (${until})`]));
  const others = row.also.filter(name => !former.has(nameKey(name)));
  return [...former.values(), ...others, ...guesses(row)];
};
