import * as z from 'zod/mini';
import { type Event, witnessActor } from '../../history/event.ts';
import { type Report, reportSchema, waitsSince } from '../../report/report.ts';
import { waits } from '../../review/lifecycle.ts';
import { type Chat, type Contact, chatWrite } from '../chats/chats.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { parseItem, type Raw, validate } from '../dynamodb/item.ts';
import { asked, chatKey, contactKey, reportKey, waiting } from '../dynamodb/keys.ts';
import { absent, type Condition, putWrite, read, transact } from '../dynamodb/operations.ts';
import { type Page, type PageRequest, readPage } from '../dynamodb/page.ts';
import { readHistory, withEvent } from './history.ts';
import { unmuted } from './mutes.ts';
import { occurrenceOf } from './nearby.ts';

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

export const parseReport = (raw: Raw): Report => parseItem(reportSchema, raw);

export const createReports = (context: StoreContext): Reports => {
  const { client, tables, now } = context;
  return {
    submit: async ({ chatKey: chat, chat: state, report: sent, contact }) => {
      const report = validate(reportSchema, sent);
      const key = reportKey(report.id);
      const { head, write: event } = withEvent(tables.records, key, report, undefined, {
        at: report.receivedAt,
        by: witnessActor,
        kind: 'submitted',
      });
      const result = await transact(client, [
        reportWrite(context, report, head, absent),
        event,
        putWrite(tables.chats, chatKey(chat), ...chatWrite(state, now())),
        // The chat's own condition guards it: a person who was forgotten meanwhile has no such chat any more.
        putWrite(tables.chats, contactKey(report.reporter), contact),
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
      readPage<Report>(
        client,
        {
          table: tables.records,
          index: 'reporter',
          where: { sender: reporter },
          by: 'receivedAt',
          at: report => report.receivedAt,
          keyOf: reportKey,
          order: 'newest first',
          parse: parseReport,
        },
        page,
      ),
    history: id => readHistory(client, tables.records, reportKey(id)),
  };
};

/** A report and the hash of its last event, which is not part of it. */
export type StoredReport = Readonly<{ report: Report; head: string }>;

const headSchema = z.object({ head: z.string() });

export const parseStoredReport = (raw: Raw): StoredReport => ({
  report: parseReport(raw),
  head: parseItem(headSchema, raw).head,
});

export const readStoredReport = async (
  { client, tables }: StoreContext,
  id: string,
): Promise<StoredReport | undefined> => {
  const raw = await read(client, tables.records, reportKey(id));
  return raw && parseStoredReport(raw);
};

/** The write of a report, with what its indexes need as long as it waits. */
export const reportWrite = ({ tables }: StoreContext, report: Report, head: string, condition: Condition) =>
  putWrite(tables.records, reportKey(report.id), { ...report, head, ...indexed(report) }, condition);

/**
 * The attributes by which a report is found: among those of its reporter (`sender`, because the links of incidents name
 * reporters too), in the queue, among the claimed ones, and as a possible duplicate.
 */
export const indexed = (report: Report): object => {
  const { status, answers, claim, reporter: sender } = report;
  if (!waits(report) && status !== 'needs_info') return { sender };
  return {
    sender,
    queue: waits(report) ? waiting : asked,
    waits: waitsSince(report),
    region: answers.place.region,
    munition: answers.munition,
    ...(claim && { claimedBy: claim.by, claimedUntil: claim.until }),
    ...occurrenceOf(answers),
  };
};
