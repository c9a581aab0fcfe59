import { type ModeratorCallback, moderatorCallbacks } from '../callbacks/moderator.ts';
import type { Ctx } from '../context.ts';
import { loadCatalogue } from '../locales/load.ts';
import { apiErrorOf, isUnreachable } from '../telegram/api-errors.ts';
import { takeRoom } from './group-share.ts';
import { refuse, reply } from './reply.ts';

/**
 * Where an update of the moderators' group is answered: there, or, where the group has no room for another message this
 * minute, in a private chat with whoever pressed or wrote, who is told so. Nothing waits, and nobody's next press waits behind
 * it.
 */

/** Presses that draw nothing in the group as a rule: the worker brings the card up to date. Others take room as they draw. */
const undrawn: ReadonlySet<ModeratorCallback> = new Set([
  'claim',
  'unclaim',
  'reopen',
  'approveAsNew',
  'add',
  'rejectFor',
  'askFor',
  'evidence',
  'account',
  'edit',
]);

/** A figure's form is filled in where it was begun. */
const bound: ReadonlySet<ModeratorCallback> = new Set([
  'figureForm',
  'figureField',
  'figureKind',
  'figureMunition',
  'figureRegion',
  'saveFigure',
  'cancelFigure',
  'removeFigure',
  'removeFigureConfirmed',
]);

/** Answers a press. */
export const answerPress = async (ctx: Ctx, data: string, act: () => Promise<unknown>): Promise<void> => {
  const name = moderatorCallbacks.parse(data)?.name;
  const messages = name === undefined || undrawn.has(name) ? 0 : 1;
  await answerWhereRoom(ctx, act, { messages, isBound: name !== undefined && bound.has(name) });
};

/** Does what answers an update with so many messages, in the group or in private. `isBound`: it makes sense in the group only. */
export const answerWhereRoom = async (
  ctx: Ctx,
  act: () => Promise<unknown>,
  { messages = 1, isBound = false }: Readonly<{ messages?: number; isBound?: boolean }> = {},
): Promise<void> => {
  if (ctx.person.isPrivate) return void (await act());
  if (messages === 0 || (await takeRoom(ctx.deps, 'form', messages))) {
    try {
      return void (await act());
    } catch (error) {
      if (apiErrorOf(error) !== 'too_many') throw error;
    }
  }
  if (isBound) return refuse(ctx, ctx.t.moderator.groupBusy.wait);
  if (await moveToPrivate(ctx)) await act();
};

/** Finds room for what an act turns out to send: false when there is none anywhere, which the person was told. */
export const findRoom = async (ctx: Ctx, messages: number): Promise<boolean> =>
  ctx.person.isPrivate || (await takeRoom(ctx.deps, 'form', messages)) || moveToPrivate(ctx);

/** Whether a message may be updated after a decision. The person learns of the decision in any case. */
export const mayUpdate = async (ctx: Ctx): Promise<boolean> =>
  ctx.person.isPrivate || takeRoom(ctx.deps, 'update');

/**
 * From here on this update is answered in private, in the person's own language. `note` is told to whoever wrote. False when
 * nothing can be written there.
 */
const moveToPrivate = async (ctx: Ctx, note: 'here' | 'again' = 'here'): Promise<boolean> => {
  const { person, deps } = ctx;
  const { groupBusy: busy } = ctx.t.moderator;
  if (!(await isReachable(ctx))) {
    if (ctx.callbackQuery) await refuse(ctx, busy.start);
    else if (await takeRoom(deps, 'update')) await reply(ctx, busy.start);
    return false;
  }
  ctx.person = { ...person, chatId: person.userId, isPrivate: true };
  const { locale } = await ctx.states.read(deps.identity.chatKey(person.userId));
  if (locale) {
    ctx.locale = locale;
    ctx.t = await loadCatalogue(locale);
  }
  if (!ctx.callbackQuery) {
    await reply(ctx, ctx.t.moderator.groupBusy[note]);
    return true;
  }
  // An answer to the press that has no words of its own says where to look.
  const answer = ctx.answerCallbackQuery.bind(ctx);
  ctx.answerCallbackQuery = (other, signal) =>
    answer(typeof other === 'object' && other.text !== undefined ? other : { text: busy.moved }, signal);
  return true;
};

/** Whether whoever pressed or wrote has a private chat with the bot. */
const isReachable = async ({ deps, person }: Ctx): Promise<boolean> => {
  try {
    await deps.api.sendChatAction(person.userId, 'typing');
    return true;
  } catch (error) {
    if (isUnreachable(apiErrorOf(error))) return false;
    throw error;
  }
};

/**
 * Whether the group has room for this many messages that only make sense there. If not, the caller does nothing, and whoever
 * wrote is asked in private to send it again.
 */
export const hasRoomHere = async (ctx: Ctx, messages: number): Promise<boolean> => {
  if (ctx.person.isPrivate || (await takeRoom(ctx.deps, 'update', messages))) return true;
  await moveToPrivate(ctx, 'again');
  return false;
};
