import type { Figure } from '../../lib/summary/figure.ts';
import type { Period } from '../../lib/summary/period.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { html, join, lengthOf } from '../telegram/html.ts';
import { keyboard, pageButtons, pageOf } from '../telegram/keyboard.ts';
import { limits, type Screen } from '../telegram/screen.ts';
import { figuresText, figureText } from '../text/figure.ts';
import type { View } from '../text/incident.ts';

/** How many figures one screen of readers shows. */
const pageSize = 3;

/** The figures that speak of a region (those of the whole country too) and of a period, if one is asked for. */
export const figuresAbout = (
  figures: readonly Figure[],
  { region, period }: Readonly<{ region: string | undefined; period: Period | undefined }>,
): readonly Figure[] =>
  figures.filter(figure => {
    if (figure.region !== undefined && figure.region !== region) return false;
    if (!period) return true;
    const { from = figure.published, to = figure.published } = figure.period ?? {};
    return from <= period.to && to >= period.from;
  });

/** A page of all recorded figures of others. */
export const figuresScreen = (figures: readonly Figure[], page: number, view: View): Screen => {
  const { figures: said, reader } = view.t;
  const shown = pageOf(figures, page, pageSize);
  return {
    text: join([
      html`<b>${said.title}</b>`,
      html`<i>${said.note}</i>`,
      figures.length === 0 ? html`${said.none}` : undefined,
      ...shown.items.map(figure => figureText(figure, view)),
    ]),
    buttons: keyboard(
      pageButtons(shown, { before: reader.latest.newer, after: reader.latest.older }, target =>
        callbackData('r', 'f', String(target)),
      ),
      [{ text: reader.latest.toSummary, data: callbackData('r', 's', 'all', '') }],
    ),
  };
};

/** How much room figures take beside the counts at most. */
const besideLength = limits.textLength / 3;

/** The figures of others as they stand beside the counts: with who says so, and never added to them. */
export const figuresBeside = (figures: readonly Figure[], view: View) => {
  const { figures: said } = view.t;
  return figures.length === 0
    ? undefined
    : join([
        join([html`<b>${said.title}</b>`, html`<i>${said.note}</i>`], '\n'),
        figuresText(figures, view, besideLength, lengthOf),
      ]);
};
