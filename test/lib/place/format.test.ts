import { describe, expect, it } from 'vitest';
import { findCountry } from '../../../lib/country.ts';
import { settlementPlace } from '../../../lib/incident/publication/place.ts';
import { searchPlaces } from '../../../lib/language/place/search.ts';
import type { StoredNames } from '../../../lib/locale.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { placeSchema } from '../../../lib/place/place.ts';

const gazetteer = await loadGazetteer('UA');
const country = findCountry('UA');
if (country === undefined) throw new Error('Ukraine is always there.');

const placeOf = (text: string) => {
  const reading = searchPlaces(gazetteer, text);
  if (!('place' in reading)) throw new Error(reading.kind);
  return reading.place;
};

describe('a place in one line', () => {
  it('goes from the settlement to the region, in three languages', () => {
    const place = placeOf('Малокатеринівка');
    expect(formatPlace(place, 'uk', country)).toBe('Малокатеринівка, Запорізький район, Запорізька область');
    expect(formatPlace(place, 'en', country)).toBe(
      'Malokaterynivka, Zaporizhzhia district, Zaporizhzhia region',
    );
    expect(formatPlace(place, 'ru', country)).toBe('Малокатериновка, Запорожский район, Запорожская область');
    expect(formatPlace(settlementPlace(place), 'en', country)).toBe(formatPlace(place, 'en', country));
  });

  it('says a city that is its own region once', () => {
    expect(formatPlace(placeOf('Київ'), 'uk', country)).toBe('Київ');
  });

  it('keeps the words of a place near a settlement for the witness, and says "near" to readers', () => {
    const place = placeOf('5 km north of Izium');
    expect(formatPlace(place, 'en', country)).toBe('5 km north of Izium, Izium district, Kharkiv region');
    expect(formatPlace(settlementPlace(place), 'uk', country)).toBe(
      'поблизу: Ізюм, Ізюмський район, Харківська область',
    );
  });

  it('says that a place is unknown', () => {
    expect(formatPlace({ precision: 'unknown' }, 'ru', country)).toBe('место неизвестно');
  });

  it('falls back to the country’s first language, then to any, where a name is not stored in the one asked for', () => {
    const { settlement } = placeOf('Малокатеринівка');
    const named = (names: StoredNames): string =>
      formatPlace(
        placeSchema.parse({
          precision: 'settlement',
          origin: 'typed',
          settlement: { ...settlement, names },
          district: names,
        }),
        'en',
        country,
      );
    expect(named({ uk: 'Київ', ru: 'Киев' })).toBe('Київ, Київ');
    expect(named({ ru: 'Киев' })).toBe('Киев, Киев');
    // A language that comes, or goes, leaves what is stored readable.
    expect(named({ pl: 'Kijów' })).toBe('Kijów, Kijów');
    expect(named({ pl: 'Kijów', en: 'Kyiv' })).toBe('Kyiv, Kyiv');
    expect(placeSchema.safeParse({ precision: 'district', origin: 'typed', district: {} }).success).toBe(
      false,
    );
  });
});
