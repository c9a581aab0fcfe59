import { describe, expect, test } from 'vitest';
import { type Counted, summaryScreen } from '../../../bot/reader/summary.ts';
import { munitions, phases } from '../../../lib/report/vocabulary.ts';
import { type Counters, nothing, peopleOf } from '../../../lib/summary/counters.ts';
import { countedGrades } from '../../../lib/summary/grades.ts';
import type { Tallied } from '../../../lib/summary/tally.ts';
import { expectSendable, longestReport, textOf, viewIn, views } from '../../support/screens.ts';

const english = await viewIn('en');
const cell = (change: Partial<Counters> = {}, other: Partial<Tallied> = {}): Tallied => ({
  scope: 'all',
  bucket: 'ALL',
  phase: 'attack',
  munition: 'cluster_munition',
  grade: 'corroborated',
  counters: { ...nothing, incidents: 1, ...change },
  changedAt: '2026-11-20T10:00:00.000Z',
  ...other,
});
const counted = (cells: readonly Tallied[], change: Partial<Counted> = {}): Counted => ({
  question: { requested: 'month' },
  period: { from: '2026-10-25', to: '2026-11-23' },
  found: { surely: cells, perhaps: { when: [], where: [] } },
  today: '2026-11-23',
  bot: 'svidok_bot',
  ...change,
});
const textFor = (cells: readonly Tallied[], change: Partial<Counted> = {}) =>
  textOf(summaryScreen(counted(cells, change), english));

describe('a summary', () => {
  test('counts killed and injured apart, attacks and remnants apart, and never together', () => {
    const text = textFor([
      cell({ incidents: 4, killed: peopleOf({ min: 3, max: 5 }), injured: peopleOf({ min: 8, max: 8 }) }),
      cell({ killed: peopleOf({ min: 1, max: 1 }) }, { phase: 'remnant', munition: 'anti_personnel_mine' }),
    ]);
    expect(text).toMatch(/^5 incidents \(confirmed by the moderators, or several independent sources\)$/m);
    expect(text).toMatch(
      /Attacks: 4 incidents\nKilled: at least 3 \(known for 1 of 4 incidents\)\nInjured: at least 8/,
    );
    expect(text).toMatch(/: 1 incident\nKilled: 1\nInjured: unknown/);
    expect(text).not.toMatch(/casualties|Killed: 4|Killed: at least 4/);
  });

  test('has supported incidents in its headline, and the others beside it, each apart', () => {
    const text = textFor([
      cell({ incidents: 2 }),
      cell({ incidents: 7 }, { grade: 'single_source' }),
      cell({ incidents: 1 }, { grade: 'contested' }),
      cell({ incidents: 3 }, { grade: 'confirmed' }),
    ]);
    expect(text).toMatch(/^5 incidents/m);
    const outside = text.slice(text.indexOf('Not in the numbers above'));
    expect(outside).toContain('no second independent source: 7 incidents');
    expect(outside).toContain('contested: 1 incident');
  });

  test('does not say that nothing was published where what was is not supported', () => {
    const text = textFor([cell({ incidents: 7 }, { grade: 'single_source' })]);
    expect(text).toContain('no incident confirmed by the moderators or told by several independent sources');
    expect(text).toContain('no second independent source: 7 incidents');
    expect(textFor([])).toContain('Nothing has been published for this.');
  });

  test('names what may belong to the period or the area, and is in no number', () => {
    const perhaps = { when: [cell({ incidents: 2 })], where: [cell({ incidents: 3 })] };
    const text = textFor([], { found: { surely: [], perhaps } });
    expect(text).toContain('2 incidents that may belong to this period');
    expect(text).toContain('3 incidents that may belong to this area');
  });

  test('says all that it answers: period, area, munition, grade and as of when', () => {
    const text = textFor([cell()], {
      question: {
        requested: 'month',
        region: 'UA-23',
        munitions: ['cluster_munition'],
        grades: ['corroborated'],
      },
    });
    expect(text).toContain('Period: 30 days (25 October – 23 November 2026)');
    expect(text).toContain('Area: Zaporizhzhia region');
    expect(text).toContain('Munition: Cluster munition');
    expect(text).toContain('Support: several independent sources');
    expect(text).toMatch(/^1 incident$/m);
    expect(text).toContain('As of 23 November 2026. Last changed: 20 November 2026.');
    expect(text).toContain('not of everything that happened');
  });

  test('says after how many incidents unexploded objects are suspected, and how many days are not known', () => {
    const text = textFor([cell({ incidents: 4, unexploded: 2, inexact: 1 })]);
    expect(text).toContain('Unexploded objects suspected or marked after 2 incidents.');
    expect(text).toContain('The exact day is unknown for 1 of these incidents.');
  });

  test('keeps all that was asked in its buttons', () => {
    const question = {
      requested: { from: '2022-03-01', to: '2022-03-15' },
      region: 'UA-23',
      munitions: ['cluster_munition'],
      grades: ['confirmed'],
    } as const;
    const buttons = summaryScreen(counted([], { question }), english).buttons.flat();
    expect(buttons.flatMap(button => ('data' in button ? [button.data] : []))).toEqual([
      'r:summary:week:23:cl:f',
      'r:summary:month:23:cl:f',
      'r:summary:all:23:cl:f',
      'r:summary_regions:2022-03-01_2022-03-15:cl:f',
      'r:summary_kinds:2022-03-01_2022-03-15:23::f',
      'r:support:2022-03-01_2022-03-15:23:cl:f',
      'r:list:K5LK5Z:23:cl::f',
      'r:table:2022-03-01_2022-03-15:23:cl:f:m',
      'r:table:2022-03-01_2022-03-15:23:cl:f:k',
      'r:files:2022-03-01_2022-03-15:23:cl:f',
      'r:map:2022-03-01_2022-03-15:23:cl:f',
      'r:chart:2022-03-01_2022-03-15:23:cl:f',
      'r:follow:a23:n',
    ]);
  });

  test('can be sent with every munition and the largest numbers, in every language', () => {
    const sum = { known: 99_999, min: 9_999_999, max: 99_999_999, open: 1, about: 1 };
    const people = { ...sum, children: sum, medics: sum, rescuers: sum };
    const counters = { incidents: 999_999, inexact: 9999, unexploded: 9999, killed: people, injured: people };
    const cells = phases.flatMap(phase =>
      munitions.flatMap(munition => countedGrades.map(grade => cell(counters, { phase, munition, grade }))),
    );
    const { place } = longestReport('Ж').answers;
    const question = { requested: 'all', settlement: 999_999_999, munitions: munitions.slice(0, 6) } as const;
    for (const view of views)
      for (const change of [
        {},
        { question: { requested: 'all', region: 'UA-43' } as const },
        { question, place },
        {
          question: {
            ...question,
            requested: { from: '2022-03-01', to: '2022-03-15' },
            grades: ['confirmed', 'single_source'],
          } as const,
          place,
        },
      ])
        expectSendable(
          summaryScreen(
            counted(cells, { ...change, found: { surely: cells, perhaps: { when: cells, where: cells } } }),
            view,
          ),
        );
  });
});
