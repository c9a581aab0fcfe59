import type { Update, UserFromGetMe } from 'grammy/types';
import { Bot, BotError, Composer, GrammyError } from 'grammy/web';
import type { Locale } from '../lib/locale.ts';
import { CorruptItem, isRetryable } from '../lib/store/dynamodb/errors.ts';
import { witnessCallbacks } from './callbacks/witness.ts';
import { BusyError, createChatStates } from './chat-states.ts';
import type { Ctx, Deps } from './context.ts';
import { loadCatalogue } from './locales/load.ts';
import { pictureWords, readerCommands, readerLink } from './reader/commands.ts';
import { askedInWords } from './reader/follow/asked.ts';
import { httpsFetch } from './runtime/https-fetch.ts';
import { onUnauthorized } from './runtime/on-unauthorized.ts';
import { acknowledge } from './telegram/acknowledge.ts';
import { apiErrorOf, isTransient, isUnreachable } from './telegram/api-errors.ts';
import { ClaimedElsewhere } from './telegram/exactly-once.ts';
import { stayInTopic, topicOf } from './telegram/topic.ts';
import { keepSafetyInSight } from './witness/respond.ts';
import { witness } from './witness/witness.ts';

/** How to reach Telegram. `onRefused` is called when Telegram rejects the token. */
export type TelegramAccess = Readonly<{
  token: string;
  botInfo: UserFromGetMe;
  apiRoot: string;
  onRefused?: () => void;
}>;

/**
 * `later`: a transient error; deliver the update again after `seconds`. `failed`: a bug; it was logged and the person told,
 * and delivering the update again would not help.
 */
export type UpdateOutcome = Readonly<
  { kind: 'taken' } | { kind: 'later'; seconds: number } | { kind: 'failed' }
>;

export type HandleUpdate = (update: Update) => Promise<UpdateOutcome>;

/** Timeout of one call to Telegram. The client's default, 500 s, is longer than a function lives. */
const callTimeoutSeconds = 10;
const laterSeconds = 2;

/**
 * The bot for all three roles, the same for Lambda, long polling and tests. Calls for help come first, then moderators: a
 * message in a private chat may be the words that a moderator was asked for, rather than an answer to the interview. Long
 * because the order of the handlers is the point: it is read here as a list.
 */
export const createBot = (
  deps: Omit<Deps, 'api'>,
  { token, botInfo, apiRoot, onRefused = () => {} }: TelegramAccess,
): HandleUpdate => {
  const bot = new Bot<Ctx>(token, {
    botInfo,
    client: {
      apiRoot,
      timeoutSeconds: callTimeoutSeconds,
      canUseWebhookReply: () => false,
      fetch: httpsFetch,
    },
  });
  onUnauthorized(bot.api, onRefused);
  const { country, identity } = deps;

  bot.on('inline_query', async ctx => {
    const { answerInline } = await import('./reader/inline/answer.ts');
    await answerInline(ctx, { ...deps, api: ctx.api }, localeOf(ctx.from.language_code, country.languages));
  });
  bot.use(async (ctx, next) => {
    // Keyboards write the first letter large: "/Report" is "/report".
    const { message } = ctx;
    if (message?.text) message.text = message.text.replace(/^\/\w+/, command => command.toLowerCase());
    const { from, chat } = ctx;
    // Whoever writes in the name of a group or a channel comes as one of Telegram's own bots.
    const isAnonymous = from?.is_bot === true && message?.sender_chat !== undefined;
    if (!from || !chat || (from.is_bot && !isAnonymous)) return;
    // What somebody was offered by this bot's own name is no word of theirs.
    if (message?.via_bot?.id === ctx.me.id) return;
    const topic = topicOf(ctx.msg);
    if (topic !== undefined) stayInTopic(ctx.api, chat.id, topic);
    ctx.deps = { ...deps, api: ctx.api };
    ctx.states = createChatStates(deps.store, () =>
      deps.log.measure('conflict', [{ name: 'Conflicts', value: 1 }]),
    );
    ctx.person = { userId: from.id, chatId: chat.id, isPrivate: chat.type === 'private' };
    const state = await ctx.states.read(
      identity.chatKey(chat.id),
      identity.earlier.map(({ chatKey }) => chatKey(chat.id)),
    );
    const spoken = ctx.person.isPrivate
      ? localeOf(from.language_code, country.languages)
      : country.languages[0];
    ctx.locale = state.locale ?? spoken;
    ctx.t = await loadCatalogue(ctx.locale);
    await (isAnonymous ? (await import('./moderator/team/anonymous.ts')).answerAnonymous(ctx) : next());
  });
  bot.lazy(async ctx => {
    if (!mayCallForHelp(ctx)) return [];
    const { answerDistress, isToldAgain } = await import('./witness/distress.ts');
    return (await isToldAgain(ctx)) ? [] : answerDistress;
  });
  // Loaded on demand: the moderators' and readers' parts are a fifth of the bundle, and most updates need neither.
  const others = new Composer<Ctx>();
  others.lazy(async ctx =>
    (await mayBeForTeam(ctx)) ? (await import('./moderator/moderator.ts')).moderator : [],
  );
  others.lazy(async ctx => (isForReaders(ctx) ? (await import('./reader/reader.ts')).reader : []));
  bot.use(async (ctx, next) => {
    let isTheirs = true;
    await others.middleware()(ctx, async () => {
      isTheirs = false;
      await next();
    });
    if (isTheirs) await keepSafetyInSight(ctx);
  });
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
      // The person blocked the bot while it was answering: not an error, and there is nobody to apologise to.
      if (isUnreachable(apiErrorOf(cause))) return { kind: 'taken' };
      deps.log.error('update_failed', cause);
      if (error instanceof BotError) await apologise(error.ctx as Ctx, cause, deps);
      return { kind: 'failed' };
    }
  };
};

