import type { Munition } from '../../report/vocabulary.ts';
import { waits } from '../../review/lifecycle.ts';
import type { Outline } from '../../review/outline.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseAllReadable, type Readable } from '../dynamodb/item.ts';
import { asked, reportKey, waiting } from '../dynamodb/keys.ts';
import { readMany } from '../dynamodb/operations.ts';
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

/** `harm`: what the most people were hurt by comes first. Of all that waits, whatever else a filter says. */
export type QueueOrder = Readonly<{ order?: 'age' | 'harm' | undefined }>;

/** How many; `more` when there are more than was worth counting. */
export type QueueSize = Readonly<{ count: number; more: boolean }>;

export type Queue = Readonly<{
  /** Reports that wait, by default longest first, claimed ones included. One query. */
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
    index: queueIndex(region, munition),
    where: { queue: state === 'asked' ? asked : waiting, region, munition },
    by: 'waits',
    until: since,
  });
  const byHarm = {
    table: tables.records,
    index: 'queueByHarm',
    where: { queue: waiting },
    by: 'urgency',
  } as const;
  return {
    list: ({ state, region, munition, since, order, ...page }) =>
      readPage(
        client,
        {
          ...(order === 'harm' ? byHarm : listOf({ state, region, munition, since })),
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
