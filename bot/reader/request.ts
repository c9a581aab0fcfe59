import type { Request } from '../../lib/language/request.ts';
import { nameIn } from '../../lib/locale.ts';
import { placeLabels } from '../../lib/place/label.ts';
import type { Place } from '../../lib/place/place.ts';
import type { Munition } from '../../lib/report/vocabulary.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import type { Parsers } from '../parsers.ts';
import { type Html, html, isolated, join } from '../telegram/html.ts';
import type { Button, Screen } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';
import { areaCode, areaOf, type Choice, choiceArguments } from './choice.ts';
import { periodIn, periodText, type RequestedPeriod, type Span } from './period.ts';
import { mostMunitions, questionArguments } from './question.ts';

/** What a command shows: the list, the summary, or a picture of what the summary counts. */
export type Command = 'latest' | 'summary' | 'map' | 'chart';

/** What a reader's words choose, with a note about it; or a question where they are ambiguous. */
type Understood =
  | Readonly<{
      kind: 'chosen';
      choice: Choice;
      /** All that a word for several stands for. */
      munitions?: readonly Munition[] | undefined;
      period?: RequestedPeriod | undefined;
      note?: Html | undefined;
    }>
  | Readonly<{ kind: 'asked'; screen: Screen }>;

/** A possible meaning of the words: a button's label and what it chooses. */
type Option = Readonly<{
  label: string;
  choice: Choice;
  munitions?: readonly Munition[];
  period?: RequestedPeriod;
}>;

const maxTypedLength = 60;

/**
 * Turns the words after a command, as typed (`text`) and as read (`request`), into a choice or a question. `span`: the period
 * that they named by the label of its button, which is not in the request any more.
 */
export const understand = (
  { text, command, request }: Readonly<{ text: string; command: Command; request: Request }>,
  view: View,
  { now, townBy, span }: Readonly<{ now: Date; townBy?: Parsers['townBy']; span?: Span | undefined }>,
): Understood => {
  const places = placeOptions(request.places, view, townBy);
  const munitions = request.munitions.map(munition => munitionOption(munition, view));
  const named: readonly Option[] = request.times.flatMap(time => {
    const period = periodIn(time, now, view.country.zone);
    return period ? [{ label: periodText(period, view), choice: {}, period }] : [];
  });
  const times = span ? [{ label: periodText(span, view), choice: {}, period: span }] : named;
  const options = open({ command, request, places, munitions, times });
  if (options)
    return {
      kind: 'asked',
      screen: optionsScreen(options, { text, command, hasMore: request.hasMore }, view),
    };
  const [place, munition, time] = [places[0], munitions[0], times[0]];
  if (!place && !munition && !time)
    return { kind: 'asked', screen: notUnderstoodScreen({ text, command, future: request.future }, view) };
  return {
    kind: 'chosen',
    choice: { ...place?.choice, munition: munitions.length === 1 ? munition?.choice.munition : undefined },
    munitions: munitionsOf(request),
    period: time?.period,
    note: noteOf({ command, request, period: time?.period }, view),
  };
};

type Options = Readonly<{
  command: Command;
  request: Request;
  places: readonly Option[];
  munitions: readonly Option[];
  times: readonly Option[];
}>;

/** All munitions that the words stand for, as far as a button can carry them. */
const munitionsOf = ({ munitions }: Request): readonly Munition[] | undefined =>
  munitions.length === 0 ? undefined : munitions.slice(0, mostMunitions);

/** The options to ask about, each combined with what is sure; undefined when nothing is ambiguous. */
const open = ({ command, request, places, munitions, times }: Options): readonly Option[] | undefined => {
  if (request.either) {
    const either = [...places, ...munitions, ...times];
    return either.length > 1 ? either : undefined;
  }
  const sure = (options: readonly Option[]): Option | undefined =>
    options.length === 1 ? options[0] : undefined;
  // A summary counts all that a word stands for; a list shows one of them.
  const kinds =
    command !== 'latest' && munitions.length > 0
      ? { label: '', choice: {}, munitions: munitionsOf(request) ?? [] }
      : sure(munitions);
  const beside = (
    options: readonly Option[],
    ...others: readonly (Option | undefined)[]
  ): readonly Option[] =>
    options.map(option => others.reduce((whole: Option, other) => withOption(whole, other), option));
  if (places.length > 1 || (request.guessed && places.length > 0)) return beside(places, kinds, sure(times));
  if (command === 'latest' && munitions.length > 1) return beside(munitions, sure(places), sure(times));
  if (command !== 'latest' && times.length > 1) return beside(times, sure(places), kinds);
  return undefined;
};

const withOption = (option: Option, other: Option | undefined): Option =>
  other ? { ...other, ...option, choice: { ...other.choice, ...option.choice } } : option;

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

const munitionOption = (munition: Munition, { t }: View): Option => ({
  label: t.terms.munitions[munition],
  choice: { munition },
});

/** Where a choice leads. Only a summary can show a period alone. */
const leadTo = (
  command: Command,
  { choice, munitions, period }: Pick<Option, 'choice' | 'munitions' | 'period'>,
): string => {
  const { munition } = choice;
  const isPeriod = period !== undefined && areaCode(choice) === undefined && munition === undefined;
  if (!isPeriod && command === 'latest') return readerCallbacks.data('latest', choiceArguments(choice));
  const kinds = munitions ?? (munition && [munition]);
  const question = { requested: period ?? 'month', ...areaOf(choice), munitions: kinds } as const;
  return readerCallbacks.data(command === 'latest' ? 'summary' : command, questionArguments(question));
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
  {
    command,
    request,
    period,
  }: Readonly<{ command: Command; request: Request; period: RequestedPeriod | undefined }>,
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
    command === 'latest' && period ? html`${texts.noPeriod(periodText(period, view))}` : undefined,
    command === 'latest' && request.munitions.length > 1 ? html`${texts.munitionOpen}` : undefined,
  ].filter(note => note !== undefined);
  return notes.length > 0 ? html`<i>${join(notes, '\n')}</i>` : undefined;
};
