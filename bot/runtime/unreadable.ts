import type { Store } from '../../lib/store/store.ts';
import type { Log } from './log.ts';

/** A store whose lists log how many items they skipped because this release cannot read them: the list and a number. */
export const withUnreadableLogged = (store: Store, log: Log): Store => {
  const logged =
    <Args extends readonly unknown[], Found extends Readonly<{ unreadable?: number }>>(
      list: string,
      read: (...args: Args) => Promise<Found>,
    ) =>
    async (...args: Args): Promise<Found> => {
      const found = await read(...args);
      if (found.unreadable)
        log.measure('unreadable', [{ name: 'Unreadable', value: found.unreadable }], { list });
      return found;
    };
  const { members, reports, queue, incidents, duplicates, corrections, figures } = store;
  return {
    ...store,
    members: { ...members, list: logged('members', members.list) },
    reports: { ...reports, ofReporter: logged('reports of a reporter', reports.ofReporter) },
    queue: {
      ...queue,
      list: logged('queue', queue.list),
      claimedBy: logged('claimed reports', queue.claimedBy),
    },
    incidents: {
      ...incidents,
      latest: logged('published incidents', incidents.latest),
      embargoed: logged('embargoed incidents', incidents.embargoed),
      due: logged('due incidents', incidents.due),
    },
    duplicates: { ...duplicates, suggest: logged('duplicates', duplicates.suggest) },
    corrections: { ...corrections, list: logged('corrections', corrections.list) },
    figures: { ...figures, list: logged('figures', figures.list) },
  };
};
