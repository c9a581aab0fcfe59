import type { Event } from '../report/event.ts';
import type { Incident } from '../report/incident.ts';
import type { Rejection, Report } from '../report/report.ts';
import type { Chat, Contact } from './chats.ts';
import type { Page, PageRequest } from './page.ts';

/** A report as it is sent, with the chat after sending (its draft gone) and how to reach the reporter. */
export type Submission = Readonly<{ chatKey: string; chat: Chat; report: Report; contact: Contact }>;

/** Who decides, when, on which version of which report. `by` is the moderator's pseudonym. */
export type Deciding = Readonly<{ id: string; version: number; by: string; at: string }>;

export type DecisionResult =
  /** Done; `again` when this same decision had been stored before, by the same person. */
  | Readonly<{ kind: 'decided'; report: Report; again?: true }>
  /** Not done: `report` is what somebody else made of it. */
  | Readonly<{ kind: 'conflict'; report: Report }>
  | Readonly<{ kind: 'missing' }>;

export type Reports = Readonly<{
  /**
   * Stores a report (version 1, `submitted`), its first event, the contact and the chat, or nothing at all. `exists`: this
   * report is stored already, which is as good (the chat is not saved then); `conflict`: the chat changed, read it again.
   */
  submitReport: (submission: Submission) => Promise<'saved' | 'exists' | 'conflict'>;
  readReport: (id: string) => Promise<Report | undefined>;
  /** A reporter's own reports, newest first. */
  reportsOf: (reporter: string, page: PageRequest) => Promise<Page<Report>>;
  /** Reports that wait for a decision, oldest first. */
  queue: (page: PageRequest) => Promise<Page<Report>>;
  /** How many wait; `more` when there are more than was worth counting. */
  queueSize: () => Promise<Readonly<{ count: number; more: boolean }>>;
  /** The history of a report, from its first event. */
  reportHistory: (id: string) => Promise<readonly Event[]>;
  /**
   * Approves a report and publishes `incident` (version 1, made of this report), with histories and tallies: all or
   * nothing, once.
   */
  approve: (decision: Deciding & Readonly<{ incident: Incident }>) => Promise<DecisionResult>;
  reject: (decision: Deciding & Readonly<{ rejection: Rejection }>) => Promise<DecisionResult>;
  /**
   * Withdraws a report for its `reporter`, at whatever version it is. A published incident is retracted when it was made
   * of this report alone, and made anew of the others otherwise. `missing` when there is no such report of theirs.
   */
  withdraw: (withdrawal: Readonly<{ id: string; reporter: string; at: string }>) => Promise<DecisionResult>;
}>;
