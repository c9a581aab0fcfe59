import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { type Contribution, disagreements } from '../../../lib/incident/contribution.ts';
import type { Incident, incidentStatuses } from '../../../lib/incident/incident.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import { incidentSteps } from '../../../lib/review/lifecycle.ts';
import type { Page } from '../../../lib/store/dynamodb/page.ts';
import { formatInstant } from '../../../lib/time/format.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { type Html, html, join, lengthOf, words } from '../../telegram/html.ts';
import { type Button, limits, type Screen } from '../../telegram/screen.ts';
import { incidentText, occurredText, sourceName, type View } from '../../text/incident.ts';
import { inPairs } from '../queue/screens.ts';

/** Which incident a button is about, in the version that its screen showed. */
export type IncidentPath = Readonly<{ id: string; version: number }>;

/** A button about an incident as it is shown. */
export const incidentButton = (
  { id, version }: IncidentPath,
  text: string,
  name: string,
  ...path: readonly string[]
): Button => ({ text, data: callbackData('m', name, id, String(version), ...path) });

/** The way back from any screen about an incident to the incident. */
export const backToIncident = ({ id }: Pick<Incident, 'id'>, { t }: View): readonly Button[] => [
  { text: t.incidents.buttons.back, data: callbackData('m', 'incident', id) },
];

/** How many of an incident's reports have a line and a button of their own. */
const reportsShown = 6;

/** An incident as moderators see it: what readers see or will see, what it is made of, and what its reports disagree on. */
export const incidentDeskScreen = (
  incident: Incident,
  links: readonly Contribution[],
  view: View,
): Screen => {
  const { t } = view;
  const { incidents: said } = t;
  const steps = incident.status === 'retracted' ? {} : { amend: true, retract: true };
  const canHold = incidentSteps.embargoed.hold !== undefined && incident.status === 'embargoed';
  const differing = disagreements(links);
  const button = (text: string, name: string): Button => incidentButton(incident, text, name);
  const before = stateText(incident, view);
  const after = madeOfText(links, differing, view);
  const left = limits.textLength - lengthOf(before) - lengthOf(after) - 4;
  const whole = incidentText(incident, view);
  return {
    text: join([before, lengthOf(whole) <= left ? whole : incidentText(incident, view, 'brief'), after]),
    buttons: [
      ...(steps.amend
        ? [
            differing.map(aspect =>
              incidentButton(incident, said.buttons.choose(said.aspects[aspect]), 'i_choose', aspect),
            ),
          ]
            .flatMap(inPairs)
            .concat([
              [button(said.buttons.assess, 'i_grade'), button(said.buttons.contamination, 'i_ux')],
              [
                button(said.buttons.claims, 'i_claims'),
                ...(canHold ? [button(said.buttons.hold, 'i_hold')] : []),
              ],
              [
                ...(links.length > 0 ? [button(said.buttons.split, 'i_split')] : []),
                button(said.buttons.merge, 'i_merge'),
              ],
              [{ ...button(said.buttons.retract, 'i_retract'), style: 'danger' as const }],
            ])
        : []),
      ...inPairs(
        links.slice(0, reportsShown).map((link, index) => ({
          text: said.buttons.open(index + 1),
          data: callbackData('m', 'card', link.id, '1'),
        })),
      ),
      [
        { text: said.buttons.history, data: callbackData('m', 'i_history', incident.id, '0') },
        {
          text: said.list.back,
          data: callbackData('m', 'incidents', incident.status === 'published' ? 'published' : 'embargoed'),
        },
      ],
    ],
    personal: true,
  };
};

