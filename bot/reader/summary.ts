import { asksForUnexploded } from '../../lib/incident/asked.ts';
import { publicDate } from '../../lib/incident/publication/time.ts';
import type { Place } from '../../lib/place/place.ts';
import type { Counters } from '../../lib/summary/counters.ts';
import { type Figure, isAbout } from '../../lib/summary/figure.ts';
import type { Period } from '../../lib/summary/period.ts';
import { type Found, type Summary, summaryOf } from '../../lib/summary/summary.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { type Html, html, join, lengthOf } from '../telegram/html.ts';
import { keyboard } from '../telegram/keyboard.ts';
import { type Button, limits, type Screen } from '../telegram/screen.ts';
import { dateText, type View } from '../text/incident.ts';
import { peopleText, sumText } from '../text/people.ts';
import { areaOf, type Choice, gradesText, listData } from './choice.ts';
import { citationButton, summaryLink } from './citation.ts';
import { figuresBeside, figuresData } from './figures.ts';
import { followButton } from './follow/screens.ts';
import { type Span, spans } from './period.ts';
import { filterOf, type Question, questionArguments, questionLines, questionText } from './question.ts';
import { otherTables } from './tables/screen.ts';

/** What a summary is made of. `place` is the settlement that was asked for; `note`, what was not understood, comes first. */
export type Counted = Readonly<{
  question: Question;
  period: Period | undefined;
  place?: Place | undefined;
  note?: Html | undefined;
  found: Found;
  /** The date of the answer. */
  today: string;
  /** The name of the bot, for links. */
  bot: string;
  /** What others published as numbers: shown beside the counts, never added to them. */
  others?: readonly Figure[] | undefined;
}>;

/**
 * Counts of what was asked: incidents in bold, killed and injured apart, attacks and remnants apart, what is not in these
 * numbers, and what they rest on.
 */
export const summaryScreen = (counted: Counted, view: View): Screen => {
  const { t, locale, country } = view;
  const { summary: texts } = t.reader;
  const { question, period, place, note, found, today, bot, others = [] } = counted;
  const summary = summaryOf(found, filterOf(question));
  const { changedAt } = summary;
  const { unreadable = 0 } = found;
  const { zone } = country;
  const top = join([
    note,
    unreadable > 0 ? html`<b>${texts.incomplete(unreadable)}</b>` : undefined,
    join([html`<b>${texts.title}</b>`, questionText(question, period, place, view)], '\n'),
  ]);
  const foot = join(
    [
      html`${texts.asOf(dateText(today, zone, locale))}${changedAt ? html` ${texts.changed(dateText(publicDate(changedAt, zone), zone, locale))}` : ''}`,
      html`<i>${texts.note}</i>`,
    ],
    '\n',
  );
  const beside = figuresBeside(
    others.filter(figure => isAbout(figure, { ...question, period })),
    question.grades !== undefined,
    view,
  );
  const cite = citationButton(
    {
      what: [
        quoted(summary, question, view),
        ...questionLines({ ...question, grades: undefined }, period, place, view),
      ].join('; '),
      date: dateText(today, zone, locale),
      link: summaryLink(bot, { ...question, requested: period ?? question.requested }),
    },
    view,
  );
  const taken = lengthOf(top) + lengthOf(foot) + (beside ? lengthOf(beside) + 2 : 0);
  return {
    text: join([top, countsText(summary, question, view, limits.textLength - taken - 6), foot, beside]),
    // What is incomplete is not to be quoted.
    buttons: [
      ...summaryButtons(question, unreadable === 0 && cite, others.length > 0, view),
      [followButton(question, place, view)],
    ],
  };
};

/** The bold number as it is quoted, with its grades. Of nothing no zero is quoted: it would be read as nothing having happened. */
const quoted = ({ total, suspected, beside }: Summary, { grades }: Question, view: View): string => {
  const { summary: texts } = view.t.reader;
  const incidents = total.incidents + suspected;
  if (incidents === 0) return (beside.length > 0 ? texts.noneSupported : texts.none).replace(/\.$/, '');
  return `${texts.incidents(incidents)} (${grades ? gradesText(grades, view) : texts.usualGrades})`;
};

/** The list of what a summary is of: its incidents of every grade, unless some were asked for. */
const listOf = ({ requested, munitions, grades, ...area }: Question): Choice => ({
  ...areaOf(area),
  munitions,
  grades,
  period: requested === 'all' ? undefined : requested,
});

const summaryButtons = (
  question: Question,
  cite: Button | false,
  hasFigures: boolean,
  view: View,
): Screen['buttons'] => {
  const { t } = view;
  const { summary: texts } = t.reader;
  const to = (change: Partial<Question>) =>
    readerCallbacks.data('summary', questionArguments({ ...question, ...change }));
  const { area: _, ...elsewhere } = questionArguments(question);
  return keyboard(
    (Object.keys(spans) as Span[]).map(next => ({
      text: next === question.requested ? `• ${texts.periods[next]}` : texts.periods[next],
      data: to({ requested: next }),
    })),
    [
      { text: t.reader.regions, data: readerCallbacks.data('summary_regions', elsewhere) },
      {
        text: t.reader.munitions,
        data: readerCallbacks.data('summary_kinds', questionArguments({ ...question, munitions: undefined })),
      },
      { text: texts.grade, data: readerCallbacks.data('support', questionArguments(question)) },
    ],
    [
      {
        text: texts.latest,
        data: listData(listOf(question)),
      },
      cite,
    ],
    otherTables(question, view).map(({ text, data }) => ({ text, data })),
    [{ text: t.taking.download, data: readerCallbacks.data('files', questionArguments(question)) }],
    [
      { text: t.pictures.map, data: readerCallbacks.data('map', questionArguments(question)) },
      { text: t.pictures.chart, data: readerCallbacks.data('chart', questionArguments(question)) },
    ],
    [hasFigures && { text: t.figures.open, data: figuresData(question) }],
  );
};

