import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { Locale } from '../../lib/locale.ts';
import { isBesideObject } from '../../lib/report/beside-object.ts';
import type { Draft } from '../../lib/report/draft.ts';
import { type Chat, isStored } from '../../lib/store/chats/chats.ts';
import { attempts, BusyError, type Change } from '../chat-states.ts';
import type { Ctx } from '../context.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { Parsers } from '../parsers.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import type { Html } from '../telegram/html.ts';
import { editInto, limits, remove, type Screen, show } from '../telegram/screen.ts';
import type { View } from './interview/question.ts';
import { writtenAt } from './message-input.ts';
import * as pages from './pages.ts';
import { isJustBegun, isLocating } from './standing.ts';

/** Loaded when there is a draft: the first screen of a new person needs none of it. */
const interview = () => import('./interview/interview.ts');

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
  now: writtenAt(ctx.message, ctx.deps.now()),
  country: ctx.deps.country,
  locale: ctx.locale,
  t: ctx.t,
  townBy: parsers?.townBy,
});

/** Where the person is: at a question, at the receipt of what was just sent, or at the beginning. */
export const currentScreen = async (ctx: Ctx, chat: Chat, note?: Html): Promise<Screen> => {
  if (chat.draft) return (await interview()).screenOf(view(ctx, chat.draft), { note });
  if (chat.sent) return pages.receiptPage(pageView(ctx), chat.sent, note);
  return chat.consentAt ? pages.homePage(pageView(ctx), note) : pages.welcomePage(pageView(ctx), note);
};

/**
 * The entry screen: consent first, then the draft to be finished if there is one, else what can be done. Beside an object the
 * safety text is what must be read, and nothing covers it.
 */
export const startScreen = async (ctx: Ctx, chat: Chat): Promise<Screen> => {
  if (chat.consentAt === undefined) return pages.welcomePage(pageView(ctx));
  const { draft } = chat;
  if (!draft) return pages.homePage(pageView(ctx));
  const overlay = isJustBegun(draft) || isBesideObject(draft) ? undefined : 'resume';
  return (await interview()).screenOf(view(ctx, draft), { overlay });
};

/** Shows the current screen again with a note, for a message that answers nothing. */
export const showCurrent = (ctx: Ctx, note: Html): Promise<void> =>
  showPage(ctx, (_, chat) => currentScreen(ctx, chat, note));

/** Shows a screen that changes nothing of what the person said. */
export const showPage = async (
  ctx: Ctx,
  page: (ctx: Ctx, chat: Chat) => Screen | Promise<Screen>,
  alert?: string,
): Promise<void> => {
  const chat = await ctx.states.read(chatKey(ctx));
  // A screen below a message is recorded before it is sent, so that a second delivery does not send another.
  if (ctx.callbackQuery) {
    await respond(ctx, chat, { screen: await page(ctx, chat), alert });
    return removeLeftOver(ctx, chat);
  }
  await changeChat(
    ctx,
    same => ({ chat: same, value: undefined }),
    async same => ({ screen: await page(ctx, same), alert }),
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
  render: (chat: Chat, value: Value | undefined) => Response | Promise<Response>,
): Promise<void> => {
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, async before => {
    const change = await reduce(before);
    // The first press is on the first screen. Which message shows later ones is noted once they are shown.
    const screen = change.chat.screen ?? pressedMessage(ctx);
    // Known for one write longer than it is there, for a crash before it is deleted.
    const isOpen = isLocating(before.draft) || isLocating(change.chat.draft);
    return { ...change, chat: { ...change.chat, screen, hint: isOpen ? before.hint : undefined } };
  });
  const { chat } = changed;
  // Nothing that the phone offers outlives its question, nor can a stray tap later tell where the person is. An update that
  // comes again may have been cut short before it was closed.
  const isAgain = changed.kind === 'repeated';
  const closes = isAgain || isLocating(changed.before.draft) || ctx.message?.location !== undefined;
  if (closes && !isLocating(chat.draft)) await closeLocationKeyboard(ctx, chat);
  if (!isAgain) return respond(ctx, chat, await render(chat, changed.value));
  await respond(ctx, chat, { ...(await render(chat, undefined)), inPlace: isBelow(ctx, chat) });
  await removeLeftOver(ctx, chat);
};

