import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerCallbacks } from '../../../bot/callbacks/reader.ts';
import { backArguments, backTo, type Choice, listData, readChoice } from '../../../bot/reader/choice.ts';
import { munitions, munitionTraits } from '../../../lib/report/vocabulary.ts';
import { cursorBefore } from '../../../lib/store/dynamodb/page.ts';
import { countedGrades } from '../../../lib/summary/grades.ts';
import { addDays } from '../../../lib/time/date.ts';

/** What stands here was released: it must go on meaning what it meant. Add to it what a release adds. */
const releasedArguments: Readonly<Record<keyof typeof readerCallbacks.definitions, readonly string[]>> = {
  latest: ['area', 'munitions', 'position', 'grade'],
  list: ['period', 'area', 'munitions', 'position', 'grade'],
  incident: ['id', 'area', 'munitions', 'position', 'grade'],
  regions: ['munitions', 'grade'],
  munitions: ['area', 'page', 'grade'],
  grades: ['area', 'munitions'],
  table: ['period', 'area', 'munitions', 'grade', 'by'],
  files: ['period', 'area', 'munitions', 'grade'],
  file: ['period', 'area', 'munitions', 'grade', 'format'],
  summary: ['period', 'area', 'munitions', 'grade'],
  summary_regions: ['period', 'munitions', 'grade'],
  summary_kinds: ['period', 'area', 'munitions', 'grade', 'page'],
  summary_grades: ['period', 'area', 'munitions', 'grade'],
  support: ['period', 'area', 'munitions', 'grade'],
  changes: ['after'],
  figures: ['page', 'period', 'area', 'munitions', 'grade'],
  map: ['period', 'area', 'munitions', 'grade', 'theme'],
  chart: ['period', 'area', 'munitions', 'grade', 'theme'],
  follow: ['topic', 'place'],
  unfollow: ['topic', 'place'],
  unfollow_all: [],
  following: ['place'],
  follow_regions: [],
  follow_munitions: ['page'],
  follow_hours: [],
  follow_when: ['when'],
  follow_night: ['night'],
  follow_open: ['id'],
};

