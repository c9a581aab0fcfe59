import type { Answers } from '../../../lib/report/report.ts';
import type { Munition } from '../../../lib/report/vocabulary.ts';
import { addDays } from '../../../lib/time/date.ts';
import type { Occurred } from '../../../lib/time/occurred.ts';
import { answers } from '../../support/samples/samples.ts';
import { placeIn } from './place.ts';

/** A report of the set, with the incident that it truly speaks of. */
export type Told = Readonly<{ id: string; truth: number; how: 'pin' | 'settlement'; answers: Answers }>;

/** Where the set takes place: cities under fire, towns and villages; names and points as in GeoNames. */
const settlements = [
  ['UA-63', 'Kharkiv', 1_433_886, 49.9808, 36.2527],
  ['UA-14', 'Kramatorsk', 157_000, 48.7305, 37.5879],
  ['UA-14', 'Bakhmut', 77_000, 48.5944, 38.0008],
  ['UA-23', 'Zaporizhzhia', 796_000, 47.8516, 35.1171],
  ['UA-48', 'Mykolaiv', 510_000, 46.9659, 31.9974],
  ['UA-65', 'Kherson', 320_000, 46.6558, 32.6178],
  ['UA-12', 'Nikopol', 119_000, 47.5712, 34.3964],
  ['UA-63', 'Izium', 51_000, 49.2088, 37.2485],
  ['UA-23', 'Orikhiv', 15_000, 47.5677, 35.7858],
  ['UA-23', 'Malokaterynivka', 3_000, 47.6591, 35.2594],
  ['UA-14', 'Chasiv Yar', 12_500, 48.5861, 37.8353],
  ['UA-63', 'Hroza', 500, 49.7306, 37.0861],
] as const;

/** Six in ten say no munition, as in the largest public data set of such incidents. */
const munitions: readonly Munition[] = [
  ...Array<Munition>(18).fill('unknown'),
  ...Array<Munition>(4).fill('cluster_munition'),
  ...Array<Munition>(3).fill('rocket_artillery'),
  'tube_artillery',
  'guided_bomb',
  'loitering_munition',
  'ballistic_missile',
  'mortar',
];

const zone = 'Europe/Kyiv';
const metresPerDegree = 111_000;

/**
 * Nights of shelling, made up but the same every time: `incidents` of them, each told by one to four people. They set pins
 * some hundred metres off or name the settlement; say the day, the part of it or the hour, sometimes one off; and know the
 * munition or do not. No two incidents of one day are within 500 m: nearer than that, they are one by definition.
 */
export const nights = (incidents = 400, seed = 7): readonly Told[] => {
  const random = generator(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const off = (lat: number, metres: number) => ({
    lat: (normal() * metres) / metresPerDegree,
    lon: (normal() * metres) / (metresPerDegree * Math.cos((lat * Math.PI) / 180)),
  });
  const strikes: { day: string; lat: number; lon: number }[] = [];
  const told: Told[] = [];
  while (strikes.length < incidents) {
    const settlement = pick(settlements);
    const [, , population, centreLat, centreLon] = settlement;
    const spread = Math.min(6000, 400 + Math.sqrt(population) * 6);
    const from = off(centreLat, spread);
    const day = addDays('2026-03-01', Math.floor(random() * 14));
    const strike = { day, lat: centreLat + from.lat, lon: centreLon + from.lon };
    const isApart = strikes.every(
      other =>
        other.day !== day ||
        Math.hypot(
          (other.lat - strike.lat) * metresPerDegree,
          (other.lon - strike.lon) * metresPerDegree * Math.cos((strike.lat * Math.PI) / 180),
        ) > 500,
    );
    if (!isApart) continue;
    const truth = strikes.push(strike) - 1;
    const hour = Math.floor(random() * 24);
    const munition = pick(munitions);
    const people = pick([1, 1, 1, 1, 2, 2, 3, 4]);
    for (let n = 0; n < people; n += 1) {
      const how = random() < 0.75 ? 'pin' : 'settlement';
      const pin = off(strike.lat, 170);
      const point = { lat: strike.lat + pin.lat, lon: strike.lon + pin.lon };
      const place = placeIn(settlement, how === 'pin' ? point : undefined);
      told.push({
        id: `${truth}.${n}`,
        truth,
        how,
        answers: {
          ...answers,
          place,
          occurred: occurred(day, hour, random),
          munition: random() < 0.7 ? munition : 'unknown',
          effect: 'unknown',
        },
      });
    }
  }
  return told;
};

/** A day, a part of it, or an hour that may be one off. */
const occurred = (day: string, hour: number, random: () => number): Occurred => {
  const exactness = random();
  const wall = (h: number, minute: string) => `${day}T${String(h).padStart(2, '0')}:${minute}`;
  if (exactness < 0.5) return { precision: 'day', start: day, end: day, zone };
  if (exactness < 0.8) {
    const first = Math.floor(hour / 6) * 6;
    const part = (['night', 'morning', 'day', 'evening'] as const)[first / 6] ?? 'night';
    return { precision: 'part_of_day', part, start: wall(first, '00'), end: wall(first + 5, '59'), zone };
  }
  const said = Math.min(23, Math.max(0, hour + Math.floor(random() * 3) - 1));
  return { precision: 'hour', start: wall(said, '00'), end: wall(said, '59'), zone };
};

/** Mulberry32: small, and the same on every machine. */
export const generator = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};
