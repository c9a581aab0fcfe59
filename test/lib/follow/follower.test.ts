import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dueNews,
  type Follower,
  follow,
  mostTopics,
  newFollower,
  unfollow,
} from '../../../lib/follow/follower.ts';
import { boardOf, type NumberedNews } from '../../../lib/follow/news.ts';
import type { Topic } from '../../../lib/follow/topic.ts';
import { wallTime } from '../../../lib/time/zone.ts';

const zone = 'Europe/Kyiv';
const hourMs = 3_600_000;
const start = Date.parse('2026-10-23T00:00:00.000Z');
const country: Topic = { kind: 'country' };

const news = (seq: number, atMs: number): NumberedNews => ({
  seq,
  incident: 'K7QF2M9XCA',
  at: new Date(atMs).toISOString(),
  facets: ['country'],
});
const followerOf = (part: Partial<Follower>): Follower => ({
  ...newFollower({ chat: 1, locale: 'en' }),
  topics: [{ topic: country, since: new Date(start - 1).toISOString() }],
  ...part,
});

/** A week over the end of summer time, in which news come and the clock looks now and then. */
const anyWeek = fc.record({
  at: fc.uniqueArray(fc.nat(7 * 24 - 1), { minLength: 1, maxLength: 12 }),
  digest: fc.option(fc.nat(23), { nil: undefined }),
  isAtNight: fc.option(fc.constant(true as const), { nil: undefined }),
});

describe('a week of news', () => {
  test('is told whole, each once, in order, and never in a night that is not wanted', () => {
    fc.assert(
      fc.property(anyWeek, ({ at, digest, isAtNight }) => {
        const all = at.toSorted((a, b) => a - b).map((hour, n) => news(n + 1, start + hour * hourMs));
        let follower = followerOf({ digest, isAtNight });
        const told: number[] = [];
        const daysTold: string[] = [];
        for (let ms = start; ms < start + 9 * 24 * hourMs; ms += hourMs / 2) {
          const now = new Date(ms);
          const board = boardOf(all.filter(one => Date.parse(one.at) <= ms));
          const due = dueNews(follower, board, { now, zone });
          if (due.length === 0) continue;
          const wall = wallTime(now, zone);
          const hour = Number(wall.slice(11, 13));
          const isNight = hour >= 22 || hour < 8;
          const mayCome = isAtNight || !isNight || (digest !== undefined && (digest >= 22 || digest < 8));
          expect(mayCome).toBe(true);
          told.push(...due.map(({ seq }) => seq));
          daysTold.push(wall.slice(0, 10));
          follower = { ...follower, seen: board.head };
        }
        expect(told).toEqual(all.map(({ seq }) => seq));
        if (digest !== undefined) expect(new Set(daysTold).size).toBe(daysTold.length);
      }),
      { numRuns: 15 },
    );
  });
});

describe('topics', () => {
  const regions: readonly Topic[] = Array.from({ length: mostTopics + 1 }, (_, n) => ({
    kind: 'region',
    region: `UA-${n}`,
  }));
  const at = new Date(start).toISOString();

  test('are at most ten, each once, and can be stopped', () => {
    let follower = newFollower({ chat: 1, locale: 'en' });
    for (const topic of regions) {
      const outcome = follow(follower, topic, at);
      if (outcome.kind === 'full') expect(follower.topics).toHaveLength(mostTopics);
      else follower = outcome.follower;
    }
    expect(follower.topics).toHaveLength(mostTopics);
    const [first = country] = regions;
    expect(follow(follower, first, at).kind).toBe('known');
    expect(unfollow(follower, first).topics).toHaveLength(mostTopics - 1);
  });

  test('of munitions are the same in any order', () => {
    const mines: Topic = { kind: 'munitions', munitions: ['scatterable_mine', 'anti_vehicle_mine'] };
    const same: Topic = { kind: 'munitions', munitions: ['anti_vehicle_mine', 'scatterable_mine'] };
    const outcome = follow(newFollower({ chat: 1, locale: 'en' }), mines, at);
    if (outcome.kind === 'full') throw new Error('It is full.');
    expect(follow(outcome.follower, same, at).kind).toBe('known');
    expect(unfollow(outcome.follower, same).topics).toEqual([]);
  });
});
