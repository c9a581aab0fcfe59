import * as z from 'zod/mini';
import { wordings } from './wording/index.ts';

/** The languages of the product, by ISO 639-1 code. */
export type Locale = keyof typeof wordings;
export const locales = Object.keys(wordings) as readonly Locale[];
export const localeSchema = z.enum(locales);

/** A name as countries and gazetteers have it; other languages fall back to one of these. */
export const namesSchema = z.object({ uk: z.string(), en: z.string(), ru: z.string() });
export type Names = Readonly<z.infer<typeof namesSchema>>;

/**
 * A name as it is stored with a record: by language code, in those languages that there were then, at least one. A language
 * that comes later, or goes, leaves stored records readable.
 */
export const storedNamesSchema = z
  .record(z.string(), z.string())
  .check(z.refine(names => Object.keys(names).length > 0, 'a name in no language'));
export type StoredNames = Readonly<Record<string, string>>;

/** A name in the first of these languages that it has, else in any. */
export const nameIn = (names: StoredNames, languages: readonly string[]): string => {
  const language = languages.find(one => names[one] !== undefined);
  return (language === undefined ? Object.values(names)[0] : names[language]) ?? '';
};

/** Whether two names are the same in any language that both have. */
export const sharesName = (a: StoredNames, b: StoredNames): boolean =>
  Object.entries(a).some(([language, name]) => b[language] === name);
