import type { Place } from '../../../lib/place/place.ts';
import type { Answers } from '../../../lib/report/report.ts';
import type { Munition } from '../../../lib/report/vocabulary.ts';
import type { Occurred } from '../../../lib/time/occurred.ts';
import { answers } from '../../support/samples/samples.ts';
import { generator } from './nights.ts';
import type { Witnessed } from './witnesses.ts';

/** Name, region, population, centre, radius in metres, and strikes a day in the weeks that are not quiet. */
const places = [
  ['UA-51', 'Odesa', 1_015_000, 46.4825, 30.7233, 8000, 0.7],
  ['UA-12', 'Dnipro', 980_000, 48.4647, 35.0462, 9000, 0.9],
  ['UA-59', 'Sumy', 259_000, 50.9077, 34.7981, 5000, 0.6],
  ['UA-63', 'Kupiansk', 27_000, 49.7106, 37.6156, 2500, 0.7],
  ['UA-63', 'Vovchansk', 17_000, 50.2908, 36.9412, 2000, 0.8],
  ['UA-23', 'Huliaipole', 13_000, 47.6614, 36.2569, 2000, 0.6],
  ['UA-51', 'Kiliia', 20_000, 45.4553, 29.2639, 2000, 0.2],
] as const;
const cityPopulation = 100_000;
const munitions: readonly Munition[] = [
  'loitering_munition',
  'loitering_munition',
  'ballistic_missile',
  'guided_bomb',
  'rocket_artillery',
  'tube_artillery',
];
const zone = 'Europe/Kyiv';
const begin = Date.UTC(2026, 4, 1);
const dayMinutes = 24 * 60;
type Random = () => number;

/** Whether a strike belongs to the one night in which a city is struck twenty times. */
type Rumour = Witnessed & Readonly<{ isOfNight: boolean }>;

/**
 * Four weeks of other habits than those of `witnesses`: two in five are only told of it, one in three sets a pin, far off;
 * few say the minute, the hour is often the wrong one, and one in twenty the day. Munitions are rarely known, and then not
 * always right. Most strikes have one voice, a few have many. The third week is quiet, and in one night Dnipro is struck
 * twenty times.
 */
export const rumours = (seed: number): readonly Rumour[] => {
  const random = generator(seed);
  const told: Rumour[] = [];
  let truth = 0;
  const strike = (place: (typeof places)[number], minute: number, isOfNight: boolean): void => {
    told.push(...voices(random, place, minute, truth).map(one => ({ ...one, isOfNight })));
    truth += 1;
  };
  for (let day = 0; day < 28; day += 1)
    for (const place of places) {
      const rate = Math.floor(day / 7) === 2 ? 0.08 : place[6];
      for (let left = rate; random() < left; left -= random())
        strike(place, day * dayMinutes + Math.floor(random() * dayMinutes), false);
    }
  for (let n = 0; n < 20; n += 1) strike(places[1], 23 * dayMinutes - 120 + Math.floor(random() * 400), true);
  return told;
};

const voices = (
  random: Random,
  [region, name, population, lat, lon, radius]: (typeof places)[number],
  minute: number,
  truth: number,
): readonly Witnessed[] => {
  const around = (metres: number) => {
    const [distance, angle] = [metres * Math.sqrt(random()), 2 * Math.PI * random()];
    const degrees = distance / 111_000;
    return [
      degrees * Math.cos(angle),
      (degrees * Math.sin(angle)) / Math.cos((lat * Math.PI) / 180),
    ] as const;
  };
  const [north, east] = around(radius);
  const munition = munitions[Math.floor(random() * munitions.length)] ?? 'unknown';
  const harm = random() < 0.6 ? 0 : 1 + Math.floor(random() * 20);
  let count = 1;
  while (random() < 0.45 && count < 9) count += 1;
  return Array.from({ length: count }, (_, n) => {
    const isHearsay = n > 0 && random() < 0.4;
    const hasPin = !isHearsay && random() < 0.5;
    const [off, aside] = around(600);
    const place: Place = {
      precision: hasPin ? 'point' : 'settlement',
      origin: hasPin ? 'map_pin' : 'typed',
      region,
      settlement: {
        id: population,
        names: { uk: name, en: name, ru: name },
        population,
        point: { lat, lon },
      },
      point: hasPin ? { lat: lat + north + off, lon: lon + east + aside } : undefined,
    };
    const named = population >= cityPopulation ? ('city' as const) : ('settlement' as const);
    const guessed = munitions[Math.floor(random() * munitions.length)] ?? 'unknown';
    const isKnown = random() <= 0.3;
    const believed = isKnown && random() < 0.2 ? guessed : munition;
    const said: Answers = {
      ...answers,
      account: null,
      place,
      occurred: timeOf(random, random() < 0.05 ? minute + dayMinutes : minute, isHearsay),
      munition: isKnown ? believed : 'unknown',
      effect: 'unknown',
      killed: 'unknown',
      injured: random() < 0.7 ? 'unknown' : { min: Math.max(0, harm - Math.floor(random() * 4)) },
      source: { kind: isHearsay ? 'told' : 'own_eyes' },
    };
    return { id: `${truth}.${n}`, truth, how: hasPin ? 'pin' : named, isHearsay, answers: said };
  });
};

/** Those who were told know the part of the day or the day; one in ten of the others the minute, one in three the hour. */
const timeOf = (random: Random, minute: number, isHearsay: boolean): Occurred => {
  const wall = (at: number): string => new Date(begin + Math.round(at) * 60_000).toISOString().slice(0, 16);
  const said = minute + (random() + random() + random() - 1.5) * 60;
  const vagueness = isHearsay ? 0.5 + random() / 2 : random();
  if (vagueness < 0.1) return { precision: 'minute', start: wall(said), end: wall(said), zone };
  const hour = Math.floor(said / 60) * 60;
  if (vagueness < 0.43) return { precision: 'hour', start: wall(hour), end: wall(hour + 59), zone };
  const first = Math.floor(minute / 360) * 360;
  const part = (['night', 'morning', 'day', 'evening'] as const)[(first / 360) % 4] ?? 'night';
  if (vagueness < 0.75)
    return { precision: 'part_of_day', part, start: wall(first), end: wall(first + 359), zone };
  const day = wall(minute).slice(0, 10);
  return { precision: 'day', start: day, end: day, zone };
};
