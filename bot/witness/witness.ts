import { createHash } from 'node:crypto';
import { Composer } from 'grammy/web';
import { newReportId } from '../../lib/identity/receipt.ts';
import { type Locale, locales } from '../../lib/locale.ts';
import { cleanText } from '../../lib/reading/text.ts';
import type { Draft } from '../../lib/report/draft.ts';
import type { Answers, Report } from '../../lib/report/report.ts';
import type { Chat } from '../../lib/store/chats.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Change } from '../chat-states.ts';
import type { Ctx } from '../context.ts';
import { type Html, html } from '../html.ts';
import { type Catalogue, loadCatalogue } from '../locales/catalogue.ts';
import { pathOf } from '../press.ts';
import { remove, type Screen, show } from '../screen.ts';
import { type Input, next, screenOf, step, type Turn, tagOf } from './interview.ts';
import { meaningOf } from './message.ts';
import { reportPage, reportsPage, reportsPerPage, withdrawPage } from './my-reports.ts';
import * as pages from './pages.ts';
import type { View } from './question.ts';
import { withPending } from './question.ts';
import { loadReaders, type Readers } from './readers.ts';

/** The witness's side of the bot: private chats only. It reads updates, has the interview think, saves, then shows. */
export const witness = new Composer<Ctx>();
const privately = witness.filter(ctx => ctx.person.isPrivate);

type Shown = Readonly<{ screen: Screen; alert?: string; locate?: true }>;

// --- Commands

privately.command('start', ctx => showPage(ctx, startScreen));
privately.command('report', ctx => beginReport(ctx));
privately.command('myreports', ctx => showReports(ctx));
privately.command('help', ctx => showPage(ctx, () => pages.helpPage(pageView(ctx))));
privately.command(['language', 'settings'], ctx => showPage(ctx, () => pages.languagePage(pageView(ctx))));
privately.command('privacy', ctx => showPage(ctx, () => pages.privacyPage(pageView(ctx))));
privately.command('cancel', ctx =>
  showPage(ctx, (_, { draft }) =>
    draft
      ? screenOf(view(ctx, draft), { overlay: 'cancel' })
      : pages.homePage(pageView(ctx), ctx.t.witness.nothingToCancel),
  ),
);

// --- Presses

privately.callbackQuery(/^w:-:/, async ctx => {
  const [, , page = '', argument = ''] = pathOf(ctx.callbackQuery.data);
  switch (page) {
    case 'home':
      return showPage(ctx, startScreen);
    case 'agree':
      return agree(ctx);
    case 'report':
      return beginReport(ctx);
    case 'mine':
      return showReports(ctx, argument);
    case 'one':
    case 'withdraw':
    case 'withdraw_yes':
      return showReport(ctx, argument, page);
    case 'language':
      return argument === ''
        ? showPage(ctx, () => pages.languagePage(pageView(ctx)))
        : chooseLanguage(ctx, argument);
    case 'privacy':
      return showPage(ctx, () => pages.privacyPage(pageView(ctx)));
    case 'erase':
      return showPage(ctx, () => pages.erasePage(pageView(ctx)));
    case 'erase_yes':
      return erase(ctx);
    default:
      return showPage(ctx, startScreen, ctx.t.witness.staleButton);
  }
});

privately.callbackQuery(/^w:/, async ctx => {
  const [, tag = '', at = '', value = ''] = pathOf(ctx.callbackQuery.data);
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { draft } = chat;
    const screen = ctx.callbackQuery.message?.message_id;
    const here: Chat = screen === undefined ? chat : { ...chat, screen };
    if (!draft || tagOf(draft) !== tag)
      return { chat: here, value: { screen: currentScreen(ctx, here), alert: ctx.t.witness.staleButton } };
    return changeOf(ctx, here, step({ kind: 'press', at, value }, view(ctx, draft)));
  });
  await respond(ctx, changed.chat, changed.kind === 'changed' ? changed.value : current(ctx, changed.chat));
});

// --- Messages

privately.on('message', async ctx => {
  const { text } = ctx.message;
  if (text?.startsWith('/')) return showCurrent(ctx, ctx.t.witness.unknownCommand);
  const meaning = meaningOf(ctx.message, ctx.deps.identity, cleanText);
  if (meaning.kind === 'service') return;
  if (meaning.kind === 'refused') return showCurrent(ctx, html`${ctx.t.witness.refused[meaning.why]}`);
  await takeAnswer(ctx, meaning.input, meaning.live ? html`${ctx.t.witness.refused.live}` : undefined);
});

