import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import { isBesideObject } from '../../lib/report/beside-object.ts';
import type { Deps } from '../context.ts';
import { loadCatalogue } from '../locales/load.ts';
import { editInto, remove, show } from '../telegram/screen.ts';
import { screenOf } from './interview/interview.ts';

/**
 * Shows the safety text again, below what came into a chat by itself, to somebody who may be beside an object: a notice
 * would otherwise be the last message that they see. The new message is noted before it gets its buttons, as every screen
 * is (`respond.ts`). Whoever answered meanwhile has a newer screen below it: then this one goes. `locale` is for chats in which
 * none was chosen.
 */
export const repeatSafety = async (
  { api, store, identity, country, now }: Pick<Deps, 'api' | 'store' | 'identity' | 'country' | 'now'>,
  chatId: number,
  locale: Locale,
): Promise<void> => {
  const [key, ...earlier] = allPseudonyms(identity).map(({ chatKey }) => chatKey(chatId));
  for (const name of [key ?? '', ...earlier]) {
    const chat = await store.chats.read(name);
    if (!chat) continue;
    const { draft, screen: former } = chat;
    if (!draft || !isBesideObject(draft)) return;
    const spoken = chat.locale ?? locale;
    const t = await loadCatalogue(spoken);
    const screen = screenOf({ draft, now: now(), country, locale: spoken, t });
    const sent = await show(api, { ...screen, buttons: [] }, { chat: chatId });
    if (sent.kind === 'unreachable') return;
    const { message } = sent;
    const noted = { ...chat, version: chat.version + 1, screen: message, leftOver: former };
    if ((await store.chats.save(name, noted)) === 'conflict') {
      await remove(api, chatId, message);
      return;
    }
    await editInto(api, screen, { chat: chatId, edit: message });
    if (former !== undefined && (await remove(api, chatId, former)) === 'stays')
      await editInto(api, { text: t.witness.movedOn, buttons: [] }, { chat: chatId, edit: former });
    return;
  }
};
