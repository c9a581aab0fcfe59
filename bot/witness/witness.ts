import { Composer } from 'grammy/web';
import { cleanText } from '../../lib/reading/text.ts';
import type { CallbackHandlers } from '../callbacks/table.ts';
import { witnessCallbacks } from '../callbacks/witness.ts';
import type { Ctx } from '../context.ts';
import { html } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import { beginAnswering, dropAnswer, repliedTo, sendAnswer, takeForAnswer } from './follow-up/actions.ts';
import { answeringIn } from './follow-up/draft-answer.ts';
import { takePost } from './forward/actions.ts';
import { postOf } from './forward/post.ts';
import { screenOf } from './interview/interview.ts';
import { meaningOf } from './message-input.ts';
import * as pages from './pages.ts';
import { beginAmending, showReport, showReports } from './reports/actions.ts';
import { chatKey, currentScreen, pageView, showCurrent, showPage, startScreen, view } from './respond.ts';
import { agree, chooseLanguage, erase } from './settings.ts';
import { beginReport, takeAnswer, takePress } from './submit.ts';

/** The witness's side of the bot, in private chats only. Each update is reduced by the interview, saved, and then shown. */
export const witness = new Composer<Ctx>();
const privately = witness.filter(ctx => ctx.person.isPrivate);

const showStatic = (ctx: Ctx, page: (view: pages.PageView) => Screen): Promise<void> =>
  showPage(ctx, () => page(pageView(ctx)));

// --- Commands

privately.command('start', ctx => showPage(ctx, startScreen));
privately.command('report', ctx => beginReport(ctx));
privately.command('myreports', ctx => showReports(ctx));
privately.command('help', ctx => showStatic(ctx, pages.helpPage));
privately.command(['language', 'settings'], ctx => showStatic(ctx, pages.languagePage));
privately.command('privacy', ctx => showStatic(ctx, pages.privacyPage));
privately.command('cancel', ctx =>
  showPage(ctx, (_, { draft }) =>
    draft
      ? screenOf(view(ctx, draft), { overlay: 'cancel' })
      : pages.homePage(pageView(ctx), ctx.t.witness.nothingToCancel),
  ),
);

// --- Presses

const handlers: CallbackHandlers<typeof witnessCallbacks.definitions, [Ctx]> = {
  home: (_, ctx) => showPage(ctx, startScreen),
  agree: (_, ctx) => agree(ctx),
  report: (_, ctx) => beginReport(ctx),
  draft: (_, ctx) => showPage(ctx, currentScreen),
  answer: (pressed, ctx) => takePress(ctx, pressed),
  mine: ({ after }, ctx) => showReports(ctx, after),
  open: ({ id }, ctx) => showReport(ctx, id, 'open'),
  withdraw: ({ id }, ctx) => showReport(ctx, id, 'withdraw'),
  withdraw_yes: ({ id }, ctx) => showReport(ctx, id, 'withdraw_yes'),
  amend: ({ id }, ctx) => beginAmending(ctx, id),
  reply: ({ id, question }, ctx) => beginAnswering(ctx, id, question),
  reply_send: (_, ctx) => sendAnswer(ctx),
  reply_drop: (_, ctx) => dropAnswer(ctx),
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
