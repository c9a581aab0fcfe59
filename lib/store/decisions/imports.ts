import { newIncidentId } from '../../identity/receipt.ts';
import type { Sighting } from '../../incident/duplicate.ts';
import type { Report } from '../../report/report.ts';
import { type Approval, bringIn } from '../../review/bring-in.ts';
import type { Changes } from '../../review/changes.ts';
import type { IncidentTarget } from '../../review/review.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseAllReadable, parseItem, type Raw } from '../dynamodb/item.ts';
import { contributionPrefix } from '../dynamodb/keys.ts';
import { queryAll, scanEach } from '../dynamodb/query.ts';
import { readKeys } from '../keys/report-keys.ts';
import { contributionShape, openContribution } from '../records/incidents.ts';
import { readStoredIds } from '../records/reports.ts';
import { commitDecision, type Reader } from './commit.ts';

/** A report to be brought in, and the incident that it goes into if it is approved with that. */
export type Incoming = Readonly<{ report: Report; into: IncidentTarget }>;

/** What became of reports, by id: stored now, or there before. */
type Brought = Readonly<{ written: readonly string[]; there: readonly string[] }>;

/** A report of an incident that there is. `voice` names its reporter within that incident. */
export type Known = Readonly<{ incident: string; voice: string; answers: Sighting }>;

/** What a data set of others brings in. */
export type Imports = Readonly<{
  /** Those of these reports that are stored, erased ones too. */
  known: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /**
   * Stores reports of one data set that are not there yet, with their first events and keys, all in one transaction, or as
   * few as hold them. With an approval each is approved into its incident in the same transaction; two that go into one
   * incident that there is, one after the other. Whether the data set is muted is not looked at here: every transaction would
   * be at the same item.
   */
  bring: (incoming: readonly Incoming[], approval?: Approval) => Promise<Brought>;
  /** What is approved of a day and region. */
  approvedAt: (when: When) => Promise<readonly Known[]>;
  /** Of which days and regions anything is approved, by `whenKey`: one look through the index, whatever is asked later. */
  approvedWhen: () => Promise<ReadonlySet<string>>;
}>;

/** A day (or month, or undated) and a region, as `nearbyKeysOf` names them. */
type When = Readonly<{ nearby: string; area: string }>;
export const whenKey = ({ nearby, area }: When): string => `${nearby} ${area}`;

/** So many contributions of a day and region are compared. */
const mostCompared = 3000;

export const createImports = (context: StoreContext): Imports => {
  const bring: Imports['bring'] = async (incoming, approval) => {
    const brought = await bringAtOnce(context, incoming, approval);
    if (brought !== 'too_large') return brought;
    if (incoming.length === 1) throw new Error('One report is more than a transaction holds.');
    const half = Math.ceil(incoming.length / 2);
    const first = await bring(incoming.slice(0, half), approval);
    const second = await bring(incoming.slice(half), approval);
    return {
      written: [...first.written, ...second.written],
      there: [...first.there, ...second.there],
    };
  };
  return {
    known: ids => readStoredIds(context, ids),
    bring,
    approvedAt: async ({ nearby, area }) => {
      const raws = await queryAll(
        context.client,
        {
          table: context.tables.records,
          index: 'nearby',
          expression: '#nearby = :nearby AND #area = :area',
          values: { ':nearby': nearby, ':area': area },
        },
        mostCompared,
      );
      const stored = parseAllReadable(parseContribution, raws).items;
      const keys = await readKeys(
        context,
        stored.map(({ item }) => item.id),
      );
      return stored.flatMap(({ incident, item }) => {
        const key = keys.get(item.id);
        if (!key) return [];
        const { answers, reporter: voice } = openContribution(key, incident, item);
        return { incident, voice, answers };
      });
    },
    approvedWhen: () =>
      scanEach(
        context.client,
        { table: context.tables.records, index: 'nearby', attributes: ['sk', 'nearby', 'area'] },
        ({ sk, nearby, area }) =>
          sk?.S?.startsWith(contributionPrefix)
            ? whenKey({ nearby: nearby?.S ?? '', area: area?.S ?? '' })
            : undefined,
      ),
  };
};

/** A contribution with its incident; undefined for a report that waits. */
const parseContribution = (raw: Raw) => {
  const { pk: { S: key = '' } = {}, sk: { S: sk = '' } = {} } = raw;
  return sk.startsWith(contributionPrefix)
    ? { incident: key.slice(key.indexOf('#') + 1), item: parseItem(contributionShape, raw) }
    : undefined;
};

const bringAtOnce = (
  context: StoreContext,
  incoming: readonly Incoming[],
  approval: Approval | undefined,
): Promise<Brought | 'too_large'> => {
  const ids = incoming.map(({ report }) => report.id);
  let attempts = 0;
  return commitDecision<Brought | 'too_large'>(context, async read => {
    attempts += 1;
    // Who asks first whether they are there is told so by the conditions; looking is for what was refused.
    const stored = attempts === 1 ? new Set<string>() : await read.stored(ids);
    const fresh = incoming.filter(({ report }) => !stored.has(report.id));
    const there = ids.filter(id => stored.has(id));
    const written = fresh.map(({ report }) => report.id);
    if (fresh.length === 0) return { result: { written, there } };
    const changes = await Promise.all(fresh.map(one => changesOf(context, read, one, approval)));
    return {
      result: { written, there },
      changes: {
        created: changes.flatMap(({ created = [] }) => created),
        incidents: changes.flatMap(({ incidents = [] }) => incidents),
      },
      ifTooLarge: 'too_large',
    };
  });
};

/** Where the incident that it was to join is gone, it makes one of its own. */
const changesOf = async (
  { rules, random, identity: { voiceWithin } }: StoreContext,
  read: Reader,
  { report, into }: Incoming,
  approval: Approval | undefined,
): Promise<Changes> => {
  const incident = approval && into.kind === 'existing' ? await read.incident(into.incident) : undefined;
  const drawn = { ...rules, random: random() };
  const changes = bringIn({ report, into, incident, rules: drawn }, approval, voiceWithin);
  if (changes !== 'lost') return changes;
  const alone = bringIn(
    { report, into: { kind: 'new', incident: newIncidentId() }, rules: drawn },
    approval,
    voiceWithin,
  );
  if (alone === 'lost') throw new Error('A report of one data set was refused a new incident.');
  return alone;
};
