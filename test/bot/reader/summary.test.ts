import { describe, expect, test } from 'vitest';
import { type Counted, peopleText, summaryScreen } from '../../../bot/reader/summary.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import { type Counters, nothing, type People, type Tally } from '../../../lib/summary/tally.ts';
import { expectSendable, textOf, viewIn, views } from '../../support/screens.ts';

const english = await viewIn('en');
const nobody: People = { min: 0, max: 0, open: 0, about: 0, unknown: 0 };
const counters = (change: Partial<Counters>): Counters => ({
  ...nothing,
  incidents: 1,
  reports: 1,
  ...change,
});
const tally = (
  bucket: Tally['bucket'],
  change: Partial<Counters>,
  munition: (typeof munitions)[number] = 'cluster_munition',
): Tally => ({
  bucket,
  cells: [{ phase: 'attack', munition, counters: counters(change) }],
  changedAt: '2026-11-20T10:00:00.000Z',
});
const figures = (change: Partial<Counted>): Counted => ({
  requested: 'month',
  period: { from: '2026-10-25', to: '2026-11-23' },
  region: undefined,
  days: [],
  months: [],
  ...change,
});

describe('the people of a summary', () => {
  test.each([
    [{ ...nobody, min: 3, max: 5, unknown: 2 }, 5, '3–5, unknown in 2 incidents'],
    [{ ...nobody, min: 3, max: 5, open: 1 }, 2, 'at least 3'],
    [{ ...nobody, min: 20, max: 20, about: 1 }, 1, 'about 20'],
    [{ ...nobody, unknown: 4 }, 4, 'unknown'],
    [nobody, 2, '0'],
  ])('%j of %i incidents are said as "%s…"', (people, incidents, text) => {
    expect(peopleText(people, incidents, english)).toBe(text);
  });

  test('are counted with the right forms in Ukrainian and Russian', async () => {
    const people = (unknown: number) => ({ ...nobody, min: 1, max: 1, unknown });
    const uk = await viewIn('uk');
    const ru = await viewIn('ru');
    expect(peopleText(people(1), 30, uk)).toBe('1, невідомо у 1 події');
    expect(peopleText(people(5), 30, uk)).toBe('1, невідомо у 5 подіях');
    expect(peopleText(people(21), 30, ru)).toBe('1, неизвестно в 21 событии');
    expect(uk.t.reader.summary.incidents(2)).toBe('2 події');
    expect(uk.t.reader.summary.incidents(11)).toBe('11 подій');
    expect(ru.t.reader.summary.incidents(3)).toBe('3 события');
  });
});

describe('a summary', () => {
  test('counts killed and injured apart, and never together', () => {
    const killed = { ...nobody, min: 3, max: 5 };
    const injured = { ...nobody, min: 8, max: 8 };
    const text = textOf(
      summaryScreen(figures({ days: [tally('DAY#2026-11-20', { killed, injured, reports: 4 })] }), english),
    );
    expect(text).toMatch(/^1 incident$/m);
    expect(text).not.toMatch(/\b4\b/);
    expect(text).toContain('Killed: 3–5');
    expect(text).toContain('Injured: 8');
    expect(text).not.toMatch(/casualties|11|13/);
  });

  test('says which period and area it is of, and that it is no count of everything', () => {
    const text = textOf(summaryScreen(figures({ region: 'UA-23' }), english));
    expect(text).toContain('Period: 30 days (25 October – 23 November 2026)');
    expect(text).toContain('Area: Zaporizhzhia region');
    expect(text).toContain('Nothing has been published for this period and area.');
    expect(text).toContain('not of everything that happened');
  });

  test('says how many incidents are known too roughly for it', () => {
    const months = [
      tally('MONTH#2026-11', { incidents: 5, inexact: 2 }),
      tally('MONTH#2026-03', { incidents: 9, inexact: 9 }),
      tally('MONTH#undated', { incidents: 3, inexact: 3 }),
    ];
    const month = textOf(summaryScreen(figures({ months }), english));
    expect(month).toContain('2 incidents in these months have no known day and are not counted.');
    expect(month).toContain('3 incidents have no known month and are not counted.');
    expect(month).toContain('Last changed: 20 November 2026\n');
    const all = textOf(summaryScreen(figures({ requested: 'all', period: undefined, months }), english));
    expect(all).toContain('17 incidents');
    expect(all).toContain('The exact day is unknown for 14 of these incidents.');
  });

  test('of whole months counts what is known to the month only, and says what it is not', () => {
    const months = [
      tally('MONTH#2022-02', { incidents: 7 }),
      tally('MONTH#2022-03', { incidents: 5, inexact: 2 }),
      tally('MONTH#undated', { incidents: 3, inexact: 3 }),
    ];
    const period = { from: '2022-03-01', to: '2022-03-31' };
    const text = textOf(summaryScreen(figures({ requested: period, period, months }), english));
    expect(text).toContain('Period: March 2022\n');
    expect(text).toContain('5 incidents');
    expect(text).toContain('The exact day is unknown for 2 of these incidents.');
    expect(text).toContain('3 incidents have no known month and are not counted.');
  });

  test('of named days counts the days, and says what of their months is left out', () => {
    const period = { from: '2022-03-01', to: '2022-03-15' };
    const days = [tally('DAY#2022-03-02', { incidents: 4 })];
    const months = [tally('MONTH#2022-03', { incidents: 9, inexact: 2 })];
    const screen = summaryScreen(figures({ requested: period, period, days, months }), english);
    expect(textOf(screen)).toContain('Period: 1–15 March 2022\n');
    expect(textOf(screen)).toContain('4 incidents');
    expect(textOf(screen)).toContain('2 incidents in these months have no known day and are not counted.');
    expect(screen.buttons.flat()).toContainEqual({
      text: 'Region',
      data: 'r:summary_regions:2022-03-01_2022-03-15',
    });
  });

  test('can be sent with every munition and the largest numbers, in every language', () => {
    const people = { min: 9_999_999, max: 99_999_999, open: 0, about: 1, unknown: 99_999 };
    const days = munitions.map(munition =>
      tally(
        'DAY#2026-11-20',
        { incidents: 999_999, reports: 9_999_999, killed: people, injured: people },
        munition,
      ),
    );
    for (const view of views)
      for (const region of [undefined, 'UA-43'])
        expectSendable(
          summaryScreen(
            figures({
              days,
              months: [
                tally('MONTH#2026-11', { inexact: 9999 }),
                tally('MONTH#undated', { incidents: 9999 }),
              ],
              region,
            }),
            view,
          ),
        );
  });
});
