import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { belongsTo } from '../../../lib/export/selection.ts';
import { munitions, unexplodedItems } from '../../../lib/report/vocabulary.ts';
import { summaryOf } from '../../../lib/summary/summary.ts';
import { addDays, earliest } from '../../../lib/time/date.ts';
import { countedInMemory } from '../../support/database/memory.ts';
import { anyCountedIncident, anyGrades } from '../../support/samples/counted.ts';

const anyPeriod = fc.option(
  fc.tuple(fc.nat(700), fc.nat(500), fc.boolean()).map(([start, days, hasNoBeginning]) => ({
    from: hasNoBeginning ? earliest : addDays('2022-02-01', start),
    to: addDays('2022-02-01', start + days),
  })),
  { nil: undefined },
);

test('what is taken away is what the summary of the same question counts, incident by incident', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCountedIncident, { maxLength: 60 }),
      anyPeriod,
      fc.constantFrom(undefined, unexplodedItems, munitions.slice(0, 3)),
      anyGrades,
      async (incidents, period, kinds, grades) => {
        const found = await countedInMemory(incidents).incidents.counted({}, period);
        const { total, beside, suspected, perhaps } = summaryOf(found, {
          munitions: kinds,
          grades,
        });
        const counted = beside.reduce(
          (sum, part) => sum + part.counters.incidents + part.suspected,
          total.incidents + suspected,
        );
        const how = incidents.map(one => belongsTo(one, { period, munitions: kinds, grades }));
        expect(how.filter(one => one === 'surely')).toHaveLength(counted);
        expect(how.filter(one => one === 'perhaps')).toHaveLength(perhaps.when);
      },
    ),
  );
});
