import * as z from 'zod/mini';
import { namesSchema } from '../locale.ts';
import { type Place, placePrecisions, pointSchema } from './place.ts';
import { normalise } from './spelling.ts';
import { streetWords } from './words.ts';

/**
 * Where readers are told that it happened: never finer than a settlement. `point` is the settlement's own centre, as
 * published by GeoNames, and its `accuracyMetres` the radius in which the incident may lie.
 *
 * Nothing of the witness's pin is in it, except which settlement is nearest: two pins of one settlement give the same
 * output, so no reading of it, repeated at will, gets nearer. A region or a district alone has no point: its centre
 * would look like the place.
 */
export const publicPlaceSchema = z.object({
  precision: z.enum(placePrecisions),
  region: z.optional(z.string()),
  district: z.optional(namesSchema),
  settlement: z.optional(namesSchema),
  words: z.optional(z.string()),
  point: z.optional(pointSchema),
});
export type PublicPlace = Readonly<z.infer<typeof publicPlaceSchema>>;

/**
 * The radius in metres in which an incident of a settlement may lie, by population: the city's own size, and for small
 * settlements (or unknown populations) more than their size, because there a few hundred metres name a household.
 */
export const blurMetres = (population: number): number => {
  if (population >= 1_000_000) return 15_000;
  if (population >= 100_000) return 8_000;
  if (population >= 10_000) return 5_000;
  return 3_000;
};

/** "5 km north of Izium" names the settlement that it is near to, not the one it is in. */
const nearMetres = 25_000;

/** Typed words that can only be a settlement's name: up to three words of letters, no number, no street. */
const looksLikeSettlement = (words: string): boolean =>
  /^[\p{L}\p{M}'’ʼ]+(?:[ -][\p{L}\p{M}'’ʼ]+){0,2}$/u.test(words) &&
  words.length <= 40 &&
  !normalise(words)
    .split(' ')
    .some(word => streetWords.has(word));

/** What readers see of a place. `named` says that the words are a settlement's, as a moderator or the reading found. */
export const publicPlace = (place: Place): PublicPlace => {
  const { region, district, settlement, words } = place;
  const area = { ...(region !== undefined && { region }), ...(district && { district }) };
  switch (place.precision) {
    case 'point':
    case 'street':
    case 'settlement': {
      if (settlement) {
        const { lat, lon } = settlement.point;
        const point = { lat, lon, accuracyMetres: blurMetres(settlement.population) };
        return { precision: 'settlement', ...area, settlement: settlement.names, point };
      }
      if (place.origin === 'typed' && words !== undefined && looksLikeSettlement(words))
        return { precision: 'settlement', ...area, words };
      break;
    }
    case 'district': {
      if (settlement) {
        const { lat, lon } = settlement.point;
        const point = { lat, lon, accuracyMetres: nearMetres };
        return { precision: 'district', ...area, settlement: settlement.names, point };
      }
      if (district) return { precision: 'district', ...area };
      break;
    }
  }
  if (place.precision === 'unknown' && region === undefined) return { precision: 'unknown' };
  if (region === undefined) return { precision: 'unknown' };
  return place.precision !== 'region' && district
    ? { precision: 'district', region, district }
    : { precision: 'region', region };
};
