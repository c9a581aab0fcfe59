import { Composer, type NextFunction } from 'grammy/web';
import { reportIdSchema } from '../../lib/report/report.ts';
import type { Ctx } from '../context.ts';
import { acknowledge } from '../telegram/acknowledge.ts';
import { parseCallbackData } from '../telegram/callback-data.ts';
import { show } from '../telegram/screen.ts';
import { type Moderator, mayShowReports, moderatorOf } from './access.ts';
import { readQueuePath, wholeQueue } from './callbacks.ts';
import { type TeamCommand, teamCommands } from './commands.ts';
import { figureActOf, listFigures, takeFigureWords } from './figure/actions.ts';
import { showIncidentHistory, showReportHistory, showTeamHistory } from './history/actions.ts';
import { incidentActOf, listIncidents, takeAboutIncident } from './incident/actions.ts';
import { clearPendingInput, isAnswer, type PendingInput, readPendingInput } from './pending-input.ts';
import * as queue from './queue/actions.ts';
import { reply } from './reply.ts';
import { type CardPath, readCardPath, readReason } from './report/card.ts';
import { readChecks } from './report/checklist.ts';
import * as decisions from './report/decisions.ts';
import { edit, saveEdit } from './report/edit.ts';
import { sendEvidence, sendText } from './report/evidence.ts';
import { askTemplate, askWords, takeWords } from './report/free-text.ts';
import { readTemplate } from './report/question-screens.ts';
import { askMute, openOthers, setMuted } from './report/reporter.ts';
import { askMember, changeRole, removeMember, showTeam, takeMember, teamCommand } from './team/actions.ts';
import { group, setLanguage } from './team/chat.ts';
import { recallMigration } from './team/chat-migration.ts';

/**
 * The team: what waits, decisions, incidents, figures, and who belongs to it; in the moderators' chat and in private chats
 * with its members. Nothing here trusts a button or a menu: every press and command asks who it is.
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
    if (!member) return ctx.person.isPrivate ? next() : reply(ctx, ctx.t.moderator.refused.notYou);
    // In private, a command is no answer to what was asked before it.
    if (ctx.person.isPrivate && (await readPendingInput(ctx))) await clearPendingInput(ctx);
    return act(ctx, member);
  };

moderator.use(async (ctx, next) => {
  if (!ctx.person.isPrivate) await recallMigration(ctx.deps);
  await next();
});
moderator.use(group);

const commands: Readonly<Record<TeamCommand, Act>> = {
  queue: (ctx, member) => queue.sendQueue(ctx, member, wholeQueue),
  incidents: async ctx =>
    show(ctx.deps.api, await listIncidents(ctx, 'embargoed'), { chat: ctx.person.chatId }),
  figure: async ctx => show(ctx.deps.api, await listFigures(ctx), { chat: ctx.person.chatId }),
  moderators: (ctx, member) =>
    member.role === 'admin' ? teamCommand(ctx, member) : reply(ctx, ctx.t.moderator.refused.adminsOnly),
};
for (const name of teamCommands) moderator.command(name, forTeam(commands[name]));

moderator.command('cancel', async (ctx, next) => {
  const question = await readPendingInput(ctx);
  if (!question) return next();
  await clearPendingInput(ctx);
  await reply(ctx, cancelled(ctx, question));
});

const cancelled = ({ t }: Ctx, { kind }: PendingInput): string => {
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
  const { text, reply_to_message: answered } = ctx.message;
  // In a group only a reply to the bot is meant for it; whatever else is said there costs no read.
  if (!ctx.person.isPrivate && answered?.from?.id !== ctx.me.id) return;
  if (text?.startsWith('/')) return next();
  const question = await readPendingInput(ctx);
  if (!question || !isAnswer(question, ctx.person, answered?.text, ctx.t)) return next();
  switch (question.kind) {
    case 'rejection':
    case 'question':
      return takeWords(ctx, question);
    case 'figure':
      // Between two lines of the form nothing is asked for.
      return question.field === undefined ? next() : takeFigureWords(ctx, question);
    case 'member': {
      const member = ctx.person.isPrivate ? await moderatorOf(ctx) : undefined;
      return member?.role === 'admin' ? takeMember(ctx, member) : next();
    }
    default:
      return takeAboutIncident(ctx, question);
  }
});

moderator.callbackQuery(/^m:/, async ctx => {
  const { refused } = ctx.t.moderator;
  const member = await moderatorOf(ctx);
  if (!member)
    return acknowledge(ctx, { text: ctx.person.isPrivate ? refused.stale : refused.notYou, alert: true });
  const act = mayShowReports(ctx)
    ? actOf(ctx, parseCallbackData(ctx.callbackQuery.data).slice(1))
    : undefined;
  if (!act) return acknowledge(ctx, { text: refused.stale, alert: true });
  await act(ctx, member);
});

// No other role answers in groups.
const elsewhere = moderator.filter(ctx => !ctx.person.isPrivate);
elsewhere.on('callback_query', ctx => acknowledge(ctx, { text: ctx.t.moderator.refused.stale, alert: true }));
elsewhere.use(() => {});

/** What a press asks for; undefined for one that was never on a button. */
const actOf = (ctx: Ctx, [name = '', ...path]: readonly string[]): Act | undefined => {
  const [first = '', second = '', third] = path;
  switch (name) {
    case 'f':
      return figureActOf(path);
    case 'i_history':
      return reportIdSchema.safeParse(first).success
        ? pressing => showIncidentHistory(pressing, first, Number(second) || 0)
        : undefined;
    case 'evidence':
    case 'text': {
      const id = readCardPath([first, '1'])?.id;
      if (id === undefined) return undefined;
      if (name === 'text') return pressing => sendText(pressing, id);
      return pressing => sendEvidence(pressing, id, /^\d$/.test(second) ? Number(second) : undefined);
    }
    case 'language':
      return pressing => setLanguage(pressing, first);
    case 'queue_by': {
      const view = readQueuePath(second, ctx.deps.country);
      const choice = (['region', 'munition', 'age'] as const).find(one => one === first);
      return view && choice
        ? pressing => queue.chooseInQueue(pressing, choice, view, Number(third) || 0)
        : undefined;
    }
    case 'bulk': {
      const view = readQueuePath(second, ctx.deps.country);
      const reason = readReason(first);
      return view && reason
        ? (pressing, member) => queue.rejectChosen(pressing, member, reason, view)
        : undefined;
    }
    default:
      return (
        teamActOf(name, first, second) ??
        queueActOf(ctx, name, path) ??
        cardActOf(name, path) ??
        incidentActOf(name, path)
      );
  }
};

