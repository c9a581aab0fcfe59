import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer, nearestSettlement } from '../../../lib/place/gazetteer.ts';
import { placeOfPoint } from '../../../lib/place/pin.ts';
import type { Place } from '../../../lib/place/place.ts';
import { publicPlace, publicPlaceSchema } from '../../../lib/place/public.ts';
import { searchPlaces } from '../../../lib/place/search.ts';

const gazetteer = await loadGazetteer('UA');

const anyPin = fc.record({
  lat: fc.double({ min: 44.4, max: 52.3, noNaN: true }),
  lon: fc.double({ min: 22.2, max: 40.1, noNaN: true }),
  accuracyMetres: fc.option(fc.double({ min: 0, max: 200_000, noNaN: true }), { nil: undefined }),
});

describe('what the public sees of a place', () => {
  it('is the same for every pin of a settlement, so that no repeated reading gets nearer to one', () => {
    fc.assert(
      fc.property(anyPin, fc.constantFrom('device', 'map_pin', 'venue'), (pin, origin) => {
        const shown = publicPlace(placeOfPoint(gazetteer, pin, origin, 'вул. Садова 5'));
        const nearest = nearestSettlement(gazetteer, pin);
        const centre = nearest && placeOfPoint(gazetteer, { ...pin, ...nearest.settlement.point }, origin);
        if (nearest && nearest.km < 30) expect(shown).toEqual(centre && publicPlace(centre));
        else expect(shown.point).toBeUndefined();
      }),
    );
  });

  it('is never finer than a settlement, and its point stands for at least 3 km around', () => {
    fc.assert(
      fc.property(anyPin, pin => {
        const shown = publicPlace(placeOfPoint(gazetteer, pin, 'map_pin'));
        expect(publicPlaceSchema.parse(shown)).toEqual(shown);
        expect(['settlement', 'district', 'region', 'unknown']).toContain(shown.precision);
        if (shown.point) expect(shown.point.accuracyMetres).toBeGreaterThanOrEqual(3000);
        expect(shown.words).toBeUndefined();
      }),
    );
  });

  it('has no point for a region or a district: its centre would look like the place', () => {
    for (const text of ['Харківська область', 'Криворізький район']) {
      const reading = searchPlaces(gazetteer, text);
      if (reading.kind !== 'region' && reading.kind !== 'district') throw new Error(reading.kind);
      expect(publicPlace(reading.place).point).toBeUndefined();
    }
  });

  it('shows "5 km north of Izium" as near Izium, with a wide circle, and not the words', () => {
    const reading = searchPlaces(gazetteer, '5 km north of Izium, grandmother’s house');
    if (reading.kind !== 'near') throw new Error(reading.kind);
    const shown = publicPlace(reading.place);
    const id = reading.place.settlement?.id;
    expect(shown).toMatchObject({ precision: 'district', settlement: { en: 'Izium' }, settlementId: id });
    expect(shown.point?.accuracyMetres).toBeGreaterThanOrEqual(25_000);
    expect(shown.words).toBeUndefined();
  });

  it('shows typed words only when they can be nothing but a settlement’s name', () => {
    const typed = (words: string): Place => ({
      precision: 'settlement',
      origin: 'typed',
      region: 'UA-23',
      words,
    });
    expect(publicPlace(typed('Роботине'))).toEqual({
      precision: 'settlement',
      region: 'UA-23',
      words: 'Роботине',
    });
    expect(publicPlace(typed('с. Нова Слобода, Сумська область')).words).toBe('Нова Слобода');
    expect(publicPlace(typed('Robotyne')).words).toBe('Robotyne');
    for (const words of [
      'Іван Коваль',
      'Петренко',
      'вул. Садова 5, Роботине',
      'вулиця Садова',
      'біля хати Петренків',
      'у бабусі на городі за річкою',
      'дім 5',
    ])
      expect(publicPlace(typed(words))).toEqual({ precision: 'region', region: 'UA-23' });
  });
});
