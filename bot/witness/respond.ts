import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Draft } from '../../lib/report/draft.ts';
import type { Chat } from '../../lib/store/chats/chats.ts';
import type { Ctx } from '../context.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Parsers } from '../parsers.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import type { Html } from '../telegram/html.ts';
import { remove, type Screen, show } from '../telegram/screen.ts';
import { screenOf } from './interview/interview.ts';
import type { View } from './interview/question.ts';
import * as pages from './pages.ts';

/** A screen to be shown, with a word to the one who pressed, or the phone's button for sending a location. */
export type Response = Readonly<{ screen: Screen; alert?: string; locate?: true }>;

/** The pseudonyms under which a person's reports may be kept. */
export const reportersOf = ({ deps, person }: Ctx): readonly string[] =>
  allPseudonyms(deps.identity).map(({ reporter }) => reporter(person.userId));

/** The key under which the state of this chat is kept. */
export const chatKey = (ctx: Ctx): string => ctx.deps.identity.chatKey(ctx.person.chatId);

/** What the pages around the interview need. */
export const pageView = (ctx: Ctx): pages.PageView => ({
  t: ctx.t,
  country: ctx.deps.country,
  operator: ctx.deps.operator,
  kept: ctx.deps.kept,
});

/** What a screen about one's own report needs. */
export const reportView = (ctx: Ctx): pages.PageView & Readonly<{ locale: Locale }> => ({
  ...pageView(ctx),
  locale: ctx.locale,
});

/** What the interview looks at. `parsers` are there when words or a point came. */
export const view = (ctx: Ctx, draft: Draft, parsers?: Parsers): View => ({
  draft,
  now: ctx.deps.now(),
  country: ctx.deps.country,
  locale: ctx.locale,
  t: ctx.t,
  ...(parsers && { parsers }),
});

/** Where the person is: at a question, at the receipt of what was just sent, or at the beginning. */
export const currentScreen = (ctx: Ctx, chat: Chat, note?: Html): Screen => {
  if (chat.draft) return screenOf(view(ctx, chat.draft), note ? { note } : {});
  if (chat.sent) return pages.receiptPage(pageView(ctx), chat.sent, note);
  return chat.consentAt ? pages.homePage(pageView(ctx), note) : pages.welcomePage(pageView(ctx));
};

/** The screen of where the person is. */
export const current = (ctx: Ctx, chat: Chat, note?: Html): Response => ({
  screen: currentScreen(ctx, chat, note),
});

/** The way in: what to know first, the report that waits to be finished, or what can be done. */
export const startScreen = (ctx: Ctx, chat: Chat): Screen => {
  if (chat.consentAt === undefined) return pages.welcomePage(pageView(ctx));
  return chat.draft ? screenOf(view(ctx, chat.draft), { overlay: 'resume' }) : pages.homePage(pageView(ctx));
};

/** Shows where the person is again, with a note: nothing they did was an answer. */
export const showCurrent = async (ctx: Ctx, note: Html): Promise<void> => {
  const chat = await ctx.states.read(chatKey(ctx));
  await respond(ctx, chat, current(ctx, chat, note));
};

/** Shows a screen that changes nothing that is stored. */
export const showPage = async (
  ctx: Ctx,
  page: (ctx: Ctx, chat: Chat) => Screen,
  alert?: string,
): Promise<void> => {
  const chat = await ctx.states.read(chatKey(ctx));
  await respond(ctx, chat, { screen: page(ctx, chat), ...(alert !== undefined && { alert }) });
};

/** The phone's button that sends its location: the one thing that only a keyboard below the text field can do. */
const locationKeyboard = (t: Catalogue) => ({
  keyboard: [[{ text: t.witness.place.sendLocationButton, request_location: true }]],
  resize_keyboard: true,
  one_time_keyboard: true,
});

/**
 * Shows a screen where the person looks: a press edits the message pressed; a message is answered below it, and the
 * screen above goes, so that there is always one.
 */
export const respond = async (
  ctx: Ctx,
  chat: Chat,
  { screen, alert, locate }: Response,
  { inPlace = false }: Readonly<{ inPlace?: boolean }> = {},
): Promise<void> => {
  const { api } = ctx.deps;
  const { chatId } = ctx.person;
  const pressed = ctx.callbackQuery?.message?.message_id;
  const edit = pressed ?? (inPlace ? chat.screen : undefined);
  const [shown] = await Promise.all([
    show(api, screen, { chat: chatId, edit }),
    ctx.callbackQuery && acknowledge(ctx, alert === undefined ? undefined : { text: alert, alert: true }),
  ]);
  if (locate)
    await api.sendMessage(chatId, ctx.t.witness.place.sendLocationHint, {
      reply_markup: locationKeyboard(ctx.t),
    });
  if (shown.kind === 'unreachable') return;
  ctx.states.noteScreen(chatKey(ctx), shown.message);
  if (chat.screen !== undefined && chat.screen !== shown.message) await remove(api, chatId, chat.screen);
};
