import type { Munition } from '../../report/vocabulary.ts';
import type { Outline } from '../../review/outline.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import type { Readable } from '../dynamodb/item.ts';
import { asked, reportKey, waiting } from '../dynamodb/keys.ts';
import { listQuery, type Page, type PageRequest, readPage } from '../dynamodb/page.ts';
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

/** How many; `more` when there are more than was worth counting. */
export type QueueSize = Readonly<{ count: number; more: boolean }>;

export type Queue = Readonly<{
  /** Reports that wait, longest first, claimed ones included. One query. */
  list: (request: PageRequest & QueueFilter) => Promise<Page<Outline>>;
  size: (filter?: QueueFilter) => Promise<QueueSize>;
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
    index: queueIndex(region, munition),
    where: { queue: state === 'asked' ? asked : waiting, region, munition },
    by: 'waits',
    until: since,
  });
  return {
    list: ({ state, region, munition, since, ...page }) =>
      readPage(
        client,
        {
          ...listOf({ state, region, munition, since }),
          keyOf: reportKey,
          order: 'oldest first',
          parse: parseOutline,
        },
        page,
      ),
    size: async (filter = {}) => {
      const counted = await count(client, listQuery(listOf(filter)), queueCountLimit + 1);
      return { count: Math.min(counted, queueCountLimit), more: counted > queueCountLimit };
    },
    claimedBy: async (by, at) => {
      const { items, unreadable } = await queryReadable(
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
      return { items: items.map(({ item }) => item), unreadable };
    },
  };
};

const queueIndex = (region: string | undefined, munition: Munition | undefined): RecordsIndex => {
  if (region) return munition ? 'queueByRegionAndMunition' : 'queueByRegion';
  return munition ? 'queueByMunition' : 'queue';
};
