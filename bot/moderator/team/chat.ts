import { Composer, GrammyError } from 'grammy/web';
import type { CallbackArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { loadCatalogue } from '../../locales/load.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { html } from '../../telegram/html.ts';
import { show } from '../../telegram/screen.ts';
import { moderatorOf } from '../access.ts';
import { languageScreen } from '../language.ts';
import { pressedMessage, refuseStale, reply, send, viewOf } from '../reply.ts';
import { rememberMigration } from './chat-migration.ts';
import { groupHelpText } from './menu.ts';

const isModeratorsChat = ({ moderatorsChat, person }: Ctx): boolean => person.chatId === moderatorsChat;

/** Groups as such: being added to one, upgrades, help, language, and leaving those that are not the moderators'. */
export const group = new Composer<Ctx>();

group.on('my_chat_member', async (ctx, next) => {
  if (ctx.person.isPrivate) return next();
  const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
  const wasAbsent = before.status === 'left' || before.status === 'kicked';
  const isPresent = after.status === 'member' || after.status === 'administrator';
  if (wasAbsent && isPresent) await introduce(ctx);
});

group.on('message:migrate_to_chat_id', async ctx => {
  if (!isModeratorsChat(ctx)) return;
  const id = ctx.message.migrate_to_chat_id;
  await rememberMigration(ctx.deps, id);
  ctx.deps.log.warn('moderators_chat_upgraded');
  await show(ctx.deps.api, { text: html`${ctx.t.moderator.group.upgraded(id)}`, buttons: [] }, { chat: id });
});

/** Other groups. A command there, addressed to the bot, is answered by leaving; everything else is ignored. */
const foreign = group.filter(ctx => !ctx.person.isPrivate && !isModeratorsChat(ctx));
foreign.on('message:text', async ctx => {
  const command = /^\/\w+(?:@(?<addressee>\w+))?/.exec(ctx.message.text);
  const addressee = command?.groups?.addressee ?? ctx.me.username;
  if (command && addressee.toLowerCase() === ctx.me.username.toLowerCase()) await introduce(ctx);
});
foreign.on('callback_query', refuseStale);
foreign.use(() => {});

/** The moderators' chat. */
const own = group.filter(isModeratorsChat);
own.command(['start', 'help'], ctx => reply(ctx, groupHelpText(ctx)));
own.command('language', async ctx => {
  if (!(await moderatorOf(ctx))) return reply(ctx, ctx.t.moderator.refused.notYou);
  await send(ctx, languageScreen(viewOf(ctx)));
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
  if (isModeratorsChat(ctx)) return reply(ctx, groupHelpText(ctx));
  if (ctx.deps.admins.has(userId)) return reply(ctx, texts.configure(chatId));
  await reply(ctx, texts.leaving);
  try {
    await ctx.deps.api.leaveChat(chatId);
  } catch (error) {
    // Removed already, or not allowed to write there.
    if (!(error instanceof GrammyError) || error.error_code === 429) throw error;
  }
};
