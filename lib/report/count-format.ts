import type { Locale } from '../locale.ts';
import type { Count, Range } from './count.ts';
import { type CasualtyGroup, casualtyGroups } from './vocabulary.ts';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
/** The case of the noun after a number that has a word before it; `many` is the genitive plural. */
type Case = 'nominative' | 'genitive';
type Terms = Readonly<{
  unknown: string;
  ofThem: (part: string) => string;
  /** Whether "of them" stands between the number and its people ("3 of them medics") or before both ("з них 3 медики"). */
  ofThemInside: boolean;
  atLeast: readonly [word: string, noun: Case];
  upTo: readonly [word: string, noun: Case];
  about: readonly [word: string, noun: Case];
  nouns: Readonly<Record<CasualtyGroup, Forms>>;
}>;

const terms: Readonly<Record<Locale, Terms>> = {
  uk: {
    unknown: 'невідомо',
    ofThem: part => `з них ${part}`,
    ofThemInside: false,
    atLeast: ['щонайменше', 'nominative'],
    upTo: ['до', 'genitive'],
    about: ['близько', 'genitive'],
    nouns: {
      children: { one: 'дитина', few: 'дитини', many: 'дітей', other: 'дитини' },
      women: { one: 'жінка', few: 'жінки', many: 'жінок', other: 'жінки' },
      men: { one: 'чоловік', few: 'чоловіки', many: 'чоловіків', other: 'чоловіка' },
      medics: { one: 'медик', few: 'медики', many: 'медиків', other: 'медика' },
      rescuers: { one: 'рятувальник', few: 'рятувальники', many: 'рятувальників', other: 'рятувальника' },
      journalists: { one: 'журналіст', few: 'журналісти', many: 'журналістів', other: 'журналіста' },
      humanitarian_workers: {
        one: 'гуманітарний працівник',
        few: 'гуманітарні працівники',
        many: 'гуманітарних працівників',
        other: 'гуманітарного працівника',
      },
    },
  },
  en: {
    unknown: 'unknown',
    ofThem: part => `${part} of them`,
    ofThemInside: true,
    atLeast: ['at least', 'nominative'],
    upTo: ['up to', 'nominative'],
    about: ['about', 'nominative'],
    nouns: {
      children: { one: 'child', other: 'children' },
      women: { one: 'woman', other: 'women' },
      men: { one: 'man', other: 'men' },
      medics: { one: 'medic', other: 'medics' },
      rescuers: { one: 'rescuer', other: 'rescuers' },
      journalists: { one: 'journalist', other: 'journalists' },
      humanitarian_workers: { one: 'aid worker', other: 'aid workers' },
    },
  },
  ru: {
    unknown: 'неизвестно',
    ofThem: part => `из них ${part}`,
    ofThemInside: false,
    atLeast: ['не менее', 'genitive'],
    upTo: ['до', 'genitive'],
    about: ['около', 'genitive'],
    nouns: {
      children: { one: 'ребёнок', few: 'ребёнка', many: 'детей', other: 'ребёнка' },
      women: { one: 'женщина', few: 'женщины', many: 'женщин', other: 'женщины' },
      men: { one: 'мужчина', few: 'мужчины', many: 'мужчин', other: 'мужчины' },
      medics: { one: 'медик', few: 'медика', many: 'медиков', other: 'медика' },
      rescuers: { one: 'спасатель', few: 'спасателя', many: 'спасателей', other: 'спасателя' },
      journalists: { one: 'журналист', few: 'журналиста', many: 'журналистов', other: 'журналиста' },
      humanitarian_workers: {
        one: 'гуманитарный работник',
        few: 'гуманитарных работника',
        many: 'гуманитарных работников',
        other: 'гуманитарного работника',
      },
    },
  },
};

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
const formatRange = ({ min, max, about }: Range, term: Terms, locale: Locale) => {
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
  const term = terms[locale];
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
