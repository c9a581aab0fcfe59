import { regionName } from '../../lib/place/format.ts';
import type { Amount, Figure } from '../../lib/summary/figure.ts';
import { type Html, html, isolated, join } from '../telegram/html.ts';
import { dateText, sourceText, type View } from './incident.ts';

/** How much of a source's own words is shown. */
const shortLength = 100;

/** A recorded figure, or one whose form is filled in only in part. */
type FigureLike = Readonly<
  Pick<Figure, 'period' | 'region' | 'user' | 'area' | 'attacks' | 'people' | 'killed' | 'injured'> & {
    source: Figure['source'];
    munition: Figure['munition'];
  }
>;

/** A number as it was published: "at least 24", "474", or the source's words. */
export const amountText = (amount: Amount, { t, locale }: Pick<View, 't' | 'locale'>): string => {
  if ('exactly' in amount) return t.figures.exactly(amount.exactly.toLocaleString(locale));
  if ('atLeast' in amount) return t.figures.atLeast(amount.atLeast.toLocaleString(locale));
  return isolated(amount.words, shortLength);
};

export const periodText = (period: NonNullable<Figure['period']>, { t, locale, country }: View): string => {
  const { from, to } = period;
  const day = (date: string): string => dateText(date, country.zone, locale);
  if (from !== undefined && to !== undefined) return t.figures.period.both(day(from), day(to));
  if (from !== undefined) return t.figures.period.from(day(from));
  return to === undefined ? '' : t.figures.period.to(day(to));
};

/**
 * A number published by somebody else, with its source and date. Killed and injured stay two numbers, "at least" stays
 * "at least", and the user of the munition is the source's claim.
 */
export const figureText = (figure: FigureLike, view: View): Html => {
  const { t, locale, country } = view;
  const { figures: texts } = t;
  const { source, munition, period, region, user, area, attacks, people, killed, injured } = figure;
  const scope = [
    t.terms.munitions[munition],
    region === undefined ? undefined : regionName(region, locale, country),
    area === undefined ? undefined : `${texts.area}: ${isolated(area, shortLength)}`,
    period && periodText(period, view),
  ].filter(part => part !== undefined && part !== '');
  const counted = people === undefined ? texts.civilians : isolated(people, shortLength);
  return join(
    [
      html`<b>${scope.join('; ')}</b>`,
      attacks && html`${texts.attacks}: ${amountText(attacks, view)}`,
      killed && html`${t.terms.killed} (${counted}): ${amountText(killed, view)}`,
      injured && html`${t.terms.injured} (${counted}): ${amountText(injured, view)}`,
      user === undefined ? undefined : html`${texts.usedBy(isolated(user, shortLength))}`,
      html`<i>${t.reader.incident.source}: ${sourceText(source, view, 'brief')}</i>`,
    ],
    '\n',
  );
};

/** As many figures as fit into `maxLength`, and how many more there are. */
export const figuresText = (
  figures: readonly Figure[],
  view: View,
  maxLength: number,
  lengthOf: (text: Html) => number,
): Html => {
  const texts = figures.map(figure => figureText(figure, view));
  const whole = (shown: number): Html =>
    join([
      ...texts.slice(0, shown),
      shown < texts.length ? html`${view.t.figures.more(texts.length - shown)}` : undefined,
    ]);
  const fitting = texts.findLastIndex((_, index) => lengthOf(whole(index + 1)) <= maxLength);
  return whole(fitting + 1);
};
