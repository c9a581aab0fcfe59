import type { Country } from '../../../lib/country.ts';
import { asksForUnexploded } from '../../../lib/incident/asked.ts';
import { publicDate } from '../../../lib/incident/publication/time.ts';
import { type Bound, boundedBy } from '../../../lib/language/asked/bound.ts';
import type { AskedGrades } from '../../../lib/language/asked/kinds.ts';
import type { Request } from '../../../lib/language/request.ts';
import { nameIn } from '../../../lib/locale.ts';
import { placeLabels } from '../../../lib/place/label.ts';
import type { Place } from '../../../lib/place/place.ts';
import { type Munition, unexplodedItems } from '../../../lib/report/vocabulary.ts';
import { type CountedGrade, countedGrades } from '../../../lib/summary/grades.ts';
import { supportedGrades } from '../../../lib/summary/summary.ts';
import { readerCallbacks } from '../../callbacks/reader.ts';
import type { Parsers } from '../../parsers.ts';
import { type Html, html, isolated, join } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { areaOf, type Choice, listData, munitionsText } from '../choice.ts';
import { periodIn, periodText, type RequestedPeriod } from '../period.ts';
import { mostMunitions, questionArguments } from '../question.ts';
import { takeLabels } from './labels.ts';

/** What a command shows: the list, the summary, a picture of what it counts, or the files of what they are of. */
export type Command = 'latest' | 'summary' | 'map' | 'chart' | 'export';

/** What a reader's words choose, with a note about it; or a question where they are ambiguous. */
type Understood =
  | Readonly<{
      kind: 'chosen';
      choice: Choice;
      period?: RequestedPeriod | undefined;
      note?: Html | undefined;
    }>
  | Readonly<{ kind: 'asked'; screen: Screen }>;

/** A possible meaning of the words: a button's label and what it chooses. */
type Option = Readonly<{
  label: string;
  choice: Choice;
  period?: RequestedPeriod;
}>;

/** What the words said in set phrases, which are not in the request any more. */
export type SaidInPhrases = Readonly<{
  period?: RequestedPeriod | undefined;
  bound?: Bound | undefined;
  grades?: AskedGrades | undefined;
}>;

const maxTypedLength = 60;

/** What words ask for: first what buttons and set phrases say, then the rest as any request. */
export const readRequest = (
  text: string,
  view: View,
  { request, phrases }: Pick<Parsers, 'request' | 'phrases'>,
  now: Date,
): Readonly<{ request: Request; said: SaidInPhrases }> => {
  const labels = takeLabels(text, view);
  const { rest, ...said } = phrases(labels.rest, publicDate(now.toISOString(), view.country.zone));
  const read = request(rest, { now, locale: view.locale });
  const munitions = withFamily([...labels.munitions, ...said.munitions, ...read.munitions]);
  return { request: { ...read, munitions }, said };
};

/**
 * Turns the words after a command, as typed (`text`), as read (`request`) and as taken for set phrases (`said`), into a choice or
 * a question.
 */
export const understand = (
  { text, command, request: read }: Readonly<{ text: string; command: Command; request: Request }>,
  view: View,
  { now, townBy, said = {} }: Readonly<{ now: Date; townBy?: Parsers['townBy']; said?: SaidInPhrases }>,
): Understood => {
  const places = placeOptions(read.places, view, townBy);
  const times = periodsIn(read, said, now, view.country).map(
    (period): Option => ({ label: periodText(period, view), choice: {}, period }),
  );
  // "After 2026", asked in 2026.
  const isToCome =
    (said.bound === 'since' || said.bound === 'after') && read.times.length > 0 && times.length === 0;
  const request = { ...read, future: read.future || isToCome };
  const kinds: Choice = { munitions: munitionsOf(request), grades: gradesOf(said, command === 'latest') };
  const options = open({ request, places, kinds, times }, view);
  if (options)
    return {
      kind: 'asked',
      screen: optionsScreen(options, { text, command, hasMore: request.hasMore }, view),
    };
  const [place, time] = [places[0], times[0]];
  if (!place && !kinds.munitions && !said.grades && !time)
    return { kind: 'asked', screen: notUnderstoodScreen({ text, command, future: request.future }, view) };
  return {
    kind: 'chosen',
    choice: { ...kinds, ...place?.choice },
    period: time?.period,
    note: noteOf({ command, request }, view),
  };
};

type Options = Readonly<{
  request: Request;
  places: readonly Option[];
  /** What is sure besides: munitions and grade. */
  kinds: Choice;
  times: readonly Option[];
}>;

/** Whoever names what has not exploded means all of it, and what is suspected. */
const withFamily = (munitions: readonly Munition[]): readonly Munition[] => [
  ...new Set([...(munitions.includes('other_unexploded') ? unexplodedItems : []), ...munitions]),
];

/** The periods that words may mean: one that a set phrase says, or each time that is named, up to or from it where they say so. */
export const periodsIn = (
  { times }: Pick<Request, 'times'>,
  { period, bound }: SaidInPhrases,
  now: Date,
  country: Country,
): readonly RequestedPeriod[] => {
  if (period !== undefined) return [period];
  const named = times.flatMap(time => periodIn(time, now, country.zone) ?? []);
  return bound
    ? named.flatMap(days => boundedBy(bound, days, publicDate(now.toISOString(), country.zone)) ?? [])
    : named;
};

