import { allPseudonyms } from '../../lib/identity/identity.ts';
import { type Locale, locales } from '../../lib/locale.ts';
import type { Ctx } from '../context.ts';
import { loadCatalogue } from '../locales/load.ts';
import { chatKey, current, respond, showPage, startScreen } from './respond.ts';

/** The person read who runs this and what is kept, and goes on. */
export const agree = async (ctx: Ctx): Promise<void> => {
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: { ...chat, consentAt: chat.consentAt ?? ctx.deps.now().toISOString() },
    value: undefined,
  }));
  await respond(ctx, changed.chat, { screen: startScreen(ctx, changed.chat) });
};

/** The language of everything from now on. */
export const chooseLanguage = async (ctx: Ctx, code: string): Promise<void> => {
  const locale: Locale | undefined = locales.find(known => known === code);
  if (!locale) return showPage(ctx, startScreen, ctx.t.witness.staleButton);
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: { ...chat, locale },
    value: undefined,
  }));
  ctx.locale = locale;
  ctx.t = await loadCatalogue(locale);
  await respond(ctx, changed.chat, current(ctx, changed.chat, ctx.t.witness.languageSet));
};

/** Erases contact, draft and settings, under every pseudonym that the person ever had. */
export const erase = async (ctx: Ctx): Promise<void> => {
  const { store, identity } = ctx.deps;
  const { userId, chatId } = ctx.person;
  for (const names of allPseudonyms(identity))
    await store.chats.forget(names.reporter(userId), names.chatKey(chatId));
  ctx.states.drop(chatKey(ctx));
  await showPage(ctx, () => ({ text: ctx.t.witness.erased, buttons: [], personal: true }));
};
