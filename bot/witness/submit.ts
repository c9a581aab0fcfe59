import { createHash } from 'node:crypto';
import type { Draft } from '../../lib/report/draft.ts';
import type { Answers, Evidence, Report } from '../../lib/report/report.ts';
import type { Chat } from '../../lib/store/chats/chats.ts';
import type { Beginning } from '../callbacks/witness.ts';
import type { Change } from '../chat-states.ts';
import type { Ctx } from '../context.ts';
import { loadParsers, type Parsers } from '../parsers.ts';
import { type Html, html, join } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import { answersOfBeginning } from './beginnings.ts';
import { asHearsay, forwardedIn, heardAccount } from './forward/hearsay.ts';
import {
  type GivenInput,
  type Input,
  needsParsers,
  newDraft,
  readInput,
  screenOf,
  step,
  type Turn,
  tagOf,
} from './interview/interview.ts';
import { withPending } from './interview/question.ts';
import { withEvidence } from './interview/questions/evidence.ts';
import { writtenAt } from './message-input.ts';
import * as pages from './pages.ts';
import type { Amended } from './reports/actions.ts';
import {
  changeChat,
  chatKey,
  currentScreen,
  pageView,
  type Response,
  reportersOf,
  showPage,
  startScreen,
  view,
} from './respond.ts';
import { isJustBegun } from './standing.ts';

/** Not imported: for an import Node reads all exports of a module, and some of these load more. */
const { isDeepStrictEqual } = process.getBuiltinModule('node:util');

/** What became of an answer: a turn of the interview, or a page for somebody who has begun no report. */
type Taken =
  | Readonly<{ kind: 'turn'; turn: Turn; inPlace?: boolean }>
  | Readonly<{ kind: 'consent_first' }>
  | Readonly<{ kind: 'not_understood' }>;

/**
 * An answer that is not a press: words, a point, a file. It begins a report when none is begun and it says something of
 * one, or `isReport`: the person said that it is one, to which the `files` belong. Everything that the words say is read
 * before the chat is changed.
 */
export const takeAnswer = async (
  ctx: Ctx,
  input: GivenInput,
  {
    note,
    isReport = false,
    files = [],
  }: Readonly<{ note?: Html | undefined; isReport?: boolean; files?: readonly Evidence[] }> = {},
): Promise<void> => {
  const { country, now } = ctx.deps;
  const known = await ctx.states.read(chatKey(ctx));
  if (!known.draft && known.consentAt === undefined) return showPage(ctx, () => consentFirst(ctx));
  const parsers = await loadParsers(country);
  const text = wordsOf(input);
  const forwarded = forwardedIn(ctx.message, country.zone);
  const said =
    text === undefined
      ? undefined
      : await parsers.account(text, { now: writtenAt(ctx.message, now()), locale: ctx.locale });
  const account = said && forwarded ? heardAccount(said) : said;
  const begins =
    isReport || input.kind !== 'text' || (account !== undefined && Object.keys(account).length > 0);
  const begun = newDraft(ctx.deps.now());
  const marked = (before: Draft): Draft => {
    const draft = files.reduce((so, file) => withEvidence(so, file) ?? so, before);
    return forwarded ? asHearsay(draft, forwarded) : draft;
  };
  const notes = [note, forwarded && html`${ctx.t.witness.forwarded}`];
  const read = readingOnce(draft => readInput({ ...input, account }, view(ctx, draft), parsers));
  const album = albumOf(ctx);
  read(marked(known.draft ?? begun));
  await changeChat<Taken>(
    ctx,
    before => {
      const { pendingInput: _, ...released } = before;
      const chat = isReport ? released : before;
      if (!chat.draft && chat.consentAt === undefined) return { chat, value: { kind: 'consent_first' } };
      if (!chat.draft && !begins) return { chat, value: { kind: 'not_understood' } };
      const draft = marked(chat.draft ?? begun);
      const turn = step(read(draft), view(ctx, draft));
      const kept = turn.draft && album !== undefined ? withPending(turn.draft, 'album', album) : turn.draft;
      return takeTurn(
        ctx,
        { ...chat, draft },
        { ...turn, draft: kept, note: join([turn.note, ...notes]) },
        {
          inPlace: album !== undefined && draft.pending?.album === album,
        },
      );
    },
    (chat, taken) => responseOf(ctx, chat, taken, { parsers }),
  );
};

/** Nothing is taken, and nothing stored, before consent. */
const consentFirst = (ctx: Ctx): Screen => pages.welcomePage(pageView(ctx), ctx.t.witness.agreeFirst);

/** The press on a button of the interview. */
export const takePress = async (
  ctx: Ctx,
  { draft: tag, question: at, value }: Readonly<{ draft: string; question: string; value: string }>,
): Promise<void> => {
  const input: Input = { kind: 'press', at, value };
  const { draft: known } = await ctx.states.read(chatKey(ctx));
  const parsers = known && needsParsers(input, known) ? await loadParsers(ctx.deps.country) : undefined;
  const read = readingOnce(draft => (parsers ? readInput(input, view(ctx, draft), parsers) : input));
  const amendment: Amendment = {};
  await changeChat<Taken>(
    ctx,
    chat => {
      const { draft } = chat;
      if (!draft || tagOf(draft) !== tag)
        return { chat, value: { kind: 'turn', turn: { alert: ctx.t.witness.staleButton } } };
      return takeTurn(ctx, chat, step(read(draft), view(ctx, draft)), { amendment });
    },
    (chat, taken) => responseOf(ctx, chat, taken, { parsers, amended: amendment.screen }),
  );
};

