import type { Api } from 'grammy/web';
import type { Report } from '../../lib/report/report.ts';
import { loadCatalogue } from '../locales/load.ts';
import { show } from '../telegram/screen.ts';
import { noticeScreen } from '../text/notice.ts';
import { exactlyOnce, type WorkerDeps } from './exactly-once.ts';

/** Tells a witness what a moderator decided or asks, once for each version. Whoever blocked the bot is let be. */
export const notifyWitness = (deps: WorkerDeps, api: Api, report: Report): Promise<void> =>
  exactlyOnce(deps, `notice:${report.id}:${report.version}`, async () => {
    const { store, identity, log } = deps;
    const contact = await store.chats.readContact(report.reporter);
    const chat = contact && identity.open(contact.chat);
    // Nobody to tell: the witness asked to be forgotten.
    if (!contact || chat === undefined) return;
    const screen = noticeScreen(report, await loadCatalogue(contact.locale));
    if (!screen) return;
    const shown = await show(api, screen, { chat: Number(chat) });
    log.info('notice', { outcome: shown.kind, status: report.status });
  });

/** Whether a change is one that its witness is told of: a decision of a moderator, or a question. Of their own they know. */
export const concernsWitness = (before: Report | undefined, after: Report): boolean =>
  (before?.status !== after.status && (after.status === 'approved' || after.status === 'rejected')) ||
  (after.status === 'needs_info' && (after.questions?.length ?? 0) > (before?.questions?.length ?? 0));
