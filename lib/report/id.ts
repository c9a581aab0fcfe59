import * as z from 'zod/mini';

/** The random characters of a report's id, which is also the receipt that the witness keeps. */
export const reportIdSchema = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/));
