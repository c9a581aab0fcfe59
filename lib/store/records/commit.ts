import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { changesOf, type EventDraft } from '../../history/event.ts';
import { type Contribution, contributionSchema } from '../../incident/contribution.ts';
import { type Incident, incidentSchema } from '../../incident/incident.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import { tallyChanges, together } from '../../summary/tally.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { ContendedItem } from '../dynamodb/errors.ts';
import { parseItem, type Raw, validate } from '../dynamodb/item.ts';
import { embargoed, incidentKey, linkKey, linkPrefix, published, reportKey } from '../dynamodb/keys.ts';
import {
  absent,
  deleteWrite,
  present,
  putWrite,
  queryAll,
  toExpression,
  transact,
} from '../dynamodb/operations.ts';
import { correctionWrites } from './corrections.ts';
import { withEvent } from './history.ts';
import { occurrenceOf } from './nearby.ts';
import { reportWrite, type StoredReport } from './reports.ts';
import { tallyWrites } from './tallies.ts';

/** An incident with what it is made of, and the hash of its last event. */
export type StoredIncident = Readonly<{ incident: Incident; head: string; links: readonly Contribution[] }>;

/** What becomes of a report. */
export type ReportChange = Readonly<{ before: StoredReport; after: Report; event: EventDraft }>;

/** What becomes of an incident, of which links are put or dropped. Without `before` it is new. */
export type IncidentChange = Readonly<{
  before: StoredIncident | undefined;
  after: Incident;
  event: Omit<EventDraft, 'changes'>;
  put?: readonly Contribution[];
  drop?: readonly string[];
}>;

/** DynamoDB takes so many writes in one transaction. */
export const maxWrites = 100;

const attempts = 6;

/** What is to be done, as the state that was just read says: writes, or an answer without any. */
export type Plan<Result> =
  | Readonly<{ kind: 'write'; writes: readonly TransactWriteItem[]; result: Result }>
  | Readonly<{ kind: 'answer'; result: Result }>;

/**
 * Reads, plans, and writes all or nothing; from the start again when anything that was read changed meanwhile. A planner
 * that finds its own work done (its answer was lost) says so itself.
 */
export const runWithRetry = async <Result>(
  { client }: StoreContext,
  plan: () => Promise<Plan<Result>>,
): Promise<Result> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const planned = await plan();
    if (planned.kind === 'answer') return planned.result;
    const { kind } = await transact(client, planned.writes);
    if (kind === 'written') return planned.result;
  }
  throw new ContendedItem('What was to be changed kept changing.');
};

/**
 * The writes that make reports and incidents what they are now: themselves, their events, links, what readers are told of
 * changes, and the tallies together, because a transaction may touch an item only once. Each of the reports and incidents
 * bears the condition that it is still what was read.
 */
export const toWrites = (
  context: StoreContext,
  {
    reports = [],
    incidents = [],
  }: Readonly<{ reports?: readonly ReportChange[]; incidents?: readonly IncidentChange[] }>,
): readonly TransactWriteItem[] => {
  const { records } = context.tables;
  const valid = incidents.map(change => ({ ...change, after: validate(incidentSchema, change.after) }));
  const at =
    incidents
      .map(({ event }) => event.at)
      .toSorted()
      .at(-1) ?? '';
  return [
    ...reports.flatMap(change => reportWrites(context, change)),
    ...valid.flatMap(change => incidentWrites(context, change)),
    ...valid.flatMap(({ before, after }) => correctionWrites(context, before?.incident, after)),
    ...tallyWrites(
      records,
      together(valid.flatMap(({ before, after }) => tallyChanges(before?.incident, after))),
      at,
    ),
  ];
};

const reportWrites = (context: StoreContext, { before, after: next, event }: ReportChange) => {
  const after = validate(reportSchema, next);
  const { head, write } = withEvent(context.tables.records, reportKey(after.id), after, before.head, event);
  return [
    reportWrite(context, after, head, {
      expression: '#version = :read',
      values: { ':read': before.report.version },
    }),
    write,
  ];
};

const incidentWrites = (
  context: StoreContext,
  { before, after, event, put = [], drop = [] }: IncidentChange,
) => {
  const { records } = context.tables;
  const key = incidentKey(after.id);
  const changes = changesOf<Partial<Incident>>(before?.incident ?? {}, after, incidentFields);
  const { head, write } = withEvent(records, key, after, before?.head, { ...event, changes });
  return [
    putWrite(
      records,
      key,
      { ...after, head, ...incidentIndexKeys(after) },
      before ? { expression: '#version = :read', values: { ':read': before.incident.version } } : absent,
    ),
    write,
    ...put.map(link => contributionWrite(context, after.id, link)),
    ...drop.map(id => deleteWrite(records, linkKey(after.id, id), present)),
  ];
};

/** Guarded by the version of the incident, which changes with every link. */
const contributionWrite = (
  { tables }: StoreContext,
  incident: string,
  link: Contribution,
): TransactWriteItem =>
  putWrite(tables.records, linkKey(incident, link.id), {
    ...validate(contributionSchema, link),
    ...occurrenceOf(link.answers),
  });

/** The attributes by which an incident is found among what is published, or waits to be. */
export const incidentIndexKeys = ({ status, place }: Incident): object => ({
  region: place.region,
  settlement: place.settlementId === undefined ? undefined : String(place.settlementId),
  ...(status === 'published' && { feed: published }),
  ...(status === 'embargoed' && { embargo: embargoed }),
});

const headSchema = z.object({ head: z.string() });

/** An incident with its links, in one query. */
export const readStoredIncident = async (
  { client, tables }: StoreContext,
  id: string,
): Promise<StoredIncident | undefined> => {
  const { pk, sk } = incidentKey(id);
  const expression = '#pk = :pk AND #sk >= :from';
  const items = await queryAll(client, {
    TableName: tables.records,
    KeyConditionExpression: expression,
    ...toExpression(expression, { ':pk': pk, ':from': sk }),
    ConsistentRead: true,
  });
  const raw = items.find(item => item.sk?.S === sk);
  if (!raw) return undefined;
  return {
    incident: parseIncident(raw),
    head: parseItem(headSchema, raw).head,
    links: items
      .filter(item => item.sk?.S?.startsWith(linkPrefix))
      .map(item => parseItem(contributionSchema, item)),
  };
};

export const parseIncident = (raw: Raw): Incident => parseItem(incidentSchema, raw);

/** What a history of an incident says of it, old and new: all but what every change changes. */
const incidentFields = (Object.keys(incidentSchema.shape) as (keyof Incident)[]).filter(
  field => !['id', 'version', 'changedAt'].includes(field),
);
