import { formatReceipt } from '../../lib/identity/receipt.ts';
import { asksForUnexploded } from '../../lib/incident/asked.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import { publicDate } from '../../lib/incident/publication/time.ts';
import { formatPlace, regionName } from '../../lib/place/format.ts';
import type { Place } from '../../lib/place/place.ts';
import type { Page } from '../../lib/store/dynamodb/page.ts';
import type { Period } from '../../lib/summary/period.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { cut, type Html, html, join, lengthOf } from '../telegram/html.ts';
import { type Button, limits, type Screen } from '../telegram/screen.ts';
import { dateText, incidentQuotes, incidentText, type View } from '../text/incident.ts';
import {
  backArguments,
  backTo,
  type Choice,
  choiceArguments,
  gradesText,
  listData,
  munitionsText,
} from './choice.ts';
import { type Citing, incidentCitation, listCitation } from './citation.ts';
import { followButton } from './follow/screens.ts';
import { periodCode, periodLine } from './period.ts';

/** Incidents on one screen: as many as fit at their longest. */
export const pageSize = 4;

const maxPlaceLength = 90;

/** What a list shows beyond the choice in its buttons: the chosen settlement, and a note above the list. */
export type Beside = Readonly<{
  place?: Place | undefined;
  note?: Html | undefined;
  /** The days of the choice's period. */
  days?: Period | undefined;
  /** How many incidents of the choice may belong to its period: when they happened is known too roughly. */
  perhaps?: number | undefined;
  /** For a citation of the list: the name of the bot, and the day. */
  citing?: Citing | undefined;
}>;

/** A page of the latest incidents. */
export const latestScreen = (
  page: Page<Incident>,
  choice: Choice,
  view: View,
  { place, note, days, perhaps = 0, citing }: Beside = {},
): Screen => {
  const { t } = view;
  const { latest } = t.reader;
  const { items } = page;
  const { munitions, grades, period } = choice;
  const chosen = [choice.region, place, munitions, grades, period].some(one => one !== undefined);
  const filters = chosen
    ? join(
        filterLines(choice, { place, days }, view).map(line => html`${line}`),
        '\n',
      )
    : undefined;
  const empty = (): string => {
    if (page.next !== undefined) return latest.noneSoFar;
    if (choice.position) return latest.noMore;
    if (asksForUnexploded(munitions)) return latest.nothingUnexploded;
    return chosen ? latest.nothingChosen : latest.nothing;
  };
  const about = note ? undefined : html`${latest.about}`;
  return {
    text: join([
      note,
      html`<b>${latest.title}</b>`,
      filters,
      items.length === 0 ? html`${empty()}` : about,
      ...items.map((incident, index) => listedText(incident, index + 1, view)),
      perhaps > 0 ? html`${latest.perhapsThen(perhaps)}` : undefined,
    ]),
    buttons: latestButtons(page, choice, view, { place, days, citing }),
  };
};

/** What the list is narrowed to, a line each. */
const filterLines = (
  choice: Choice,
  { place, days }: Pick<Beside, 'place' | 'days'>,
  view: View,
): readonly string[] => {
  const { t } = view;
  const { munitions, grades, period } = choice;
  return [
    ...(period ? [`${t.reader.latest.happened}: ${periodLine(period, days, view)}`] : []),
    areaText(choice, place, view),
    `${t.reader.munitions}: ${munitions ? cut(munitionsText(munitions, view), maxPlaceLength) : t.reader.everyMunition}`,
    ...(grades ? [`${t.reader.summary.grade}: ${gradesText(grades, view)}`] : []),
  ];
};

/** An incident as lists have it, the `n`-th of them. */
export const listedText = (incident: Incident, n: number, view: View): Html =>
  html`${n}. ${incidentText(incident, view, 'brief')}\n<i>${dates(incident, view)}</i>`;

