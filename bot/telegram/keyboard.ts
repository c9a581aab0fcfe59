import type { Country } from '../../lib/country.ts';
import { type Locale, nameIn } from '../../lib/locale.ts';
import { type Munition, munitions } from '../../lib/report/vocabulary.ts';
import type { Button, Screen } from './screen.ts';

/** Items in rows of `perRow`, in the order given. */
export const inRows = <Item>(items: readonly Item[], perRow: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / perRow) }, (_, row) =>
    items.slice(row * perRow, (row + 1) * perRow),
  );

export const inPairs = <Item>(items: readonly Item[]): readonly (readonly Item[])[] => inRows(items, 2);

/** A row of which some buttons, or all, may be missing. */
export type Row = readonly (Button | false | undefined)[] | undefined;

/** The buttons that are there, without the rows that have none. */
export const keyboard = (...rows: readonly Row[]): Screen['buttons'] =>
  rows
    .map(row => (row ?? []).filter(button => button !== false && button !== undefined))
    .filter(row => row.length > 0);

/** One page of a list. Pages count from 0; `first` is the place of its first item in the list. */
type ListPage<Item> = Readonly<{
  items: readonly Item[];
  page: number;
  pages: number;
  first: number;
}>;

/** A page of a list, or the nearest one that there is. An empty list has one page. */
export const pageOf = <Item>(items: readonly Item[], page: number, size: number): ListPage<Item> => {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const first = shown * size;
  return { items: items.slice(first, first + size), page: shown, pages, first };
};

/** The buttons to the page before and after this one, where there is one. */
export const pageButtons = (
  { page, pages }: Pick<ListPage<unknown>, 'page' | 'pages'>,
  labels: Readonly<{ before: string; after: string }>,
  data: (page: number) => string,
): readonly Button[] => [
  ...(page > 0 ? [{ text: labels.before, data: data(page - 1) }] : []),
  ...(page < pages - 1 ? [{ text: labels.after, data: data(page + 1) }] : []),
];

/** All regions of a country, by name. `data` is what the button of a region (its ISO 3166-2 code) sends. */
export const regionRows = (
  { regions, languages }: Pick<Country, 'regions' | 'languages'>,
  locale: Locale,
  data: (region: string) => string,
): Screen['buttons'] =>
  inPairs(
    regions
      .map(({ code, names }) => ({ text: nameIn(names, [locale, ...languages]), data: data(code) }))
      .sort((a, b) => a.text.localeCompare(b.text, locale)),
  );

/** How many munitions fit on one keyboard without scrolling far. */
const munitionsShown = 9;

/** A page of the munitions, one a row, with the way to the others. */
export const munitionRows = (
  names: Readonly<Record<Munition, string>>,
  page: number,
  data: (munition: Munition) => string,
  pages: Readonly<{ before: string; after: string; data: (page: number) => string }>,
): Screen['buttons'] => {
  const shown = pageOf(munitions, page, munitionsShown);
  return keyboard(
    ...shown.items.map(munition => [{ text: names[munition], data: data(munition) }]),
    pageButtons(shown, pages, pages.data),
  );
};
