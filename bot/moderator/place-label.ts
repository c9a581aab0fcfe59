import { nameIn } from '../../lib/locale.ts';
import { formatPlace } from '../../lib/place/format.ts';
import type { PublicPlace } from '../../lib/place/public.ts';
import { cut } from '../telegram/html.ts';
import type { View } from '../text/incident.ts';

/** In characters: two such buttons share a row. */
const maxPlaceLength = 24;

/** The label of a button for an entry of a numbered list: its number, which tells the buttons apart, and its place. */
export const placeLabel = (place: PublicPlace, n: number, { locale, country }: View): string => {
  const name = place.settlement ?? place.district;
  const where = name ? nameIn(name, [locale, ...country.languages]) : formatPlace(place, locale, country);
  return `${n}. ${cut(where.replace(/\s+/g, ' ').trim(), maxPlaceLength)}`;
};
