import { iso31662 } from 'iso-3166';
import { skeleton } from '../../lib/place/spelling.ts';

/** Words for "region" in the Latin names of GeoNames and of ISO 3166-2: they do not tell regions apart. */
const generic =
  /\b(region|province|oblast|county|district|municipality|raionul|raion|rayon|republic|autonomous|state|governorate|prefecture|department|city|of|the)\b/gi;

const bare = (name: string): string => skeleton(name.replace(/,.*$/, '').replace(generic, ' '));

/** The ISO 3166-2 code of a region known by its Latin name, or undefined when no code's name is the same. */
export const isoCodeOf = (country: string, name: string): string | undefined => {
  const wanted = bare(name);
  const matches = iso31662.filter(
    region => region.code.startsWith(`${country}-`) && bare(region.name) === wanted,
  );
  return matches.length === 1 ? matches[0]?.code : undefined;
};
