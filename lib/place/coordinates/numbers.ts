import type { Point } from '../place.ts';

type Axis = 'lat' | 'lon';
type Side = readonly [axis: Axis, sign: 1 | -1];

/** Hemispheres as letters, abbreviations and words of three languages. С is Cyrillic north, З is west in Ukrainian. */
const hemispheres: readonly (readonly [pattern: string, side: Side])[] = [
  [
    String.raw`north\p{L}*(?:\s+lat\p{L}*)?|п[іи]вн(?:ічн)?\p{L}*\.?(?:\s?ш\p{L}*)?|пн\.?(?:\s?ш\.?)?|северн\p{L}*(?:\s?ш\p{L}*)?|с\.?\s?ш\.?|N`,
    ['lat', 1],
  ],
  [
    String.raw`south\p{L}*(?:\s+lat\p{L}*)?|півд(?:енн)?\p{L}*\.?(?:\s?ш\p{L}*)?|пд\.?(?:\s?ш\.?)?|южн\p{L}*(?:\s?ш\p{L}*)?|ю\.?\s?ш\.?|S`,
    ['lat', -1],
  ],
  [
    String.raw`east\p{L}*(?:\s+lon\p{L}*)?|східн\p{L}*(?:\s?д\p{L}*)?|сх\.?(?:\s?д\.?)?|восточн\p{L}*(?:\s?д\p{L}*)?|в\.?\s?д\.?|E`,
    ['lon', 1],
  ],
  [
    String.raw`west\p{L}*(?:\s+lon\p{L}*)?|західн\p{L}*(?:\s?д\p{L}*)?|зх\.?(?:\s?д\.?)?|западн\p{L}*(?:\s?д\p{L}*)?|з\.?\s?д\.?|W`,
    ['lon', -1],
  ],
];
const sides = hemispheres.map(([pattern, side]) => [new RegExp(`^(?:${pattern})$`, 'iu'), side] as const);
const hemisphere = `(?:${hemispheres.map(([pattern]) => pattern).join('|')})(?!\\p{L})`;

const sideOf = (text: string | undefined): Side | undefined =>
  text === undefined ? undefined : sides.find(([pattern]) => pattern.test(text.trim()))?.[1];

const decimal = (text: string | undefined): number =>
  text === undefined ? 0 : Number(text.replace(',', '.').replace(/[−–]/, '-'));

/** Latitude first, unless the hemispheres say otherwise. */
const pair = (
  [first, firstSide]: readonly [number, Side | undefined],
  [second, secondSide]: readonly [number, Side | undefined],
): Point | undefined => {
  if (firstSide && firstSide[0] === secondSide?.[0]) return undefined;
  const a = first * (firstSide?.[1] ?? 1);
  const b = second * (secondSide?.[1] ?? 1);
  const isLonFirst = firstSide?.[0] === 'lon' || secondSide?.[0] === 'lat';
  const point = isLonFirst ? { lat: b, lon: a } : { lat: a, lon: b };
  return Math.abs(point.lat) <= 180 && Math.abs(point.lon) <= 180 ? point : undefined;
};

const degreeMark = String.raw`\s?(?:°|º|˚|∘|градус\p{L}*|град\.?|degrees?|deg\.?)\s*`;
const minuteMark = String.raw`\s?(?:['’′ʹ‘]|хв\p{L}*\.?|мін\p{L}*\.?|мин\p{L}*\.?|min\p{L}*\.?)`;
const secondMark = String.raw`\s?(?:["”″“]|''|′′|’’|сек\p{L}*\.?|с\.?(?=\s)|sec\p{L}*\.?)`;
const angle = String.raw`(?:(${hemisphere})\s*)?(-?\d{1,3}(?:[.,]\d+)?)${degreeMark}(?:(\d{1,2}(?:[.,]\d+)?)(?:${minuteMark}|(?=\s|$|[,;]))\s*)?(?:(\d{1,2}(?:[.,]\d+)?)(?:${secondMark})\s*)?(${hemisphere})?`;
const anglePair = new RegExp(`${angle}\\s*[,;/]?\\s*${angle}`, 'iu');

