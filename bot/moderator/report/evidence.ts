import type { InputMediaPhoto, Message } from 'grammy/types';
import type { Api } from 'grammy/web';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { beginningOf } from '../../../lib/language/text/cut.ts';
import type { Evidence } from '../../../lib/report/report.ts';
import type { CallbackArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { apiErrorOf, isTransient } from '../../telegram/api-errors.ts';
import { exactlyOnce } from '../../telegram/exactly-once.ts';
import { cut, html, join, quote } from '../../telegram/html.ts';
import { inRows } from '../../telegram/keyboard.ts';
import { show } from '../../telegram/screen.ts';
import { findRoom } from '../group-room.ts';
import { refuse, reply } from '../reply.ts';
import { noteShown, refuseGone } from './decisions.ts';

/** Telegram's limits: items of an album, characters of a caption. */
const albumSize = 10;
const maxCaptionLength = 1024;
/** How much of an account goes into one message, beside its title. */
const pieceLength = 3800;

/** A piece of evidence to send, with its file id unsealed. */
type Item = Readonly<{ kind: Evidence['kind']; file: string; caption: string }>;

/**
 * Sends the photos, videos and files of a report to whoever asked, in albums where possible; with `question`, those that
 * came with the answer to that question (from 0).
 */
export const sendEvidence = async ({ id, question }: CallbackArgs<'evidence'>, ctx: Ctx): Promise<void> => {
  const { t, deps } = ctx;
  const report = await deps.store.reports.read(id);
  if (!report) return refuseGone(ctx, { id, from: undefined });
  const evidence =
    question === undefined ? report.answers.evidence : (report.questions?.[question]?.reply?.evidence ?? []);
  if (evidence.length === 0) return refuse(ctx, t.moderator.evidence.none);
  if (!(await findRoom(ctx, evidence.length))) return;
  await acknowledge(ctx);
  const items = evidence.flatMap(({ kind, file, caption }, index): readonly Item[] => {
    const opened = deps.identity.open(file);
    const { caption: titleOf, removed } = t.moderator.evidence;
    const title = titleOf(formatReceipt(id), index + 1, evidence.length);
    const words = [title, removed, caption].filter(Boolean).join('\n');
    return opened === undefined ? [] : [{ kind, file: opened, caption: cut(words, maxCaptionLength) }];
  });
  let failed = evidence.length - items.length;
  // A chat's limit may be met half way. The same press comes again then, and goes on with what was not sent.
  const press = ctx.callbackQuery?.id ?? '';
  for (const [n, album] of albumsOf(items).entries())
    await exactlyOnce(deps, `evidence:${press}:${n}`, async () => {
      const sent = await sendAlbum(deps.api, ctx.person.chatId, album);
      for (const message of sent) {
        if (message === undefined) continue;
        await deps.store.shownFiles.note({ report: id, chat: ctx.person.chatId, message });
        await noteShown(ctx, report, { kind: 'shown', message });
      }
      failed += album.length - sent.length;
    });
  if (failed > 0) await reply(ctx, t.moderator.evidence.failed(failed));
};

/** Sends the whole account of a report, in as many messages as it takes. */
export const sendAccount = async ({ id }: CallbackArgs<'account'>, ctx: Ctx): Promise<void> => {
  const { deps } = ctx;
  const { text: texts } = ctx.t.moderator;
  const report = await deps.store.reports.read(id);
  if (!report) return refuseGone(ctx, { id, from: undefined });
  const { account, post } = report.answers;
  const pieces = [account, post?.text].flatMap(text => piecesOf(text ?? '', pieceLength));
  if (pieces.length === 0) return refuse(ctx, texts.none);
  if (!(await findRoom(ctx, pieces.length))) return;
  await acknowledge(ctx);
  for (const [index, piece] of pieces.entries()) {
    const title = texts.title(formatReceipt(id), index + 1, pieces.length);
    const text = join([html`<b>${title}</b>`, quote(piece, pieceLength)], '\n');
    const shown = await show(deps.api, { text, buttons: [], personal: true }, { chat: ctx.person.chatId });
    await noteShown(ctx, report, shown);
  }
};

/**
 * The items in albums as Telegram takes them: photos and videos together, files together, and every recording by itself,
 * because voice messages cannot be in any (core.telegram.org/bots/api#sendmediagroup).
 */
const albumsOf = (items: readonly Item[]): readonly (readonly Item[])[] => {
  const of = (...kinds: readonly Item['kind'][]): readonly Item[] =>
    items.filter(({ kind }) => kinds.includes(kind));
  return [
    ...inRows(of('photo', 'video'), albumSize),
    ...inRows(of('file'), albumSize),
    ...inRows(of('audio'), 1),
  ];
};

/** A text in pieces of at most `length` UTF-16 units, without splitting a character. */
const piecesOf = (text: string, length: number): readonly string[] => {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; rest = rest.slice(pieces.at(-1)?.length)) {
    pieces.push(beginningOf(rest, length));
  }
  return pieces;
};

const albumTypes = { photo: 'photo', video: 'video', audio: 'audio', file: 'document' } as const;

/** Sends an album, or its items one by one if Telegram refuses it. The messages of those that could be sent. */
const sendAlbum = async (api: Api, chat: number, items: readonly Item[]): Promise<readonly Sent[]> => {
  if (items.length > 1) {
    const media = items.map(({ kind, file, caption }) => ({ type: albumTypes[kind], media: file, caption }));
    // grammY's types know only albums of one kind.
    const sent = await messagesOf(
      () => api.sendMediaGroup(chat, media as InputMediaPhoto[], { protect_content: true }),
      items.length,
    );
    if (sent) return sent;
  }
  const sent: Sent[] = [];
  for (const item of items) sent.push(...((await sendOne(api, chat, item)) ?? []));
  return sent;
};

/** Telegram sends a stored file only as the type it was uploaded as, of which some kinds have several. */
const sendOne = async (
  api: Api,
  chat: number,
  { kind, file, caption }: Item,
): Promise<readonly Sent[] | undefined> => {
  const other = { caption, protect_content: true };
  switch (kind) {
    case 'photo':
      return messagesOf(() => api.sendPhoto(chat, file, other));
    case 'video':
      return (
        (await messagesOf(() => api.sendVideo(chat, file, other))) ??
        (await messagesOf(() => api.sendVideoNote(chat, file, { protect_content: true }))) ??
        (await messagesOf(() => api.sendAnimation(chat, file, other)))
      );
    case 'audio':
      return (
        (await messagesOf(() => api.sendVoice(chat, file, other))) ??
        (await messagesOf(() => api.sendAudio(chat, file, other)))
      );
    case 'file':
      return messagesOf(() => api.sendDocument(chat, file, other));
  }
};

/** A message that Telegram made; undefined where its answer was lost, and the message is most likely there. */
type Sent = number | undefined;

/** The messages that Telegram made of `count` items; undefined when it refused them. Throws what may pass. */
const messagesOf = async (
  call: () => Promise<Message | readonly Message[]>,
  count = 1,
): Promise<readonly Sent[] | undefined> => {
  try {
    return [await call()].flat().map(({ message_id: id }) => id);
  } catch (error) {
    const apiError = apiErrorOf(error);
    if (apiError === undefined || isTransient(apiError)) throw error;
    return apiError === 'lost' ? Array.from({ length: count }, () => undefined) : undefined;
  }
};
