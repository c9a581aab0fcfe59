import type { Report } from '../../report/report.ts';
import type { StepResult, WitnessDecision } from '../../review/review.ts';
import { readUnheard, type Unheard } from '../chats/unheard.ts';
import type { StoreContext } from '../dynamodb/context.ts';
import type { Page, PageRequest } from '../dynamodb/page.ts';
import { type OwnEntry, readOwnList } from '../keys/own-reports.ts';
import type { Reports, SeenReport, Submission } from '../records/reports.ts';
import type { ReportDecisions } from './decisions.ts';

/**
 * A person's own reports, as that person is to see them. What somebody says who is muted is kept for them alone, so that
 * whatever they look at later is what everybody else would see: no mute can be told from here. Nothing of it reaches the
 * records, and so neither moderators nor readers.
 */
export type Own = Readonly<{
  /** See `Reports.submit`. */
  submit: (submission: Submission) => Promise<'saved' | 'exists' | 'conflict'>;
  /** A page of them, newest first, erased ones too. */
  list: (reporter: string, page: PageRequest) => Promise<Page<SeenReport>>;
  /** One of them, erased or not; undefined when it is not (or no longer) among theirs. */
  find: (reporter: string, id: string) => Promise<SeenReport | undefined>;
  /** The whole of one of them; undefined once it is erased. */
  read: (reporter: string, id: string) => Promise<Report | undefined>;
  answer: ReportDecisions['answer'];
  amend: ReportDecisions['amend'];
  withdraw: ReportDecisions['withdraw'];
}>;

/** Long because it is a list of operations, each short. */
export const createOwn = (
  context: StoreContext,
  reports: Pick<Reports, 'submit' | 'ofReporter' | 'own' | 'read'> &
    Pick<ReportDecisions, 'answer' | 'amend' | 'withdraw'>,
): Own => {
  const entryOf = async (reporter: string, id: string): Promise<OwnEntry | undefined> =>
    (await readOwnList(context, reporter)).entries.find(entry => entry.id === id);
  const unheardOf = async (entry: OwnEntry | undefined): Promise<Unheard | undefined> =>
    entry?.unheard === undefined ? undefined : readUnheard(context, entry.unheard);
  const seen = async (id: string, unheard: Unheard): Promise<Report | undefined> =>
    (await loadUnheard()).asSeen(await reports.read(id), unheard);

  const find: Own['find'] = async (reporter, id) => {
    const entry = await entryOf(reporter, id);
    const unheard = entry && (await unheardOf(entry));
    if (!entry || !unheard) return reports.own(reporter, id);
    if (unheard.on === undefined) return outlineOf(unheard.report, entry);
    const [stored, report] = await Promise.all([reports.own(reporter, id), seen(id, unheard)]);
    return report ? outlineOf(report, entry) : stored;
  };
  const decide = async (
    decision: Readonly<{ id: string }> & WitnessDecision,
    act: () => Promise<StepResult>,
  ): Promise<StepResult> => {
    const { id, reporter } = decision;
    const readKept = async () => unheardOf(await entryOf(reporter, id));
    const before = await readKept();
    const isStored = !before || before.on !== undefined;
    const result: StepResult = isStored ? await act() : { kind: 'missing' };
    if (result.kind === 'done' && !result.again) return result;
    // What the stored report says already may be what they took back unheard; or it was heard just now, and no answer came.
    const unheard = before && (await readKept());
    const isMuted = result.kind === 'refused' && result.why === 'muted';
    if (!isMuted && !unheard) return result;
    const stored = isStored ? await reports.read(id) : undefined;
    return (await loadUnheard()).decideUnheard(context, decision, stored, unheard);
  };

  return {
    submit: async submission => {
      const outcome = await reports.submit(submission);
      return outcome === 'muted' ? (await loadUnheard()).submitUnheard(context, submission) : outcome;
    },
    list: async (reporter, request): Promise<Page<SeenReport>> => {
      const [page, { entries }] = await Promise.all([
        reports.ofReporter(reporter, request),
        readOwnList(context, reporter),
      ]);
      if (!entries.some(({ unheard }) => unheard !== undefined)) return page;
      return (await loadUnheard()).pageAsSeen(entries, page, request, ({ id }) => find(reporter, id));
    },
    find,
    read: async (reporter, id) => {
      const entry = await entryOf(reporter, id);
      const unheard = await unheardOf(entry);
      if (!entry) return undefined;
      return unheard ? seen(id, unheard) : reports.read(id);
    },
    answer: decision => decide({ kind: 'answer', ...decision }, () => reports.answer(decision)),
    amend: decision => decide({ kind: 'amend', ...decision }, () => reports.amend(decision)),
    withdraw: decision => decide({ kind: 'withdraw', ...decision }, () => reports.withdraw(decision)),
  };
};

/** Hardly anybody is muted: what that takes is loaded with the first who is. */
const loadUnheard = () => import('../records/unheard.ts');

const outlineOf = (report: Unheard['report'], { receivedAt }: OwnEntry): SeenReport => {
  const { id, version, status, decidedAt } = report;
  const reason = 'rejection' in report ? report.rejection?.reason : undefined;
  return { id, version, status, decidedAt, reason, receivedAt };
};
