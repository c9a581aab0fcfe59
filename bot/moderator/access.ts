import type { User } from 'grammy/types';
import { allPseudonyms, type Identity } from '../../lib/identity/identity.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Member, Role } from '../../lib/review/team.ts';
import type { moderatorCallbacks } from '../callbacks/moderator.ts';
import type { CallbackHandlers } from '../callbacks/table.ts';
import type { Ctx, Deps } from '../context.ts';
import { cut } from '../telegram/html.ts';
import { refuse } from './reply.ts';

/** Somebody who may moderate. `key` is the pseudonym that their decisions are recorded under. */
export type Moderator = Readonly<{ key: string; role: Role }>;

/** Handlers of the moderators' callbacks: of all of them, once the rooms' handlers are put together. */
export type ModeratorHandlers = CallbackHandlers<
  typeof moderatorCallbacks.definitions,
  readonly [ctx: Ctx, moderator: Moderator]
>;

/** A press that is for admins only. */
export const forAdmins =
  <Args>(act: (args: Args, ctx: Ctx, moderator: Moderator) => Promise<unknown>) =>
  (args: Args, ctx: Ctx, moderator: Moderator): Promise<unknown> =>
    moderator.role === 'admin' ? act(args, ctx, moderator) : refuse(ctx, ctx.t.moderator.refused.adminsOnly);

/** In characters. */
const maxNameLength = 60;

/**
 * Whoever wrote or pressed, if they may moderate. It is read from the store at every press and command, so that removing
 * somebody takes effect at once. Admins by configuration always may; their first step makes them members, with a name.
 */
export const moderatorOf = async (ctx: Ctx): Promise<Moderator | undefined> => {
  const { store, identity, admins, now } = ctx.deps;
  const { userId } = ctx.person;
  const isAdmin = admins.has(userId);
  for (const { member: keyOf } of allPseudonyms(identity)) {
    const member = await store.members.read(keyOf(userId));
    if (!member) continue;
    // A member who was added by their id alone gets a name at their first step.
    if (ctx.from && identity.open(member.name) === String(userId))
      await store.members.rename(member, identity.seal(nameOf(ctx.from)));
    return { key: member.key, role: isAdmin ? 'admin' : member.role };
  }
  if (!isAdmin) return undefined;
  const key = identity.member(userId);
  const name = identity.seal(ctx.from ? nameOf(ctx.from) : '');
  await store.members.add({ key, role: 'admin', name, addedAt: now().toISOString(), by: key });
  return { key, role: 'admin' };
};

/** Whether a member is an admin by configuration, who cannot be removed here. */
export const isConfigured = ({ key }: Pick<Member, 'key'>, { admins, identity }: Deps): boolean =>
  [...admins].some(id => allPseudonyms(identity).some(({ member }) => member(id) === key));

/** The name that colleagues see; undefined when it is unknown or cannot be unsealed. */
export const memberName = (member: Member | undefined, identity: Identity): string | undefined =>
  (member && identity.open(member.name)) || undefined;

/** Looks up names of the team by pseudonym, undefined for former members. One query. */
export const teamNames = async ({
  store,
  identity,
}: Pick<Deps, 'store' | 'identity'>): Promise<(key: string) => string | undefined> => {
  const names = new Map(
    (await store.members.list()).items.map(member => [member.key, memberName(member, identity)]),
  );
  return key => names.get(key);
};

/** The name of the moderator who decided a report; undefined when its witness withdrew it, or for a former member. */
export const deciderOf = async (
  { decidedBy, status }: Report,
  { store, identity }: Pick<Deps, 'store' | 'identity'>,
): Promise<string | undefined> =>
  decidedBy === undefined || status === 'withdrawn'
    ? undefined
    : memberName(await store.members.read(decidedBy), identity);

/** The name to store of a Telegram user: first name, last name, @username. */
export const nameOf = ({
  first_name,
  last_name,
  username,
}: Pick<User, 'first_name' | 'last_name' | 'username'>): string =>
  cut([first_name, last_name, username && `@${username}`].filter(part => part).join(' '), maxNameLength);

/** Reports are shown in the moderators' chat and in private chats only. */
export const mayShowReports = ({ person, moderatorsChat }: Ctx): boolean =>
  person.isPrivate || person.chatId === moderatorsChat;
