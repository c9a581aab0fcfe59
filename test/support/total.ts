import type { Store } from '../../lib/store/store.ts';
import type { Counters } from '../../lib/summary/counters.ts';
import { countedGrades } from '../../lib/summary/grades.ts';
import type { Period } from '../../lib/summary/period.ts';
import { summaryOf } from '../../lib/summary/summary.ts';
import type { CountedArea } from '../../lib/summary/tally.ts';

/** What is counted of every grade, by default of all time and everywhere. */
export const totalOf = async (
  { incidents }: Pick<Store, 'incidents'>,
  area: CountedArea = {},
  period?: Period,
): Promise<Counters> => summaryOf(await incidents.counted(area, period), { grades: countedGrades }).total;