/** Details of each, the pages around, what to narrow the list by, and the region of a settlement. */
const latestButtons = (
  { items, previous, next }: Page<Incident>,
  choice: Choice,
  view: View,
  { place, days, citing }: Beside,
): Screen['buttons'] => {
  const { t, locale, country } = view;
  const { latest } = t.reader;
  const { munitions, grades, period: requested = 'month' } = choice;
  const { area, munitions: kinds, grade } = choiceArguments(choice);
  const button = (text: string, to: Choice): Button => ({ text, data: listData(to) });
  const details = items.map(({ id }, index) => ({
    text: latest.details(index + 1),
    data: readerCallbacks.data('incident', { id, ...backArguments(choice) }),
  }));
  const isPastEnd = items.length === 0 && choice.position !== undefined;
  return [
    details.slice(0, 2),
    details.slice(2),
    [
      previous !== undefined && button(latest.newer, { ...choice, position: `b${previous}` }),
      isPastEnd && button(latest.newer, { ...choice, position: undefined }),
      next !== undefined && button(latest.older, { ...choice, position: `a${next}` }),
    ].filter(one => one !== false),
    narrowingButtons(choice, view),
    [
      {
        text: latest.toSummary,
        data: readerCallbacks.data('summary', {
          period: periodCode(requested),
          area,
          munitions: kinds,
          grade,
        }),
      },
      citing &&
        listCitation(
          items,
          {
            choice: { ...choice, period: days ?? choice.period },
            lines: filterLines({ ...choice, period: days ?? choice.period }, { place }, view),
            citing,
          },
          view,
        ),
    ].filter(one => one !== undefined),
    [followButton(choice, place, view)],
    place?.region
      ? [
          button(latest.wholeRegion(regionName(place.region, locale, country)), {
            region: place.region,
            munitions,
            grades,
            period: choice.period,
          }),
        ]
      : [],
  ].filter(row => row.length > 0);
};

/** What to narrow a list by, each keeping the rest. */
const narrowingButtons = (choice: Choice, { t: { reader } }: View): readonly Button[] => {
  const { area, munitions, grade, period } = choiceArguments(choice);
  return [
    { text: reader.regions, data: readerCallbacks.data('regions', { munitions, grade, period }) },
    { text: reader.munitions, data: readerCallbacks.data('munitions', { area, page: 0, grade, period }) },
    { text: reader.summary.grade, data: readerCallbacks.data('grades', { area, munitions, period }) },
  ];
};

const areaText = ({ region }: Choice, place: Place | undefined, { t, locale, country }: View): string =>
  place
    ? `${t.reader.place}: ${cut(formatPlace(place, locale, country), maxPlaceLength)}`
    : `${t.reader.regions}: ${region ? regionName(region, locale, country) : t.reader.everyRegion}`;

/** Everything published about one incident, including the words of forwarded posts. */
export const incidentScreen = (
  incident: Incident | undefined,
  choice: Choice,
  view: View,
  citing: Citing,
): Screen => {
  const { details } = view.t.reader;
  const back: Button = { text: details.back, data: listData(incident ? backTo(choice, incident) : choice) };
  if (incident?.status !== 'published') return goneScreen(incident, back, view);
  const facts = join([
    html`<b>${details.title} ${formatReceipt(incident.id)}</b>`,
    incidentText(incident, view),
    html`<i>${dates(incident, view)}. ${view.t.reader.summary.asOf(dateText(citing.today, view.country.zone, view.locale))}</i>`,
  ]);
  const left = limits.textLength - lengthOf(facts) - 2;
  return {
    text: join([facts, incidentQuotes(incident, view, left)]),
    buttons: [[back, incidentCitation(incident, citing, view)]],
  };
};

/** How to name an incident. */
export const codeScreen = ({ t }: View): Screen => ({
  text: html`${t.reader.details.code}`,
  buttons: [[{ text: t.reader.details.back, data: readerCallbacks.data('latest', {}) }]],
});

/** An incident that is not shown. If it was published and retracted, readers are told so, and why. */
const goneScreen = (incident: Incident | undefined, back: Button, { t }: View): Screen => {
  const { details } = t.reader;
  const wasShown = incident?.publishedAt !== undefined;
  const { retraction, mergedInto } = incident ?? {};
  return {
    text: join(
      [
        html`${details.gone}`,
        wasShown && mergedInto !== undefined ? html`${details.mergedInto}` : undefined,
        wasShown && retraction
          ? html`${details.retracted}: ${t.terms.retractionReasons[retraction.reason]}`
          : undefined,
      ],
      '\n',
    ),
    buttons: [
      ...(wasShown && mergedInto !== undefined
        ? [[{ text: details.toOther, data: readerCallbacks.data('incident', { id: mergedInto }) }]]
        : []),
      [back],
    ],
  };
};

const dates = (
  { approvedAt, publishedAt = approvedAt, changedAt }: Incident,
  { t, locale, country }: View,
): Html => {
  const { zone } = country;
  const published = t.reader.published(dateText(publicDate(publishedAt, zone), zone, locale));
  return changedAt === publishedAt
    ? html`${published}`
    : html`${published}, ${t.reader.changed(dateText(publicDate(changedAt, zone), zone, locale))}`;
};
