import type { Answers } from '../report/report.ts';
import { addDays, daysBetween } from '../time/date.ts';
import { occurredDay, occurredMonth } from '../time/extent.ts';
import type { Occurred } from '../time/occurred.ts';
import { pointOf, type Sighting } from './duplicate.ts';

/** Where something is in the index `occurrence`: a partition, ordered from south to north. */
export type Occurrence = Readonly<{ occurrence: string; area: string; latitude: string }>;

const nowhere = '-';
const undated = 'undated';
/** Up to so many days are looked through one by one. */
const maxDays = 10;

/** The attributes by which the index finds a report, or a contribution to an incident. */
export const occurrenceOf = (answers: Pick<Answers, 'place' | 'occurred'>): Occurrence => {
  const point = pointOf(answers.place)?.point;
  return {
    occurrence: occurredDay(answers.occurred) ?? occurredMonth(answers.occurred) ?? undated,
    area: answers.place.region ?? nowhere,
    latitude: point ? latitudeText(point.lat) : nowhere,
  };
};

/** A stretch of the index in which duplicates may be found. */
export type Stretch = Readonly<{ occurrence: string; area: string; from: string; to: string }>;

/** Where to look for duplicates. At most a dozen stretches, whatever is stored. */
export const stretchesAround = ({
  place,
  occurred,
}: Pick<Sighting, 'place' | 'occurred'>): readonly Stretch[] => {
  const located = pointOf(place);
  const area = place.region ?? nowhere;
  const edge = (sign: 1 | -1): string =>
    located ? latitudeText(located.point.lat + sign * reachDegrees(located.radiusMetres)) : nowhere;
  return bucketsAround(occurred).map(occurrence => ({ occurrence, area, from: edge(-1), to: edge(1) }));
};

/** Twice its own radius, and the radius of a large settlement. A degree of latitude is 111 km. */
const reachDegrees = (radiusMetres: number): number => (2 * radiusMetres + 20_000) / 111_000;

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
