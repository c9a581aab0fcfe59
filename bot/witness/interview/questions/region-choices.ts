import { nameIn } from '../../../../lib/locale.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import type { Ask, Choice, View } from '../question.ts';

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

/** What leaves the question in sight on a phone. */
const mostFirst = 10;

/** The presses that switch between the regions offered first and the others, as half-answers too. */
export const otherRegions = 'other_regions';
export const firstRegions = 'first_regions';

/**
 * A button for each region, which sends its code: two in a row, so that names are whole, and no more than leave the question in
 * sight. The others, if `isFurther`, with the way back.
 */
export const regionChoices = (
  { country: { regions, languages, offeredFirst }, locale, t }: Pick<View, 'country' | 'locale' | 't'>,
  isFurther = false,
): Pick<Ask, 'choices' | 'turn'> => {
  const names = shortNames(regions.map(region => nameIn(region.names, [locale, ...languages])));
  const all = regions.map(({ code }, at) => ({ label: names[at] ?? code, value: code }));
  const firstCodes = offeredFirst ?? regions.slice(0, mostFirst).map(({ code }) => code);
  const isFirst = ({ value }: Choice) => firstCodes.includes(value);
  const shown = all
    .filter(choice => isFirst(choice) !== isFurther)
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  const { others, first } = t.witness.region;
  const turn = isFurther ? { label: first, value: firstRegions } : { label: others, value: otherRegions };
  return { choices: inRows(shown, 2), turn: regions.length > firstCodes.length ? turn : undefined };
};