privately.on('edited_message', async ctx => {
  // A live location is a message edited again and again: its first point was taken, the rest is not followed.
  if (ctx.editedMessage.location) return;
  await showCurrent(ctx, html`${ctx.t.witness.refused.edited}`);
});

/** An answer that is not a press: words, a point, a file. */
const takeAnswer = async (ctx: Ctx, input: Input, note?: Html): Promise<void> => {
  const readers = input.kind === 'evidence' ? undefined : await loadReaders(ctx.deps.country);
  const album = albumOf(ctx);
  let isSameAlbum = false;
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { draft } = chat;
    if (!draft)
      return { chat, value: { screen: pages.homePage(pageView(ctx), ctx.t.witness.notUnderstood) } };
    isSameAlbum = album !== undefined && draft.pending?.album === album;
    const turn = step(input, view(ctx, draft, readers));
    const kept = turn.draft && album !== undefined ? withPending(turn.draft, 'album', album) : turn.draft;
    return changeOf(ctx, chat, {
      ...turn,
      ...(kept && { draft: kept }),
      ...(note && { note: turn.note ?? note }),
    });
  });
  await respond(ctx, changed.chat, changed.kind === 'changed' ? changed.value : current(ctx, changed.chat), {
    inPlace: isSameAlbum,
  });
};

/** The album that a photo came in, as a digest: its pictures are separate messages, and one screen answers them all. */
const albumOf = (ctx: Ctx): string | undefined => {
  const id = ctx.message?.media_group_id;
  return id === undefined ? undefined : createHash('sha256').update(id).digest('base64url').slice(0, 8);
};

// --- What an update changes

/** A turn of the interview as a change of the chat: the next draft, or the report stored in the same write. */
const changeOf = (ctx: Ctx, chat: Chat, turn: Turn): Change<Shown> => {
  const { draft: before, sent: _, ...rest } = chat;
  const { alert, locate, sent } = turn;
  const extras = { ...(alert !== undefined && { alert }), ...(locate && { locate }) };
  if (sent && before) {
    const after: Chat = { ...rest, sent: before.id };
    return {
      chat: after,
      value: { screen: pages.receiptPage(pageView(ctx), before.id) },
      save: saved => submit(ctx, saved, before, sent),
    };
  }
  if (!turn.draft)
    return { chat: rest, value: { screen: pages.homePage(pageView(ctx), turn.note), ...extras } };
  const screen = screenOf(view(ctx, turn.draft), turn);
  return { chat: { ...rest, draft: turn.draft }, value: { screen, ...extras } };
};

/** Stores the report and the chat without its draft in one transaction, so that neither is without the other. */
const submit = async (
  ctx: Ctx,
  chat: Chat,
  draft: Draft,
  answers: Answers,
): Promise<'saved' | 'conflict'> => {
  const { store, identity, now } = ctx.deps;
  const report: Report = {
    id: draft.id,
    version: 1,
    status: 'submitted',
    reporter: identity.reporter(ctx.person.userId),
    locale: ctx.locale,
    receivedAt: now().toISOString(),
    answers,
  };
  const contact = { chat: identity.seal(String(ctx.person.chatId)), locale: ctx.locale };
  const outcome = await store.submitReport({ chatKey: chatKey(ctx), chat, report, contact });
  // Whoever is muted is not told so, and nothing of theirs is kept.
  return outcome === 'exists' || outcome === 'muted' ? store.saveChat(chatKey(ctx), chat) : outcome;
};

const agree = async (ctx: Ctx): Promise<void> => {
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: { ...chat, consentAt: chat.consentAt ?? ctx.deps.now().toISOString() },
    value: undefined,
  }));
  await respond(ctx, changed.chat, { screen: startScreen(ctx, changed.chat) });
};

/** Begins a report, or offers to go on with the one begun. Nobody reports before having read who asks. */
const beginReport = async (ctx: Ctx): Promise<void> => {
  const known = await ctx.states.read(chatKey(ctx));
  if (known.consentAt === undefined || known.draft) return showPage(ctx, startScreen);
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { sent: _, ...rest } = chat;
    const empty: Draft = {
      id: newReportId(),
      startedAt: ctx.deps.now().toISOString(),
      at: '',
      answers: {},
    };
    return { chat: { ...rest, draft: chat.draft ?? { ...empty, at: next(empty) } }, value: undefined };
  });
  await respond(ctx, changed.chat, current(ctx, changed.chat));
};

