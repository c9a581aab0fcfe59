import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCountry } from '../../../lib/country.ts';
import { searchPlaces } from '../../../lib/language/place/search.ts';
import { locales } from '../../../lib/locale.ts';
import { loadGazetteer, placeOfSettlement } from '../../../lib/place/gazetteer/gazetteer.ts';
import { nearestTown, placeLabels } from '../../../lib/place/label.ts';

const gazetteer = await loadGazetteer('UA');
const ukraine = findCountry('UA');
if (!ukraine) throw new Error('No country');
const places = gazetteer.settlements.map(settlement => placeOfSettlement(settlement, { origin: 'typed' }));

describe('the labels of places offered', () => {
  const reading = searchPlaces(gazetteer, 'Миколаївка');
  const namesakes = reading.kind === 'choose' ? reading.places : [];

  it('name the town beside namesakes of one district', () => {
    const labels = placeLabels(namesakes, 'uk', ukraine, place => nearestTown(gazetteer, place));
    expect(new Set(labels).size).toBe(namesakes.length);
    expect(labels.filter(label => label.includes('(поблизу: ')).length).toBeGreaterThanOrEqual(2);
  });

  it('have coordinates where no town is known', () => {
    const labels = placeLabels(namesakes, 'uk', ukraine);
    expect(new Set(labels).size).toBe(namesakes.length);
    expect(labels.some(label => /^Миколаївка \(4\d\.\d{3}, \d\d\.\d{3}\)/.test(label))).toBe(true);
  });

  it('are plain where they differ by themselves', () => {
    expect(placeLabels(places.slice(0, 1), 'en', ukraine)).toEqual(['Kyiv']);
  });

  it('always differ, whatever settlements are offered together', () => {
    const namesakesOf = Map.groupBy(places, ({ settlement }) => settlement?.names.uk);
    const repeated = [...namesakesOf.values()].filter(group => group.length > 1);
    fc.assert(
      fc.property(fc.constantFrom(...repeated), fc.constantFrom(...locales), (group, locale) => {
        const labels = placeLabels(group, locale, ukraine, place => nearestTown(gazetteer, place));
        expect(new Set(labels).size).toBe(group.length);
      }),
    );
  });
});
