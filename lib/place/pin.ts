import { type Gazetteer, nearestSettlement, placeOfSettlement } from './gazetteer/gazetteer.ts';
import type { Place, PlaceOrigin, PlacePrecision, Point } from './place.ts';

/** A pin farther than this from every settlement keeps only its point and its region and district. */
const farthestSettlementKm = 30;

/** The precision of a pin by the accuracy that the phone claims; without one, a point. */
const precisionOf = (accuracyMetres: number | undefined): PlacePrecision => {
  if (accuracyMetres === undefined || accuracyMetres <= 100) return 'point';
  if (accuracyMetres <= 1000) return 'street';
  if (accuracyMetres <= 5000) return 'settlement';
  return accuracyMetres <= 50_000 ? 'district' : 'region';
};

/**
 * The place of a pin: the pin itself, and the nearest settlement with its district and region. The region is the
 * settlement's, so it can be wrong within some kilometres of a border. More than 150 km from every settlement, the pin alone.
 */
export const placeOfPoint = (
  gazetteer: Gazetteer,
  point: Point,
  origin: PlaceOrigin,
  words?: string,
): Place => {
  const nearest = nearestSettlement(gazetteer, point);
  const precision = precisionOf(point.accuracyMetres);
  if (nearest === undefined || nearest.km > 5 * farthestSettlementKm)
    return { precision, origin, point, words };
  const place = placeOfSettlement(nearest.settlement, { origin, precision, point, words });
  if (nearest.km <= farthestSettlementKm) return place;
  const { settlement: _tooFar, ...rest } = place;
  return rest;
};
