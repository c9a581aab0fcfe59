import type { Incident } from '../../lib/incident/incident.ts';
import { readModeratorsChat } from '../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { html, join } from '../telegram/html.ts';
import { exactlyOnce } from './exactly-once.ts';
import { digestsPerMinute, followUpgrade, queueButton, send, viewOf } from './moderators-chat.ts';

/** Counts a published incident for the next digest, once for each version. */
export const noteRelease = async (
  deps: WorkerDeps,
  { id, version }: Pick<Incident, 'id' | 'version'>,
): Promise<void> => {
  const chat = await readModeratorsChat(deps);
  if (chat === undefined) return;
  await exactlyOnce(deps, `release:${id}:${version}`, () =>
    deps.store.digests.postpone(deps.identity.chatKey(chat), 'releases'),
  );
};

/** Sends one message about the cards that were put off and the releases since the last one, if there are any. */
export const sendDigest = async (deps: WorkerDeps): Promise<void> => {
  const chat = await readModeratorsChat(deps);
  if (chat === undefined) return;
  const { store, identity } = deps;
  const key = identity.chatKey(chat);
  const pending = await store.digests.read(key);
  const { cards, releases } = pending;
  if (cards <= 0 && releases <= 0) return;
  if (!(await store.rateLimit.take(key, digestsPerMinute))) return;
  const { count, more } = await store.queue.size();
  await followUpgrade(deps, chat, async current => {
    const view = await viewOf(deps, current);
    const { digest, queue, releasedNow } = view.t.moderator;
    const text = join([
      cards > 0 ? join([html`<b>${digest.title(cards)}</b>`, html`${digest.how}`], '\n') : undefined,
      releases > 0 ? html`${releasedNow(releases)}` : undefined,
      cards > 0 ? html`${digest.waiting(queue.count(count, more))}` : undefined,
    ]);
    await send(deps, current, { text, buttons: cards > 0 ? queueButton(view) : [] });
  });
  await store.digests.settle(key, pending);
};