/** The grades that words ask for. The usual ones are what a summary's headline counts anyhow, and a choice in a list of all. */
export const gradesOf = ({ grades }: SaidInPhrases, isList: boolean): readonly CountedGrade[] | undefined => {
  if (grades === 'usual') return isList ? supportedGrades : undefined;
  if (grades === 'every') return isList ? undefined : countedGrades;
  return grades;
};

/** All munitions that the words stand for, as far as a button can carry them. */
export const munitionsOf = ({ munitions }: Pick<Request, 'munitions'>): readonly Munition[] | undefined =>
  munitions.length === 0 ? undefined : munitions.slice(0, mostMunitions);

/** The options to ask about, each combined with what is sure; undefined when nothing is ambiguous. */
const open = ({ request, places, kinds, times }: Options, view: View): readonly Option[] | undefined => {
  if (request.either) {
    const munitions = kinds.munitions
      ? [{ label: munitionsText(kinds.munitions, view), choice: { munitions: kinds.munitions } }]
      : [];
    const either = [...places, ...munitions, ...times];
    return either.length > 1 ? either : undefined;
  }
  const beside = (options: readonly Option[], period?: RequestedPeriod): readonly Option[] =>
    options.map(option => ({
      ...option,
      choice: { ...kinds, ...option.choice },
      period: option.period ?? period,
    }));
  if (places.length > 1 || (request.guessed && places.length > 0))
    return beside(places, times.length === 1 ? times[0]?.period : undefined);
  if (times.length > 1)
    return beside(times.map(time => ({ ...time, choice: (places.length === 1 && places[0]?.choice) || {} })));
  return undefined;
};

/** Places as options. A district has no list of its own: its region stands in for it, as the note says. */
const placeOptions = (
  places: readonly Place[],
  view: View,
  townBy: Parsers['townBy'] | undefined,
): readonly Option[] => {
  const labels = placeLabels(places, view.locale, view.country, townBy);
  return places.flatMap(({ settlement, region, precision }, at): Option[] => {
    const label = labels[at] ?? '';
    if (settlement && precision !== 'district') return [{ label, choice: { settlement: settlement.id } }];
    return region ? [{ label, choice: { region } }] : [];
  });
};

/** The press that shows what a command shows. */
const pressed = {
  summary: 'summary',
  map: 'map',
  chart: 'chart',
  export: 'files',
} as const;

/** Where a choice leads. */
const leadTo = (command: Command, { choice, period }: Pick<Option, 'choice' | 'period'>): string => {
  const { munitions, grades } = choice;
  if (command === 'latest') return listData({ ...choice, period: period === 'all' ? undefined : period });
  const requested = period ?? (command === 'export' ? 'all' : 'month');
  const question = questionArguments({ requested, ...areaOf(choice), munitions, grades });
  return readerCallbacks.data(pressed[command], question);
};

const optionsScreen = (
  options: readonly Option[],
  { text, command, hasMore }: Readonly<{ text: string; command: Command; hasMore: boolean }>,
  { t }: View,
): Screen => ({
  text: join([
    html`<b>${t.reader.request.which}</b>`,
    html`${isolated(text, maxTypedLength)}`,
    hasMore ? html`${t.reader.request.more}` : undefined,
  ]),
  buttons: [
    ...options.map(option => [{ text: option.label, data: leadTo(command, option) }]),
    [{ text: t.reader.request.all, data: leadTo(command, { choice: {} }) }],
  ],
});

const notUnderstoodScreen = (
  { text, command, future }: Readonly<{ text: string; command: Command; future: boolean }>,
  { t }: View,
): Screen => {
  const { request: texts } = t.reader;
  const everything: Button = { text: texts.everything, data: leadTo(command, { choice: {} }) };
  const regions: Button = {
    text: t.reader.regions,
    data:
      command === 'latest'
        ? readerCallbacks.data('regions')
        : readerCallbacks.data('summary_regions', { period: 'month' }),
  };
  const munitions: Button = {
    text: t.reader.munitions,
    data: readerCallbacks.data('munitions', { page: 0 }),
  };
  return {
    text: join([
      html`${future ? texts.future : texts.notUnderstood(isolated(text, maxTypedLength))}`,
      html`${command === 'latest' ? texts.examplesLatest : texts.examplesSummary}`,
    ]),
    buttons: [[everything], command === 'latest' ? [regions, munitions] : [regions]],
  };
};

/** What was not understood, and what this command cannot filter by. */
const noteOf = (
  { command, request }: Readonly<{ command: Command; request: Request }>,
  view: View,
): Html | undefined => {
  const { request: texts } = view.t.reader;
  const [place] = request.places;
  const notes = [
    request.unread === undefined
      ? undefined
      : html`${texts.unread(isolated(request.unread, maxTypedLength))}`,
    request.future ? html`${texts.future}` : undefined,
    place?.precision === 'district' && place.district
      ? html`${texts.wholeDistrict(nameIn(place.district, [view.locale, ...view.country.languages]))}`
      : undefined,
    request.munitions.length > mostMunitions ? html`${texts.tooManyMunitions(mostMunitions)}` : undefined,
    command !== 'latest' && asksForUnexploded(request.munitions)
      ? html`${view.t.reader.summary.unexplodedAsked}`
      : undefined,
  ].filter(note => note !== undefined);
  return notes.length > 0 ? html`<i>${join(notes, '\n')}</i>` : undefined;
};
