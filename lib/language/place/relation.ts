import { distanceKm, pointAt } from '../../place/distance.ts';
import type { Gazetteer, GazetteerSettlement } from '../../place/gazetteer/gazetteer.ts';
import { placeOfPoint } from '../../place/pin/pin.ts';
import type { Place, Point } from '../../place/place.ts';
import type { Token } from './phrase.ts';
import {
  betweenWords,
  type Direction,
  directionIn,
  fromWords,
  metresIn,
  numberIn,
  roadWords,
} from './words.ts';

/**
 * How an answer relates to the settlement that it names: "5 km north of Izium", "між Ізюмом і Слов'янськом". A
 * distance without a compass point, or the reverse, is possible.
 */
export type Relation = Readonly<
  | { kind: 'away'; km?: number; bearing?: number; taken: ReadonlySet<number> }
  | { kind: 'between'; taken: ReadonlySet<number> }
>;

/** "North of Izium" with no distance: somewhere within this. */
const unsaidKm = 15;

const spread = (at: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, step) => at + step);

/** The relation that the words state, and which of them state it. */
export const findRelation = (tokens: readonly Token[]): Relation | undefined => {
  const word = (at: number): string => tokens[at]?.word ?? '';
  const taken = new Set<number>();
  let km: number | undefined;
  let direction: Direction | undefined;
  let isFrom = false;
  for (let at = 0; at < tokens.length; at++) {
    if (betweenWords.has(word(at))) return { kind: 'between', taken: new Set([at]) };
    const number = numberIn(word(at));
    const fraction =
      /^\d$/.test(word(at + 1)) && metresIn(word(at + 2)) !== undefined ? Number(word(at + 1)) / 10 : 0;
    const unitAt = at + (fraction > 0 ? 2 : 1);
    const metres = metresIn(word(unitAt));
    if (number !== undefined && metres !== undefined && km === undefined) {
      km = ((number + fraction) * metres) / 1000;
      for (const position of spread(at, unitAt - at + 1)) taken.add(position);
    } else if (metresIn(word(at)) === 1000 && !taken.has(at)) {
      // "кілометр від Ізюма"
      km ??= 1;
      taken.add(at);
    }
    for (const count of [2, 1]) {
      const found = directionIn(spread(at, count).map(word).join(' '));
      if (found === undefined || direction !== undefined) continue;
      direction = found;
      isFrom = spread(at + count, 2).some(next => fromWords.has(word(next)));
      for (const position of spread(at, count)) taken.add(position);
      break;
    }
  }
  if (km !== undefined && km < 0.5) km = undefined;
  const isAway = km !== undefined || (direction !== undefined && (direction.apart || isFrom));
  if (isAway) return { kind: 'away', taken, km, bearing: direction?.bearing };
  const road = tokens.findIndex(token => roadWords.has(token.word));
  return road === -1 ? undefined : { kind: 'between', taken: new Set([road]) };
};

/** Words that only say in which part of a place it was ("на півночі Харкова"): no relation, and no name either. */
export const directionPositions = (tokens: readonly Token[]): ReadonlySet<number> => {
  const taken = new Set<number>();
  tokens.forEach((_, at) => {
    for (const count of [2, 1]) {
      const words = tokens.slice(at, at + count).map(other => other.word);
      if (words.length === count && directionIn(words.join(' ')))
        for (const position of spread(at, count)) taken.add(position);
    }
  });
  return taken;
};

const around = (
  { id, names, population, point: centre }: GazetteerSettlement,
  area: Pick<Place, 'region' | 'district'>,
  point: Point,
  words: string,
): Place => ({
  precision: 'district',
  origin: 'typed',
  region: area.region,
  district: area.district,
  settlement: { id, names, population, point: centre },
  words,
  point,
});

/**
 * The place that lies so from a settlement. Its precision is `district`; its point is reckoned from the words, with the
 * radius in which they leave it.
 */
export const placeAway = (
  gazetteer: Gazetteer,
  from: GazetteerSettlement,
  { km, bearing }: Readonly<{ km?: number; bearing?: number }>,
  words: string,
): Place => {
  const isExact = km !== undefined && bearing !== undefined;
  const centre = isExact ? pointAt(from.point, km, bearing) : from.point;
  const radiusKm = isExact ? Math.max(2, km / 3) : (km ?? unsaidKm) + 2;
  const there = placeOfPoint(gazetteer, centre, 'typed');
  const area = there.region === undefined ? { region: from.region, district: from.district?.names } : there;
  return around(from, area, { ...centre, accuracyMetres: Math.round(radiusKm * 1000) }, words);
};

/** The place between two settlements: its point is the middle, its radius half the way. Its region and district are said
 * only when both settlements lie in them. */
export const placeBetween = (
  first: GazetteerSettlement,
  second: GazetteerSettlement,
  words: string,
): Place => {
  const middle = {
    lat: (first.point.lat + second.point.lat) / 2,
    lon: (first.point.lon + second.point.lon) / 2,
    accuracyMetres: Math.round(distanceKm(first.point, second.point) * 500),
  };
  const area = {
    region: first.region === second.region ? first.region : undefined,
    district: first.district === second.district ? first.district?.names : undefined,
  };
  return around(first, area, middle, words);
};
