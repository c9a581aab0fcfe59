import type { Place, Point } from '../place/place.ts';
import { blurMetres } from '../place/public.ts';

/** A place as a point and a radius within which it lies. */
export type Located = Readonly<{ point: Point; radiusMetres: number }>;

/** People set a pin where they were, or on the street that they mean, rather than at the impact. */
const pinRadiusMetres = 160;
const streetRadiusMetres = 600;
const districtRadiusMetres = 20_000;

/** Where a place is; undefined when it is known no better than to its region. */
export const pointOf = ({ precision, point, settlement }: Place): Located | undefined => {
  if (point && (precision === 'point' || precision === 'street')) {
    const least = precision === 'point' ? pinRadiusMetres : streetRadiusMetres;
    return { point, radiusMetres: Math.max(point.accuracyMetres ?? 0, least) };
  }
  if (!settlement) return undefined;
  if (precision === 'district') return { point: settlement.point, radiusMetres: districtRadiusMetres };
  if (precision === 'region' || precision === 'unknown') return undefined;
  return { point: settlement.point, radiusMetres: blurMetres(settlement.population) / 2 };
};
