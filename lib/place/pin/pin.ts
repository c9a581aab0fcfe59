import { regionAt } from '../gazetteer/borders.ts';
import {
  type Gazetteer,
  type GazetteerSettlement,
  nearestSettlement,
  placeOfSettlement,
} from '../gazetteer/gazetteer.ts';
import type { Place, PlaceOrigin, PlacePrecision, Point } from '../place.ts';
import { extentKm, type Near, ownerOf } from './extent.ts';

/** A pin farther than this from every settlement keeps only its point and its region. */
const farthestSettlementKm = 30;

/** Without borders, farther than this from every settlement of the country is outside it. */
const outsideKm = 25;

/** The precision of a pin by the accuracy that the phone claims; without one, a point. */
const precisionOf = (accuracyMetres: number | undefined): PlacePrecision => {
  if (accuracyMetres === undefined || accuracyMetres <= 100) return 'point';
  if (accuracyMetres <= 1000) return 'street';
  if (accuracyMetres <= 5000) return 'settlement';
  return accuracyMetres <= 50_000 ? 'district' : 'region';
};

/** The settlement in whose extent a pin lies, as long as no foreign one has the better claim. */
const holderOf = (gazetteer: Gazetteer, point: Point): GazetteerSettlement | undefined => {
  const owner = ownerOf(gazetteer.settlements, point);
  if (!owner || owner.km > extentKm(owner.settlement.population)) return undefined;
  const foreign = ownerOf(gazetteer.borders?.neighbours ?? [], point);
  return foreign && foreign.weighed < owner.weighed ? undefined : owner.settlement;
};

/**
 * Whether a point lies in the country: in the polygon of a region, or, as polygons are some kilometres off on coasts and
 * rivers, in the extent of one of its settlements.
 */
export const isInCountry = (gazetteer: Gazetteer, point: Point): boolean =>
  gazetteer.borders
    ? regionAt(gazetteer.borders, point) !== undefined || holderOf(gazetteer, point) !== undefined
    : (nearestSettlement(gazetteer, point)?.km ?? Infinity) <= outsideKm;

/**
 * The place of a pin: the settlement in whose extent it lies, with its district and region; beyond every extent the
 * region whose polygon holds it, and of its settlements the one that it is near (`isBeyond` tells which it is). A pin
 * outside the country is a point and nothing else.
 */
export const placeOfPoint = (
  gazetteer: Gazetteer,
  point: Point,
  origin: PlaceOrigin,
  words?: string,
): Place => {
  const precision = precisionOf(point.accuracyMetres);
  const more = { origin, precision, point, words };
  if (!isInCountry(gazetteer, point)) return more;
  const holder = holderOf(gazetteer, point);
  if (holder) return placeOfSettlement(holder, more);
  const region = gazetteer.borders && regionAt(gazetteer.borders, point);
  const near = nearIn(gazetteer, point, region);
  if (near && near.km <= farthestSettlementKm) return placeOfSettlement(near.settlement, more);
  return { ...more, region: region ?? near?.settlement.region };
};

const nearIn = (
  { settlements }: Gazetteer,
  point: Point,
  region: string | undefined,
): Near<GazetteerSettlement> | undefined =>
  ownerOf(region === undefined ? settlements : settlements.filter(one => one.region === region), point);
