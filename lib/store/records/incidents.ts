import type { Event } from '../../history/event.ts';
import { type Contribution, inOrder } from '../../incident/contribution.ts';
import type { Incident } from '../../incident/incident.ts';
import type { Munition } from '../../report/vocabulary.ts';
import type { Period } from '../../summary/period.ts';
import type { Scope, Tally } from '../../summary/tally.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { embargoed, incidentKey, published } from '../dynamodb/keys.ts';
import { queryAll, read, toExpression } from '../dynamodb/operations.ts';
import { type Page, type PageRequest, readPage } from '../dynamodb/page.ts';
import type { RecordsIndex } from '../dynamodb/tables.ts';
import { parseIncident, readStoredIncident } from './commit.ts';
import { readHistory } from './history.ts';
import { readTallies } from './tallies.ts';

/** A region (ISO 3166-2), or a settlement (GeoNames id) and what is near it. The settlement counts when both are given. */
export type Area = Readonly<{ region?: string | undefined; settlement?: number | undefined }>;

export type Incidents = Readonly<{
  read: (id: string) => Promise<Incident | undefined>;
  /** The reports that an incident is made of, as they were approved, the first received first. For moderators only. */
  contributions: (incident: string) => Promise<readonly Contribution[]>;
  history: (id: string) => Promise<readonly Event[]>;
  /** What is published, newest publication first, of all or of this area. One query. */
  latest: (
    request: PageRequest & Area & Readonly<{ munition?: Munition | undefined }>,
  ) => Promise<Page<Incident>>;
  /** What is approved and waits for its release, what comes first at the top. One query. */
  embargoed: (page: PageRequest) => Promise<Page<Incident>>;
  /** Embargoed incidents whose time has come at an instant, at most `limit`. */
  due: (at: string, limit: number) => Promise<readonly Incident[]>;
  /** The tallies of the days of a period. One query. Incidents whose day is not known are only in the months. */
  tallyDays: (scope: Scope, period: Period) => Promise<readonly Tally[]>;
  /** The tallies of the months that a period touches, or of all months and of what is undated. One query. */
  tallyMonths: (scope: Scope, period?: Period) => Promise<readonly Tally[]>;
  /** When anything published in this scope was last changed, retractions included. */
  lastChange: (scope: Scope) => Promise<string | undefined>;
}>;

export const createIncidents = (context: StoreContext): Incidents => {
  const { client, tables } = context;
  return {
    read: async id => {
      const raw = await read(client, tables.records, incidentKey(id));
      return raw && parseIncident(raw);
    },
    contributions: async incident => inOrder((await readStoredIncident(context, incident))?.links ?? []),
    history: id => readHistory(client, tables.records, incidentKey(id)),
    latest: ({ region, settlement, munition, ...page }) =>
      readPage<Incident>(
        client,
        {
          table: tables.records,
          index: feedIndex({ region, settlement }, munition),
          where: { feed: published, ...areaKey({ region, settlement }), ...(munition && { munition }) },
          by: 'publishedAt',
          at: incident => incident.publishedAt ?? incident.approvedAt,
          keyOf: incidentKey,
          order: 'newest first',
          parse: parseIncident,
        },
        page,
      ),
    embargoed: page =>
      readPage<Incident>(
        client,
        {
          table: tables.records,
          index: 'embargo',
          where: { embargo: embargoed },
          by: 'releaseAt',
          at: incident => incident.releaseAt,
          keyOf: incidentKey,
          order: 'oldest first',
          parse: parseIncident,
        },
        page,
      ),
    due: async (at, limit) => {
      const expression = '#embargo = :embargoed AND #releaseAt <= :at';
      const items = await queryAll(
        client,
        {
          TableName: tables.records,
          IndexName: 'embargo' satisfies RecordsIndex,
          KeyConditionExpression: expression,
          ...toExpression(expression, { ':embargoed': embargoed, ':at': at }),
        },
        limit,
      );
      return items.map(parseIncident);
    },
    tallyDays: (scope, period) => readTallies(context, scope, 'DAY', period),
    tallyMonths: (scope, period) => readTallies(context, scope, 'MONTH', period),
    lastChange: async scope => {
      const tallies = await readTallies(context, scope, 'MONTH');
      return tallies
        .map(tally => tally.changedAt)
        .sort()
        .at(-1);
    },
  };
};

const areaKey = ({ region, settlement }: Area): Readonly<Record<string, string>> => {
  if (settlement !== undefined) return { settlement: String(settlement) };
  return region ? { region } : {};
};

const feedIndex = ({ region, settlement }: Area, munition: Munition | undefined): RecordsIndex => {
  if (settlement !== undefined) return munition ? 'feedBySettlementAndMunition' : 'feedBySettlement';
  if (region) return munition ? 'feedByRegionAndMunition' : 'feedByRegion';
  return munition ? 'feedByMunition' : 'feed';
};
