import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Draft } from '../../lib/report/draft.ts';
import { type Chat, isStored } from '../../lib/store/chats/chats.ts';
import { attempts, BusyError, type Change } from '../chat-states.ts';
import type { Ctx } from '../context.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Parsers } from '../parsers.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import type { Html } from '../telegram/html.ts';
import { editInto, remove, type Screen, show } from '../telegram/screen.ts';
import { screenOf } from './interview/interview.ts';
import type { View } from './interview/question.ts';
import { isLocating } from './interview/questions/place.ts';
import { writtenAt } from './message-input.ts';
import * as pages from './pages.ts';

/**
 * A screen to be shown, with a word to the one who pressed, or the phone's button for sending a location. `inPlace`: over
 * the screen that is there, even when a message was sent below it.
 */
export type Response = Readonly<{ screen: Screen; alert?: string; locate?: true; inPlace?: boolean }>;

/** `again`: this update may have been taken before, and shown a screen of which nobody knows. */
type Shown = Response & Readonly<{ again?: boolean }>;

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
  now: writtenAt(ctx.message, ctx.deps.now()),
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
  const { draft } = chat;
  if (!draft) return pages.homePage(pageView(ctx));
  // A press delivered twice begins one draft, of which nothing is to be resumed yet.
  const isEmpty = Object.keys(draft.answers).length === 0;
  return screenOf(view(ctx, draft), { overlay: isEmpty ? undefined : 'resume' });
};

/** Shows the current screen again with a note, for a message that answers nothing. */
export const showCurrent = (ctx: Ctx, note: Html): Promise<void> =>
  showPage(ctx, (_, chat) => currentScreen(ctx, chat, note));

/** Shows a screen that changes nothing of what the person said. */
export const showPage = async (
  ctx: Ctx,
  page: (ctx: Ctx, chat: Chat) => Screen,
  alert?: string,
): Promise<void> => {
  const chat = await ctx.states.read(chatKey(ctx));
  // A screen below a message is recorded before it is sent, so that a second delivery does not send another.
  if (ctx.callbackQuery || !isStored(chat)) {
    await respond(ctx, chat, { screen: page(ctx, chat), alert, again: !isStored(chat) });
    return removeLeftOver(ctx, chat);
  }
  await changeChat(
    ctx,
    same => ({ chat: same, value: undefined }),
    same => ({ screen: page(ctx, same), alert }),
  );
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
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, async before => {
    const change = await reduce(before);
    // The first press is on the first screen. Which message shows later ones is noted once they are shown.
    return { ...change, chat: { ...change.chat, screen: change.chat.screen ?? pressedMessage(ctx) } };
  });
  const { chat } = changed;
  // Nothing that the phone offers outlives its question, nor can a stray tap later tell where the person is. An update that
  // comes again may have been cut short before it was closed.
  const isAgain = changed.kind === 'repeated';
  const closes = isAgain || isLocating(changed.before.draft) || ctx.message?.location !== undefined;
  if (closes && !isLocating(chat.draft)) await closeLocationKeyboard(ctx);
  if (!isAgain) return respond(ctx, chat, render(chat, changed.value));
  await respond(ctx, chat, { ...render(chat, undefined), inPlace: true, again: true });
  await removeLeftOver(ctx, chat);
};

/** Ends what a crash may have cut short: this update noted its screen in `chat`, and the one before was to be deleted. */
const removeLeftOver = async (ctx: Ctx, { leftOver, recent }: Chat): Promise<void> => {
  if (leftOver !== undefined && recent.includes(ctx.update.update_id))
    await remove(ctx.deps.api, ctx.person.chatId, leftOver);
};

const pressedMessage = (ctx: Ctx): number | undefined => ctx.callbackQuery?.message?.message_id;

/** A reply keyboard, because only that can ask the phone for its location. */
const locationKeyboard = (t: Catalogue) => ({
  keyboard: [[{ text: t.witness.place.sendLocationButton, request_location: true }]],
  resize_keyboard: true,
  one_time_keyboard: true,
});

