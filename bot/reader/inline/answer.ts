import type { InlineQueryResult, InlineQueryResultsButton } from 'grammy/types';
import { type Context, GrammyError } from 'grammy/web';
import { publicDate } from '../../../lib/incident/publication/time.ts';
import type { Request } from '../../../lib/language/request.ts';
import { type Locale, nameIn } from '../../../lib/locale.ts';
import { formatPlace, regionName } from '../../../lib/place/format.ts';
import type { Place } from '../../../lib/place/place.ts';
import { summaryOf } from '../../../lib/summary/summary.ts';
import { loadCatalogue } from '../../locales/load.ts';
import { loadParsers } from '../../parsers.ts';
import type { Deps } from '../../runtime/dependencies.ts';
import { isolated } from '../../telegram/html.ts';
import type { View } from '../../text/incident.ts';
import { summaryLink } from '../citation.ts';
import { readFigures } from '../figures.ts';
import { periodOf } from '../period.ts';
import { pictureName } from '../picture-name.ts';
import { filterOf, type Question } from '../question.ts';
import { gradesOf, munitionsOf, periodsIn, readRequest, type SaidInPhrases } from '../request/request.ts';
import { summaryScreen } from '../summary.ts';
import { incidentResult, mapResult, summaryResult } from './results.ts';

/** Of a name that several places have, so many are offered. */
const mostAreas = 3;
/** The latest incidents that are offered; Telegram takes 50 results. */
const mostIncidents = 10;
/** What was released a minute ago is there, and somebody who types the same again costs nothing. */
const cacheSeconds = 60;

type InlineDeps = Pick<Deps, 'api' | 'store' | 'country' | 'now'>;

/**
 * Answers `@bot Kharkiv` in any chat with what anybody may read: the summary, its map and the latest incidents. Telegram may keep the
 * answer for who asked alone, for it is in the language of their phone: another's answer to the same words is not.
 */
export const answerInline = async (
  { inlineQuery, me }: Pick<Context, 'inlineQuery' | 'me'>,
  deps: InlineDeps,
  locale: Locale,
): Promise<void> => {
  if (!inlineQuery) return;
  const view: View = { t: await loadCatalogue(locale), locale, country: deps.country };
  const { results, button } = await offersFor(inlineQuery.query.trim(), me.username, deps, view);
  try {
    await deps.api.answerInlineQuery(inlineQuery.id, [...results], {
      cache_time: cacheSeconds,
      is_personal: true,
      button,
    });
  } catch (error) {
    // They typed on, and Telegram does not wait for this answer any more.
    if (!(error instanceof GrammyError && error.description.includes('query is too old'))) throw error;
  }
};

/** What is offered, and what the button above it says when that is nothing. */
type Offers = Readonly<{
  results: readonly InlineQueryResult[];
  button?: InlineQueryResultsButton | undefined;
}>;

const offersFor = async (text: string, bot: string, deps: InlineDeps, view: View): Promise<Offers> => {
  const { store, country } = deps;
  const { inline } = view.t.follow;
  const { asked, isTimed, unread } = await questionsIn(text, deps, view);
  const [first] = asked;
  if (!first) return { results: [], button: { text: inline.notUnderstood, start_parameter: 'help' } };
  const today = publicDate(deps.now().toISOString(), country.zone);
  // Of a city and a region of one name the region has them all.
  const listed = asked.find(({ question }) => question.region !== undefined) ?? first;
  const { region, settlement, munitions, grades, requested } = listed.question;
  // Of no period that was asked for, they are the latest there are.
  const days = isTimed ? periodOf(requested, deps.now(), country.zone) : undefined;
  const [{ items }, ...summaries] = await Promise.all([
    store.incidents.latest({ limit: mostIncidents, region, settlement, munitions, grades, period: days }),
    ...asked.map(one => summaryOffer(one, { bot, today }, deps, view)),
  ]);
  const found = summaries.flat();
  if (found.length + items.length > 0)
    return {
      results: [...found, ...items.map(one => incidentResult(one, { bot, today }, view))],
      button: unread === undefined ? undefined : unreadButton(unread, view),
    };
  const start = new URL(summaryLink(bot, first.question)).searchParams.get('start') ?? 'help';
  return { results: [], button: { text: inline.nothing, start_parameter: start } };
};

