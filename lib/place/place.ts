import * as z from 'zod/mini';
import { storedNamesSchema } from '../locale.ts';

/** How exact a place is, finest first. */
export const placePrecisions = ['point', 'street', 'settlement', 'district', 'region', 'unknown'] as const;
export type PlacePrecision = (typeof placePrecisions)[number];

/** Where a place came from: the phone's location, a pin set on the map, a venue, typed words, a moderator, or a data set. */
export const placeOrigins = ['device', 'map_pin', 'venue', 'typed', 'moderator', 'imported'] as const;
export type PlaceOrigin = (typeof placeOrigins)[number];

/** WGS84 degrees. `accuracyMetres` is the radius that the phone claims, or that typed words leave open. */
export const pointSchema = z.object({
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lon: z.number().check(z.gte(-180), z.lte(180)),
  accuracyMetres: z.optional(z.number().check(z.nonnegative())),
});
export type Point = Readonly<z.infer<typeof pointSchema>>;

/** A settlement, with all that is needed to show it. `id` is the gazetteer's: GeoNames', or a negative number. */
const settlementSchema = z.object({
  id: z.number(),
  names: storedNamesSchema,
  population: z.number(),
  point: pointSchema,
});
export type Settlement = Readonly<z.infer<typeof settlementSchema>>;

/**
 * Where something happened, as far as it is known. `region` is an ISO 3166-2 code (`UA-23`). `words` are the person's own,
 * or the venue's name. `point` is the witness's own pin, which readers never see.
 */
export const placeSchema = z.object({
  precision: z.enum(placePrecisions),
  origin: z.enum(placeOrigins),
  region: z.optional(z.string()),
  district: z.optional(storedNamesSchema),
  settlement: z.optional(settlementSchema),
  words: z.optional(z.string()),
  point: z.optional(pointSchema),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;
