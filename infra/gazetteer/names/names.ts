import type { Names } from '../../../lib/locale.ts';
import { nameKey, romanise, skeleton } from '../../../lib/place/gazetteer/spelling.ts';
import { expectedRussian } from './russian.ts';
import { ukrainianFrom } from './ukrainian.ts';

/** The alternate names of GeoNames carry no language: letters and endings show it. */
const ukrainianWord = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ\- ]+$/i;
const russianWord = /^[абвгдеёжзийклмнопрстуфхцчшщъыьэюя\- ]+$/i;
const ukrainianOnly = /[іїєґ'’ʼ]/i;
const ukrainianEnding = /(ськ|ський|ська|ське|цьк|цьке|цький|ове|еве|єве|їв|ів|івка|ївка|не|ці|ця)$/;
/** Endings that no Russian name has. */
const ukrainianOnlyEnding = /(ськ|цьк)(а|е|ий)?$/;
const russianEnding =
  /(ск|ский|ская|ское|цк|цкий|цкое|ово|ево|ино|ов|ев|овка|евка|ое|ее|ая|яя|ый|ые|ой|ца|цы)$/;

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const withoutAccents = (name: string): string => name.replace(/[\u0300-\u0305\u0307\u0309-\u036f]/g, '');
const capitalised = (name: string): boolean => name[0] !== name[0]?.toLowerCase();

/** Every word of a name starts with a capital: some alternates have "Лозовый яр". */
const capitals = (name: string): string =>
  name.replace(
    /(^|[ -])(\p{Ll})(?=\p{L}{2})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

const best = (candidates: readonly string[], cost: (name: string) => number): string | undefined =>
  candidates
    .map(name => ({ name, cost: cost(name) }))
    .sort((a, b) => a.cost - b.cost || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))[0]?.name;

const count = (name: string, pattern: RegExp): number => (pattern.test(name) ? 1 : 0);

/** The Ukrainian one among Cyrillic alternates: nearest to the Latin name, with Ukrainian letters and endings. */
const ukrainianAmong = (names: readonly string[], latin: readonly string[]): string | undefined => {
  const skeletons = latin.map(skeleton);
  const candidates = names.filter(name => ukrainianWord.test(name) && capitalised(name));
  return best(
    candidates,
    name =>
      2 * Math.min(...skeletons.map(other => distance(skeleton(name), other))) +
      2 * Math.min(...latin.map(other => distance(nameKey(romanise(name)), nameKey(other)))) +
      3 * count(name, russianEnding) -
      1.5 * count(name, ukrainianOnly) -
      1.5 * count(name, ukrainianEnding) -
      0.5 * count(name, /ь/),
  );
};

/** The Russian one: nearest to the spelling to be expected of the Ukrainian name. */
const russianAmong = (names: readonly string[], ukrainian: string): string | undefined => {
  const expected = expectedRussian(ukrainian);
  const candidates = names.filter(name => russianWord.test(name) && capitalised(name));
  const found = best(
    candidates,
    name =>
      distance(name.toLowerCase().replaceAll('ё', 'е'), expected.replaceAll('ё', 'е')) +
      (name === ukrainian ? 0.5 : 0) +
      1.5 * count(name, ukrainianOnlyEnding) +
      2 * count(name, /в[эи]$/) -
      0.2 * count(name, /ё/),
  );
  return found !== undefined &&
    distance(skeleton(found), skeleton(expected)) <= Math.max(2, expected.length / 2)
    ? found
    : undefined;
};

/** The first Latin spelling with one Ukrainian reading, of those that sound like the first. */
const firstReading = (latin: readonly string[]): string | undefined => {
  const sound = skeleton(latin[0] ?? '');
  return latin
    .filter(name => /^[a-z][a-z -]+$/i.test(name) && capitalised(name) && skeleton(name) === sound)
    .map(ukrainianFrom)
    .find(name => name !== undefined);
};

export type ChosenNames = Readonly<{ names: Names; origin: 'listed' | 'derived' | 'latin' }>;

/**
 * Names in the three languages from what GeoNames lists. Where it lists no Cyrillic name, the Latin one stands in all
 * three (`latin`), or the
 * one Ukrainian reading that the Latin letters leave (`derived`): nothing is made up. English follows the national romanisation for Ukrainian names.
 */
export const chooseNames = (
  country: string,
  latin: readonly string[],
  also: readonly string[],
): ChosenNames => {
  const name = latin[0] ?? '';
  const cyrillic = [...new Set(also.map(withoutAccents))].filter(other => /[а-яіїєґ]/i.test(other));
  if (country !== 'UA') {
    const russian = best(
      cyrillic.filter(other => russianWord.test(other) && capitalised(other)),
      other => distance(skeleton(other), skeleton(name)),
    );
    const near =
      russian !== undefined && distance(skeleton(russian), skeleton(name)) <= 3 ? russian : undefined;
    return { names: { uk: name, en: name, ru: near ?? name }, origin: near ? 'listed' : 'latin' };
  }
  const listed = ukrainianAmong(cyrillic, latin);
  const isRussian =
    listed !== undefined &&
    russianEnding.test(listed) &&
    latin.every(other => skeleton(other) !== skeleton(listed));
  const uk = listed === undefined || isRussian ? firstReading([...latin, ...also]) : listed;
  if (uk === undefined) return { names: { uk: name, en: name, ru: name }, origin: 'latin' };
  const written = capitals(uk.replace(/[’ʼ]/g, "'").replace(/' /g, "'"));
  const ru = capitals(russianAmong(cyrillic, uk) ?? written);
  return { names: { uk: written, en: romanise(written), ru }, origin: uk === listed ? 'listed' : 'derived' };
};
