import type { CallbackArgs } from '../../callbacks/moderator.ts';
import type { Ctx } from '../../context.ts';
import { forAdmins, type Moderator, type ModeratorHandlers } from '../access.ts';
import { reply, send, showInPlace, viewOf } from '../reply.ts';
import { problemsScreen } from './screens.ts';

/** The command /problems: what could not be told, released or read. For admins. */
const sendProblems = async (ctx: Ctx, { role }: Moderator): Promise<void> =>
  role === 'admin'
    ? send(ctx, problemsScreen(await ctx.deps.store.problems.list(), 0, viewOf(ctx)))
    : reply(ctx, ctx.t.moderator.refused.adminsOnly);

const showProblems = async (ctx: Ctx, page: number, note?: string): Promise<void> =>
  showInPlace(ctx, problemsScreen(await ctx.deps.store.problems.list(), page, viewOf(ctx)), note);

/** A press about one problem. The worker tries again, at its next minute. */
const withProblem =
  (state: 'again' | 'dismissed') =>
  async ({ problem, page = 0 }: CallbackArgs<'problemAgain'>, ctx: Ctx): Promise<void> => {
    const { problems: texts } = ctx.t.moderator;
    const outcome = await ctx.deps.store.problems.set(problem, state);
    const done = state === 'again' ? texts.willTry : texts.dismissed;
    await showProblems(ctx, page, outcome === 'saved' ? done : texts.gone);
  };

const tryAllAgain = async (_: object, ctx: Ctx): Promise<void> => {
  const { problems } = ctx.deps.store;
  for (const { id, state } of (await problems.list()).items)
    if (state === 'open') await problems.set(id, 'again');
  await showProblems(ctx, 0, ctx.t.moderator.problems.willTry);
};

export const problemCommands = { problems: sendProblems };

/** What admins do with what was put aside. */
export const problemHandlers = {
  problems: forAdmins(async ({ page = 0 }, ctx) => showProblems(ctx, page)),
  problemAgain: forAdmins(withProblem('again')),
  problemDismiss: forAdmins(withProblem('dismissed')),
  problemsAgain: forAdmins(tryAllAgain),
} satisfies Partial<ModeratorHandlers>;
