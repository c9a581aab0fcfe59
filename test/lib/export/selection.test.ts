import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { belongsTo } from '../../../lib/export/selection.ts';
import { munitions, unexplodedItems } from '../../../lib/report/vocabulary.ts';
import { summaryOf } from '../../../lib/summary/summary.ts';
import { countedGrades } from '../../../lib/summary/tally.ts';
import { addDays } from '../../../lib/time/date.ts';
import { countedInMemory } from '../../support/database/memory.ts';
import { anyCountedIncident } from '../../support/samples/counted.ts';

const anyPeriod = fc.option(
  fc.tuple(fc.nat(700), fc.nat(500)).map(([start, days]) => ({
    from: addDays('2022-02-01', start),
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
      fc.constantFrom(undefined, ...countedGrades),
      async (incidents, period, kinds, grade) => {
        const found = await countedInMemory(incidents).incidents.counted({}, period);
        const { total, beside, suspected, perhaps } = summaryOf(found, {
          munitions: kinds,
          grades: grade && [grade],
        });
        const counted = beside.reduce(
          (sum, part) => sum + part.counters.incidents + part.suspected,
          total.incidents + suspected,
        );
        const how = incidents.map(one => belongsTo(one, { period, munitions: kinds, grade }));
        expect(how.filter(one => one === 'surely')).toHaveLength(counted);
        expect(how.filter(one => one === 'perhaps')).toHaveLength(perhaps.when);
      },
    ),
  );
});
