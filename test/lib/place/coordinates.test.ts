import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePoint, readCoordinates } from '../../../lib/place/coordinates.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';

const gazetteer = await loadGazetteer('UA');
const read = (text: string) => readCoordinates(gazetteer, text);

describe('coordinates in a text', () => {
  it.each([
    '48.7 37.5',
    '48,7 37,5',
    '48.7, 37.5',
    '48,7000, 37,5000',
    '48.7000° N, 37.5000° E',
    'N48.7 E37.5',
    '48.7N 37.5E',
    '48°42′00″N 37°30′00″E',
    `48°42'00" пн.ш. 37°30'00" сх.д.`,
    '48°42′ с.ш. 37°30′ в.д.',
    "48° 42.0' N, 37° 30.0' E",
    'широта 48.7 довгота 37.5',
    'lat: 48.7, lon: 37.5',
    'E37.5 N48.7',
    'координати 48.7000, 37.5000 біля школи',
    'geo:48.7,37.5?z=12',
    'https://maps.google.com/?q=48.7,37.5',
    'https://www.google.com/maps/@48.7,37.5,14z',
    'https://www.google.com/maps/place/X/@48.6,37.4,14z/data=!3m1!4b1!8m2!3d48.7!4d37.5',
    'https://www.google.com/maps/search/48.7,+37.5',
    'https://www.google.com/maps/dir/?api=1&destination=48.7%2C37.5',
    'https://www.openstreetmap.org/#map=14/48.7/37.5',
    'https://www.openstreetmap.org/?mlat=48.7&mlon=37.5#map=5/1/2',
    'https://maps.apple.com/?ll=48.7,37.5',
    'https://www.bing.com/maps?cp=48.7~37.5&lvl=12',
    'https://waze.com/ul?ll=48.7,37.5&navigate=yes',
    'дивіться https://yandex.ru/maps/?ll=37.5%2C48.7&z=12',
  ])('are read from %s', text => {
    const reading = read(text);
    expect(reading?.kind).toBe('point');
    expect(reading?.point.lat).toBeCloseTo(48.7, 4);
    expect(reading?.point.lon).toBeCloseTo(37.5, 4);
  });

  it.each([
    '8, 3 of them medics',
    'о 15.40, 8 поранених',
    '14.03 о 15:40',
    'вчора 5.05 15.30',
    '14.03 15.40',
    'https://maps.app.goo.gl/abc',
    'Харків, вул. Сумська 12',
    '2022-05-11',
    '99.9 199.9',
    '',
  ])('are not read from %s', text => {
    expect(read(text)).toBeUndefined();
  });

  it('are noticed when they are swapped, and put right for confirmation', () => {
    expect(read('37.5 48.7')).toEqual({ kind: 'swapped', point: { lat: 48.7, lon: 37.5 } });
  });

  it('are noticed when they are zero', () => {
    expect(read('0,0')?.kind).toBe('zero');
    expect(read('0.0, 0.0')?.kind).toBe('zero');
  });

  it('outside the country are questioned, not refused', () => {
    expect(read('52.52 13.40')).toEqual({ kind: 'outside', point: { lat: 52.52, lon: 13.4 } });
    expect(judgePoint(gazetteer, { lat: 50.6, lon: 36.59 }).kind).toBe('outside');
  });

  it('of every settlement are inside the country', () => {
    for (const { point } of gazetteer.settlements) expect(judgePoint(gazetteer, point).kind).toBe('point');
  });

  it('never make reading fail, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => void read(text)));
  });
});
