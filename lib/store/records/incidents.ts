import * as z from 'zod/mini';
import { verifyChain } from '../../history/event.ts';
import type { ReportKey } from '../../identity/sealing.ts';
import { asksForUnexploded, hasUnexploded, isOfMunitions } from '../../incident/asked.ts';
import { type Contribution, contributionSchema, inOrder } from '../../incident/contribution.ts';
import { type Grade, type Incident, incidentSchema, viewSchema } from '../../incident/incident.ts';
import { whereaboutsOf } from '../../incident/nearby.ts';
import { lookingLike, shownOf, viewOf } from '../../incident/shown.ts';
import { type Munition, unexplodedItems } from '../../report/vocabulary.ts';
import type { IncidentState } from '../../review/changes.ts';
import { toldSchema } from '../../review/outline.ts';
import { type BucketRange, howHeld } from '../../summary/bucket.ts';
import type { Period } from '../../summary/period.ts';
import type { Found } from '../../summary/summary.ts';
import { type CountedArea, type Scope, scopesOf, type Tallied } from '../../summary/tally.ts';
import { addDays } from '../../time/date.ts';
import type { RecordsOnly, StoreContext } from '../dynamodb/context.ts';
import { type CheckedEvents, headOf, openIncidentEvent, readHistory } from '../dynamodb/history.ts';
import {
  parseItem,
  parseReadable,
  type Raw,
  type Readable,
  type Shape,
  type Skipped,
  validate,
} from '../dynamodb/item.ts';
import {
  changing,
  contributionPrefix,
  embargoed,
  incidentKey,
  published,
  reportKey,
  unexploded,
} from '../dynamodb/keys.ts';
import { read, readMany } from '../dynamodb/operations.ts';
import { type List, listQuery, type Page, type PageRequest, readPage, readWanted } from '../dynamodb/page.ts';
import { queryAll, queryReadable } from '../dynamodb/query.ts';
import { sealAs, unsealAs } from '../dynamodb/sealed.ts';
import type { RecordsIndex } from '../dynamodb/tables.ts';
import { readKeys } from '../keys/report-keys.ts';
import { isWhole, parseReport } from './reports.ts';
import type { Stretches } from './tallies.ts';

/** What readers see is the item, by which indexes find it; `next` is what they will see with the next batch. */
const storedIncidentSchema = z.extend(z.omit(incidentSchema, { shown: true }), {
  next: z.optional(viewSchema),
});
type StoredIncidentItem = Readonly<z.infer<typeof storedIncidentSchema>>;
export const incidentShape = {
  kind: 'incident',
  version: 1,
  schema: storedIncidentSchema,
} as const satisfies Shape;

/** An incident as its item: what readers see, with what it becomes as `next` until that is shown. */
export const storedIncident = (incident: Incident): StoredIncidentItem =>
  incident.shown
    ? { ...lookingLike(incident, incident.shown), withdrew: incident.withdrew, next: viewOf(incident) }
    : incident;

const openStored = ({ next, ...shown }: StoredIncidentItem): Incident =>
  next ? { ...lookingLike(shown, next), withdrew: shown.withdrew, shown: viewOf(shown) } : shown;

/** The part of a contribution that lists and readers may have; the rest is sealed under the report's key. */
const storedContributionSchema = z.extend(z.pick(contributionSchema, { id: true, sourceFor: true }), {
  ...toldSchema.shape,
  sealed: z.string(),
});
export type StoredContribution = Readonly<z.infer<typeof storedContributionSchema>>;
export const contributionShape = {
  kind: 'contribution',
  version: 3,
  schema: storedContributionSchema,
} as const satisfies Shape;

const hiddenSchema = z.omit(contributionSchema, { id: true, sourceFor: true });
const sealedField = (report: string, incident: string) => ({ report, field: `part of ${incident}` });

/** A contribution as it may be stored, under the key of its report. */
export const sealContribution = (
  key: ReportKey,
  incident: string,
  { id, sourceFor, ...hidden }: Contribution,
): StoredContribution => {
  const { phase, munition } = hidden.answers;
  return validate(storedContributionSchema, {
    id,
    sourceFor,
    phase,
    munition,
    ...whereaboutsOf(hidden.answers),
    sealed: sealAs(key, sealedField(id, incident), hiddenSchema, hidden),
  });
};

export const openContribution = (
  key: ReportKey,
  incident: string,
  { id, sourceFor, sealed }: StoredContribution,
): Contribution => ({ id, sourceFor, ...unsealAs(key, sealedField(id, incident), hiddenSchema, sealed) });

/** A region (ISO 3166-2), or a settlement (GeoNames id) and what is near it. The settlement counts when both are given. */
export type Area = Readonly<{ region?: string | undefined; settlement?: number | undefined }>;

/** What of an area is listed. */
type Wanted = Readonly<{
  /** Unexploded items with all that is suspected of them (`asksForUnexploded`). */
  munitions?: readonly Munition[] | undefined;
  grades?: readonly Grade[] | undefined;
  /** Only what surely happened then. */
  period?: Period | undefined;
  /** As the team knows them, not as readers see them yet. */
  forTeam?: boolean | undefined;
}>;

