import { GrammyError } from 'grammy/web';
import { moderatorCallbacks } from '../callbacks/moderator.ts';
import type { Ctx } from '../context.ts';
import { loadCatalogue } from '../locales/load.ts';
import { refuse } from './reply.ts';

/**
 * Telegram takes twenty messages and edits a minute in a group, and delays whatever comes after them. Cards and what becomes
 * of them go first; the forms of those who decide have a share of their own, and what does not fit opens in private.
 */
const formsPerMinute = 6;

/** Presses that draw nothing in the group: the worker brings the card up to date. */
const undrawn: ReadonlySet<string> = new Set([
  'claim',
  'unclaim',
  'reopen',
  'approveAsNew',
  'add',
  'rejectFor',
  'askFor',
  'evidence',
  'edit',
]);

/** A figure's form is filled in where it was begun. */
const isBound = (name: string): boolean => /figure/i.test(name) && name !== 'figures' && name !== 'newFigure';

/**
 * Answers a press: where it was made, or, where the group has no room for another form this minute, in a private chat with
 * whoever pressed, who is told so. Nothing waits, and nobody's next press waits behind it.
 */
export const answerWhereRoom = async (ctx: Ctx, data: string, act: () => Promise<unknown>): Promise<void> => {
  const { person, deps } = ctx;
  if (person.isPrivate) return void (await act());
  const name = moderatorCallbacks.parse(data)?.name;
  const busy = ctx.t.moderator.groupBusy;
  const key = `${deps.identity.chatKey(person.chatId)}#forms`;
  const hasRoom =
    name === undefined || undrawn.has(name) || (await deps.store.rateLimit.take(key, formsPerMinute));
  if (hasRoom) {
    try {
      return void (await act());
    } catch (error) {
      if (!isTooMany(error)) throw error;
    }
  }
  if (name !== undefined && isBound(name)) return refuse(ctx, busy.wait);
  await moveToPrivate(ctx, busy.moved);
  await act();
};

/** From here on this update is answered in private, in the person's own language. An answer without words says where. */
const moveToPrivate = async (ctx: Ctx, moved: string): Promise<void> => {
  const { person, deps } = ctx;
  ctx.person = { ...person, chatId: person.userId, isPrivate: true };
  const { locale } = await ctx.states.read(deps.identity.chatKey(person.userId));
  if (locale) {
    ctx.locale = locale;
    ctx.t = await loadCatalogue(locale);
  }
  const answer = ctx.answerCallbackQuery.bind(ctx);
  ctx.answerCallbackQuery = (other, signal) =>
    answer(typeof other === 'object' && other.text !== undefined ? other : { text: moved }, signal);
};

const isTooMany = (error: unknown): boolean => error instanceof GrammyError && error.error_code === 429;
