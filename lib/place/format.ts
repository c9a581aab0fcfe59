import type { Country } from '../country.ts';
import type { Locale } from '../locale.ts';
import type { Place } from './place.ts';
import type { PublicPlace } from './public.ts';

const unknown = { uk: 'місце невідоме', en: 'place unknown', ru: 'место неизвестно' };
/** Precedes the name of a settlement that the place is near to, not in. */
export const near = { uk: 'поблизу:', en: 'near', ru: 'вблизи:' };

/** The name of a region, or its code when the country has no such region. */
export const regionName = (code: string, locale: Locale, country: Country): string =>
  country.regions.find(region => region.code === code)?.names[locale] ?? code;

/**
 * A place in one line, smallest first: "Малокатеринівка, Запорізький район, Запорізька область". Typed words stand in for
 * an unknown settlement. Plain text: escape it before use as markup.
 */
export const formatPlace = (place: Place | PublicPlace, locale: Locale, country: Country): string => {
  const settlement =
    place.settlement && ('names' in place.settlement ? place.settlement.names : place.settlement);
  const isNear = place.precision === 'district' && settlement !== undefined;
  const name = (isNear && place.words) || (settlement?.[locale] ?? place.words);
  const own = isNear && !place.words ? `${near[locale]} ${name}` : name;
  const region = place.region === undefined ? undefined : regionName(place.region, locale, country);
  const parts = [own, place.district?.[locale], region === own ? undefined : region];
  const line = parts.filter(part => part !== undefined && part !== '').join(', ');
  return line === '' ? unknown[locale] : line;
};