/** Ends what a crash may have cut short: this update noted its screen in `chat`, and the one before was to be deleted. */
const removeLeftOver = async (ctx: Ctx, { leftOver, recent }: Chat): Promise<void> => {
  if (leftOver !== undefined && recent.includes(ctx.update.update_id)) await retire(ctx, leftOver);
};

const pressedMessage = (ctx: Ctx): number | undefined => ctx.callbackQuery?.message?.message_id;

/** Whether the screen that is noted came after the message of this update, so that it is its answer or a later one. */
const isBelow = ({ message }: Ctx, { screen }: Chat): boolean =>
  screen !== undefined && (message === undefined || screen > message.message_id);

/** A reply keyboard, because only that can ask the phone for its location. */
const locationKeyboard = (t: Catalogue) => ({
  keyboard: [[{ text: t.witness.place.sendLocationButton, request_location: true }]],
  resize_keyboard: true,
  one_time_keyboard: true,
});

/** Opens the keyboard with a message that says what it is for, and notes that, so that it goes with the keyboard. */
const openLocationKeyboard = async (ctx: Ctx, chat: Chat): Promise<Chat> => {
  const { api } = ctx.deps;
  const { chatId } = ctx.person;
  const { message_id: hint } = await api.sendMessage(chatId, ctx.t.witness.place.sendLocationHint, {
    reply_markup: locationKeyboard(ctx.t),
  });
  let before = chat;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { kind, chat: after } = await ctx.states.note(chatKey(ctx), ctx.update.update_id, before, { hint });
    if (kind === 'saved') {
      if (before.hint !== undefined) await remove(api, chatId, before.hint);
      return after;
    }
    before = after;
    // Whoever answered meanwhile closed the keyboard before it was there.
    if (!isLocating(after.draft)) {
      await closeLocationKeyboard(ctx, { hint });
      return after;
    }
  }
  throw new BusyError();
};

/** Only a message can take a reply keyboard away. It has nothing else to say, and goes, as does the one that brought the keyboard. */
export const closeLocationKeyboard = async (
  { deps: { api }, person: { chatId }, t }: Ctx,
  { hint }: Pick<Chat, 'hint'>,
): Promise<void> => {
  const closing = await api.sendMessage(chatId, t.witness.place.locationClosed, {
    reply_markup: { remove_keyboard: true },
  });
  await Promise.all([closing.message_id, hint].map(id => id !== undefined && remove(api, chatId, id)));
};

/*
 * One screen. A message of the bot's has working buttons only if `chat.screen` names it, or named it and `chat.leftOver` says
 * that it is to go:
 * - A new screen is sent without its buttons, then noted, and only then given them, while the one before goes. Whoever is
 *   cut short before the note leaves words that nobody can press, and the delivery that follows sends the screen again;
 *   after the note, it finds the message by its number, and ends what was begun.
 * - Only what is noted, or what the person pressed, is ever edited or deleted: never a message for the place that it is in.
 *   So notices, readers' lists and whatever else the bot writes in between stay as they are.
 * - The note is conditional on the version of the chat. Of two at once one comes second: it brings its own message up to
 *   date and retires that of the first.
 * - A press on any other message with buttons (a notice, a list, a screen that outlived a crash) makes that the screen, and
 *   the one before goes; but for a screen that is about to be deleted: it leads to the one that is noted.
 * Before consent this note is all that is stored, for as long as a draft would be.
 */

/** Shows a screen, and keeps it the only one. A press edits the message pressed; a message is answered below it. */
const respond = async (ctx: Ctx, chat: Chat, shown: Response): Promise<void> => {
  const { alert, locate } = shown;
  const screen = await besideSafety(ctx, chat, shown.screen);
  const [placed] = await Promise.all([
    place(ctx, chat, { ...shown, screen }),
    ctx.callbackQuery && acknowledge(ctx, alert === undefined ? undefined : { text: alert, alert: true }),
  ]);
  const current = locate ? await openLocationKeyboard(ctx, chat) : chat;
  if (placed) await keepOnly(ctx, current, placed, screen);
};

/**
 * The safety text stays in sight until the person says that they are away from the object. What else is shown meanwhile stands
 * above it, in one message if both fit into one, else in a message of its own without buttons; its buttons stand below those of the safety text. But
 * for readers' lists, which would take the place of the message.
 */
