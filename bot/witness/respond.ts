import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Draft } from '../../lib/report/draft.ts';
import { type Chat, isStored } from '../../lib/store/chats/chats.ts';
import type { Change } from '../chat-states.ts';
import type { Ctx } from '../context.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Parsers } from '../parsers.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import type { Html } from '../telegram/html.ts';
import { remove, type Screen, show } from '../telegram/screen.ts';
import { screenOf } from './interview/interview.ts';
import type { View } from './interview/question.ts';
import * as pages from './pages.ts';

/**
 * A screen to be shown, with a word to the one who pressed, or the phone's button for sending a location. `inPlace`: over
 * the screen that is there, even when a message was sent below it.
 */
export type Response = Readonly<{ screen: Screen; alert?: string; locate?: true; inPlace?: boolean }>;

/** The pseudonyms under which a person's reports may be kept. */
export const reportersOf = ({ deps, person }: Ctx): readonly string[] =>
  allPseudonyms(deps.identity).map(({ reporter }) => reporter(person.userId));

/** The key under which the state of this chat is kept. */
export const chatKey = (ctx: Ctx): string => ctx.deps.identity.chatKey(ctx.person.chatId);

/** The view for pages around the interview. */
export const pageView = (ctx: Ctx): pages.PageView => ({
  t: ctx.t,
  country: ctx.deps.country,
  operator: ctx.deps.operator,
  kept: ctx.deps.kept,
});

/** The view for screens about the person's own report. */
export const reportView = (ctx: Ctx): pages.PageView & Readonly<{ locale: Locale }> => ({
  ...pageView(ctx),
  locale: ctx.locale,
});

/** The view for the interview. `parsers`, if they are loaded, also tell namesakes apart. */
export const view = (ctx: Ctx, draft: Draft, parsers?: Parsers): View => ({
  draft,
  now: ctx.deps.now(),
  country: ctx.deps.country,
  locale: ctx.locale,
  t: ctx.t,
  townBy: parsers?.townBy,
});

/** Where the person is: at a question, at the receipt of what was just sent, or at the beginning. */
export const currentScreen = (ctx: Ctx, chat: Chat, note?: Html): Screen => {
  if (chat.draft) return screenOf(view(ctx, chat.draft), { note });
  if (chat.sent) return pages.receiptPage(pageView(ctx), chat.sent, note);
  return chat.consentAt ? pages.homePage(pageView(ctx), note) : pages.welcomePage(pageView(ctx));
};

/** The entry screen: consent first, then the draft to be finished if there is one, else what can be done. */
export const startScreen = (ctx: Ctx, chat: Chat): Screen => {
  if (chat.consentAt === undefined) return pages.welcomePage(pageView(ctx));
  return chat.draft ? screenOf(view(ctx, chat.draft), { overlay: 'resume' }) : pages.homePage(pageView(ctx));
};

/** Shows the current screen again with a note, for a message that answers nothing. */
export const showCurrent = (ctx: Ctx, note: Html): Promise<void> =>
  showPage(ctx, (_, chat) => currentScreen(ctx, chat, note));

/** Shows a screen that changes nothing that is stored. */
export const showPage = async (
  ctx: Ctx,
  page: (ctx: Ctx, chat: Chat) => Screen,
  alert?: string,
): Promise<void> => {
  const chat = await ctx.states.read(chatKey(ctx));
  await respond(ctx, chat, chat.screen, { screen: page(ctx, chat), alert });
};

/**
 * Changes the person's chat, then shows what `render` makes of the state that was saved. `reduce` decides and no more: it
 * is called again when somebody else saved in between. `value` is what it returned beside the chat, undefined when this
 * update was taken before.
 */
export const changeChat = async <Value>(
  ctx: Ctx,
  reduce: (chat: Chat) => Change<Value> | Promise<Change<Value>>,
  render: (chat: Chat, value: Value | undefined) => Response,
): Promise<void> => {
  const pressed = ctx.callbackQuery?.message?.message_id;
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, async before => {
    const change = await reduce(before);
    // A press shows the next screen in the message pressed, so that nothing is left to be noted afterwards.
    return { ...change, chat: { ...change.chat, screen: pressed ?? change.chat.screen } };
  });
  const value = changed.kind === 'changed' ? changed.value : undefined;
  await respond(ctx, changed.chat, changed.before.screen, render(changed.chat, value));
};

/** A reply keyboard, because only that can ask the phone for its location. */
const locationKeyboard = (t: Catalogue) => ({
  keyboard: [[{ text: t.witness.place.sendLocationButton, request_location: true }]],
  resize_keyboard: true,
  one_time_keyboard: true,
});

/**
 * Shows a screen where the person looks, and keeps it the only one: a press edits the message pressed; a message is
 * answered below it, and the screen above (`previous`) is deleted.
 */
const respond = async (
  ctx: Ctx,
  chat: Chat,
  previous: number | undefined,
  { screen, alert, locate, inPlace }: Response,
): Promise<void> => {
  const { api, store } = ctx.deps;
  const { chatId } = ctx.person;
  const pressed = ctx.callbackQuery?.message?.message_id;
  const edit = pressed ?? (inPlace ? previous : undefined);
  const [shown] = await Promise.all([
    show(api, screen, { chat: chatId, edit }),
    ctx.callbackQuery && acknowledge(ctx, alert === undefined ? undefined : { text: alert, alert: true }),
  ]);
  if (locate)
    await api.sendMessage(chatId, ctx.t.witness.place.sendLocationHint, {
      reply_markup: locationKeyboard(ctx.t),
    });
  if (shown.kind === 'unreachable') return;
  const { message } = shown;
  // Before consent there is no stored chat to note it in, and one message may be left over.
  if (message !== chat.screen && isStored(chat)) {
    const noted = await store.chats.noteScreen(chatKey(ctx), chat.version, message);
    // Another update of this chat was answered meanwhile, with a newer screen.
    if (noted === 'conflict' && message !== edit) return remove(api, chatId, message);
  }
  if (previous !== undefined && previous !== message) await remove(api, chatId, previous);
};
