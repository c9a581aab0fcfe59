import { waits } from '../../lib/review/lifecycle.ts';
import type { Outcome } from '../../lib/review/outline.ts';
import type { CardCopy } from '../../lib/store/chats/notices.ts';
import { cardScreen, erasedScreen } from '../moderator/report/card.ts';
import { cardContextOf } from '../moderator/report/card-context.ts';
import { readModeratorsChat } from '../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { editInto, remove, type Screen } from '../telegram/screen.ts';
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
  const [report, known] = await Promise.all([store.reports.read(id), store.notices.readCard(id)]);
  // Numbers of messages are a chat's own: in the group that Telegram made of the old one, they are of other messages.
  const card = known && (known.chat ?? deps.moderatorsChat) === chat ? known.message : undefined;
  if (!report) return shrinkCards(deps, chat, id, card);
  if (known === undefined && !waits(report)) return;
  const isNew = card === undefined || (isNews && waits(report));
  const key = identity.chatKey(chat);
  if (isNew && !(await store.rateLimit.take(key, cardsPerMinute)))
    return store.digests.postpone(key, 'cards');
  const screen = cardScreen(report, await viewOf(deps, chat), await cardContextOf(report, deps));
  const message = await send(deps, chat, screen, isNew ? undefined : card);
  if (message === undefined || message === card) return;
  // A card that another one follows is noted too: it has words of the report as long as it is there.
  await store.notices.noteCopy(id, { chat, message });
  await store.notices.setCard(id, { chat, message });
};

/** Shows only what became of an erased report, wherever moderators were shown more of it. */
const shrinkCards = async (
  deps: WorkerDeps,
  chat: number,
  id: string,
  card: number | undefined,
): Promise<void> => {
  const { store } = deps;
  const outcome = await store.reports.outcome(id);
  if (!outcome) return;
  const { items: copies } = await store.notices.copiesOf(id);
  const all = card === undefined ? copies : [...copies, { chat, message: card }];
  const chats = [...new Set(all.map(copy => copy.chat))];
  const opened = await Promise.all(chats.map(at => dropEdit(deps, at, id)));
  const messages = [...all, ...opened.flatMap(copy => copy ?? [])];
  for (const at of chats) {
    const screen = erasedScreen(outcome, await viewOf(deps, at), undefined);
    const shown = new Set(messages.filter(copy => copy.chat === at).map(({ message }) => message));
    for (const message of shown) await shrink(deps, screen, { chat: at, edit: message });
  }
};

/** Edits a message into the outcome. What has no text, a photo say, is deleted. */
const shrink = async (
  { api, log }: WorkerDeps,
  screen: Screen,
  target: Readonly<{ chat: number; edit: number }>,
): Promise<void> => {
  const { kind } = await editInto(api, screen, target);
  if (kind !== 'fixed') return;
  await remove(api, target.chat, target.edit);
  log.info('card_removed', {});
};

/** Erases a moderator's unfinished correction of a report, in their private chat. The message that shows it, if there is one. */
const dropEdit = async (
  { store, identity }: WorkerDeps,
  chat: number,
  id: string,
): Promise<CardCopy | undefined> => {
  const key = identity.chatKey(chat);
  const found = await store.chats.read(key);
  if (found?.draft?.id !== id || found.draft.revises?.as !== 'moderator') return undefined;
  const { draft: _, ...rest } = found;
  // Somebody is writing in it just now: the stream delivers this again.
  if ((await store.chats.save(key, { ...rest, version: found.version + 1 })) === 'conflict')
    throw new Error('A moderator’s draft changed while it was to be erased.');
  return found.screen === undefined ? undefined : { chat, message: found.screen };
};