const besideSafety = async (ctx: Ctx, { draft }: Chat, page: Screen): Promise<Screen> => {
  if (!draft || !isBesideObject(draft)) return page;
  const { screenOf } = await interview();
  const shown = view(ctx, draft);
  const { source: text } = ctx.t.witness.safety.text(ctx.deps.country.emergency);
  if (page.text.source.includes(text)) return page;
  const together = screenOf(shown, { note: page.text });
  const fits = together.text.source.length <= limits.textLength;
  if (!fits) await show(ctx.deps.api, { ...page, buttons: [] }, { chat: ctx.person.chatId });
  const own = page.buttons.filter(
    row => !row.some(button => 'data' in button && button.data.startsWith('r:')),
  );
  const { buttons, ...safe } = fits ? together : screenOf(shown);
  return { ...safe, buttons: [...buttons, ...own], replyTo: page.replyTo };
};

/** Shows the safety text again below what another role has answered, while the person may be beside the object. */
export const keepSafetyInSight = async (ctx: Ctx): Promise<void> => {
  if (!ctx.person.isPrivate) return;
  const { draft } = await ctx.states.read(chatKey(ctx));
  if (!draft || !isBesideObject(draft)) return;
  if (ctx.message) return showPage(ctx, currentScreen);
  const { repeatSafety } = await import('./repeat-safety.ts');
  await repeatSafety(ctx.deps, ctx.person.chatId, ctx.locale);
};

/** The message that a screen is on. `isBare`: it was just sent, and has no buttons yet. */
type Placed = Readonly<{ message: number; isBare: boolean }>;

/** Edits a message into a screen, or sends it. Undefined: the person blocked the bot, or whoever deleted the message has shown a newer screen. */
const place = async (
  ctx: Ctx,
  { screen: noted, leftOver }: Chat,
  { screen, inPlace }: Response,
): Promise<Placed | undefined> => {
  const { api } = ctx.deps;
  const chat = ctx.person.chatId;
  const pressed = pressedMessage(ctx);
  const isGoing = pressed !== undefined && pressed === leftOver && noted !== undefined;
  const candidates =
    pressed === undefined ? [inPlace ? noted : undefined] : [isGoing ? noted : pressed, noted];
  if (isGoing) await retire(ctx, pressed);
  for (const edit of new Set(candidates)) {
    if (edit === undefined) continue;
    const { kind } = await editInto(api, screen, { chat, edit });
    if (kind === 'shown') return { message: edit, isBare: false };
    if (kind === 'unreachable') return undefined;
    if (kind === 'fixed') break;
    if (edit === noted && pressed !== undefined && !isGoing) return undefined;
  }
  const shown = await show(api, { ...screen, buttons: [] }, { chat });
  return shown.kind === 'shown' ? { message: shown.message, isBare: true } : undefined;
};

/**
 * Notes the message that shows the screen, then gives it its buttons and retires the one that did before. Where somebody else
 * saved the chat meanwhile, the message is brought up to date: whoever notes it has shown what is current.
 */
const keepOnly = async (ctx: Ctx, chat: Chat, { message, isBare }: Placed, placed: Screen): Promise<void> => {
  const { api } = ctx.deps;
  const edit = { chat: ctx.person.chatId, edit: message };
  let current = chat;
  let screen = placed;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // What is not stored, because it was just erased, has no note, and what was pressed in it is the screen.
    if (current.screen === message || !isStored(current)) {
      if (isBare && screen.buttons.length > 0) await editInto(api, screen, edit);
      return;
    }
    const noted = await ctx.states.note(chatKey(ctx), ctx.update.update_id, current, { screen: message });
    if (noted.kind === 'saved') {
      const { screen: former } = current;
      await Promise.all([
        isBare && screen.buttons.length > 0 && editInto(api, screen, edit),
        former !== undefined && retire(ctx, former),
      ]);
      return;
    }
    current = noted.chat;
    screen = await currentScreen(ctx, current);
    if (!isBare && current.screen !== message) await editInto(api, screen, edit);
  }
  throw new BusyError();
};

/** Deletes a message that was the screen. Telegram deletes none that is older than 48 hours: that one loses its words and buttons. */
const retire = async (ctx: Ctx, message: number): Promise<void> => {
  const { api } = ctx.deps;
  const chat = ctx.person.chatId;
  if ((await remove(api, chat, message)) === 'stays')
    await editInto(api, { text: ctx.t.witness.movedOn, buttons: [] }, { chat, edit: message });
};
