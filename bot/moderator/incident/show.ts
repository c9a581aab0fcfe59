import type { Ctx } from '../../context.ts';
import { type Screen, show } from '../../telegram/screen.ts';
import { viewOf } from '../reply.ts';
import { incidentScreen } from './screens.ts';

/** The screen of an incident as it is now; undefined when there is none of this id. */
export const readIncidentScreen = async (ctx: Ctx, id: string): Promise<Screen | undefined> => {
  const { incidents } = ctx.deps.store;
  const [incident, contributions] = await Promise.all([incidents.read(id), incidents.contributions(id)]);
  return incident && incidentScreen(incident, contributions, viewOf(ctx));
};

/** Shows an incident, if there is one, in place of the message `edit` or as a new one. */
export const showIncident = async (ctx: Ctx, id: string, edit?: number): Promise<void> => {
  const screen = await readIncidentScreen(ctx, id);
  if (screen) await show(ctx.deps.api, screen, { chat: ctx.person.chatId, edit });
};
