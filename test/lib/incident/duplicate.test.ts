import { describe, expect, test } from 'vitest';
import { likeness, reasonFor, type Sighting } from '../../../lib/incident/duplicate.ts';
import { pointOf } from '../../../lib/incident/location.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import { answers } from '../../support/samples/samples.ts';

const zone = 'Europe/Kyiv';
const day = (date: string) => ({ precision: 'day' as const, start: date, end: date, zone });
const evening = {
  precision: 'part_of_day' as const,
  part: 'evening' as const,
  start: '2026-03-14T18:00',
  end: '2026-03-14T23:59',
  zone,
};
/** A pin so many metres north of another. */
const pin = (metres: number, part: Partial<Sighting> = {}): Sighting => ({
  ...answers,
  munition: 'unknown',
  occurred: day('2026-03-14'),
  place: {
    ...answers.place,
    precision: 'point',
    point: { lat: 47.66 + metres / 111_195, lon: 35.27 },
  },
  ...part,
});

describe('what may be the same incident', () => {
  test('is what lies within 500 m on the same day, with the distance as a reason', () => {
    expect(reasonFor(pin(0), pin(500))).toMatchObject({
      distanceMetres: 500,
      apartMinutes: 0,
      precision: 'day',
      munition: 'unknown',
    });
    expect(reasonFor(pin(0), pin(5000))).toBeUndefined();
    expect(reasonFor(pin(0), pin(0, { occurred: day('2026-03-16') }))).toBeUndefined();
  });

  test('may be further off when the time is more exact and the munition the same', () => {
    const cluster = { munition: 'cluster_munition', occurred: evening } as const;
    expect(reasonFor(pin(0, cluster), pin(1000, cluster))).toMatchObject({ munition: 'same' });
    expect(reasonFor(pin(0, cluster), pin(1000, cluster))?.score).toBeGreaterThan(
      reasonFor(pin(0), pin(1000))?.score ?? 9,
    );
  });

  test('is likelier the nearer, the closer in time, and the surer the munition', () => {
    const score = (other: Sighting) => reasonFor(pin(0, { occurred: evening }), other)?.score ?? 0;
    expect(score(pin(100))).toBeGreaterThan(score(pin(400)));
    expect(score(pin(100, { occurred: evening }))).toBeGreaterThan(score(pin(100)));
    const mortar = { munition: 'mortar' } as const;
    expect(reasonFor(pin(0, mortar), pin(0, mortar))?.score).toBeGreaterThan(
      reasonFor(pin(0), pin(0))?.score ?? 9,
    );
  });

  test('is never an attack and what one left behind, nor two munitions that nobody takes for each other', () => {
    expect(reasonFor(pin(0), pin(0, { phase: 'remnant' }))).toBeUndefined();
    expect(reasonFor(pin(0, { munition: 'mortar' }), pin(0, { munition: 'guided_bomb' }))).toBeUndefined();
  });

  test('is the same the other way round', () => {
    for (const a of munitions) for (const b of munitions) expect(likeness(a, b)).toBe(likeness(b, a));
    const [one, other] = [pin(0, { occurred: evening }), pin(300)];
    expect(reasonFor(one, other)).toEqual(reasonFor(other, one));
  });

  test('can be told of the same village without a pin, and not of the same region', () => {
    const village = pin(0, { place: answers.place });
    expect(reasonFor(village, village)).toBeDefined();
    const region = pin(0, { place: { precision: 'region', origin: 'typed', region: 'UA-23' } });
    expect(pointOf(region.place)).toBeUndefined();
    expect(reasonFor(region, region)).toBeUndefined();
  });

  test('is what one publication tells twice', () => {
    const source = { kind: 'prosecutor', name: 'X', link: 'https://t.me/x/1' } as const;
    const place = {
      precision: 'district',
      origin: 'typed',
      region: 'UA-12',
      district: { uk: 'К', en: 'K', ru: 'К' },
    } as const;
    const claim = pin(0, { place, source, occurred: { precision: 'unknown', end: '2022-03-27', zone } });
    expect(reasonFor(claim, claim)).toMatchObject({ distanceMetres: undefined });
  });
});