/** The presses about the queue as a whole. */
const queueActs: Readonly<Record<string, typeof queue.turnQueue>> = {
  queue: queue.turnQueue,
  next: queue.takeNext,
  select: queue.select,
  pick_all: queue.pickAll,
  picked: queue.askBulkReason,
};

const queueActOf = (ctx: Ctx, name: string, path: readonly string[]): Act | undefined => {
  const act = Object.hasOwn(queueActs, name) ? queueActs[name] : undefined;
  const view = readQueuePath(path[0] ?? '', ctx.deps.country);
  return act && view ? (pressing, member) => act(pressing, member, view) : undefined;
};

type CardAct = (ctx: Ctx, card: CardPath, member: Moderator) => Promise<unknown>;

/** The presses about one report that say nothing but which. */
const cardActs: Readonly<Record<string, CardAct>> = {
  card: decisions.openCard,
  similar: decisions.openSimilar,
  questions: decisions.openQuestions,
  approve: (ctx, card, member) => decisions.check(ctx, card, member, {}),
  reject: decisions.askReason,
  ask: decisions.askQuestion,
  claim: decisions.claim,
  unclaim: decisions.unclaim,
  reopen: decisions.reopen,
  words: askWords('rejection'),
  ask_words: askWords('question'),
  edit,
  edited: saveEdit,
  others: openOthers,
  mute: askMute,
  mute_yes: setMuted(true),
  unmute: setMuted(false),
  history: (ctx, card) => showReportHistory(ctx, card, 0),
  pick: async (ctx, { id, version, from }, member) => {
    const view = readQueuePath(from ?? '', ctx.deps.country);
    return view
      ? queue.pick(ctx, member, { id, version }, view)
      : acknowledge(ctx, { text: ctx.t.moderator.refused.stale, alert: true });
  },
};

const cardActOf = (name: string, path: readonly string[]): Act | undefined => {
  const plain = Object.hasOwn(cardActs, name) ? cardActs[name] : undefined;
  const card = readCardPath(path);
  if (plain) return card && ((ctx, member) => plain(ctx, card, member));
  const [id, version, choice, ...rest] = path;
  if (name === 'j') {
    const [into = '', from] = rest;
    const checks = readChecks(choice);
    const joined = readCardPath([id, version, from]);
    return joined && checks
      ? (ctx, member) => decisions.approve(ctx, joined, member, checks, into)
      : undefined;
  }
  const chosen = readCardPath([id, version, rest[0]]);
  return chosen && choiceActOf(name, chosen, choice);
};

/** The presses about one report with a choice between the version and the way back. */
const choiceActOf = (name: string, card: CardPath, choice: string | undefined): Act | undefined => {
  switch (name) {
    case 'because': {
      const reason = readReason(choice);
      return reason && ((ctx, member) => decisions.reject(ctx, card, member, reason));
    }
    case 'asked': {
      const template = readTemplate(choice);
      return template && ((ctx, member) => askTemplate(ctx, card, member, template));
    }
    case 'check':
    case 'which': {
      const checks = readChecks(choice);
      const act = name === 'check' ? decisions.check : decisions.askIncident;
      return checks && ((ctx, member) => act(ctx, card, member, checks));
    }
    case 'h':
      return /^\d{1,4}$/.test(choice ?? '') ? ctx => showReportHistory(ctx, card, Number(choice)) : undefined;
    default:
      return undefined;
  }
};

const teamActOf = (name: string, first: string, second: string): Act | undefined => {
  switch (name) {
    case 'team':
      return forAdmins(async ctx => {
        await acknowledge(ctx);
        await showTeam(ctx, { edit: decisions.pressed(ctx) });
      });
    case 'team_history':
      return forAdmins(ctx => showTeamHistory(ctx, Number(first) || 0));
    case 'add':
      return forAdmins(ctx =>
        ctx.person.isPrivate ? askMember(ctx) : acknowledge(ctx, { text: ctx.t.moderator.refused.stale }),
      );
    case 'role':
      return second === 'admin' || second === 'moderator'
        ? forAdmins((ctx, member) => changeRole(ctx, member, first, second))
        : undefined;
    case 'remove':
      return forAdmins((ctx, member) => removeMember(ctx, member, first, second === 'yes'));
    default:
      return undefined;
  }
};

const forAdmins =
  (act: Act): Act =>
  (ctx, member) =>
    member.role === 'admin'
      ? act(ctx, member)
      : acknowledge(ctx, { text: ctx.t.moderator.refused.adminsOnly, alert: true });
