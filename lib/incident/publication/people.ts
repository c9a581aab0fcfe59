import type { Place } from '../../place/place.ts';
import type { Count } from '../../report/count.ts';
import type { Source } from '../../report/report.ts';
import { namedSources } from '../../report/vocabulary.ts';
import { inPublicOrder } from './order.ts';
import { isSmallPlace } from './place.ts';
import { firstHandVoices, isPublished, type Told } from './voices.ts';

/**
 * From so many on, readers are told how many there are. Fewer would let whoever adds up count persons: "several independent
 * sources" without a number are two, three or four, and neither a reader nor one of two witnesses can tell which. With the
 * number told from three on, it would be two exactly.
 */
const leastTold = 5;

/**
 * How many reports stand behind an incident, as readers are told: nothing below five, and never beside "one source", where it
 * would say that one person wrote several. Support is told by its grade alone then: one source, or several, which is what
 * readers need to judge it and what no number below five says more of. A number that went up by one in a summary would tell
 * the same; there only incidents are counted.
 */
export const publicReportCount = ({
  reportCount,
  grade,
}: Readonly<{ reportCount: number; grade: string }>): number | undefined =>
  reportCount >= leastTold && grade !== 'single_source' ? reportCount : undefined;

/**
 * The sources that readers are told of: each one that published, by its name; of private people only how the nearest of
 * them knows, while fewer than five persons noticed it themselves, since two different ways of knowing would be two people, or two
 * reports of one.
 */
export const publicSources = (told: readonly Told[]): readonly Source[] => {
  const isNamed = ({ kind }: Source) => namedSources.some(named => named === kind);
  const sources = told.map(({ answers }) => answers.source);
  const ways = nearestFirst.filter(kind => sources.some(source => source.kind === kind));
  const shown = firstHandVoices(told) < leastTold ? ways.slice(0, 1) : ways;
  return [...inPublicOrder(sources.filter(isNamed)), ...shown.map(kind => ({ kind }))];
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
