import type { Point } from './place.ts';

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The great-circle distance in kilometres, on a sphere. */
export const distanceKm = (a: Point, b: Point): number => {
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const chord =
    half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lon - a.lon);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
};

/** The point that lies `km` kilometres from `from` in the direction of `bearing` (degrees, 0 = north, 90 = east). */
export const pointAt = (from: Point, km: number, bearing: number): Point => {
  const lat = from.lat + (km / 111.2) * Math.cos(radians(bearing));
  const lon = from.lon + ((km / 111.2) * Math.sin(radians(bearing))) / Math.cos(radians(from.lat));
  return { lat: Math.max(-90, Math.min(90, lat)), lon: ((lon + 540) % 360) - 180 };
};
