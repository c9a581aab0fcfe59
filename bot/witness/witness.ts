import { Composer } from 'grammy/web';
import { cleanText } from '../../lib/reading/text.ts';
import type { Chat } from '../../lib/store/chats/chats.ts';
import type { Ctx } from '../context.ts';
import { loadParsers } from '../parsers.ts';
import { parseCallbackData } from '../telegram/callback-data.ts';
import { html } from '../telegram/html.ts';
import { beginAnswering, dropAnswer, repliedTo, sendAnswer, takeForAnswer } from './follow-up/actions.ts';
import { answeringIn } from './follow-up/draft-answer.ts';
import { takePost } from './forward/actions.ts';
import { postOf } from './forward/post.ts';
import { screenOf, step, tagOf } from './interview/interview.ts';
import { meaningOf } from './message-input.ts';
import * as pages from './pages.ts';
import { beginAmending, showReport, showReports } from './reports/actions.ts';
import {
  chatKey,
  current,
  currentScreen,
  pageView,
  respond,
  showCurrent,
  showPage,
  startScreen,
  view,
} from './respond.ts';
import { agree, chooseLanguage, erase } from './settings.ts';
import { beginReport, takeAnswer, turnOf } from './submit.ts';

/** The witness's side of the bot: private chats only. It reads updates, has the interview think, saves, then shows. */
export const witness = new Composer<Ctx>();
const privately = witness.filter(ctx => ctx.person.isPrivate);

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
  const [, , page = '', argument = '', more = ''] = parseCallbackData(ctx.callbackQuery.data);
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
  const [, tag = '', at = '', value = ''] = parseCallbackData(ctx.callbackQuery.data);
  // The one press that may need to look words up: the region of a name that there are too many of.
  const parsers = at === 'region' ? await loadParsers(ctx.deps.country) : undefined;
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { draft } = chat;
    const screen = ctx.callbackQuery.message?.message_id;
    const here: Chat = screen === undefined ? chat : { ...chat, screen };
    if (!draft || tagOf(draft) !== tag)
      return { chat: here, value: { screen: currentScreen(ctx, here), alert: ctx.t.witness.staleButton } };
    return turnOf(ctx, here, step({ kind: 'press', at, value }, view(ctx, draft, parsers)));
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
