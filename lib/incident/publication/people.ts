import type { Place } from '../../place/place.ts';
import type { Count } from '../../report/count.ts';
import type { Source } from '../../report/report.ts';
import { namedSources } from '../../report/vocabulary.ts';
import { inPublicOrder } from './order.ts';
import { isSmallPlace } from './place.ts';
import { isPublished } from './voices.ts';

/** The fewest reports of which readers are told the number. */
const leastReportsTold = 3;

/**
 * How many reports stand behind an incident: a number from three on. Below it, a number that goes up or down by one tells
 * the day on which one certain person wrote or withdrew.
 */
export const publicReportCount = (reports: number): number | 'one' | 'several' => {
  if (reports >= leastReportsTold) return reports;
  return reports === 1 ? 'one' : 'several';
};

/**
 * The sources that readers are told of: each one that published, by its name; of private people only how the nearest of
 * them knows, while they are fewer than three, since two different ways of knowing would be two people.
 */
export const publicSources = (sources: readonly Source[]): readonly Source[] => {
  const isNamed = ({ kind }: Source) => namedSources.some(named => named === kind);
  const ways = nearestFirst.filter(kind => sources.some(source => source.kind === kind));
  const people = sources.filter(source => !isNamed(source)).length;
  const told = people < leastReportsTold ? ways.slice(0, 1) : ways;
  return [...inPublicOrder(sources.filter(isNamed)), ...told.map(kind => ({ kind }))];
};

const nearestFirst = ['own_eyes', 'own_ears', 'aftermath', 'told', 'unknown'] as const;

/**
 * The killed or injured: in a small place without the groups among them that are one or two people, whom everybody
 * there would know by "a child" or "a medic". What an institution published is shown whole.
 */
export const publicCount = (
  count: Count,
  { place, source }: Readonly<{ place: Place; source: Source }>,
): Count => {
  if (count === 'unknown' || !count.of || isPublished(source) || !isSmallPlace(place)) return count;
  const { of, ...total } = count;
  const shown = Object.entries(of).filter(([, range]) => range.min >= leastPeopleTold);
  return shown.length > 0 ? { ...total, of: Object.fromEntries(shown) } : total;
};

const leastPeopleTold = 3;
