import * as z from 'zod/mini';
import { storedNamesSchema } from '../locale.ts';
import { placePrecisions, pointSchema } from './place.ts';

/**
 * The place that readers see: never finer than a settlement. `point` is the settlement's centre as GeoNames publishes it,
 * and its `accuracyMetres` the radius in which the incident may lie.
 *
 * Of the witness's pin it holds nothing but to which settlement it belongs, and in wide steps how far off that is. A region or
 * district alone has no point, because its centre would look like the place. `lib/incident/publication/place.ts` makes it.
 */
export const publicPlaceSchema = z.object({
  precision: z.enum(placePrecisions),
  region: z.optional(z.string()),
  district: z.optional(storedNamesSchema),
  settlement: z.optional(storedNamesSchema),
  /** The GeoNames id of that settlement. */
  settlementId: z.optional(z.int()),
  point: z.optional(pointSchema),
});
export type PublicPlace = Readonly<z.infer<typeof publicPlaceSchema>>;

/**
 * The radius in metres in which an incident of a settlement may lie: about a city's own size, and more than the size of a
 * small settlement (or one of unknown population), where a few hundred metres would name a household.
 */
export const blurMetres = (population: number): number => {
  if (population >= 1_000_000) return 15_000;
  if (population >= 100_000) return 8_000;
  if (population >= 10_000) return 5_000;
  return 3_000;
};
