import type { Country } from '../../lib/country.ts';
import { type Munition, munitions } from '../../lib/report/vocabulary.ts';
import type { Area } from '../../lib/store/records/incidents.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { html } from '../telegram/html.ts';
import { munitionRows, regionRows } from '../telegram/keyboard.ts';
import type { Screen } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';

/**
 * What a reader chose to see, kept whole in the buttons, because readers have no state. `position` is a place in the list:
 * `a` or `b` (after, before) and a cursor; empty is the first page.
 */
export type Choice = Readonly<{
  region?: string;
  /** GeoNames id. It stands in the place of a region. */
  settlement?: number;
  munition?: Munition;
  position?: string;
}>;

/** So many letters tell all munitions apart; whole names do not fit beside a settlement. */
const munitionLetters = 16;

/** The choice as a part of a press. A region goes without its country, for all to fit into Telegram's 64 bytes. */
export const choicePath = ({ region, settlement, munition, position }: Choice): readonly string[] => [
  areaPart({ region, settlement }),
  munition?.slice(0, munitionLetters) ?? '',
  position ?? '',
];

/** A region (`23`) or a settlement (`s696487`) as a part of a press. */
export const areaPart = ({ region, settlement }: Area): string =>
  settlement === undefined ? (region?.slice(region.indexOf('-') + 1) ?? '') : `s${settlement}`;

/** The choice of a press; what is not known of it is left out, so that a forged press chooses nothing. */
export const readChoice = (
  [area, munition, position]: readonly (string | undefined)[],
  country: Country,
): Choice => {
  const known = munition
    ? munitions.find(code => code.slice(0, munitionLetters) === munition.slice(0, munitionLetters))
    : undefined;
  return {
    ...readArea(area, country),
    ...(known && { munition: known }),
    ...(position && /^[ab][\w-]{1,24}$/.test(position) && { position }),
  };
};

/** The region or the settlement of this part of a press. */
export const readArea = (
  part: string | undefined,
  country: Country,
): Pick<Choice, 'region' | 'settlement'> => {
  const [, settlement] = part?.match(/^s(\d{1,9})$/) ?? [];
  if (settlement) return { settlement: Number(settlement) };
  const region = country.regions.find(({ code }) => code === `${country.code}-${part}`)?.code;
  return region ? { region } : {};
};

/** All regions as buttons; `data` is what each one sends, and without a region the one for all of them. */
export const regionScreen = (
  { t, locale, country }: View,
  data: (region: string | undefined) => string,
): Screen => ({
  text: html`<b>${t.reader.choose.region}</b>`,
  buttons: [[{ text: t.reader.everyRegion, data: data(undefined) }], ...regionRows(country, locale, data)],
});

/** A page of the munitions as buttons. */
export const munitionScreen = ({ t }: View, choice: Choice, page: number): Screen => {
  const to = (munition: Munition | undefined): string =>
    callbackData('r', 'l', areaPart(choice), ...choicePath({ munition }).slice(1));
  return {
    text: html`<b>${t.reader.choose.munition}</b>`,
    buttons: [
      [{ text: t.reader.everyMunition, data: to(undefined) }],
      ...munitionRows(t.terms.munitions, page, to, {
        before: t.reader.choose.back,
        after: t.reader.choose.more,
        data: target => callbackData('r', 'munitions', areaPart(choice), String(target)),
      }),
    ],
  };
};
