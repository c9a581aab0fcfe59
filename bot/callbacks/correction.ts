import * as z from 'zod/mini';
import { id, number } from './arguments.ts';
import { defineCallbacks } from './table.ts';

/**
 * The one callback of moderators on a screen of the interview: it saves a moderator's correction of a report. It stands
 * apart because the interview is loaded without the moderators' part.
 */
export const correctionCallbacks = defineCallbacks('m', { saveEdit: z.object({ id, version: number }) });
