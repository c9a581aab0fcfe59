import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { type Contribution, disagreements } from '../../../lib/incident/contribution.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import { incidentSteps } from '../../../lib/review/lifecycle.ts';
import type { Page } from '../../../lib/store/dynamodb/page.ts';
import {
  button,
  type IncidentArgs,
  type IncidentList,
  incidentLists,
  type Position,
} from '../../callbacks/moderator.ts';
import { type Html, html, join, lengthOf, words } from '../../telegram/html.ts';
import { inPairs, keyboard } from '../../telegram/keyboard.ts';
import { type Button, limits, type Screen } from '../../telegram/screen.ts';
import { incidentQuotes, incidentText, occurredText, sourceName, type View } from '../../text/incident.ts';
import { instantText } from '../../text/instant.ts';
import { placeLabel } from '../place-label.ts';

/** What the buttons about an incident carry. */
export const incidentArgs = ({ id, version }: Incident): IncidentArgs => ({ id, version });

/** How many of an incident's reports have a line and a button of their own. */
const reportsShown = 6;

/** An incident for moderators: what readers see or will see, its reports, and what they disagree on. */
export const incidentScreen = (
  incident: Incident,
  contributions: readonly Contribution[],
  view: View,
): Screen => {
  const { incidents: texts } = view.t;
  const { id, status } = incident;
  const differing = disagreements(contributions);
  const before = stateText(incident, view);
  const after = madeOfText(contributions, differing, view);
  const left = limits.textLength - lengthOf(before) - lengthOf(after) - 4;
  const whole = incidentText(incident, view);
  const seen = lengthOf(whole) <= left ? whole : incidentText(incident, view, 'brief');
  const quotes = incidentQuotes(incident, view, Math.max(0, left - lengthOf(seen) - 2));
  const list = status === 'published' ? 'published' : 'embargoed';
  return {
    text: join([before, seen, quotes, after]),
    buttons: keyboard(
      ...(incidentSteps[status].amend ? stepRows(incident, contributions, differing, view) : []),
      ...inPairs(
        contributions
          .slice(0, reportsShown)
          .map((report, index) =>
            button(texts.buttons.open(index + 1), 'card', { id: report.id, version: 1 }),
          ),
      ),
      [
        button(texts.buttons.history, 'incidentHistory', { id }),
        button(texts.list.back, 'incidents', { list }),
      ],
    ),
    personal: true,
  };
};

/** What can be done with an incident that is not retracted. */
const stepRows = (
  incident: Incident,
  contributions: readonly Contribution[],
  differing: ReturnType<typeof disagreements>,
  view: View,
): readonly (readonly (Button | false)[])[] => {
  const { buttons, aspects } = view.t.incidents;
  const args = incidentArgs(incident);
  const canHold = incidentSteps[incident.status].hold !== undefined;
  return [
    ...inPairs(
      differing.map(aspect => button(buttons.choose(aspects[aspect]), 'chooseSource', { ...args, aspect })),
    ),
    [button(buttons.assess, 'grade', args), canHold && button(buttons.hold, 'hold', args)],
    [contributions.length > 0 && button(buttons.numbers, 'numbers', args)],
    [button(buttons.contamination, 'unexploded', args)],
    [button(buttons.claims, 'claims', args)],
    [contributions.length > 0 && button(buttons.split, 'split', args), button(buttons.merge, 'merge', args)],
    [button(buttons.retract, 'retract', args, 'danger')],
  ];
};

/** The state of an incident, and when it was or will be released. */
const stateText = (incident: Incident, view: View): Html => {
  const { t } = view;
  const { incidents: texts } = t;
  const { status, releaseAt, publishedAt, changedAt, retraction, mergedInto, hold, shown } = incident;
  return join(
    [
      html`<b>${texts.title(formatReceipt(incident.id))}</b>`,
      html`${texts.state}: ${texts.statuses[status]}`,
      status === 'embargoed'
        ? html`<b>${texts.release(instantText(releaseAt, view))}</b>${hold ? ` (${texts.held})` : ''}`
        : undefined,
      publishedAt === undefined ? undefined : html`${texts.published(instantText(publishedAt, view))}`,
      shown && html`<b>${texts.changes(instantText(releaseAt, view))}</b>`,
      status === 'retracted' ? html`${texts.retracted(instantText(changedAt, view))}` : undefined,
      retraction &&
        html`${t.terms.retractionReasons[retraction.reason]}${retraction.words ? html`: ${words(retraction.words, 150)}` : ''}`,
      mergedInto === undefined ? undefined : html`${texts.mergedInto(formatReceipt(mergedInto))}`,
    ],
    '\n',
  );
};

/** An incident's reports, and what they differ in. */
const madeOfText = (
  contributions: readonly Contribution[],
  differing: ReturnType<typeof disagreements>,
  view: View,
): Html => {
  const { t } = view;
  const { incidents: texts } = t;
  const more = contributions.length - reportsShown;
  return join(
    [
      html`<b>${texts.reports}</b>`,
      ...contributions
        .slice(0, reportsShown)
        .map(
          ({ id, answers: { source }, receivedAt }, index) =>
            html`${index + 1}. ${formatReceipt(id)} · ${words(sourceName(source, t), 40)} · ${instantText(receivedAt, view)}`,
        ),
      more > 0 ? html`${t.reader.incident.more(more)}` : undefined,
      contributions.length < 2
        ? undefined
        : html`${differing.length > 0 ? texts.differ(differing.map(aspect => texts.aspects[aspect]).join(', ')) : texts.agree}`,
    ],
    '\n',
  );
};

/** How many incidents one screen lists. */
export const incidentPageSize = 6;

/** A page of incidents, each of which opens. */
export const incidentListScreen = (list: IncidentList, page: Page<Incident>, view: View): Screen => {
  const { list: texts } = view.t.incidents;
  const pageButton = (text: string, position: Position): Button =>
    button(text, 'incidents', { list, position });
  const names = { embargoed: texts.embargoedTitle, published: texts.published };
  return {
    text: join([
      html`<b>${list === 'embargoed' ? texts.embargoedTitle : texts.publishedTitle}</b>`,
      page.items.length === 0 ? html`${texts.none}` : undefined,
      ...page.items.map((incident, index) => lineOf(incident, index + 1, view)),
    ]),
    buttons: keyboard(
      ...inPairs(
        page.items.map(({ id, place }, index) =>
          button(placeLabel(place, index + 1, view), 'incident', { id }),
        ),
      ),
      [
        page.previous !== undefined && pageButton(texts.newer, { before: page.previous }),
        page.next !== undefined && pageButton(texts.older, { after: page.next }),
      ],
      ...incidentLists.map(one => [
        button(`${one === list ? '• ' : ''}${names[one]}`, 'incidents', { list: one }),
      ]),
    ),
    personal: true,
  };
};

const lineOf = (
  { id, place, occurred, munition, reportCount, releaseAt, publishedAt }: Incident,
  n: number,
  view: View,
): Html => {
  const { t, locale, country } = view;
  const release =
    publishedAt === undefined
      ? t.incidents.list.releases(instantText(releaseAt, view))
      : t.incidents.published(instantText(publishedAt, view));
  return join(
    [
      html`<b>${n}. ${formatReceipt(id)}</b> · ${release}`,
      html`${words(formatPlace(place, locale, country), 120)}`,
      html`${occurredText(occurred, locale)}`,
      html`${t.terms.munitions[munition]} · ${t.reader.incident.reports(reportCount)}`,
    ],
    '\n',
  );
};
