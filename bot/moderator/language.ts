import { type Locale, locales } from '../../lib/locale.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { html } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';

/** A language by its name in another one, or in itself, as a line begins. */
export const languageName = (locale: Locale, inLocale: Locale): string => {
  const name = new Intl.DisplayNames([inLocale], { type: 'language' }).of(locale) ?? locale;
  return name.slice(0, 1).toLocaleUpperCase(inLocale) + name.slice(1);
};

/** The choice of the moderators' chat's language. `chosen` is there once it was made. */
export const languageScreen = ({ t, locale, country }: View, chosen = false): Screen => ({
  text: html`${chosen ? t.moderator.group.languageSet : t.moderator.group.language}`,
  buttons: [
    country.languages.map(language => ({
      text: language === locale ? `• ${languageName(language, language)}` : languageName(language, language),
      data: callbackData('m', 'language', language),
    })),
  ],
});

/** The language of this part of a press. */
export const findLocale = (part: string | undefined): Locale | undefined =>
  locales.find(locale => locale === part);
