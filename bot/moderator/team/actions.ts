import type { Role } from '../../../lib/review/team.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { isolated } from '../../telegram/html.ts';
import { show } from '../../telegram/screen.ts';
import { isConfigured, type Moderator, memberName, nameOf } from '../access.ts';
import { awaitInput, clearPendingInput } from '../pending-input.ts';
import { reply } from '../reply.ts';
import { pressed, viewOf } from '../report/decisions.ts';
import { type Colleague, removalScreen, teamScreen } from './screens.ts';

/** Somebody to be added: their Telegram id, and a name to show to colleagues. */
type Candidate = Readonly<{ userId: number; name: string }>;

/** The command /moderators: the list, or, as a reply or with an id, somebody more in it. */
export const teamCommand = async (ctx: Ctx, moderator: Moderator): Promise<void> => {
  const typed = typeof ctx.match === 'string' ? ctx.match.trim() : '';
  const answered = ctx.message?.reply_to_message?.from;
  if (typed !== '') {
    const candidate = candidateOfId(typed);
    return candidate ? add(ctx, moderator, candidate) : reply(ctx, ctx.t.moderator.team.notUnderstood);
  }
  if (answered && answered.id !== ctx.me.id)
    return answered.is_bot
      ? reply(ctx, ctx.t.moderator.team.isBot)
      : add(ctx, moderator, { userId: answered.id, name: nameOf(answered) });
  await showTeam(ctx, {});
};

/** The press on "Add a moderator", in a private chat. */
export const askMember = async (ctx: Ctx): Promise<void> => {
  await awaitInput(ctx, { kind: 'member' });
  await acknowledge(ctx);
  await reply(ctx, ctx.t.moderator.team.ask);
};

/** The message after that question: forwarded, a contact, or an id. Until it names somebody, the question stays open. */
export const takeMember = async (ctx: Ctx, moderator: Moderator): Promise<void> => {
  const { team } = ctx.t.moderator;
  const { forward_origin: origin, contact, text } = ctx.message ?? {};
  if (origin && origin.type !== 'user') return reply(ctx, team.hidden);
  if (origin?.sender_user.is_bot) return reply(ctx, team.isBot);
  if (contact && contact.user_id === undefined) return reply(ctx, team.noAccount);
  const candidate = origin
    ? { userId: origin.sender_user.id, name: nameOf(origin.sender_user) }
    : contact?.user_id !== undefined
      ? { userId: contact.user_id, name: nameOf(contact) }
      : candidateOfId(text?.trim() ?? '');
  if (!candidate) return reply(ctx, team.notUnderstood);
  await add(ctx, moderator, candidate);
  await clearPendingInput(ctx);
};

/** The press on "Remove", and the one that confirms it. */
export const removeMember = async (
  ctx: Ctx,
  moderator: Moderator,
  key: string,
  isSure: boolean,
): Promise<void> => {
  const { team: said, refused, somebody } = ctx.t.moderator;
  const colleague = (await colleagues(ctx)).find(member => member.key === key);
  if (colleague?.configured) return acknowledge(ctx, { text: refused.stale, alert: true });
  if (!colleague) {
    await acknowledge(ctx, { text: said.missing, alert: true });
    return showTeam(ctx, { edit: pressed(ctx) });
  }
  if (!isSure) {
    await acknowledge(ctx);
    await show(ctx.deps.api, removalScreen(colleague, viewOf(ctx)), {
      chat: ctx.person.chatId,
      edit: pressed(ctx),
    });
    return;
  }
  await ctx.deps.store.members.remove({ key, by: moderator.key, at: ctx.deps.now().toISOString() });
  await acknowledge(ctx);
  await showTeam(ctx, {
    edit: pressed(ctx),
    note: said.removed(isolated(colleague.name ?? somebody, 60)),
  });
};

/** The press that makes somebody an admin, or a moderator again. */
export const changeRole = async (ctx: Ctx, moderator: Moderator, key: string, role: Role): Promise<void> => {
  const { team: said, refused, somebody } = ctx.t.moderator;
  const colleague = (await colleagues(ctx)).find(member => member.key === key);
  if (colleague?.configured) return acknowledge(ctx, { text: refused.stale, alert: true });
  const at = ctx.deps.now().toISOString();
  const changed = colleague
    ? await ctx.deps.store.members.setRole({ key, role, by: moderator.key, at })
    : ('missing' as const);
  await acknowledge(ctx, changed === 'missing' ? { text: said.missing, alert: true } : undefined);
  const name = isolated(colleague?.name ?? somebody, 60);
  await showTeam(ctx, {
    edit: pressed(ctx),
    ...(changed !== 'missing' && { note: said.changed(name, said.roles[role]) }),
  });
};

export const showTeam = async (
  ctx: Ctx,
  { edit, note }: Readonly<{ edit?: number | undefined; note?: string }>,
): Promise<void> => {
  const { chatId, isPrivate } = ctx.person;
  const options = { isPrivate, ...(note !== undefined && { note }) };
  await show(ctx.deps.api, teamScreen(await colleagues(ctx), viewOf(ctx), options), { chat: chatId, edit });
};

const colleagues = async ({ deps }: Ctx): Promise<readonly Colleague[]> =>
  (await deps.store.members.list()).items.map(member => {
    const configured = isConfigured(member, deps);
    return {
      key: member.key,
      name: memberName(member, deps.identity),
      role: configured ? 'admin' : member.role,
      configured,
    };
  });

/** An id as Telegram's users have it: positive, at most 52 bits. */
const candidateOfId = (text: string): Candidate | undefined =>
  /^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text))
    ? { userId: Number(text), name: text }
    : undefined;

const add = async (ctx: Ctx, moderator: Moderator, { userId, name }: Candidate): Promise<void> => {
  const { store, identity, now } = ctx.deps;
  const { team: said } = ctx.t.moderator;
  const earlier = await Promise.all(identity.earlier.map(({ member }) => store.members.read(member(userId))));
  const saved = earlier.some(Boolean)
    ? 'conflict'
    : await store.members.add({
        key: identity.member(userId),
        role: 'moderator',
        name: identity.seal(name),
        addedAt: now().toISOString(),
        by: moderator.key,
      });
  const shown = isolated(name, 60);
  await showTeam(ctx, { note: saved === 'saved' ? said.added(shown) : said.already(shown) });
};
