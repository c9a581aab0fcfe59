import type { Incident } from '../../incident/incident.ts';
import { shownOf } from '../../incident/shown.ts';

/**
 * What the tallies of these incidents must be, by key (`CELL#all ALL#attack#mortar#confirmed`) and counter (`killed.min`),
 * without what is 0. Whoever changes how it is counted (lib/summary) changes it here again, by hand and from the text of the
 * design: nothing is shared with that code, so that a mistake in it is found.
 */
export const recount = (incidents: readonly Incident[]): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const cells = new Map<string, Map<string, number>>();
  for (const incident of incidents.map(shownOf)) {
    if (incident.status !== 'published' || incident.grade === 'discounted') continue;
    const kind = `${incident.phase}#${incident.munition}#${incident.grade}`;
    for (const scope of placesOf(incident))
      for (const stretch of stretchesOf(incident)) {
        const key = `CELL#${scope} ${stretch}#${kind}`;
        const cell = cells.get(key) ?? new Map<string, number>();
        cells.set(key, cell);
        for (const [name, value] of [...countersOf(incident), ...whereIn(scope, incident)])
          if (value !== 0) cell.set(name, (cell.get(name) ?? 0) + value);
      }
  }
  return cells;
};

const countersOf = (incident: Incident): readonly (readonly [string, number])[] => {
  const found: (readonly [string, number])[] = [
    ['incidents', 1],
    ['inexact', daysOf(incident).isOneDay ? 0 : 1],
    ['unexploded', ['suspected', 'marked'].includes(incident.contamination?.state ?? '') ? 1 : 0],
  ];
  for (const who of ['killed', 'injured'] as const) {
    const said = incident[who];
    if (said === 'unknown') continue;
    const { children, medics, rescuers } = said.of ?? {};
    const numbers = [
      [who, said],
      [`${who}.children`, children],
      [`${who}.medics`, medics],
      [`${who}.rescuers`, rescuers],
    ] as const;
    for (const [name, number] of numbers) {
      if (!number) continue;
      const isOpen = number.max === undefined;
      found.push([`${name}.known`, 1], [`${name}.min`, number.min]);
      found.push([`${name}.max`, isOpen ? number.min : (number.max ?? 0)]);
      if (isOpen) found.push([`${name}.open`, 1]);
      if (number.about === true) found.push([`${name}.about`, 1]);
    }
  }
  return found;
};

const placesOf = ({ place: { region, settlementId } }: Incident): readonly string[] => {
  if (settlementId !== undefined) return ['all', region ?? 'UNPLACED', `S${settlementId}`];
  return region === undefined ? ['all', 'UNPLACED'] : ['all', region, `${region}/-`];
};

/** In the region, or among what is of unknown region: each settlement with the radius in kilometres that readers are told. */
const whereIn = (
  scope: string,
  { place: { region = 'UNPLACED', settlementId, point }, contamination }: Incident,
): readonly (readonly [string, number])[] => {
  if (scope !== region || settlementId === undefined || point === undefined) return [];
  const name = `at.${settlementId}.${Math.round((point.accuracyMetres ?? 0) / 1000)}`;
  const isUnexploded = contamination !== undefined && contamination.state !== 'cleared';
  return [[name, 1], ...(isUnexploded ? ([[`${name}.unexploded`, 1]] as const) : [])];
};

/** The first and the last day that it can have been; a night is one day, that of its evening. */
const daysOf = ({ occurred: { precision, start, end } }: Incident) => {
  const first = start?.substring(0, 10);
  const isOneDay =
    first !== undefined &&
    (['minute', 'hour', 'part_of_day'].includes(precision) || first === end?.substring(0, 10));
  return { first, last: isOneDay ? first : (end?.substring(0, 10) ?? '9998-12-31'), isOneDay };
};

const stretchesOf = (incident: Incident): readonly string[] => {
  const { first, last, isOneDay } = daysOf(incident);
  const [year, month, day] = (last ?? '').split('-');
  if (first === undefined)
    return ['ALL', `UNTIL-YEAR#${year}`, `UNTIL-MONTH#${year}-${month}`, `UNTIL-DAY#${year}-${month}-${day}`];
  if (isOneDay) return ['ALL', `YEAR#${year}`, `MONTH#${year}-${month}`, `DAY#${first}`];
  if (first.startsWith(`${year}-${month}-`))
    return ['ALL', `YEAR#${year}`, `MONTH#${year}-${month}`, `SPAN#${year}-${month}#${first}#${last}`];
  if (first.startsWith(`${year}-`)) return ['ALL', `YEAR#${year}`, `SPAN#${year}#${first}#${last}`];
  return ['ALL', `SPAN#ALL#${first}#${last}`];
};
