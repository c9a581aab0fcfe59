import type { WorkerDeps } from '../runtime/dependencies.ts';
import { doOrPutAside, putAside } from './put-aside.ts';

/** The rest wait for the next minute. A night's two thousand are out within some minutes, before they count as late. */
const maxReleases = 500;
/** After so long no further one is begun: followers wait for the same run of the clock. */
const longestMs = 25_000;
const maxErasures = 25;
const dayMs = 24 * 60 * 60_000;

/** Releases every incident that is due, each for itself. One that was changed in the meantime is left to the next minute. */
export const releaseDue = async (deps: WorkerDeps): Promise<void> => {
  const { store, now, log } = deps;
  const at = now().toISOString();
  await doDue(deps, {
    what: 'release',
    read: async aside => {
      const page = await store.incidents.due(at, maxReleases + aside);
      // Before releasing: what cannot be released is late, too.
      const latest = page.items[0] ? secondsBetween(page.items[0].releaseAt, at) : 0;
      log.measure('releases', [{ name: 'ReleaseLate', value: latest }]);
      return page;
    },
    act: releaseIncident,
  });
};

/** Releases one incident, if it is due still. */
export const releaseIncident = async ({ store, now, log }: WorkerDeps, id: string): Promise<void> => {
  const outcome = await store.incidents.release({ incident: id, at: now().toISOString() });
  log.info('release', { outcome });
};

/** Erases rejected reports that were kept for as long as they are, each for itself. */
export const eraseRejected = async (deps: WorkerDeps): Promise<void> => {
  const { store, now, kept } = deps;
  const before = new Date(now().getTime() - kept.rejectedDays * dayMs).toISOString();
  await doDue(deps, {
    what: 'erasure',
    read: aside => store.reports.rejectedBefore(before, maxErasures + aside),
    act: eraseReport,
  });
};

/** Erases one rejected report, if it is rejected still. */
export const eraseReport = async ({ store, now, log }: WorkerDeps, id: string): Promise<void> => {
  const { kind: outcome } = await store.reports.erase({ id, at: now().toISOString() });
  log.info('erased', { outcome });
};

type Due = Readonly<{
  what: 'release' | 'erasure';
  /** What is due, with room for as many as were put aside. */
  read: (
    aside: number,
  ) => Promise<Readonly<{ items: readonly Readonly<{ id: string }>[]; skipped: readonly string[] }>>;
  act: (deps: WorkerDeps, id: string) => Promise<void>;
}>;

/**
 * Does what is due, each for itself. What failed before stays at the top of its list: the list is read that much further, so
 * that it blocks nothing else.
 */
const doDue = async (deps: WorkerDeps, { what, read, act }: Due): Promise<void> => {
  const { problems } = deps.store;
  const known = (await problems.list()).items.filter(problem => problem.what === what);
  const aside = new Set(known.map(({ subject }) => subject));
  const { items, skipped } = await read(aside.size);
  const end = deps.now().getTime() + longestMs;
  for (const { id } of items) {
    if (deps.now().getTime() > end) break;
    const task = { what, subject: id } as const;
    const outcome = await doOrPutAside(deps, task, () => act(deps, id));
    if (outcome === 'done' && aside.has(id)) await problems.solve(task);
  }
  for (const subject of skipped) await putAside(deps, { what, subject, reason: 'unreadable', state: 'open' });
};

const secondsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 1000);
