import * as z from 'zod/mini';
import { reportIdSchema } from '../report/id.ts';
import { instantSchema } from '../time/instant.ts';
import { answersSchema } from './report.ts';

/**
 * An unfinished report. It has the report's id from the start, so that sending it twice stores one report.
 *
 * `at` is the current question, or `review`; `safe` is set once somebody who found an object says that they are at a safe
 * distance; `pending` holds, by question, half-given answers (such as the places to choose from). A draft that `revises` a
 * stored report has its id and the version that it started from: its witness amends it, or a moderator edits it.
 */
export const draftSchema = z.object({
  id: reportIdSchema,
  startedAt: instantSchema,
  at: z.string(),
  safe: z.optional(z.literal(true)),
  answers: z.partial(answersSchema),
  pending: z.optional(z.record(z.string(), z.json())),
  revises: z.optional(z.object({ version: z.int(), as: z.enum(['witness', 'moderator']) })),
});
export type Draft = Readonly<z.infer<typeof draftSchema>>;
