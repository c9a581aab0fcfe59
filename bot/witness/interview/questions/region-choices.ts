import { nameIn } from '../../../../lib/locale.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import type { Choice, View } from '../question.ts';

/** Names without the last word that most of them share ("region"): buttons side by side are cut after some letters. */
const shortNames = (names: readonly string[]): readonly string[] => {
  const lastOf = (name: string) => / \S+$/.exec(name)?.[0] ?? '';
  const shared = [...new Set(names.map(lastOf))].find(
    last => last !== '' && names.filter(name => name.endsWith(last)).length * 2 > names.length,
  );
  const short = names.map(name => (shared && name.endsWith(shared) ? name.slice(0, -shared.length) : name));
  // A region and the city that it is called after stay apart.
  return short.map((name, at) =>
    short.indexOf(name) === short.lastIndexOf(name) ? name : (names[at] ?? name),
  );
};

/** A button for each region of the country, which sends its code. */
export const regionChoices = (
  { country: { regions, languages }, locale }: Pick<View, 'country' | 'locale'>,
  perRow: number,
): readonly (readonly Choice[])[] =>
  inRows(
    shortNames(regions.map(({ names }) => nameIn(names, [locale, ...languages]))).map((label, at) => ({
      label,
      value: regions[at]?.code ?? '',
    })),
    perRow,
  );
