import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { namesSchema } from '../../lib/locale.ts';

const dateOrYearSchema = z.string().check(z.regex(/^\d{4}(-\d{2}-\d{2})?$/));

/** What a person checked by hand for one country, because GeoNames does not have it. All of it is optional. */
const supplementSchema = z.object({
  comment: z.optional(z.string()),
  /** By GeoNames admin1 code: the ISO 3166-2 code where names do not tell it, and other words for the region. */
  regions: z.optional(
    z.record(
      z.string(),
      z.object({ iso: z.string(), names: z.optional(namesSchema), also: z.optional(z.array(z.string())) }),
    ),
  ),
  /** By GeoNames admin2 code. */
  districts: z.optional(z.record(z.string(), namesSchema)),
  /** Settlements with two names. `uk`, `ru` are today's; `also` the former ones; `source` the act, of the day `until`. */
  renamed: z.optional(
    z.array(
      z.object({
        region: z.string(),
        uk: z.string(),
        ru: z.string(),
        also: z.array(z.string()),
        source: z.string(),
        until: dateOrYearSchema,
      }),
    ),
  ),
  /** Names that the sources do not have in all languages, by the Latin name and the region's code. */
  names: z.optional(
    z.array(z.object({ region: z.string(), latin: z.string(), uk: z.string(), ru: z.string() })),
  ),
  /** Entries that are parts of a city, or the city once more, by their Latin names; the largest place of the name is the city. */
  sections: z.optional(
    z.array(z.object({ region: z.string(), city: z.string(), parts: z.array(z.string()) })),
  ),
  /** Entries that the sources have twice, by their Latin name. */
  remove: z.optional(z.array(z.object({ region: z.string(), name: z.string(), why: z.string() }))),
});
export type Supplement = Readonly<z.infer<typeof supplementSchema>>;

/** The hand-checked file beside this one, or nothing when the country has none. */
export const readSupplement = (country: string): Supplement => {
  const file = new URL(`./${country}.json`, import.meta.url);
  return existsSync(file) ? supplementSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
};
