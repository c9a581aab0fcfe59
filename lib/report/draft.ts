import * as z from 'zod/mini';
import { answersSchema, instantSchema, reportIdSchema } from './report.ts';

/** A draft is erased after this many days of silence. People are told so before the first question. */
export const draftLifetimeDays = 7;

/**
 * A report being told. It has the report's id from its first moment, so that sending it twice stores one report.
 *
 * `at` is the question it stands at, or `review`; `safe` is there once a person who found an object said that they are
 * at a safe distance; `pending` holds, by question, what was half answered (the places to choose from, say). A draft that
 * `revises` a stored report has its id, and names the version that it was made of: its witness amends it, or a moderator
 * edits it.
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
