import type { Incident } from '../../lib/incident/incident.ts';
import { publicDate } from '../../lib/incident/publication.ts';
import { formatPlace, regionName } from '../../lib/place/format.ts';
import type { Place } from '../../lib/place/place.ts';
import type { Page } from '../../lib/store/dynamodb/page.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { cut, type Html, html, join, lengthOf } from '../telegram/html.ts';
import { type Button, limits, type Screen } from '../telegram/screen.ts';
import { dateText, incidentQuotes, incidentText, type View } from '../text/incident.ts';
import { areaPart, type Choice, choicePath } from './choice.ts';
import { type Asked, periodPart } from './period.ts';

/** How many incidents one screen shows: as many as fit at their longest. */
export const pageSize = 4;

const maxPlaceLength = 90;

/** What a list is of beyond the choice in its buttons: the settlement, if one was chosen, and what is to be said first. */
export type Beside = Readonly<{
  place?: Place | undefined;
  note?: Html | undefined;
  asked?: Asked | undefined;
}>;

/** A page of the latest incidents, with the way to others and to the details of each. */
export const latestScreen = (
  page: Page<Incident>,
  choice: Choice,
  view: View,
  { place, note, asked = 'month' }: Beside = {},
): Screen => {
  const { t, country } = view;
  const { latest } = t.reader;
  const { items } = page;
  const chosen = choice.region !== undefined || place !== undefined || choice.munition !== undefined;
  const filters = chosen
    ? html`${areaText(choice, place, view)}\n${t.reader.munitions}: ${choice.munition ? t.terms.munitions[choice.munition] : t.reader.everyMunition}`
    : undefined;
  const empty = choice.position ? latest.noMore : chosen ? latest.nothingChosen : latest.nothing;
  const to = (position: string | undefined): string =>
    callbackData('r', 'l', ...choicePath({ ...choice, position: position ?? '' }));
  const details = items.map(({ id }, index) => ({
    text: latest.details(index + 1),
    data: callbackData('r', 'i', id, ...choicePath(choice)),
  }));
  return {
    text: join([
      note,
      html`<b>${latest.title}</b>`,
      filters,
      items.length === 0 ? html`${empty}` : note ? undefined : html`${latest.about}`,
      ...items.map(
        (incident, index) =>
          html`${index + 1}. ${incidentText(incident, view, 'brief')}\n<i>${dates(incident, view)}</i>`,
      ),
    ]),
    buttons: [
      details.slice(0, 2),
      details.slice(2),
      [
        ...(page.previous ? [{ text: latest.newer, data: to(`b${page.previous}`) }] : []),
        ...(items.length === 0 && choice.position ? [{ text: latest.newer, data: to(undefined) }] : []),
        ...(page.next ? [{ text: latest.older, data: to(`a${page.next}`) }] : []),
      ],
      [
        { text: t.reader.regions, data: callbackData('r', 'regions', choicePath(choice)[1] ?? '') },
        { text: t.reader.munitions, data: callbackData('r', 'munitions', areaPart(choice), '0') },
        { text: latest.toSummary, data: callbackData('r', 's', periodPart(asked), areaPart(choice)) },
      ],
      place?.region
        ? [
            {
              text: latest.wholeRegion(regionName(place.region, view.locale, country)),
              data: callbackData(
                'r',
                'l',
                ...choicePath({
                  region: place.region,
                  ...(choice.munition && { munition: choice.munition }),
                }),
              ),
            },
          ]
        : [],
    ].filter(row => row.length > 0),
  };
};

const areaText = ({ region }: Choice, place: Place | undefined, { t, locale, country }: View): string =>
  place
    ? `${t.reader.place}: ${cut(formatPlace(place, locale, country), maxPlaceLength)}`
    : `${t.reader.regions}: ${region ? regionName(region, locale, country) : t.reader.everyRegion}`;

/** All that is published of one incident, the words of forwarded posts included. */
export const incidentScreen = (incident: Incident | undefined, choice: Choice, view: View): Screen => {
  const { details } = view.t.reader;
  const back: Button = { text: details.back, data: callbackData('r', 'l', ...choicePath(choice)) };
  if (incident?.status !== 'published') return goneScreen(incident, back, view);
  const facts = join([
    html`<b>${details.title}</b>`,
    incidentText(incident, view),
    html`<i>${dates(incident, view)}</i>`,
  ]);
  const left = limits.textLength - lengthOf(facts) - 2;
  return { text: join([facts, incidentQuotes(incident, view, left)]), buttons: [[back]] };
};

/** An incident that is not shown. Of one that was published and taken back, readers are told that, and why. */
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
        ? [[{ text: details.toOther, data: callbackData('r', 'i', mergedInto, '', '', '') }]]
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
