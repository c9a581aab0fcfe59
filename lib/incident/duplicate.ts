import { sharesName } from '../locale.ts';
import { distanceKm } from '../place/distance.ts';
import type { Place } from '../place/place.ts';
import type { Count } from '../report/count.ts';
import type { Answers } from '../report/report.ts';
import { type Munition, munitionTraits } from '../report/vocabulary.ts';
import type { Occurred, TimePrecision } from '../time/occurred.ts';
import { timePrecisions } from '../time/occurred.ts';
import { pointOf } from './location.ts';

/** What two reports are compared by. */
export type Sighting = Readonly<
  Pick<
    Answers,
    | 'phase'
    | 'place'
    | 'occurred'
    | 'munition'
    | 'effect'
    | 'source'
    | 'killed'
    | 'injured'
    | 'account'
    | 'post'
  >
>;

/** Why two sightings may be of one incident: "2 km, same evening, both cluster". */
export type Reason = Readonly<{
  /** The logarithm (base 10) of how much likelier the two are one incident than any two of those days. */
  score: number;
  /** How far apart, when both can be placed, and how exact that is: both radii combined. */
  distanceMetres: number | undefined;
  withinMetres: number | undefined;
  /** The time between them: 0 when they overlap. `precision` is that of the vaguer one. */
  apartMinutes: number;
  precision: TimePrecision;
  munition: MunitionLikeness;
  /** Both hand on one statement: the same publication, or the same words. That is one voice, however often it is told. */
  sameStatement?: true | undefined;
}>;

type MunitionLikeness = 'same' | 'related' | 'unknown';

/** How alike two munitions are; undefined when they cannot be one. */
export const likeness = (a: Munition, b: Munition): MunitionLikeness | undefined => {
  if (a === 'unknown' || b === 'unknown' || a === 'other' || b === 'other') return 'unknown';
  if (a === b) return 'same';
  const isTaken = munitionTraits[a].takenFor.includes(b) || munitionTraits[b].takenFor.includes(a);
  return isTaken ? 'related' : undefined;
};

/** Most munitions are unknown, so that two of the same kind are strong evidence. */
const munitionScores: Readonly<Record<MunitionLikeness, number>> = { same: 0.8, related: 0.2, unknown: 0 };

/**
 * Why two sightings may be of one incident; undefined when they cannot be. Each part of the score compares one
 * incident with any two of the same region and days. Distances are measured in units of both radii and times in units of
 * both precisions, so that vague ones neither prove nor exclude much.
 */
export const reasonFor = (a: Sighting, b: Sighting): Reason | undefined => {
  const munition = likeness(a.munition, b.munition);
  if (!munition || a.phase !== b.phase) return undefined;
  const place = placeScore(a.place, b.place);
  const time = timeScore(a.occurred, b.occurred);
  if (!place || !time) return undefined;
  const isSame = isSameStatement(a, b);
  return {
    score:
      place.score +
      time.score +
      munitionScores[munition] +
      harmScore(a.killed, b.killed) +
      harmScore(a.injured, b.injured) +
      (isSame ? statementScore : 0),
    distanceMetres: place.distanceMetres,
    withinMetres: place.withinMetres,
    apartMinutes: time.apartMinutes,
    precision: time.precision,
    munition,
    sameStatement: isSame || undefined,
  };
};

/** How much likelier than any strike of those days one is that happened around the same settlement on the same day. */
export const vicinityOf = (a: Sighting, b: Sighting): number => {
  const [one, other] = [pointOf(a.place), pointOf(b.place)];
  const [from, to] = [extent(a.occurred), extent(b.occurred)];
  if (!one || !other || !from || !to) return 0;
  const distance = distanceKm(one.point, other.point) * 1000;
  const radius = Math.hypot(one.radiusMetres, other.radiusMetres, vicinityMetres);
  const apart = Math.max(0, from.from - to.to, to.from - from.to);
  const days = Math.exp(-((apart / 24) ** 2) / 2);
  return regionMetres ** 2 * spread(distance, radius, 1) * (comparedHours / 24) * days;
};

/** Where there was one strike others are likely, within about this distance. */
const vicinityMetres = 5000;

/** Any two incidents of a region lie in a square of this side. */
const regionMetres = 60_000;
/** Any two that are compared happened within so many hours of each other. */
const comparedHours = 72;
/** Further apart than this they are two places. */
const farRadii = 8;
/** The share of pins that are much further off than their radius says. */
const farShare = 0.1;

/** The density (per square metre) at a distance of a normal distribution with this radius, weighted by a share. */
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

/** Whether two places without a point have the same district, or the same typed words. */
const sameWords = (a: Place, b: Place): boolean => {
  if (a.region !== b.region || a.region === undefined) return false;
  if (a.precision === 'district' && b.precision === 'district')
    return a.district !== undefined && b.district !== undefined && sharesName(a.district, b.district);
  const words = a.words?.trim().toLowerCase();
  return words !== undefined && words !== '' && words === b.words?.trim().toLowerCase();
};

/** How far off a time of each precision may be, in hours, beyond its start and end. */
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

/** From and to, in hours of the wall clock; undefined when neither start nor end is known. */
const extent = ({ start, end, precision }: Occurred) => {
  if (start === undefined && end === undefined) return undefined;
  // "Not after 27 March" is mostly said of the days before.
  const from = start ?? `${end}`;
  const hours = (wall: string, last: boolean) =>
    Date.parse(`${wall.includes('T') ? wall : `${wall}T${last ? '23:59' : '00:00'}`}Z`) / 3_600_000;
  const begins = hours(from, false) - (start === undefined ? 48 : 0);
  return { from: begins, to: end === undefined ? begins + 400 : hours(end, true), precision };
};

/** What hands on one statement is of one incident. */
const statementScore = 3;
/** Shorter words than these, in characters, may be alike by chance. */
const leastStatementLength = 24;

/** Whether two reports hand on one statement: the same link, or the same words in their accounts or posts. */
export const isSameStatement = (
  a: Pick<Sighting, 'source' | 'account' | 'post'>,
  b: Pick<Sighting, 'source' | 'account' | 'post'>,
): boolean => {
  if (a.source.link !== undefined && a.source.link === b.source.link) return true;
  const said = new Set(statementsOf(a));
  return statementsOf(b).some(words => said.has(words));
};

const statementsOf = ({ account, post }: Pick<Sighting, 'account' | 'post'>): readonly string[] =>
  [account, post?.text].flatMap(text => {
    const words = (text ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return words.length >= leastStatementLength ? words : [];
  });

/** Numbers of people that may be the same speak for one incident, and others against it. People miscount: a little off is the same. */
const harmScore = (a: Count, b: Count): number => {
  if (a === 'unknown' || b === 'unknown') return 0;
  const off = Math.max(0, a.min - (b.max ?? a.min), b.min - (a.max ?? b.min));
  const most = Math.max(a.min, b.min);
  if (off > Math.max(1, most / 4)) return -0.5;
  if (Math.min(a.min, b.min) === 0) return 0.1;
  return a.max === undefined || b.max === undefined ? 0.2 : 0.5;
};