/** Only a message can take a reply keyboard away. It has nothing else to say, and goes. */
export const closeLocationKeyboard = async ({ deps: { api }, person: { chatId }, t }: Ctx): Promise<void> => {
  const closing = await api.sendMessage(chatId, t.witness.place.locationClosed, {
    reply_markup: { remove_keyboard: true },
  });
  await remove(api, chatId, closing.message_id);
};

/**
 * Shows a screen, and keeps it the only one. A press edits the message pressed; a message is answered below it. A message
 * that is not the one noted in `chat` takes its place: it is noted, and then the other is deleted.
 */
const respond = async (ctx: Ctx, chat: Chat, shown: Shown): Promise<void> => {
  const { api } = ctx.deps;
  const { chatId } = ctx.person;
  const { alert, locate } = shown;
  const [message] = await Promise.all([
    place(ctx, chat, shown),
    ctx.callbackQuery && acknowledge(ctx, alert === undefined ? undefined : { text: alert, alert: true }),
  ]);
  if (locate)
    await api.sendMessage(chatId, ctx.t.witness.place.sendLocationHint, {
      reply_markup: locationKeyboard(ctx.t),
    });
  if (message !== undefined) await keepOnly(ctx, chat, message);
};

/** Edits or sends a screen. Undefined: whoever deleted the message has shown a newer screen, or the person blocked the bot. */
const place = async (
  ctx: Ctx,
  known: Chat,
  { screen, inPlace, again }: Shown,
): Promise<number | undefined> => {
  const { api } = ctx.deps;
  const { screen: noted } = known;
  const chat = ctx.person.chatId;
  const pressed = pressedMessage(ctx);
  const before = again && pressed === undefined ? await findShown(ctx, known, screen) : undefined;
  if (before !== undefined) return before;
  for (const edit of new Set(pressed === undefined ? [] : [pressed, noted ?? pressed])) {
    const { kind } = await editInto(api, screen, { chat, edit });
    if (kind === 'shown') return edit;
    if (kind === 'unreachable') return undefined;
    if (kind === 'fixed') break;
    if (edit === noted) return undefined;
  }
  const shown = await show(api, screen, { chat, edit: inPlace && pressed === undefined ? noted : undefined });
  return shown.kind === 'shown' ? shown.message : undefined;
};

/** How many messages below a person's message its answer is looked for: the location keyboard may have been closed first. */
const answersWithin = 3;

/**
 * The screen that an earlier delivery of this message sent, and could not note because Telegram's answer was lost; undefined
 * when there is none near. Telegram numbers all of a bot's private messages in one row, so it is among the next numbers unless
 * many people write at once. Only a message of the bot's own in this chat can be edited: nothing else is touched. Of a chat of
 * which nothing is stored, the page right above is the one shown before, and goes.
 */
const findShown = async (ctx: Ctx, chat: Chat, screen: Screen): Promise<number | undefined> => {
  const { api } = ctx.deps;
  const { chatId } = ctx.person;
  const written = ctx.message?.message_id;
  if (written === undefined || (chat.screen ?? 0) > written) return undefined;
  const isShownAt = async (edit: number): Promise<boolean> =>
    edit > 0 && (await editInto(api, screen, { chat: chatId, edit })).kind === 'shown';
  for (let below = 1; below <= (isStored(chat) ? answersWithin : 1); below += 1)
    if (await isShownAt(written + below)) return written + below;
  if (!isStored(chat) && (await isShownAt(written - 1))) await remove(api, chatId, written - 1);
  return undefined;
};

/**
 * Notes the message that shows the screen, and deletes the one that did before. Where somebody else saved the chat
 * meanwhile, the message is brought up to date first: whoever notes it has shown what is current.
 */
const keepOnly = async (ctx: Ctx, chat: Chat, message: number): Promise<void> => {
  const { api } = ctx.deps;
  const { chatId } = ctx.person;
  let current = chat;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // Before consent there is no stored chat to note it in, and one message may be left over.
    if (current.screen === message || !isStored(current)) return;
    const newer = await ctx.states.noteScreen(chatKey(ctx), ctx.update.update_id, current, message);
    if (!newer) {
      if (current.screen !== undefined) await remove(api, chatId, current.screen);
      return;
    }
    current = newer;
    if (current.screen !== message)
      await editInto(api, currentScreen(ctx, current), { chat: chatId, edit: message });
  }
  throw new BusyError();
};
