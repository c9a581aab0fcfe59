import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod/mini';
import { canonical, type Event, eventSchema, verifyChain } from '../report/event.ts';
import { amended, type Incident, incidentSchema } from '../report/incident.ts';
import { eventOf, incidentSteps, reportSteps } from '../report/lifecycle.ts';
import { type Link, linkSchema } from '../report/link.ts';
import { type Report, reportSchema } from '../report/report.ts';
import { figureSchema } from '../summary/figure.ts';
import { type Counters, nothing, sum, tallyChanges } from '../summary/tally.ts';
import { indexedIncident } from './change.ts';
import { type Change, changeSchema, isTold } from './changes.ts';
import type { Raw } from './item.ts';
import { changesPartition, eventPrefix, figuresPartition, linkPrefix, tallyPrefix } from './keys.ts';
import { teamSchema } from './members.ts';
import { muteSchema } from './mutes.ts';
import { occurrenceOf } from './occurrence.ts';
import { indexed } from './reports.ts';
import type { Room } from './room.ts';
import { expressed, queryAll } from './table.ts';
import { parseTally } from './tallies.ts';

/** Something stored that is not what it must be: where (a key, no content), and what is wrong with it. */
export type Difference = Readonly<{ where: string; what: string }>;

/** What was looked at. */
export type Verification = Readonly<{
  chains: number;
  events: number;
  incidents: number;
  tallies: number;
  differences: readonly Difference[];
}>;

/** The records table, and the rules by which its incidents are made. */
export type Verified = Pick<Room, 'client' | 'rules'> & Readonly<{ table: string }>;

/** So many partitions are read at once. */
const parallel = 8;

/**
 * Walks everything in the records table: each history from its first event, each thing against the last event of its own,
 * each step against the life cycle, each incident against what its links make, each report against its incident, and all
 * tallies against a recount. It reads the whole table, and what is written meanwhile may show as a difference.
 */
