/** Plus codes (Open Location Code): https://github.com/google/open-location-code/blob/main/Documentation/Specification/specification.md */
import type { Point } from '../place.ts';

const digits = '23456789CFGHJMPQRVWX';
const base = digits.length;
/** Degrees of each of the five pairs of digits: 20°, 1°, 0.05° … */
const pairDegrees = [20, 1, 1 / 20, 1 / 400, 1 / 8000] as const;
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])([${digits}]{2}){2,4}\\+[${digits}]{2,5}(?![\\p{L}\\p{N}+])`,
  'iu',
);

/** The first plus code of a text, full or short, with at least two digits after the plus. */
export const findPlusCode = (text: string): string | undefined => pattern.exec(text)?.[0];

/** The middle of a code's cell. A short code is that nearest to `near`; without one it is no point. */
export const pointOfPlusCode = (code: string, near: Point | undefined): Point | undefined => {
  const letters = code.toUpperCase().replace('+', '');
  const missing = 8 - code.indexOf('+');
  if (missing === 0) return middleOf(letters);
  if (near === undefined) return undefined;
  const found = middleOf(lettersOf(near).slice(0, missing) + letters);
  // The prefix is that of the reference; the cell meant may lie in the next one.
  const step = pairDegrees[missing / 2 - 1] ?? 20;
  const nearer = (value: number, reference: number): number =>
    value + step * Math.round((reference - value) / step);
  return { lat: nearer(found.lat, near.lat), lon: nearer(found.lon, near.lon) };
};

const middleOf = (letters: string): Point => {
  let [lat, lon] = [-90, -180];
  const pairs = Math.min(pairDegrees.length, Math.floor(letters.length / 2));
  for (let pair = 0; pair < pairs; pair++) {
    const degrees = pairDegrees[pair] ?? 0;
    lat += digits.indexOf(letters.charAt(2 * pair)) * degrees;
    lon += digits.indexOf(letters.charAt(2 * pair + 1)) * degrees;
  }
  const half = (pairDegrees[pairs - 1] ?? 0) / 2;
  return { lat: lat + half, lon: lon + half };
};

/** The first eight digits of a point's code. */
const lettersOf = ({ lat, lon }: Point): string => {
  let [north, east] = [lat + 90, lon + 180];
  return pairDegrees
    .slice(0, 4)
    .map(degrees => {
      const [row, column] = [Math.floor(north / degrees), Math.floor(east / degrees)];
      north -= row * degrees;
      east -= column * degrees;
      return digits.charAt(row % base) + digits.charAt(column % base);
    })
    .join('');
};
