import { type Gazetteer, nearestSettlement } from './gazetteer/gazetteer.ts';
import type { Point } from './place.ts';

/**
 * Coordinates found in a text. `swapped`: only with latitude and longitude exchanged do they lie in the country;
 * `point` is the exchanged one, to be confirmed. `zero`: (0, 0) is what broken devices send, no place. `outside`: not
 * in the country: to be questioned, not refused.
 */
export type PointReading = Readonly<{ kind: 'point' | 'swapped' | 'zero' | 'outside'; point: Point }>;

const isPoint = ({ lat, lon }: Point): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

/** Farther than this from every settlement of the country is outside it. No inhabited part of Ukraine is. */
const outsideKm = 25;

const isInside = (gazetteer: Gazetteer, point: Point): boolean =>
  isPoint(point) && (nearestSettlement(gazetteer, point)?.km ?? Infinity) <= outsideKm;

/** What a pair of coordinates is, for the country of the gazetteer: a shared pin needs the question as typed ones do. */
export const judgePoint = (gazetteer: Gazetteer, point: Point): PointReading => {
  if (Math.abs(point.lat) < 0.01 && Math.abs(point.lon) < 0.01) return { kind: 'zero', point };
  if (isInside(gazetteer, point)) return { kind: 'point', point };
  const swapped = { ...point, lat: point.lon, lon: point.lat };
  if (isInside(gazetteer, swapped)) return { kind: 'swapped', point: swapped };
  return { kind: 'outside', point };
};

const number = String.raw`[-+−]?\d{1,3}(?:[.,]\d+)?`;