/**
 * Whether an update holds words of somebody in a private chat, or says that they called for no help. A channel's post calls for
 * nobody's help here and now.
 */
const mayCallForHelp = ({ msg, callbackQuery, person: { isPrivate } }: Ctx): boolean =>
  isPrivate &&
  (callbackQuery
    ? callbackQuery.data === witnessCallbacks.data('told')
    : (msg?.text ?? msg?.caption) !== undefined &&
      // A command alone, such as the first /start, need not wait for the reading of words to be loaded.
      !/^\/\w+(@\w+)?$/.test(msg?.text ?? '') &&
      msg?.forward_origin?.type !== 'channel');

/** Whether an update may be for the moderators' part: anything in a group, one of its commands or buttons, words it asked for. */
const mayBeForTeam = async (ctx: Ctx): Promise<boolean> => {
  const { chatId, isPrivate } = ctx.person;
  const isCommand = ctx.hasCommand([...Object.keys(ctx.t.moderator.commands), 'help']);
  if (!isPrivate || isCommand || ctx.callbackQuery?.data?.startsWith('m:')) return true;
  return (await ctx.states.read(ctx.deps.identity.chatKey(chatId))).pendingInput !== undefined;
};

/** Whether an update is one of the readers' commands, links or buttons, or asks in words for a picture or to follow something. */
const isForReaders = (ctx: Ctx): boolean =>
  ctx.hasCommand([...readerCommands]) ||
  readerLink.test(ctx.message?.text ?? '') ||
  (ctx.message?.forward_origin === undefined && pictureWords.test(ctx.message?.text ?? '')) ||
  askedInWords(ctx.message?.text) !== undefined ||
  ctx.callbackQuery?.data?.startsWith('r:') === true;

/** The language of the person's phone if the country offers it, else the country's first. */
const localeOf = (code: string | undefined, offered: readonly [Locale, ...Locale[]]): Locale =>
  offered.find(locale => code?.toLowerCase().split('-')[0] === locale) ?? offered[0];

/** Seconds to wait before a retry, for transient errors; undefined for a bug. */
const retryAfter = (error: unknown): number | undefined => {
  const apiError = apiErrorOf(error);
  if (error instanceof GrammyError && apiError === 'too_many')
    return error.parameters.retry_after ?? laterSeconds;
  // Among the transient ones is a token that was rotated: `onRefused` has the bot rebuilt with the new one.
  const isHeld = error instanceof BusyError || error instanceof ClaimedElsewhere;
  const isLater = isTransient(apiError) || apiError === 'lost' || isHeld || isRetryable(error);
  return isLater ? laterSeconds : undefined;
};

/**
 * Tells the person that the error is ours, or that what they wanted cannot be read, which trying again would not mend; in a
 * group only whoever pressed. `ctx` is as far as it came. Failing to is ignored: the log has the error already.
 */
const apologise = async (
  { person, t, api, from, callbackQuery }: Partial<Ctx>,
  cause: unknown,
  { country }: Pick<Deps, 'country'>,
): Promise<void> => {
  if (!person || !api) return;
  const isUnreadable = cause instanceof CorruptItem;
  const texts = t ?? (await loadCatalogue(localeOf(from?.language_code, country.languages)));
  const unreadable = texts.terms.unreadable(1);
  const said = isUnreadable ? unreadable : texts.witness.refused.fault.source;
  await Promise.allSettled([
    person.isPrivate && api.sendMessage(person.chatId, said, { parse_mode: 'HTML' }),
    callbackQuery &&
      api.answerCallbackQuery(callbackQuery.id, isUnreadable ? { text: unreadable, show_alert: true } : {}),
  ]);
};
