import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOf } from '../../../bot/reader/period.ts';
import { filterOf, type Question } from '../../../bot/reader/question.ts';
import { type Partition, partitions, tableOf } from '../../../bot/reader/tables/rows.ts';
import { tableScreen } from '../../../bot/reader/tables/screen.ts';
import { type Munition, munitions, unexplodedItems } from '../../../lib/report/vocabulary.ts';
import { countedGrades } from '../../../lib/summary/grades.ts';
import { type Summary, summaryOf } from '../../../lib/summary/summary.ts';
import { addDays } from '../../../lib/time/date.ts';
import { countedInMemory } from '../../support/database/memory.ts';
import { anyCountedIncident, anyGrades } from '../../support/samples/counted.ts';
import { expectSendable, longestReport, textOf, viewIn, views } from '../../support/screens.ts';

const english = await viewIn('en');
const { country } = english;
const now = new Date('2024-05-20T09:00:00Z');

const anyQuestion: fc.Arbitrary<Question> = fc.record({
  requested: fc.oneof(
    fc.constantFrom<Question['requested']>('week', 'month', 'all'),
    fc.tuple(fc.nat(700), fc.nat(1200)).map(([start, days]) => ({
      from: addDays('2021-12-05', start),
      to: addDays('2021-12-05', start + days),
    })),
  ),
  region: fc.constantFrom(undefined, undefined, 'UA-63'),
  munitions: fc.constantFrom<readonly Munition[] | undefined>(
    undefined,
    unexplodedItems,
    munitions.slice(0, 3),
  ),
  grades: anyGrades,
});

/** The numbers of a summary, without what it says of its surroundings. */
const numbersOf = ({ total, phases, beside, suspected }: Summary) => ({ total, phases, beside, suspected });

describe('each row of a table', () => {
  test('is exactly the summary of its month, year, days, region or munition', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCountedIncident, { maxLength: 50 }),
        anyQuestion,
        fc.constantFrom(...partitions),
        async (all, question, by) => {
          const { incidents } = countedInMemory(all);
          const table = await tableOf(incidents, { question, by, now, country });
          const period = periodOf(question.requested, now, country.zone);
          for (const { code, period: stretch, summary } of table.rows) {
            const area =
              table.by === 'region'
                ? { region: code || undefined, unplaced: code === '' }
                : { region: question.region };
            const narrowed = table.by === 'munition' ? { munitions: [code as Munition] } : {};
            const own = summaryOf(await incidents.counted(area, stretch ?? period), {
              ...filterOf(question),
              ...narrowed,
            });
            expect(numbersOf(summary)).toEqual(numbersOf(own));
          }
        },
      ),
    );
  });

  test('is one incident’s only home by region and munition, so that they sum up; by month some have none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCountedIncident, { maxLength: 50 }), async all => {
        const { incidents } = countedInMemory(all);
        const sumBy = async (by: Partition) => {
          const question = { requested: 'all' } as const;
          const { rows, total } = await tableOf(incidents, { question, by, now, country });
          return [rows.reduce((sum, { summary }) => sum + summary.total.incidents, 0), total.total.incidents];
        };
        for (const by of ['region', 'munition'] as const) {
          const [sum, total] = await sumBy(by);
          expect(sum).toBe(total);
        }
        const [sum = 0, total] = await sumBy('month');
        expect(sum).toBeLessThanOrEqual(total ?? 0);
      }),
    );
  });
});

test('a table says what it is of, a line for each row, and how many are in none', async () => {
  const day = (date: string) => ({ precision: 'day' as const, start: date, end: date, zone: 'Europe/Kyiv' });
  const [one] = fc.sample(anyCountedIncident, 1);
  if (!one) throw new Error('No incident');
  const known = { ...one, grade: 'confirmed', killed: { min: 2, max: 3 }, injured: 'unknown' } as const;
  const all = [
    { ...known, occurred: day('2022-03-05') },
    { ...known, occurred: day('2022-04-06') },
    { ...known, occurred: day('2022-04-07'), grade: 'single_source' as const },
    {
      ...known,
      occurred: { precision: 'week' as const, start: '2022-03-28', end: '2022-04-03', zone: 'Europe/Kyiv' },
    },
  ];
  const question = { requested: { from: '2022-03-01', to: '2022-04-15' } } as const;
  const table = await tableOf(countedInMemory(all).incidents, { question, by: 'month', now, country });
  const text = textOf(tableScreen(table, { question, by: 'month', today: '2024-05-20' }, english));
  expect(text).toContain('March 2022: 1 incident; killed: 2–3; injured: unknown');
  expect(text).toMatch(
    /1–15 April 2022: 1 incident; killed: 2–3; injured: unknown \(not in these numbers: no second source: 1\)/,
  );
  expect(text).toContain('In all: 3 incidents.');
  expect(text).toContain('1 incident is in no line');
});

test('a table fits on a screen with every row at its longest, in every language', async () => {
  const all = fc.sample(anyCountedIncident, { numRuns: 300, seed: 1 }).map((one, n) => ({
    ...one,
    grade: countedGrades[n % 4] ?? 'confirmed',
    killed: { min: 1_000_000 },
    place: { ...one.place, region: country.regions[n % country.regions.length]?.code },
  }));
  const { place } = longestReport('Ж').answers;
  for (const view of views)
    for (const by of partitions)
      for (const question of [
        { requested: 'all' },
        {
          requested: { from: '2022-01-02', to: '2023-12-30' },
          settlement: 999_999_999,
          munitions: munitions.slice(0, 6),
          grade: 'confirmed',
        },
      ] as const) {
        const table = await tableOf(countedInMemory(all).incidents, { question, by, now, country });
        expectSendable(tableScreen(table, { question, by, place, today: '2024-05-20' }, view));
      }
});
