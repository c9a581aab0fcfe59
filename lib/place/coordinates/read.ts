import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { ownNameMatches } from '../gazetteer/lookup.ts';
import { normalise } from '../gazetteer/spelling.ts';
import { isPoint, judgePoint, type PointReading } from '../pin/judge.ts';
import type { Point } from '../place.ts';
import { findGrid } from './grid.ts';
import { isClosedLink, pointInLink, withoutLinks } from './link.ts';
import { findAngles, findDecimals } from './numbers.ts';
import { findPlusCode, pointOfPlusCode } from './plus-code.ts';

/**
 * What coordinates a text holds. `closed`: a map link that tells its place only to who opens it, or a code that is no
 * point by itself (three words, half a plus code): a person is told what to send instead.
 */
export type CoordinatesReading = PointReading | Readonly<{ kind: 'closed' }>;

/** Coordinates stand near the beginning of a message; what comes later is not looked at. */
const longestText = 2000;

/**
 * Reads coordinates in any of the common forms (decimals, degrees with minutes and seconds, UTM and MGRS, plus codes) or
 * a map link, and judges them for the gazetteer's country. Undefined when there are none. Never throws.
 */
export const readCoordinates = (gazetteer: Gazetteer, text: string): CoordinatesReading | undefined => {
  const short = text.slice(0, longestText);
  if (/^\s*0+\s*[,; ]\s*0+\s*$/.test(short)) return { kind: 'zero', point: { lat: 0, lon: 0 } };
  const point = findPoint(gazetteer, short);
  if (point === undefined) return isClosed(short) ? { kind: 'closed' } : undefined;
  const reading = judgePoint(gazetteer, point);
  if (!isPoint(reading.point) || (reading.kind === 'outside' && looksLikeDate.test(short))) return undefined;
  return reading;
};

/** A date and an hour look like a pair of decimals: 14.03 15.40. */
const looksLikeDate = /^\D*([0-2]?\d|3[01])[.,](0?[1-9]|1[0-2])[\s,;]+([01]?\d|2[0-3])[.,][0-5]\d\D*$/;

/** The coordinates in a text as they are written. Latitude may exceed 90 where the two were exchanged. */
const findPoint = (gazetteer: Gazetteer, text: string): Point | undefined => {
  const inLink = pointInLink(text);
  if (inLink) return inLink;
  const plain = withoutLinks(text);
  return findPlus(gazetteer, plain) ?? findGrid(plain) ?? findAngles(plain) ?? findDecimals(plain);
};

/** A plus code; a short one is read beside the settlement that is named with it. */
const findPlus = (gazetteer: Gazetteer, text: string): Point | undefined => {
  const code = findPlusCode(text);
  if (!code) return undefined;
  const words = normalise(text.replace(code, ' ')).split(' ').slice(0, 3);
  const named = [3, 2, 1].flatMap(count => ownNameMatches(gazetteer, words.slice(0, count)));
  const [nearest, other] = [...new Set(named.map(({ settlement }) => settlement))].toSorted(
    (a, b) => b.population - a.population,
  );
  const isAmbiguous = other !== undefined && nearest?.population === other.population;
  return pointOfPlusCode(code, isAmbiguous ? undefined : nearest?.point);
};

const threeWords = /(?:^|\s)\/{2,3}\p{L}+\.\p{L}+\.\p{L}+/u;

const isClosed = (text: string): boolean =>
  isClosedLink(text) || threeWords.test(text) || findPlusCode(text) !== undefined;
