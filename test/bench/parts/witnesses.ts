import type { Count } from '../../../lib/report/count.ts';
import type { Answers } from '../../../lib/report/report.ts';
import type { Munition } from '../../../lib/report/vocabulary.ts';
import { addDays } from '../../../lib/time/date.ts';
import type { Occurred } from '../../../lib/time/occurred.ts';
import { answers } from '../../support/samples/samples.ts';
import { generator } from './nights.ts';
import { placeIn } from './place.ts';

/** How a witness says where: a pin, the name of a town or village, or no more than that of a city. */
type How = 'pin' | 'settlement' | 'city';

/** A report of the set, with the strike that it truly speaks of. */
export type Witnessed = Readonly<{
  id: string;
  truth: number;
  how: How;
  isHearsay: boolean;
  answers: Answers;
}>;

/** Name, region, population, centre, and how many strikes a bad day has there. */
const settlements = [
  ['UA-63', 'Kharkiv', 1_433_886, 49.9808, 36.2527, 4],
  ['UA-23', 'Zaporizhzhia', 796_000, 47.8516, 35.1171, 3],
  ['UA-48', 'Mykolaiv', 510_000, 46.9659, 31.9974, 2],
  ['UA-65', 'Kherson', 320_000, 46.6558, 32.6178, 4],
  ['UA-14', 'Kramatorsk', 157_000, 48.7305, 37.5879, 2],
  ['UA-12', 'Nikopol', 119_000, 47.5712, 34.3964, 3],
  ['UA-63', 'Izium', 51_000, 49.2088, 37.2485, 2],
  ['UA-23', 'Orikhiv', 15_000, 47.5677, 35.7858, 2],
  ['UA-14', 'Chasiv Yar', 12_500, 48.5861, 37.8353, 2],
  ['UA-48', 'Bereznehuvate', 8_000, 47.3086, 32.8475, 1],
  ['UA-23', 'Malokaterynivka', 3_000, 47.6591, 35.2594, 1],
  ['UA-63', 'Hroza', 500, 49.7306, 37.0861, 1],
] as const;
const cityPopulation = 100_000;

const munitions: readonly Munition[] = [
  'cluster_munition',
  'rocket_artillery',
  'rocket_artillery',
  'tube_artillery',
  'guided_bomb',
  'guided_bomb',
  'loitering_munition',
  'loitering_munition',
  'ballistic_missile',
  'mortar',
];

const zone = 'Europe/Kyiv';
const metresPerDegree = 111_000;
type Random = () => number;

const pickFrom = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Every fourth day is a bad one, with several strikes in a city; on others there is one here and there. */
const strikesOn = (random: Random, most: number): number => {
  if (random() < 0.25) return 1 + Math.floor(random() * most);
  return random() < 0.2 ? 1 : 0;
};

/**
 * Thirty days over twelve places, made up but the same every time. A strike has one to five witnesses. Half of them set a
 * pin some hundred metres off; the others name the town or village, or in a city nothing but the city. One in six was only
 * told of it, names the place, knows the day or its part and rarely the munition. The others say the minute, the hour, the part of the
 * day or the day, and know the munition in four of ten cases; their numbers of people differ.
 */
export const witnesses = (days = 30, seed = 11): readonly Witnessed[] => {
  const random = generator(seed);
  const told: Witnessed[] = [];
  let truth = 0;
  for (let day = 0; day < days; day += 1)
    for (const settlement of settlements)
      for (let left = strikesOn(random, settlement[5]); left > 0; left -= 1) {
        told.push(...witnessesOf(random, settlement, addDays('2026-03-01', day), truth));
        truth += 1;
      }
  return told;
};

const witnessesOf = (
  random: Random,
  settlement: (typeof settlements)[number],
  day: string,
  truth: number,
): readonly Witnessed[] => {
  const [, , population, centreLat, centreLon] = settlement;
  const pick = <Item>(items: readonly Item[]): Item => pickFrom(random, items);
  const lonDegree = metresPerDegree * Math.cos((centreLat * Math.PI) / 180);
  const off = (metres: number) => ({
    lat: (normal(random) * metres) / metresPerDegree,
    lon: (normal(random) * metres) / lonDegree,
  });
  const from = off(Math.min(5000, 300 + Math.sqrt(population) * 5));
  const point = { lat: centreLat + from.lat, lon: centreLon + from.lon };
  const minute = Math.floor(random() * 24 * 60);
  const munition = pick(munitions);
  const harm = random() < 0.5 ? 0 : 1 + Math.floor(random() * 12);
  return Array.from({ length: pick([1, 1, 1, 2, 2, 3, 3, 4, 5]) }, (_, n) => {
    const isHearsay = n > 0 && random() < 1 / 6;
    const named = population >= cityPopulation ? ('city' as const) : ('settlement' as const);
    const how = !isHearsay && random() < 0.55 ? 'pin' : named;
    const pin = off(170);
    const seen = { lat: point.lat + pin.lat, lon: point.lon + pin.lon };
    const place = placeIn(settlement, how === 'pin' ? seen : undefined);
    return {
      id: `${truth}.${n}`,
      truth,
      how,
      isHearsay,
      answers: {
        ...answers,
        account: null,
        place,
        occurred: occurred(random, day, minute, isHearsay ? 0.5 + random() / 2 : random()),
        munition: random() < (isHearsay ? 0.1 : 0.4) ? munition : 'unknown',
        effect: 'unknown',
        killed: 'unknown',
        injured: countOf(random, harm),
        source: { kind: isHearsay ? 'told' : 'own_eyes' },
      },
    };
  });
};

/** Half of the people know no number; the others are one off, or say "at least". */
const countOf = (random: Random, harm: number): Count => {
  if (random() < 0.5) return 'unknown';
  const min = Math.max(0, harm + Math.floor(random() * 3) - 1);
  return random() < 0.3 ? { min } : { min, max: min };
};

const dayOf = (day: string): Occurred => ({ precision: 'day', start: day, end: day, zone });

/** `vagueness` from 0 to 1: the minute, the hour, the part of the day, the day. */
const occurred = (random: Random, day: string, minute: number, vagueness: number): Occurred => {
  const wall = (at: number): string => {
    const within = Math.min(24 * 60 - 1, Math.max(0, Math.round(at)));
    const [hour, rest] = [Math.floor(within / 60), within % 60].map(n => String(n).padStart(2, '0'));
    return `${day}T${hour}:${rest}`;
  };
  if (vagueness < 0.3) {
    const said = wall(minute + normal(random) * 8);
    return { precision: 'minute', start: said, end: said, zone };
  }
  const hour = Math.floor((minute + normal(random) * 25) / 60);
  if (vagueness < 0.6) return { precision: 'hour', start: wall(hour * 60), end: wall(hour * 60 + 59), zone };
  if (vagueness < 0.85) {
    const first = Math.floor(minute / 360) * 6;
    const part = (['night', 'morning', 'day', 'evening'] as const)[first / 6] ?? 'night';
    return { precision: 'part_of_day', part, start: wall(first * 60), end: wall(first * 60 + 359), zone };
  }
  return dayOf(day);
};