/** Degrees, minutes and seconds apart by spaces or hyphens, which are told from other numbers by their hemispheres. */
const bare = String.raw`(\d{1,3})[\s-]+(\d{1,2}(?:[.,]\d+)?)(?:[\s-]+(\d{1,2}(?:[.,]\d+)?))?`;
const sideFirst = new RegExp(
  String.raw`(${hemisphere})\s*${bare}[\s,;/]+(${hemisphere})\s*${bare}(?![\d.,]*\d)`,
  'iu',
);
const sideLast = new RegExp(
  String.raw`(?<![\d.,-])${bare}\s*(${hemisphere})[\s,;/]+${bare}\s*(${hemisphere})`,
  'iu',
);
/** As receivers write them: ddmm.mmm and dddmm.mmm. */
const packed = /(?<!\d)(\d{2})(\d{2}\.\d+),?\s?([NS])[\s,;/]+([01]\d{2})(\d{2}\.\d+),?\s?([EW])(?!\p{L})/iu;

type Read = readonly [
  degrees: string | undefined,
  minutes?: string | undefined,
  seconds?: string | undefined,
];

/** Degrees of an angle; undefined when its minutes or seconds are 60 or more: then it is none. */
const degreesOf = ([degrees, minutes, seconds]: Read): number | undefined => {
  const [whole, minute, second] = [decimal(degrees), decimal(minutes), decimal(seconds)];
  if (minute >= 60 || second >= 60) return undefined;
  return (whole < 0 ? -1 : 1) * (Math.abs(whole) + minute / 60 + second / 3600);
};

const anglesOf = (a: Read, sideA: Side | undefined, b: Read, sideB: Side | undefined): Point | undefined => {
  const [first, second] = [degreesOf(a), degreesOf(b)];
  return first === undefined || second === undefined ? undefined : pair([first, sideA], [second, sideB]);
};

/** A pair of angles: 49°59′36.6″N 36°13′49″E, N 49°59.610 E 36°13.824, 49 59 36 N 36 13 49 E. */
export const findAngles = (text: string): Point | undefined => {
  const marked = anglePair.exec(text);
  if (marked) {
    const [, a, d1, m1, s1, z1, b, d2, m2, s2, z2] = marked;
    const point = anglesOf([d1, m1, s1], sideOf(a ?? z1), [d2, m2, s2], sideOf(b ?? z2));
    if (point) return point;
  }
  const first = sideFirst.exec(text);
  if (first)
    return anglesOf(
      [first[2], first[3], first[4]],
      sideOf(first[1]),
      [first[6], first[7], first[8]],
      sideOf(first[5]),
    );
  const last = sideLast.exec(text);
  if (last)
    return anglesOf(
      [last[1], last[2], last[3]],
      sideOf(last[4]),
      [last[5], last[6], last[7]],
      sideOf(last[8]),
    );
  const receiver = packed.exec(text);
  return receiver
    ? anglesOf(
        [receiver[1], receiver[2]],
        sideOf(receiver[3]),
        [receiver[4], receiver[5]],
        sideOf(receiver[6]),
      )
    : undefined;
};

const number = String.raw`[-+−]?\d{1,3}(?:[.,]\d+)?`;
const decimalPair = new RegExp(
  String.raw`(?<![\d.,:/-])(?:(${hemisphere})\s*)?(${number})\s*(${hemisphere})?\s*(?:[\s,;/|]|та|і|и|and)\s*(?:(${hemisphere})\s*)?(${number})\s*(${hemisphere})?(?![\d:]|[.,]\d)`,
  'iu',
);
const axisWords =
  /(?<!\p{L})(?:latitude|longitude|lat|long|lon|lng|широт[аиіу]|довгот[аиіу]|долгот[аыу])(?!\p{L})\.?\s*[:=]?/giu;

/** A pair of decimal numbers: 49.9935, 36.2304; 49,9935; 36,2304; N49.99 E36.23. */
export const findDecimals = (text: string): Point | undefined => {
  const match =
    decimalPair.exec(text.replace(/(?<=\d)\s?[°º˚]/g, '')) ?? decimalPair.exec(text.replace(axisWords, ' '));
  if (!match) return undefined;
  const [, beforeA, a = '', afterA, beforeB, b = '', afterB] = match;
  const marked = (beforeA ?? afterA) !== undefined && (beforeB ?? afterB) !== undefined;
  // Two bare numbers are coordinates only with decimals in both: "8, 3 of them medics" is none.
  if (!marked && !(/[.,]\d/.test(a) && /[.,]\d/.test(b))) return undefined;
  return pair([decimal(a), sideOf(beforeA ?? afterA)], [decimal(b), sideOf(beforeB ?? afterB)]);
};