export const verify = async (room: Verified): Promise<Verification> => {
  const differences: Difference[] = [];
  const told = (where: string, what: string) => differences.push({ where, what });
  const recount = new Map<string, Counters>();
  const reports = new Map<string, Report>();
  const links = new Map<string, Readonly<{ incident: string; status: Incident['status'] }>>();
  const figures = new Map<string, object>();
  const figureChains = new Set<string>();
  const tallies: Raw[] = [];
  const changes: Change[] = [];
  /** What readers must have been told of, by incident and version. */
  const changed = new Map<string, Event>();
  let [chains, events, incidents] = [0, 0, 0];

  const look = async (pk: string): Promise<void> => {
    const items = await partition(room, pk);
    if (pk.startsWith(tallyPrefix)) {
      tallies.push(...items);
      return;
    }
    if (pk === changesPartition) {
      for (const item of items) {
        const change = read(changeSchema, item);
        if (change) changes.push(change);
        else told(nameOf(item), 'is not what was once written');
      }
      return;
    }
    if (pk === figuresPartition) {
      for (const item of items) {
        const figure = read(figureSchema, item);
        if (figure) figures.set(figure.id, { figure, head: unmarshall(item).head });
        else told(nameOf(item), 'is not what was once written');
      }
      return;
    }
    const history: Event[] = [];
    for (const item of items.filter(({ sk }) => sk?.S?.startsWith(eventPrefix))) {
      const event = read(eventSchema, item);
      if (event) history.push(event);
      else told(nameOf(item), 'is not what was once written');
    }
    const kind = pk.slice(0, pk.indexOf('#') + 1 || undefined);
    const schema = schemas[kind as keyof typeof schemas];
    if (!schema) {
      if (kind === 'FIGURE#') figureChains.add(pk);
      if (kind === 'FIGURE#') checkChain(pk, history, figureOf(pk));
      return;
    }
    const raw = items.find(({ sk }) => sk?.S === schema.sk);
    const thing = raw && read(schema.shape, raw);
    if (!raw || !thing)
      return void told(pk, raw ? 'is not what was once written' : 'has a history, and is gone');
    checkChain(pk, history, { thing, head: unmarshall(raw).head });
    if (kind === 'REPORT#') {
      const report = thing as Report;
      reports.set(report.id, report);
      checkSteps(pk, history, reportLife);
      checkAttributes(raw, report, indexed(report));
    }
    if (kind === 'INCIDENT#') {
      incidents += 1;
      const incident = thing as Incident;
      checkSteps(pk, history, incidentLife);
      let status: string | undefined;
      for (const event of history) {
        if (isTold(event, status)) changed.set(`${incident.id} ${event.n}`, event);
        status = String(event.changes.status?.new ?? status);
      }
      checkAttributes(raw, incident, indexedIncident(incident));
      const made: Link[] = [];
      for (const item of items.filter(({ sk }) => sk?.S?.startsWith(linkPrefix))) {
        const link = read(linkSchema, item);
        if (link) {
          made.push(link);
          checkAttributes(item, link, occurrenceOf(link.answers));
        }
        if (!link) told(nameOf(item), 'is not what was once written');
      }
      checkLinks(incident, made);
      for (const { scope, bucket, phase, munition, add } of tallyChanges(undefined, incident)) {
        const key = [scope, bucket, phase, munition].join(' ');
        recount.set(key, sum(recount.get(key) ?? nothing, add));
      }
    }
  };

  const figureOf = (pk: string) => figures.get(pk.slice(pk.indexOf('#') + 1)) as Headed | undefined;

  const checkChain = (pk: string, history: readonly Event[], headed: Headed | undefined): void => {
    chains += 1;
    events += history.length;
    const thing = headed && ('figure' in headed ? headed.figure : headed.thing);
    const verdict = verifyChain(history, thing);
    if (verdict.kind === 'broken') told(`${pk} ${eventPrefix}${verdict.n}`, brokenBecause[verdict.why]);
    else if (headed?.head !== history.at(-1)?.hash) told(pk, 'names another last event than its history has');
  };

  /** Each event leads from the status before it by a step of the life cycle, and the last one to the present. */
  const checkSteps = (pk: string, history: readonly Event[], life: Life): void => {
    let status: string | undefined;
    for (const { n, kind, changes } of history) {
      const to = changes.status?.new ?? status ?? life.first;
      const isStep =
        status === undefined ? life.begins(kind, String(to)) : life.leads(status, kind, String(to));
      if (!isStep) return void told(`${pk} ${eventPrefix}${n}`, 'is no step that the life cycle has');
      status = String(to);
    }
  };

  /** The attributes by which something is found are those that it should have. */
  const checkAttributes = (raw: Raw, thing: object, wanted: object): void => {
    const known = new Set(['pk', 'sk', 'head', ...Object.keys(thing)]);
    const stored = Object.fromEntries(
      Object.entries(unmarshall(raw)).filter(([name]) => !known.has(name) || name in wanted),
    );
    if (canonical(stored) !== canonical({ ...wanted }))
      told(nameOf(raw), 'is listed where it should not be, or not where it should');
  };

  const checkLinks = (incident: Incident, made: readonly Link[]): void => {
    const pk = `INCIDENT#${incident.id}`;
    for (const { id } of made)
      if (incident.status !== 'retracted') {
        if (links.has(id)) told(`${pk} ${linkPrefix}${id}`, 'is a report of another incident too');
        links.set(id, { incident: incident.id, status: incident.status });
      }
    if (incident.status === 'retracted') return;
    if (made.length === 0) return void told(pk, 'is made of no report');
    const { delay } = room.rules;
    const again = amended(incident, made, { at: incident.changedAt, delay });
    // When it is released may have been decided by rules that have changed since.
    const content = ({ version: _, releaseAt: __, ...rest }: Incident) => canonical(rest);
    if (content(again) !== content(incident)) told(pk, 'is not what its reports make');
  };

  // Figures first: their histories are beside them, not with them.
  const all = await partitions(room);
  for (const pk of all.filter(name => name === figuresPartition)) await look(pk);
  const waiting = all.filter(name => name !== figuresPartition);
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let pk = waiting.pop(); pk !== undefined; pk = waiting.pop()) await look(pk);
    }),
  );
  for (const id of figures.keys())
    if (!figureChains.has(`FIGURE#${id}`)) told(`FIGURE#${id}`, 'has no history');
  for (const [id, { incident }] of links)
    if (reports.get(id)?.incident !== incident)
      told(`INCIDENT#${incident} ${linkPrefix}${id}`, 'is a report that names another incident, or none');
  for (const { id, status, incident } of reports.values())
    if (status === 'rejected' || status === 'withdrawn') {
      if (links.has(id)) told(`REPORT#${id}`, 'is not approved, and an incident rests on it');
    } else if (status === 'approved' && incident === undefined)
      told(`REPORT#${id}`, 'is approved into no incident');
  for (const { incident, version, at, kind } of changes) {
    const event = changed.get(`${incident} ${version}`);
    if (event?.kind !== kind || event.at !== at)
      told(`${changesPartition} ${at} ${incident}`, 'tells of a change that no history has');
    changed.delete(`${incident} ${version}`);
  }
  for (const change of changed.keys()) told(`${changesPartition} ${change}`, 'is missing');
  checkTallies(tallies, recount, told);
  return { chains, events, incidents, tallies: tallies.length, differences };
};

