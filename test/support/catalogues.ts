import type { Catalogue } from '../../bot/locales/catalogue.ts';
import { loadCatalogue } from '../../bot/locales/load.ts';
import type { Locale } from '../../lib/locale.ts';

/** Every language, loaded. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = {
  uk: await loadCatalogue('uk'),
  en: await loadCatalogue('en'),
  ru: await loadCatalogue('ru'),
};
