import type { Locale } from '../../lib/locale.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * What the bot says in a language. A language is loaded when the first person speaks it, because together they are a fifth
 * of the bot; the second time it is there already.
 */
export const loadCatalogue = async (locale: Locale): Promise<Catalogue> => {
  const { catalogue }: Readonly<{ catalogue: Catalogue }> = await import(`./${locale}/index.ts`);
  return catalogue;
};
