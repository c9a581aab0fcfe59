import * as z from 'zod/mini';
import { localeSchema } from '../locale.ts';
import { addDays, wallAt } from '../time/date.ts';
import { instantSchema } from '../time/instant.ts';
import { toInstant, wallTime } from '../time/zone.ts';
import type { Board, NumberedNews } from './news.ts';
import { type Facet, facetsOfTopic, isSameTopic, type Topic, topicSchema } from './topic.ts';

/** The most that one person follows: a message names what it is about, and ten buttons fit on a screen. */
export const mostTopics = 10;

/** The hours of the night, by the country's clock: from the first to before the second. */
export const night = { from: 22, to: 8 } as const;

const followedSchema = z.object({ topic: topicSchema, since: instantSchema });

/**
 * Who follows what, and when they want to be told. `digest`: once a day, from this hour on; without it at once. `seen`: the
 * number of the last news that they were told, or that was passed over with it. `claim`: just now somebody is telling them
 * the news up to `upTo`, or was when the process ended.
 */
export const followerSchema = z.object({
  chat: z.int(),
  locale: localeSchema,
  topics: z.array(followedSchema),
  digest: z.optional(z.int().check(z.gte(0), z.lte(23))),
  isAtNight: z.optional(z.literal(true)),
  seen: z.int(),
  claim: z.optional(z.object({ atMs: z.int(), upTo: z.int() })),
});
export type Follower = Readonly<z.infer<typeof followerSchema>>;

/** Somebody who follows nothing yet. */
export const newFollower = ({ chat, locale }: Pick<Follower, 'chat' | 'locale'>): Follower => ({
  chat,
  locale,
  topics: [],
  seen: 0,
});

/** `full`: they follow as much as one may. */
export const follow = (
  follower: Follower,
  topic: Topic,
  at: string,
): Readonly<{ kind: 'followed' | 'known'; follower: Follower }> | Readonly<{ kind: 'full' }> => {
  if (follows(follower, topic)) return { kind: 'known', follower };
  if (follower.topics.length >= mostTopics) return { kind: 'full' };
  return {
    kind: 'followed',
    follower: { ...follower, topics: [...follower.topics, { topic, since: at }] },
  };
};

export const unfollow = (follower: Follower, topic: Topic): Follower => ({
  ...follower,
  topics: follower.topics.filter(one => !isSameTopic(one.topic, topic)),
});

export const follows = ({ topics }: Follower, topic: Topic): boolean =>
  topics.some(one => isSameTopic(one.topic, topic));

/** What is new for a follower, in order, once it is time to tell them; empty when nothing is, or it is not time yet. */
export const dueNews = (
  follower: Follower,
  board: Board,
  { now, zone }: Readonly<{ now: Date; zone: string }>,
): readonly NumberedNews[] => {
  const news = unseen(follower, board);
  if (news.length === 0) return news;
  const { digest, isAtNight = false } = follower;
  const hour = Number(wallTime(now, zone).slice(11, 13));
  const mayDisturb = isAtNight || !isNight(hour) || (digest !== undefined && isNight(digest));
  if (!mayDisturb) return [];
  if (digest === undefined) return news;
  const due = lastTime(digest, now, zone);
  return news.some(({ at }) => Date.parse(at) <= due.getTime()) ? news : [];
};

const isNight = (hour: number): boolean => hour >= night.from || hour < night.to;

/** The last time that the clock showed this full hour. */
const lastTime = (hour: number, now: Date, zone: string): Date => {
  const today = wallTime(now, zone).slice(0, 10);
  const at = toInstant(wallAt(today, hour), zone);
  return at <= now ? at : toInstant(wallAt(addDays(today, -1), hour), zone);
};

/**
 * Of what an incident was about before it was corrected only those are told who followed that since before it was published:
 * they were told of it. To anybody else the correction would tell what it takes back.
 */
const unseen = ({ topics, seen }: Follower, { byFacet, byFormer, head }: Board): readonly NumberedNews[] => {
  if (head <= seen) return [];
  const found = new Map<number, NumberedNews>();
  for (const { topic, since } of topics)
    for (const facet of facetsOfTopic(topic)) {
      for (const one of byFacet.get(facet) ?? [])
        if (one.seq > seen && one.at > since) found.set(one.seq, one);
      for (const one of byFormer.get(facet) ?? [])
        if (one.seq > seen && one.former && one.former.publishedAt > since) found.set(one.seq, one);
    }
  return [...found.values()].toSorted((a, b) => a.seq - b.seq);
};

/** The topics by which a follower is told of something: those that it is about, or was when they were told of it. */
export const topicsOf = (
  { topics }: Follower,
  { facets, former }: Readonly<{ facets: readonly Facet[]; former?: NumberedNews['former'] }>,
): readonly Topic[] =>
  topics
    .filter(({ topic, since }) =>
      facetsOfTopic(topic).some(
        facet =>
          facets.includes(facet) ||
          (former !== undefined && former.publishedAt > since && former.facets.includes(facet)),
      ),
    )
    .map(({ topic }) => topic);
