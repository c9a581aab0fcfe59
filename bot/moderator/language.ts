import type { Locale } from '../../lib/locale.ts';
import { button } from '../callbacks/moderator.ts';
import { html } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';

/** The name of a language in another one, or in itself, with a capital letter. */
export const languageName = (locale: Locale, inLocale: Locale): string => {
  const name = new Intl.DisplayNames([inLocale], { type: 'language' }).of(locale) ?? locale;
  return name.slice(0, 1).toLocaleUpperCase(inLocale) + name.slice(1);
};

/** The choice of the moderators' chat's language. `isChosen`: it was just made. */
export const languageScreen = ({ t, locale, country }: View, isChosen = false): Screen => ({
  text: html`${isChosen ? t.moderator.group.languageSet : t.moderator.group.language}`,
  buttons: [
    country.languages.map(language => {
      const name = languageName(language, language);
      return button(language === locale ? `• ${name}` : name, 'language', { locale: language });
    }),
  ],
});
