import type { Point } from '../place.ts';
import { findAngles } from './numbers.ts';

const linkPattern =
  /(?:https?:\/\/|geo:|www\.|maps\.)\S+|(?<![\p{L}\p{N}@.])(?:[a-z0-9-]+\.)+(?:com|org|app|live|ua|ru|gl|co|net|cz|me|ge)\/\S*/giu;

/** A text with the links in it taken out: their numbers are no coordinates. */
export const withoutLinks = (text: string): string => text.replace(linkPattern, ' ');

const n = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const comma = '(?:,|;|~|\\+|\\s)+';

/** Parts of links that hold a latitude and a longitude: Google, Apple, OpenStreetMap, Bing, Waze, Here, DeepState, geo: */
const latitudeFirst: readonly RegExp[] = [
  new RegExp(`!3d${n}!4d${n}`),
  new RegExp(`^geo:.*[?&]q=${n}${comma}${n}`, 'i'),
  new RegExp(`^geo:${n},${n}`, 'i'),
  new RegExp(`[?&#]mlat=${n}&mlon=${n}`),
  new RegExp(
    `[?&#](?:q|query|ll|sll|center|destination|daddr|saddr|cp|to|coordinate|address|map|point|cbll|viewpoint)=(?:loc:|ll\\.|place:)?\\s*${n}${comma}${n}`,
    'i',
  ),
  new RegExp(`[?&#]lat(?:itude)?=${n}&(?:lon|lng|long|longitude)=${n}`, 'i'),
  new RegExp(`/(?:search|place|dir|l)/${n}${comma}${n}`),
  new RegExp(`@${n},${n}`),
  new RegExp(`#map=\\d+(?:\\.\\d+)?/${n}/${n}`),
  new RegExp(`#\\d+(?:\\.\\d+)?/${n}/${n}`),
];

/** Yandex, 2GIS, Visicom and Mapy put longitude first. */
const longitudeFirst: readonly RegExp[] = [
  new RegExp(`[?&](?:whatshere\\[point\\]|pt|ll|m)=${n},${n}`, 'i'),
  new RegExp(`[?&](?:lon|lng|x)=${n}&(?:lat|y)=${n}`, 'i'),
  new RegExp(`/(?:geo(?:/\\d+)?|c|directions/points/\\|?)/${n},${n}`, 'i'),
];
const longitudeFirstSites = /(?:^|[/.])(?:yandex\.|2gis\.|visicom\.|mapy\.)/i;

/** Sites of maps, and shorteners that they use: a link to one without coordinates tells its place only when opened. */
const mapSites =
  /(?:^|[/.])(?:maps\.app\.goo\.gl|goo\.gl|g\.page|google\.[a-z.]+\/maps|maps\.google\.[a-z.]+|maps\.apple(?:\.com)?|osm\.org|openstreetmap\.org|yandex\.[a-z.]+\/(?:maps|navi)|2gis\.[a-z.]+|go\.2gis\.com|deepstatemap\.live|liveuamap\.com|w3w\.co|what3words\.com|waze\.com|wego\.here\.com|share\.here\.com|her\.is|omaps\.app|ge0\.me|mapy\.cz|wikimapia\.org|bing\.com\/maps|visicom\.ua)/i;

/** The point that the first map link of a text holds. */
export const pointInLink = (text: string): Point | undefined => {
  for (const [found] of text.matchAll(linkPattern)) {
    const point = pointOf(decoded(found));
    if (point) return point;
  }
  return undefined;
};

/** Whether a text has a map link, which would have to be opened to know its place. */
export const isClosedLink = (text: string): boolean =>
  [...text.matchAll(linkPattern)].some(([link]) => mapSites.test(link));

const pointOf = (link: string): Point | undefined => {
  if (longitudeFirstSites.test(link))
    for (const pattern of longitudeFirst) {
      const match = pattern.exec(link);
      if (match) return { lat: Number(match[2]), lon: Number(match[1]) };
    }
  for (const pattern of latitudeFirst) {
    const match = pattern.exec(link);
    if (match) return { lat: Number(match[1]), lon: Number(match[2]) };
  }
  return mapSites.test(link) ? (findAngles(link.replaceAll('+', ' ')) ?? shortOsm(link)) : undefined;
};

const decoded = (link: string): string => {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
};

const shortOsmLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~';

/** OpenStreetMap's short links hold the point: three bits of longitude and latitude, by turns, in each letter. */
const shortOsm = (link: string): Point | undefined => {
  const [, code] = /osm\.org\/go\/([A-Za-z0-9_~@]{4,12})/.exec(link) ?? [];
  if (code === undefined) return undefined;
  let [x, y, bits] = [0, 0, 0];
  for (const letter of code.replaceAll('@', '~')) {
    const value = shortOsmLetters.indexOf(letter);
    for (let bit = 5; bit >= 1; bit -= 2) {
      x = x * 2 + ((value >> bit) & 1);
      y = y * 2 + ((value >> (bit - 1)) & 1);
    }
    bits += 3;
  }
  return { lat: ((y + 0.5) / 2 ** bits) * 180 - 90, lon: ((x + 0.5) / 2 ** bits) * 360 - 180 };
};
