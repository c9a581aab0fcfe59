import type { Country } from '../country.ts';
import { type Locale, nameIn, type StoredNames } from '../locale.ts';
import { wordings } from '../wording/index.ts';
import { isBeyond } from './pin/extent.ts';
import type { Place, Settlement } from './place.ts';
import type { PublicPlace } from './public.ts';

/** The name of a region, or its code when the country has no such region. */
export const regionName = (code: string, locale: Locale, country: Country): string => {
  const region = country.regions.find(one => one.code === code);
  return region ? nameIn(region.names, [locale, ...country.languages]) : code;
};

/**
 * A place in one line, smallest first: "Малокатеринівка, Запорізький район, Запорізька область". Typed words stand in
 * for a settlement that is not known; a name that is not stored in this language is in the country's first. Plain text:
 * escape it where markup is read.
 */
export const formatPlace = (place: Place | PublicPlace, locale: Locale, country: Country): string => {
  const languages = [locale, ...country.languages];
  const own = ownName(place, locale, languages);
  const district = place.district && nameIn(place.district, languages);
  const region = place.region === undefined ? undefined : regionName(place.region, locale, country);
  const parts = [own, district, region === own ? undefined : region];
  const line = parts.filter(part => part !== undefined && part !== '').join(', ');
  return line === '' ? wordings[locale].place.unknown : line;
};

/** The name of the smallest part; of what is only near a settlement the typed words, or "near" and the name. */
const ownName = (
  place: Place | PublicPlace,
  locale: Locale,
  languages: readonly string[],
): string | undefined => {
  const { precision, settlement } = place;
  const words = 'words' in place ? place.words : undefined;
  if (!settlement) return words;
  const isPublic = !isSettlement(settlement);
  const name = nameIn(isPublic ? settlement : settlement.names, languages);
  const near = `${wordings[locale].place.near} ${name}`;
  if (precision === 'district') return !isPublic && words ? words : near;
  return !isPublic && place.point && isBeyond(settlement, place.point) ? near : name;
};

const isSettlement = (settlement: Settlement | StoredNames): settlement is Settlement =>
  typeof settlement.names === 'object';
