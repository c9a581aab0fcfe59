import * as z from 'zod/mini';
import { verifyChain, witnessActor } from '../../history/event.ts';
import { createReportKey, type ReportKey } from '../../identity/sealing.ts';
import { nearbyKeysOf } from '../../incident/nearby.ts';
import { type Report, reportSchema } from '../../report/report.ts';
import type { NewReport } from '../../review/changes.ts';
import { waits } from '../../review/lifecycle.ts';
import {
  joinReport,
  type Outcome,
  type Outline,
  outcomeOf,
  outcomeSchema,
  outlineSchema,
  privateSchema,
  splitReport,
  urgencyOf,
} from '../../review/outline.ts';
import { hourOf } from '../../time/instant.ts';
import { type Chat, type Contact, chatWrite, contactShape } from '../chats/chats.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import {
  type CheckedEvents,
  headOf,
  newWrites,
  openEvent,
  readHistory,
  sealEvent,
} from '../dynamodb/history.ts';
import {
  parseAllReadable,
  parseItem,
  type Raw,
  type Readable,
  type Shape,
  type Skipped,
  stamp,
  validate,
} from '../dynamodb/item.ts';
import { asked, chatKey, contactKey, rejected, reportKey, reportKeyKey, waiting } from '../dynamodb/keys.ts';
import { putWrite, read, readMany, transact, type Write } from '../dynamodb/operations.ts';
import { listQuery, type Page, type PageRequest, pageOf } from '../dynamodb/page.ts';
import { queryReadable } from '../dynamodb/query.ts';
import { sealAs, unsealAs } from '../dynamodb/sealed.ts';
import { type OwnEntry, ownListWrite, readOwnList } from '../keys/own-reports.ts';
import { keyWrite, opensKey, readKey, type StoredKey } from '../keys/report-keys.ts';
import { unmuted } from './mutes.ts';

/** A report as it is stored: its outline in clear and the rest sealed under its key; or what is left after erasing it. */
const storedSchema = z.union([
  z.extend(outlineSchema, { sealed: z.string() }),
  z.extend(outcomeSchema, { erased: z.literal(true) }),
]);
export type StoredReport = Readonly<z.infer<typeof storedSchema>>;

export const reportShape = { kind: 'report', version: 2, schema: storedSchema } as const satisfies Shape;
const outlineShape = { ...reportShape, schema: outlineSchema } as const satisfies Shape;

/** A report as it is sent, with the chat after sending (its draft gone) and how to reach the reporter. */
export type Submission = Readonly<{
  chatKey: string;
  chat: Chat;
  report: Report;
  contact: Contact;
  /** The reporter's pseudonyms by older secrets: a mute may be recorded under any of them. */
  earlier?: readonly string[];
}>;

/** What a list of somebody's own reports shows, whether they are still there or erased. */
export type OwnReport = Outcome & Pick<Report, 'receivedAt'> & Pick<Outline, 'reason'>;

/** The same, as their reporter sees it. */
export type SeenReport = Omit<OwnReport, 'last'>;

export type Reports = Readonly<{
  /**
   * Stores a report (version 1, `submitted`) under a key of its own, its first event, the reporter's list, the contact and
   * the chat, or nothing at all. `exists`: this report is stored already, which is as good (the chat is not saved then);
   * `conflict`: the chat changed, read it again; `muted`: nothing is taken from this reporter any more.
   */
  submit: (submission: Submission) => Promise<'saved' | 'exists' | 'conflict' | 'muted'>;
  /** The whole report; undefined when there is none, or it was erased: then `outcome` tells what is left. */
  read: (id: string) => Promise<Report | undefined>;
  /** The whole of a stored report, such as the stream has; undefined when it was erased. */
  open: (stored: StoredReport) => Promise<Report | undefined>;
  /** A report as it is stored, and the hash of its last event. */
  stored: (id: string) => Promise<Readonly<{ report: StoredReport; event: string }> | undefined>;
  /** What became of a report, erased or not. */
  outcome: (id: string) => Promise<Outcome | undefined>;
  /** A reporter's own reports, newest first, erased ones too. */
  ofReporter: (reporter: string, page: PageRequest) => Promise<Page<OwnReport>>;
  /** One of a reporter's own reports, erased or not; undefined when it is not (or no longer) in their list. */
  own: (reporter: string, id: string) => Promise<OwnReport | undefined>;
  /** The history of a report, from its first event. Without the report's key what is private in it stays sealed. */
  history: (id: string) => Promise<CheckedEvents>;
  /** Rejected reports that were decided before an instant and are not erased yet, at most `limit`. */
  rejectedBefore: (at: string, limit: number) => Promise<Readable<Outline> & Skipped>;
}>;

