import { Composer, type NextFunction } from 'grammy/web';
import { moderatorCallbacks } from '../callbacks/moderator.ts';
import type { Ctx } from '../context.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { isByOthers } from '../telegram/authorship.ts';
import { type Moderator, type ModeratorHandlers, mayShowReports, moderatorOf } from './access.ts';
import { exportCommands, exportHandlers } from './export/actions.ts';
import { figureCommands, figureHandlers, takeFigureInput } from './figure/actions.ts';
import { answerPress, answerWhereRoom, hasRoomHere } from './group-room.ts';
import { historyHandlers } from './history/actions.ts';
import { incidentCommands, incidentHandlers, takeIncidentInput } from './incident/actions.ts';
import {
  clearPendingInput,
  isAnswer,
  leaveQuestion,
  type PendingInput,
  readPendingInput,
} from './pending-input.ts';
import { problemCommands, problemHandlers } from './problems/actions.ts';
import { queueCommands, queueHandlers } from './queue/actions.ts';
import { bulkHandlers } from './queue/bulk-actions.ts';
import { refuse, refuseStale, reply } from './reply.ts';
import { reportHandlers } from './report/actions.ts';
import { takeFreeText } from './report/free-text.ts';
import { takeMember, teamCommands, teamHandlers } from './team/actions.ts';
import { group } from './team/chat.ts';
import { readModeratorsChat } from './team/chat-migration.ts';
import { showTeamMenu, teamHelpText } from './team/menu.ts';

/**
 * The moderators' part, in their chat and in private chats with them: the queue, decisions, incidents, figures, the team.
 * It trusts no button and no menu: every press and command checks who it comes from.
 */
export const moderator = new Composer<Ctx>();

type Command = (ctx: Ctx, moderator: Moderator) => Promise<unknown>;

/** The commands of all rooms: one that the catalogues describe and that is missing here does not compile. */
const commands: Readonly<Record<keyof Catalogue['moderator']['commands'], Command>> = {
  ...queueCommands,
  ...incidentCommands,
  ...figureCommands,
  ...teamCommands,
  ...problemCommands,
  ...exportCommands,
};

/** The handlers of all rooms: one that is missing here, or a callback that is not declared, does not compile. */
const handlers: ModeratorHandlers = {
  ...reportHandlers,
  ...queueHandlers,
  ...bulkHandlers,
  ...incidentHandlers,
  ...figureHandlers,
  ...teamHandlers,
  ...historyHandlers,
  ...problemHandlers,
  ...exportHandlers,
};

moderator.use(async (ctx, next) => {
  if (!ctx.person.isPrivate) ctx.moderatorsChat = await readModeratorsChat(ctx.deps);
  await next();
});
moderator.use(group);

/** To anybody but a moderator, in private these commands do not exist. */
const forTeam =
  (command: Command) =>
  async (ctx: Ctx, next: NextFunction): Promise<unknown> => {
    if (!mayShowReports(ctx)) return;
    const member = await moderatorOf(ctx);
    if (!member && ctx.person.isPrivate) return next();
    return answerWhereRoom(ctx, async () => {
      if (!member) return reply(ctx, ctx.t.moderator.refused.notYou);
      if (ctx.person.isPrivate) await endQuestion(ctx, command === figureCommands.figure && ctx.match !== '');
      return command(ctx, member);
    });
  };

/**
 * In private, a command ends what was asked before it, and says so. A form that is filled in in part stays. One that asks
 * something itself (`asks`) replaces what was asked: an update changes a chat once.
 */
const endQuestion = async (ctx: Ctx, asks: boolean): Promise<void> => {
  const pending = await readPendingInput(ctx);
  if (!pending) return;
  if (!asks) await leaveQuestion(ctx, pending);
  if (pending.kind !== 'figure') await reply(ctx, cancelledText(ctx, pending));
};

for (const [name, command] of Object.entries(commands)) moderator.command(name, forTeam(command));

// In private, a member gets everybody's help first, then the team's commands.
moderator.command('help', async (ctx, next) => {
  await next();
  if (!ctx.person.isPrivate || !(await moderatorOf(ctx))) return;
  await reply(ctx, teamHelpText(ctx));
  await showTeamMenu(ctx, ctx.person.chatId);
});

moderator.command('cancel', async (ctx, next) => {
  const pending = await readPendingInput(ctx);
  if (!pending) return next();
  await clearPendingInput(ctx);
  await answerWhereRoom(ctx, () => reply(ctx, cancelledText(ctx, pending)));
});

const cancelledText = ({ t }: Ctx, { kind }: PendingInput): string => {
  switch (kind) {
    case 'rejection':
      return t.moderator.words.cancelled;
    case 'question':
      return t.moderator.asking.cancelled;
    case 'member':
      return t.moderator.team.cancelled;
    case 'figure':
      return t.figures.desk.cancelled;
    default:
      return t.incidents.ask.cancelled;
  }
};

moderator.on('message', async (ctx, next) => {
  const { text, reply_to_message: repliedTo } = ctx.message;
  // In a group only replies to the bot are meant for it. Ignoring the rest here saves a read.
  if (!ctx.person.isPrivate && repliedTo?.from?.id !== ctx.me.id) return;
  if (text?.startsWith('/')) return next();
  const pending = await readPendingInput(ctx);
  if (!pending || !isAnswer(pending, ctx.person, repliedTo?.text, ctx.t)) return next();
  // Something else was done since: the form stays, and awaits nothing.
  if (pending.kind === 'figure' && pending.field === undefined) return next();
  if (!(await hasRoomHere(ctx, 2))) return;
  if (pending.kind !== 'member' && isByOthers(ctx.message)) return reply(ctx, ctx.t.moderator.notYourWords);
  switch (pending.kind) {
    case 'rejection':
    case 'question':
      return takeFreeText(ctx, pending);
    case 'figure':
      return takeFigureInput(ctx, pending);
    case 'member': {
      const member = ctx.person.isPrivate ? await moderatorOf(ctx) : undefined;
      return member?.role === 'admin' ? takeMember(ctx, member) : next();
    }
    default:
      return takeIncidentInput(ctx, pending);
  }
});

moderator.callbackQuery(/^m:/, async ctx => {
  const member = await moderatorOf(ctx);
  if (!member && !ctx.person.isPrivate) return refuse(ctx, ctx.t.moderator.refused.notYou);
  if (!member || !mayShowReports(ctx)) return refuseStale(ctx);
  const { data } = ctx.callbackQuery;
  await answerPress(
    ctx,
    data,
    async () => moderatorCallbacks.dispatch(data, handlers, ctx, member) ?? refuseStale(ctx),
  );
});

// No other role answers in groups.
const elsewhere = moderator.filter(ctx => !ctx.person.isPrivate);
elsewhere.on('callback_query', refuseStale);
elsewhere.use(() => {});
