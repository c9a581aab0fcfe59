import type { Update, UserFromGetMe } from 'grammy/types';
import { Bot, BotError, GrammyError, HttpError } from 'grammy/web';
import type { Locale } from '../lib/locale.ts';
import { isRetryable } from '../lib/store/dynamodb/errors.ts';
import { BusyError, createChatStates } from './chat-states.ts';
import type { Ctx, Deps } from './context.ts';
import { loadCatalogue } from './locales/load.ts';
import { readerCommands } from './reader/commands.ts';
import { onUnauthorized } from './runtime/on-unauthorized.ts';
import { acknowledge } from './telegram/acknowledge.ts';
import { isUnreachable } from './telegram/screen.ts';
import { witness } from './witness/witness.ts';

/** How Telegram is reached. `onRefused`: Telegram does not know the token any more. */
export type TelegramAccess = Readonly<{
  token: string;
  botInfo: UserFromGetMe;
  apiRoot: string;
  onRefused?: () => void;
}>;

/**
 * What became of an update. `later`: something passing was in the way, deliver it again in some seconds. `failed`: a bug;
 * it is logged, the person is told, and delivering it again would not help.
 */
export type UpdateOutcome = Readonly<
  { kind: 'taken' } | { kind: 'later'; seconds: number } | { kind: 'failed' }
>;

export type HandleUpdate = (update: Update) => Promise<UpdateOutcome>;

/** How long one call to Telegram may take. The client's own limit, 500 s, is longer than a function lives. */
const callTimeoutSeconds = 10;
const laterSeconds = 2;

/**
 * The bot of the three roles: the same for Lambda, long polling and tests. Moderators come first, because they may be
 * asked for words in a chat where everybody else's words answer a question.
 */
export const createBot = (
  deps: Omit<Deps, 'api'>,
  { token, botInfo, apiRoot, onRefused = () => {} }: TelegramAccess,
): HandleUpdate => {
  const bot = new Bot<Ctx>(token, {
    botInfo,
    client: { apiRoot, timeoutSeconds: callTimeoutSeconds, canUseWebhookReply: () => false },
  });
  onUnauthorized(bot.api, onRefused);
  const states = createChatStates(deps.store, () =>
    deps.log.measure('conflict', [{ name: 'Conflicts', value: 1 }]),
  );
  const { country, identity } = deps;

  bot.use(async (ctx, next) => {
    const { from, chat } = ctx;
    if (!from || !chat || from.is_bot) return;
    ctx.deps = { ...deps, api: bot.api };
    ctx.states = states;
    ctx.person = { userId: from.id, chatId: chat.id, isPrivate: chat.type === 'private' };
    const state = await states.read(
      identity.chatKey(chat.id),
      identity.earlier.map(({ chatKey }) => chatKey(chat.id)),
    );
    const spoken = ctx.person.isPrivate
      ? localeOf(from.language_code, country.languages)
      : country.languages[0];
    ctx.locale = state.locale ?? spoken;
    ctx.t = await loadCatalogue(ctx.locale);
    await next();
  });
  // What most updates do not need is loaded when it is: the team's part and the readers' are a fifth of the bot.
  bot.lazy(async ctx =>
    (await mayBeForTeam(ctx)) ? (await import('./moderator/moderator.ts')).moderator : [],
  );
  bot.lazy(async ctx => (isForReaders(ctx) ? (await import('./reader/reader.ts')).reader : []));
  bot.use(witness);
  bot.on('callback_query', async ctx => {
    await acknowledge(ctx, { text: ctx.t.witness.staleButton, alert: true });
  });

  return async update => {
    try {
      await bot.handleUpdate(update);
      return { kind: 'taken' };
    } catch (error) {
      const cause = error instanceof BotError ? error.error : error;
      const seconds = retryAfter(cause);
      if (seconds !== undefined) {
        deps.log.warn('update_later', { error: cause instanceof Error ? cause.name : typeof cause, seconds });
        return { kind: 'later', seconds };
      }
      // Somebody blocked the bot while it was answering them: nothing is wrong, and nobody is there to be told.
      if (isUnreachable(cause)) return { kind: 'taken' };
      deps.log.error('update_failed', cause);
      if (error instanceof BotError) await apologise(error.ctx);
      return { kind: 'failed' };
    }
  };
};

/** Whether an update may concern the team's part: anything in a group, a command or button of theirs, an answer to it. */
const mayBeForTeam = async (ctx: Ctx): Promise<boolean> => {
  const { chatId, isPrivate } = ctx.person;
  const isCommand = ctx.hasCommand(Object.keys(ctx.t.moderator.commands));
  if (!isPrivate || isCommand || ctx.callbackQuery?.data?.startsWith('m:')) return true;
  return (await ctx.states.read(ctx.deps.identity.chatKey(chatId))).pendingInput !== undefined;
};

/** Whether an update is a command or a button of the readers' part. */
const isForReaders = (ctx: Ctx): boolean =>
  ctx.hasCommand([...readerCommands]) || ctx.callbackQuery?.data?.startsWith('r:') === true;

/** The language that the person's phone speaks, when it is offered, else the country's first. */
const localeOf = (code: string | undefined, offered: readonly [Locale, ...Locale[]]): Locale =>
  offered.find(locale => code?.toLowerCase().split('-')[0] === locale) ?? offered[0];

/** Seconds until it is worth trying again, when the fault is one that passes; undefined for a bug. */
const retryAfter = (error: unknown): number | undefined => {
  if (error instanceof GrammyError) {
    if (error.error_code === 429) return error.parameters.retry_after ?? laterSeconds;
    // 401: the token was changed. Whoever made this bot will make it anew with the new one.
    return error.error_code >= 500 || error.error_code === 401 ? laterSeconds : undefined;
  }
  return error instanceof HttpError || error instanceof BusyError || isRetryable(error)
    ? laterSeconds
    : undefined;
};

/** Tells the person that the fault is ours. If even that fails, the log has it already. */
const apologise = async (ctx: unknown): Promise<void> => {
  const { person, t, deps, callbackQuery } = ctx as Partial<Ctx>;
  if (!person?.isPrivate || !t || !deps) return;
  await Promise.allSettled([
    deps.api.sendMessage(person.chatId, t.witness.refused.fault.source, { parse_mode: 'HTML' }),
    callbackQuery && deps.api.answerCallbackQuery(callbackQuery.id),
  ]);
};
