import { describe, expect, it } from 'vitest';
import { findCountry } from '../../../../lib/country.ts';
import { formatPlace } from '../../../../lib/place/format.ts';
import { regionAt } from '../../../../lib/place/gazetteer/borders.ts';
import { loadGazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { judgePoint } from '../../../../lib/place/pin/judge.ts';
import { placeOfPoint } from '../../../../lib/place/pin/pin.ts';
import { placeSchema } from '../../../../lib/place/place.ts';
import { readPins } from './pins.ts';

const landmarks = new URL('./landmarks.jsonl', import.meta.url);
const gazetteer = await loadGazetteer('UA');
const pin = { lat: 47.66, lon: 35.26 };

describe('a pin in a city', () => {
  it.each(readPins(landmarks))('$name', ({ lat, lon, place }) => {
    expect(placeOfPoint(gazetteer, { lat, lon }, 'device').settlement?.names.en).toBe(place);
  });

  it('is never in a part of a city, whose parts are the city', () => {
    expect(gazetteer.sections.length).toBeGreaterThan(200);
    const cities = new Set(gazetteer.sections.map(({ city }) => city.id));
    expect(gazetteer.settlements.filter(({ id }) => cities.has(id))).toHaveLength(cities.size);
  });
});

describe('a pin at a border', () => {
  it.each([
    ['Belgorod', 50.5997, 36.5983],
    ['Shebekino', 50.4089, 36.8915],
    ['Taganrog', 47.2129, 38.9262],
    ['Chertkovo', 49.3813, 40.1515],
    ['Przemyśl', 49.7838, 22.7677],
    ['Chișinău', 47.0105, 28.8638],
    ['the open sea', 45.2, 31.5],
  ])('is outside the country in %s, and filed nowhere in it', (_, lat, lon) => {
    expect(judgePoint(gazetteer, { lat, lon }).kind).toBe('outside');
    const place = placeOfPoint(gazetteer, { lat, lon }, 'map_pin');
    expect(place).toMatchObject({ point: { lat, lon } });
    expect(place.region ?? place.settlement).toBeUndefined();
  });

  it.each([
    ['Vovchansk', 50.2907, 36.9405, 'UA-63'],
    ['Milove', 49.3744, 40.1374, 'UA-09'],
    ['Sudzha road, Yunakivka', 51.0833, 35.0167, 'UA-59'],
    ['Skadovsk, the shore', 46.1106, 32.9056, 'UA-65'],
    ['Ochakiv, the port', 46.611, 31.541, 'UA-48'],
    ['Simferopol', 44.9521, 34.1024, 'UA-43'],
    ['Sevastopol', 44.6167, 33.5254, 'UA-40'],
    ['Luhansk', 48.5671, 39.3171, 'UA-09'],
  ])('is in the country in %s, in its region', (_, lat, lon, region) => {
    expect(judgePoint(gazetteer, { lat, lon }).kind).toBe('point');
    expect(placeOfPoint(gazetteer, { lat, lon }, 'map_pin').region).toBe(region);
  });

  it('of two regions, beyond every settlement, is in the one whose polygon holds it', () => {
    const near = { lat: 49.055, lon: 37.43 };
    const place = placeOfPoint(gazetteer, near, 'map_pin');
    expect(place.region).toBe(gazetteer.borders && regionAt(gazetteer.borders, near));
    expect(gazetteer.settlements.find(({ id }) => id === place.settlement?.id)?.region).toBe(place.region);
  });

  it('is in the country at the centre of every settlement, and of the large ones in their region', () => {
    for (const { point, region, population } of gazetteer.settlements) {
      expect(judgePoint(gazetteer, point).kind).toBe('point');
      if (population > 10_000) expect(placeOfPoint(gazetteer, point, 'map_pin').region).toBe(region);
    }
  });
});

describe('a pin', () => {
  it('beyond the extent of a settlement is near it', () => {
    const country = findCountry('UA')!;
    const shown = (lat: number): string =>
      formatPlace(placeOfPoint(gazetteer, { lat, lon: 35.26 }, 'device'), 'en', country);
    expect(shown(47.66)).toMatch(/^Malokaterynivka/);
    expect(shown(47.62)).toMatch(/^near/);
  });

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
