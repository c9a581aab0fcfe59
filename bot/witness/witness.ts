import { createHash } from 'node:crypto';
import type { Message } from 'grammy/types';
import { Composer } from 'grammy/web';
import { allPseudonyms } from '../../lib/identity/identity.ts';
import { formatReceipt, newReportId } from '../../lib/identity/receipt.ts';
import { type Locale, locales } from '../../lib/locale.ts';
import { cleanText } from '../../lib/reading/text.ts';
import type { Draft } from '../../lib/report/draft.ts';
import { reportSteps } from '../../lib/report/lifecycle.ts';
import { type Answers, maxAnswerLength, type Report, reportIdSchema } from '../../lib/report/report.ts';
import type { Chat } from '../../lib/store/chats.ts';
import { mergePages } from '../../lib/store/page.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Change } from '../chat-states.ts';
import type { Ctx } from '../context.ts';
import { type Html, html, join, words } from '../html.ts';
import { type Catalogue, loadCatalogue } from '../locales/catalogue.ts';
import { pathOf } from '../press.ts';
import { loadReaders, type Readers } from '../readers.ts';
import { remove, type Screen, show } from '../screen.ts';
import { type Answering, answeringIn, answeringPage, withAnswering, withMore } from './answering.ts';
import { type GivenInput, next, screenOf, step, type Turn, tagOf } from './interview.ts';
import { meaningOf } from './message.ts';
import { openQuestions, reportPage, reportsPage, reportsPerPage, withdrawPage } from './my-reports.ts';
import * as pages from './pages.ts';
import { type Post, postOf, withPost } from './post.ts';
import type { View } from './question.ts';
import { withPending } from './question.ts';
import { withEvidence } from './questions/evidence.ts';

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
  const [, , page = '', argument = '', more = ''] = pathOf(ctx.callbackQuery.data);
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
    case 'draft':
      return showPage(ctx, currentScreen);
    case 'amend':
      return beginAmending(ctx, argument);
    case 'answer':
      return beginAnswering(ctx, argument, Number(more));
    case 'answer_send':
      return sendAnswer(ctx);
    case 'answer_drop':
      return dropAnswer(ctx);
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
  // The one press that may need to look words up: the region of a name that there are too many of.
  const readers = at === 'region' ? await loadReaders(ctx.deps.country) : undefined;
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { draft } = chat;
    const screen = ctx.callbackQuery.message?.message_id;
    const here: Chat = screen === undefined ? chat : { ...chat, screen };
    if (!draft || tagOf(draft) !== tag)
      return { chat: here, value: { screen: currentScreen(ctx, here), alert: ctx.t.witness.staleButton } };
    return turnOf(ctx, here, step({ kind: 'press', at, value }, view(ctx, draft, readers)));
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
  const { input } = meaning;
  const post = postOf(ctx.message, cleanText);
  if (input.kind === 'text' || input.kind === 'evidence') {
    const answering =
      answeringIn(await ctx.states.read(chatKey(ctx))) ??
      (await repliedTo(ctx, ctx.message.reply_to_message));
    if (answering) return takeForAnswer(ctx, answering, input);
  }
  if (post) return takePost(ctx, post, input);
  await takeAnswer(ctx, input, meaning.live ? html`${ctx.t.witness.refused.live}` : undefined);
});

privately.on('edited_message', async ctx => {
  // A live location is a message edited again and again: its first point was taken, the rest is not followed.
  if (ctx.editedMessage.location) return;
  await showCurrent(ctx, html`${ctx.t.witness.refused.edited}`);
});

/**
 * An answer that is not a press: words, a point, a file. It begins a report when none is begun and it says something of
 * one. Words are read here, outside the interview, because whatever reads them may take its time.
 */
