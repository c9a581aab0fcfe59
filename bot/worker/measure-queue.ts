import type { WorkerDeps } from '../runtime/dependencies.ts';

/** Measures how many reports wait, and for how long the first of them has. Two queries. */
export const measureQueue = async ({
  store,
  log,
  now,
}: Pick<WorkerDeps, 'store' | 'log' | 'now'>): Promise<void> => {
  const [{ items }, { count }] = await Promise.all([store.queue.list({ limit: 1 }), store.queue.size()]);
  const [oldest] = items;
  const ageMs = oldest ? now().getTime() - Date.parse(oldest.since) : 0;
  log.measure('queue', [
    { name: 'QueueAge', value: Math.max(0, Math.round(ageMs / 1000)) },
    { name: 'QueueSize', value: count },
  ]);
};
