import { expect, test } from 'vitest';
import { askedBy, withFound } from '../../../bot/picture/asked.ts';
import { barsModel } from '../../../bot/picture/bars-model.ts';
import { barCounts, mapCounts } from '../../../bot/picture/counts.ts';
import { mapModel } from '../../../bot/picture/map-model.ts';
import { findCountry } from '../../../lib/country.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import type { Locale } from '../../../lib/locale.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { headlineOf, totalOf } from '../../../lib/summary/summary.ts';
import { mergeChanges, type Tallied, tallyChanges } from '../../../lib/summary/tally.ts';
import { catalogues } from '../../support/catalogues.ts';
import { incident } from '../../support/samples/samples.ts';

const country = findCountry('UA');
if (!country) throw new Error('No country');
const gazetteer = await loadGazetteer('UA');
const zone = 'Europe/Kyiv';
const kharkiv = gazetteer.settlements.find(({ names }) => names.en === 'Kharkiv');
if (!kharkiv) throw new Error('No Kharkiv');

const inKharkiv: Incident['place'] = {
  precision: 'settlement',
  region: 'UA-63',
  settlement: kharkiv.names,
  settlementId: kharkiv.id,
  point: { ...kharkiv.point, accuracyMetres: 15_000 },
};
const published: Incident = {
  ...incident,
  status: 'published',
  grade: 'confirmed',
  munition: 'mortar',
  place: inKharkiv,
  occurred: { precision: 'day', start: '2022-03-05', end: '2022-03-05', zone },
  killed: { min: 3, max: 5 },
  injured: 'unknown',
};

/** Two in Kharkiv, one of them known to the month and with unexploded items; one of unknown settlement; one of one source. */
const incidents: readonly Incident[] = [
  published,
  {
    ...published,
    munition: 'cluster_munition',
    occurred: { precision: 'month', start: '2022-03-01', end: '2022-03-31', zone },
    killed: { min: 1, max: 1 },
    contamination: { state: 'suspected', by: { kind: 'monitor' }, date: '2022-04-01' },
  },
  { ...published, place: { precision: 'region', region: 'UA-63' }, killed: 'unknown' },
  { ...published, grade: 'single_source' },
];

const cellsOf = (scope: string): readonly Tallied[] =>
  mergeChanges(incidents.flatMap(one => tallyChanges(undefined, one)))
    .filter(change => change.scope === scope)
    .map(({ add, ...cell }) => ({ ...cell, counters: add, changedAt: '2022-05-01T06:00:00.000Z' }));
const cells = cellsOf('UA-63');
const inMonth = cells.filter(({ bucket }) => bucket === 'MONTH#2022-03');

const asked = (locale: Locale) => {
  const order = {
    chat: 1,
    locale,
    kind: 'map',
    question: 'r:summary:2022-03:63',
    theme: 'light',
    bot: 'svidok_bot',
  } as const;
  const view = { t: catalogues[locale], locale, country } as const;
  const about = askedBy(order, { view, gazetteer, now: new Date('2026-11-28T10:00:00Z') });
  if (!about) throw new Error('No question');
  return withFound(about, { surely: inMonth, perhaps: { when: [], where: [] } });
};

const days = barCounts(
  headlineOf(
    cells.filter(({ bucket }) => bucket.startsWith('DAY#')),
    {},
  ),
  { stretch: { from: '2022-03-01', to: '2022-03-31' }, step: 'day', total: totalOf(headlineOf(inMonth, {})) },
);

test('a map says what it shows, where its numbers are, what is not in them, as of when, by whom, and under which licence', () => {
  const { model, spoken } = mapModel(asked('en'), mapCounts(inMonth, {}));
  expect(model.caption).toEqual({
    title: 'Kharkiv region, March 2022',
    headline: '3 incidents',
    lines: ['confirmed by the moderators, or several independent sources'],
    notes: ['Not in the numbers above: no second independent source: 1 incident.'],
    source: [
      'Reports that moderators approved, not everything that happened.',
      'As of 28 November 2026. Source: Svidok, t.me/svidok_bot. Licence: CC BY 4.0.'.replaceAll(
        'CC BY 4.0',
        'CC\u00a0BY\u00a04.0',
      ),
      'Borders: Natural Earth. Places: GeoNames, CC BY 4.0.'.replaceAll('CC BY 4.0', 'CC\u00a0BY\u00a04.0'),
    ],
  });
  expect(model.corner).toEqual(['Not on the map: 1 incident, settlement unknown']);
  expect(model.places).toEqual([
    {
      point: kharkiv.point,
      name: 'Kharkiv',
      radiusMetres: 15_000,
      count: 2,
      families: { artillery: 1, cluster: 1 },
      unexploded: 1,
    },
  ]);
  expect(model.words.shapes).toEqual({ several: 'several kinds at one place: 2' });
  expect(spoken.split('\n')).toEqual([
    'Kharkiv region, March 2022. 3 incidents (confirmed by the moderators, or several independent sources).',
    'Most at: Kharkiv 2.',
    'Not on the map: 1 incident, settlement unknown.',
    'Unexploded objects suspected or marked: 1 incident.',
    'Not in the numbers above: no second independent source: 1 incident.',
    'As of 28 November 2026. Source: Svidok, t.me/svidok_bot. Licence: CC\u00a0BY\u00a04.0.',
    expect.stringMatching(/^https:\/\/t\.me\/svidok_bot\?start=s/),
  ]);
});

test('bars keep killed and injured apart, as ranges; what is unknown is no zero, and what has no day is said', () => {
  const { model } = barsModel(asked('en'), days);
  expect(model.panels.map(({ name, title }) => [name, title])).toEqual([
    ['incidents', 'Incidents by day'],
    ['killed', 'Killed: at least 4 (known for 2 of 3 incidents)'],
    ['injured', 'Injured: unknown'],
  ]);
  expect(model.panels.map(({ bars }) => bars[4])).toEqual([
    { least: 2, most: 2, isOpen: false },
    { least: 3, most: 5, isOpen: true },
    'unknown',
  ]);
  expect(model.panels.flatMap(({ bars }) => bars.filter(bar => bar !== undefined))).toHaveLength(3);
  expect(model.labels[0]).toEqual({ text: '1', above: 'March 2022' });
  expect(model.caption.notes[0]).toBe(
    'In no bar: 1 incident whose day is unknown (killed: 1; injured: unknown).',
  );
});

test.each([
  ['uk', 'Харківська область, березень 2022', '3 події', 'Не на карті: 1 подія, населений пункт невідомий'],
  [
    'ru',
    'Харьковская область, март 2022',
    '3 события',
    'Не на карте: 1 событие, населённый пункт неизвестен',
  ],
] as const)('a map speaks %s', (locale, title, headline, corner) => {
  const { model } = mapModel(asked(locale), mapCounts(inMonth, {}));
  expect([model.caption.title, model.caption.headline, ...model.corner]).toEqual([title, headline, corner]);
});
