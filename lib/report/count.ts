import * as z from 'zod/mini';
import { casualtyGroups } from './vocabulary.ts';

const people = z.int().check(z.gte(0), z.lte(100_000));

/**
 * A number of people, as exact as the words were: `8` is 8–8, `8-10` is 8–10, `at least 8` has no `max`, `about 20` is
 * 20–20 with `about`, `several` is at least 2. A missing `max` means that no upper bound was given.
 */
export const rangeSchema = z
  .object({ min: people, max: z.optional(people), about: z.optional(z.literal(true)) })
  .check(z.refine(range => range.max === undefined || range.max >= range.min, 'max is below min'));
export type Range = Readonly<z.infer<typeof rangeSchema>>;

/**
 * The killed, or the injured, of one incident; the two are never merged. `of` counts groups within the number
 * ("8, 3 of them medics"). `unknown` is not zero.
 */
export const countSchema = z.union([
  z.literal('unknown'),
  z.intersection(
    rangeSchema,
    z.object({ of: z.optional(z.partialRecord(z.enum(casualtyGroups), rangeSchema)) }),
  ),
]);
export type Count = Readonly<z.infer<typeof countSchema>>;
