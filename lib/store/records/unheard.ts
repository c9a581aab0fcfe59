import type { Report } from '../../report/report.ts';
import { outcomeOf } from '../../review/outline.ts';
import { decide, type StepResult, type WitnessDecision } from '../../review/review.ts';
import { chatWrite, contactShape } from '../chats/chats.ts';
import { newUnheardName, type Unheard, unheardWrite } from '../chats/unheard.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import { stamp } from '../dynamodb/item.ts';
import { chatKey, contactKey, unheardKey } from '../dynamodb/keys.ts';
import {
  deleteWrite,
  present,
  putWrite,
  runWithRetry,
  transact,
  type Write,
} from '../dynamodb/operations.ts';
import { type Page, type PageRequest, pageOf } from '../dynamodb/page.ts';
import { type OwnEntry, type OwnList, ownListWrite, readOwnList } from '../keys/own-reports.ts';
import { createMutes, unmuted } from './mutes.ts';
import { firstWrites, type SeenReport, type Submission } from './reports.ts';

/**
 * A report as its muted reporter is to see it. Once moderators have gone on with the stored one, it is that, with what its
 * reporter has said. Undefined when nothing whole is left of it.
 */
export const asSeen = (stored: Report | undefined, { on, report }: Unheard): Report | undefined => {
  if (!('answers' in report)) return undefined;
  if (on === undefined || !stored || stored.version === on)
    return on === undefined ? report : stored && report;
  const questions = stored.questions?.map((question, at) => ({
    ...question,
    reply: question.reply ?? report.questions?.[at]?.reply,
  }));
  const isAnswered = stored.status === 'needs_info' && questions?.every(({ reply }) => reply);
  return {
    ...stored,
    questions,
    answers: report.answers,
    status: isAnswered ? 'in_review' : stored.status,
  };
};

/** What a reporter does who is muted: decided as always, on the report as they see it, and kept for them alone. */
export const decideUnheard = async (
  context: StoreContext,
  { id, ...decision }: Readonly<{ id: string }> & WitnessDecision,
  stored: Report | undefined,
  unheard: Unheard | undefined,
): Promise<StepResult> => {
  const report = unheard ? asSeen(stored, unheard) : stored;
  if (!report) return { kind: 'missing' };
  const { result } = decide({ report, incidents: [] }, decision, { ...context.rules, random: 0 });
  if (result.kind !== 'done' || result.again) return result;
  const after = result.report;
  if (decision.kind === 'amend' && unheard && unheard.on === undefined)
    if (await deliver(context, decision, after)) return result;
  const kept =
    decision.kind === 'withdraw'
      ? { ...outcomeOf(after, 'withdrawn'), receivedAt: report.receivedAt }
      : after;
  await changeEntry(context, decision.reporter, id, entry => {
    const name = entry.unheard ?? newUnheardName();
    return {
      entry: { ...entry, unheard: name },
      writes: [unheardWrite(context, name, { on: stored?.version, report: kept })],
    };
  });
  return result;
};

/** Submits what came while its reporter was muted, as they have corrected it since; false while they still are. */
const deliver = (
  context: StoreContext,
  { reporter, also = [] }: WitnessDecision,
  report: Report,
): Promise<boolean> =>
  runWithRetry<boolean>(context.client, async () => {
    const names = [...new Set([reporter, ...also])];
    const { has } = createMutes(context);
    if ((await Promise.all(names.map(has))).includes(true)) return { kind: 'answer', result: false };
    const list = await readOwnList(context, reporter);
    const entry = list.entries.find(({ id }) => id === report.id);
    const name = entry?.unheard;
    // Delivered already, where the answer was lost.
    if (name === undefined) return { kind: 'answer', result: entry !== undefined };
    const entries = list.entries.map(one => (one.id === report.id ? { ...one, unheard: undefined } : one));
    const writes = [
      ...firstWrites(context, { ...report, version: 1 }),
      ownListWrite(context, reporter, list, entries),
      deleteWrite(context.tables.chats, unheardKey(name), present),
      ...names.map(one => unmuted(context, one)),
    ];
    return { kind: 'write', writes, result: true };
  });

/** Keeps a report of somebody muted for them, with the chat, or nothing at all. */
export const submitUnheard = async (
  context: StoreContext,
  { chatKey: chat, chat: state, report, contact }: Submission,
): Promise<'saved' | 'exists' | 'conflict'> => {
  const { id, reporter, receivedAt } = report;
  const list = await readOwnList(context, reporter);
  if (list.entries.some(entry => entry.id === id)) return 'exists';
  const unheard = newUnheardName();
  const { kind } = await transact(context.client, [
    putWrite(context.tables.chats, chatKey(chat), ...(await chatWrite(context, chat, state))),
    putWrite(context.tables.chats, contactKey(reporter), stamp(contactShape, contact)),
    unheardWrite(context, unheard, { report }),
    ownListWrite(context, reporter, list, [{ id, receivedAt, unheard }, ...list.entries]),
  ]);
  return kind === 'written' ? 'saved' : 'conflict';
};

/** A page of a list with each report as its reporter is to see it. */
export const pageAsSeen = async (
  entries: readonly OwnEntry[],
  page: Page<SeenReport>,
  request: PageRequest,
  find: (entry: OwnEntry) => Promise<SeenReport | undefined>,
): Promise<Page<SeenReport>> => {
  const stored = new Map(page.items.map(item => [item.id, item]));
  const items = await Promise.all(
    pageOf(entries, 'receivedAt', request).items.map(entry =>
      entry.unheard === undefined ? stored.get(entry.id) : find(entry),
    ),
  );
  return { ...page, items: items.flatMap(item => item ?? []) };
};

/** Changes the entry of a report in its reporter's list, with other writes. */
const changeEntry = (
  context: StoreContext,
  reporter: string,
  id: string,
  change: (entry: OwnEntry) => Readonly<{ entry: OwnEntry; writes: readonly Write[] }>,
): Promise<void> =>
  runWithRetry<void>(context.client, async () => {
    const list: OwnList = await readOwnList(context, reporter);
    const before = list.entries.find(entry => entry.id === id);
    // Forgotten meanwhile: nothing more is kept.
    if (!before) return { kind: 'answer', result: undefined };
    const { entry, writes } = change(before);
    const entries = list.entries.map(one => (one === before ? entry : one));
    return {
      kind: 'write',
      writes: [...writes, ownListWrite(context, reporter, list, entries)],
      result: undefined,
    };
  });
