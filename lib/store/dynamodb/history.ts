import { type Event, type EventDraft, eventSchema, nextEvent, type Verdict } from '../../history/event.ts';
import { keyOfAll, type ReportKey } from '../../identity/sealing.ts';
import type { StoreContext } from './context.ts';
import { CorruptItem } from './errors.ts';
import { keyText, parseAllReadable, parseItem, type Raw, type Readable, type Shape, stamp } from './item.ts';
import { eventKey, eventPrefix, type Key } from './keys.ts';
import { absent, putWrite, read, unchangedSince, type Write } from './operations.ts';
import { queryAll } from './query.ts';
import { sealAs, unsealAs } from './sealed.ts';

/**
 * The events of a history, opened, and whether it is what was once written. Where events cannot be read, the verdict says no
 * more than that.
 */
export type CheckedEvents = Readonly<{ events: readonly Event[]; verdict: Verdict; unreadable: number }>;

export const eventShape = { kind: 'event', version: 1, schema: eventSchema } as const satisfies Shape;

/** A version of something that has a history, as it is stored. */
type Versioned = Readonly<{ version: number }>;

/** What was stored of something that has a history: its version, and the hash of its last event. */
export type Head = Readonly<{ version: number; hash: string }>;

/**
 * The writes of a new version of something and of the event that made it, which has the same number. `head`, the hash of
 * that event, is stored beside the thing itself, so that its chain is continued without being read. Both writes are refused
 * if the thing is not, or not any more, what `before` says; undefined: it is new.
 */
export const versionWrites = (
  table: string,
  { key, historyKey = key }: Readonly<{ key: Key; historyKey?: Key }>,
  shape: Shape,
  thing: Versioned,
  {
    before,
    event: draft,
    indexKeys,
  }: Readonly<{ before: Head | undefined; event: EventDraft; indexKeys?: object }>,
): readonly Write[] => {
  const last = before && { n: before.version, hash: before.hash };
  const event = nextEvent(last, draft, thing);
  const content = stamp(shape, { ...thing, head: event.hash, ...indexKeys });
  return [
    putWrite(table, key, content, unchangedSince(before?.version)),
    putWrite(table, eventKey(historyKey, event.n), stamp(eventShape, event), absent),
  ];
};

/**
 * The writes of something new that comes in a later version at once: itself as it is then, and an event for each version
 * that it has been. Both are refused if it is there already.
 */
export const newWrites = (
  table: string,
  key: Key,
  shape: Shape,
  versions: readonly Readonly<{ thing: Versioned; event: EventDraft }>[],
  indexKeys: object,
): readonly Write[] => {
  const events: Event[] = [];
  for (const { thing, event } of versions) events.push(nextEvent(events.at(-1), event, thing));
  const content = stamp(shape, { ...versions.at(-1)?.thing, head: events.at(-1)?.hash, ...indexKeys });
  return [
    putWrite(table, key, content, absent),
    ...events.map(event => putWrite(table, eventKey(key, event.n), stamp(eventShape, event), absent)),
  ];
};

/** What moderators did, and what the public learns: all other changes of a report are sealed in its history. */
const openChanges: readonly string[] = ['status', 'claim', 'incident', 'checklist'];

const changesSchema = eventSchema.shape.changes;
const sealedField = (report: string, n: number) => ({ report, field: `event ${n}` });

/** The event `n` of a report as it may be stored. */
export const sealEvent = (
  key: ReportKey,
  report: string,
  n: number,
  { changes = {}, ...event }: EventDraft,
): EventDraft => {
  const entries = Object.entries(changes);
  const hidden = entries.filter(([field]) => !openChanges.includes(field));
  return {
    ...event,
    changes: Object.fromEntries(entries.filter(([field]) => openChanges.includes(field))),
    sealed:
      hidden.length > 0
        ? sealAs(key, sealedField(report, n), changesSchema, Object.fromEntries(hidden))
        : undefined,
  };
};

/** An event with all of its changes. It no longer has its hash's content: verify a history before opening it. */
export const openEvent = (key: ReportKey, report: string, { sealed, ...event }: Event): Event =>
  sealed === undefined
    ? event
    : {
        ...event,
        changes: {
          ...event.changes,
          ...unsealAs(key, sealedField(report, event.n), changesSchema, sealed),
        },
      };

/**
 * What is stored in clear of the changes of an incident: what moderators and the clock did. The rest follows from its
 * reports, and goes with any of them.
 */
const openIncidentChanges: readonly string[] = [
  'status',
  'reportCount',
  'assessment',
  'hold',
  'approvedAt',
  'releaseAt',
  'publishedAt',
  'retraction',
  'mergedInto',
];

/**
 * The event `n` of an incident that is, or was, made of these reports, as it may be stored: which fields changed in clear,
 * their values under the keys of all of them.
 */
export const sealIncidentEvent = (
  keys: ReadonlyMap<string, ReportKey>,
  incident: string,
  n: number,
  { changes = {}, ...event }: EventDraft,
): EventDraft => {
  const hidden = Object.entries(changes).filter(([field]) => !openIncidentChanges.includes(field));
  const shown = Object.entries(changes).map(([field, values]) => [
    field,
    openIncidentChanges.includes(field) ? values : {},
  ]);
  const isSealed = hidden.length > 0 && keys.size > 0;
  const field = { report: incident, field: `event ${n}` };
  return {
    ...event,
    changes: Object.fromEntries(shown),
    sealed: isSealed
      ? sealAs(keyOfAll([...keys.values()]), field, changesSchema, Object.fromEntries(hidden))
      : undefined,
    under: isSealed ? [...keys.keys()].sort() : undefined,
  };
};

/** The same with all of its values, while the keys of all of its reports are there. */
export const openIncidentEvent = (
  keys: ReadonlyMap<string, ReportKey>,
  incident: string,
  { sealed, under = [], ...event }: Event,
): Event => {
  const key = keyUnder(keys, under);
  if (sealed === undefined || !key) return event;
  const field = { report: incident, field: `event ${event.n}` };
  return { ...event, changes: { ...event.changes, ...unsealAs(key, field, changesSchema, sealed) } };
};

/** The one key of all these reports; undefined once that of one of them is deleted. */
const keyUnder = (
  keys: ReadonlyMap<string, ReportKey>,
  reports: readonly string[],
): ReportKey | undefined => {
  const found = reports.flatMap(report => keys.get(report) ?? []);
  return found.length > 0 && found.length === reports.length ? keyOfAll(found) : undefined;
};

/** The hash of the last event of a stored thing that has a history. */
export const headOf = (raw: Raw): string => {
  if (raw.head?.S === undefined) throw new CorruptItem(`The stored item ${keyText(raw)} has no head.`);
  return raw.head.S;
};

/** One event of a history, or undefined when it has not come that far. */
export const readEvent = async (
  { client, tables }: StoreContext,
  key: Key,
  n: number,
): Promise<Event | undefined> => {
  const raw = await read(client, tables.records, eventKey(key, n));
  return raw && parseItem(eventShape, raw);
};

/** The events of one history, oldest first, read consistently. */
export const readHistory = async (
  { client, tables }: StoreContext,
  { pk }: Key,
): Promise<Readable<Event>> => {
  const items = await queryAll(client, {
    table: tables.records,
    expression: '#pk = :pk AND begins_with(#sk, :events)',
    values: { ':pk': pk, ':events': eventPrefix },
    consistent: true,
  });
  return parseAllReadable(item => parseItem(eventShape, item), items);
};
