import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoordinates } from '../../../../lib/place/coordinates/read.ts';
import { loadGazetteer } from '../../../../lib/place/gazetteer/gazetteer.ts';
import { judgePoint } from '../../../../lib/place/pin/judge.ts';

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
    'N 48°42.000 E 37°30.000',
    '48 42.000 N 37 30.000 E',
    'N48 42 00 E37 30 00',
    '48-42-00 N, 37-30-00 E',
    '4842.000N 03730.000E',
    '48.7 північної широти, 37.5 східної довготи',
    '48,7 северной широты 37,5 восточной долготы',
    '48.7 north, 37.5 east',
    '48 градусів 42 хвилини, 37 градусів 30 хвилин',
    '48°42′ пн. ш., 37°30′ сх. д.',
    'lat 48.7 lng 37.5',
    '48,7; 37,5',
    'geo:0,0?q=48.7,37.5(школа)',
    'geo:48.7,37.5',
    'https://2gis.ua/uk/geo/37.5,48.7',
    'https://2gis.ru/kharkov?m=37.5%2C48.7%2F14',
    'https://deepstatemap.live/#10/48.7/37.5',
    'https://deepstatemap.live/en#10.5/48.7/37.5',
    'https://wego.here.com/?map=48.7,37.5,14,normal',
    'https://maps.google.com/?q=loc:48.7+37.5',
    'https://www.google.com/maps/place/48%C2%B042%2700.0%22N+37%C2%B030%2700.0%22E/',
    'https://yandex.com/maps/?pt=37.5,48.7&z=18',
    'http://wikimapia.org/#lang=uk&lat=48.7&lon=37.5&z=12',
  ])('are read from %s', text => {
    const reading = read(text);
    expect(reading?.kind).toBe('point');
    if (reading?.kind !== 'point') return;
    expect(reading.point.lat).toBeCloseTo(48.7, 4);
    expect(reading.point.lon).toBeCloseTo(37.5, 4);
  });

  /** Values of the packages mgrs 2.2.0 and open-location-code 1.0.3. */
  it.each([
    ['N 49°59.610 E 36°13.824', 49.9935, 36.2304, 4],
    ['37U CR 01234 45678', 50.03019, 36.22462, 4],
    ['37UCR0123445678', 50.03019, 36.22462, 4],
    ['37U СR 0123 4567', 50.03019, 36.22462, 3],
    ['37U 301234 5545678', 50.03019, 36.22462, 4],
    ['37U CR 01497 41584', 49.9935, 36.2304, 4],
    ['8GXRX6VJ+95', 49.9935, 36.2304, 3],
    ['X6VJ+95 Харків', 49.9935, 36.2304, 3],
    ['Харків, x6vj+95', 49.9935, 36.2304, 3],
    ['https://osm.org/go/0pehToGP--', 49.9935, 36.2304, 2],
  ])('are read from %s', (text, lat, lon, places) => {
    const reading = read(text);
    expect(reading?.kind, JSON.stringify(reading)).toBe('point');
    if (reading?.kind !== 'point') return;
    expect(reading.point.lat).toBeCloseTo(lat, places);
    expect(reading.point.lon).toBeCloseTo(lon, places);
  });

  it.each([
    'https://maps.app.goo.gl/abc',
    'https://goo.gl/maps/xyz',
    'https://maps.apple/p/abcdef',
    'https://yandex.ru/maps/-/CDabcdef',
    'https://go.2gis.com/abcd',
    'https://w3w.co/слово.слово.слово',
    '///filled.count.soap',
    'https://www.google.com/maps/place/Kharkiv',
    'X6VJ+95',
  ])('that only opening %s would tell are said to be closed', text => {
    expect(read(text)).toEqual({ kind: 'closed' });
  });

  it.each([
    '8, 3 of them medics',
    'о 15.40, 8 поранених',
    '14.03 о 15:40',
    'вчора 5.05 15.30',
    '14.03 15.40',
    'Харків, вул. Сумська 12',
    '2022-05-11',
    '99.9 199.9',
    'https://t.me/kharkiv/48.7',
    '8GXRX6VJ',
    'у 15 км на північ, 20 км на схід',
    'C+5 та A+2',
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
