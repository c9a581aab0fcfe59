import { GrammyError } from 'grammy/web';
import { allPseudonyms } from '../../../lib/identity/identity.ts';
import type { Locale } from '../../../lib/locale.ts';
import { button, wholeQueue } from '../../callbacks/moderator.ts';
import { loadCatalogue } from '../../locales/load.ts';
import { rememberMigration } from '../../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../../runtime/dependencies.ts';
import type { Unreachable } from '../../telegram/api-errors.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { putAside, Refused, reasonOf } from '../put-aside.ts';

/** Acts on a chat. When Telegram answers that the group was upgraded, stores its new id and acts again on that. */
export const followUpgrade = async (
  deps: WorkerDeps,
  chat: number,
  act: (chat: number) => Promise<void>,
): Promise<void> => {
  try {
    await act(chat);
  } catch (error) {
    const upgraded = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
    if (upgraded === undefined) throw error;
    deps.log.warn('moderators_chat_upgraded');
    await rememberMigration(deps, upgraded);
    await act(upgraded);
  }
};

/** The view of a chat in the language that was chosen in it, under whichever secret. */
export const viewOf = async ({ store, identity, country }: WorkerDeps, chat: number): Promise<View> => {
  let locale: Locale | undefined;
  for (const { chatKey } of allPseudonyms(identity))
    locale ??= (await store.chats.read(chatKey(chat)))?.locale;
  locale ??= country.languages[0];
  return { t: await loadCatalogue(locale), locale, country };
};

/**
 * Sends a screen to the moderators' chat. The id of its message. Throws `Refused`, once that is noted for an admin, when
 * nothing can be written there.
 */
export const send = async (deps: WorkerDeps, chat: number, screen: Screen): Promise<number> => {
  const shown = await show(deps.api, screen, { chat });
  if (shown.kind === 'shown') return shown.message;
  throw await refusedBy(deps, shown.why);
};

/** Notes for an admin that nothing can be written to the group. What to throw then. */
export const refusedBy = async (deps: WorkerDeps, why: Unreachable): Promise<Refused> => {
  deps.log.warn('moderators_chat_unreachable', { reason: why });
  await putAside(deps, { ...groupProblem, reason: reasonOf(why), state: 'open' });
  return new Refused(why, 'later');
};

/** What is put aside while nothing can be written to the group, however much that is. */
export const groupProblem = { what: 'group', subject: 'moderators' } as const;

/** The row with the button that opens the queue. */
export const queueButton = ({ t }: View): Screen['buttons'] => [
  [button(t.moderator.digest.open, 'queue', { view: wholeQueue })],
];
