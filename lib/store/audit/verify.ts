import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod/mini';
import { type Event, eventSchema } from '../../history/event.ts';
import { type Contribution, contributionSchema } from '../../incident/contribution.ts';
import { incidentSchema } from '../../incident/incident.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import { figureSchema } from '../../summary/figure.ts';
import type { Tally } from '../../summary/tally.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { CorruptItem } from '../dynamodb/errors.ts';
import type { Raw } from '../dynamodb/item.ts';
import {
  changesPartition,
  eventPrefix,
  figureHistoryKey,
  figuresPartition,
  linkPrefix,
  tallyPrefix,
  teamKey,
} from '../dynamodb/keys.ts';
import { queryAll, toExpression } from '../dynamodb/operations.ts';
import { incidentIndexKeys } from '../records/commit.ts';
import { type Correction, correctionSchema } from '../records/corrections.ts';
import { teamSchema } from '../records/members.ts';
import { muteSchema } from '../records/mutes.ts';
import { occurrenceOf } from '../records/nearby.ts';
import { indexed } from '../records/reports.ts';
import { parseTally } from '../records/tallies.ts';
import {
  changedItem,
  checkChanges,
  checkHistory,
  checkLinks,
  checkListing,
  checkMade,
  checkSteps,
  checkTallies,
  type Difference,
  incidentLife,
  reportLife,
  type WholeIncident,
} from './checks.ts';

/** What was looked at, and what differs. */
export type Verification = Readonly<{
  chains: number;
  events: number;
  incidents: number;
  tallies: number;
  differences: readonly Difference[];
}>;

/** The records table, and the rules by which its incidents are made. */
export type Verified = Pick<StoreContext, 'client' | 'rules'> & Readonly<{ table: string }>;

/** So many partitions are read at once. */
const parallel = 8;

/** What a walk through the table gathers, to be compared at its end. */
type Walk = Readonly<{
  differences: Difference[];
  reports: Report[];
  incidents: WholeIncident[];
  tallies: { scope: string; tally: Tally }[];
  changes: Correction[];
  /** Histories of figures, by partition; the figures themselves are listed together, apart from them. */
  figures: Map<string, { thing: object; head: unknown }>;
  figureHistories: Map<string, readonly Event[]>;
  counts: { chains: number; events: number };
}>;

/**
 * Walks everything in the records table: each history from its first event, each thing against the last event of its own,
 * each step against the life cycle, each incident against what its links make, each report against its incident, what
 * readers are told of changes against the histories, and all tallies against a recount. It reads the whole table, and
 * what is written meanwhile may show as a difference.
 */
export const verify = async (verified: Verified): Promise<Verification> => {
  const walk: Walk = {
    differences: [],
    reports: [],
    incidents: [],
    tallies: [],
    changes: [],
    figures: new Map(),
    figureHistories: new Map(),
    counts: { chains: 0, events: 0 },
  };
  const waiting = await partitions(verified);
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let pk = waiting.pop(); pk !== undefined; pk = waiting.pop())
        look(walk, pk, await partition(verified, pk), verified);
    }),
  );
  const { reports, incidents, tallies, changes, figures, figureHistories } = walk;
  for (const pk of new Set([...figures.keys(), ...figureHistories.keys()]))
    chain(walk, pk, figureHistories.get(pk) ?? [], figures.get(pk));
  return {
    ...walk.counts,
    incidents: incidents.length,
    tallies: tallies.length,
    differences: [
      ...walk.differences,
      ...checkLinks(reports, incidents),
      ...checkChanges(changes, incidents),
      ...checkTallies(tallies, incidents),
    ],
  };
};

