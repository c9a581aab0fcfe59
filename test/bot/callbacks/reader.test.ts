import { describe, expect, it } from 'vitest';
import { munitionLetters, readerCallbacks } from '../../../bot/callbacks/reader.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';

/** What stands here was released: it must go on meaning what it meant. Add to it what a release adds. */
const releasedArguments: Readonly<Record<keyof typeof readerCallbacks.definitions, readonly string[]>> = {
  latest: ['area', 'munition', 'position'],
  incident: ['id', 'area', 'munition', 'position'],
  regions: ['munition'],
  munitions: ['area', 'page'],
  summary: ['period', 'area'],
  summary_regions: ['period'],
  changes: ['after'],
  figures: ['page'],
};

const id = '0123456789';
const releasedData: readonly (readonly [data: string, name: string, args: object])[] = [
  ['r:latest', 'latest', {}],
  ['r:latest:23:cluster_m', 'latest', { area: '23', munition: 'cluster_munition' }],
  ['r:latest:s696487::aMjAyMi0w', 'latest', { area: 's696487', position: 'aMjAyMi0w' }],
  ['r:latest:xzgqvx8', 'latest', { area: 'xzgqvx8' }],
  [`r:incident:${id}`, 'incident', { id }],
  [
    `r:incident:${id}:s696487:grenade:bMjAyMi0w`,
    'incident',
    { id, area: 's696487', munition: 'grenade', position: 'bMjAyMi0w' },
  ],
  ['r:regions:mortar', 'regions', { munition: 'mortar' }],
  ['r:munitions:23:1', 'munitions', { area: '23', page: 1 }],
  ['r:munitions::0', 'munitions', { page: 0 }],
  ['r:summary', 'summary', {}],
  ['r:summary:week:23', 'summary', { period: 'week', area: '23' }],
  ['r:summary:month', 'summary', { period: 'month' }],
  ['r:summary:all', 'summary', { period: 'all' }],
  ['r:summary:2022-03_2022-05', 'summary', { period: '2022-03_2022-05' }],
  ['r:summary_regions:2022-03-01_2022-03-15', 'summary_regions', { period: '2022-03-01_2022-03-15' }],
  ['r:changes', 'changes', {}],
  ['r:changes:MjAyMi0wNS0xMlQw', 'changes', { after: 'MjAyMi0wNS0xMlQw' }],
  ['r:figures:2', 'figures', { page: 2 }],
];

const releasedMunitions = [
  ['cluster_m', 'cluster_munition'],
  ['rocket_ar', 'rocket_artillery'],
  ['tube_arti', 'tube_artillery'],
  ['mortar', 'mortar'],
  ['tank_or_d', 'tank_or_direct_fire'],
  ['ballistic', 'ballistic_missile'],
  ['cruise_mi', 'cruise_missile'],
  ['air_defen', 'air_defence_missile'],
  ['guided_bo', 'guided_bomb'],
  ['unguided_', 'unguided_bomb'],
  ['loitering', 'loitering_munition'],
  ['dropped_b', 'dropped_by_drone'],
  ['incendiar', 'incendiary'],
  ['thermobar', 'thermobaric'],
  ['anti_pers', 'anti_personnel_mine'],
  ['anti_vehi', 'anti_vehicle_mine'],
  ['scatterab', 'scatterable_mine'],
  ['unexplode', 'unexploded_submunition'],
  ['other_une', 'other_unexploded'],
  ['improvise', 'improvised_device'],
  ['grenade', 'grenade'],
  ['chemical_', 'chemical_agent'],
  ['small_arm', 'small_arms'],
  ['other', 'other'],
  ['unknown', 'unknown'],
] as const;

describe("a reader's button", () => {
  it.each(Object.entries(releasedArguments))('%s keeps its arguments and their order', (name, order) => {
    const { shape } = readerCallbacks.definitions[name as keyof typeof releasedArguments];
    expect(Object.keys(shape).slice(0, order.length)).toEqual(order);
  });

  it.each(releasedData)('%s means what it meant', (data, name, args) => {
    const callback = readerCallbacks.parse(data);
    expect(JSON.parse(JSON.stringify(callback))).toEqual({ name, args });
  });

  it.each(releasedMunitions)('names by %s the munition %s', (code, munition) => {
    expect(readerCallbacks.data('latest', { munition })).toBe(`r:latest::${code}`);
    expect(readerCallbacks.parse(`r:latest::${code}`)?.args).toMatchObject({ munition });
  });

  it('tells every munition from every other', () => {
    const codes = munitions.map(munition => munition.slice(0, munitionLetters));
    expect(new Set(codes).size).toBe(munitions.length);
  });

  it.each([
    'r:l:23:cluster_munition:',
    `r:i:${id}:::`,
    'r:s:week:',
    'r:areas:month',
    'r:c',
    'r:f:0',
    'r:latest:23:cluster:',
    'r:latest::other_un',
  ])('%s, of the version before or of none, is old, and nothing else', data => {
    expect(readerCallbacks.parse(data)).toBeUndefined();
  });

  it.each([
    ['r:regions:cluster_munition', 'regions', { munition: 'cluster_munition' }],
    ['r:munitions:23:0', 'munitions', { area: '23', page: 0 }],
  ])('%s of the version before means what it meant', (data, name, args) => {
    expect(readerCallbacks.parse(data)).toEqual({ name, args });
  });
});
