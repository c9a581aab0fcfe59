import type { Draft } from '../../../lib/report/draft.ts';
import type { Ctx } from '../../context.ts';
import { loadParsers } from '../../parsers.ts';
import { html, join, words } from '../../telegram/html.ts';
import { type GivenInput, next, screenOf } from '../interview/interview.ts';
import { withEvidence } from '../interview/questions/evidence.ts';
import * as pages from '../pages.ts';
import { chatKey, current, pageView, respond, showPage, view } from '../respond.ts';
import { newDraft } from '../submit.ts';
import { type Post, withPost } from './post.ts';

/** A forwarded post begins a report with its source, day, link and words, or adds them to the one begun. */
export const takePost = async (ctx: Ctx, post: Post, input: GivenInput): Promise<void> => {
  const { country, now } = ctx.deps;
  const { post: said } = ctx.t.witness;
  const known = await ctx.states.read(chatKey(ctx));
  if (known.consentAt === undefined) {
    const { text, ...welcome } = pages.welcomePage(pageView(ctx));
    return showPage(ctx, () => ({ ...welcome, text: join([said.consentFirst, text]) }));
  }
  const parsers = await loadParsers(country);
  const account =
    post.text === '' ? undefined : await parsers.account(post.text, { now: now(), locale: ctx.locale });
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { sent: _, ...rest } = chat;
    const filled = withPost(chat.draft ?? newDraft(ctx), post, {
      zone: country.zone,
      channel: said.channel,
      parsers,
      account,
    });
    const more = input.kind === 'evidence' ? withEvidence(filled.draft, input.evidence) : undefined;
    const draft: Draft = more ?? filled.draft;
    const name = words(post.title, 100);
    const notes = { source: said.taken(name), beside: said.added(name), another: html`${said.another}` };
    const note = notes[filled.kept];
    const turned: Draft = { ...draft, at: next(draft) };
    return { chat: { ...rest, draft: turned }, value: { screen: screenOf(view(ctx, turned), { note }) } };
  });
  await respond(ctx, changed.chat, changed.kind === 'changed' ? changed.value : current(ctx, changed.chat));
};