/** The state of an incident, and when readers were or will be told. */
const stateText = (incident: Incident, view: View): Html => {
  const { t, locale, country } = view;
  const { incidents: said } = t;
  const { status, releaseAt, publishedAt, changedAt, retraction, mergedInto, hold } = incident;
  const instant = (at: string): string => formatInstant(at, country.zone, locale);
  return join(
    [
      html`<b>${said.title(formatReceipt(incident.id))}</b>`,
      html`${said.state}: ${said.statuses[status]}`,
      status === 'embargoed'
        ? html`<b>${said.release(instant(releaseAt))}</b>${hold ? ` (${said.held})` : ''}`
        : undefined,
      publishedAt === undefined ? undefined : html`${said.published(instant(publishedAt))}`,
      status === 'retracted' ? html`${said.retracted(instant(changedAt))}` : undefined,
      retraction &&
        html`${t.terms.retractionReasons[retraction.reason]}${retraction.words ? html`: ${words(retraction.words, 150)}` : ''}`,
      mergedInto === undefined ? undefined : html`${said.mergedInto(formatReceipt(mergedInto))}`,
    ],
    '\n',
  );
};

/** Its reports, and what they differ in. */
const madeOfText = (
  links: readonly Contribution[],
  differing: ReturnType<typeof disagreements>,
  { t, locale, country }: View,
): Html => {
  const { incidents: said } = t;
  const more = links.length - reportsShown;
  return join(
    [
      html`<b>${said.reports}</b>`,
      ...links
        .slice(0, reportsShown)
        .map(
          ({ id, answers: { source }, receivedAt }, index) =>
            html`${index + 1}. ${formatReceipt(id)} · ${words(sourceName(source, t), 40)} · ${formatInstant(receivedAt, country.zone, locale)}`,
        ),
      more > 0 ? html`${t.reader.incident.more(more)}` : undefined,
      links.length < 2
        ? undefined
        : html`${differing.length > 0 ? said.differ(differing.map(aspect => said.aspects[aspect]).join(', ')) : said.agree}`,
    ],
    '\n',
  );
};

/** Which incidents are listed: those that wait for their release, or those that are published. */
export const incidentLists = [
  'embargoed',
  'published',
] as const satisfies readonly (typeof incidentStatuses)[number][];
export type IncidentList = (typeof incidentLists)[number];

/** How many incidents one screen lists. */
export const incidentPageSize = 6;

/** A page of incidents, each of which opens. `position` is `a` or `b` (after, before) and a cursor, or empty. */
export const incidentListScreen = (list: IncidentList, page: Page<Incident>, view: View): Screen => {
  const { t, locale, country } = view;
  const { list: said } = t.incidents;
  const instant = (at: string): string => formatInstant(at, country.zone, locale);
  const to = (position: string) => callbackData('m', 'incidents', list, position);
  return {
    text: join([
      html`<b>${list === 'embargoed' ? said.embargoedTitle : said.publishedTitle}</b>`,
      page.items.length === 0 ? html`${said.none}` : undefined,
      ...page.items.map(({ id, place, occurred, munition, reportCount, releaseAt, publishedAt }) =>
        join(
          [
            html`<b>${formatReceipt(id)}</b> · ${publishedAt === undefined ? said.releases(instant(releaseAt)) : t.incidents.published(instant(publishedAt))}`,
            html`${words(formatPlace(place, locale, country), 120)}`,
            html`${occurredText(occurred, locale)}`,
            html`${t.terms.munitions[munition]} · ${t.reader.incident.reports(reportCount)}`,
          ],
          '\n',
        ),
      ),
    ]),
    buttons: [
      ...inPairs(
        page.items.map(({ id }) => ({ text: formatReceipt(id), data: callbackData('m', 'incident', id) })),
      ),
      [
        ...(page.previous ? [{ text: said.newer, data: to(`b${page.previous}`) }] : []),
        ...(page.next ? [{ text: said.older, data: to(`a${page.next}`) }] : []),
      ],
      incidentLists.map(one => ({
        text: `${one === list ? '• ' : ''}${one === 'embargoed' ? said.embargoedTitle : said.published}`,
        data: callbackData('m', 'incidents', one),
      })),
    ].filter(row => row.length > 0),
    personal: true,
  };
};
