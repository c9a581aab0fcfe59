import { iso31662 } from 'iso-3166';
import type { Region } from '../../lib/country.ts';
import { spellingCost } from '../../lib/place/gazetteer/misspelling.ts';
import { skeleton } from '../../lib/place/gazetteer/spelling.ts';
import { readDivisions } from './sources.ts';
import type { Supplement } from './supplement.ts';

/** A region by GeoNames' code (`admin`) and its ISO 3166-2 code, with other words for it. */
export type AdminRegion = Region & Readonly<{ admin: string; also: readonly string[] }>;

/**
 * The regions of a country that have settlements (`used`), by ISO 3166-2 code. Names come from `described` (the country's
 * entry in lib/country.ts), the supplement, or GeoNames. Throws when a region has no code of its own.
 */
export const regionsOf = (
  country: string,
  used: ReadonlySet<string>,
  described: readonly Region[],
  supplement: Supplement,
): readonly AdminRegion[] => {
  const latinNames = new Map([...readDivisions(country, 1)].filter(([admin]) => used.has(admin)));
  const codes = isoCodesOf(country, latinNames);
  const missing: string[] = [];
  const regions = [...latinNames].flatMap(([admin, name]): AdminRegion[] => {
    const checked = supplement.regions?.[admin];
    const code = checked?.iso ?? codes.get(admin);
    if (code === undefined) {
      missing.push(`"${admin}": { "iso": "${country}-…" }   (${name})`);
      return [];
    }
    const names = described.find(region => region.code === code)?.names ?? checked?.names;
    const also = [...(checked?.also ?? []), name];
    return [{ admin, code, names: names ?? { uk: name, en: name, ru: name }, also }];
  });
  if (missing.length > 0)
    throw new Error(
      `These regions have no ISO 3166-2 code of the same name. Write them into infra/gazetteer/${country}.json under "regions":\n${missing.join('\n')}`,
    );
  return regions.sort((a, b) => (a.code < b.code ? -1 : 1));
};

/** Words for "region" in the Latin names of GeoNames and of ISO 3166-2: they do not tell regions apart. */
const generic =
  /\b(region|province|oblast|county|district|municipality|raionul|raion|rayon|republic|autonomous|state|governorate|prefecture|department|city|of|the)\b/gi;

const bare = (name: string): string => skeleton(name.replace(/[,(].*$/, '').replace(generic, ' '));

/**
 * The ISO 3166-2 codes of a country's regions, by their Latin names: the same name first, then, among the codes left,
 * the only one spelt nearly so. A region without a code is left out: two sources' names may differ altogether.
 */
const isoCodesOf = (country: string, names: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>();
  const free = new Map(
    iso31662
      .filter(region => region.code.startsWith(`${country}-`))
      .map(region => [region.code, bare(region.name)]),
  );
  for (const most of [0, 1, 2])
    for (const [admin, name] of names) {
      if (codes.has(admin)) continue;
      const wanted = bare(name);
      const near = [...free].filter(
        ([, sound]) => spellingCost(wanted, sound, most) <= most && sound.length > 2 * most,
      );
      const [only] = near;
      if (near.length !== 1 || only === undefined) continue;
      codes.set(admin, only[0]);
      free.delete(only[0]);
    }
  return codes;
};