export const parseReport = (raw: Raw): StoredReport => parseItem(reportShape, raw);
/** Throws `CorruptItem` for an erased report too: no list has any. */
export const parseOutline = (raw: Raw): Outline => parseItem(outlineShape, raw);

/** The first version of a report, under a key of its own. */
export const firstWrites = (context: StoreContext, report: Report): readonly Write[] => {
  const event = { at: hourOf(report.receivedAt), by: witnessActor, kind: 'submitted' } as const;
  return newReportWrites(context, createReportKey(), [{ after: report, event }]);
};

/** A report that was not stored before, with each version that it has been, under its key. */
export const newReportWrites = (
  context: StoreContext,
  key: ReportKey,
  versions: NewReport,
): readonly Write[] => {
  const [
    {
      after: { id },
    },
  ] = versions;
  const things = versions.map(({ after, event }) => ({
    thing: sealReport(key, after, event.kind),
    event: sealEvent(key, id, after.version, event),
  }));
  const now = things.at(-1)?.thing;
  return [
    ...newWrites(context.tables.records, reportKey(id), reportShape, things, now ? reportIndexKeys(now) : {}),
    keyWrite(context, id, key),
  ];
};

/** Long because it is a list of operations, each short. */
export const createReports = (context: StoreContext): Reports => {
  const { client, tables } = context;
  return {
    submit: async ({ chatKey: chat, chat: state, report, contact, earlier = [] }) => {
      const { id, reporter, receivedAt } = report;
      const own = await readOwnList(context, reporter);
      const writes = [
        ...firstWrites(context, report),
        putWrite(tables.chats, chatKey(chat), ...(await chatWrite(context, chat, state))),
        // The chat's own condition guards it: a person who was forgotten meanwhile has no such chat any more.
        putWrite(tables.chats, contactKey(reporter), stamp(contactShape, contact)),
        ownListWrite(context, reporter, own, [{ id, receivedAt }, ...own.entries]),
      ];
      const mutes = [reporter, ...earlier].map(name => unmuted(context, name));
      const result = await transact(client, [...writes, ...mutes]);
      if (result.kind === 'written') return 'saved';
      const other = result.refusals.get(0);
      if (!other)
        return mutes.some((_, index) => result.refusals.has(writes.length + index)) ? 'muted' : 'conflict';
      const { entries } = await readOwnList(context, reporter);
      if (entries.some(one => one.id === id)) return 'exists';
      throw new Error('A new report has the id of a report of somebody else.');
    },
    read: async id => (await readStoredReport(context, id))?.report,
    open: async stored => {
      const found = await readKey(context, stored.id);
      return found && openReport(found.key, stored);
    },
    stored: async id => {
      const raw = await read(client, tables.records, reportKey(id));
      return raw && { report: parseReport(raw), event: headOf(raw) };
    },
    outcome: async id => {
      const raw = await read(client, tables.records, reportKey(id));
      return raw && parseReport(raw);
    },
    ofReporter: async (reporter, request) => {
      const { entries } = await readOwnList(context, reporter);
      const page = pageOf(entries, 'receivedAt', request);
      const raws = await readMany(
        client,
        tables.records,
        page.items.map(({ id }) => reportKey(id)),
      );
      const { items, unreadable, skipped } = parseAllReadable(parseReport, raws);
      const found = new Map(items.map(item => [item.id, item]));
      return {
        ...page,
        unreadable,
        skipped,
        items: page.items.flatMap(entry => {
          const report = found.get(entry.id);
          return report ? ownReport(report, entry) : [];
        }),
      };
    },
    own: async (reporter, id) => {
      const [{ entries }, raw] = await Promise.all([
        readOwnList(context, reporter),
        read(client, tables.records, reportKey(id)),
      ]);
      const entry = entries.find(one => one.id === id);
      return entry && raw && ownReport(parseReport(raw), entry);
    },
    history: async id => {
      const [raw, { items: events, unreadable }, found] = await Promise.all([
        read(client, tables.records, reportKey(id)),
        readHistory(context, reportKey(id)),
        readKey(context, id),
      ]);
      const stored = raw && parseReport(raw);
      // The key of an erased report may be back from a backup.
      const isOpen = stored && isWhole(stored) && found;
      return {
        events: isOpen ? events.map(event => openEvent(found.key, id, event)) : events,
        verdict: verifyChain(events, stored),
        unreadable,
      };
    },
    rejectedBefore: async (at, limit) => {
      const { items, unreadable, skipped } = await queryReadable(
        client,
        listQuery({
          table: tables.records,
          index: 'queue',
          where: { queue: rejected },
          by: 'waits',
          until: at,
        }),
        parseOutline,
        { most: limit },
      );
      return { items: items.map(({ item }) => item), unreadable, skipped };
    },
  };
};