/**
 * The numbers, in at most `maxLength`: munitions with the fewest incidents are cut, or all where not even their title fits, and in
 * the end of whom the killed and injured were.
 */
const countsText = (summary: Summary, question: Question, view: View, maxLength: number): Html => {
  const { t } = view;
  const { summary: texts } = t.reader;
  const { total, suspected } = summary;
  const incidents = total.incidents + suspected;
  const none = summary.beside.length > 0 ? texts.noneSupported : texts.none;
  const headline = join(
    [
      incidents === 0
        ? html`<b>${none}</b>`
        : html`<b>${texts.incidents(incidents)}</b>${question.grades ? '' : ` (${texts.usualGrades})`}`,
      suspected > 0 ? html`${texts.ofWhichSuspected(suspected)}` : undefined,
      asksForUnexploded(question.munitions) && incidents === 0 ? html`${texts.notClean}` : undefined,
    ],
    '\n',
  );
  const rows = summary.munitions.map(
    ({ code, counters }) => html`• ${t.terms.munitions[code]}: ${oneLine(counters, view)}`,
  );
  const outside = outsideText(summary, view);
  const whole = (shown: number, isBrief = false): Html =>
    join([
      headline,
      ...summary.phases.map(({ code, counters }) =>
        join(
          [
            html`<b>${texts.phases[code]}: ${texts.incidents(counters.incidents)}</b>`,
            peopleLines(counters, view, isBrief),
          ],
          '\n',
        ),
      ),
      outside,
      rows.length === 0 || shown < 0
        ? undefined
        : join(
            [
              html`<b>${texts.byMunition}</b>`,
              ...rows.slice(0, shown),
              shown < rows.length ? html`${texts.otherMunitions(rows.length - shown)}` : undefined,
            ],
            '\n',
          ),
    ]);
  const fits = (shown: number): boolean => lengthOf(whole(shown)) <= maxLength;
  const fitting = rows.findLastIndex((_, index) => fits(index + 1)) + 1;
  if (fitting > 0 || fits(0)) return whole(fitting);
  return whole(-1, !fits(-1));
};

/** `isBrief`: without of whom they were. */
const peopleLines = (
  { incidents, inexact, unexploded, killed, injured }: Counters,
  view: View,
  isBrief: boolean,
): Html => {
  const { t } = view;
  const textOf = isBrief ? sumText : peopleText;
  const { summary: texts } = t.reader;
  return join(
    [
      html`${t.terms.killed}: ${textOf(killed, incidents, view)}`,
      html`${t.terms.injured}: ${textOf(injured, incidents, view)}`,
      unexploded > 0 ? html`${texts.unexploded(unexploded)}` : undefined,
      inexact > 0 ? html`${texts.inexact(inexact)}` : undefined,
    ],
    '\n',
  );
};

/** What is in no number above: what is supported by less, and what may belong to the period or the area. */
const outsideText = ({ beside, perhaps }: Summary, view: View): Html | undefined => {
  const { reader } = view.t;
  const { summary: texts } = reader;
  const lines = [
    ...beside.map(
      ({ code, counters, suspected }) =>
        html`• ${reader.incident.grades[code]}: ${besideText(counters, suspected, view)}`,
    ),
    perhaps.when > 0 ? html`• ${texts.perhapsThen(perhaps.when)}` : undefined,
    perhaps.where > 0 ? html`• ${texts.perhapsThere(perhaps.where)}` : undefined,
  ].filter(line => line !== undefined);
  return lines.length === 0 ? undefined : join([html`<b>${texts.outside}</b>`, ...lines], '\n');
};

/** In a line of what stands beside, those that are asked for by what they left behind follow the others. */
const besideText = (counters: Counters, suspected: number, view: View): string => {
  const { summary: texts } = view.t.reader;
  return [
    counters.incidents > 0 && oneLine(counters, view),
    suspected > 0 && `${texts.incidents(suspected)} (${texts.suspected})`,
  ]
    .filter(part => part !== false)
    .join('; ');
};

const oneLine = ({ incidents, killed, injured }: Counters, view: View): string => {
  const { t } = view;
  const lower = (text: string) => text.toLocaleLowerCase();
  // Of whom they were is told once, above.
  const total = (people: Counters['killed']) => sumText(people, incidents, view);
  return [
    t.reader.summary.incidents(incidents),
    `${lower(t.terms.killed)}: ${total(killed)}`,
    `${lower(t.terms.injured)}: ${total(injured)}`,
  ].join('; ');
};
