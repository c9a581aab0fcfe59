import { expect, test } from 'vitest';
import { distanceKm } from '../../../lib/place/distance.ts';

test('metres are metres', () => {
  const [kyiv, kharkiv] = [
    { lat: 50.45, lon: 30.52 },
    { lat: 49.98, lon: 36.25 },
  ];
  expect(distanceKm(kyiv, kharkiv)).toBeCloseTo(411, -1);
});
