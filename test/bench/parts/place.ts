import type { Place, Point } from '../../../lib/place/place.ts';

/** A settlement of a set: region, name, population, centre; as in GeoNames. Its population stands for its id. */
type Settlement = readonly [
  region: string,
  name: string,
  population: number,
  lat: number,
  lon: number,
  ...unknown[],
];

/** Where somebody says that it was: a pin, or the name of the settlement alone. */
export const placeIn = ([region, name, population, lat, lon]: Settlement, pin: Point | undefined): Place => ({
  precision: pin ? 'point' : 'settlement',
  origin: pin ? 'map_pin' : 'typed',
  region,
  settlement: { id: population, names: { uk: name, en: name, ru: name }, population, point: { lat, lon } },
  point: pin,
});
