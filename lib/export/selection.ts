import { isOfMunitions } from '../incident/asked.ts';
import type { Incident } from '../incident/incident.ts';
import type { Munition } from '../report/vocabulary.ts';
import { bucketsOf, coverOf, holdsSpan } from '../summary/bucket.ts';
import type { Period } from '../summary/period.ts';
import { type CountedGrade, countedGrades } from '../summary/tally.ts';

/** What a summary was asked for. The area is chosen by the list that is read. */
type Selection = Readonly<{
  period?: Period | undefined;
  munitions?: readonly Munition[] | undefined;
  grade?: CountedGrade | undefined;
}>;

/**
 * How an incident belongs to what was asked: `surely`, so that the summary counts it; `perhaps`, when it is known too roughly
 * to say; or not. What was discounted is counted nowhere.
 */
export const belongsTo = (
  incident: Incident,
  { period, munitions, grade }: Selection,
): 'surely' | 'perhaps' | 'not' => {
  const isCounted = grade ? incident.grade === grade : countedGrades.some(one => one === incident.grade);
  if (!isCounted || !isOfMunitions(incident, munitions)) return 'not';
  return period ? heldBy(period, incident) : 'surely';
};

const heldBy = (period: Period, { occurred }: Pick<Incident, 'occurred'>): 'surely' | 'perhaps' | 'not' => {
  const buckets = bucketsOf(occurred);
  const isCovered = coverOf(period).some(({ level, from, to }) =>
    buckets.some(bucket => {
      const [of, day = ''] = bucket.split('#');
      return of === level && from <= day && day <= to;
    }),
  );
  if (isCovered) return 'surely';
  const span = buckets.find(bucket => bucket.startsWith('SPAN#'));
  if (span) return holdsSpan(period, span);
  const until = buckets.find(bucket => bucket.startsWith('UNTIL-DAY#'));
  return until !== undefined && until.slice('UNTIL-DAY#'.length) >= period.from ? 'perhaps' : 'not';
};
