import type { Message, MessageOriginChannel } from 'grammy/types';
import type { Ctx } from '../../context.ts';
import { loadParsers } from '../../parsers.ts';
import { html, words } from '../../telegram/html.ts';
import { type GivenInput, newDraft, next, screenOf } from '../interview/interview.ts';
import { withEvidence } from '../interview/questions/evidence.ts';
import { questionLater } from '../interview/questions/source-day.ts';
import * as pages from '../pages.ts';
import { changeChat, chatKey, currentScreen, pageView, showPage, view } from '../respond.ts';
import { postOf, sourceKindOf, withPost } from './post.ts';

/** A forwarded post begins a report with its source, day, link and words, or adds them to the one begun. */
export const takePost = async (
  ctx: Ctx,
  message: Message,
  origin: MessageOriginChannel,
  input: GivenInput,
): Promise<void> => {
  const post = postOf(message, origin);
  const { country } = ctx.deps;
  const { post: texts } = ctx.t.witness;
  const known = await ctx.states.read(chatKey(ctx));
  if (known.consentAt === undefined)
    return showPage(ctx, () => pages.welcomePage(pageView(ctx), texts.consentFirst));
  const parsers = await loadParsers(country);
  const account =
    post.text === ''
      ? undefined
      : await parsers.account(post.text, { now: new Date(post.publishedMs), locale: ctx.locale });
  const kind = sourceKindOf(post, parsers);
  const begun = newDraft(ctx.deps.now());
  await changeChat(
    ctx,
    ({ sent: _, ...chat }) => {
      const filled = withPost(chat.draft ?? begun, post, {
        zone: country.zone,
        channel: texts.channel,
        kind,
        account,
      });
      const more = input.kind === 'evidence' ? withEvidence(filled.draft, input.evidence) : undefined;
      const draft = questionLater(more ?? filled.draft, country.zone);
      return { chat: { ...chat, draft: { ...draft, at: next(draft) } }, value: filled.kept };
    },
    async (chat, kept) => {
      if (!chat.draft || !kept) return { screen: await currentScreen(ctx, chat) };
      const name = words(post.title, 100);
      const notes = { source: texts.taken(name), beside: texts.added(name), another: html`${texts.another}` };
      return { screen: screenOf(view(ctx, chat.draft), { note: notes[kept] }) };
    },
  );
};
