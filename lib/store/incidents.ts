import * as z from 'zod/mini';
import type { Event, Happening } from '../report/event.ts';
import { changesOf } from '../report/event.ts';
import { type Incident, incidentSchema } from '../report/incident.ts';
import type { Munition } from '../report/vocabulary.ts';
import { type Scope, type Tally, tallyChanges } from '../summary/tally.ts';
import { readHistory, withEvent } from './history.ts';
import { parsed, type Raw, readable } from './item.ts';
import { incidentKey, published } from './keys.ts';
import { type Page, type PageRequest, readPage } from './page.ts';
import type { Period } from './period.ts';
import type { Room } from './room.ts';
import { absent, putting, read } from './table.ts';
import type { RecordsIndex } from './tables.ts';
import { addingTallies, readTallies } from './tallies.ts';

/** A region (ISO 3166-2), or a settlement (GeoNames id) and what is near it. The settlement counts when both are given. */
export type Area = Readonly<{ region?: string | undefined; settlement?: number | undefined }>;

export type Incidents = Readonly<{
  readIncident: (id: string) => Promise<Incident | undefined>;
  incidentHistory: (id: string) => Promise<readonly Event[]>;
  /** What is published, newest publication first, of all or of this area. One query. */
  latest: (
    request: PageRequest & Area & Readonly<{ munition?: Munition | undefined }>,
  ) => Promise<Page<Incident>>;
  /** The tallies of the days of a period. One query. Incidents whose day is not known are only in the months. */
  tallyDays: (scope: Scope, period: Period) => Promise<readonly Tally[]>;
  /** The tallies of the months that a period touches, or of all months and of what is undated. One query. */
  tallyMonths: (scope: Scope, period?: Period) => Promise<readonly Tally[]>;
  /** When anything published in this scope was last changed, retractions included. */
  lastChange: (scope: Scope) => Promise<string | undefined>;
}>;

const parseIncident = (raw: Raw): Incident => parsed(incidentSchema, raw);

export const incidentsIn = (room: Room): Incidents => {
  const { client, tables } = room;
  return {
    readIncident: async id => {
      const raw = await read(client, tables.records, incidentKey(id));
      return raw && parseIncident(raw);
    },
    incidentHistory: id => readHistory(client, tables.records, incidentKey(id)),
    latest: ({ region, settlement, munition, ...page }) =>
      readPage<Incident>(
        client,
        {
          table: tables.records,
          index: feedIndex({ region, settlement }, munition),
          where: { feed: published, ...areaKey({ region, settlement }), ...(munition && { munition }) },
          by: 'publishedAt',
          keyOf: incidentKey,
          order: 'newest first',
          parse: parseIncident,
        },
        page,
      ),
    tallyDays: (scope, period) => readTallies(room, scope, 'DAY', period),
    tallyMonths: (scope, period) => readTallies(room, scope, 'MONTH', period),
    lastChange: async scope => {
      const tallies = await readTallies(room, scope, 'MONTH');
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

/** An incident and the hash of its last event, which is not part of it. */
export type StoredIncident = Readonly<{ incident: Incident; head: string }>;

const headSchema = z.object({ head: z.string() });

export const readStoredIncident = async (
  { client, tables }: Room,
  id: string,
): Promise<StoredIncident | undefined> => {
  const raw = await read(client, tables.records, incidentKey(id));
  return raw && { incident: parseIncident(raw), head: parsed(headSchema, raw).head };
};

/** The writes that make an incident what it is now: itself, its event, and the difference to what was counted before. */
export const changingIncident = (
  { tables }: Room,
  before: StoredIncident | undefined,
  incident: Incident,
  happening: Omit<Happening, 'changes'>,
) => {
  const after = readable(incidentSchema, incident);
  const key = incidentKey(after.id);
  const changes = changesOf<Partial<Incident>>(before?.incident ?? {}, after, incidentFields);
  const { head, write } = withEvent(tables.records, key, after, before?.head, { ...happening, changes });
  return [
    putting(
      tables.records,
      key,
      {
        ...after,
        head,
        region: after.place.region,
        settlement: after.place.settlementId === undefined ? undefined : String(after.place.settlementId),
        ...(after.status === 'published' && { feed: published }),
      },
      before ? { expression: '#version = :read', values: { ':read': before.incident.version } } : absent,
    ),
    write,
    ...addingTallies(tables.records, tallyChanges(before?.incident, after), happening.at),
  ];
};

/** What a history of an incident says of it, old and new. */
const incidentFields = [
  'status',
  'phase',
  'place',
  'occurred',
  'effect',
  'munition',
  'delivery',
  'areas',
  'killed',
  'injured',
  'reportCount',
  'sources',
  'attributions',
  'quotes',
  'grade',
] as const satisfies readonly (keyof Incident)[];
