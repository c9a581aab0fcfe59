import { type Event, witnessActor } from '../../history/event.ts';
import { occurrenceOf } from '../../incident/nearby.ts';
import { type Report, reportSchema, waitsSince } from '../../report/report.ts';
import { waits } from '../../review/lifecycle.ts';
import { type Chat, type Contact, chatWrite, contactShape } from '../chats/chats.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { headOf, readHistory, versionWrites } from '../dynamodb/history.ts';
import { parseItem, type Raw, type Shape, stamp, validate } from '../dynamodb/item.ts';
import { asked, chatKey, contactKey, reportKey, waiting } from '../dynamodb/keys.ts';
import { putWrite, read, transact } from '../dynamodb/operations.ts';
import { type Page, type PageRequest, readPage } from '../dynamodb/page.ts';
import { unmuted } from './mutes.ts';

export const reportShape = { kind: 'report', version: 1, schema: reportSchema } as const satisfies Shape;

/** A report as it is sent, with the chat after sending (its draft gone) and how to reach the reporter. */
export type Submission = Readonly<{ chatKey: string; chat: Chat; report: Report; contact: Contact }>;

export type Reports = Readonly<{
  /**
   * Stores a report (version 1, `submitted`), its first event, the contact and the chat, or nothing at all. `exists`: this
   * report is stored already, which is as good (the chat is not saved then); `conflict`: the chat changed, read it again;
   * `muted`: nothing is taken from this reporter any more.
   */
  submit: (submission: Submission) => Promise<'saved' | 'exists' | 'conflict' | 'muted'>;
  read: (id: string) => Promise<Report | undefined>;
  /** A reporter's own reports, newest first. */
  ofReporter: (reporter: string, page: PageRequest) => Promise<Page<Report>>;
  /** The history of a report, from its first event. */
  history: (id: string) => Promise<readonly Event[]>;
}>;

export const parseReport = (raw: Raw): Report => parseItem(reportShape, raw);

export const createReports = (context: StoreContext): Reports => {
  const { client, tables, now } = context;
  return {
    submit: async ({ chatKey: chat, chat: state, report: sent, contact }) => {
      const report = validate(reportSchema, sent);
      const key = reportKey(report.id);
      const result = await transact(client, [
        ...versionWrites(tables.records, { key }, reportShape, report, {
          before: undefined,
          event: { at: report.receivedAt, by: witnessActor, kind: 'submitted' },
          indexKeys: reportIndexKeys(report),
        }),
        putWrite(tables.chats, chatKey(chat), ...chatWrite(state, now())),
        // The chat's own condition guards it: a person who was forgotten meanwhile has no such chat any more.
        putWrite(tables.chats, contactKey(report.reporter), stamp(contactShape, contact)),
        unmuted(context, report.reporter),
      ]);
      if (result.kind === 'written') return 'saved';
      const other = result.refusals.get(0);
      if (!other) return result.refusals.has(4) ? 'muted' : 'conflict';
      if (parseReport(other).reporter !== report.reporter)
        throw new Error('A new report has the id of a report of somebody else.');
      return 'exists';
    },
    read: async id => {
      const raw = await read(client, tables.records, reportKey(id));
      return raw && parseReport(raw);
    },
    ofReporter: (reporter, page) =>
      readPage(
        client,
        {
          table: tables.records,
          index: 'reporter',
          where: { sender: reporter },
          by: 'receivedAt',
          keyOf: reportKey,
          order: 'newest first',
          parse: parseReport,
        },
        page,
      ),
    history: id => readHistory(context, reportKey(id)),
  };
};

/** A report and the hash of its last event. */
export type StoredReport = Readonly<{ report: Report; head: string }>;

export const readStoredReport = async (
  { client, tables }: StoreContext,
  id: string,
): Promise<StoredReport | undefined> => {
  const raw = await read(client, tables.records, reportKey(id));
  return raw && { report: parseReport(raw), head: headOf(raw) };
};

/**
 * The attributes by which a report is found: among those of its reporter (`sender`, because contributions name reporters
 * too), in the queue, among the claimed ones, and as a possible duplicate.
 */
export const reportIndexKeys = (report: Report): object => {
  const { status, answers, claim, reporter: sender } = report;
  if (!waits(report) && status !== 'needs_info') return { sender };
  return {
    sender,
    queue: waits(report) ? waiting : asked,
    waits: waitsSince(report),
    region: answers.place.region,
    munition: answers.munition,
    claimedBy: claim?.by,
    claimedUntil: claim?.until,
    ...occurrenceOf(answers),
  };
};
