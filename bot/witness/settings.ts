import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Ctx } from '../context.ts';
import { loadCatalogue } from '../locales/load.ts';
import {
  changeChat,
  chatKey,
  closeLocationKeyboard,
  currentScreen,
  showPage,
  startScreen,
} from './respond.ts';
import { isLocating } from './standing.ts';

/** Consent: the person has read who runs this and what is kept. */
export const agree = (ctx: Ctx): Promise<void> =>
  changeChat(
    ctx,
    chat => ({
      chat: { ...chat, consentAt: chat.consentAt ?? ctx.deps.now().toISOString() },
      value: undefined,
    }),
    async chat => ({ screen: await startScreen(ctx, chat) }),
  );

/** Sets the language of the chat. */
export const chooseLanguage = async (ctx: Ctx, locale: Locale): Promise<void> => {
  ctx.locale = locale;
  ctx.t = await loadCatalogue(locale);
  await changeChat(
    ctx,
    chat => ({ chat: { ...chat, locale }, value: undefined }),
    async chat => ({ screen: await currentScreen(ctx, chat, ctx.t.witness.languageSet) }),
  );
  await ctx.deps.store.followers.change(ctx.person.chatId, follower => follower && { ...follower, locale });
};

/** Erases contact, draft, settings and what is followed under every pseudonym that the person ever had. */
export const erase = async (ctx: Ctx): Promise<void> => {
  const { store, identity } = ctx.deps;
  const { userId, chatId } = ctx.person;
  const chat = await ctx.states.read(chatKey(ctx));
  if (isLocating(chat.draft)) await closeLocationKeyboard(ctx, chat);
  for (const names of allPseudonyms(identity))
    await store.chats.forget(names.reporter(userId), names.chatKey(chatId));
  await store.followers.forget(chatId);
  await showPage(ctx, () => ({ text: ctx.t.witness.erased, buttons: [], personal: true }));
};
