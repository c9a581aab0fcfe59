import { isOfMunitions } from '../incident/asked.ts';
import type { Incident } from '../incident/incident.ts';
import type { Munition } from '../report/vocabulary.ts';
import { howHeld } from '../summary/bucket.ts';
import { type CountedGrade, countedGrades } from '../summary/grades.ts';
import type { Period } from '../summary/period.ts';

/** What a summary was asked for. The area is chosen by the list that is read. */
type Selection = Readonly<{
  period?: Period | undefined;
  munitions?: readonly Munition[] | undefined;
  grades?: readonly CountedGrade[] | undefined;
}>;

/**
 * How an incident belongs to what was asked: `surely`, so that the summary counts it; `perhaps`, when it is known too roughly
 * to say; or not. What was discounted is counted nowhere.
 */
export const belongsTo = (
  incident: Incident,
  { period, munitions, grades = countedGrades }: Selection,
): 'surely' | 'perhaps' | 'not' => {
  if (!grades.some(one => one === incident.grade) || !isOfMunitions(incident, munitions)) return 'not';
  return period ? howHeld(period, incident.occurred) : 'surely';
};
