import { type Gazetteer, nearestSettlement, placeOfSettlement } from './gazetteer.ts';
import type { Place, PlaceOrigin, PlacePrecision, Point } from './place.ts';

/** A pin that is farther than this from every settlement keeps only its point and region. */
const farthestSettlementKm = 30;

/** How exact a pin is, by the radius that the phone claims: a wide circle is no point. */
const precisionOf = (accuracyMetres: number | undefined): PlacePrecision => {
  if (accuracyMetres === undefined || accuracyMetres <= 100) return 'point';
  if (accuracyMetres <= 1000) return 'street';
  if (accuracyMetres <= 5000) return 'settlement';
  return accuracyMetres <= 50_000 ? 'district' : 'region';
};

/**
 * The place of a pin: its nearest settlement with district and region, and the pin itself. Precision follows the
 * accuracy that the phone claims: `point` to 100 m (or unsaid), `street` to 1 km, `settlement` to 5 km, `district` to
 * 50 km, else `region`. The region is that of the nearest settlement, so it can be wrong within some kilometres of a border.
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
    return { precision, origin, point, ...(words !== undefined && { words }) };
  const place = placeOfSettlement(nearest.settlement, {
    origin,
    precision,
    point,
    ...(words !== undefined && { words }),
  });
  if (nearest.km <= farthestSettlementKm) return place;
  const { settlement: _tooFar, ...rest } = place;
  return rest;
};