/** Parts of map links that hold latitude and longitude: Google, Apple, OpenStreetMap, Bing, Waze, geo: URIs. */
const linkPatterns: readonly RegExp[] = [
  /!3d(-?\d+(?:\.\d+)?)!4d(-?\d+(?:\.\d+)?)/,
  /geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/i,
  /[?&#]mlat=(-?\d+(?:\.\d+)?)&mlon=(-?\d+(?:\.\d+)?)/,
  /[?&](?:q|query|ll|sll|center|destination|daddr|saddr|cp|to|coordinate|address)=(?:loc:|ll\.)?(-?\d+(?:\.\d+)?)(?:,|%2C|~|\+|%20)+(-?\d+(?:\.\d+)?)/i,
  /@(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/,
  /\/(?:search|place|dir)\/(-?\d+(?:\.\d+)?)(?:,|%2C)\+?(-?\d+(?:\.\d+)?)/,
  /#map=\d+(?:\.\d+)?\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)/,
];

/** Yandex puts longitude first. */
const yandexPattern =
  /[?&](?:ll|pt|whatshere(?:\[|%5B)point(?:\]|%5D))=(-?\d+(?:\.\d+)?)(?:,|%2C)(-?\d+(?:\.\d+)?)/i;

const fromLink = (text: string): Point | undefined => {
  const link = /(?:https?:\/\/|geo:|www\.|maps\.)\S+/i.exec(text)?.[0];
  if (link === undefined) return undefined;
  if (/yandex\./i.test(link)) {
    const match = yandexPattern.exec(link);
    return match ? { lat: Number(match[2]), lon: Number(match[1]) } : undefined;
  }
  for (const pattern of linkPatterns) {
    const match = pattern.exec(link);
    if (match) return { lat: Number(match[1]), lon: Number(match[2]) };
  }
  return undefined;
};

/** Hemisphere letters and words in three languages. С is Cyrillic north, З is west in Ukrainian. */
const hemispheres: Readonly<Record<string, readonly ['lat' | 'lon', 1 | -1]>> = {
  n: ['lat', 1],
  s: ['lat', -1],
  e: ['lon', 1],
  w: ['lon', -1],
  пн: ['lat', 1],
  пд: ['lat', -1],
  сх: ['lon', 1],
  зх: ['lon', -1],
  'с.ш': ['lat', 1],
  'ю.ш': ['lat', -1],
  'в.д': ['lon', 1],
  'з.д': ['lon', -1],
  'пн.ш': ['lat', 1],
  'пд.ш': ['lat', -1],
  'сх.д': ['lon', 1],
  'зх.д': ['lon', -1],
  сш: ['lat', 1],
  юш: ['lat', -1],
  вд: ['lon', 1],
  зд: ['lon', -1],
};
const hemisphere = String.raw`(?:[NSEW](?![a-z])|пн\.?\s?ш\.?|пд\.?\s?ш\.?|сх\.?\s?д\.?|зх\.?\s?д\.?|с\.?\s?ш\.?|ю\.?\s?ш\.?|в\.?\s?д\.?|з\.?\s?д\.?|пн\.?|пд\.?|сх\.?|зх\.?)`;
const angle = String.raw`(?:(${hemisphere})\s*)?(\d{1,3}(?:[.,]\d+)?)\s*(?:°|º|˚|градус\p{L}*|degrees?|deg)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′ʹ‘]|мін\p{L}*\.?|мин\p{L}*\.?|min\p{L}*\.?)\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″“]|''|′′|’’|сек\p{L}*\.?|sec\p{L}*\.?)\s*)?(${hemisphere})?`;
const anglePair = new RegExp(`${angle}[\\s,;/]*${angle}`, 'iu');

const decimal = (text: string | undefined): number =>
  text === undefined ? 0 : Number(text.replace(',', '.').replace('−', '-'));

const sign = (text: string | undefined): readonly ['lat' | 'lon', 1 | -1] | undefined => {
  if (text === undefined) return undefined;
  const key = text.toLowerCase().replace(/\s/g, '').replace(/\.$/, '');
  return hemispheres[key] ?? hemispheres[key.replaceAll('.', '')];
};

const pair = (
  [first, firstSide]: readonly [number, ReturnType<typeof sign>],
  [second, secondSide]: readonly [number, ReturnType<typeof sign>],
): Point | undefined => {
  const a = first * (firstSide?.[1] ?? 1);
  const b = second * (secondSide?.[1] ?? 1);
  const isLonFirst = firstSide?.[0] === 'lon' || secondSide?.[0] === 'lat';
  const point = isLonFirst ? { lat: b, lon: a } : { lat: a, lon: b };
  return Math.abs(point.lat) <= 180 && Math.abs(point.lon) <= 180 ? point : undefined;
};

const fromAngles = (text: string): Point | undefined => {
  const match = anglePair.exec(text);
  if (!match) return undefined;
  const read = (at: number): readonly [number, ReturnType<typeof sign>] => [
    decimal(match[at + 1]) + decimal(match[at + 2]) / 60 + decimal(match[at + 3]) / 3600,
    sign(match[at]) ?? sign(match[at + 4]),
  ];
  return pair(read(1), read(6));
};

const decimalPair = new RegExp(
  String.raw`(?<![\d.,:/-])(?:(${hemisphere})\s*)?(${number})\s*(${hemisphere})?\s*[\s,;/|]\s*(?:(${hemisphere})\s*)?(${number})\s*(${hemisphere})?(?![\d:]|[.,]\d)`,
  'iu',
);

const fromDecimals = (text: string): Point | undefined => {
  const match = decimalPair.exec(
    text
      .replace(/\b(?:lat|latitude|lon|lng|longitude|широта|довгота|долгота)\b\s*[:=]?/giu, ' ')
      .replace(/широта|довгота|долгота/giu, ' '),
  );
  if (!match) return undefined;
  const [, beforeA, a = '', afterA, beforeB, b = '', afterB] = match;
  const marked = (beforeA ?? afterA) !== undefined && (beforeB ?? afterB) !== undefined;
  // Two bare numbers are coordinates only with decimals in both: "8, 3 of them medics" is none.
  if (!marked && !(/[.,]\d/.test(a) && /[.,]\d/.test(b))) return undefined;
  return pair([decimal(a), sign(beforeA) ?? sign(afterA)], [decimal(b), sign(beforeB) ?? sign(afterB)]);
};

/** The coordinates in a text as they are written, or undefined. Latitude may exceed 90 where the two were exchanged. */
const findPoint = (text: string): Point | undefined =>
  fromLink(text) ?? fromAngles(text) ?? fromDecimals(text);

/** A date and an hour look like a pair of decimals: 14.03 15.40. */
const looksLikeDate = /^\D*([0-2]?\d|3[01])[.,](0?[1-9]|1[0-2])[\s,;]+([01]?\d|2[0-3])[.,][0-5]\d\D*$/;

/** Reads coordinates or a map link, and judges them for the gazetteer's country. Undefined when there are none. */
export const readCoordinates = (gazetteer: Gazetteer, text: string): PointReading | undefined => {
  if (/^\s*0+\s*[,; ]\s*0+\s*$/.test(text)) return { kind: 'zero', point: { lat: 0, lon: 0 } };
  const point = findPoint(text);
  if (point === undefined) return undefined;
  const reading = judgePoint(gazetteer, point);
  if (!isPoint(reading.point)) return undefined;
  if (reading.kind === 'outside' && looksLikeDate.test(text)) return undefined;
  return reading;
};
