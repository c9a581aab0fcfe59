import { isBesideObject } from '../../../lib/report/beside-object.ts';
import { type CallbackArgs, moderatorCallbacks } from '../../callbacks/moderator.ts';
import { readerCallbacks } from '../../callbacks/reader.ts';
import type { Ctx } from '../../context.ts';
import { acknowledge } from '../../telegram/acknowledge.ts';
import { html, join } from '../../telegram/html.ts';
import type { Moderator, ModeratorHandlers } from '../access.ts';
import { send } from '../reply.ts';

const formats = ['csv', 'xlsx', 'geojson'] as const;

/** The command /team_export: all that is approved, as the team knows it. */
const offerExport = async (ctx: Ctx): Promise<void> => {
  const { taking } = ctx.t;
  await send(ctx, {
    text: join([html`<b>${taking.title}</b>`, html`${taking.team}`]),
    buttons: formats.map(format => [
      { text: taking.formats[format], data: moderatorCallbacks.data('teamExport', { format }) },
    ]),
  });
};

/** Sends it to whoever pressed, in private. That they took it is noted before it is made. */
const exportForTeam = async (
  { format }: CallbackArgs<'teamExport'>,
  ctx: Ctx,
  { key }: Moderator,
): Promise<void> => {
  const { store, jobs, now, identity } = ctx.deps;
  // It would come below the safety text of a moderator who may be beside an object themself.
  const { draft } = await ctx.states.read(identity.chatKey(ctx.person.userId));
  if (draft && isBesideObject(draft)) return acknowledge(ctx, { text: ctx.t.taking.whenAway, alert: true });
  await store.members.noteExport({ by: key, at: now().toISOString(), format });
  await jobs.export({
    chat: ctx.person.userId,
    locale: ctx.locale,
    bot: ctx.me.username,
    question: readerCallbacks.data('summary', { period: 'all' }),
    format,
    forTeam: true,
  });
  await acknowledge(ctx, { text: ctx.t.taking.started });
};

export const exportCommands = { team_export: offerExport };

export const exportHandlers = { teamExport: exportForTeam } satisfies Partial<ModeratorHandlers>;
