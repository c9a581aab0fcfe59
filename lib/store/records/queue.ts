import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Report } from '../../report/report.ts';
import { waitsSince } from '../../report/report.ts';
import type { Munition } from '../../report/vocabulary.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import type { Raw } from '../dynamodb/item.ts';
import { asked, reportKey, waiting } from '../dynamodb/keys.ts';
import { queryAll, toExpression } from '../dynamodb/operations.ts';
import { type Page, type PageRequest, readPage } from '../dynamodb/page.ts';
import type { RecordsIndex } from '../dynamodb/tables.ts';
import { parseReport } from './reports.ts';

/** What of the queue is meant. */
export type QueueFilter = Readonly<{
  /** `waiting` for moderators (if nothing is said), or `asked`: for the witness's answer. */
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
  list: (request: PageRequest & QueueFilter) => Promise<Page<Report>>;
  size: (filter?: QueueFilter) => Promise<QueueSize>;
  /** What a moderator has claimed and still has at an instant: at most 50, the claim that ends first at the top. */
  claimedBy: (by: string, at: string) => Promise<readonly Report[]>;
}>;

/** Counting reads what it counts: beyond this a night is busy, and how busy is no longer the question. */
const queueCountLimit = 1000;
const claimedLimit = 50;

export const createQueue = (context: StoreContext): Queue => {
  const { client, tables } = context;
  return {
    list: ({ state, region, munition, since, ...page }) =>
      readPage<Report>(
        client,
        {
          table: tables.records,
          index: queueIndex(region, munition),
          where: whereOf({ state, region, munition }),
          by: 'waits',
          at: waitsSince,
          until: since,
          keyOf: reportKey,
          order: 'oldest first',
          parse: parseReport,
        },
        page,
      ),
    size: async ({ state, region, munition, since } = {}) => {
      const where = whereOf({ state, region, munition });
      const expression = [
        ...Object.keys(where).map(name => `#${name} = :${name}`),
        ...(since === undefined ? [] : ['#waits <= :since']),
      ].join(' AND ');
      const values = {
        ...Object.fromEntries(Object.entries(where).map(([name, value]) => [`:${name}`, value])),
        ...(since !== undefined && { ':since': since }),
      };
      let count = 0;
      let start: Raw | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: tables.records,
            IndexName: queueIndex(region, munition),
            KeyConditionExpression: expression,
            ...toExpression(expression, values),
            Select: 'COUNT',
            Limit: queueCountLimit + 1 - count,
            ExclusiveStartKey: start,
          }),
        );
        count += page.Count ?? 0;
        start = page.LastEvaluatedKey;
      } while (start && count <= queueCountLimit);
      return { count: Math.min(count, queueCountLimit), more: count > queueCountLimit };
    },
    claimedBy: async (by, at) => {
      const expression = '#claimedBy = :by AND #claimedUntil > :at';
      const items = await queryAll(
        client,
        {
          TableName: tables.records,
          IndexName: 'claimed' satisfies RecordsIndex,
          KeyConditionExpression: expression,
          ...toExpression(expression, { ':by': by, ':at': at }),
        },
        claimedLimit,
      );
      return items.map(parseReport);
    },
  };
};

const whereOf = ({ state = waiting, region, munition }: QueueFilter): Readonly<Record<string, string>> => ({
  queue: state === 'asked' ? asked : waiting,
  ...(region !== undefined && { region }),
  ...(munition !== undefined && { munition }),
});

const queueIndex = (region: string | undefined, munition: Munition | undefined): RecordsIndex => {
  if (region) return munition ? 'queueByRegionAndMunition' : 'queueByRegion';
  return munition ? 'queueByMunition' : 'queue';
};
