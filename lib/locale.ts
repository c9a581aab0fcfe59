import * as z from 'zod/mini';

/** The languages of the product, by ISO 639-1 code. */
export const locales = ['uk', 'en', 'ru'] as const;

export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

/** One text in every language, as stored with a record so that it can be shown without any other lookup. */
export const namesSchema = z.object({ uk: z.string(), en: z.string(), ru: z.string() });
export type Names = Readonly<z.infer<typeof namesSchema>>;