export type Incidents = Readonly<{
  /** As readers see it. */
  readShown: (id: string) => Promise<Incident | undefined>;
  /** As the team knows it. */
  read: (id: string) => Promise<Incident | undefined>;
  /**
   * An incident with the reports that it is made of, as they were approved, the first received first, but for those that
   * were erased. For moderators only. One query, and one read of the reports' keys.
   */
  readWhole: (id: string) => Promise<IncidentState | undefined>;
  /** The history of an incident, opened as far as the reports that it was made of are there. */
  history: (id: string) => Promise<CheckedEvents>;
  /**
   * What is published, as readers see it, newest publication first, of all or of this area, and of these munitions, grades and
   * this period if any are named. One query, or one for each munition; by grade or period as many as it takes to find some.
   */
  latest: (request: PageRequest & Area & Wanted) => Promise<Page<Incident>>;
  /** What is approved and waits for its release, what comes first at the top. One query. */
  embargoed: (page: PageRequest) => Promise<Page<Incident>>;
  /** Incidents, or changes of published ones, whose time has come at an instant, at most `limit` of each. */
  due: (at: string, limit: number) => Promise<Readable<Incident> & Skipped>;
  /** What is counted of an area and a period, or of all time. */
  counted: (area: CountedArea, period?: Period) => Promise<Found & Partial<Skipped>>;
  /** What is counted in each month, or year, that these days touch: of each, all that a summary of it counts. One query. */
  countedInEach: (area: CountedArea, stretches: Stretches) => Promise<Readable<Tallied> & Skipped>;
  /** What surely belongs to an area and to each of these stretches, each apart. One query a range. */
  countedOver: (area: CountedArea, ranges: readonly BucketRange[]) => Promise<readonly Tallied[]>;
  /** What surely belongs to a period, in each of these scopes. Some queries at once, however many incidents there are. */
  countedIn: (scopes: readonly Scope[], period?: Period) => Promise<Readable<Tallied> & Skipped>;
}>;

/** Only summaries need the tallies: they are loaded with the first one. */
const tallies = () => import('./tallies.ts');

/**
 * Those of some reports that were not erased: the key of one that was may be back from a backup. What cannot be read is not
 * known to be there still, and hinders no other.
 */
const wholeOf = async (
  { client, tables }: StoreContext,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const raws = await readMany(client, tables.records, ids.map(reportKey));
  return raws.flatMap(raw => {
    const stored = parseReadable(parseReport, raw);
    return stored && isWhole(stored) ? [stored.id] : [];
  });
};

/** What incidents can be read from without any secret. */
export type IncidentLists = Pick<
  Incidents,
  | 'readShown'
  | 'read'
  | 'latest'
  | 'embargoed'
  | 'due'
  | 'counted'
  | 'countedInEach'
  | 'countedOver'
  | 'countedIn'
>;

export const createIncidents = (context: StoreContext): Incidents => {
  const { client, tables } = context;
  return {
    ...createIncidentLists(context),
    readWhole: async id => (await readStoredIncident(context, id))?.state,
    history: async id => {
      const [raw, { items: events, unreadable }] = await Promise.all([
        read(client, tables.records, incidentKey(id)),
        readHistory(context, incidentKey(id)),
      ]);
      const under = [...new Set(events.flatMap(event => event.under ?? []))];
      const keys = await readKeys(context, await wholeOf(context, under));
      return {
        events: events.map(event => openIncidentEvent(keys, id, event)),
        verdict: verifyChain(events, raw && parseItem(incidentShape, raw)),
        unreadable,
      };
    },
  };
};

/** Long because it is a list of operations, each short. */
export const createIncidentLists = (context: RecordsOnly): IncidentLists => {
  const { client, tables } = context;
  const embargo = {
    table: tables.records,
    index: 'embargo',
    where: { embargo: embargoed },
    by: 'releaseAt',
  } as const;
  const dueOf = (kind: typeof embargoed | typeof changing, at: string, limit: number) =>
    queryReadable(client, listQuery({ ...embargo, where: { embargo: kind }, until: at }), parseIncident, {
      most: limit,
    });
  return {
    readShown: async id => {
      const raw = await read(client, tables.records, incidentKey(id));
      return raw && parseShown(raw);
    },
    read: async id => {
      const raw = await read(client, tables.records, incidentKey(id));
      return raw && parseIncident(raw);
    },
    latest: ({ region, settlement, munitions, grades, period, forTeam, limit, after, before }) => {
      const feed = {
        table: tables.records,
        by: 'publishedAt',
        keyOf: incidentKey,
        order: 'newest first',
        // Nothing is published before it happened; a day for the zone.
        since: period && addDays(period.from, -1),
        parse: forTeam ? parseIncident : parseShown,
      } as const;
      const lists = feedsOf({ region, settlement, munitions });
      const isWanted = (incident: Incident) =>
        (!grades || grades.includes(incident.grade)) &&
        (!period || howHeld(period, incident.occurred) === 'surely') &&
        isOfMunitions(incident, munitions);
      const isRead = grades || period || (settlement !== undefined && asksForUnexploded(munitions));
      return readWanted(
        client,
        lists.map(list => ({ ...feed, ...list })),
        { limit, after, before },
        isRead ? isWanted : undefined,
      );
    },
    embargoed: page =>
      readPage(client, { ...embargo, keyOf: incidentKey, order: 'oldest first', parse: parseIncident }, page),
    due: async (at, limit) => {
      const found = await Promise.all([dueOf(embargoed, at, limit), dueOf(changing, at, limit)]);
      return {
        items: found
          .flatMap(({ items }) => items.map(({ item }) => item))
          // At one instant by their codes, drawn by lot: followers and the channel are told in this order.
          .toSorted((a, b) => (a.releaseAt + a.id < b.releaseAt + b.id ? -1 : 1)),
        unreadable: found.reduce((sum, { unreadable }) => sum + unreadable, 0),
        skipped: found.flatMap(({ skipped }) => skipped),
      };
    },
    counted: async (area, period) => (await tallies()).readFound(context, area, period),
    countedInEach: async (area, stretches) =>
      (await tallies()).readEach(context, scopesOf(area).surely, stretches),
    countedOver: async (area, ranges) => (await tallies()).readRanges(context, scopesOf(area).surely, ranges),
    countedIn: async (scopes, period) => (await tallies()).readSurely(context, scopes, period),
  };
};

