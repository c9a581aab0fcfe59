import type { WorkerDeps } from '../runtime/dependencies.ts';
import { doOrPutAside, putAside } from './put-aside.ts';

/** The rest wait for the next minute. */
const maxReleases = 100;
const maxErasures = 25;
const dayMs = 24 * 60 * 60_000;

/** Releases every incident that is due, each for itself. One that was changed in the meantime is left to the next minute. */
export const releaseDue = async (deps: WorkerDeps): Promise<void> => {
  const { store, now, log } = deps;
  const at = now().toISOString();
  const aside = await subjectsAside(deps, 'release');
  const { items: due, skipped } = await store.incidents.due(at, maxReleases + aside.size);
  // Before releasing: what cannot be released is late, too.
  const latest = due[0] ? secondsBetween(due[0].releaseAt, at) : 0;
  log.measure('releases', [{ name: 'ReleaseLate', value: latest }]);
  for (const { id } of due) {
    const task = { what: 'release', subject: id } as const;
    const outcome = await doOrPutAside(deps, task, () => releaseIncident(deps, id));
    if (outcome === 'done' && aside.has(id)) await store.problems.solve(task);
  }
  for (const subject of skipped)
    await putAside(deps, { what: 'release', subject, reason: 'unreadable', state: 'open' });
};

export const releaseIncident = async ({ store, now, log }: WorkerDeps, id: string): Promise<void> => {
  const outcome = await store.incidents.release({ incident: id, at: now().toISOString() });
  log.info('release', { outcome });
};

/** Erases rejected reports that were kept for as long as they are, each for itself. */
export const eraseRejected = async (deps: WorkerDeps): Promise<void> => {
  const { store, now, kept } = deps;
  const before = new Date(now().getTime() - kept.rejectedDays * dayMs).toISOString();
  const aside = await subjectsAside(deps, 'erasure');
  const { items, skipped } = await store.reports.rejectedBefore(before, maxErasures + aside.size);
  for (const { id } of items) {
    const task = { what: 'erasure', subject: id } as const;
    const outcome = await doOrPutAside(deps, task, () => eraseReport(deps, id));
    if (outcome === 'done' && aside.has(id)) await store.problems.solve(task);
  }
  for (const subject of skipped)
    await putAside(deps, { what: 'erasure', subject, reason: 'unreadable', state: 'open' });
};

export const eraseReport = async ({ store, now, log }: WorkerDeps, id: string): Promise<void> => {
  const { kind: outcome } = await store.reports.erase({ id, at: now().toISOString() });
  log.info('erased', { outcome });
};

/** What failed before stays at the top of its list: the list is read that much further, so that it blocks nothing else. */
const subjectsAside = async (
  { store }: WorkerDeps,
  kind: 'release' | 'erasure',
): Promise<ReadonlySet<string>> => {
  const { items } = await store.problems.list();
  return new Set(items.filter(({ what }) => what === kind).map(({ subject }) => subject));
};

const secondsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 1000);
