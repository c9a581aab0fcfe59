import type { Readable } from '../../lib/store/dynamodb/item.ts';
import type { Store } from '../../lib/store/store.ts';
import type { About, Figure } from '../../lib/summary/figure.ts';
import type { Period } from '../../lib/summary/period.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { html, join, lengthOf } from '../telegram/html.ts';
import { keyboard, pageButtons, pageOf } from '../telegram/keyboard.ts';
import { limits, type Screen } from '../telegram/screen.ts';
import { figuresText, figureText } from '../text/figure.ts';
import type { View } from '../text/incident.ts';
import { shortPeriodCode } from './period.ts';
import { type Question, questionArguments, questionText } from './question.ts';

/** How many figures one screen of readers shows. */
const pageSize = 3;

/** What figures of others must be about to stand beside what a question counts; undefined where it asks for everything. */
const aboutOf = ({ region, munitions }: Question, period: Period | undefined): About | undefined =>
  region || munitions || period ? { region, munitions, period } : undefined;

/**
 * The figures of others that are about a question. Nobody publishes figures of a settlement and what is near it: those of its region
 * are another question's.
 */
export const readFigures = async (
  { figures }: Pick<Store, 'figures'>,
  question: Question,
  period: Period | undefined,
): Promise<Readable<Figure>> =>
  question.settlement === undefined ? figures.list(aboutOf(question, period)) : { items: [], unreadable: 0 };

/** A page of the figures of others that are about what a question asks for: of all of them where it asks for everything. */
export const figuresScreen = (
  figures: readonly Figure[],
  page: number,
  { question, period }: Readonly<{ question: Question; period: Period | undefined }>,
  view: View,
): Screen => {
  const { figures: texts, reader } = view.t;
  const shown = pageOf(figures, page, pageSize);
  return {
    text: join([
      html`<b>${texts.title}</b>`,
      aboutOf(question, period) && questionText({ ...question, grades: undefined }, period, undefined, view),
      html`<i>${texts.note}</i>`,
      figures.length === 0 ? html`${texts.none}` : undefined,
      ...shown.items.map(figure => figureText(figure, view)),
    ]),
    buttons: keyboard(
      pageButtons(shown, { before: reader.latest.newer, after: reader.latest.older }, target =>
        figuresData(question, target),
      ),
      [{ text: reader.latest.toSummary, data: readerCallbacks.data('summary', questionArguments(question)) }],
    ),
  };
};

/** What a button to the figures about a question sends: to all of them where it asks for everything. */
export const figuresData = (question: Question, page = 0): string => {
  const { requested } = question;
  return readerCallbacks.data('figures', {
    ...questionArguments(question),
    page,
    period: requested === 'all' ? undefined : shortPeriodCode(requested),
  });
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