const id = '0123456789';
const releasedData: readonly (readonly [data: string, name: string, args: object])[] = [
  ['r:latest', 'latest', {}],
  ['r:latest:23:cl', 'latest', { area: '23', munitions: ['cluster_munition'] }],
  [
    'r:latest:23:us.ou::f',
    'latest',
    { area: '23', munitions: ['unexploded_submunition', 'other_unexploded'], grade: ['confirmed'] },
  ],
  ['r:support:all:23', 'support', { period: 'all', area: '23' }],
  ['r:table:all::::m', 'table', { period: 'all', by: 'month' }],
  ['r:table:all::cl::r', 'table', { period: 'all', munitions: ['cluster_munition'], by: 'region' }],
  [
    'r:table:2022-03:23::f:k',
    'table',
    { period: '2022-03', area: '23', grade: ['confirmed'], by: 'munition' },
  ],
  ['r:files:all:23', 'files', { period: 'all', area: '23' }],
  ['r:file:all::::c', 'file', { period: 'all', format: 'csv' }],
  ['r:file:all::::x', 'file', { period: 'all', format: 'xlsx' }],
  ['r:file:all::::g', 'file', { period: 'all', format: 'geojson' }],
  ['r:file:all::::m', 'file', { period: 'all', format: 'month' }],
  ['r:grades:23:cl', 'grades', { area: '23', munitions: ['cluster_munition'] }],
  ['r:latest:s696487::aMjAyMi0w', 'latest', { area: 's696487', position: 'aMjAyMi0w' }],
  [
    'r:list:month:23:cl::f',
    'list',
    { period: 'month', area: '23', munitions: ['cluster_munition'], grade: ['confirmed'] },
  ],
  ['r:list:K5LK5Z:::Bf3lMKQCZ7vFRPWK', 'list', { period: 'K5LK5Z', position: 'a0l0mhqv40K7QF2M9XCA' }],
  ['r:summary:all:::fs', 'summary', { period: 'all', grade: ['confirmed', 'single_source'] }],
  ['r:summary:all:::a', 'summary', { period: 'all', grade: [...countedGrades] }],
  ['r:latest:xzgqvx8', 'latest', { area: 'xzgqvx8' }],
  [`r:incident:${id}`, 'incident', { id }],
  [
    `r:incident:${id}:s696487:gr:bMjAyMi0w`,
    'incident',
    { id, area: 's696487', munitions: ['grenade'], position: 'bMjAyMi0w' },
  ],
  ['r:regions:mo', 'regions', { munitions: ['mortar'] }],
  ['r:munitions:23:1', 'munitions', { area: '23', page: 1 }],
  ['r:munitions::0', 'munitions', { page: 0 }],
  ['r:summary', 'summary', {}],
  ['r:summary:week:23', 'summary', { period: 'week', area: '23' }],
  ['r:summary:month', 'summary', { period: 'month' }],
  ['r:summary:all', 'summary', { period: 'all' }],
  ['r:summary:2022-03_2022-05', 'summary', { period: '2022-03_2022-05' }],
  ['r:summary_regions:2022-03-01_2022-03-15', 'summary_regions', { period: '2022-03-01_2022-03-15' }],
  [
    'r:summary:2022-03-01_2022-03-15:s696487:us.ou:f',
    'summary',
    {
      period: '2022-03-01_2022-03-15',
      area: 's696487',
      munitions: ['unexploded_submunition', 'other_unexploded'],
      grade: ['confirmed'],
    },
  ],
  ['r:summary:all:::c', 'summary', { period: 'all', grade: ['corroborated'] }],
  ['r:summary:all:::s', 'summary', { period: 'all', grade: ['single_source'] }],
  ['r:summary:all:::d', 'summary', { period: 'all', grade: ['contested'] }],
  [
    'r:summary_regions:all:cl:f',
    'summary_regions',
    { period: 'all', munitions: ['cluster_munition'], grade: ['confirmed'] },
  ],
  [
    'r:summary_kinds:all:23::f:1',
    'summary_kinds',
    { period: 'all', area: '23', grade: ['confirmed'], page: 1 },
  ],
  [
    'r:summary_grades:all:23:cl',
    'summary_grades',
    { period: 'all', area: '23', munitions: ['cluster_munition'] },
  ],
  ['r:changes', 'changes', {}],
  ['r:changes:MjAyMi0wNS0xMlQw', 'changes', { after: 'MjAyMi0wNS0xMlQw' }],
  ['r:figures:2', 'figures', { page: 2 }],
  [
    'r:figures:0:K5LK5Z:63:cl',
    'figures',
    { page: 0, period: 'K5LK5Z', area: '63', munitions: ['cluster_munition'] },
  ],
  ['r:map:2022-03:63:cl', 'map', { period: '2022-03', area: '63', munitions: ['cluster_munition'] }],
  ['r:chart:all:::f:d', 'chart', { period: 'all', grade: ['confirmed'], theme: 'dark' }],
  ['r:follow:c', 'follow', { topic: 'c' }],
  ['r:follow:a23', 'follow', { topic: 'a23' }],
  ['r:follow:as696487', 'follow', { topic: 'as696487' }],
  ['r:follow:axzgqvx8', 'follow', { topic: 'axzgqvx8' }],
  ['r:follow:mcl', 'follow', { topic: 'mcl' }],
  ['r:follow:a23:n', 'follow', { topic: 'a23', place: 'n' }],
  ['r:unfollow:map.av.sm:n', 'unfollow', { topic: 'map.av.sm', place: 'n' }],
  ['r:unfollow:c', 'unfollow', { topic: 'c' }],
  ['r:unfollow_all', 'unfollow_all', {}],
  ['r:following', 'following', {}],
  ['r:following:n', 'following', { place: 'n' }],
  ['r:follow_regions', 'follow_regions', {}],
  ['r:follow_munitions:1', 'follow_munitions', { page: 1 }],
  ['r:follow_hours', 'follow_hours', {}],
  ['r:follow_when:o', 'follow_when', { when: 'o' }],
  ['r:follow_when:h08', 'follow_when', { when: 'h08' }],
  ['r:follow_night:y', 'follow_night', { night: 'y' }],
  [`r:follow_open:${id}`, 'follow_open', { id }],
];

