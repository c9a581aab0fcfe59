import { createHash } from 'node:crypto';
import { newReportId } from '../../lib/identity/receipt.ts';
import type { Draft } from '../../lib/report/draft.ts';
import type { Answers, Report } from '../../lib/report/report.ts';
import type { Chat } from '../../lib/store/chats/chats.ts';
import type { Change } from '../chat-states.ts';
import type { Ctx } from '../context.ts';
import { loadParsers } from '../parsers.ts';
import type { Html } from '../telegram/html.ts';
import { type GivenInput, next, screenOf, step, type Turn } from './interview/interview.ts';
import { withPending } from './interview/question.ts';
import * as pages from './pages.ts';
import { amend } from './reports/actions.ts';
import {
  chatKey,
  current,
  pageView,
  type Response,
  respond,
  showPage,
  startScreen,
  view,
} from './respond.ts';

/**
 * An answer that is not a press: words, a point, a file. It begins a report when none is begun and it says something of
 * one. Words are read here, outside the interview, because whatever reads them may take its time.
 */
export const takeAnswer = async (ctx: Ctx, input: GivenInput, note?: Html): Promise<void> => {
  const { country, now } = ctx.deps;
  const parsers = await loadParsers(country);
  const text =
    input.kind === 'text' ? input.text : input.kind === 'evidence' ? input.evidence.caption : undefined;
  const account =
    text === undefined ? undefined : await parsers.account(text, { now: now(), locale: ctx.locale });
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
    const turn = step({ ...input, ...(account && { account }) }, view(ctx, draft, parsers));
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

/** A turn of the interview as a change; a report that was amended is stored first, because it may be refused. */
export const turnOf = async (ctx: Ctx, chat: Chat, turn: Turn): Promise<Change<Response>> => {
  const { draft } = chat;
  if (!turn.sent || !draft?.revises) return changeOf(ctx, chat, turn);
  const { draft: _, sent: __, ...rest } = chat;
  return { chat: rest, value: { screen: await amend(ctx, draft, turn.sent) } };
};

/** A turn of the interview as a change of the chat: the next draft, or the report stored in the same write. */
const changeOf = (ctx: Ctx, chat: Chat, turn: Turn): Change<Response> => {
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
  const outcome = await store.reports.submit({ chatKey: chatKey(ctx), chat, report, contact });
  // Whoever is muted is not told so, and nothing of theirs is kept.
  return outcome === 'exists' || outcome === 'muted' ? store.chats.save(chatKey(ctx), chat) : outcome;
};

/** Begins a report, or offers to go on with the one begun. Nobody reports before having read who asks. */
export const beginReport = async (ctx: Ctx): Promise<void> => {
  const known = await ctx.states.read(chatKey(ctx));
  if (known.consentAt === undefined || known.draft) return showPage(ctx, startScreen);
  const changed = await ctx.states.update(chatKey(ctx), ctx.update.update_id, chat => {
    const { sent: _, ...rest } = chat;
    return { chat: { ...rest, draft: chat.draft ?? newDraft(ctx) }, value: undefined };
  });
  await respond(ctx, changed.chat, current(ctx, changed.chat));
};

/** A draft that stands at the first question. Its id is the report's from now on. */
export const newDraft = (ctx: Ctx): Draft => {
  const empty = { id: newReportId(), startedAt: ctx.deps.now().toISOString(), at: '', answers: {} };
  return { ...empty, at: next(empty) };
};