/** Whether a stored report was not erased. */
export const isWhole = (stored: StoredReport): stored is WholeReport => 'sealed' in stored;
export type WholeReport = Extract<StoredReport, { sealed: string }>;

/** The list knows of a withdrawal even when the records were restored to before it. */
const ownReport = (report: StoredReport, { receivedAt, isWithdrawn }: OwnEntry): OwnReport => {
  const { id, version, status, last, decidedAt } = report;
  const reason = isWhole(report) ? report.reason : undefined;
  return { id, version, status: isWithdrawn ? 'withdrawn' : status, last, decidedAt, reason, receivedAt };
};

const sealedField = (report: string) => ({ report, field: 'report' });

/** A report as it may be stored. `last` is the kind of the event that made this version. */
export const sealReport = (key: ReportKey, report: Report, last: Outline['last']): StoredReport => {
  const { outline, hidden } = splitReport(validate(reportSchema, report), last);
  return {
    ...validate(outlineSchema, outline),
    sealed: sealAs(key, sealedField(report.id), privateSchema, hidden),
  };
};

/** What is stored of a report after its key was deleted: what became of it, and nothing that was said. */
export const erasedReport = (report: Report, last: Outline['last']): StoredReport => ({
  ...validate(outcomeSchema, outcomeOf(report, last)),
  erased: true,
});

export const openReport = (key: ReportKey, stored: StoredReport): Report | undefined =>
  isWhole(stored)
    ? joinReport(stored, unsealAs(key, sealedField(stored.id), privateSchema, stored.sealed))
    : undefined;

/** A whole report, its key, and the hash of its last event. */
type FoundReport = Readonly<{ report: Report; key: StoredKey; head: string }>;

/** Undefined when there is none, or it was erased. Two reads at once. */
export const readStoredReport = async (
  context: StoreContext,
  id: string,
): Promise<FoundReport | undefined> => {
  const [raw, key] = await Promise.all([
    read(context.client, context.tables.records, reportKey(id)),
    readKey(context, id),
  ]);
  const report = raw && key && openReport(key.key, parseReport(raw));
  return raw && key && report && { report, key, head: headOf(raw) };
};

/** Those of these reports that are stored, erased ones too. One call for each hundred. */
export const readStoredIds = async (
  { client, tables }: StoreContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const raws = await readMany(client, tables.records, ids.map(reportKey));
  return new Set(raws.flatMap(({ id }) => id?.S ?? []));
};

/** What can be told of a report that is whole and cannot be opened: its key is gone, or was wrapped by a secret that is. */
export const readLostReport = async (
  context: StoreContext,
  id: string,
): Promise<Readonly<{ before: Outline; hasKey: boolean; head: string }> | undefined> => {
  const [raw, key] = await Promise.all([
    read(context.client, context.tables.records, reportKey(id)),
    read(context.client, context.tables.keys, reportKeyKey(id)),
  ]);
  const stored = raw && parseReport(raw);
  if (!stored || !isWhole(stored) || (key && opensKey(context, key))) return undefined;
  return { before: validate(outlineSchema, stored), hasKey: key !== undefined, head: headOf(raw) };
};

/**
 * The attributes by which a report is found: in the queue, among the claimed ones, as a possible duplicate; or, when it is
 * rejected, by when it was.
 */
export const reportIndexKeys = (report: StoredReport): object => {
  if (!isWhole(report)) return {};
  const { status, claim, since, place, munition, decidedAt } = report;
  if (status === 'rejected') return { queue: rejected, waits: decidedAt };
  if (!waits(report) && status !== 'needs_info') return {};
  return {
    queue: waits(report) ? waiting : asked,
    waits: since,
    urgency: waits(report) ? urgencyOf(report) : undefined,
    region: place.region,
    munition,
    claimedBy: claim?.by,
    claimedUntil: claim?.until,
    ...nearbyKeysOf(report),
  };
};
