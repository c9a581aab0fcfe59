import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapCounts, readBarCounts } from '../../../bot/picture/counts.ts';
import { tableOf } from '../../../bot/reader/tables/rows.ts';
import { belongsTo } from '../../../lib/export/selection.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { type Munition, munitions, unexplodedItems } from '../../../lib/report/vocabulary.ts';
import type { CountedGrade } from '../../../lib/summary/grades.ts';
import type { Period } from '../../../lib/summary/period.ts';
import { summaryOf } from '../../../lib/summary/summary.ts';
import { unplaced } from '../../../lib/summary/tally.ts';
import { addDays, earliest, lastDay } from '../../../lib/time/date.ts';
import { countedInMemory } from '../../support/database/memory.ts';
import { anyCountedIncident, anyGrades, kharkiv } from '../../support/samples/counted.ts';
import { viewIn } from '../../support/screens.ts';

/**
 * Counts made from the incidents themselves, by code that shares nothing with the tallies: every summary, table, map, chart and file
 * is compared with them.
 */

type Asked = Readonly<{
  period: Period | undefined;
  region: string | undefined;
  settlement?: number | undefined;
  munitions: readonly Munition[] | undefined;
  grades: readonly CountedGrade[] | undefined;
}>;

const { country } = await viewIn('en');
const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    period: fc.oneof(
      fc.constant(undefined),
      fc.tuple(fc.nat(700), fc.nat(500), fc.boolean()).map(([start, days, hasNoBeginning]) => ({
        from: hasNoBeginning ? earliest : addDays('2022-02-01', start),
        to: addDays('2022-02-01', start + days),
      })),
    ),
    area: fc.constantFrom<Pick<Asked, 'region' | 'settlement'>>(
      { region: undefined },
      { region: 'UA-63' },
      { region: 'UA-23' },
      { region: undefined, settlement: kharkiv },
    ),
    munitions: fc.constantFrom<readonly Munition[] | undefined>(
      undefined,
      unexplodedItems,
      munitions.slice(0, 3),
      ['unknown'],
    ),
    grades: anyGrades,
  })
  .map(({ area, ...rest }) => ({ ...rest, ...area }));

const regionOf = new Map([[kharkiv, 'UA-63']]);

type How = 'yes' | 'perhaps' | 'no';

const when = ({ occurred: { start, end } }: Incident, period: Period | undefined): How => {
  if (!period) return 'yes';
  const [first, last = '9999'] = [start?.slice(0, 10), end?.slice(0, 10)];
  if (last < period.from || (first ?? '') > period.to) return 'no';
  const isWithin = last <= period.to && (first ?? earliest) >= period.from;
  return isWithin ? 'yes' : 'perhaps';
};

const where = ({ place }: Incident, { region, settlement }: Pick<Asked, 'region' | 'settlement'>): How => {
  if (settlement !== undefined) {
    if (place.settlementId !== undefined) return place.settlementId === settlement ? 'yes' : 'no';
    return place.region === undefined || place.region === regionOf.get(settlement) ? 'perhaps' : 'no';
  }
  if (region === undefined || place.region === region) return 'yes';
  return place.region === undefined ? 'perhaps' : 'no';
};

const leftSomething = ({ contamination }: Incident): boolean =>
  contamination?.state === 'suspected' || contamination?.state === 'marked';

/** `own`: of a munition that is asked for; `left`: of another, after which something is suspected that is asked for. */
const what = (one: Incident, { munitions: asked }: Asked): 'own' | 'left' | 'no' => {
  if (!asked || asked.includes(one.munition)) return 'own';
  return asked.includes('other_unexploded') && leftSomething(one) ? 'left' : 'no';
};

const numberOf = (all: readonly Incident[], who: 'killed' | 'injured') => {
  const told = all.flatMap(one => (one[who] === 'unknown' ? [] : [one[who]]));
  return {
    known: told.length,
    min: told.reduce((sum, { min }) => sum + min, 0),
    max: told.reduce((sum, { min, max }) => sum + (max ?? min), 0),
    open: told.filter(({ max }) => max === undefined).length,
  };
};

const recount = (all: readonly Incident[], asked: Asked) => {
  const counted = ['confirmed', 'corroborated', 'single_source', 'contested'];
  const inQuestion = all.filter(
    one => counted.includes(one.grade) && (!asked.grades || asked.grades.some(grade => grade === one.grade)),
  );
  const kinds = inQuestion.filter(one => what(one, asked) !== 'no');
  const sure = kinds.filter(one => when(one, asked.period) === 'yes' && where(one, asked) === 'yes');
  const headline = (asked.grades ?? ['confirmed', 'corroborated']) as readonly string[];
  const bold = sure.filter(({ grade }) => headline.includes(grade));
  return {
    sure,
    own: bold.filter(one => what(one, asked) === 'own'),
    left: bold.filter(one => what(one, asked) === 'left'),
    perhapsWhen: kinds.filter(one => where(one, asked) === 'yes' && when(one, asked.period) === 'perhaps')
      .length,
    perhapsWhere: kinds.filter(one => where(one, asked) === 'perhaps' && when(one, asked.period) !== 'no')
      .length,
  };
};