const takeAnswer = async (ctx: Ctx, input: GivenInput, note?: Html): Promise<void> => {
  const { country, now } = ctx.deps;
  const readers = await loadReaders(country);
  const text =
    input.kind === 'text' ? input.text : input.kind === 'evidence' ? input.evidence.caption : undefined;
  const account =
    text === undefined ? undefined : await readers.account(text, { now: now(), locale: ctx.locale });
  const album = albumOf(ctx);
  let isSameAlbum = false;
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    if (chat.consentAt === undefined && !chat.draft)
      return { chat, value: { screen: pages.welcomePage(pageView(ctx), ctx.t.witness.agreeFirst) } };
    const begins = input.kind !== 'text' || (account !== undefined && Object.keys(account).length > 0);
    if (!chat.draft && !begins)
      return { chat, value: { screen: pages.homePage(pageView(ctx), ctx.t.witness.notUnderstood) } };
    const draft = chat.draft ?? newDraft(ctx);
    isSameAlbum = album !== undefined && draft.pending?.album === album;
    const turn = step({ ...input, ...(account && { account }) }, view(ctx, draft, readers));
    const kept = turn.draft && album !== undefined ? withPending(turn.draft, 'album', album) : turn.draft;
    return turnOf(
      ctx,
      { ...chat, draft },
      {
        ...turn,
        ...(kept && { draft: kept }),
        ...(note && { note: turn.note ?? note }),
      },
    );
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

/** A turn of the interview as a change; a report that was amended is stored first, because it may be refused. */
const turnOf = async (ctx: Ctx, chat: Chat, turn: Turn): Promise<Change<Shown>> => {
  const { draft } = chat;
  if (!turn.sent || !draft?.revises) return changeOf(ctx, chat, turn);
  const { draft: _, sent: __, ...rest } = chat;
  return { chat: rest, value: { screen: await amend(ctx, draft, turn.sent) } };
};

/** A turn of the interview as a change of the chat: the next draft, or the report stored in the same write. */
const changeOf = (ctx: Ctx, chat: Chat, turn: Turn): Change<Shown> => {
  // What was sent last is no longer where the person is, once they go on.
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
    return { chat: { ...rest, draft: chat.draft ?? newDraft(ctx) }, value: undefined };
  });
  await respond(ctx, changed.chat, current(ctx, changed.chat));
};

const newDraft = (ctx: Ctx): Draft => {
  const empty = { id: newReportId(), startedAt: ctx.deps.now().toISOString(), at: '', answers: {} };
  return { ...empty, at: next(empty) };
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
  const { userId, chatId } = ctx.person;
  for (const names of allPseudonyms(identity))
    await store.forget(names.reporter(userId), names.chatKey(chatId));
  ctx.states.drop(chatKey(ctx));
  await showPage(ctx, () => ({ text: ctx.t.witness.erased, buttons: [], personal: true }));
};

// --- My reports

const showReports = async (ctx: Ctx, after?: string): Promise<void> => {
  const request = { limit: reportsPerPage, ...(after ? { after } : {}) };
  const lists = await Promise.all(reportersOf(ctx).map(name => ctx.deps.store.reportsOf(name, request)));
  const page = mergePages(lists, 'receivedAt', reportsPerPage);
  const previous = after ? { previous: '' } : {};
  await showPage(ctx, () => reportsPage(reportView(ctx), { ...page, ...previous }));
};

const showReport = async (ctx: Ctx, id: string, page: 'one' | 'withdraw' | 'withdraw_yes'): Promise<void> => {
  const { store, now } = ctx.deps;
  const { mine } = ctx.t.witness;
  const report = await ownReport(ctx, id);
  if (!report) return showPage(ctx, startScreen, mine.missing);
  if (page === 'one') return showPage(ctx, () => reportPage(reportView(ctx), report));
  if (page === 'withdraw') return showPage(ctx, () => withdrawPage(reportView(ctx), id));
  const outcome = await store.withdraw({ id, reporter: report.reporter, at: now().toISOString() });
  if (outcome.kind === 'missing') return showPage(ctx, startScreen, mine.missing);
  const note = outcome.kind === 'done' ? mine.withdrawn : mine.cannotWithdraw;
  await showPage(ctx, () => reportPage(reportView(ctx), outcome.report, html`${note}`));
};

