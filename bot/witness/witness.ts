import { Composer } from 'grammy/web';
import type { CallbackHandlers } from '../callbacks/table.ts';
import { witnessCallbacks } from '../callbacks/witness.ts';
import type { Ctx } from '../context.ts';
import { html } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import * as pages from './pages.ts';
import { chatKey, currentScreen, pageView, showCurrent, showPage, startScreen, view } from './respond.ts';
import { agree, chooseLanguage, erase } from './settings.ts';

/** The witness's side of the bot, in private chats only. Each update is reduced by the interview, saved, and then shown. */
export const witness = new Composer<Ctx>();
const privately = witness.filter(ctx => ctx.person.isPrivate);

// What most updates do not need is loaded when one does: it would make every cold start longer.
const messages = () => import('./messages.ts');
const submit = () => import('./submit.ts');
const reports = () => import('./reports/actions.ts');
const followUp = () => import('./follow-up/actions.ts');

const showStatic = (ctx: Ctx, page: (view: pages.PageView) => Screen): Promise<void> =>
  showPage(ctx, () => page(pageView(ctx)));

// --- Commands

privately.command('start', ctx => showPage(ctx, startScreen));
privately.command('report', async ctx => (await messages()).takeReport(ctx, ctx.match));
privately.command('myreports', async ctx => (await reports()).showReports(ctx));
privately.command('help', ctx => showStatic(ctx, pages.helpPage));
privately.command(['language', 'settings'], ctx => showStatic(ctx, pages.languagePage));
privately.command('privacy', ctx => showStatic(ctx, pages.privacyPage));
privately.command('cancel', ctx =>
  showPage(ctx, async (_, { draft }) =>
    draft
      ? (await import('./interview/interview.ts')).screenOf(view(ctx, draft), { overlay: 'cancel' })
      : pages.homePage(pageView(ctx), ctx.t.witness.nothingToCancel),
  ),
);

// --- Presses

const handlers: CallbackHandlers<typeof witnessCallbacks.definitions, [Ctx]> = {
  home: (_, ctx) => showPage(ctx, startScreen),
  agree: (_, ctx) => agree(ctx),
  agree_report: async ({ what }, ctx) => (await submit()).agreeAndReport(ctx, what),
  report: async ({ what }, ctx) => (await submit()).beginReport(ctx, what),
  draft: async (_, ctx) => {
    const { pendingInput } = await ctx.states.read(chatKey(ctx));
    if (pendingInput && (await (await followUp()).showAnswering(ctx))) return;
    await showPage(ctx, currentScreen);
  },
  answer: async (pressed, ctx) => (await submit()).takePress(ctx, pressed),
  mine: async ({ after }, ctx) => (await reports()).showReports(ctx, after),
  open: async ({ id }, ctx) => (await reports()).showReport(ctx, id, 'open'),
  withdraw: async ({ id }, ctx) => (await reports()).showReport(ctx, id, 'withdraw'),
  withdraw_yes: async ({ id }, ctx) => (await reports()).showReport(ctx, id, 'withdraw_yes'),
  amend: async ({ id }, ctx) => (await reports()).beginAmending(ctx, id),
  reply: async ({ id, question }, ctx) => (await followUp()).beginAnswering(ctx, id, question),
  reply_send: async (_, ctx) => (await followUp()).sendAnswer(ctx),
  reply_drop: async (_, ctx) => (await followUp()).dropAnswer(ctx),
  reply_new: async (_, ctx) => (await followUp()).beginWithUnplaced(ctx),
  // The message is gone, or it would have come in the place of this press.
  told: (_, ctx) => showPage(ctx, currentScreen, ctx.t.witness.distress.gone),
  languages: (_, ctx) => showStatic(ctx, pages.languagePage),
  language: ({ locale }, ctx) => chooseLanguage(ctx, locale),
  privacy: (_, ctx) => showStatic(ctx, pages.privacyPage),
  erase: (_, ctx) => showStatic(ctx, pages.erasePage),
  erase_yes: (_, ctx) => erase(ctx),
};

privately.callbackQuery(
  /^w:/,
  ctx =>
    witnessCallbacks.dispatch(ctx.callbackQuery.data, handlers, ctx) ??
    showPage(ctx, currentScreen, ctx.t.witness.staleButton),
);

// --- Messages

privately.on('message', async ctx => (await messages()).takeMessage(ctx, ctx.message));

privately.on('edited_message', async ctx => {
  // A live location is a message edited again and again: its first point was taken, the rest is not followed.
  if (ctx.editedMessage.location) return;
  await showCurrent(ctx, html`${ctx.t.witness.refused.edited}`);
});