/** The days of a bar (`2022`, `2022-03`, `2022-03-14`) that are in a period. */
const daysOf = (name: string, period: Period | undefined): Period => {
  const last = { 4: `${name}-12-31`, 7: name.length === 7 ? lastDay(name) : '', 10: name }[name.length] ?? '';
  const first = `${name}-01-01`.slice(0, 10);
  if (!period) return { from: first, to: last };
  return { from: first < period.from ? period.from : first, to: last > period.to ? period.to : last };
};

test('every summary, table, map, chart and file is what a count of the incidents themselves comes to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyCountedIncident, { maxLength: 60, size: 'max', selector: ({ id }) => id }),
      fc.array(anyAsked, { minLength: 4, maxLength: 4 }),
      async (all, questions) => {
        const { incidents } = countedInMemory(all);
        for (const asked of questions) {
          const { period, region, settlement, munitions: kinds, grades } = asked;
          const home = settlement === undefined ? region : regionOf.get(settlement);
          const area = { region: home, settlement };
          const expected = recount(all, asked);
          const found = await incidents.counted(area, period);
          const filter = { munitions: kinds, grades };
          const { total, suspected, beside, perhaps } = summaryOf(found, filter);
          expect(total.incidents).toBe(expected.own.length);
          expect(suspected).toBe(expected.left.length);
          expect(total.killed).toMatchObject(numberOf(expected.own, 'killed'));
          expect(total.injured).toMatchObject(numberOf(expected.own, 'injured'));
          expect(perhaps).toEqual({ when: expected.perhapsWhen, where: expected.perhapsWhere });
          const besides = beside.reduce((sum, part) => sum + part.counters.incidents + part.suspected, 0);
          expect(besides).toBe(expected.sure.length - expected.own.length - expected.left.length);

          const question = {
            requested: period ?? 'all',
            region,
            settlement,
            munitions: kinds,
            grades,
          } as const;
          const file = all.filter(
            one =>
              where(one, asked) === 'yes' &&
              belongsTo(one, { period, munitions: kinds, grades }) === 'surely',
          );
          expect(file).toEqual(expected.sure);

          for (const by of ['month', 'region', 'munition'] as const) {
            if (by === 'region' && home !== undefined) continue;
            const now = new Date('2024-05-20T09:00:00Z');
            for (const { code, period: days, summary } of (
              await tableOf(incidents, { question, by, region: home, now, country })
            ).rows) {
              const part = recount(
                all.filter(({ munition }) => by !== 'munition' || munition === code),
                { ...asked, period: days ?? period },
              );
              const inRow = (one: Incident): boolean => by !== 'region' || (one.place.region ?? '') === code;
              expect(summary.total.incidents).toBe(part.own.filter(inRow).length);
              expect(summary.total.killed).toMatchObject(numberOf(part.own.filter(inRow), 'killed'));
              if (by !== 'munition') expect(summary.suspected).toBe(part.left.filter(inRow).length);
            }
          }

          const scopes = home === undefined ? [...country.regions.map(({ code }) => code), unplaced] : [home];
          const map = mapCounts((await incidents.countedIn(scopes, period)).items, filter, settlement);
          const drawn = map.places.reduce((sum, { count }) => sum + count, 0);
          const bold = [...expected.own, ...expected.left];
          if (settlement === undefined)
            expect(drawn + map.unsettled.count + map.nowhere.count).toBe(bold.length);
          expect(map.nowhere.count).toBe(bold.filter(({ place }) => place.region === undefined).length);
          expect(drawn).toBe(
            bold.filter(({ place }) => place.settlementId !== undefined && place.point).length,
          );

          const bars = await readBarCounts(incidents, {
            question,
            period,
            area,
            found,
            summary: summaryOf(found, filter),
          });
          expect(bars).toBeDefined();
          for (const { name, counters } of bars?.bars ?? []) {
            const inBar = recount(all, { ...asked, period: daysOf(name, period) });
            expect([name, counters.incidents]).toEqual([name, inBar.own.length + inBar.left.length]);
            expect(counters.killed).toMatchObject(numberOf(inBar.own, 'killed'));
            expect(counters.injured).toMatchObject(numberOf(inBar.own, 'injured'));
          }
          const inBars = bars?.bars.reduce((sum, { counters }) => sum + counters.incidents, 0) ?? 0;
          expect(inBars + (bars?.rest.incidents ?? 0)).toBe(bold.length);
        }
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);
