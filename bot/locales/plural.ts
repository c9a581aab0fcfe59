import type { Locale } from '../../lib/locale.ts';

const rules: Partial<Record<Locale, Intl.PluralRules>> = {};
const pluralOf = (locale: Locale, n: number): Intl.LDMLPluralRule => {
  rules[locale] ??= new Intl.PluralRules(locale);
  return rules[locale].select(n);
};

/** `5 reports`: the number with the form that the language wants after it. */
export const english = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${pluralOf('en', n) === 'one' ? one : other}`;

/** `5 повідомлень`: forms for 1, for 2–4 and for 5 and more, as Slavic languages count. */
export const slavic = (locale: Locale, n: number, one: string, few: string, many: string): string => {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${n.toLocaleString(locale)} ${forms[pluralOf(locale, n)] ?? many}`;
};
