import type { Store } from '../../lib/store/store.ts';
import type { Log } from './log.ts';

type Unreadable = Readonly<{ unreadable?: number; skipped?: readonly string[] }>;

/**
 * A store whose lists log how many items they skipped because this release cannot read them (the list and a number), and put
 * those of the records aside for admins. A list is shown all the same when that fails. Long because it names every list.
 */
export const withUnreadableNoted = (store: Store, log: Log): Store => {
  const counted =
    <Args extends readonly unknown[], Found extends Unreadable>(
      list: string,
      read: (...args: Args) => Promise<Found>,
    ) =>
    async (...args: Args): Promise<Found> => {
      const found = await read(...args);
      const { unreadable } = found;
      if (unreadable) log.measure('unreadable', [{ name: 'Unreadable', value: unreadable }], { list });
      return found;
    };
  const noted = <Args extends readonly unknown[], Found extends Unreadable>(
    list: string,
    read: (...args: Args) => Promise<Found>,
  ) =>
    counted(list, async (...args: Args): Promise<Found> => {
      const found = await read(...args);
      if (found.skipped?.length) await putAside(store, log, found.skipped);
      return found;
    });
  const { members, notices, problems, shownFiles } = store;
  const { reports, own, queue, incidents, duplicates, corrections, figures, followers, news } = store;
  return {
    ...store,
    members: {
      ...members,
      list: counted('members', members.list),
      history: counted('history of the team', members.history),
    },
    notices: { ...notices, copiesOf: counted('messages with a report', notices.copiesOf) },
    problems: { ...problems, list: counted('problems', problems.list) },
    shownFiles: { ...shownFiles, list: counted('messages with files', shownFiles.list) },
    reports: {
      ...reports,
      ofReporter: noted('reports of a reporter', reports.ofReporter),
      history: counted('history of a report', reports.history),
    },
    own: { ...own, list: noted('own reports', own.list) },
    queue: {
      ...queue,
      list: noted('queue', queue.list),
      claimedBy: noted('claimed reports', queue.claimedBy),
    },
    incidents: {
      ...incidents,
      latest: noted('published incidents', incidents.latest),
      embargoed: noted('embargoed incidents', incidents.embargoed),
      // What is due and skipped is put aside by the clock.
      due: counted('due incidents', incidents.due),
      counted: noted('counts', incidents.counted),
      countedInEach: noted('counts', incidents.countedInEach),
      history: counted('history of an incident', incidents.history),
    },
    duplicates: { ...duplicates, suggest: noted('duplicates', duplicates.suggest) },
    corrections: { ...corrections, list: noted('corrections', corrections.list) },
    figures: { ...figures, list: noted('figures', figures.list) },
    followers: { ...followers, page: counted('followers', followers.page) },
    news: { ...news, list: counted('news', news.list) },
  };
};

const putAside = async ({ problems }: Store, log: Log, keys: readonly string[]): Promise<void> => {
  try {
    const news = await problems.noteSkipped(keys);
    if (news > 0)
      log.measure('problem', [{ name: 'Problems', value: news }], { what: 'record', reason: 'unreadable' });
  } catch (error) {
    log.error('not_put_aside', error, { what: 'record' });
  }
};
