import type { Readable } from '../../../lib/store/dynamodb/item.ts';
import type { CallbackArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { isolated } from '../../telegram/html.ts';
import { show } from '../../telegram/screen.ts';
import { tellUnreadable } from '../../text/unreadable.ts';
import {
  forAdmins,
  isConfigured,
  type Moderator,
  type ModeratorHandlers,
  memberName,
  nameOf,
} from '../access.ts';
import { awaitInput, clearPendingInput } from '../pending-input.ts';
import { pressedMessage, refuse, refuseStale, reply, showInPlace, viewOf } from '../reply.ts';
import { setLanguage } from './chat.ts';
import { type Colleague, removalScreen, teamScreen } from './screens.ts';

/** Somebody to be added: their Telegram id, and the name that colleagues will see. */
type Candidate = Readonly<{ userId: number; name: string }>;

/** The command /moderators: shows the team; as a reply to somebody, or with an id, adds them. */
const teamCommand = async (ctx: Ctx, moderator: Moderator): Promise<void> => {
  const { refused, team: texts } = ctx.t.moderator;
  if (moderator.role !== 'admin') return reply(ctx, refused.adminsOnly);
  const typed = typeof ctx.match === 'string' ? ctx.match.trim() : '';
  const repliedTo = ctx.message?.reply_to_message?.from;
  if (typed !== '') {
    const candidate = candidateOfId(typed);
    return candidate ? add(ctx, moderator, candidate) : reply(ctx, texts.notUnderstood);
  }
  if (!repliedTo || repliedTo.id === ctx.me.id) return showTeam(ctx, {});
  if (repliedTo.is_bot) return reply(ctx, texts.isBot);
  await add(ctx, moderator, { userId: repliedTo.id, name: nameOf(repliedTo) });
};

/** The message that says who becomes a moderator. Until it names somebody, the question stays open. */
export const takeMember = async (ctx: Ctx, moderator: Moderator): Promise<void> => {
  const { team: texts } = ctx.t.moderator;
  const { forward_origin: origin, contact, text } = ctx.message ?? {};
  if (origin && origin.type !== 'user') return reply(ctx, texts.hidden);
  if (origin?.sender_user.is_bot) return reply(ctx, texts.isBot);
  if (contact && contact.user_id === undefined) return reply(ctx, texts.noAccount);
  const user = origin?.sender_user ?? (contact && { ...contact, id: contact.user_id });
  const candidate =
    user?.id === undefined ? candidateOfId(text?.trim() ?? '') : { userId: user.id, name: nameOf(user) };
  if (!candidate) return reply(ctx, texts.notUnderstood);
  await add(ctx, moderator, candidate);
  await clearPendingInput(ctx);
};

const askMember = async (_: unknown, ctx: Ctx): Promise<void> => {
  if (!ctx.person.isPrivate) return acknowledge(ctx, { text: ctx.t.moderator.refused.stale });
  await awaitInput(ctx, { kind: 'member' });
  await acknowledge(ctx);
  await reply(ctx, ctx.t.moderator.team.ask);
};

/** A press about a member, whom it is given unless they are an admin by configuration or not in the team any more. */
const withColleague = <Args extends Readonly<{ member: string }>>(
  act: (ctx: Ctx, colleague: Colleague, args: Args, moderator: Moderator) => Promise<void>,
) =>
  forAdmins(async (args: Args, ctx: Ctx, moderator: Moderator) => {
    const colleague = (await readColleagues(ctx)).items.find(({ key }) => key === args.member);
    if (colleague?.configured) return refuseStale(ctx);
    if (colleague) return act(ctx, colleague, args, moderator);
    await refuse(ctx, ctx.t.moderator.team.missing);
    await showTeam(ctx, { edit: pressedMessage(ctx) });
  });

const shownName = ({ t }: Ctx, { name }: Colleague): string => isolated(name ?? t.moderator.somebody, 60);

const removeMember = async (
  ctx: Ctx,
  colleague: Colleague,
  { member }: CallbackArgs<'removeConfirmed'>,
  { key }: Moderator,
): Promise<void> => {
  await ctx.deps.store.members.remove({ key: member, by: key, at: ctx.deps.now().toISOString() });
  await acknowledge(ctx);
  const note = ctx.t.moderator.team.removed(shownName(ctx, colleague));
  await showTeam(ctx, { edit: pressedMessage(ctx), note });
};

const changeRole = async (
  ctx: Ctx,
  colleague: Colleague,
  { member, role }: CallbackArgs<'role'>,
  { key }: Moderator,
): Promise<void> => {
  const { team: texts } = ctx.t.moderator;
  const at = ctx.deps.now().toISOString();
  const isMissing = (await ctx.deps.store.members.setRole({ key: member, role, by: key, at })) === 'missing';
  await (isMissing ? refuse(ctx, texts.missing) : acknowledge(ctx));
  const note = isMissing ? undefined : texts.changed(shownName(ctx, colleague), texts.roles[role]);
  await showTeam(ctx, { edit: pressedMessage(ctx), note });
};

export const teamCommands = { moderators: teamCommand };

/** What admins do with the team, and the language of the moderators' chat. */
export const teamHandlers = {
  team: forAdmins(async (_, ctx) => {
    await acknowledge(ctx);
    await showTeam(ctx, { edit: pressedMessage(ctx) });
  }),
  addMember: forAdmins(askMember),
  role: withColleague(changeRole),
  remove: withColleague((ctx, colleague) => showInPlace(ctx, removalScreen(colleague, viewOf(ctx)))),
  removeConfirmed: withColleague(removeMember),
  language: setLanguage,
} satisfies Partial<ModeratorHandlers>;

const showTeam = async (
  ctx: Ctx,
  { edit, note }: Readonly<{ edit?: number | undefined; note?: string | undefined }>,
): Promise<void> => {
  const { chatId, isPrivate } = ctx.person;
  const team = await readColleagues(ctx);
  const screen = teamScreen(team.items, viewOf(ctx), { isPrivate, note });
  await show(ctx.deps.api, tellUnreadable(screen, team, ctx.t), { chat: chatId, edit });
};

const readColleagues = async ({ deps }: Ctx): Promise<Readable<Colleague>> => {
  const { items, unreadable } = await deps.store.members.list();
  return {
    unreadable,
    items: items.map(member => {
      const configured = isConfigured(member, deps);
      return {
        key: member.key,
        name: memberName(member, deps.identity),
        role: configured ? 'admin' : member.role,
        configured,
      };
    }),
  };
};

/** A Telegram user by their id: a positive number of at most 52 bits. */
const candidateOfId = (text: string): Candidate | undefined =>
  /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text))
    ? { userId: Number(text), name: text }
    : undefined;

const add = async (ctx: Ctx, moderator: Moderator, { userId, name }: Candidate): Promise<void> => {
  const { store, identity, now } = ctx.deps;
  const { team: texts } = ctx.t.moderator;
  const earlier = await Promise.all(identity.earlier.map(({ member }) => store.members.read(member(userId))));
  const outcome = earlier.some(Boolean)
    ? 'conflict'
    : await store.members.add({
        key: identity.member(userId),
        role: 'moderator',
        name: identity.seal(name),
        addedAt: now().toISOString(),
        by: moderator.key,
      });
  const shown = isolated(name, 60);
  await showTeam(ctx, { note: outcome === 'saved' ? texts.added(shown) : texts.already(shown) });
};
