import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Incident, retractIncident } from '../../../lib/incident/incident.ts';
import {
  type Cell,
  nothing,
  sum,
  summaryOf,
  type Tally,
  type TallyChange,
  tallyChanges,
} from '../../../lib/summary/tally.ts';
import { anyIncident, incident } from '../../support/samples/samples.ts';

const at = '2022-05-13T00:00:00.000Z';

/** What is stored after some changes, as scope → bucket → cell, without what is 0. */
const stored = (changes: readonly TallyChange[]) => {
  const cells = new Map<string, Cell['counters']>();
  for (const { scope, bucket, phase, munition, add } of changes) {
    const key = [scope, bucket, phase, munition].join(' ');
    cells.set(key, sum(cells.get(key) ?? nothing, add));
  }
  return new Map([...cells].filter(([, counters]) => counters.incidents !== 0).sort());
};

const asTally = (changes: readonly TallyChange[]): Tally[] =>
  changes.map(({ bucket, phase, munition, add }) => ({
    bucket,
    changedAt: at,
    cells: [{ phase, munition, counters: add }],
  }));

describe('tallies', () => {
  test('count an incident in its day and its month, everywhere and in its region', () => {
    const changes = tallyChanges(undefined, incident);
    expect(changes.map(({ scope, bucket }) => `${scope} ${bucket}`)).toEqual([
      'all DAY#2022-05-11',
      'all MONTH#2022-05',
      'UA-23 DAY#2022-05-11',
      'UA-23 MONTH#2022-05',
    ]);
    expect(changes[1]?.add).toEqual({
      incidents: 1,
      reports: 1,
      inexact: 0,
      killed: { min: 0, max: 0, open: 0, about: 0, unknown: 1 },
      injured: { min: 8, max: 8, open: 0, about: 0, unknown: 0 },
    });
  });

  test('count what is not known to the day in its month only, and what is not known to the month as undated', () => {
    const zone = 'Europe/Kyiv';
    const inMay = { precision: 'month' as const, start: '2022-05-01', end: '2022-05-31', zone };
    const [month, ...others] = tallyChanges(undefined, { ...incident, occurred: inMay });
    expect([month?.bucket, month?.add.inexact, others.length]).toEqual(['MONTH#2022-05', 1, 1]);
    const before = { precision: 'unknown' as const, end: '2022-05-11', zone };
    expect(tallyChanges(undefined, { ...incident, occurred: before })[0]?.bucket).toBe('MONTH#undated');
  });

  test('an open number counts with its minimum, and says that it is open', () => {
    const [change] = tallyChanges(undefined, { ...incident, injured: { min: 20, about: true } });
    expect(change?.add.injured).toEqual({ min: 20, max: 20, open: 1, about: 1, unknown: 0 });
  });

  test('an amendment that changes no number still touches the buckets, for the time of the last change', () => {
    const amended = { ...incident, version: 2, effect: 'unknown' as const };
    const changes = tallyChanges(incident, amended);
    expect(changes).toHaveLength(4);
    for (const { add } of changes) expect(sum(add, nothing)).toEqual(nothing);
  });

  test('after any amendments and retractions are what a recount of the published incidents gives', () => {
    const anyLife = fc.array(anyIncident, { minLength: 1, maxLength: 4 }).chain(versions =>
      fc.boolean().map((ends): Incident[] => {
        const last = versions.at(-1) as Incident;
        return ends ? [...versions, retractIncident(last, at)] : versions;
      }),
    );
    fc.assert(
      fc.property(fc.array(anyLife, { maxLength: 8 }), lives => {
        const changes = lives.flatMap(life =>
          life.flatMap((after, index) => tallyChanges(life[index - 1], after)),
        );
        const recount = lives.flatMap(life => tallyChanges(undefined, life.at(-1)));
        expect(stored(changes)).toEqual(stored(recount));
      }),
    );
  });
});

describe('a summary', () => {
  test('of all months counts every published incident once, killed and injured apart', () => {
    fc.assert(
      fc.property(fc.array(anyIncident, { maxLength: 8 }), incidents => {
        const changes = incidents
          .flatMap(one => tallyChanges(undefined, one))
          .filter(({ scope, bucket }) => scope === 'all' && bucket.startsWith('MONTH#'));
        const { total, munitions, phases } = summaryOf(asTally(changes));
        expect(total.incidents).toBe(incidents.length);
        const least = (who: 'killed' | 'injured') =>
          incidents.reduce((all, one) => all + (one[who] === 'unknown' ? 0 : one[who].min), 0);
        expect([total.killed.min, total.injured.min]).toEqual([least('killed'), least('injured')]);
        for (const parts of [munitions, phases])
          expect(parts.map(part => part.counters).reduce(sum, nothing)).toEqual(total);
      }),
    );
  });

  test('of nothing is nothing, never changed', () => {
    expect(summaryOf([])).toEqual({ total: nothing, munitions: [], phases: [], changedAt: undefined });
  });
});
