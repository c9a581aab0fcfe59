import type { StoredReport } from '../../lib/store/records/reports.ts';
import { loadCatalogue } from '../locales/load.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { show } from '../telegram/screen.ts';
import { noticeScreen } from '../text/notice.ts';
import { exactlyOnce } from './exactly-once.ts';

/**
 * Notifies a witness of a moderator's decision or question, once for each version. Skips witnesses who blocked the bot or
 * asked to be forgotten.
 */
export const notifyWitness = (deps: WorkerDeps, stored: StoredReport): Promise<void> =>
  exactlyOnce(deps, `notice:${stored.id}:${stored.version}`, async () => {
    const { api, store, identity, log } = deps;
    const report = await store.reports.open(stored);
    // Erased meanwhile.
    if (!report) return;
    const contact = await store.chats.readContact(report.reporter);
    const chat = contact && identity.open(contact.chat);
    if (!contact || chat === undefined) return;
    const screen = noticeScreen(report, await loadCatalogue(contact.locale));
    if (!screen) return;
    const shown = await show(api, screen, { chat: Number(chat) });
    log.info('notice', { outcome: shown.kind, status: report.status });
  });

/** Whether what made this version of a report is a moderator's decision or question, of which the witness is notified. */
export const concernsWitness = ({ last }: Pick<StoredReport, 'last'>): boolean =>
  last === 'approved' || last === 'rejected' || last === 'asked';
