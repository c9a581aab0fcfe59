import type { IncidentState } from '../../../lib/review/changes.ts';
import type { Ctx } from '../../context.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import { viewOf } from '../reply.ts';
import { incidentScreen } from './screens.ts';

/** The screen of an incident as it is now; undefined when there is none of this id. */
export const readIncidentScreen = async (ctx: Ctx, id: string): Promise<Screen | undefined> => {
  const state = await ctx.deps.store.incidents.readWhole(id);
  return state && incidentScreen(state.incident, state.contributions, viewOf(ctx));
};

/** Shows an incident in place of the message `edit` or as a new one. */
export const showIncident = async (
  ctx: Ctx,
  { incident, contributions }: IncidentState,
  edit?: number,
): Promise<void> => {
  const screen = incidentScreen(incident, contributions, viewOf(ctx));
  await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit });
};
