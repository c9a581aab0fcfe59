import { groupKey, takeRoom } from '../../moderator/group-share.ts';
import { readModeratorsChat } from '../../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../../runtime/dependencies.ts';
import { exactlyOnce } from '../../telegram/exactly-once.ts';
import { html, join } from '../../telegram/html.ts';
import { followUpgrade, groupProblem, queueButton, send, viewOf } from './moderators-chat.ts';

/** Counts a published incident for the next digest, once for each event (its hash). */
export const noteRelease = async (deps: WorkerDeps, incident: string, event: string): Promise<void> => {
  if (deps.moderatorsChat === undefined) return;
  await exactlyOnce(deps, `release:${incident}:${event}`, () =>
    deps.store.digests.postpone(groupKey(deps), 'releases'),
  );
};

/**
 * Sends one message about the cards that were put off, the releases since the last one, and anonymous words that found no
 * room for an answer, if there are any. They stay
 * counted until Telegram has answered that it took the message: a digest whose answer was lost comes again, with the same
 * counts, for reports that nobody was told of would be the worse fault.
 */
export const sendDigest = async (deps: WorkerDeps): Promise<void> => {
  const chat = await readModeratorsChat(deps);
  if (chat === undefined) return;
  const { store } = deps;
  const key = groupKey(deps);
  const pending = await store.digests.read(key);
  const { cards, releases, anonymous } = pending;
  if (cards <= 0 && releases <= 0 && anonymous <= 0) return;
  if (!(await takeRoom(deps, 'digest'))) return;
  const { count, more } = await store.queue.size();
  await followUpgrade(deps, chat, async current => {
    const view = await viewOf(deps, current);
    const { digest, queue, releasedNow } = view.t.moderator;
    const text = join([
      cards > 0 ? join([html`<b>${digest.title(cards)}</b>`, html`${digest.how}`], '\n') : undefined,
      releases > 0 ? html`${releasedNow(releases)}` : undefined,
      cards > 0 ? html`${digest.waiting(queue.count(count, more))}` : undefined,
      anonymous > 0 ? html`${digest.anonymous}` : undefined,
    ]);
    await send(deps, current, { text, buttons: cards > 0 ? queueButton(view) : [] });
  });
  await store.digests.settle(key, pending);
  await store.problems.solve(groupProblem);
};

/** Asks Telegram whether the group takes messages again. Throws while it does not. */
export const probeGroup = async (deps: WorkerDeps): Promise<void> => {
  const chat = await readModeratorsChat(deps);
  if (chat === undefined) return;
  await followUpgrade(deps, chat, async current => {
    await deps.api.sendChatAction(current, 'typing');
  });
  await deps.store.problems.solve(groupProblem);
};
