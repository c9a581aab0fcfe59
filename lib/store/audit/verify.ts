import type * as z from 'zod/mini';
import type { Event } from '../../history/event.ts';
import type { Contribution } from '../../incident/contribution.ts';
import type { Correction } from '../../incident/correction.ts';
import { nearbyKeysOf } from '../../incident/nearby.ts';
import type { Report } from '../../report/report.ts';
import { teamShape } from '../chats/members.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { eventShape } from '../dynamodb/history.ts';
import {
  keyText,
  parseItem,
  parseReadable,
  type Raw,
  rawKey,
  type Shape,
  toPlain,
} from '../dynamodb/item.ts';
import {
  contributionPrefix,
  correctionsPartition,
  eventPrefix,
  figureHistoryKey,
  figuresPartition,
  formerTallies,
  reportKeyKey,
  teamKey,
} from '../dynamodb/keys.ts';
import { queryAll, scanPartitions } from '../dynamodb/query.ts';
import { readKeys } from '../keys/report-keys.ts';
import { correctionShape } from '../records/corrections.ts';
import { figureShape } from '../records/figures.ts';
import {
  contributionShape,
  incidentIndexKeys,
  incidentShape,
  openContribution,
  parseIncident,
  type StoredContribution,
} from '../records/incidents.ts';
import { muteShape } from '../records/mutes.ts';
import { reportIndexKeys, reportShape } from '../records/reports.ts';
import { parseTally, tallyShape } from '../records/tallies.ts';
import {
  checkContributions,
  checkCorrections,
  checkDerived,
  checkHistory,
  checkIndexKeys,
  checkSteps,
  checkTallies,
  type Difference,
  incidentLife,
  reportLife,
  type StoredTally,
  unreadableItem,
  type WholeIncident,
} from './checks.ts';
import { revivedKeys } from './erased.ts';

/** What was looked at, and what differs. */
type Verification = Readonly<{
  chains: number;
  events: number;
  incidents: number;
  tallies: number;
  differences: readonly Difference[];
}>;

/** The tables, and what opens them. */
export type Verified = Pick<StoreContext, 'client' | 'tables' | 'identity'>;

/** Partitions read at once. */
const parallel = 8;

/** What a walk through the table gathers, to be compared at its end. */
type Walk = Readonly<{
  verified: Verified;
  differences: Difference[];
  reports: Pick<Report, 'id' | 'status' | 'incident'>[];
  incidents: WholeIncident[];
  tallies: StoredTally[];
  corrections: Correction[];
  /** Figures and their histories are in different partitions; both by that of the history. */
  figures: Map<string, Found<object>>;
  figureHistories: Map<string, readonly Event[]>;
  counts: { chains: number; events: number };
}>;

/** A stored item that could be read. */
type Found<Thing> = Readonly<{ raw: Raw; thing: Thing; head: string | undefined }>;

/**
 * Walks everything in the records table: each history from its first event, each thing against the last event of its own,
 * each step against the life cycle, each incident against what its contributions make, each report against its incident,
 * corrections against the histories, and all tallies against a recount. It reads the whole table, and what is written
 * meanwhile may show as a difference. Reports are checked as they are stored, sealed or erased; contributions are opened. No erased
 * report may have a key.
 */
export const verify = async (verified: Verified): Promise<Verification> => {
  const { client, tables } = verified;
  const walk: Walk = {
    verified,
    differences: [],
    reports: [],
    incidents: [],
    tallies: [],
    corrections: [],
    figures: new Map(),
    figureHistories: new Map(),
    counts: { chains: 0, events: 0 },
  };
  const waiting = [...(await scanPartitions(client, tables.records))];
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let pk = waiting.pop(); pk !== undefined; pk = waiting.pop()) {
        const check = partitionChecks[pk.split('#')[0] ?? ''];
        if (check) await check(walk, pk, await readPartition(verified, pk));
        else walk.differences.push({ where: pk, what: 'is nothing that is ever written' });
      }
    }),
  );
  const { reports, incidents, tallies, corrections, figures, figureHistories } = walk;
  for (const pk of new Set([...figures.keys(), ...figureHistories.keys()]))
    checkChain(walk, pk, figureHistories.get(pk) ?? [], figures.get(pk));
  return {
    ...walk.counts,
    incidents: incidents.length,
    tallies: tallies.length,
    differences: [
      ...walk.differences,
      ...checkContributions(reports, incidents),
      ...checkCorrections(corrections, incidents),
      ...checkTallies(tallies, incidents),
      ...(await revivedKeys(verified)).map(id => ({
        where: keyText(rawKey(reportKeyKey(id))),
        what: 'is the key of a report that was erased',
      })),
    ],
  };
};

const readPartition = ({ client, tables }: Verified, pk: string): Promise<readonly Raw[]> =>
  queryAll(client, {
    table: tables.records,
    expression: '#pk = :pk',
    values: { ':pk': pk },
    consistent: true,
  });

