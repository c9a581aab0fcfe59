import { iso31662 } from 'iso-3166';
import { spellingCost } from '../../lib/place/misspelling.ts';
import { skeleton } from '../../lib/place/spelling.ts';

/** Words for "region" in the Latin names of GeoNames and of ISO 3166-2: they do not tell regions apart. */
const generic =
  /\b(region|province|oblast|county|district|municipality|raionul|raion|rayon|republic|autonomous|state|governorate|prefecture|department|city|of|the)\b/gi;

const bare = (name: string): string => skeleton(name.replace(/[,(].*$/, '').replace(generic, ' '));

/**
 * The ISO 3166-2 codes of a country's regions, by their Latin names: the same name first, then, among the codes left,
 * the only one spelt nearly so. A region without a code is left out: two sources' names may differ altogether.
 */
export const isoCodesOf = (
  country: string,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
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
