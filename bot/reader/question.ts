import type { Country } from '../../lib/country.ts';
import { nameIn } from '../../lib/locale.ts';
import { formatPlace, regionName } from '../../lib/place/format.ts';
import type { Place } from '../../lib/place/place.ts';
import type { Munition } from '../../lib/report/vocabulary.ts';
import type { CountedGrade } from '../../lib/summary/grades.ts';
import type { Period } from '../../lib/summary/period.ts';
import type { Filter } from '../../lib/summary/summary.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { type Html, html, join } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';
import { areaCode, gradeButtons, gradesText, munitionPage, munitionsText, readArea } from './choice.ts';
import { periodCode, periodLine, type RequestedPeriod, readPeriod } from './period.ts';

/** What a summary is asked for: all of it stands in the buttons, and the bold number answers all of it. */
export type Question = Readonly<{
  requested: RequestedPeriod;
  region?: string | undefined;
  /** As the gazetteer has it. It stands in the place of a region. */
  settlement?: number | undefined;
  /** One munition, or those that a word stands for. */
  munitions?: readonly Munition[] | undefined;
  /** One grade, or several of which any counts. */
  grades?: readonly CountedGrade[] | undefined;
}>;

/** The most munitions that a button carries. */
export const mostMunitions = 6;

/** A question as a button carries it. */
export const questionArguments = ({ requested, munitions, grades, ...area }: Question) => ({
  period: periodCode(requested),
  area: areaCode(area),
  munitions: munitions && [...munitions],
  grade: grades && [...grades],
});

/** The question of a button. */
export const readQuestion = (
  {
    period,
    area,
    munitions,
    grade,
  }: Readonly<{
    period?: string;
    area?: string;
    munitions?: readonly Munition[];
    grade?: readonly CountedGrade[];
  }>,
  country: Country,
): Question => ({ requested: readPeriod(period), ...readArea(area, country), munitions, grades: grade });

export const filterOf = ({ munitions, grades }: Question): Filter => ({ munitions, grades });

/** What was asked, a line each: what is in the numbers below. */
export const questionText = (
  question: Question,
  period: Period | undefined,
  place: Place | undefined,
  view: View,
): Html =>
  join(
    questionLines(question, period, place, view).map(line => html`${line}`),
    '\n',
  );

/** The same as plain texts. */
export const questionLines = (
  { requested, region, munitions, grades }: Question,
  period: Period | undefined,
  place: Place | undefined,
  view: View,
): readonly string[] => {
  const { t, locale, country } = view;
  const { summary: texts } = t.reader;
  const everywhere = nameIn(country.names, [locale, ...country.languages]);
  const areaName = region ? regionName(region, locale, country) : everywhere;
  return [
    `${texts.period}: ${periodLine(requested, period, view)}`,
    `${texts.area}: ${place ? texts.around(formatPlace(place, locale, country)) : areaName}`,
    munitions && `${t.reader.munitions}: ${munitionsText(munitions, view)}`,
    grades && `${texts.grade}: ${gradesText(grades, view)}`,
  ].filter(line => line !== undefined);
};

/** A page of the munitions that a summary can be narrowed to. */
export const kindScreen = (question: Question, page: number, view: View): Screen => {
  const narrowed = (munitions: readonly Munition[] | undefined) =>
    questionArguments({ ...question, munitions });
  return munitionPage(view, page, {
    to: munitions => readerCallbacks.data('summary', narrowed(munitions)),
    turn: target => readerCallbacks.data('summary_kinds', { ...narrowed(undefined), page: target }),
  });
};

/** The grades that a summary can be narrowed to. */
export const gradeScreen = (question: Question, view: View): Screen =>
  gradeButtons(view, view.t.reader.summary.usualGrades, grades =>
    readerCallbacks.data('summary', questionArguments({ ...question, grades })),
  );
