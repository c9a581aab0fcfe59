import { newsOf } from '../../../lib/follow/news.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import type { WorkerDeps } from '../../runtime/dependencies.ts';

type NoteDeps = Pick<WorkerDeps, 'store' | 'now'>;

/** Notes what a change of an incident makes new for readers, once for its event (its hash). */
export const noteNews = async (
  { store, now }: NoteDeps,
  { event, before, after }: Readonly<{ event: string; before: Incident | undefined; after: Incident }>,
): Promise<void> => {
  const news = newsOf(before, after, now().toISOString());
  if (news) await store.news.note(event, news);
};
