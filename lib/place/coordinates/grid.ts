/** UTM and MGRS, the grids of deminers and rescuers, on WGS84. */
import type { Point } from '../place.ts';

const semiMajorMetres = 6_378_137;
const flattening = 1 / 298.257223563;
const scale = 0.9996;
const falseEastingMetres = 500_000;
const falseNorthingMetres = 10_000_000;

/** Letters of rows of 100 km, from the equator in odd zones, from F in even ones. */
const rowLetters = 'ABCDEFGHJKLMNPQRSTUV';
/** Letters of columns of 100 km: eight for each of three zones, over and over. */
const columnLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const bandLetters = 'CDEFGHJKLMNPQRSTUVWX';

const zone = String.raw`(?<![\p{L}\p{N}])(0?[1-9]|[1-5]\d|60)\s?([C-HJ-NP-X])`;
const mgrsPattern = new RegExp(
  String.raw`${zone}\s?([A-HJ-NP-Z])([A-HJ-NP-V])\s?(\d[\d ]{2,11}\d)(?!\d)`,
  'u',
);
const utmPattern = new RegExp(
  String.raw`${zone}\s+E?\s?(\d{6})(?:[.,]\d+)?\s?(?:m ?E)?[\s,;]+N?\s?(\d{7})(?!\d)`,
  'u',
);

/** Cyrillic letters that look like Latin ones, which phones mix into codes. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АВСЕНКМРТХ'].map((letter, at) => [letter, 'ABCEHKMPTX'.charAt(at)]),
);

/** The point of an MGRS or UTM reference; of a coarse one the middle of its square, with the square's size. */
export const findGrid = (text: string): Point | undefined => {
  const latin = text.toUpperCase().replace(/[АВСЕНКМРТХ]/g, letter => lookAlikes[letter] ?? letter);
  return pointOfMgrs(mgrsPattern.exec(latin)) ?? pointOfUtm(utmPattern.exec(latin));
};

const pointOfUtm = (match: RegExpExecArray | null): Point | undefined => {
  if (!match) return undefined;
  const [, number, band = '', easting, northing] = match;
  const isSouth = band < 'N';
  return fromUtm(Number(number), Number(easting), Number(northing) - (isSouth ? falseNorthingMetres : 0));
};

const pointOfMgrs = (match: RegExpExecArray | null): Point | undefined => {
  if (!match) return undefined;
  const [, number = '', band = '', column = '', row = '', places = ''] = match;
  const figures = places.replaceAll(' ', '');
  const half = figures.length / 2;
  const at = columnLetters.indexOf(column) - 8 * ((Number(number) - 1) % 3);
  if (!Number.isInteger(half) || half > 5 || at < 0 || at > 7) return undefined;
  const size = 10 ** (5 - half);
  const metres = (text: string): number => (Number(text) + 0.5) * size;
  const easting = (at + 1) * 100_000 + metres(figures.slice(0, half));
  const first = Number(number) % 2 === 0 ? 5 : 0;
  const squares = (rowLetters.indexOf(row) - first + rowLetters.length) % rowLetters.length;
  const within = squares * 100_000 + metres(figures.slice(half));
  // Letters of rows come again every 2,000 km: the band tells which of them is meant.
  const south = (bandLetters.indexOf(band) - 10) * 8;
  const least = south * 110_600 - 100_000;
  const northing = within + 2_000_000 * Math.ceil((least - within) / 2_000_000);
  const point = fromUtm(Number(number), easting, northing);
  return size >= 100 ? { ...point, accuracyMetres: Math.round(size * Math.SQRT1_2) } : point;
};

/** The inverse of the transverse Mercator projection, to a metre. `northing` counts from the equator, south is negative. */
const fromUtm = (number: number, easting: number, northing: number): Point => {
  const e2 = flattening * (2 - flattening);
  const ep2 = e2 / (1 - e2);
  const e1 = (1 - Math.sqrt(1 - e2)) / (1 + Math.sqrt(1 - e2));
  const mu = northing / scale / (semiMajorMetres * (1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256));
  const foot =
    mu +
    ((3 * e1) / 2 - (27 * e1 ** 3) / 32) * Math.sin(2 * mu) +
    ((21 * e1 ** 2) / 16 - (55 * e1 ** 4) / 32) * Math.sin(4 * mu) +
    ((151 * e1 ** 3) / 96) * Math.sin(6 * mu);
  const [sin, cos, tan] = [Math.sin(foot), Math.cos(foot), Math.tan(foot)];
  const n = semiMajorMetres / Math.sqrt(1 - e2 * sin ** 2);
  const r = (semiMajorMetres * (1 - e2)) / (1 - e2 * sin ** 2) ** 1.5;
  const [t, c, d] = [tan ** 2, ep2 * cos ** 2, (easting - falseEastingMetres) / (n * scale)];
  const lat =
    foot -
    ((n * tan) / r) *
      (d ** 2 / 2 -
        ((5 + 3 * t + 10 * c - 4 * c ** 2 - 9 * ep2) * d ** 4) / 24 +
        ((61 + 90 * t + 298 * c + 45 * t ** 2 - 252 * ep2 - 3 * c ** 2) * d ** 6) / 720);
  const lon =
    (d -
      ((1 + 2 * t + c) * d ** 3) / 6 +
      ((5 - 2 * c + 28 * t - 3 * c ** 2 + 8 * ep2 + 24 * t ** 2) * d ** 5) / 120) /
    cos;
  const degrees = (radians: number): number => (radians * 180) / Math.PI;
  return { lat: degrees(lat), lon: 6 * number - 183 + degrees(lon) };
};
