import type { Country } from '../../lib/country.ts';
import type { Munition } from '../../lib/report/vocabulary.ts';
import type { Area } from '../../lib/store/records/incidents.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { html } from '../telegram/html.ts';
import { munitionRows, regionRows } from '../telegram/keyboard.ts';
import type { Screen } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';

/**
 * What a reader chose to see, kept whole in the buttons, because readers have no state. `position` is a place in the list:
 * `a` or `b` (after, before) and a cursor; without it, the first page.
 */
export type Choice = Readonly<{
  region?: string;
  /** As the gazetteer has it. It stands in the place of a region. */
  settlement?: number;
  munition?: Munition;
  position?: string;
}>;

/** Where a choice is. */
export const areaOf = ({ region, settlement }: Choice): Area => ({ region, settlement });

/** A choice as a button carries it. */
export const choiceArguments = ({ munition, position, ...area }: Choice) => ({
  area: areaCode(area),
  munition,
  position,
});

/** A region (`23`) or a settlement (`s696487`, `x1a2b3c`) as a button carries it; undefined for everywhere. */
export const areaCode = ({ region, settlement }: Area): string | undefined => {
  if (settlement === undefined) return region?.slice(region.indexOf('-') + 1);
  return settlement < 0 ? `x${(-settlement).toString(36)}` : `s${settlement}`;
};

/** The region or the settlement of a button; a region that the country does not have chooses nothing. */
export const readArea = (
  code: string | undefined,
  country: Country,
): Pick<Choice, 'region' | 'settlement'> => {
  if (code?.startsWith('s')) return { settlement: Number(code.slice(1)) };
  if (code?.startsWith('x')) return { settlement: -Number.parseInt(code.slice(1), 36) };
  return { region: country.regions.find(region => region.code === `${country.code}-${code}`)?.code };
};

/** The choice of a button. */
export const readChoice = (
  { area, ...rest }: Readonly<{ area?: string; munition?: Munition; position?: string }>,
  country: Country,
): Choice => ({ ...readArea(area, country), ...rest });

/** All regions as buttons; `data` is what each one sends, and without a region the one for all of them. */
export const regionScreen = (
  { t, locale, country }: View,
  data: (region: string | undefined) => string,
): Screen => ({
  text: html`<b>${t.reader.choose.region}</b>`,
  buttons: [[{ text: t.reader.everyRegion, data: data(undefined) }], ...regionRows(country, locale, data)],
});

/** Where the buttons of munitions lead: to one, or to all of them, and to another page. */
type MunitionLinks = Readonly<{
  to: (munition: Munition | undefined) => string;
  turn: (page: number) => string;
}>;

/** A page of the munitions as buttons. */
export const munitionPage = ({ t }: View, page: number, { to, turn }: MunitionLinks): Screen => ({
  text: html`<b>${t.reader.choose.munition}</b>`,
  buttons: [
    [{ text: t.reader.everyMunition, data: to(undefined) }],
    ...munitionRows(t.terms.munitions, page, to, {
      before: t.reader.choose.back,
      after: t.reader.choose.more,
      data: turn,
    }),
  ],
});

/** A page of the munitions that a list can be narrowed to. */
export const munitionScreen = (view: View, choice: Choice, page: number): Screen => {
  const area = areaCode(choice);
  return munitionPage(view, page, {
    to: munition => readerCallbacks.data('latest', { area, munition }),
    turn: target => readerCallbacks.data('munitions', { area, page: target }),
  });
};
