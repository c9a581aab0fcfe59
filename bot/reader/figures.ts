import type { Munition } from '../../lib/report/vocabulary.ts';
import type { Figure } from '../../lib/summary/figure.ts';
import type { Period } from '../../lib/summary/period.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { html, join, lengthOf } from '../telegram/html.ts';
import { keyboard, pageButtons, pageOf } from '../telegram/keyboard.ts';
import { limits, type Screen } from '../telegram/screen.ts';
import { figuresText, figureText } from '../text/figure.ts';
import type { View } from '../text/incident.ts';

/** How many figures one screen of readers shows. */
const pageSize = 3;

/** What a figure must be about, to stand beside our own counts: the same as they. */
type About = Readonly<{
  region?: string | undefined;
  munitions?: readonly Munition[] | undefined;
  period?: Period | undefined;
}>;

/**
 * The figures that answer the same question: of the same region, or of the whole country where that is asked for; of one of the
 * munitions, if any are named; of a period that overlaps. What contradicts another stands beside it.
 */
export const figuresAbout = (
  figures: readonly Figure[],
  { region, munitions, period }: About,
): readonly Figure[] =>
  figures.filter(figure => {
    if (figure.region !== region) return false;
    if (munitions && !munitions.includes(figure.munition)) return false;
    if (!period) return true;
    const { from = figure.published, to = figure.published } = figure.period ?? {};
    return from <= period.to && to >= period.from;
  });

/** A page of all recorded figures of others. */
export const figuresScreen = (figures: readonly Figure[], page: number, view: View): Screen => {
  const { figures: texts, reader } = view.t;
  const shown = pageOf(figures, page, pageSize);
  return {
    text: join([
      html`<b>${texts.title}</b>`,
      html`<i>${texts.note}</i>`,
      figures.length === 0 ? html`${texts.none}` : undefined,
      ...shown.items.map(figure => figureText(figure, view)),
    ]),
    buttons: keyboard(
      pageButtons(shown, { before: reader.latest.newer, after: reader.latest.older }, target =>
        readerCallbacks.data('figures', { page: target }),
      ),
      [{ text: reader.latest.toSummary, data: readerCallbacks.data('summary', { period: 'all' }) }],
    ),
  };
};

/** The most room that figures take beside the counts. */
const besideLength = limits.textLength / 3;

/** The figures of others as shown beside the counts: with their source, never added up. */
export const figuresBeside = (figures: readonly Figure[], isGraded: boolean, view: View) => {
  const { figures: texts } = view.t;
  return figures.length === 0
    ? undefined
    : join([
        join(
          [html`<b>${texts.title}</b>`, html`<i>${texts.note}${isGraded ? ` ${texts.notGraded}` : ''}</i>`],
          '\n',
        ),
        figuresText(figures, view, besideLength, lengthOf),
      ]);
};
