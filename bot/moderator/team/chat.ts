import type { ChatMember } from 'grammy/types';
import { Composer, GrammyError } from 'grammy/web';
import type { CallbackArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { loadCatalogue } from '../../locales/load.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { apiErrorOf, isTransient } from '../../telegram/api-errors.ts';
import { html } from '../../telegram/html.ts';
import { show } from '../../telegram/screen.ts';
import { moderatorOf } from '../access.ts';
import { answerWhereRoom, hasRoomHere } from '../group-room.ts';
import { languageScreen } from '../language.ts';
import { pressedMessage, refuseStale, reply, send, viewOf } from '../reply.ts';
import { rememberMigration } from './chat-migration.ts';
import { groupHelpText } from './menu.ts';

const isModeratorsChat = ({ moderatorsChat, person }: Ctx): boolean => person.chatId === moderatorsChat;

/** Whether a message is a command to this bot, rather than to another. */
export const isForBot = ({ message, me }: Pick<Ctx, 'message' | 'me'>): boolean => {
  const command = /^\/\w+(?:@(?<addressee>\w+))?/.exec(message?.text ?? '');
  const addressee = command?.groups?.addressee ?? me.username;
  return command !== null && addressee.toLowerCase() === me.username.toLowerCase();
};

/** Groups as such: being added to one, upgrades, help, language, and leaving those that are not the moderators'. */
export const group = new Composer<Ctx>();

group.on('my_chat_member', async (ctx, next) => {
  if (ctx.person.isPrivate) return next();
  const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
  const wasAbsent = before.status === 'left' || before.status === 'kicked';
  const isPresent = after.status === 'member' || after.status === 'administrator';
  if (wasAbsent && isPresent) await introduce(ctx);
  if (isModeratorsChat(ctx) && mayWrite(before) && !mayWrite(after)) await tellAdmins(ctx);
});

// Of an upgrade, either group may tell first.
group.on('message:migrate_from_chat_id', async ctx => {
  const { moderatorsChat, person, deps } = ctx;
  if (ctx.message.migrate_from_chat_id === moderatorsChat) await rememberMigration(deps, person.chatId);
});

group.on('message:migrate_to_chat_id', async ctx => {
  const id = ctx.message.migrate_to_chat_id;
  // Where the new group told first, it is the moderators' chat by now.
  if (!isModeratorsChat(ctx) && id !== ctx.moderatorsChat) return;
  await rememberMigration(ctx.deps, id);
  ctx.deps.log.warn('moderators_chat_upgraded');
  await show(ctx.deps.api, { text: html`${ctx.t.moderator.group.upgraded(id)}`, buttons: [] }, { chat: id });
});

/** Other groups. A command there, addressed to the bot, is answered by leaving; everything else is ignored. */
const foreign = group.filter(ctx => !ctx.person.isPrivate && !isModeratorsChat(ctx));
foreign.on('message:text', async ctx => {
  if (isForBot(ctx)) await introduce(ctx);
});
foreign.on('callback_query', refuseStale);
foreign.use(() => {});

/** The moderators' chat. */
const own = group.filter(isModeratorsChat);
own.command(['start', 'help'], ctx => answerWhereRoom(ctx, () => reply(ctx, groupHelpText(ctx))));
own.command('language', async ctx => {
  const isMember = (await moderatorOf(ctx)) !== undefined;
  // Chosen in private, it would be the language of that chat.
  if (!(await hasRoomHere(ctx, 1))) return;
  await (isMember ? send(ctx, languageScreen(viewOf(ctx))) : reply(ctx, ctx.t.moderator.refused.notYou));
});

/** The press that chooses the group's language. */
export const setLanguage = async ({ locale }: CallbackArgs<'language'>, ctx: Ctx): Promise<void> => {
  const { identity, country } = ctx.deps;
  const { chatId, isPrivate } = ctx.person;
  if (isPrivate || !country.languages.includes(locale)) return refuseStale(ctx);
  await ctx.states.update(identity.chatKey(chatId), ctx.update.update_id, chat => ({
    chat: { ...chat, locale },
    value: undefined,
  }));
  await acknowledge(ctx);
  await show(ctx.deps.api, languageScreen({ t: await loadCatalogue(locale), locale, country }, true), {
    chat: chatId,
    edit: pressedMessage(ctx),
  });
};

/** Says what the bot does in this group. Any but the moderators' is left, unless an admin asked, who is told its id. */
const introduce = async (ctx: Ctx): Promise<void> => {
  const { group: texts } = ctx.t.moderator;
  const { chatId, userId } = ctx.person;
  if (isModeratorsChat(ctx)) return answerWhereRoom(ctx, () => reply(ctx, groupHelpText(ctx)));
  if (await isUpgrade(ctx)) return reply(ctx, groupHelpText(ctx));
  if (ctx.deps.admins.has(userId)) return reply(ctx, texts.configure(chatId));
  await reply(ctx, texts.leaving);
  try {
    await ctx.deps.api.leaveChat(chatId);
  } catch (error) {
    // Removed already, or not allowed to write there.
    const apiError = apiErrorOf(error);
    if (apiError === undefined || isTransient(apiError)) throw error;
  }
};

/**
 * Whether this group is what the moderators' chat was upgraded to, of which no update may have told yet. Asked of Telegram
 * before a group is left.
 */
const isUpgrade = async ({ moderatorsChat, person: { chatId }, deps }: Ctx): Promise<boolean> => {
  if (moderatorsChat === undefined) return false;
  try {
    await deps.api.sendChatAction(moderatorsChat, 'typing');
    return false;
  } catch (error) {
    const apiError = apiErrorOf(error);
    if (apiError === undefined || isTransient(apiError) || apiError === 'lost') throw error;
    const upgraded = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
    if (upgraded !== undefined) await rememberMigration(deps, upgraded);
    return upgraded === chatId;
  }
};

const mayWrite = (member: ChatMember): boolean =>
  member.status === 'restricted'
    ? member.can_send_messages
    : member.status !== 'left' && member.status !== 'kicked';

/** Tells the configured admins, in private, that the bot can write to the moderators' chat no more. Each who can be told. */
const tellAdmins = async ({ deps: { api, admins, log }, t }: Ctx): Promise<void> => {
  const screen = { text: html`${t.moderator.group.lost}`, buttons: [] };
  for (const admin of admins)
    await show(api, screen, { chat: admin }).catch((error: unknown) =>
      log.error('not_told', error, { what: 'admin' }),
    );
};