const releasedMunitions = [
  ['cl', 'cluster_munition'],
  ['ra', 'rocket_artillery'],
  ['ta', 'tube_artillery'],
  ['mo', 'mortar'],
  ['df', 'tank_or_direct_fire'],
  ['bm', 'ballistic_missile'],
  ['cm', 'cruise_missile'],
  ['ad', 'air_defence_missile'],
  ['gb', 'guided_bomb'],
  ['ub', 'unguided_bomb'],
  ['lm', 'loitering_munition'],
  ['dd', 'dropped_by_drone'],
  ['in', 'incendiary'],
  ['tb', 'thermobaric'],
  ['ap', 'anti_personnel_mine'],
  ['av', 'anti_vehicle_mine'],
  ['sm', 'scatterable_mine'],
  ['us', 'unexploded_submunition'],
  ['ou', 'other_unexploded'],
  ['id', 'improvised_device'],
  ['gr', 'grenade'],
  ['ch', 'chemical_agent'],
  ['sa', 'small_arms'],
  ['ot', 'other'],
  ['un', 'unknown'],
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
    expect(readerCallbacks.data('latest', { munitions: [munition] })).toBe(`r:latest::${code}`);
    expect(readerCallbacks.parse(`r:latest::${code}`)?.args).toMatchObject({ munitions: [munition] });
  });

  it('asks for a picture of whatever a summary can be asked for', () => {
    const longest = {
      period: '2022-03-01_2022-03-15',
      area: 's999999999',
      munitions: munitions.slice(0, 6),
      grade: ['confirmed', 'corroborated', 'contested'],
      theme: 'dark',
    } satisfies Parameters<typeof readerCallbacks.data<'map'>>[1];
    for (const kind of ['map', 'chart'] as const)
      expect(readerCallbacks.parse(readerCallbacks.data(kind, longest))).toEqual({
        name: kind,
        args: longest,
      });
    const table = { ...longest, theme: undefined, by: 'month' } as const;
    expect(readerCallbacks.parse(readerCallbacks.data('table', table))?.args).toMatchObject({ by: 'month' });
  });

  it('holds the longest list of a period there is, with its place, and comes back as it went', () => {
    const anyDays = fc.tuple(fc.nat(73_000), fc.nat(73_000)).map(days => {
      const [from = 0, to = 0] = days.toSorted((a, b) => a - b);
      return { from: addDays('1900-01-01', from), to: addDays('1900-01-01', to) };
    });
    const anyId = fc.string({
      unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      minLength: 10,
      maxLength: 10,
    });
    const country = { code: 'UA', regions: [] } as never;
    fc.assert(
      fc.property(anyDays, fc.constantFrom('a', 'b'), fc.nat(8.5e12), anyId, (period, side, at, code) => {
        const choice = {
          period,
          settlement: 999_999_999,
          munitions: munitions.slice(0, 6),
          grades: ['confirmed', 'corroborated', 'contested'],
          position: `${side}${at.toString(36).padStart(9, '0')}${code}`,
        } as const;
        const pressed = readerCallbacks.parse(listData(choice));
        expect(pressed?.name === 'list' && readChoice(pressed.args, country)).toEqual(choice);
      }),
    );
  });

  it('holds an incident of such a list, with its page where there is room for it', () => {
    const choice = {
      period: { from: '2022-03-01', to: '2022-03-15' },
      settlement: 999_999_999,
      munitions: munitions.slice(0, 6),
      grades: ['confirmed', 'corroborated', 'contested'],
      position: 'a0l0mhqv40K7QF2M9XCA',
    } as const;
    const incident = { id: 'K7QF2M9XCZ', publishedAt: '2026-03-14T13:00:00.000Z' };
    const back = (changed: Choice): Choice => {
      const pressed = readerCallbacks.parse(
        readerCallbacks.data('incident', { id: incident.id, ...backArguments(changed) }),
      );
      if (pressed?.name !== 'incident') throw new Error('It is the button of another thing.');
      const { id: _, ...args } = pressed.args;
      return backTo(readChoice(args, { code: 'UA', regions: [] } as never), incident);
    };
    for (const few of [
      { ...choice, munitions: munitions.slice(0, 1) },
      { ...choice, munitions: munitions.slice(0, 3), period: undefined },
      { ...choice, position: undefined },
    ])
      expect(back(few)).toEqual(few);
    for (const many of [choice, { ...choice, period: undefined }])
      expect(back(many)).toEqual({
        ...many,
        position: `a${cursorBefore({ at: incident.publishedAt, id: incident.id })}`,
      });
  });

  it('tells every munition from every other', () => {
    expect(new Set(munitions.map(code => munitionTraits[code].word)).size).toBe(munitions.length);
  });

  it.each([
    'r:l:23:cluster_munition:',
    `r:i:${id}:::`,
    'r:s:week:',
    'r:areas:month',
    'r:c',
    'r:regions:cluster_munition',
    'r:f:0',
    'r:latest:23:cluster:',
    'r:latest::other_un',
    'r:follow:m',
    'r:follow:cc',
    'r:follow_when:h24',
  ])('%s, of the version before or of none, is old, and nothing else', data => {
    expect(readerCallbacks.parse(data)).toBeUndefined();
  });

  it.each([['r:munitions:23:0', 'munitions', { area: '23', page: 0 }]])(
    '%s of the version before means what it meant',
    (data, name, args) => {
      expect(readerCallbacks.parse(data)).toEqual({ name, args });
    },
  );
});
