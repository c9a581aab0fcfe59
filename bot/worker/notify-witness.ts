import type { StoredReport } from '../../lib/store/records/reports.ts';
import { loadCatalogue } from '../locales/load.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { apiErrorOf } from '../telegram/api-errors.ts';
import { exactlyOnce } from '../telegram/exactly-once.ts';
import { type Shown, show } from '../telegram/screen.ts';
import { noticeScreen } from '../text/notice.ts';
import { putAside, Refused } from './put-aside.ts';
import { keepSafetyInSight } from './safety.ts';

/** The name under which the notice of an event (its hash) is sent exactly once. */
export const noticeId = (report: string, event: string): string => `notice:${report}:${event}`;

/**
 * Notifies a witness of a moderator's decision or question, once under this name. Skips witnesses who blocked the bot or
 * asked to be forgotten.
 *
 * A notice counts as told, and is put aside for an admin, when Telegram's answer to it was lost: nobody can know whether it
 * arrived, and it must not arrive twice.
 */
export const notifyWitness = (deps: WorkerDeps, stored: StoredReport, notice: string): Promise<void> =>
  exactlyOnce(deps, notice, async () => {
    const { api, store, identity, log } = deps;
    const report = await store.reports.open(stored);
    // Erased meanwhile.
    if (!report) return;
    const contact = await store.chats.readContact(report.reporter);
    const chat = contact && identity.open(contact.chat);
    if (!contact || chat === undefined) return;
    const screen = noticeScreen(report, await loadCatalogue(contact.locale));
    if (!screen) return;
    let shown: Shown;
    try {
      shown = await show(api, screen, { chat: Number(chat) });
    } catch (error) {
      if (apiErrorOf(error) !== 'lost') throw error;
      await putAside(deps, { what: 'notice', subject: report.id, notice, reason: 'lost', state: 'open' });
      return keepSafetyInSight(deps, Number(chat), contact.locale);
    }
    await keepSafetyInSight(deps, Number(chat), contact.locale);
    log.info('notice', { outcome: shown.kind, status: report.status });
    // Skips users who blocked the bot or deleted their account: nobody can mend that.
    if (shown.kind === 'unreachable' && shown.why !== 'blocked' && shown.why !== 'chat_gone')
      throw new Refused(shown.why, 'open');
  });

/** Whether what made this version of a report is a moderator's decision or question, of which the witness is notified. */
export const concernsWitness = ({ last }: Pick<StoredReport, 'last'>): boolean => deciding.includes(last);

/** The events of which witnesses are notified. */
export const deciding: readonly StoredReport['last'][] = ['approved', 'rejected', 'asked'];
