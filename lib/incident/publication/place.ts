import { distanceKm } from '../../place/distance.ts';
import { isBeyond } from '../../place/pin/extent.ts';
import type { Place } from '../../place/place.ts';
import { blurMetres, type PublicPlace } from '../../place/public.ts';
import { standsAlone, type Told } from './voices.ts';

/** A place of fewer people is one of few hundred, where everybody knows who was at home. */
export const smallPlacePeople = 500;

/**
 * Whether a place is, or may be, so small that a lone report from it points to a household. A population of 0 is unknown,
 * not small; but where nobody can say that it is larger, a person is protected as in a small one. What names no settlement
 * is none.
 */
export const isSmallPlace = ({ settlement }: Place): boolean =>
  settlement !== undefined && settlement.population < smallPlacePeople;

/**
 * Where readers are told that it happened, made from all that is told of an incident: the settlement, or what lies around
 * a small one while one private voice stands alone. With a second one, or an institution's word, the settlement
 * is shown; when they are gone again, it is not. `settled` is what `settlementPlace` made of the place.
 */
export const publicPlaceOf = (
  place: Place,
  told: readonly Told[],
  settled: PublicPlace = settlementPlace(place),
): PublicPlace => (isSmallPlace(place) && standsAlone(told) ? areaPlace(settled) : settled);

/** "Near" a settlement is within so many metres of its centre; what is farther is told by its district. */
export const farthestNearMetres = 25_000;
/** Circles beyond a settlement's own size grow by so much: its step tells how far off a pin is, so that steps are wide. */
export const circleStepMetres = 5_000;

/** The earth is no sphere: real distances are up to 0.6 % longer than `distanceKm` says. */
const sphereMargin = 1.01;

/** A place that is known less exactly than these says nothing of a settlement. */
const precisionsWithSettlement: readonly Place['precision'][] = ['point', 'street', 'settlement', 'district'];

/**
 * The settlement's centre and a circle that holds the pin with the accuracy that it claims, whatever was typed beside it:
 * the settlement's usual size where the pin lies in its extent; else "near" it, with a radius in wide steps; else the
 * district. A name that the gazetteer does not know is never shown as a settlement: it may be a person's, a street's or a
 * house's.
 */
export const settlementPlace = (place: Place): PublicPlace => {
  const { precision, settlement, point } = place;
  if (!settlement || !precisionsWithSettlement.includes(precision)) return areaPlace(place);
  const { lat, lon } = settlement.point;
  const usual = blurMetres(settlement.population);
  const reach = point
    ? distanceKm(settlement.point, point) * 1000 * sphereMargin + (point.accuracyMetres ?? 0)
    : 0;
  if (reach > farthestNearMetres) return areaPlace(place);
  const { region, district } = place;
  const named = { region, district, settlement: settlement.names, settlementId: settlement.id };
  // "5 km north of Izium" is near it, and where exactly nobody knows.
  if (precision === 'district')
    return compact({
      precision: 'district',
      ...named,
      point: { lat, lon, accuracyMetres: farthestNearMetres },
    });
  const isNear = point !== undefined && isBeyond(settlement, point);
  if (reach <= usual && !isNear)
    return compact({ precision: 'settlement', ...named, point: { lat, lon, accuracyMetres: usual } });
  const radius = Math.ceil(reach / circleStepMetres) * circleStepMetres;
  return compact({
    precision: 'district',
    ...named,
    point: { lat, lon, accuracyMetres: Math.max(usual, radius) },
  });
};

/** District and region alone, as far as they are known: without a point, whose centre would look like the place. */
export const areaPlace = ({
  precision,
  region,
  district,
}: Pick<PublicPlace, 'precision' | 'region' | 'district'>): PublicPlace => {
  if (region === undefined) return { precision: 'unknown' };
  return district && precision !== 'region' && precision !== 'unknown'
    ? { precision: 'district', region, district }
    : { precision: 'region', region };
};

/** Without keys that hold nothing: what is published is compared with what was. */
const compact = (place: PublicPlace): PublicPlace =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)) as PublicPlace;