const areaKey = ({ region, settlement }: Area): Readonly<Record<string, string>> => {
  if (settlement !== undefined) return { settlement: String(settlement) };
  return region ? { region } : {};
};

/** The lists in which all that is asked for stands, each with its index. */
const feedsOf = ({
  region,
  settlement,
  munitions,
}: Area & Wanted): readonly Pick<List<Incident>, 'index' | 'where'>[] => {
  const area = areaKey({ region, settlement });
  const of = (munition: Munition | undefined) => ({
    index: feedIndex({ region, settlement }, munition),
    where: { feed: published, ...area, munition },
  });
  if (!munitions) return [of(undefined)];
  if (!asksForUnexploded(munitions)) return munitions.map(of);
  // Of a settlement they are looked for among all that is published there.
  if (settlement !== undefined) return [of(undefined)];
  return [
    {
      index: region ? 'feedOfUnexplodedByRegion' : 'feedOfUnexploded',
      where: { hazard: unexploded, ...area },
    },
    ...munitions.filter(munition => !unexplodedItems.some(item => item === munition)).map(of),
  ];
};

const feedIndex = ({ region, settlement }: Area, munition: Munition | undefined): RecordsIndex => {
  if (settlement !== undefined) return munition ? 'feedBySettlementAndMunition' : 'feedBySettlement';
  if (region) return munition ? 'feedByRegionAndMunition' : 'feedByRegion';
  return munition ? 'feedByMunition' : 'feed';
};

export const parseIncident = (raw: Raw): Incident => openStored(parseItem(incidentShape, raw));

/** As readers see it. */
export const parseShown = (raw: Raw): Incident => shownOf(parseIncident(raw));

/** An incident with what it is made of, the keys of its reports, and the hash of its last event. */
type StoredIncident = Readonly<{
  state: IncidentState;
  keys: ReadonlyMap<string, ReportKey>;
  /** The reports of contributions that cannot be opened. */
  lost: readonly string[];
  head: string;
}>;

/** An incident with its contributions: one query, and one read of their keys. */
export const readStoredIncident = async (
  context: StoreContext,
  id: string,
): Promise<StoredIncident | undefined> => {
  const { client, tables } = context;
  const { pk, sk } = incidentKey(id);
  const items = await queryAll(client, {
    table: tables.records,
    expression: '#pk = :pk AND #sk >= :from',
    values: { ':pk': pk, ':from': sk },
    consistent: true,
  });
  const raw = items.find(item => item.sk?.S === sk);
  if (!raw) return undefined;
  const stored = items
    .filter(item => item.sk?.S?.startsWith(contributionPrefix))
    .map(item => parseItem(contributionShape, item));
  const keys = await readKeys(
    context,
    stored.map(one => one.id),
  );
  const contributions = stored.flatMap(one => {
    const key = keys.get(one.id);
    return key ? openContribution(key, id, one) : [];
  });
  return {
    state: { incident: parseIncident(raw), contributions: inOrder(contributions) },
    keys,
    lost: stored.flatMap(one => (keys.has(one.id) ? [] : [one.id])),
    head: headOf(raw),
  };
};

/** The attributes by which an incident is found among what is published, or waits to be. */
export const incidentIndexKeys = (incident: Incident): object => {
  const shown = shownOf(incident);
  const { status, place } = shown;
  return {
    region: place.region,
    settlement: place.settlementId === undefined ? undefined : String(place.settlementId),
    feed: status === 'published' ? published : undefined,
    hazard: status === 'published' && hasUnexploded(shown) ? unexploded : undefined,
    embargo: waitsAs(incident),
  };
};

const waitsAs = ({ status, shown }: Incident): string | undefined => {
  if (shown) return changing;
  return status === 'embargoed' ? embargoed : undefined;
};
