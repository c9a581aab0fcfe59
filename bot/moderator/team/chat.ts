import { Composer, GrammyError } from 'grammy/web';
import type { Ctx } from '../../context.ts';
import { loadCatalogue } from '../../locales/load.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { html } from '../../telegram/html.ts';
import { show } from '../../telegram/screen.ts';
import { moderatorOf, moderatorsChatOf } from '../access.ts';
import { findLocale, languageScreen } from '../language.ts';
import { reply } from '../reply.ts';
import { viewOf } from '../report/decisions.ts';
import { rememberMigration } from './chat-migration.ts';

const isModeratorsChat = ({ deps, person }: Ctx): boolean => person.chatId === moderatorsChatOf(deps);

/** What concerns groups as such: being invited, being upgraded, help, language, and leaving where it has no business. */
export const group = new Composer<Ctx>();

group.on('my_chat_member', async (ctx, next) => {
  if (ctx.person.isPrivate) return next();
  const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
  const wasOutside = before.status === 'left' || before.status === 'kicked';
  const isInside = after.status === 'member' || after.status === 'administrator';
  if (wasOutside && isInside) await introduce(ctx);
});

group.on('message:migrate_to_chat_id', async ctx => {
  if (!isModeratorsChat(ctx)) return;
  const id = ctx.message.migrate_to_chat_id;
  await rememberMigration(ctx.deps, id);
  ctx.deps.log.warn('moderators_chat_upgraded');
  await show(ctx.deps.api, { text: html`${ctx.t.moderator.group.upgraded(id)}`, buttons: [] }, { chat: id });
});

/** Any other group: it is told once that this is no place for the bot; its chatter is ignored. */
const foreign = group.filter(ctx => !ctx.person.isPrivate && !isModeratorsChat(ctx));
foreign.on('message:text', async ctx => {
  const command = /^\/\w+(?:@(?<addressee>\w+))?/.exec(ctx.message.text);
  const addressee = command?.groups?.addressee ?? ctx.me.username;
  if (command && addressee.toLowerCase() === ctx.me.username.toLowerCase()) await introduce(ctx);
});
foreign.on('callback_query', ctx => acknowledge(ctx, { text: ctx.t.moderator.refused.stale, alert: true }));
foreign.use(() => {});

/** The moderators' chat. */
const own = group.filter(isModeratorsChat);
own.command(['start', 'help'], ctx => reply(ctx, ctx.t.moderator.group.help));
own.command('language', async ctx => {
  if (!(await moderatorOf(ctx))) return reply(ctx, ctx.t.moderator.refused.notYou);
  await show(ctx.deps.api, languageScreen(viewOf(ctx)), { chat: ctx.person.chatId });
});

/** The press that chooses the group's language. */
export const setLanguage = async (ctx: Ctx, code: string | undefined): Promise<void> => {
  const { identity, country } = ctx.deps;
  const { chatId, isPrivate } = ctx.person;
  const locale = findLocale(code);
  if (isPrivate || !locale || !country.languages.includes(locale))
    return acknowledge(ctx, { text: ctx.t.moderator.refused.stale, alert: true });
  await ctx.states.update(identity.chatKey(chatId), ctx.update.update_id, chat => ({
    chat: { ...chat, locale },
    value: undefined,
  }));
  await acknowledge(ctx);
  await show(ctx.deps.api, languageScreen({ t: await loadCatalogue(locale), locale, country }, true), {
    chat: chatId,
    edit: ctx.callbackQuery?.message?.message_id,
  });
};

/** Says what it does here; in a group where it has no business, unless an admin asks, it says so and leaves. */
const introduce = async (ctx: Ctx): Promise<void> => {
  const { group: said } = ctx.t.moderator;
  const { chatId, userId } = ctx.person;
  if (isModeratorsChat(ctx)) return reply(ctx, said.help);
  if (ctx.deps.admins.has(userId)) return reply(ctx, said.configure(chatId));
  await reply(ctx, said.leaving);
  try {
    await ctx.deps.api.leaveChat(chatId);
  } catch (error) {
    // Not there any more, or not allowed to write there: gone all the same.
    if (!(error instanceof GrammyError) || error.error_code === 429) throw error;
  }
};
