import { expect, test } from 'vitest';
import { readerCallbacks } from '../../../bot/callbacks/reader.ts';
import { figuresData, figuresScreen } from '../../../bot/reader/figures.ts';
import { readQuestion } from '../../../bot/reader/question.ts';
import { type Counted, summaryScreen } from '../../../bot/reader/summary.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import { type About, type Figure, isAbout } from '../../../lib/summary/figure.ts';
import { textOf, viewIn } from '../../support/screens.ts';

const english = await viewIn('en');
const figure = (change: Partial<Figure>): Figure => ({
  id: '0123456789',
  version: 1,
  status: 'recorded',
  source: { kind: 'united_nations', name: 'UN', link: 'https://example.org/report' },
  published: '2022-03-30',
  period: { from: '2022-02-24', to: '2022-03-30' },
  munition: 'cluster_munition',
  attacks: { atLeast: 24 },
  recordedAt: '2026-11-20T10:00:00.000Z',
  by: 'somebody',
  ...change,
});

const country = figure({});
const region = figure({ region: 'UA-63', attacks: { exactly: 9 } });
const mines = figure({ munition: 'anti_personnel_mine' });
const all = [country, region, mines];

const figuresAbout = (figures: readonly Figure[], about: About) => figures.filter(one => isAbout(one, about));

test('figures of others stand beside what they are of: the same region, munition and time', () => {
  expect(figuresAbout(all, {})).toEqual([country, mines]);
  expect(figuresAbout(all, { region: 'UA-63' })).toEqual([region]);
  expect(figuresAbout(all, { munitions: ['cluster_munition'] })).toEqual([country]);
  expect(figuresAbout(all, { munitions: ['mortar'] })).toEqual([]);
  expect(figuresAbout(all, { period: { from: '2022-03-01', to: '2022-03-31' } })).toEqual([country, mines]);
  expect(figuresAbout(all, { period: { from: '2022-04-01', to: '2022-04-30' } })).toEqual([]);
  // What was published in July says nothing of August, though it is "of 2022".
  const ofYear = figure({ published: '2022-07-10', period: { from: '2022-01-01', to: '2022-12-31' } });
  expect(figuresAbout([ofYear], { period: { from: '2022-07-01', to: '2022-07-31' } })).toEqual([ofYear]);
  expect(figuresAbout([ofYear], { period: { from: '2022-08-01', to: '2022-08-31' } })).toEqual([]);
});

test('figures that contradict each other are both shown, with source and date, and counted in no number', () => {
  const other = figure({ source: { kind: 'monitor', name: 'A monitor' }, attacks: { exactly: 31 } });
  const counted = (change: Partial<Counted> = {}): Counted => ({
    question: { requested: 'all', munitions: ['cluster_munition'] },
    period: undefined,
    found: { surely: [], perhaps: { when: [], where: [] } },
    today: '2026-11-23',
    bot: 'svidok_bot',
    others: [country, other, region],
    ...change,
  });
  const text = textOf(summaryScreen(counted(), english));
  expect(text).toContain('Nothing has been published for this.');
  expect(text).toMatch(/at least 24/);
  expect(text).toMatch(/Attacks: 31/);
  expect(text).toContain('UN');
  expect(text).toContain('A monitor');
  expect(text).not.toContain('Attacks: 9');
  const graded = { requested: 'all', grades: ['confirmed'] } as const;
  expect(textOf(summaryScreen(counted({ question: graded }), english))).toContain(
    'They have no grades of ours.',
  );
});

test('the button below a summary leads to the figures of its question, page by page, and back to it', () => {
  const question = {
    requested: { from: '2022-03-01', to: '2022-03-15' },
    region: 'UA-63',
    munitions: munitions.slice(0, 6),
    grades: ['confirmed', 'corroborated', 'contested'],
  } as const;
  const pressed = readerCallbacks.parse(figuresData(question, 99));
  if (pressed?.name !== 'figures') throw new Error('It is the button of another thing.');
  expect(pressed.args.page).toBe(99);
  expect(readQuestion(pressed.args, english.country)).toEqual(question);
  const screen = figuresScreen(Array(7).fill(region), 1, { question, period: question.requested }, english);
  expect(textOf(screen)).toMatch(/Kharkiv/);
  expect(screen.buttons.flat().map(one => 'data' in one && one.data)).toEqual([
    figuresData(question, 0),
    figuresData(question, 2),
    expect.stringMatching(/^r:summary:2022-03-01_2022-03-15:63:/),
  ]);
});
