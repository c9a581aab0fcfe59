import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionOf } from '../../../../lib/incident/contribution.ts';
import {
  circleStepMetres,
  farthestNearMetres,
  isSmallPlace,
  publicPlaceOf,
  settlementPlace,
  smallPlacePeople,
} from '../../../../lib/incident/publication/place.ts';
import { standsAlone } from '../../../../lib/incident/publication/voices.ts';
import { searchPlaces } from '../../../../lib/language/place/search.ts';
import { distanceKm, pointAt } from '../../../../lib/place/distance.ts';
import { loadGazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { type Place, placePrecisions } from '../../../../lib/place/place.ts';
import { publicPlaceSchema } from '../../../../lib/place/public.ts';
import { answers, report } from '../../../support/samples/samples.ts';
import { anySource, office, told } from './samples.ts';

const anyPlace: fc.Arbitrary<Place> = fc
  .record({
    precision: fc.constantFrom(...placePrecisions),
    origin: fc.constantFrom('device', 'map_pin', 'venue', 'typed'),
    region: fc.option(fc.constant('UA-23'), { nil: undefined }),
    district: fc.option(
      fc.constant({ uk: 'Запорізький район', en: 'Zaporizhzhia district', ru: 'Запорожский район' }),
      { nil: undefined },
    ),
    population: fc.option(fc.constantFrom(0, 40, 499, 500, 3000, 20_000, 200_000, 1_500_000), {
      nil: undefined,
    }),
    words: fc.option(fc.constantFrom('Роботине', 'Іван Коваль', 'вул. Садова 5'), { nil: undefined }),
    km: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: undefined }),
    bearing: fc.double({ min: 0, max: 360, noNaN: true }),
    accuracyMetres: fc.option(fc.double({ min: 0, max: 60_000, noNaN: true }), { nil: undefined }),
  })
  .map(({ population, km, bearing, accuracyMetres, ...rest }) => {
    const settlement = { ...answers.place.settlement!, population: population ?? 0 };
    return {
      ...rest,
      settlement: population === undefined ? undefined : settlement,
      point: km === undefined ? undefined : { ...pointAt(settlement.point, km, bearing), accuracyMetres },
    };
  });
const two = [told('a'), told('b')];

