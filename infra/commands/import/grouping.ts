import { newIncidentId } from '../../../lib/identity/receipt.ts';
import type { Mapping } from '../../../lib/import/mapping.ts';
import { nearbyKeysOf, stretchesAround, whereaboutsOf } from '../../../lib/incident/nearby.ts';
import { suggestionsFor } from '../../../lib/incident/suggestion.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { IncidentTarget } from '../../../lib/review/review.ts';
import { type Imports, type Known, whenKey } from '../../../lib/store/decisions/imports.ts';

/** So likely one incident that nobody is asked. What is less likely is suggested to moderators, by the same rule. */
const surely = 0.8;

/** Where an approved row goes; `mayBe`: an incident that it may be, too, for a moderator to look at. */
type Grouped = Readonly<{ into: IncidentTarget; mayBe?: string | undefined }>;

type Grouping = Readonly<{ choose: (report: Report) => Promise<Grouped> }>;

/**
 * Finds the incident of each row by the rule that the desk suggests duplicates by. Where every row of a data set is an incident
 * (`row`), whoever made it has told them apart already: it joins those of others only. Each day and region of which anything is approved is read once, and the others never.
 */
export const createGrouping = (
  imports: Pick<Imports, 'approvedAt' | 'approvedWhen'>,
  voiceWithin: (incident: string) => string,
  row: Mapping['row'],
): Grouping => {
  const read = new Map<string, Promise<Known[]>>();
  let approvedWhen: ReturnType<Imports['approvedWhen']> | undefined;
  const approvedAt = async (when: Readonly<{ nearby: string; area: string }>): Promise<Known[]> => {
    approvedWhen ??= imports.approvedWhen();
    return (await approvedWhen).has(whenKey(when)) ? [...(await imports.approvedAt(when))] : [];
  };
  const at = (nearby: string, area: string): Promise<Known[]> => {
    const key = whenKey({ nearby, area });
    const known = read.get(key) ?? approvedAt({ nearby, area });
    read.set(key, known);
    return known;
  };
  const isOurs = ({ incident, voice }: Known): boolean => voice === voiceWithin(incident);
  return {
    choose: async report => {
      const places = new Map(
        stretchesAround(report.answers).map(one => [`${one.nearby} ${one.area}`, one] as const),
      );
      const found = await Promise.all([...places.values()].map(one => at(one.nearby, one.area)));
      const known = found.flat();
      const taken =
        row === 'incident' ? new Set(known.filter(isOurs).map(one => one.incident)) : new Set<string>();
      const isFree = known.some(one => !taken.has(one.incident));
      const [best] = isFree
        ? suggestionsFor(
            report.answers,
            known.map(one => ({ key: one.incident, answers: one.answers })),
          ).filter(({ key }) => !taken.has(key))
        : [];
      const joins = best && best.likelihood >= surely;
      const into: IncidentTarget = joins
        ? { kind: 'existing', incident: best.key }
        : { kind: 'new', incident: newIncidentId() };
      const { nearby, area } = nearbyKeysOf(whereaboutsOf(report.answers));
      const own = { incident: into.incident, voice: voiceWithin(into.incident), answers: report.answers };
      (await at(nearby, area)).push(own);
      return { into, mayBe: joins ? undefined : best?.key };
    },
  };
};
