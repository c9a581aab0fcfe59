import * as z from 'zod/mini';
import { correctionOf, correctionSchema } from '../incident/correction.ts';
import type { Incident } from '../incident/incident.ts';
import { shownOf } from '../incident/shown.ts';
import { reportIdSchema } from '../report/id.ts';
import { instantSchema } from '../time/instant.ts';
import { type Facet, facetsOf } from './topic.ts';

/**
 * Something that readers see since `at`: an incident was released, corrected or taken back. It holds no word of the incident,
 * which is told as readers see it when it is told. `former`: what it was about before, told by `publishedAt`.
 */
export const newsSchema = z.object({
  incident: reportIdSchema,
  at: instantSchema,
  facets: z.array(z.string()),
  former: z.optional(z.object({ facets: z.array(z.string()), publishedAt: instantSchema })),
  /** What was corrected or taken back; undefined for a release. */
  correction: z.optional(correctionSchema),
});
export type News = Readonly<z.infer<typeof newsSchema>>;

/** `seq` counts all news from 1, in the order in which they were noted. */
export type NumberedNews = News & Readonly<{ seq: number }>;

/** What is new for readers by a change of an incident; undefined when they see no difference. */
export const newsOf = (before: Incident | undefined, after: Incident, at: string): News | undefined => {
  // A change of what cannot be read (any more): whether it was shown before is not known.
  if (before === undefined && after.version > 1) return undefined;
  const [former, now] = [before && shownOf(before), shownOf(after)];
  const facets = [...facetsOf(now)];
  if (former?.status !== 'published')
    return now.status === 'published' ? { incident: after.id, at, facets } : undefined;
  const correction = correctionOf(before, after);
  return (
    correction && {
      incident: after.id,
      at,
      facets,
      former: { facets: [...facetsOf(former)], publishedAt: former.publishedAt ?? former.approvedAt },
      correction,
    }
  );
};

/** News in order, and what finds those of a facet. */
export type Board = Readonly<{
  head: number;
  byFacet: ReadonlyMap<Facet, readonly NumberedNews[]>;
  /** By what they were about before. */
  byFormer: ReadonlyMap<Facet, readonly NumberedNews[]>;
}>;

/** News by what a follower may have chosen, so that each is matched without going through all of them. */
export const boardOf = (news: readonly NumberedNews[]): Board => ({
  head: Math.max(0, ...news.map(({ seq }) => seq)),
  byFacet: grouped(news, ({ facets }) => facets),
  byFormer: grouped(news, ({ former }) => former?.facets ?? []),
});

const grouped = (
  news: readonly NumberedNews[],
  facetsBy: (one: NumberedNews) => readonly Facet[],
): Board['byFacet'] => {
  const found = new Map<Facet, NumberedNews[]>();
  for (const one of news)
    for (const facet of facetsBy(one)) {
      const known = found.get(facet);
      if (known) known.push(one);
      else found.set(facet, [one]);
    }
  return found;
};
