import { distanceKm } from '../distance.ts';
import type { Point, Settlement } from '../place.ts';

/**
 * How far a settlement reaches, by its people. Fitted to 341 published pins of harm whose source names the place, and 77
 * addresses of offices. A place of a thousand people reaches 1.7 km from its centre, a city of a million 14 km.
 */
export const extentKm = (population: number): number => 0.2 * peopleOf(population) ** 0.31;

/** The people of a settlement; where nobody knows how many, as many as half of all villages have. */
const peopleOf = (population: number): number => (population === 0 ? 500 : population);

/** A distance weighed by the people at its end: the least is the settlement to which a pin belongs. */
const weighedKm = (km: number, population: number): number => km / peopleOf(population) ** 0.38;

/** A settlement and how far from its centre something is. */
export type Near<Place> = Readonly<{ settlement: Place; km: number; weighed: number }>;

type Populated = Readonly<{ point: Point; population: number }>;

/** The settlement to which a point belongs, by distance and people. Undefined only when there are none. */
export const ownerOf = <Place extends Populated>(
  settlements: readonly Place[],
  point: Point,
): Near<Place> | undefined => {
  let best: Near<Place> | undefined;
  for (const settlement of settlements) {
    // A degree of latitude is 111 km: who lies farther off in it alone need not be measured.
    const least = 110 * Math.abs(settlement.point.lat - point.lat);
    if (best && weighedKm(least, settlement.population) >= best.weighed) continue;
    const km = distanceKm(settlement.point, point);
    const weighed = weighedKm(km, settlement.population);
    if (!best || weighed < best.weighed) best = { settlement, km, weighed };
  }
  return best;
};

/** Whether a point lies beyond the settlement, so that it is only near it. */
export const isBeyond = (settlement: Pick<Settlement, 'point' | 'population'>, point: Point): boolean =>
  distanceKm(settlement.point, point) > extentKm(settlement.population);
