import { waits } from '../../lib/review/lifecycle.ts';
import type { Outcome } from '../../lib/review/outline.ts';
import { cardScreen, erasedScreen } from '../moderator/report/card.ts';
import { cardContextOf } from '../moderator/report/card-context.ts';
import { readModeratorsChat } from '../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { editInto } from '../telegram/screen.ts';
import { exactlyOnce } from './exactly-once.ts';
import { cardsPerMinute, followUpgrade, send, viewOf } from './moderators-chat.ts';

/**
 * Shows a report's card in the moderators' chat, once for each version: edits the card that is there or, when a waiting
 * report brings news, sends a new one. Does nothing without a moderators' chat.
 */
export const showCard = async (deps: WorkerDeps, report: Outcome, isNews: boolean): Promise<void> => {
  const chat = await readModeratorsChat(deps);
  if (chat === undefined) return deps.log.info('card_skipped', { reason: 'no_moderators_chat' });
  await exactlyOnce(deps, `card:${report.id}:${report.version}`, () =>
    followUpgrade(deps, chat, current => refreshCard(deps, current, report.id, isNews)),
  );
};

/** Whether the witness added something that moderators have not seen: the report, a reply, or an amendment. */
export const bringsNews = ({ last }: Outcome): boolean => last === 'answered' || last === 'amended';

/**
 * Shows the report as it is now, whatever the stream's record says: an old record must not bring back an old card. A report
 * that was decided before it had a card gets none; a card beyond the minute's limit is counted for the digest instead.
 */
const refreshCard = async (deps: WorkerDeps, chat: number, id: string, isNews: boolean): Promise<void> => {
  const { store, identity } = deps;
  const [report, card] = await Promise.all([store.reports.read(id), store.notices.readCard(id)]);
  if (!report) return shrinkCards(deps, chat, id, card);
  if (card === undefined && !waits(report)) return;
  const isNew = card === undefined || (isNews && waits(report));
  const key = identity.chatKey(chat);
  if (isNew && !(await store.rateLimit.take(key, cardsPerMinute)))
    return store.digests.postpone(key, 'cards');
  const screen = cardScreen(report, await viewOf(deps, chat), await cardContextOf(report, deps));
  const message = await send(deps, chat, screen, isNew ? undefined : card);
  if (message !== undefined && message !== card) await store.notices.setCard(id, message);
};

/** Shows only what became of an erased report, wherever moderators were shown more of it. */
const shrinkCards = async (
  deps: WorkerDeps,
  chat: number,
  id: string,
  card: number | undefined,
): Promise<void> => {
  const { api, store } = deps;
  const outcome = await store.reports.outcome(id);
  if (!outcome) return;
  const { items: copies } = await store.notices.copiesOf(id);
  for (const { chat: at, message } of copies) {
    const view = await viewOf(deps, at);
    await editInto(api, erasedScreen(outcome, view, undefined), { chat: at, edit: message });
  }
  const own = copies.some(copy => copy.chat === chat && copy.message === card);
  if (card !== undefined && !own)
    await editInto(api, erasedScreen(outcome, await viewOf(deps, chat), undefined), { chat, edit: card });
};
