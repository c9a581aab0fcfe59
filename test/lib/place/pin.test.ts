import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { placeOfPoint } from '../../../lib/place/pin.ts';
import { placeSchema } from '../../../lib/place/place.ts';

const gazetteer = await loadGazetteer('UA');
const pin = { lat: 47.66, lon: 35.26 };

describe('a pin', () => {
  it('becomes its nearest settlement with district and region, and keeps its point', () => {
    const place = placeOfPoint(gazetteer, pin, 'device');
    expect(place).toMatchObject({
      precision: 'point',
      origin: 'device',
      region: 'UA-23',
      district: { en: 'Zaporizhzhia district' },
      settlement: { names: { en: 'Malokaterynivka' } },
      point: pin,
    });
    expect(placeSchema.parse(place)).toEqual(place);
  });

  it('is as exact as the phone says', () => {
    const precision = (accuracyMetres: number) =>
      placeOfPoint(gazetteer, { ...pin, accuracyMetres }, 'device').precision;
    expect([10, 500, 3000, 20_000, 100_000].map(precision)).toEqual([
      'point',
      'street',
      'settlement',
      'district',
      'region',
    ]);
  });

  it('far from every settlement keeps its point, and takes none', () => {
    const place = placeOfPoint(gazetteer, { lat: 45.2, lon: 31 }, 'map_pin');
    expect(place.settlement).toBeUndefined();
    expect(place.point).toEqual({ lat: 45.2, lon: 31 });
  });

  it('keeps the name of a venue', () => {
    expect(placeOfPoint(gazetteer, pin, 'venue', 'Школа № 1').words).toBe('Школа № 1');
  });
});
