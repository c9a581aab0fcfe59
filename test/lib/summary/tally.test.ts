import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Incident, retractIncident } from '../../../lib/incident/incident.ts';
import { recount } from '../../../lib/store/audit/recount.ts';
import { type Counters, nothing, sum } from '../../../lib/summary/counters.ts';
import { countedGrades } from '../../../lib/summary/grades.ts';
import { summaryOf } from '../../../lib/summary/summary.ts';
import {
  cellName,
  scopesOf,
  type Tallied,
  type TallyChange,
  tallyChanges,
} from '../../../lib/summary/tally.ts';
import { anyIncident, incident } from '../../support/samples/samples.ts';

const at = '2022-05-13T00:00:00.000Z';
const zone = 'Europe/Kyiv';

/** What is stored after some changes: by cell, without what is 0. */
type Stored = Counters & Readonly<{ at: Readonly<Record<string, number>> }>;
const stored = (changes: readonly TallyChange[]): ReadonlyMap<string, Stored> => {
  const cells = new Map<string, Stored>();
  for (const { add, where = {}, ...cell } of changes) {
    const key = `CELL#${cell.scope} ${cellName(cell)}`;
    const { at, ...before } = cells.get(key) ?? { ...nothing, at: {} };
    const names = new Set([...Object.keys(at), ...Object.keys(where)]);
    cells.set(key, {
      ...sum(before, add),
      at: Object.fromEntries([...names].map(name => [name, (at[name] ?? 0) + (where[name] ?? 0)])),
    });
  }
  return new Map([...cells].filter(([, { incidents }]) => incidents !== 0).sort());
};

const flat = (value: object, path = ''): readonly (readonly [string, number])[] =>
  Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'number' ? [[`${path}${name}`, part] as const] : flat(part, `${path}${name}.`),
  );

/** The same by counter, without what is 0, as the recount gives it. */
const plain = (cells: ReadonlyMap<string, Counters>) =>
  new Map(
    [...cells].map(([key, counters]) => [key, Object.fromEntries(flat(counters).filter(([, n]) => n !== 0))]),
  );

const asTallied = (changes: readonly TallyChange[]): readonly Tallied[] =>
  changes.map(({ add, ...cell }) => ({ ...cell, counters: add, changedAt: at }));

const found = (incidents: readonly Incident[], scope = 'all') => ({
  surely: asTallied(
    incidents
      .flatMap(one => tallyChanges(undefined, one))
      .filter(change => change.scope === scope && change.bucket === 'ALL'),
  ),
  perhaps: { when: [], where: [] },
});