const chooseLanguage = async (ctx: Ctx, code: string): Promise<void> => {
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

const erase = async (ctx: Ctx): Promise<void> => {
  const { store, identity } = ctx.deps;
  await store.forget(identity.reporter(ctx.person.userId), chatKey(ctx));
  ctx.states.drop(chatKey(ctx));
  await showPage(ctx, () => ({ text: ctx.t.witness.erased, buttons: [], personal: true }));
};

// --- My reports

const showReports = async (ctx: Ctx, after?: string): Promise<void> => {
  const reporter = ctx.deps.identity.reporter(ctx.person.userId);
  const page = await ctx.deps.store.reportsOf(reporter, {
    limit: reportsPerPage,
    ...(after ? { after } : {}),
  });
  const previous = after ? { previous: '' } : {};
  await showPage(ctx, () => reportsPage(reportView(ctx), { ...page, ...previous }));
};

const showReport = async (ctx: Ctx, id: string, page: 'one' | 'withdraw' | 'withdraw_yes'): Promise<void> => {
  const { store, identity, now } = ctx.deps;
  const { mine } = ctx.t.witness;
  const reporter = identity.reporter(ctx.person.userId);
  const report = await store.readReport(id);
  if (!report || report.reporter !== reporter) return showPage(ctx, startScreen, mine.missing);
  if (page === 'one') return showPage(ctx, () => reportPage(reportView(ctx), report));
  if (page === 'withdraw') return showPage(ctx, () => withdrawPage(reportView(ctx), id));
  const outcome = await store.withdraw({ id, reporter, at: now().toISOString() });
  if (outcome.kind === 'missing') return showPage(ctx, startScreen, mine.missing);
  const note = outcome.kind === 'done' ? mine.withdrawn : mine.cannotWithdraw;
  await showPage(ctx, () => reportPage(reportView(ctx), outcome.report, html`${note}`));
};

// --- What is shown

const chatKey = (ctx: Ctx): string => ctx.deps.identity.chatKey(ctx.person.chatId);

const pageView = (ctx: Ctx): pages.PageView => ({
  t: ctx.t,
  country: ctx.deps.country,
  operator: ctx.deps.operator,
});

const reportView = (ctx: Ctx): pages.PageView & Readonly<{ locale: Locale }> => ({
  ...pageView(ctx),
  locale: ctx.locale,
});

const view = (ctx: Ctx, draft: Draft, readers?: Readers): View => ({
  draft,
  now: ctx.deps.now(),
  country: ctx.deps.country,
  locale: ctx.locale,
  t: ctx.t,
  ...(readers && { readers }),
});

/** Where the person is: at a question, at the receipt of what was just sent, or at the beginning. */
const currentScreen = (ctx: Ctx, chat: Chat, note?: Html): Screen => {
  if (chat.draft) return screenOf(view(ctx, chat.draft), note ? { note } : {});
  if (chat.sent) return pages.receiptPage(pageView(ctx), chat.sent, note);
  return chat.consentAt ? pages.homePage(pageView(ctx), note) : pages.welcomePage(pageView(ctx));
};

const current = (ctx: Ctx, chat: Chat, note?: Html): Shown => ({ screen: currentScreen(ctx, chat, note) });

/** The way in: what to know first, the report that waits to be finished, or what can be done. */
const startScreen = (ctx: Ctx, chat: Chat): Screen => {
  if (chat.consentAt === undefined) return pages.welcomePage(pageView(ctx));
  return chat.draft ? screenOf(view(ctx, chat.draft), { overlay: 'resume' }) : pages.homePage(pageView(ctx));
};

const showCurrent = async (ctx: Ctx, note: Html): Promise<void> => {
  const chat = await ctx.states.read(chatKey(ctx));
  await respond(ctx, chat, current(ctx, chat, note));
};

/** Shows a screen that changes nothing that is stored. */
const showPage = async (ctx: Ctx, page: (ctx: Ctx, chat: Chat) => Screen, alert?: string): Promise<void> => {
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
const respond = async (
  ctx: Ctx,
  chat: Chat,
  { screen, alert, locate }: Shown,
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
