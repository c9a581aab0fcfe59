import * as z from 'zod/mini';
import { answersSchema, instantSchema, reportIdSchema } from './report.ts';

/** A draft is erased after this many days of silence. People are told so before the first question. */
export const draftLifetimeDays = 7;

/**
 * A report being told. It has the report's id from its first moment, so that sending it twice stores one report.
 *
 * `at` is the question it stands at, or `review`; `safe` is there once a person who found an object said that they are
 * at a safe distance; `pending` holds, by question, what was half answered (the places to choose from, say).
 */
export const draftSchema = z.object({
  id: reportIdSchema,
  startedAt: instantSchema,
  at: z.string(),
  safe: z.optional(z.literal(true)),
  answers: z.partial(answersSchema),
  pending: z.optional(z.record(z.string(), z.json())),
});
export type Draft = Readonly<z.infer<typeof draftSchema>>;
