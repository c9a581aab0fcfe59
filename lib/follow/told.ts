import type { Incident } from '../incident/incident.ts';
import { type Follower, topicsOf } from './follower.ts';
import type { NumberedNews } from './news.ts';
import { facetsOf, type Topic } from './topic.ts';

/** One thing that a follower is told, and the topics for which. An incident is told as readers see it now. */
export type Told = Readonly<{ topics: readonly Topic[]; incident: Incident }> &
  Readonly<{ kind: 'released' } | { kind: 'corrected'; correction: NonNullable<NumberedNews['correction']> }>;

/**
 * What a follower is told of their news, by the incidents as readers see them now (of one that cannot be read, nothing). What
 * was taken back before it was told is not told at all; what was corrected before, as it is now, if it still is about what they follow.
 */
export const toldOf = (
  follower: Follower,
  news: readonly NumberedNews[],
  incidents: ReadonlyMap<string, Incident>,
): readonly Told[] => {
  const released = new Set(news.filter(({ correction }) => !correction).map(({ incident }) => incident));
  // What was released and then corrected is one thing, and its first news may be of another topic.
  const seen = new Set<string>();
  return news.flatMap(({ incident: id, facets, former, correction }): readonly Told[] => {
    const incident = incidents.get(id);
    if (!incident) return [];
    if (!released.has(id)) {
      const topics = topicsOf(follower, { facets, former });
      return correction ? [{ kind: 'corrected', incident, topics, correction }] : [];
    }
    const topics = incident.status === 'published' ? topicsOf(follower, { facets: facetsOf(incident) }) : [];
    if (topics.length === 0 || seen.has(id)) return [];
    seen.add(id);
    return [{ kind: 'released', incident, topics }];
  });
};
