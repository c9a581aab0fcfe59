import { sharesName } from '../locale.ts';
import { distanceKm } from '../place/distance.ts';
import type { Place, Point } from '../place/place.ts';
import { blurMetres } from '../place/public.ts';
import type { Answers } from '../report/report.ts';
import type { Munition } from '../report/vocabulary.ts';
import type { Occurred, TimePrecision } from '../time/occurred.ts';
import { timePrecisions } from '../time/occurred.ts';

/** What is compared: what somebody said of where, when and what. */
export type Sighting = Readonly<
  Pick<Answers, 'phase' | 'place' | 'occurred' | 'munition' | 'effect' | 'source'>
>;

/** Why two sightings may be of one incident, for a moderator: "2 km, same evening, both cluster". */
export type Reason = Readonly<{
  /** The higher, the likelier: the logarithm (base 10) of how much likelier it is than for any two of those days. */
  score: number;
  /** How far apart, when both can be placed; and how exact that is: the two radii together. */
  distanceMetres: number | undefined;
  withinMetres: number | undefined;
  /** The time between them: 0 when they overlap. `precision` is that of the vaguer one. */
  apartMinutes: number;
  precision: TimePrecision;
  munition: MunitionLikeness;
}>;

export type MunitionLikeness = 'same' | 'related' | 'unknown';

/** A place as a point and a radius within which it lies. */
export type Located = Readonly<{ point: Point; radiusMetres: number }>;

/** People set a pin where they were, or on the street they mean, rather than where it fell. */
const pinRadiusMetres = 160;
const streetRadiusMetres = 600;
const districtRadiusMetres = 20_000;

/** Where a place is, if that can be said to a settlement or at least near one. */
export const pointOf = ({ precision, point, settlement }: Place): Located | undefined => {
  if (point && (precision === 'point' || precision === 'street')) {
    const least = precision === 'point' ? pinRadiusMetres : streetRadiusMetres;
    return { point, radiusMetres: Math.max(point.accuracyMetres ?? 0, least) };
  }
  if (!settlement) return undefined;
  if (precision === 'district') return { point: settlement.point, radiusMetres: districtRadiusMetres };
  if (precision === 'region' || precision === 'unknown') return undefined;
  return { point: settlement.point, radiusMetres: blurMetres(settlement.population) / 2 };
};

/** Suggested are pairs that are at least so likely. Set with the bench, which prints what is found and what is wrong. */
export const leastScore = 2.5;

/** Munitions that people take for each other, or that come together. */
const families: readonly (readonly Munition[])[] = [
  ['cluster_munition', 'rocket_artillery', 'unexploded_submunition'],
  ['rocket_artillery', 'tube_artillery', 'mortar', 'tank_or_direct_fire'],
  ['ballistic_missile', 'cruise_missile', 'air_defence_missile'],
  ['cluster_munition', 'ballistic_missile'],
  ['guided_bomb', 'unguided_bomb', 'thermobaric'],
  ['loitering_munition', 'dropped_by_drone', 'cruise_missile'],
  ['incendiary', 'rocket_artillery', 'thermobaric'],
  [
    'anti_personnel_mine',
    'scatterable_mine',
    'unexploded_submunition',
    'other_unexploded',
    'improvised_device',
  ],
  ['anti_vehicle_mine', 'other_unexploded', 'improvised_device'],
  ['grenade', 'dropped_by_drone'],
];

/** Whether two munitions may be one; undefined when they cannot. */
export const likeness = (a: Munition, b: Munition): MunitionLikeness | undefined => {
  if (a === 'unknown' || b === 'unknown' || a === 'other' || b === 'other') return 'unknown';
  if (a === b) return 'same';
  return families.some(family => family.includes(a) && family.includes(b)) ? 'related' : undefined;
};

/** How much likelier the munitions are for one incident than for two. Most are not known, so the same one says much. */
const munitionScores: Readonly<Record<MunitionLikeness, number>> = { same: 0.8, related: 0.2, unknown: 0 };

/**
 * Why two sightings may be of one incident; undefined when they are not likely enough. Each part is how much likelier what
 * was said is if it was one incident than if it was any two of the same region and days: distances in units of both
 * radii, times in units of both precisions, so that what is vague can neither prove nor exclude much.
 */