type PartitionCheck = (walk: Walk, pk: string, items: readonly Raw[]) => void | Promise<void>;

const checkReport: PartitionCheck = (walk, pk, items) => {
  const [found] = readAll(walk, reportShape, at(items, 'REPORT'));
  const history = historyIn(walk, items);
  checkChain(walk, pk, history, found);
  walk.differences.push(...checkSteps(pk, history, reportLife));
  if (!found) return;
  const { raw, thing } = found;
  walk.reports.push(thing);
  walk.differences.push(...checkIndexKeys(raw, toPlain(reportShape, raw), thing, reportIndexKeys(thing)));
};

const checkIncident: PartitionCheck = async (walk, pk, items) => {
  const [found] = readAll(walk, incidentShape, at(items, 'INCIDENT'));
  const history = historyIn(walk, items);
  checkChain(walk, pk, history, found);
  walk.differences.push(...checkSteps(pk, history, incidentLife));
  const contributions = readAll(walk, contributionShape, below(items, contributionPrefix));
  for (const { raw, thing } of contributions)
    walk.differences.push(
      ...checkIndexKeys(raw, toPlain(contributionShape, raw), thing, nearbyKeysOf(thing)),
    );
  if (!found) return;
  const { raw, thing } = found;
  const incident = parseIncident(raw);
  const made = await openAll(walk, pk, contributions);
  walk.incidents.push({ incident, contributions: made, history });
  walk.differences.push(
    ...checkIndexKeys(raw, toPlain(incidentShape, raw), thing, incidentIndexKeys(incident)),
    ...checkDerived(incident, made),
  );
};

/** The contributions to an incident. One that cannot be opened is a difference. */
const openAll = async (
  { verified, differences }: Walk,
  pk: string,
  found: readonly Found<StoredContribution>[],
): Promise<readonly Contribution[]> => {
  const keys = await readKeys(
    verified,
    found.map(({ thing }) => thing.id),
  );
  const incident = pk.slice(pk.indexOf('#') + 1);
  return found.flatMap(({ raw, thing }) => {
    const key = keys.get(thing.id);
    const opened = key && parseReadable(() => openContribution(key, incident, thing), raw);
    if (!opened)
      differences.push({ where: keyText(raw), what: 'cannot be opened: its key is gone, or another' });
    return opened ?? [];
  });
};

/** How each kind of partition is checked, by what its key begins with. */
const partitionChecks: Readonly<Record<string, PartitionCheck>> = {
  REPORT: checkReport,
  INCIDENT: checkIncident,
  REPORTER: (walk, pk, items) =>
    checkChain(walk, pk, historyIn(walk, items), readAll(walk, muteShape, at(items, 'REPORTER'))[0]),
  [teamKey.pk]: (walk, pk, items) =>
    checkChain(walk, pk, historyIn(walk, items), readAll(walk, teamShape, at(items, teamKey.sk))[0]),
  FIGURE: (walk, pk, items) => {
    walk.figureHistories.set(pk, historyIn(walk, items));
  },
  [figuresPartition]: (walk, _, items) => {
    for (const found of readAll(walk, figureShape, items))
      walk.figures.set(figureHistoryKey(found.thing.id).pk, found);
  },
  [correctionsPartition]: (walk, _, items) => {
    walk.corrections.push(...readAll(walk, correctionShape, items).map(({ thing }) => thing));
  },
  [formerTallies]: () => {},
  CELL: (walk, _, items) => {
    for (const raw of items) {
      const tally = parseReadable(parseTally, raw);
      if (!tally) {
        walk.differences.push(unreadableItem(raw));
        continue;
      }
      const { pk: _pk, sk: _sk, changedAt: _changedAt, ...counters } = toPlain(tallyShape, raw);
      walk.tallies.push({ where: keyText(raw), counters });
    }
  },
};

/** Those of some items that can be read; the others are differences. */
const readAll = <Schema extends z.ZodMiniType>(
  { differences }: Walk,
  shape: Shape<Schema>,
  items: readonly Raw[],
): readonly Found<z.output<Schema>>[] =>
  items.flatMap(raw => {
    const thing = parseReadable(one => parseItem(shape, one), raw);
    if (thing === undefined) differences.push(unreadableItem(raw));
    return thing === undefined ? [] : [{ raw, thing, head: raw.head?.S }];
  });

const at = (items: readonly Raw[], sk: string) => items.filter(item => item.sk?.S === sk);
const below = (items: readonly Raw[], prefix: string) => items.filter(item => item.sk?.S?.startsWith(prefix));

const historyIn = (walk: Walk, items: readonly Raw[]): readonly Event[] =>
  readAll(walk, eventShape, below(items, eventPrefix)).map(({ thing }) => thing);

const checkChain = (
  { differences, counts }: Walk,
  pk: string,
  history: readonly Event[],
  now: Found<object> | undefined,
): void => {
  counts.chains += 1;
  counts.events += history.length;
  differences.push(...checkHistory(pk, history, now));
};