const wordsOf = (input: GivenInput): string | undefined => {
  if (input.kind === 'text') return input.text;
  return input.kind === 'evidence' ? input.evidence.caption : undefined;
};

/** Reads for a draft, and again only for one that differs: after a conflict most words are read already. */
const readingOnce = (read: (draft: Draft) => Input): ((draft: Draft) => Input) => {
  let last: Readonly<{ draft: Draft; input: Input }> | undefined;
  return draft => {
    if (!last || !isDeepStrictEqual(last.draft, draft)) last = { draft, input: read(draft) };
    return last.input;
  };
};

/** A digest of the album's id. The pictures of an album are separate messages, answered by one screen. */
const albumOf = (ctx: Ctx): string | undefined => {
  const id = ctx.message?.media_group_id;
  return id === undefined ? undefined : createHash('sha256').update(id).digest('base64url').slice(0, 8);
};

/** What became of an amendment. It is stored once, however often the chat is saved again. */
type Amendment = { result?: Amended; screen?: () => Screen };

/** A turn of the interview as a change of the chat: the next draft, or the report stored in the same write. */
const takeTurn = (
  ctx: Ctx,
  chat: Chat,
  turn: Turn,
  { inPlace, amendment = {} }: Readonly<{ inPlace?: boolean; amendment?: Amendment }>,
): Change<Taken> => {
  // After the next step the receipt of the last report is no longer the current screen.
  const { draft: before, sent: _, ...rest } = chat;
  const { sent } = turn;
  const taken = { kind: 'turn', turn, inPlace } as const;
  if (!sent || !before) return { chat: { ...rest, draft: turn.draft }, value: taken };
  if (!before.revises)
    return {
      chat: { ...rest, sent: before.id },
      value: taken,
      save: saved => submit(ctx, saved, before, sent),
    };
  // The amendment is stored before the chat lets go of it: it may be refused, and a crash in between stores it again.
  return {
    chat: rest,
    value: taken,
    save: async saved => {
      const { amend, amendedScreen } = await import('./reports/actions.ts');
      amendment.result ??= await amend(ctx, before, sent);
      const { result } = amendment;
      amendment.screen = () => amendedScreen(ctx, result);
      return ctx.deps.store.chats.save(chatKey(ctx), saved);
    },
  };
};

/** The screen for what became of an answer. Undefined: this update was taken before. */
const responseOf = async (
  ctx: Ctx,
  chat: Chat,
  taken: Taken | undefined,
  beside: Readonly<{ parsers?: Parsers; amended?: () => Screen }>,
): Promise<Response> => {
  switch (taken?.kind) {
    case undefined:
      return { screen: await currentScreen(ctx, chat) };
    case 'consent_first':
      return { screen: consentFirst(ctx) };
    case 'not_understood':
      return { screen: pages.homePage(pageView(ctx), ctx.t.witness.notUnderstood) };
    case 'turn': {
      const { turn, inPlace } = taken;
      const { alert, locate } = turn;
      return { screen: await turnScreen(ctx, chat, turn, beside), alert, locate, inPlace };
    }
  }
};

const turnScreen = async (
  ctx: Ctx,
  chat: Chat,
  turn: Turn,
  { parsers, amended }: Readonly<{ parsers?: Parsers; amended?: () => Screen }>,
): Promise<Screen> => {
  if (amended) return amended();
  if (turn.sent && chat.sent) return pages.receiptPage(pageView(ctx), chat.sent);
  if (chat.draft && turn.draft) return screenOf(view(ctx, chat.draft, parsers), turn);
  return turn.note ? pages.homePage(pageView(ctx), turn.note) : currentScreen(ctx, chat);
};

/** Stores the report, and the chat without its draft, in one transaction. */
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
  const [, ...earlier] = reportersOf(ctx);
  const outcome = await store.own.submit({ chatKey: chatKey(ctx), chat, report, contact, earlier });
  return outcome === 'exists' ? store.chats.save(chatKey(ctx), chat) : outcome;
};

/** Begins a report, with what was pressed, or offers to continue the draft. Consent comes first. */
export const beginReport = async (ctx: Ctx, what?: Beginning): Promise<void> => {
  const known = await ctx.states.read(chatKey(ctx));
  const isRepeated = known.recent.includes(ctx.update.update_id);
  const isBegun = known.draft !== undefined && !isJustBegun(known.draft);
  if (!isRepeated && (known.consentAt === undefined || isBegun)) return showPage(ctx, startScreen);
  const begun = newDraft(ctx.deps.now(), answersOfBeginning(what));
  await changeChat(
    ctx,
    ({ sent: _, ...chat }) => ({ chat: withDraft(chat, begun, what), value: undefined }),
    async chat => ({ screen: await currentScreen(ctx, chat) }),
  );
};

/** The consent and the beginning of a report in one press. */
export const agreeAndReport = async (ctx: Ctx, what: Beginning): Promise<void> => {
  const begun = newDraft(ctx.deps.now(), answersOfBeginning(what));
  const consentAt = ctx.deps.now().toISOString();
  await changeChat(
    ctx,
    ({ sent: _, ...chat }) => ({
      chat: withDraft({ ...chat, consentAt: chat.consentAt ?? consentAt }, begun, what),
      value: undefined,
    }),
    async chat => ({ screen: await currentScreen(ctx, chat) }),
  );
};

/** The chat with the draft that is in it; with the one begun now, where none is or no more than another beginning was told. */
const withDraft = ({ draft, ...chat }: Chat, begun: Draft, what: Beginning | undefined): Chat => {
  const isAnother = what !== undefined && !isDeepStrictEqual(draft?.answers, begun.answers);
  return { ...chat, draft: draft && !(isAnother && isJustBegun(draft)) ? draft : begun };
};
