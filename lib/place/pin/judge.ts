import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Point } from '../place.ts';
import { isInCountry } from './pin.ts';

/**
 * What a pair of coordinates is. `swapped`: only with latitude and longitude exchanged do they lie in the country; `point`
 * is the exchanged one, to be confirmed. `zero`: (0, 0) is what broken devices send, no place. `outside`: not in the
 * country: to be questioned, not refused.
 */
export type PointReading = Readonly<{ kind: 'point' | 'swapped' | 'zero' | 'outside'; point: Point }>;

export const isPoint = ({ lat, lon }: Point): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

/** What a pair of coordinates is, for the country of the gazetteer: a shared pin needs the question as typed ones do. */
export const judgePoint = (gazetteer: Gazetteer, point: Point): PointReading => {
  if (Math.abs(point.lat) < 0.01 && Math.abs(point.lon) < 0.01) return { kind: 'zero', point };
  if (isPoint(point) && isInCountry(gazetteer, point)) return { kind: 'point', point };
  const swapped = { ...point, lat: point.lon, lon: point.lat };
  if (isPoint(swapped) && isInCountry(gazetteer, swapped)) return { kind: 'swapped', point: swapped };
  return { kind: 'outside', point };
};
