import type { Munition } from '../../report/vocabulary.ts';
import { waits } from '../../review/lifecycle.ts';
import { harmStepMs, type Outline } from '../../review/outline.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseAllReadable, type Readable } from '../dynamodb/item.ts';
import { asked, reportKey, waiting } from '../dynamodb/keys.ts';
import { readMany } from '../dynamodb/operations.ts';
import { type List, listQuery, type Page, type PageRequest, readPage } from '../dynamodb/page.ts';
import { count, queryReadable } from '../dynamodb/query.ts';
import type { RecordsIndex } from '../dynamodb/tables.ts';
import { parseOutline } from './reports.ts';

/** Which part of the queue. */
export type QueueFilter = Readonly<{
  /** `waiting` for moderators (the default), or `asked`: for the witness's answer. */
  state?: 'waiting' | 'asked' | undefined;
  region?: string | undefined;
  munition?: Munition | undefined;
  /** Only what waits since this instant or longer. */
  since?: string | undefined;
}>;

/** `harm`: what the most people were hurt by comes first. Only what waits for moderators has that order. */
export type QueueOrder = Readonly<{ order?: 'age' | 'harm' | undefined }>;

/** How many; `more` when there are more than was worth counting. */
export type QueueSize = Readonly<{ count: number; more: boolean }>;

export type Queue = Readonly<{
  /**
   * Reports that wait, by default longest first, claimed ones included. One query; by harm and with `since`, at most one more
   * for each harm that there is.
   */
  list: (request: PageRequest & QueueFilter & QueueOrder) => Promise<Page<Outline>>;
  /** How many there are, counted up to `most`. */
  size: (filter?: QueueFilter, most?: number) => Promise<QueueSize>;
  /** Those of these reports that still wait, for moderators or for an answer, in the order given. */
  waitingAmong: (ids: readonly string[]) => Promise<readonly Outline[]>;
  /** What a moderator has claimed and still has at an instant: at most 50, the claim that ends first at the top. */
  claimedBy: (by: string, at: string) => Promise<Readable<Outline>>;
}>;

/** Counting costs as much as reading, and beyond this the exact number no longer matters. */
const queueCountLimit = 1000;
const claimedLimit = 50;

export const createQueue = (context: StoreContext): Queue => {
  const { client, tables } = context;
  const listOf = ({ state, region, munition, since }: QueueFilter) => ({
    table: tables.records,
    index: queueIndexes.age[filtersOf(region, munition)],
    where: { queue: state === 'asked' ? asked : waiting, region, munition },
    by: 'waits',
    until: since,
  });
  const listByHarm = ({ region, munition, since }: QueueFilter) => ({
    table: tables.records,
    index: queueIndexes.harm[filtersOf(region, munition)],
    where: { queue: waiting, region, munition },
    by: 'urgency',
    leap: since === undefined ? undefined : leapOver(since),
  });
  return {
    list: ({ state, region, munition, since, order, ...page }) =>
      readPage(
        client,
        {
          ...(order === 'harm' ? listByHarm : listOf)({ state, region, munition, since }),
          keyOf: reportKey,
          order: 'oldest first',
          parse: parseOutline,
        },
        page,
      ),
    size: async (filter = {}, most = queueCountLimit) => {
      const counted = await count(client, listQuery(listOf(filter)), most + 1);
      return { count: Math.min(counted, most), more: counted > most };
    },
    waitingAmong: async ids => {
      const raws = await readMany(client, tables.records, ids.map(reportKey));
      const { items } = parseAllReadable(parseOutline, raws);
      const found = new Map(items.map(item => [item.id, item]));
      return ids.flatMap(id => found.get(id) ?? []).filter(one => waits(one) || one.status === 'needs_info');
    },
    claimedBy: async (by, at) => {
      const { items, unreadable, skipped } = await queryReadable(
        client,
        {
          table: tables.records,
          index: 'claimed',
          expression: '#claimedBy = :by AND #claimedUntil > :at',
          values: { ':by': by, ':at': at },
        },
        parseOutline,
        { most: claimedLimit },
      );
      return { items: items.map(({ item }) => item), unreadable, skipped };
    },
  };
};

const filtersOf = (region: string | undefined, munition: Munition | undefined) => {
  if (region) return munition ? 'both' : 'region';
  return munition ? 'munition' : 'none';
};

const queueIndexes = {
  age: {
    none: 'queue',
    region: 'queueByRegion',
    munition: 'queueByMunition',
    both: 'queueByRegionAndMunition',
  },
  harm: {
    none: 'queueByHarm',
    region: 'queueByRegionAndHarm',
    munition: 'queueByMunitionAndHarm',
    both: 'queueByRegionMunitionAndHarm',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<ReturnType<typeof filtersOf>, RecordsIndex>>>>;

/**
 * The order by harm is one by steps of equal harm, and within each by waiting time (`urgencyOf`). Where it comes to what has
 * not waited since `since` yet, it goes on at the next step; going back, at what has waited longer in the same.
 */
const leapOver =
  (since: string): NonNullable<List<Outline>['leap']> =>
  ({ waits: { S: waitsSince = '' } = {}, urgency: { S: urgency = '' } = {} }, isBackwards) => {
    if (waitsSince <= since) return undefined;
    const [last, own] = [Date.parse(since), Date.parse(waitsSince)];
    // Half a step from either: behind all that came since, and before whatever has waited so long in the next step.
    const to = isBackwards ? last : Math.max(own, last + harmStepMs / 2);
    return new Date(Date.parse(urgency) - own + to).toISOString();
  };
