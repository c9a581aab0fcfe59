import type { Country } from '../../lib/country.ts';
import { asksForUnexploded } from '../../lib/incident/asked.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import { type Munition, unexplodedItems } from '../../lib/report/vocabulary.ts';
import { cursorBefore } from '../../lib/store/dynamodb/page.ts';
import type { Area } from '../../lib/store/records/incidents.ts';
import { type CountedGrade, countedGrades } from '../../lib/summary/grades.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { html } from '../telegram/html.ts';
import { keyboard, munitionRows, regionRows } from '../telegram/keyboard.ts';
import type { Screen } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';
import { type RequestedPeriod, readPeriod, shortPeriodCode } from './period.ts';

/**
 * What a reader chose to see, kept whole in the buttons, because readers have no state. `position` is a place in the list:
 * `a` or `b` (after, before) and a cursor; without it, the first page.
 */
export type Choice = Readonly<{
  region?: string;
  /** As the gazetteer has it. It stands in the place of a region. */
  settlement?: number;
  /** One munition, or those that a word stands for. */
  munitions?: readonly Munition[] | undefined;
  grades?: readonly CountedGrade[] | undefined;
  /** When it happened; at any time without. */
  period?: RequestedPeriod | undefined;
  position?: string | undefined;
}>;

/** Where a choice is. */
export const areaOf = ({ region, settlement }: Choice): Area => ({ region, settlement });

/** A choice as a button carries it. */
export const choiceArguments = ({ munitions, grades, position, period, ...area }: Choice) => ({
  area: areaCode(area),
  munitions: munitions && [...munitions],
  position,
  grade: grades && [...grades],
  period: period && shortPeriodCode(period),
});

/** What a button to the list of a choice sends. */
export const listData = (choice: Choice): string => {
  const { period, ...all } = choiceArguments(choice);
  return period === undefined
    ? readerCallbacks.data('latest', all)
    : readerCallbacks.data('list', { ...all, period });
};

/**
 * The same beside the id of an incident. Where there is no room for the page that it was opened from, the list goes on from the
 * incident itself.
 */
export const backArguments = ({ position, ...choice }: Choice) => {
  const hasRoom = (choice.munitions?.length ?? 0) <= mostBesidePosition[choice.period ? 'period' : 'always'];
  return choiceArguments({ ...choice, position: position === undefined || hasRoom ? position : atIncident });
};
const mostBesidePosition = { always: 3, period: 1 };
/** Stands for the place of the incident in whose button it is. */
const atIncident = 'a-';

/** The choice of the list that an incident was opened from. */
export const backTo = (choice: Choice, { id, publishedAt }: Pick<Incident, 'id' | 'publishedAt'>): Choice => {
  if (choice.position !== atIncident) return choice;
  return { ...choice, position: publishedAt && `a${cursorBefore({ at: publishedAt, id })}` };
};

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
  {
    area,
    grade,
    period,
    ...rest
  }: Readonly<
    Pick<Choice, 'munitions' | 'position'> & { area?: string; grade?: Choice['grades']; period?: string }
  >,
  country: Country,
): Choice => ({
  ...readArea(area, country),
  ...rest,
  grades: grade,
  period: period === undefined ? undefined : readPeriod(period),
});

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
  to: (munitions: readonly Munition[] | undefined) => string;
  turn: (page: number) => string;
}>;

/** A page of the munitions as buttons. */
export const munitionPage = ({ t }: View, page: number, { to, turn }: MunitionLinks): Screen => ({
  text: html`<b>${t.reader.choose.munition}</b>`,
  buttons: [
    [{ text: t.reader.everyMunition, data: to(undefined) }],
    [{ text: t.reader.unexploded, data: to(unexplodedItems) }],
    ...munitionRows(t.terms.munitions, page, munition => to([munition]), {
      before: t.reader.choose.back,
      after: t.reader.choose.more,
      data: turn,
    }),
  ],
});

/** A page of the munitions that a list can be narrowed to. */
export const munitionScreen = (view: View, choice: Choice, page: number): Screen => {
  const { area, grade, period } = choiceArguments(choice);
  return munitionPage(view, page, {
    to: munitions => listData({ ...choice, munitions, position: undefined }),
    turn: target => readerCallbacks.data('munitions', { area, page: target, grade, period }),
  });
};

/** The grades as buttons; `data` is what each one sends, and `usual` what the one without a grade is called. */
export const gradeButtons = (
  { t }: View,
  usual: string,
  data: (grades: readonly CountedGrade[] | undefined) => string,
): Screen => ({
  text: html`<b>${t.reader.choose.grade}</b>`,
  buttons: keyboard(
    ...[undefined, ...countedGrades].map(grade => [
      { text: grade ? t.reader.incident.grades[grade] : usual, data: data(grade && [grade]) },
    ]),
  ),
});

/** Grades by name, as alternatives. */
export const gradesText = (grades: readonly CountedGrade[], { t, locale }: View): string =>
  grades.length === countedGrades.length
    ? t.reader.everyGrade
    : new Intl.ListFormat(locale, { type: 'disjunction' }).format(
        grades.map(grade => t.reader.incident.grades[grade]),
      );

/** Munitions by name; unexploded items, with what is suspected, by theirs. */
export const munitionsText = (munitions: readonly Munition[], { t }: View): string => {
  const isFamily = asksForUnexploded(munitions);
  const others = munitions.filter(munition => !isFamily || !unexplodedItems.some(item => item === munition));
  return [
    ...(isFamily ? [t.reader.unexploded] : []),
    ...others.map(munition => t.terms.munitions[munition]),
  ].join('; ');
};
