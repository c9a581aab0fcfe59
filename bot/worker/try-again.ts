import type { Problem, ProblemKind } from '../../lib/store/chats/problems.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { postAgain } from './channel/channel.ts';
import { eraseReport, releaseIncident } from './due.ts';
import { noteNews } from './follow/note.ts';
import { bringsNews, showCard } from './group/card.ts';
import { probeGroup } from './group/digest.ts';
import { concernsWitness, deciding, noticeId, notifyWitness } from './notify-witness.ts';
import { doOrPutAside } from './put-aside.ts';
import { takeFilesOf } from './shown-files.ts';

/** Problems retried in a minute; the rest waits for the next one. */
const maxTries = 20;

/** Tries again what was put aside and is due, or what an admin wants tried again. What is done is not aside any more. */
export const tryAgain = async (deps: WorkerDeps): Promise<void> => {
  const { items } = await deps.store.problems.list();
  const nowMs = deps.now().getTime();
  const due = items
    .filter(({ what, state, dueAt }) => isTried(what, state) && dueAt <= nowMs)
    .slice(0, maxTries);
  for (const problem of due) {
    const { what, subject, notice } = problem;
    const outcome = await doOrPutAside(deps, { what, subject, notice }, () => again[what](deps, problem));
    if (outcome === 'done') await deps.store.problems.solve(problem);
  }
};

/** Whether the group can be written to again is asked until it can. */
const isTried = (what: ProblemKind, state: Problem['state']): boolean => state !== 'open' || what === 'group';

const again: Readonly<Record<ProblemKind, (deps: WorkerDeps, problem: Problem) => Promise<void>>> = {
  notice: (deps, problem) => tellAgain(deps, problem),
  card: (deps, { subject }) => showAgain(deps, subject),
  group: probeGroup,
  record: (deps, { subject }) => tellOfRecord(deps, subject),
  release: (deps, { subject }) => releaseIncident(deps, idOf(subject)),
  erasure: (deps, { subject }) => eraseReport(deps, idOf(subject)),
  files: (deps, { subject }) => takeFilesOf(deps, subject),
  news: (deps, problem) => noteAgain(deps, problem),
  channel: postAgain,
};

/**
 * Tells the witness of the event that the notice is about, if no later one was told since. One that may have come, because
 * Telegram's answer was lost, comes under another name when an admin wants it.
 */
const tellAgain = async (deps: WorkerDeps, { subject, notice, reason, tries }: Problem): Promise<void> => {
  const { reports } = deps.store;
  const [stored, { events }] = await Promise.all([reports.stored(subject), reports.history(subject)]);
  const last = events.findLast(({ kind }) => deciding.includes(kind));
  if (!stored || !last || notice !== noticeId(subject, last.hash)) return;
  await notifyWitness(deps, stored.report, reason === 'lost' ? `${notice}:${tries}` : notice);
};

const showAgain = async (deps: WorkerDeps, id: string): Promise<void> => {
  const stored = await deps.store.reports.stored(id);
  if (stored) await showCard(deps, { id, event: stored.event, isNews: bringsNews(stored.report) });
};

/**
 * Notes as a release what could not be noted, if readers see it: what it was before is not known any more. Whoever Telegram
 * refused for good was passed over: there is nothing to try again.
 */
const noteAgain = async ({ store, now }: WorkerDeps, { subject, notice }: Problem): Promise<void> => {
  const incident = notice === undefined ? undefined : await store.incidents.readShown(subject);
  if (incident?.status !== 'published' || notice === undefined) return;
  await noteNews({ store, now }, { event: notice, before: undefined, after: { ...incident, version: 1 } });
};

/**
 * Tells of a report as it is now, because a change of it could not be read. An incident concerns nobody: it is enough that it
 * can be read. Anything else is noted again by the next list that skips it.
 */
const tellOfRecord = async (deps: WorkerDeps, key: string): Promise<void> => {
  const id = idOf(key);
  if (key.startsWith('INCIDENT#')) await deps.store.incidents.readWhole(id);
  const stored = key.startsWith('REPORT#') ? await deps.store.reports.stored(id) : undefined;
  if (!stored) return;
  const { report, event } = stored;
  if (concernsWitness(report)) await notifyWitness(deps, report, noticeId(id, event));
  await showAgain(deps, id);
};

/** The id of what has this key, or of which this is the id. */
const idOf = (subject: string): string => /^\w+#(\w+)/.exec(subject)?.[1] ?? subject;
