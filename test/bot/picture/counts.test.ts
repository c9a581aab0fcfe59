import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readerCallbacks } from '../../../bot/callbacks/reader.ts';
import { type Asked, askedBy, withFound } from '../../../bot/picture/asked.ts';
import { readBarCounts, readMapCounts } from '../../../bot/picture/counts.ts';
import { type Question, questionArguments } from '../../../bot/reader/question.ts';
import { findCountry } from '../../../lib/country.ts';
import { grades, type Incident } from '../../../lib/incident/incident.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { unexplodedItems } from '../../../lib/report/vocabulary.ts';
import { tallyWrites } from '../../../lib/store/records/tallies.ts';
import { nothing, sum } from '../../../lib/summary/counters.ts';
import { mergeChanges, tallyChanges } from '../../../lib/summary/tally.ts';
import { earliest } from '../../../lib/time/date.ts';
import { catalogues } from '../../support/catalogues.ts';
import { openTestStore, type TestStore } from '../../support/database/dynamo.ts';
import { anyCount, anyOccurred, incident } from '../../support/samples/samples.ts';

const country = findCountry('UA');
if (!country) throw new Error('No country');
const gazetteer = await loadGazetteer('UA');
const settlements = [0, 1, 2, 5, 40, 300].flatMap(at => gazetteer.settlements[at] ?? []);

const anyPlace = fc.oneof(
  fc
    .record({ settlement: fc.constantFrom(...settlements), km: fc.constantFrom(8, 25) })
    .map(({ settlement: { id, names, region, point }, km }): Incident['place'] => ({
      precision: km === 25 ? 'district' : 'settlement',
      region,
      settlement: names,
      settlementId: id,
      point: { ...point, accuracyMetres: km * 1000 },
    })),
  fc.constantFrom<Incident['place']>({ precision: 'region', region: 'UA-63' }, { precision: 'unknown' }),
);

const anyPublished: fc.Arbitrary<Incident> = fc
  .record({
    place: anyPlace,
    occurred: anyOccurred,
    killed: anyCount,
    injured: anyCount,
    munition: fc.constantFrom('mortar', 'cluster_munition', 'unknown'),
    grade: fc.constantFrom(...grades),
    state: fc.constantFrom(undefined, 'suspected', 'cleared'),
  })
  .map(({ state, ...rest }) => ({
    ...incident,
    ...rest,
    status: 'published',
    contamination: state && { state, by: { kind: 'monitor' }, date: '2022-06-01' },
  }));

const incidents = fc.sample(anyPublished, { numRuns: 120, seed: 7 });

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
  const { client, tables } = opened;
  const changes = mergeChanges(incidents.flatMap(one => tallyChanges(undefined, one)));
  for (const { Update } of tallyWrites(tables.records, changes, '2026-11-20T10:00:00.000Z'))
    if (Update) await client.send(new UpdateItemCommand(Update));
});

const ask = async (question: Question): Promise<Asked> => {
  const order = {
    chat: 1,
    locale: 'en',
    kind: 'map',
    question: readerCallbacks.data('summary', questionArguments(question)),
    theme: 'light',
    bot: 'svidok_bot',
  } as const;
  const view = { t: catalogues.en, locale: 'en', country } as const;
  const about = askedBy(order, { view, gazetteer, now: new Date('2026-11-28T10:00:00Z') });
  if (!about) throw new Error('No question');
  return withFound(about, await opened.store.incidents.counted(about.area, about.period));
};

const periods = [
  'all',
  'week',
  { from: '2022-05-01', to: '2022-05-31' },
  { from: '2022-05-09', to: '2022-06-05' },
  { from: '2022-03-10', to: '2022-08-20' },
  { from: '2022-01-01', to: '2022-12-31' },
  { from: '2010-01-01', to: '2026-11-28' },
  { from: earliest, to: '2022-06-30' },
] as const;
const areas = [
  {},
  { region: 'UA-63' },
  { region: 'UA-30' },
  { region: 'UA-43' },
  ...settlements.map(({ id }) => ({ settlement: id })),
];
const kinds = [
  {},
  { munitions: [...unexplodedItems] },
  { munitions: ['mortar', 'unknown'] },
  { grades: ['single_source', 'contested'] },
] as const;
const questions: readonly Question[] = periods
  .flatMap(requested => areas.flatMap(area => kinds.map(kind => ({ requested, ...area, ...kind }))))
  // Each period with each kind, and every area with some of them.
  .filter((_, at) => at % 5 === 0);

describe('the numbers of a picture', () => {
  it(`are those of the summary: places and corners together, in ${questions.length} questions`, async () => {
    for (const question of questions) {
      const asked = await ask(question);
      const counts = await readMapCounts(opened.store.incidents, asked);
      if (!counts) throw new Error(`No counts for ${JSON.stringify(question)}`);
      const { places, unsettled, nowhere } = counts;
      const placed = places.reduce((all, { count }) => all + count, 0);
      const marked = places.reduce((all, { unexploded }) => all + unexploded, 0);
      const { total, suspected } = asked.summary;
      expect(placed + unsettled.count + nowhere.count).toBe(total.incidents + suspected);
      expect(marked + unsettled.unexploded + nowhere.unexploded).toBe(total.unexploded + suspected);
      for (const { count, families } of places)
        expect(Object.values(families).reduce((all, n) => all + n, 0)).toBe(count);
    }
  }, 120_000);

  it('are those of the summary: bars and what is in none together', async () => {
    for (const question of questions) {
      const asked = await ask(question);
      const counts = await readBarCounts(opened.store.incidents, asked);
      if (!counts) throw new Error(`No counts for ${JSON.stringify(question)}`);
      const { bars, rest } = counts;
      const { total, suspected } = asked.summary;
      expect(bars.reduce((all, { counters }) => sum(all, counters), rest)).toEqual(
        sum(total, { ...nothing, incidents: suspected, unexploded: suspected }),
      );
      expect(rest.incidents).toBeGreaterThanOrEqual(0);
      // What is known to the day is in a bar, whatever it is a bar of.
      if (total.inexact + suspected === 0) expect(rest).toEqual(nothing);
    }
  }, 120_000);

  it('count at a place what is published of it, and never where the public place is unknown', async () => {
    const asked = await ask({ requested: 'all', grades: ['confirmed'] });
    const counts = await readMapCounts(opened.store.incidents, asked);
    const confirmed = incidents.filter(({ grade }) => grade === 'confirmed');
    const expected = settlements.map(({ id }) => [
      id,
      confirmed.filter(({ place }) => place.settlementId === id).length,
    ]);
    expect(
      settlements.map(({ id }) => [id, counts?.places.find(one => one.settlement === id)?.count ?? 0]),
    ).toEqual(expected);
    expect(counts?.nowhere.count).toBe(confirmed.filter(({ place }) => place.precision === 'unknown').length);
    for (const { settlement, radiusMetres } of counts?.places ?? [])
      expect(radiusMetres).toBe(
        Math.max(
          ...confirmed.flatMap(({ place }) =>
            place.settlementId === settlement ? (place.point?.accuracyMetres ?? 0) : [],
          ),
        ),
      );
  });
});
