import { Composer, type NextFunction } from 'grammy/web';
import { formatReceipt } from '../../lib/identity/receipt.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Ctx } from '../context.ts';
import { pathOf } from '../press.ts';
import { show } from '../screen.ts';
import { type Moderator, mayShowReports, moderatorOf } from './access.ts';
import { awaited, endAsking } from './awaited.ts';
import { listedReasons, readCardPath } from './card.ts';
import { approve, askReason, openCard, pressed, reject, viewOf } from './decisions.ts';
import { sendEvidence, sendText } from './evidence.ts';
import { group, setLanguage } from './group.ts';
import { firstPage, isPosition, type QueuePosition, queuePageSize, queueScreen } from './queue.ts';
import { askWords, say, takeWords } from './rejection.ts';
import { askMember, removeMember, showTeam, takeMember, teamCommand } from './team.ts';

/**
 * The team: what waits, decisions, and who belongs to it; in the moderators' chat and in private chats with its members.
 * Nothing here trusts a button or a menu: every press and command asks who it is.
 */
export const moderator = new Composer<Ctx>();

/** What is done for a member of the team. */
type Act = (ctx: Ctx, member: Moderator) => Promise<unknown>;

/** A command of the team. To anybody else in a private chat it is a command that does not exist. */
const forTeam =
  (act: Act) =>
  async (ctx: Ctx, next: NextFunction): Promise<unknown> => {
    if (!mayShowReports(ctx)) return;
    const member = await moderatorOf(ctx);
    if (!member) return ctx.person.isPrivate ? next() : say(ctx, ctx.t.moderator.refused.notYou);
    // In private, a command is no answer to what was asked before it.
    if (ctx.person.isPrivate && (await awaited(ctx))) await endAsking(ctx);
    return act(ctx, member);
  };

moderator.use(group);

moderator.command(
  'queue',
  forTeam(ctx => showQueue(ctx, firstPage)),
);
moderator.command(
  'moderators',
  forTeam((ctx, member) =>
    member.role === 'admin' ? teamCommand(ctx, member) : say(ctx, ctx.t.moderator.refused.adminsOnly),
  ),
);

moderator.command('cancel', async (ctx, next) => {
  const question = await awaited(ctx);
  if (!question) return next();
  const { words, team } = ctx.t.moderator;
  await endAsking(ctx);
  await say(ctx, question.kind === 'rejection' ? words.cancelled : team.cancelled);
});

moderator.on('message', async (ctx, next) => {
  const { isPrivate } = ctx.person;
  const { text, reply_to_message: answered } = ctx.message;
  // In a group only a reply to the bot is meant for it; whatever else is said there costs no read.
  if (!isPrivate && answered?.from?.id !== ctx.me.id) return;
  if (text?.startsWith('/')) return next();
  const question = await awaited(ctx);
  if (question?.kind === 'rejection') {
    if (isPrivate || answered?.text?.includes(formatReceipt(question.id))) return takeWords(ctx, question);
  }
  if (question?.kind === 'member' && isPrivate) {
    const member = await moderatorOf(ctx);
    if (member?.role === 'admin') return takeMember(ctx, member);
  }
  return next();
});

moderator.callbackQuery(/^m:/, async ctx => {
  const { refused } = ctx.t.moderator;
  const member = await moderatorOf(ctx);
  if (!member)
    return acknowledge(ctx, { text: ctx.person.isPrivate ? refused.stale : refused.notYou, alert: true });
  const act = mayShowReports(ctx) ? actOf(pathOf(ctx.callbackQuery.data).slice(1)) : undefined;
  if (!act) return acknowledge(ctx, { text: refused.stale, alert: true });
  await act(ctx, member);
});

// No other role answers in groups.
const elsewhere = moderator.filter(ctx => !ctx.person.isPrivate);
elsewhere.on('callback_query', ctx => acknowledge(ctx, { text: ctx.t.moderator.refused.stale, alert: true }));
elsewhere.use(() => {});

/** What a press asks for; undefined for one that was never on a button. */
const actOf = ([name, ...path]: readonly string[]): Act | undefined => {
  const [first = '', second] = path;
  switch (name) {
    case 'queue':
      return isPosition(first) ? ctx => turnQueue(ctx, first) : undefined;
    case 'because': {
      const [id, version, code, from] = path;
      const reason = listedReasons.find(listed => listed === code);
      const card = readCardPath([id, version, from]);
      return card && reason ? (ctx, member) => reject(ctx, card, member, reason) : undefined;
    }
    case 'evidence':
    case 'text': {
      const id = readCardPath([first, '1'])?.id;
      const send = name === 'text' ? sendText : sendEvidence;
      return id === undefined ? undefined : ctx => send(ctx, id);
    }
    case 'language':
      return ctx => setLanguage(ctx, first);
    case 'team':
      return forAdmins(async ctx => {
        await acknowledge(ctx);
        await showTeam(ctx, { edit: pressed(ctx) });
      });
    case 'add':
      return forAdmins(ctx =>
        ctx.person.isPrivate ? askMember(ctx) : acknowledge(ctx, { text: ctx.t.moderator.refused.stale }),
      );
    case 'remove':
      return forAdmins((ctx, member) => removeMember(ctx, member, first, second === 'yes'));
    default: {
      const card = readCardPath(path);
      const act = cardActs.get(name ?? '');
      return card && act ? (ctx, member) => act(ctx, card, member) : undefined;
    }
  }
};

const cardActs = new Map([
  ['card', openCard],
  ['approve', approve],
  ['reject', askReason],
  ['words', askWords],
]);

const forAdmins =
  (act: Act): Act =>
  (ctx, member) =>
    member.role === 'admin'
      ? act(ctx, member)
      : acknowledge(ctx, { text: ctx.t.moderator.refused.adminsOnly, alert: true });

const turnQueue = async (ctx: Ctx, position: QueuePosition): Promise<void> => {
  await acknowledge(ctx);
  await showQueue(ctx, position, pressed(ctx));
};

const showQueue = async (ctx: Ctx, position: QueuePosition, edit?: number): Promise<void> => {
  const { store, now, api } = ctx.deps;
  const cursor = position.slice(1);
  const [page, size] = await Promise.all([
    store.queue({
      limit: queuePageSize,
      ...(position.startsWith('a') && { after: cursor }),
      ...(position.startsWith('b') && { before: cursor }),
    }),
    store.queueSize(),
  ]);
  await show(api, queueScreen(page, size, position, now(), viewOf(ctx)), { chat: ctx.person.chatId, edit });
};