describe('tallies', () => {
  test('count an incident in its day, month and year and in all time, everywhere and in its region and settlement', () => {
    const changes = tallyChanges(undefined, incident);
    expect(changes.map(({ scope, bucket }) => `${scope} ${bucket}`)).toEqual(
      ['all', 'UA-23', 'S701811'].flatMap(scope =>
        ['DAY#2022-05-11', 'MONTH#2022-05', 'YEAR#2022', 'ALL'].map(bucket => `${scope} ${bucket}`),
      ),
    );
    const none = { known: 0, min: 0, max: 0, open: 0, about: 0 };
    expect(changes[1]?.add).toEqual({
      incidents: 1,
      inexact: 0,
      unexploded: 0,
      killed: { ...none, children: none, medics: none, rescuers: none },
      injured: {
        ...{ known: 1, min: 8, max: 8, open: 0, about: 0 },
        children: none,
        medics: { known: 1, min: 3, max: 3, open: 0, about: 0 },
        rescuers: none,
      },
    });
  });

  test('count what is known to a week in its month, and say which days it was', () => {
    const week = { precision: 'week' as const, start: '2022-05-09', end: '2022-05-15', zone };
    const buckets = tallyChanges(undefined, { ...incident, occurred: week }).slice(0, 4);
    expect(buckets.map(({ bucket }) => bucket)).toEqual([
      'MONTH#2022-05',
      'YEAR#2022',
      'ALL',
      'SPAN#2022-05#2022-05-09#2022-05-15',
    ]);
    for (const { add } of buckets) expect(add.inexact).toBe(1);
  });

  test('name what is of unknown region, or of a region and of unknown settlement', () => {
    const scopes = (place: Incident['place']) => [
      ...new Set(tallyChanges(undefined, { ...incident, place }).map(({ scope }) => scope)),
    ];
    expect(scopes({ precision: 'unknown' })).toEqual(['all', 'UNPLACED']);
    expect(scopes({ precision: 'region', region: 'UA-23' })).toEqual(['all', 'UA-23', 'UA-23/-']);
    expect(scopesOf({ region: 'UA-23' })).toEqual({ surely: 'UA-23', perhaps: ['UNPLACED'] });
    expect(scopesOf({ region: 'UA-23', settlement: 701811 })).toEqual({
      surely: 'S701811',
      perhaps: ['UA-23/-', 'UNPLACED'],
    });
  });

  test('an open number counts with its minimum, and says that it is open', () => {
    const [change] = tallyChanges(undefined, { ...incident, injured: { min: 20, about: true } });
    expect(change?.add.injured).toMatchObject({ known: 1, min: 20, max: 20, open: 1, about: 1 });
  });

  test('hold nothing of what was discounted', () => {
    expect(tallyChanges(undefined, { ...incident, grade: 'discounted' })).toEqual([]);
    expect(
      tallyChanges(incident, { ...incident, grade: 'discounted' }).map(({ add }) => add.incidents),
    ).toEqual(Array(12).fill(-1));
  });

  test('an amendment that changes no number still touches its cells, for the time of the last change', () => {
    const amended = { ...incident, version: 2, effect: 'unknown' as const };
    const changes = tallyChanges(incident, amended);
    expect(changes).toHaveLength(12);
    for (const { add } of changes) expect(add).toEqual(nothing);
  });

  test('after any amendments and retractions are what a recount by other code gives', () => {
    const anyLife = fc
      .array(fc.tuple(anyIncident, fc.constantFrom(...countedGrades, 'discounted' as const)), {
        minLength: 1,
        maxLength: 4,
      })
      .chain(versions =>
        fc.boolean().map((ends): Incident[] => {
          const lives = versions.map(([one, grade]) => ({ ...one, grade }));
          const last = lives.at(-1) as Incident;
          return ends ? [...lives, retractIncident(last, at)] : lives;
        }),
      );
    fc.assert(
      fc.property(fc.array(anyLife, { maxLength: 8 }), lives => {
        const changes = lives.flatMap(life =>
          life.flatMap((after, index) => tallyChanges(life[index - 1], after)),
        );
        const again = recount(lives.flatMap(life => life.slice(-1)));
        expect(plain(stored(changes))).toEqual(
          new Map([...again].map(([key, counters]) => [key, Object.fromEntries(counters)] as const).sort()),
        );
      }),
    );
  });
});

describe('a summary', () => {
  test('counts every supported incident once, killed and injured apart, and never more than its sources say', () => {
    fc.assert(
      fc.property(fc.array(anyIncident, { maxLength: 8 }), incidents => {
        const all = summaryOf(found(incidents), { grades: countedGrades });
        const { total, beside, munitions, phases } = summaryOf(found(incidents));
        const supported = incidents.filter(({ grade }) => grade === 'corroborated');
        expect(all.total.incidents).toBe(incidents.length);
        expect(total.incidents).toBe(supported.length);
        expect(beside.map(({ counters }) => counters).reduce(sum, total)).toEqual(all.total);
        for (const who of ['killed', 'injured'] as const) {
          const said = supported.flatMap(one => (one[who] === 'unknown' ? [] : [one[who]]));
          expect(total[who]).toMatchObject({
            known: said.length,
            min: said.reduce((least, { min }) => least + min, 0),
            open: said.filter(({ max }) => max === undefined).length,
          });
        }
        for (const parts of [munitions, phases])
          expect(parts.map(part => part.counters).reduce(sum, nothing)).toEqual(total);
      }),
    );
  });

  test('answers what was asked: a munition, a phase, a grade', () => {
    fc.assert(
      fc.property(fc.array(anyIncident, { maxLength: 8 }), incidents => {
        const count = (filter: Parameters<typeof summaryOf>[1]) =>
          summaryOf(found(incidents), filter).total.incidents;
        expect(count({ munitions: ['cluster_munition', 'mortar'], grades: countedGrades })).toBe(
          incidents.filter(({ munition }) => ['cluster_munition', 'mortar'].includes(munition)).length,
        );
        expect(count({ phase: 'remnant', grades: ['single_source'] })).toBe(
          incidents.filter(({ phase, grade }) => phase === 'remnant' && grade === 'single_source').length,
        );
      }),
    );
  });

  test('of nothing is nothing, never changed', () => {
    expect(summaryOf(found([]))).toEqual({
      total: nothing,
      munitions: [],
      phases: [],
      beside: [],
      suspected: 0,
      perhaps: { when: 0, where: 0 },
      changedAt: undefined,
    });
  });
});
