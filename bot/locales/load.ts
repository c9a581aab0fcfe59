import type { Locale } from '../../lib/locale.ts';
import type { Catalogue } from './catalogue.ts';

/** A language is loaded when the first person speaks it: together they are a fifth of the bot. */
const loaders: Readonly<Record<Locale, () => Promise<Readonly<{ catalogue: Catalogue }>>>> = {
  uk: () => import('./uk/index.ts'),
  en: () => import('./en/index.ts'),
  ru: () => import('./ru/index.ts'),
};

/** What the bot says in a language; the second time it is there already. */
export const loadCatalogue = async (locale: Locale): Promise<Catalogue> =>
  (await loaders[locale]()).catalogue;
