import type { Locale } from '../locale.ts';
import { wordings } from '../wording/index.ts';
import type { Case, CountWording, Forms } from '../wording/wording.ts';
import type { Count, Range } from './count.ts';
import { casualtyGroups } from './vocabulary.ts';

const plurals: Partial<Record<Locale, Intl.PluralRules>> = {};
const pluralOf = (locale: Locale, number: number): Intl.LDMLPluralRule => {
  plurals[locale] ??= new Intl.PluralRules(locale);
  return plurals[locale].select(number);
};

const nounAfter = (number: number, noun: Case, forms: Forms, locale: Locale): string => {
  const rule = pluralOf(locale, number);
  if (noun === 'nominative') return forms[rule] ?? forms.other;
  return rule === 'one' ? forms.other : (forms.many ?? forms.other);
};

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** A range in words, with the number and the case that decide the form of the noun after it. */
const formatRange = ({ min, max, about }: Range, term: CountWording, locale: Locale) => {
  const digits = (number: number) => number.toLocaleString(locale, { useGrouping: 'min2' });
  const bound = ([word, noun]: readonly [string, Case], number: number) => ({
    words: `${word} ${digits(number)}`,
    number,
    noun,
  });
  if (max === undefined) return bound(term.atLeast, min);
  if (min === 0 && max > 0) return bound(term.upTo, max);
  const words = min === max ? digits(min) : `${digits(min)}–${digits(max)}`;
  if (!about) return { words, number: max, noun: 'nominative' as const };
  return { words: `${term.about[0]} ${words}`, number: max, noun: term.about[1] };
};

/**
 * A count in words, as it is repeated back to the witness and shown to readers: "8–10", "at least 8", "about 20", "up to 5",
 * "unknown", "8, 3 of them medics". It does not say what is counted ("killed").
 */
export const formatCount = (count: Count, locale: Locale): string => {
  const term = wordings[locale].count;
  if (count === 'unknown') return term.unknown;
  const total = formatRange(count, term, locale).words;
  const { of } = count;
  const parts = casualtyGroups.flatMap(group => {
    const range = of?.[group];
    if (!range) return [];
    const { words, number, noun } = formatRange(range, term, locale);
    return [{ words, noun: nounAfter(number, noun, term.nouns[group], locale) }];
  });
  if (parts.length === 0) return total;
  const phrases = parts.map(({ words, noun }, index) => {
    if (index > 0 || !term.ofThemInside) return `${words} ${noun}`;
    return `${term.ofThem(words)} ${words === '1' ? article(noun) : noun}`;
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(phrases);
  return `${total}, ${term.ofThemInside ? list : term.ofThem(list)}`;
};
