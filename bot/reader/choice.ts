import type { Country } from '../../lib/country.ts';
import { type Munition, munitions } from '../../lib/report/vocabulary.ts';
import type { Area } from '../../lib/store/records/incidents.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { html } from '../telegram/html.ts';
import type { Button, Screen } from '../telegram/screen.ts';
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

/** How many munitions fit on one keyboard without scrolling far. */
const munitionsShown = 9;

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
): Screen => {
  const regions = country.regions
    .map(({ code, names }) => ({ text: names[locale], data: data(code) }))
    .sort((a, b) => a.text.localeCompare(b.text, locale));
  return {
    text: html`<b>${t.reader.choose.region}</b>`,
    buttons: [[{ text: t.reader.everyRegion, data: data(undefined) }], ...inPairs(regions)],
  };
};

/** A page of the munitions as buttons. */
export const munitionScreen = ({ t }: View, choice: Choice, page: number): Screen => {
  const pages = Math.ceil(munitions.length / munitionsShown);
  const shown = Math.min(Math.max(0, page), pages - 1);
  const to = (munition: Munition | undefined): string =>
    callbackData('r', 'l', areaPart(choice), ...choicePath({ ...(munition && { munition }) }).slice(1));
  const turn = (text: string, target: number): Button => ({
    text,
    data: callbackData('r', 'munitions', areaPart(choice), String(target)),
  });
  return {
    text: html`<b>${t.reader.choose.munition}</b>`,
    buttons: [
      [{ text: t.reader.everyMunition, data: to(undefined) }],
      ...munitions
        .slice(shown * munitionsShown, (shown + 1) * munitionsShown)
        .map(munition => [{ text: t.terms.munitions[munition], data: to(munition) }]),
      [
        ...(shown > 0 ? [turn(t.reader.choose.back, shown - 1)] : []),
        ...(shown < pages - 1 ? [turn(t.reader.choose.more, shown + 1)] : []),
      ],
    ],
  };
};

const inPairs = (buttons: readonly Button[]): readonly (readonly Button[])[] =>
  buttons.flatMap((_, index) => (index % 2 === 0 ? [buttons.slice(index, index + 2)] : []));
