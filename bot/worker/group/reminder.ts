import { takeRoom } from '../../moderator/group-share.ts';
import { readModeratorsChat } from '../../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../../runtime/dependencies.ts';
import { exactlyOnce } from '../../telegram/exactly-once.ts';
import { html, join } from '../../telegram/html.ts';
import { formatAge } from '../../text/age.ts';

import { followUpgrade, queueButton, send, viewOf } from './moderators-chat.ts';

/** Reminds the moderators' chat of reports that have waited for longer than `reminderHours`, once in that time. */
export const sendReminder = async (deps: WorkerDeps, reminderHours: number): Promise<void> => {
  const chat = await readModeratorsChat(deps);
  if (chat === undefined) return;
  const { store } = deps;
  const reminderMs = reminderHours * 3_600_000;
  const nowMs = deps.now().getTime();
  const since = new Date(nowMs - reminderMs).toISOString();
  const { items } = await store.queue.list({ limit: 1, since });
  const [oldest] = items;
  if (!oldest) return;
  await exactlyOnce(deps, `reminder:${Math.floor(nowMs / reminderMs)}`, async () => {
    const { count, more } = await store.queue.size({ since });
    await takeRoom(deps, 'update');
    await followUpgrade(deps, chat, async current => {
      const view = await viewOf(deps, current);
      const { digest, queue } = view.t.moderator;
      const age = (ms: number) => formatAge(ms, view.locale);
      const text = join(
        [
          html`<b>${digest.reminder(queue.count(count, more), age(reminderMs))}</b>`,
          html`${digest.oldest(age(nowMs - Date.parse(oldest.since)))}`,
        ],
        '\n',
      );
      await send(deps, current, { text, buttons: queueButton(view) });
    });
  });
};
