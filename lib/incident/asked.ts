import { type Munition, unexplodedItems } from '../report/vocabulary.ts';
import { type Incident, isContaminated } from './incident.ts';

/**
 * Whether these munitions are asked for as "unexploded items": then what is only suspected is asked for, too, whatever the
 * munition of the attack was. "Nothing" beside a suspicion would be read as "clean".
 */
export const asksForUnexploded = (munitions: readonly Munition[] | undefined): boolean =>
  munitions !== undefined && unexplodedItems.every(item => munitions.includes(item));

/** Whether something unexploded was found or left behind, as far as anybody says. */
export const hasUnexploded = (incident: Pick<Incident, 'munition' | 'contamination'>): boolean =>
  unexplodedItems.some(munition => munition === incident.munition) || isContaminated(incident);

/** Whether an incident is one of these munitions, or of what is asked for with them. Without any, every one is. */
export const isOfMunitions = (
  incident: Pick<Incident, 'munition' | 'contamination'>,
  munitions: readonly Munition[] | undefined,
): boolean =>
  munitions === undefined ||
  munitions.includes(incident.munition) ||
  (asksForUnexploded(munitions) && isContaminated(incident));
