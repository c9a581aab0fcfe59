import type { ShownFile } from '../../lib/store/chats/shown-files.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { remove } from '../telegram/screen.ts';
import { doOrPutAside, Refused } from './put-aside.ts';

/** The rest wait for the next minute. */
const maxMessages = 50;

/**
 * Takes away messages with files of reports, which moderators were shown a day ago: after two days Telegram would let no bot
 * delete them in a private chat, and a withdrawal could not. Each for itself; an admin learns of what stays.
 */
export const takeFilesAway = async (deps: WorkerDeps): Promise<void> => {
  const { items } = await deps.store.shownFiles.list(deps.now().toISOString());
  for (const file of items.slice(0, maxMessages))
    await doOrPutAside(deps, { what: 'files', subject: file.report }, () => takeAway(deps, file));
};

/** Takes away all that is shown of the files of a report. */
export const takeFilesOf = async (deps: WorkerDeps, report: string): Promise<void> => {
  const { items } = await deps.store.shownFiles.list();
  for (const file of items.filter(one => one.report === report)) await takeAway(deps, file);
};

const takeAway = async ({ api, store }: WorkerDeps, file: ShownFile): Promise<void> => {
  if ((await remove(api, file.chat, file.message)) === 'gone') return store.shownFiles.drop(file);
  await store.shownFiles.postpone(file);
  throw new Refused('refused', 'open');
};
