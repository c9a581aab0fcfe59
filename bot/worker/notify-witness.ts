import type { Report } from '../../lib/report/report.ts';
import { loadCatalogue } from '../locales/load.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { show } from '../telegram/screen.ts';
import { noticeScreen } from '../text/notice.ts';
import { exactlyOnce } from './exactly-once.ts';

/**
 * Notifies a witness of a moderator's decision or question, once for each version. Skips witnesses who blocked the bot or
 * asked to be forgotten.
 */
export const notifyWitness = (deps: WorkerDeps, report: Report): Promise<void> =>
  exactlyOnce(deps, `notice:${report.id}:${report.version}`, async () => {
    const { api, store, identity, log } = deps;
    const contact = await store.chats.readContact(report.reporter);
    const chat = contact && identity.open(contact.chat);
    if (!contact || chat === undefined) return;
    const screen = noticeScreen(report, await loadCatalogue(contact.locale));
    if (!screen) return;
    const shown = await show(api, screen, { chat: Number(chat) });
    log.info('notice', { outcome: shown.kind, status: report.status });
  });

/** Whether a change is a moderator's decision or question, of which the witness is notified. */
export const concernsWitness = (before: Report | undefined, after: Report): boolean =>
  (before?.status !== after.status && (after.status === 'approved' || after.status === 'rejected')) ||
  (after.status === 'needs_info' && (after.questions?.length ?? 0) > (before?.questions?.length ?? 0));
