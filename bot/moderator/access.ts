import type { User } from 'grammy/types';
import { allPseudonyms, type Identity } from '../../lib/identity/identity.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Member, Role } from '../../lib/review/team.ts';
import type { Ctx, Deps } from '../context.ts';
import { cut } from '../telegram/html.ts';

/** Somebody who may moderate. `key` is the pseudonym under which they decide. */
export type Moderator = Readonly<{ key: string; role: Role }>;

/** How much of a name is kept. */
const maxNameLength = 60;

/**
 * Who wrote or pressed, if they may moderate. Asked at every press and command, of the store, so that whoever was removed
 * has no power any more. An admin by configuration always may, and becomes a member at their first step, to have a name.
 */
export const moderatorOf = async (ctx: Ctx): Promise<Moderator | undefined> => {
  const { store, identity, admins, now } = ctx.deps;
  const { userId } = ctx.person;
  const isAdmin = admins.has(userId);
  for (const { member: keyOf } of allPseudonyms(identity)) {
    const member = await store.members.read(keyOf(userId));
    if (!member) continue;
    // Whoever was added by their id alone gets their name at their first step.
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

/** Whether a member is an admin by configuration, whom nobody can remove. */
export const isConfigured = ({ key }: Pick<Member, 'key'>, { admins, identity }: Deps): boolean =>
  [...admins].some(id => allPseudonyms(identity).some(({ member }) => member(id) === key));

/** The name of a member, for colleagues; undefined when it cannot be told. */
export const memberName = (member: Member | undefined, identity: Identity): string | undefined =>
  (member && identity.open(member.name)) || undefined;

/** The names of the team, by pseudonym; undefined for those who are not in it any more. One query. */
export const teamNames = async ({
  store,
  identity,
}: Pick<Deps, 'store' | 'identity'>): Promise<(key: string) => string | undefined> => {
  const names = new Map(
    (await store.members.list()).items.map(member => [member.key, memberName(member, identity)]),
  );
  return key => names.get(key);
};

/** The name of the moderator who decided a report; undefined when it was its witness, or nobody who is known any more. */
export const deciderOf = async (
  { decidedBy, status }: Report,
  { store, identity }: Pick<Deps, 'store' | 'identity'>,
): Promise<string | undefined> =>
  decidedBy === undefined || status === 'withdrawn'
    ? undefined
    : memberName(await store.members.read(decidedBy), identity);

/** The name that a member is kept under. */
export const nameOf = ({
  first_name,
  last_name,
  username,
}: Pick<User, 'first_name' | 'last_name' | 'username'>): string =>
  cut([first_name, last_name, username && `@${username}`].filter(part => part).join(' '), maxNameLength);

/** Where the reports may be shown: the moderators' chat, and a private chat with one of them. */
export const mayShowReports = (ctx: Ctx): boolean =>
  ctx.person.isPrivate || ctx.person.chatId === moderatorsChatOf(ctx.deps);

/** The new ids of moderators' chats that were upgraded, until the configuration says them. */
const migrations = new Map<number, number>();

/** The moderators' chat, under its new id when it was upgraded since this process started. */
export const moderatorsChatOf = ({ moderatorsChat }: Pick<Deps, 'moderatorsChat'>): number | undefined =>
  moderatorsChat === undefined ? undefined : (migrations.get(moderatorsChat) ?? moderatorsChat);

/** A group goes on under another id, for as long as this process runs. */
export const noteMigration = (from: number, to: number): void => {
  migrations.set(from, to);
};
