import { GrammyError } from 'grammy/web';
import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import { button, wholeQueue } from '../callbacks/moderator.ts';
import { loadCatalogue } from '../locales/load.ts';
import { rememberMigration } from '../moderator/team/chat-migration.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { type Screen, show } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';

/**
 * How many cards and digests go to the group a minute. Telegram takes 20 messages a minute to a group
 * (core.telegram.org/bots/faq); the rest is for what the bot answers there.
 */
export const cardsPerMinute = 12;
export const digestsPerMinute = 15;

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

/** Sends a screen to a chat, or edits a message into it. The id of its message; undefined when the chat is unreachable. */
export const send = async (
  { api, log }: WorkerDeps,
  chat: number,
  screen: Screen,
  edit?: number,
): Promise<number | undefined> => {
  const shown = await show(api, screen, { chat, edit });
  if (shown.kind === 'shown') return shown.message;
  log.warn('moderators_chat_unreachable');
  return undefined;
};

/** The row with the button that opens the queue. */
export const queueButton = ({ t }: View): Screen['buttons'] => [
  [button(t.moderator.digest.open, 'queue', { view: wholeQueue })],
];
