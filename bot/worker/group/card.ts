import { waits } from '../../../lib/review/lifecycle.ts';
import type { Outcome } from '../../../lib/review/outline.ts';
import { isRetryable } from '../../../lib/store/dynamodb/errors.ts';
import { groupKey, takeRoom } from '../../moderator/group-share.ts';
import { cardScreen, erasedScreen } from '../../moderator/report/card.ts';
import { cardContextOf } from '../../moderator/report/card-context.ts';
import { readModeratorsChat } from '../../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../../runtime/dependencies.ts';
import { inTries } from '../../runtime/tries.ts';
import { apiErrorOf, isTransient, isUnreachable } from '../../telegram/api-errors.ts';
import { exactlyOnce } from '../../telegram/exactly-once.ts';
import { editInto, remove, type Screen } from '../../telegram/screen.ts';
import { Refused } from '../put-aside.ts';
import { followUpgrade, refusedBy, send, viewOf } from './moderators-chat.ts';

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
  // Numbers of messages are a chat's own: in the group that Telegram made of the old one, they are of other messages.
  const card = known?.chat === chat ? known.message : undefined;
  if (!report) return shrinkCards(deps, chat, id, card);
  if (known === undefined && !waits(report)) return 'told';
  const screen = async (): Promise<Screen> =>
    cardScreen(report, await viewOf(deps, chat), await cardContextOf(report, deps));
  if (card !== undefined && !(isNews && waits(report))) {
    if (!(await takeRoom(deps, 'update'))) throw new Refused('too_many', 'later');
    const edited = await editInto(api, await screen(), { chat, edit: card });
    if (edited.kind === 'shown') return 'told';
    if (edited.kind === 'unreachable') throw await refusedBy(deps, edited.why);
  }
  const mayBeSent = !isRefused && (await takeRoom(deps, 'card'));
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
  const { store, log } = deps;
  try {
    const mayPass = (error: unknown) => apiErrorOf(error) === 'server' || apiErrorOf(error) === 'unreached';
    const message = await inTries(() => send(deps, chat, screen), mayPass);
    // It has been sent, so failing to note its number must not send it again; the next change then brings a new card. A
    // card that another one follows is noted too: it has words of the report as long as it is there.
    await inTries(async () => {
      await store.notices.noteCopy(id, { chat, message });
      await store.notices.setCard(id, { chat, message });
    }, isRetryable).catch((error: unknown) => log.error('card_not_kept', error));
    return 'told';
  } catch (error) {
    const why = error instanceof Refused ? error.why : apiErrorOf(error);
    if (why === undefined || why === 'migrated') throw error;
    await inTries(() => store.digests.postpone(groupKey(deps), 'cards'), isRetryable);
    if (isUnreachable(why) || isTransient(why) || why === 'lost') return 'refused';
    throw error;
  }
};

/** Shows only what became of an erased report, wherever moderators were shown more of it: each message for itself. */
const shrinkCards = async (
  deps: WorkerDeps,
  chat: number,
  id: string,
  card: number | undefined,
): Promise<'told'> => {
  const { store } = deps;
  const outcome = await store.reports.outcome(id);
  if (!outcome) return 'told';
  const { items: copies } = await store.notices.copiesOf(id);
  const known = card === undefined ? copies : [...copies, { chat, message: card }];
  const failed: unknown[] = [];
  for (const at of new Set(known.map(copy => copy.chat))) {
    try {
      const drafted = await dropEdit(deps, at, id);
      const messages = new Set([
        ...known.filter(copy => copy.chat === at).map(({ message }) => message),
        ...(drafted === undefined ? [] : [drafted]),
      ]);
      const screen = erasedScreen(outcome, await viewOf(deps, at), undefined);
      for (const edit of messages) {
        // Counted, and done in any case: what was erased is not shown any longer than it must be.
        if (at === chat) await takeRoom(deps, 'update');
        await shrink(deps, screen, { chat: at, edit }).catch(error => failed.push(error));
      }
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return 'told';
};

/** Edits a message into the outcome. What has no text, a photo say, is deleted; of what stays an admin learns. */
const shrink = async (
  { api }: WorkerDeps,
  screen: Screen,
  target: Readonly<{ chat: number; edit: number }>,
): Promise<void> => {
  const { kind } = await editInto(api, screen, target);
  if (kind === 'fixed' && (await remove(api, target.chat, target.edit)) === 'stays')
    throw new Refused('refused', 'open');
};

/** Erases a moderator's unfinished correction of a report, in their private chat. The message that shows it, if there is one. */
const dropEdit = async (
  { store, identity }: WorkerDeps,
  chat: number,
  id: string,
): Promise<number | undefined> => {
  const key = identity.chatKey(chat);
  const found = await store.chats.read(key);
  if (found?.draft?.id !== id || found.draft.revises?.as !== 'moderator') return undefined;
  const { draft: _, ...rest } = found;
  // Somebody is writing in it just now: the stream delivers this again.
  if ((await store.chats.save(key, { ...rest, version: found.version + 1 })) === 'conflict')
    throw new Error('A moderator’s draft changed while it was to be erased.');
  return found.screen;
};