const amend = async (ctx: Ctx, { id }: Draft, answers: Answers): Promise<Screen> => {
  const { store, now } = ctx.deps;
  const { mine } = ctx.t.witness;
  const reporter = (await ownReport(ctx, id))?.reporter ?? '';
  const result = await store.amend({ id, reporter, at: now().toISOString(), answers });
  if (result.kind === 'missing') return pages.homePage(pageView(ctx), html`${mine.missing}`);
  const note =
    result.kind === 'done'
      ? mine.amended(formatReceipt(id))
      : result.kind === 'refused' && result.why === 'unchanged'
        ? mine.unchanged
        : mine.cannotAmend;
  return reportPage(reportView(ctx), result.report, note);
};

/** Opens the interview on a report's answers. What is being written already is not pushed aside. */
const beginAmending = async (ctx: Ctx, id: string): Promise<void> => {
  const report = await ownReport(ctx, id);
  const { mine } = ctx.t.witness;
  if (!report) return showPage(ctx, startScreen, mine.missing);
  if (!reportSteps[report.status].amend)
    return showPage(ctx, () => reportPage(reportView(ctx), report, mine.cannotAmend));
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { sent: _, ...rest } = chat;
    const amendment: Draft = {
      id: report.id,
      startedAt: ctx.deps.now().toISOString(),
      at: 'review',
      safe: true,
      answers: report.answers,
      revises: { version: report.version, as: 'witness' },
    };
    return { chat: { ...rest, draft: chat.draft ?? amendment }, value: undefined };
  });
  const isOurs = changed.chat.draft?.id === id;
  await respond(
    ctx,
    changed.chat,
    current(ctx, changed.chat, isOurs ? mine.amending(formatReceipt(id)) : mine.draftOpen),
  );
};

/** A report of the person who asks; undefined for anybody else's. */
const ownReport = async (ctx: Ctx, id: string): Promise<Report | undefined> => {
  if (!reportIdSchema.safeParse(id).success) return undefined;
  const report = await ctx.deps.store.readReport(id);
  return report && reportersOf(ctx).includes(report.reporter) ? report : undefined;
};

// --- A moderator's question

/** An empty answer to the question of a report, if it is the person's own and still open. */
const answeringTo = async (
  ctx: Ctx,
  id: string,
  question: number,
): Promise<Readonly<{ report: Report | undefined; answering?: Answering }>> => {
  const report = await ownReport(ctx, id);
  return report && openQuestions(report).includes(question)
    ? { report, answering: { kind: 'answer', report: id, question, text: '', evidence: [] } }
    : { report };
};

/** The question that a message asks, by the button below it: whoever replies to that message answers it. */
const repliedTo = async (ctx: Ctx, message: Message | undefined): Promise<Answering | undefined> => {
  for (const button of message?.reply_markup?.inline_keyboard.flat() ?? []) {
    if (!('callback_data' in button) || !button.callback_data) continue;
    const [role, , page, report = '', question] = pathOf(button.callback_data);
    if (role === 'w' && page === 'answer')
      return (await answeringTo(ctx, report, Number(question))).answering;
  }
  return undefined;
};

/** The press on "Answer": what the person writes next is the answer. */
const beginAnswering = async (ctx: Ctx, id: string, question: number): Promise<void> => {
  const { report, answering } = await answeringTo(ctx, id, question);
  const { answering: said, mine } = ctx.t.witness;
  if (!report) return showPage(ctx, startScreen, mine.missing);
  if (!answering) return showPage(ctx, () => reportPage(reportView(ctx), report, said.over));
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: withAnswering(chat, answering),
    value: undefined,
  }));
  await respond(ctx, changed.chat, { screen: answeringPage(answering, report, ctx.t) });
};