/** One partition: what is wrong with it by itself, and what is compared at the end. */
const look = (walk: Walk, pk: string, items: readonly Raw[], { rules }: Verified): void => {
  /** The items that have a shape; the others are differences. */
  const read = <Schema extends z.ZodMiniType>(schema: Schema, chosen: readonly Raw[]) =>
    chosen.flatMap(raw => {
      const result = schema.safeParse(unmarshall(raw));
      if (!result.success) walk.differences.push(changedItem(raw));
      return result.success ? [{ raw, thing: result.data, head: unmarshall(raw).head as unknown }] : [];
    });
  const at = (sk: string) => items.filter(item => item.sk?.S === sk);
  const below = (prefix: string) => items.filter(item => item.sk?.S?.startsWith(prefix));
  const historyOf = () => read(eventSchema, below(eventPrefix)).map(({ thing }) => thing);

  const [kind] = pk.split('#');
  switch (kind) {
    case 'REPORT': {
      const [found] = read(reportSchema, at('REPORT'));
      const history = historyOf();
      chain(walk, pk, history, found);
      walk.differences.push(...checkSteps(pk, history, reportLife));
      if (!found) return;
      walk.reports.push(found.thing);
      walk.differences.push(...checkListing(found.raw, found.thing, indexed(found.thing)));
      return;
    }
    case 'INCIDENT': {
      const [found] = read(incidentSchema, at('INCIDENT'));
      const history = historyOf();
      chain(walk, pk, history, found);
      walk.differences.push(...checkSteps(pk, history, incidentLife));
      const links = read(contributionSchema, below(linkPrefix));
      for (const { raw, thing } of links)
        walk.differences.push(...checkListing(raw, thing, occurrenceOf(thing.answers)));
      if (!found) return;
      const made: readonly Contribution[] = links.map(({ thing }) => thing);
      walk.incidents.push({ incident: found.thing, links: made, history });
      walk.differences.push(
        ...checkListing(found.raw, found.thing, incidentIndexKeys(found.thing)),
        ...checkMade(found.thing, made, rules.delay),
      );
      return;
    }
    case 'REPORTER':
      chain(walk, pk, historyOf(), read(muteSchema, at('REPORTER'))[0]);
      return;
    case teamKey.pk:
      chain(walk, pk, historyOf(), read(teamSchema, at(teamKey.sk))[0]);
      return;
    case 'FIGURE':
      walk.figureHistories.set(pk, historyOf());
      return;
    case figuresPartition:
      for (const { thing, head } of read(figureSchema, items))
        walk.figures.set(figureHistoryKey(thing.id).pk, { thing, head });
      return;
    case changesPartition:
      walk.changes.push(...read(correctionSchema, items).map(({ thing }) => thing));
      return;
    case 'TALLY':
      for (const raw of items) {
        try {
          walk.tallies.push({ scope: pk.slice(tallyPrefix.length), tally: parseTally(raw) });
        } catch (error) {
          if (!(error instanceof CorruptItem)) throw error;
          walk.differences.push(changedItem(raw));
        }
      }
      return;
    default:
      walk.differences.push({ where: pk, what: 'is nothing that is ever written' });
  }
};

const chain = (
  { differences, counts }: Walk,
  pk: string,
  history: readonly Event[],
  now: Readonly<{ thing: object; head: unknown }> | undefined,
): void => {
  counts.chains += 1;
  counts.events += history.length;
  differences.push(...checkHistory(pk, history, now));
};

const partition = ({ client, table }: Verified, pk: string): Promise<readonly Raw[]> => {
  const expression = '#pk = :pk';
  return queryAll(client, {
    TableName: table,
    KeyConditionExpression: expression,
    ...toExpression(expression, { ':pk': pk }),
    ConsistentRead: true,
  });
};

/** Every partition of the table, by a scan of its keys. */
const partitions = async ({ client, table }: Verified): Promise<string[]> => {
  const names = new Set<string>();
  let start: Raw | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ProjectionExpression: 'pk',
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    for (const { pk } of page.Items ?? []) if (pk?.S !== undefined) names.add(pk.S);
    start = page.LastEvaluatedKey;
  } while (start);
  return [...names];
};
