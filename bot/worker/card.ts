import { canonical } from '../../lib/history/event.ts';
import type { Report } from '../../lib/report/report.ts';
import { waits } from '../../lib/review/lifecycle.ts';
import { cardScreen } from '../moderator/report/card.ts';
import { cardContextOf } from '../moderator/report/card-context.ts';
import { readModeratorsChat } from '../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { exactlyOnce } from './exactly-once.ts';
import { cardsPerMinute, followUpgrade, send, viewOf } from './moderators-chat.ts';

/**
 * Shows a report's card in the moderators' chat, once for each version: edits the card that is there or, when a waiting
 * report brings news, sends a new one. Does nothing without a moderators' chat.
 */
export const showCard = async (deps: WorkerDeps, report: Report, isNews: boolean): Promise<void> => {
  const chat = await readModeratorsChat(deps);
  if (chat === undefined) return deps.log.info('card_skipped', { reason: 'no_moderators_chat' });
  await exactlyOnce(deps, `card:${report.id}:${report.version}`, () =>
    followUpgrade(deps, chat, current => refreshCard(deps, current, report.id, isNews)),
  );
};

/** Whether the witness added something that moderators have not seen: a reply, or an amendment of a report that did not wait. */
export const bringsNews = (before: Report | undefined, after: Report): boolean => {
  if (!before) return false;
  const replies = ({ questions = [] }: Report) => questions.filter(({ reply }) => reply).length;
  if (replies(after) > replies(before)) return true;
  return before.waitingSince !== after.waitingSince && canonical(before.answers) !== canonical(after.answers);
};

/**
 * Shows the report as it is now, whatever the stream's record says: an old record must not bring back an old card. A report
 * that was decided before it had a card gets none; a card beyond the minute's limit is counted for the digest instead.
 */
const refreshCard = async (deps: WorkerDeps, chat: number, id: string, isNews: boolean): Promise<void> => {
  const { store, identity } = deps;
  const [report, card] = await Promise.all([store.reports.read(id), store.notices.readCard(id)]);
  if (!report || (card === undefined && !waits(report))) return;
  const isNew = card === undefined || (isNews && waits(report));
  const key = identity.chatKey(chat);
  if (isNew && !(await store.rateLimit.take(key, cardsPerMinute)))
    return store.digests.postpone(key, 'cards');
  const screen = cardScreen(report, await viewOf(deps, chat), await cardContextOf(report, deps));
  const message = await send(deps, chat, screen, isNew ? undefined : card);
  if (message !== undefined && message !== card) await store.notices.setCard(id, message);
};
