import type { PublicPlace } from '../place/public.ts';
import type { Answers } from '../report/report.ts';
import { addDays, daysBetween } from '../time/date.ts';
import { occurredDay, occurredMonth } from '../time/extent.ts';
import type { Occurred } from '../time/occurred.ts';
import type { Sighting } from './duplicate.ts';
import { type Located, pointOf } from './location.ts';
import { farthestNearMetres, publicPlaceOf } from './publication/place.ts';

/** Where something is in the index `nearby`: a partition, ordered from south to north. */
type NearbyKeys = Readonly<{ nearby: string; area: string; latitude: string }>;

const nowhere = '-';
const undated = 'undated';
/** Up to so many days are looked through one by one. */
const maxDays = 10;

/** When and where something was, as exactly as readers may be told of one report that stands alone. */
type Whereabouts = Readonly<{ day: string; place: PublicPlace }>;

/** The day (else the month) and the public place by which a report is looked for. */
export const whereaboutsOf = (answers: Pick<Answers, 'place' | 'occurred' | 'source'>): Whereabouts => ({
  day: occurredDay(answers.occurred) ?? occurredMonth(answers.occurred) ?? undated,
  place: publicPlaceOf(answers.place, [{ reporter: '', answers }]),
});

/**
 * The attributes by which the index finds a report, or a contribution to an incident. They say no more than readers may be
 * told.
 */
export const nearbyKeysOf = ({ day, place }: Whereabouts): NearbyKeys => ({
  nearby: day,
  area: place.region ?? nowhere,
  latitude: place.point ? latitudeText(place.point.lat) : nowhere,
});

/** A stretch of the index in which duplicates may be found. */
export type Stretch = Readonly<{ nearby: string; area: string; from: string; to: string }>;

/**
 * Where to look for duplicates: near it, and where places are known no better than to their region. At most two dozen
 * stretches, whatever is stored.
 */
export const stretchesAround = ({
  place,
  occurred,
}: Pick<Sighting, 'place' | 'occurred'>): readonly Stretch[] => {
  const located = pointOf(place);
  const area = place.region ?? nowhere;
  const edge = (sign: 1 | -1, { point, radiusMetres }: Located): string =>
    latitudeText(point.lat + sign * reachDegrees(radiusMetres));
  return bucketsAround(occurred).flatMap(nearby => [
    { nearby, area, from: nowhere, to: nowhere },
    ...(located ? [{ nearby, area, from: edge(-1, located), to: edge(1, located) }] : []),
  ]);
};

/**
 * Twice its own radius, the radius of a large settlement, and how far the centre of the other's settlement may be from what
 * happened there. A degree of latitude is 111 km.
 */
const reachDegrees = (radiusMetres: number): number =>
  (2 * radiusMetres + 20_000 + farthestNearMetres) / 111_000;

/** The partitions (days, months, undated) that hold what may overlap in time. */
const bucketsAround = (occurred: Occurred): readonly string[] => {
  const start = occurred.start?.slice(0, 10);
  const end = occurred.end?.slice(0, 10);
  const month = occurredMonth(occurred);
  if (start && end && daysBetween(start, end) <= maxDays - 3) {
    const days = Array.from({ length: daysBetween(start, end) + 3 }, (_, n) => addDays(start, n - 1));
    return [...days, ...new Set([start.slice(0, 7), end.slice(0, 7)]), undated];
  }
  if (month) return [month, undated];
  // "Not after 27 March" is mostly said of the days before.
  return end ? [...[0, 1, 2].map(n => addDays(end, -n)), end.slice(0, 7), undated] : [undated];
};

/** Text whose order is that of the number: hundredths of a degree from the south pole. */
const latitudeText = (lat: number): string =>
  String(Math.round((Math.min(90, Math.max(-90, lat)) + 90) * 100)).padStart(5, '0');
