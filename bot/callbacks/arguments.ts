import * as z from 'zod/mini';
import { reportIdSchema } from '../../lib/report/id.ts';

/** The arguments that callbacks of several roles carry. */

/** No arguments. */
export const none = z.object({});

/** The id of a report or an incident. */
export const id = reportIdSchema;

/** A whole number from 0 to 9,999 as decimal digits: a version, a page, a place in a list that only grows. */
export const number = z.codec(z.string().check(z.regex(/^\d{1,4}$/)), z.int(), {
  decode: Number,
  encode: String,
});