/** Words or a file for the answer that is being written. */
const takeForAnswer = async (
  ctx: Ctx,
  begun: Answering,
  input: Extract<GivenInput, { kind: 'text' | 'evidence' }>,
): Promise<void> => {
  const { answering: said, mine } = ctx.t.witness;
  const report = await ownReport(ctx, begun.report);
  if (!report) return showPage(ctx, startScreen, mine.missing);
  let note: Html | undefined;
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const before = answeringIn(chat) ?? begun;
    const caption = input.kind === 'evidence' ? input.evidence.caption : undefined;
    const more = withMore(
      before,
      input.kind === 'text'
        ? { text: input.text }
        : { evidence: input.evidence, ...(caption !== undefined && { text: caption }) },
    );
    note = more ? undefined : input.kind === 'text' ? said.full(maxAnswerLength) : said.tooManyFiles;
    return { chat: withAnswering(chat, more ?? before), value: undefined };
  });
  const answering = answeringIn(changed.chat) ?? begun;
  await respond(ctx, changed.chat, { screen: answeringPage(answering, report, ctx.t, note) });
};

/** The press that sends it. It stays in the chat until it is stored. */
const sendAnswer = async (ctx: Ctx): Promise<void> => {
  const { store, now } = ctx.deps;
  const { answering: said, mine } = ctx.t.witness;
  const answering = answeringIn(await ctx.states.read(chatKey(ctx)));
  if (!answering) return showPage(ctx, currentScreen, ctx.t.witness.staleButton);
  const { report: id, question, text, evidence } = answering;
  if (text === '' && evidence.length === 0) return showPage(ctx, currentScreen, said.empty);
  const result = await store.answer({
    id,
    reporter: (await ownReport(ctx, id))?.reporter ?? '',
    at: now().toISOString(),
    question,
    text,
    evidence,
  });
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: withAnswering(chat, undefined),
    value: undefined,
  }));
  const screen =
    result.kind === 'missing'
      ? pages.homePage(pageView(ctx), html`${mine.missing}`)
      : reportPage(
          reportView(ctx),
          result.report,
          // Whoever is muted is not told so, and nothing of theirs is kept.
          result.kind === 'done' || (result.kind === 'refused' && result.why === 'muted')
            ? said.sent(formatReceipt(id))
            : said.over,
        );
  await respond(ctx, changed.chat, { screen });
};

const dropAnswer = async (ctx: Ctx): Promise<void> => {
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => ({
    chat: withAnswering(chat, undefined),
    value: undefined,
  }));
  await respond(ctx, changed.chat, current(ctx, changed.chat, ctx.t.witness.answering.dropped));
};

// --- A post of a channel

/** A forwarded post begins a report with its source, day, link and words, or adds them to the one begun. */
const takePost = async (ctx: Ctx, post: Post, input: GivenInput): Promise<void> => {
  const { country, now } = ctx.deps;
  const { post: said } = ctx.t.witness;
  const known = await ctx.states.read(chatKey(ctx));
  if (known.consentAt === undefined) {
    const { text, ...welcome } = pages.welcomePage(pageView(ctx));
    return showPage(ctx, () => ({ ...welcome, text: join([said.consentFirst, text]) }));
  }
  const readers = await loadReaders(country);
  const account =
    post.text === '' ? undefined : await readers.account(post.text, { now: now(), locale: ctx.locale });
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { sent: _, ...rest } = chat;
    const filled = withPost(chat.draft ?? newDraft(ctx), post, {
      zone: country.zone,
      channel: said.channel,
      readers,
      account,
    });
    const more = input.kind === 'evidence' ? withEvidence(filled.draft, input.evidence) : undefined;
    const draft: Draft = more ?? filled.draft;
    const name = words(post.title, 100);
    const note = join(
      [chat.draft ? said.added(name) : said.taken(name), filled.isCut ? html`${said.cut}` : undefined],
      '\n',
    );
    const turned: Draft = { ...draft, at: next(draft) };
    return { chat: { ...rest, draft: turned }, value: { screen: screenOf(view(ctx, turned), { note }) } };
  });
  await respond(ctx, changed.chat, changed.kind === 'changed' ? changed.value : current(ctx, changed.chat));
};

// --- What is shown

/** The pseudonyms under which a person's reports may be kept. */
const reportersOf = ({ deps, person }: Ctx): readonly string[] =>
  allPseudonyms(deps.identity).map(({ reporter }) => reporter(person.userId));

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