const unreadButton = (words: string, { t }: View): InlineQueryResultsButton => ({
  text: t.reader.request.unread(isolated(words, maxTypedLength)),
  start_parameter: 'help',
});

const maxTypedLength = 30;

/** Something that was asked, and the settlement that it is about. */
type Asked = Readonly<{ question: Question; place?: Place | undefined }>;

/**
 * What the words ask: everything without words; one question for each place that they may mean; none when they say nothing known.
 * `isTimed`: they say of when.
 */
const questionsIn = async (
  text: string,
  { country, now }: InlineDeps,
  view: View,
): Promise<Readonly<{ asked: readonly Asked[]; isTimed: boolean; unread?: string | undefined }>> => {
  if (text === '') return { asked: [{ question: { requested: 'month' } }], isTimed: false };
  const parsers = await loadParsers(country);
  const { request, said } = readRequest(text, view, parsers, now());
  const [period] = periodsIn(request, said, now(), country);
  const isTimed = period !== undefined;
  const common = {
    requested: period ?? 'month',
    munitions: munitionsOf(request),
    grades: gradesOf(said, false),
  } as const;
  const places = request.places.slice(0, mostAreas).flatMap(place => askedOf(place, common, parsers));
  const { unread } = request;
  if (places.length > 0) return { asked: places, isTimed, unread };
  return { asked: saysSomething(request, said) ? [{ question: common }] : [], isTimed, unread };
};

const saysSomething = ({ munitions, times }: Request, { period, grades }: SaidInPhrases): boolean =>
  munitions.length > 0 || times.length > 0 || period !== undefined || grades !== undefined;

const askedOf = (
  { settlement, region, precision }: Place,
  common: Question,
  parsers: Awaited<ReturnType<typeof loadParsers>>,
): readonly Asked[] => {
  if (settlement && precision !== 'district')
    return [{ question: { ...common, settlement: settlement.id }, place: parsers.settlement(settlement.id) }];
  return region === undefined ? [] : [{ question: { ...common, region } }];
};

/** The card of a summary and its map; none where nothing was published of it. */
const summaryOffer = async (
  { question, place }: Asked,
  { bot, today }: Readonly<{ bot: string; today: string }>,
  { store, country, now }: InlineDeps,
  view: View,
): Promise<readonly InlineQueryResult[]> => {
  const period = periodOf(question.requested, now(), country.zone);
  const region = question.region ?? place?.region;
  const [found, { items: others }] = await Promise.all([
    store.incidents.counted({ region, settlement: question.settlement }, period),
    readFigures(store, question, period),
  ]);
  const summary = summaryOf(found, filterOf(question));
  const { total, suspected, beside, perhaps } = summary;
  const isNothing = total.incidents + suspected + beside.length + perhaps.when + perhaps.where === 0;
  if (isNothing) return [];
  const lasting = { ...question, requested: period ?? question.requested };
  const order = { kind: 'map', locale: view.locale, theme: 'light', bot } as const;
  const offered = { question: lasting, area: areaText(question, place, view), total, suspected };
  // What is incomplete is not drawn.
  const drawn = found.unreadable
    ? undefined
    : await store.pictures.read(pictureName(order, { question, period, today, found }));
  const card = summaryResult(
    summaryScreen({ question, period, place, found, today, bot, others }, view),
    offered,
    { bot },
    view,
  );
  return [card, mapResult(offered, drawn, { bot, period: lasting.requested }, view)];
};

const areaText = ({ region }: Question, place: Place | undefined, { locale, country }: View): string => {
  if (place) return formatPlace(place, locale, country);
  return region ? regionName(region, locale, country) : nameIn(country.names, [locale, ...country.languages]);
};