export const reasonFor = (a: Sighting, b: Sighting): Reason | undefined => {
  const munition = likeness(a.munition, b.munition);
  if (!munition || a.phase !== b.phase) return undefined;
  const place = placeScore(a.place, b.place);
  const time = timeScore(a.occurred, b.occurred);
  if (!place || !time) return undefined;
  const score = place.score + time.score + munitionScores[munition] + sourceScore(a, b);
  if (score < leastScore) return undefined;
  return {
    score,
    distanceMetres: place.distanceMetres,
    withinMetres: place.withinMetres,
    apartMinutes: time.apartMinutes,
    precision: time.precision,
    munition,
  };
};

/** Any two incidents of a region lie in a square of this side. */
const regionMetres = 60_000;
/** Any two that are compared happened within so many hours. */
const comparedHours = 72;
/** More radii apart than this is another place. */
const farRadii = 8;
/** So many of a hundred are much further off than they think. */
const farShare = 0.1;

/** The density, per square metre, of a share of all that lie around a point with this radius (a normal distribution's). */
const spread = (distance: number, radius: number, share: number): number =>
  (share / (2 * Math.PI * radius ** 2)) * Math.exp(-((distance / radius) ** 2) / 2);

const placeScore = (a: Place, b: Place) => {
  const [one, other] = [pointOf(a), pointOf(b)];
  if (!one || !other)
    return sameWords(a, b) ? { score: 0.5, distanceMetres: undefined, withinMetres: undefined } : undefined;
  const distance = distanceKm(one.point, other.point) * 1000;
  const radius = Math.hypot(one.radiusMetres, other.radiusMetres);
  const radii = distance / radius;
  if (radii > farRadii) return undefined;
  const nearby = spread(distance, radius, 1 - farShare) + spread(distance, 3 * radius, farShare);
  return {
    score: Math.log10(regionMetres ** 2 * nearby),
    distanceMetres: Math.round(distance),
    withinMetres: Math.round(radius),
  };
};

/** The same district, or the same words for a place that the gazetteer does not have. */
const sameWords = (a: Place, b: Place): boolean => {
  if (a.region !== b.region || a.region === undefined) return false;
  if (a.precision === 'district' && b.precision === 'district')
    return a.district !== undefined && b.district !== undefined && sharesName(a.district, b.district);
  const words = a.words?.trim().toLowerCase();
  return words !== undefined && words !== '' && words === b.words?.trim().toLowerCase();
};

/** How much a time of each precision is off, in hours, beside what its start and end say. */
const slackHours: Readonly<Record<TimePrecision, number>> = {
  minute: 0.5,
  hour: 1,
  part_of_day: 2,
  day: 1,
  week: 12,
  month: 24,
  unknown: 24,
};

const timeScore = (a: Occurred, b: Occurred) => {
  const [one, other] = [extent(a), extent(b)];
  const precision = [a.precision, b.precision].toSorted(
    (x, y) => timePrecisions.indexOf(y) - timePrecisions.indexOf(x),
  )[0] as TimePrecision;
  const vague = 400;
  if (!one || !other) return { score: Math.log10(comparedHours / vague), apartMinutes: 0, precision };
  const apart = Math.max(0, one.from - other.to, other.from - one.to);
  const slack = Math.hypot(slackHours[a.precision], slackHours[b.precision]);
  const spans = [one.to - one.from, other.to - other.from];
  const width = Math.hypot(slack, Math.max(...spans));
  const slacks = apart / slack;
  if (slacks > 3) return undefined;
  const likelihood = (comparedHours / width) * Math.exp(-(slacks ** 2) / 2);
  return { score: Math.log10(likelihood), apartMinutes: Math.round(apart * 60), precision };
};

/** From and to in hours of the wall clock; undefined when nothing bounds it on both sides. */
const extent = ({ start, end, precision }: Occurred) => {
  if (start === undefined && end === undefined) return undefined;
  // "Not after 27 March" is mostly said of the days before.
  const from = start ?? `${end}`;
  const hours = (wall: string, last: boolean) =>
    Date.parse(`${wall.includes('T') ? wall : `${wall}T${last ? '23:59' : '00:00'}`}Z`) / 3_600_000;
  const begins = hours(from, false) - (start === undefined ? 48 : 0);
  return { from: begins, to: end === undefined ? begins + 400 : hours(end, true), precision };
};

/** Two accounts of the very same publication are of one incident; one institution rarely tells the same thing twice otherwise. */
const sourceScore = (a: Sighting, b: Sighting): number =>
  a.source.link !== undefined && a.source.link === b.source.link ? 3 : 0;
