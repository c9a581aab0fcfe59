import type { Locale } from '../../lib/locale.ts';

const rules = {
  uk: new Intl.PluralRules('uk'),
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
} satisfies Record<Locale, Intl.PluralRules>;

/** `5 reports`: the number with the form that the language wants after it. */
export const english = (n: number, one: string, other: string): string =>
  `${n} ${rules.en.select(n) === 'one' ? one : other}`;

/** `5 повідомлень`: forms for 1, for 2–4 and for 5 and more, as Ukrainian and Russian count. */
export const slavic = (locale: 'uk' | 'ru', n: number, one: string, few: string, many: string): string => {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${n} ${forms[rules[locale].select(n)] ?? many}`;
};