type Headed = Readonly<{ head: unknown } & ({ thing: object } | { figure: object })>;

/** What has a history in its own partition: the sort key of the thing itself, and its shape. */
const schemas = {
  'REPORT#': { sk: 'REPORT', shape: reportSchema },
  'INCIDENT#': { sk: 'INCIDENT', shape: incidentSchema },
  'REPORTER#': { sk: 'REPORTER', shape: muteSchema },
  TEAM: { sk: 'TEAM', shape: teamSchema },
} as const;

const brokenBecause = {
  gap: 'is not the event that follows',
  link: 'does not hold the hash of the event before it',
  hash: 'was changed: its hash is another',
  state: 'does not describe what is there now',
} as const;

type Life = Readonly<{
  first: string;
  begins: (kind: string, to: string) => boolean;
  leads: (from: string, kind: string, to: string) => boolean;
}>;

const reportLife: Life = {
  first: 'submitted',
  begins: (kind, to) => kind === 'submitted' && to === 'submitted',
  leads: (from, kind, to) =>
    Object.entries(reportSteps[from as Report['status']] ?? {}).some(
      ([step, status]) => eventOf[step as keyof typeof eventOf] === kind && status === to,
    ),
};

const incidentEvents = {
  amend: 'amended',
  hold: 'held',
  publish: 'published',
  retract: 'retracted',
} as const;

const incidentLife: Life = {
  first: 'embargoed',
  begins: (kind, to) => kind === to && (to === 'embargoed' || to === 'published'),
  leads: (from, kind, to) =>
    Object.entries(incidentSteps[from as Incident['status']] ?? {}).some(
      ([step, status]) => incidentEvents[step as keyof typeof incidentEvents] === kind && status === to,
    ),
};

const checkTallies = (
  tallies: readonly Raw[],
  recount: Map<string, Counters>,
  told: (where: string, what: string) => void,
): void => {
  for (const raw of tallies) {
    const scope = (raw.pk?.S ?? '').slice(tallyPrefix.length);
    try {
      const { bucket, cells } = parseTally(raw);
      for (const { phase, munition, counters } of cells) {
        const key = [scope, bucket, phase, munition].join(' ');
        const wanted = recount.get(key) ?? nothing;
        for (const [counter, value] of flatCounters(counters))
          if (value !== flatCounters(wanted).get(counter))
            told(
              `${nameOf(raw)} ${phase} ${munition} ${counter}`,
              `is ${value}, and a recount gives ${flatCounters(wanted).get(counter)}`,
            );
        recount.delete(key);
      }
    } catch {
      told(nameOf(raw), 'is not what was once written');
    }
  }
  for (const [key, wanted] of recount)
    if (canonical(wanted) !== canonical(nothing)) told(`${tallyPrefix}${key}`, 'is missing');
};

const flatCounters = (counters: Counters): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(counters).flatMap(([name, value]) =>
      typeof value === 'number'
        ? [[name, value] as const]
        : Object.entries(value).map(([part, n]) => [`${name}.${part}`, n] as const),
    ),
  );

const nameOf = ({ pk, sk }: Raw): string => `${pk?.S} ${sk?.S}`;

const read = <Schema extends z.ZodMiniType>(schema: Schema, raw: Raw): z.output<Schema> | undefined =>
  schema.safeParse(unmarshall(raw)).data;

const partition = ({ client, table }: Verified, pk: string) => {
  const expression = '#pk = :pk';
  return queryAll(client, {
    TableName: table,
    KeyConditionExpression: expression,
    ...expressed(expression, { ':pk': pk }),
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
