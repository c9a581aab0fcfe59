import type { Catalogue } from '../../bot/locales/catalogue.ts';
import { loadCatalogue } from '../../bot/locales/load.ts';
import { type Locale, locales } from '../../lib/locale.ts';

/** Every language, loaded. */
export const catalogues = Object.fromEntries(
  await Promise.all(locales.map(async locale => [locale, await loadCatalogue(locale)] as const)),
) as Readonly<Record<Locale, Catalogue>>;
