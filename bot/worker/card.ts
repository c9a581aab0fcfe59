import { waits } from '../../lib/review/lifecycle.ts';
import type { Outcome } from '../../lib/review/outline.ts';
import type { Card } from '../../lib/store/chats/notices.ts';
import { isRetryable } from '../../lib/store/dynamodb/errors.ts';
import { exactlyOnce } from '../exactly-once.ts';
import { cardScreen, erasedScreen } from '../moderator/report/card.ts';
import { cardContextOf } from '../moderator/report/card-context.ts';
import { readModeratorsChat } from '../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { isTransient, isUnreachable, refusalOf } from '../telegram/refusals.ts';
import { editInto, type Screen } from '../telegram/screen.ts';
import { inTries } from '../tries.ts';
import {
  cardsPerMinute,
  followUpgrade,
  groupKey,
  isChat,
  refusedBy,
  send,
  viewOf,
} from './moderators-chat.ts';
import { Refused } from './put-aside.ts';

/** A card to show: of which report, by which event (its hash), and whether that brings news. */
type Shown = Readonly<{
  id: string;
  event: string;
  isNews: boolean;
  /** The group has refused just now: what would be a new card goes into the digest at once. */
  isRefused?: boolean;
}>;

/**
 * Shows a report's card in the moderators' chat, once for each event: edits the card that is there or, when a waiting
 * report brings news, sends a new one. What the group refuses to take goes into the digest. Does nothing without a
 * moderators' chat. `refused`: the group takes nothing at present.
 */
export const showCard = async (deps: WorkerDeps, shown: Shown): Promise<'told' | 'refused'> => {
  const chat = await readModeratorsChat(deps);
  if (chat === undefined) {
    deps.log.info('card_skipped', { reason: 'no_moderators_chat' });
    return 'told';
  }
  let outcome: 'told' | 'refused' = 'told';
  await exactlyOnce(deps, `card:${shown.id}:${shown.event}`, () =>
    followUpgrade(deps, chat, async current => {
      outcome = await refreshCard(deps, current, shown);
    }),
  );
  return outcome;
};

/** Whether the witness added something that moderators have not seen: the report, a reply, or an amendment. */
export const bringsNews = ({ last }: Pick<Outcome, 'last'>): boolean =>
  last === 'answered' || last === 'amended';

/**
 * Shows the report as it is now, whatever the stream's record says: an old record must not bring back an old card. A report
 * that was decided before it had a card gets none; a card beyond the minute's limit is counted for the digest instead. The
 * card of a group that has another id by now stays there, and a new one is sent.
 */
const refreshCard = async (
  deps: WorkerDeps,
  chat: number,
  { id, isNews, isRefused = false }: Shown,
): Promise<'told' | 'refused'> => {
  const { store, api } = deps;
  const [report, known] = await Promise.all([store.reports.read(id), store.notices.readCard(id)]);
  const card = known && isHere(deps, chat, known) ? known.message : undefined;
  if (!report) return shrinkCards(deps, chat, id, card);
  if (known === undefined && !waits(report)) return 'told';
  const screen = async (): Promise<Screen> =>
    cardScreen(report, await viewOf(deps, chat), await cardContextOf(report, deps));
  if (card !== undefined && !(isNews && waits(report))) {
    const edited = await editInto(api, await screen(), { chat, edit: card });
    if (edited.kind === 'shown') return 'told';
    if (edited.kind === 'unreachable') throw await refusedBy(deps, edited.why);
  }
  const mayBeSent = !isRefused && (await store.rateLimit.take(groupKey(deps), cardsPerMinute));
  if (!mayBeSent) {
    await store.digests.postpone(groupKey(deps), 'cards');
    return 'told';
  }
  return sendCard(deps, chat, id, await screen());
};

/** Sends a new card, or counts it for the digest when the group does not take it, or may have taken it without an answer. */
const sendCard = async (
  deps: WorkerDeps,
  chat: number,
  id: string,
  screen: Screen,
): Promise<'told' | 'refused'> => {
  const { store, identity, log } = deps;
  try {
    const mayPass = (error: unknown) => refusalOf(error) === 'server' || refusalOf(error) === 'unreached';
    const message = await inTries(() => send(deps, chat, screen), mayPass);
    // It is there: it shall not come again because its number could not be kept. The next change brings a new card then.
    await inTries(
      () => store.notices.setCard(id, { chat: identity.chatKey(chat), message }),
      isRetryable,
    ).catch((error: unknown) => log.error('card_not_kept', error));
    return 'told';
  } catch (error) {
    const why = error instanceof Refused ? error.why : refusalOf(error);
    if (why === undefined || why === 'migrated') throw error;
    await inTries(() => store.digests.postpone(groupKey(deps), 'cards'), isRetryable);
    if (isUnreachable(why) || isTransient(why) || why === 'lost') return 'refused';
    throw error;
  }
};

const isHere = (deps: WorkerDeps, chat: number, { chat: at }: Card): boolean =>
  at === undefined ? chat === deps.moderatorsChat : isChat(deps, chat, at);

/** Shows only what became of an erased report, wherever moderators were shown more of it: each message for itself. */
const shrinkCards = async (
  deps: WorkerDeps,
  chat: number,
  id: string,
  card: number | undefined,
): Promise<'told'> => {
  const { api, store } = deps;
  const outcome = await store.reports.outcome(id);
  if (!outcome) return 'told';
  const { items: copies } = await store.notices.copiesOf(id);
  const isCopy = copies.some(copy => copy.chat === chat && copy.message === card);
  const own = card === undefined || isCopy ? [] : [{ chat, message: card }];
  const failed: unknown[] = [];
  for (const { chat: at, message } of [...copies, ...own]) {
    try {
      await editInto(api, erasedScreen(outcome, await viewOf(deps, at), undefined), {
        chat: at,
        edit: message,
      });
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return 'told';
};
