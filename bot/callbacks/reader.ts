import * as z from 'zod/mini';
import { id, number } from './arguments.ts';
import { coded, munitionCodes } from './codes.ts';
import { defineCallbacks } from './table.ts';

const munition = coded(munitionCodes);

/**
 * A region without its country (`23` of `UA-23`), or a settlement: `s` and its GeoNames id, or `x` and the number of one
 * that GeoNames lacks, in base 36 (its id is negative).
 */
const area = z.string().check(z.regex(/^(?:[A-Z0-9]{1,3}|s\d{1,9}|x[a-z0-9]{1,7})$/));

/** `week`, `month`, `all`, a day or month (`2022-03`), or two of them with `_` between. */
const period = z.string().check(z.regex(/^(?:[a-z]{1,8}|[\d-]{7,10}(?:_[\d-]{7,10})?)$/));

/** A place in a list: after (`a`) or before (`b`) a cursor. */
const position = z.string().check(z.regex(/^[ab][\w-]{1,24}$/));

const choice = {
  area: z.optional(area),
  munition: z.optional(munition),
  position: z.optional(position),
};

/**
 * What a reader can press. Readers have no state: what they chose stands whole in the button. Names and codes are
 * released: add to them, never give one another meaning (test/bot/callbacks/reader.test.ts holds them).
 */
export const readerCallbacks = defineCallbacks('r', {
  latest: z.object(choice),
  /** One incident; the choice is the list to go back to. */
  incident: z.object({ id, ...choice }),
  /** The regions to narrow the list to, keeping the munition. */
  regions: z.object({ munition: choice.munition }),
  /** A page of the munitions to narrow the list to, keeping the area. */
  munitions: z.object({ area: choice.area, page: number }),
  summary: z.object({ period: z.optional(period), area: choice.area }),
  /** The regions to take the summary of, keeping the period. */
  summary_regions: z.object({ period: z.optional(period) }),
  changes: z.object({ after: z.optional(z.string().check(z.regex(/^[\w-]{1,32}$/))) }),
  figures: z.object({ page: number }),
});