describe('what readers learn of the place', () => {
  it('is a circle that holds the pin and the accuracy that it claims, or no circle', () => {
    fc.assert(
      fc.property(anyPlace, fc.boolean(), (place, isAlone) => {
        const shown = publicPlaceOf(place, isAlone ? [told('a')] : two);
        expect(publicPlaceSchema.parse(shown)).toEqual(shown);
        if (!shown.point || !place.point) return;
        const reach = distanceKm(shown.point, place.point) * 1000 + (place.point.accuracyMetres ?? 0);
        expect(shown.point.accuracyMetres).toBeGreaterThanOrEqual(reach);
        expect(shown.point.accuracyMetres).toBeLessThanOrEqual(farthestNearMetres);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never finer than a settlement’s centre, and the same for all pins of one step', () => {
    fc.assert(
      fc.property(anyPlace, place => {
        const shown = publicPlaceOf(place, two);
        const { point, settlement, settlementId } = shown;
        expect(shown).not.toHaveProperty('words');
        expect(point === undefined).toBe(settlement === undefined);
        if (!point || !place.settlement) return;
        expect(settlementId).toBe(place.settlement.id);
        expect({ lat: point.lat, lon: point.lon }).toEqual(place.settlement.point);
        const radius = point.accuracyMetres ?? 0;
        expect(radius).toBeGreaterThanOrEqual(3000);
        expect(radius === 3000 || radius === 8000 || radius % circleStepMetres === 0).toBe(true);
      }),
    );
  });

  it('is the settlement itself only where the pin lies in its extent, and beyond it near the settlement', () => {
    const pin = (km: number): Place => ({
      ...answers.place,
      precision: 'point',
      point: pointAt(answers.place.settlement!.point, km, 45),
    });
    const shown = (km: number) => publicPlaceOf(pin(km), two);
    expect(shown(2)).toMatchObject({ precision: 'settlement', point: { accuracyMetres: 3000 } });
    expect(shown(2.9)).toMatchObject({ precision: 'district', point: { accuracyMetres: 5000 } });
    expect(shown(4)).toMatchObject({ precision: 'district', point: { accuracyMetres: 5000 } });
    expect(shown(12)).toMatchObject({ precision: 'district', point: { accuracyMetres: 15_000 } });
    expect(shown(28)).toEqual({ precision: 'region', region: 'UA-23' });
  });

  it('is a circle that holds the whole way for "between" and "on the road", or no circle', () => {
    const towns = gazetteer.settlements.filter(({ population }) => population > 20_000);
    const near = towns.flatMap(a =>
      towns.filter(b => a !== b && distanceKm(a.point, b.point) < 60).map(b => ({ a, b })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...near),
        fc.constantFrom('між %a і %b', 'траса %a - %b', 'between %a and %b', 'дорога %a %b'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ a, b }, form, share) => {
          const [first, second] = form.includes('between')
            ? [a.names.en, b.names.en]
            : [a.names.uk, b.names.uk];
          const reading = searchPlaces(gazetteer, form.replace('%a', first).replace('%b', second));
          if (reading.kind !== 'near') return;
          const { point } = settlementPlace(reading.place);
          if (!point) return;
          const there = {
            lat: a.point.lat + share * (b.point.lat - a.point.lat),
            lon: a.point.lon + share * (b.point.lon - a.point.lon),
          };
          expect(distanceKm(point, there) * 1000).toBeLessThanOrEqual(point.accuracyMetres ?? 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is never a settlement by a typed name that the gazetteer does not know', () => {
    const typed: Place = { precision: 'settlement', origin: 'typed', region: 'UA-23', words: 'Роботине' };
    expect(publicPlaceOf(typed, two)).toEqual({ precision: 'region', region: 'UA-23' });
    expect(publicPlaceOf({ ...typed, region: undefined }, two)).toEqual({ precision: 'unknown' });
  });

  it('is the district of a small place, or of one whose size nobody knows, while one private person stands alone', () => {
    fc.assert(
      fc.property(anyPlace, anySource, (place, source) => {
        const alone = publicPlaceOf(place, [told('a', source), told('a')]);
        if (isSmallPlace(place)) expect(alone).not.toHaveProperty('settlement');
        else expect(alone).toEqual(publicPlaceOf(place, two));
        expect(publicPlaceOf(place, [told('a', office)])).toEqual(publicPlaceOf(place, two));
      }),
    );
    const sized = (population: number): Place => ({
      ...answers.place,
      settlement: { ...answers.place.settlement!, population },
    });
    expect([0, 40, smallPlacePeople - 1, smallPlacePeople].map(sized).map(isSmallPlace)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('takes one person with two reports for one, and reports and contributions alike', () => {
    expect(
      standsAlone([
        told('a'),
        told('a', { kind: 'social_media', name: 'my blog', link: 'https://example.org' }),
      ]),
    ).toBe(true);
    expect(standsAlone(two)).toBe(false);
    expect(standsAlone([report, contributionOf(report)])).toBe(true);
  });
});

const gazetteer = await loadGazetteer('UA');

describe('the place of what was typed', () => {
  const placeOf = (text: string): Place => {
    const reading = searchPlaces(gazetteer, text);
    if (!('place' in reading)) throw new Error(reading.kind);
    return reading.place;
  };

  it('has no point for a region or a district: its centre would look like the place', () => {
    for (const text of ['Харківська область', 'Криворізький район'])
      expect(settlementPlace(placeOf(text)).point).toBeUndefined();
  });

  it('is near Izium for "5 km north of Izium", with a wide circle and without the words', () => {
    const shown = settlementPlace(placeOf('5 km north of Izium, grandmother’s house'));
    expect(shown).toMatchObject({ precision: 'district', settlement: { en: 'Izium' } });
    expect(shown.point?.accuracyMetres).toBeGreaterThanOrEqual(25_000);
    expect(shown).not.toHaveProperty('words');
  });
});
