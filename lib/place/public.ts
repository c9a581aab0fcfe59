import * as z from 'zod/mini';
import { storedNamesSchema } from '../locale.ts';
import { type Place, placePrecisions, pointSchema, type Settlement } from './place.ts';
import { normalise } from './spelling.ts';
import { landmarks, streetWords } from './words.ts';

/**
 * The place that readers see: never finer than a settlement. `point` is the settlement's centre as GeoNames publishes it,
 * and its `accuracyMetres` the radius in which the incident may lie.
 *
 * Of the witness's pin it holds nothing but which settlement is nearest: two pins in one settlement look the same, however
 * often they are compared. A region or district alone has no point, because its centre would look like the place.
 */
export const publicPlaceSchema = z.object({
  precision: z.enum(placePrecisions),
  region: z.optional(z.string()),
  district: z.optional(storedNamesSchema),
  settlement: z.optional(storedNamesSchema),
  /** The GeoNames id of that settlement. */
  settlementId: z.optional(z.int()),
  words: z.optional(z.string()),
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

/** The radius for "5 km north of Izium", which names the settlement that it is near to. */
const nearMetres = 25_000;

/** First words of settlements' names that have two: Нова Каховка, Velyka Novosilka. */
const firstWords =
  /^(нов|стар|мал|велик|больш|верхн|нижн|біл|бел|чорн|черн|червон|красн|зелен|кам|перш|друг|півд|півн|nov|star|mal|vel|verkh|nyzh|bil|chern|chorn|cherv|zelen|kam)/i;
const surname = /(енко|enko|чук|chuk)$/i;
const settlementAbbreviation =
  /^(?:(?:у|в|на|in|село|с\.|смт|місто|м\.|город|г\.|пгт|селище|хутір|x\.|village|town)\s*)+(?=\p{Lu})/iu;

/**
 * Typed words that can only be a settlement's name: one capitalised word, or two of which the first belongs to such names
 * (Нова …). Anything else may name a person or a house, and is not published.
 */
const settlementNameIn = (words: string): string | undefined => {
  const name = (words.split(',')[0] ?? '').trim().replace(settlementAbbreviation, '');
  const parts = name.split(/[ -]/);
  const isName =
    name.length <= 40 &&
    parts.length <= 2 &&
    parts.every(part => /^\p{Lu}[\p{Ll}'’ʼ]{2,}$/u.test(part) && !surname.test(part)) &&
    (parts.length === 1 || name.includes('-') || firstWords.test(name)) &&
    !normalise(name)
      .split(' ')
      .some(word => streetWords.has(word) || landmarks.has(word));
  return isName ? name : undefined;
};

/** What readers see of a place. */
export const publicPlace = (place: Place): PublicPlace => {
  const { region, district, settlement, words } = place;
  const area = { region, district };
  switch (place.precision) {
    case 'point':
    case 'street':
    case 'settlement': {
      if (settlement) {
        const { lat, lon } = settlement.point;
        const point = { lat, lon, accuracyMetres: blurMetres(settlement.population) };
        return { precision: 'settlement', ...area, ...named(settlement), point };
      }
      const name = place.origin === 'typed' && words !== undefined ? settlementNameIn(words) : undefined;
      if (name !== undefined) return { precision: 'settlement', ...area, words: name };
      break;
    }
    case 'district': {
      if (settlement) {
        const { lat, lon } = settlement.point;
        const point = { lat, lon, accuracyMetres: nearMetres };
        return { precision: 'district', ...area, ...named(settlement), point };
      }
      if (district) return { precision: 'district', ...area };
      break;
    }
  }
  if (region === undefined) return { precision: 'unknown' };
  return place.precision !== 'region' && district
    ? { precision: 'district', region, district }
    : { precision: 'region', region };
};

const named = ({ id, names }: Settlement): Pick<PublicPlace, 'settlement' | 'settlementId'> => ({
  settlement: names,
  settlementId: id,
});
