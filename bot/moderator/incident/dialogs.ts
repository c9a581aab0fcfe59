import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { type Aspect, aspectValue, type Contribution, sourceOf } from '../../../lib/incident/contribution.ts';
import { assessments, type Incident } from '../../../lib/incident/incident.ts';
import {
  attributionStatuses,
  contaminationStates,
  namedSources,
  rejectionReasons,
} from '../../../lib/report/vocabulary.ts';
import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import { formatInstant } from '../../../lib/time/format.ts';
import { html, join } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { valueText } from '../../text/field-value.ts';
import { attributionText, type View } from '../../text/incident.ts';
import { inPairs } from '../queue/screens.ts';
import { reasonCode } from '../report/card.ts';
import { reasonText } from '../report/duplicates.ts';
import { backToIncident, incidentButton } from './screens.ts';

/** The screens on which a moderator chooses something about an incident. Each leads back to it. */

/** How many of an incident's reports a screen offers. */
const offered = 20;
/** How much of a place or a time is shown where many reports have a line each. */
const briefLength = 45;

const screen = (incident: Incident, view: View, text: Screen['text'], rows: Screen['buttons']): Screen => ({
  text,
  buttons: [...rows.filter(row => row.length > 0), backToIncident(incident, view)],
  personal: true,
});

/** From which report an aspect is taken: what each of them says of it. */
export const chooseScreen = (
  incident: Incident,
  links: readonly Contribution[],
  aspect: Aspect,
  view: View,
): Screen => {
  const { choose, aspects } = view.t.incidents;
  const giver = sourceOf(links, aspect);
  const shown = links.slice(0, offered);
  return screen(
    incident,
    view,
    join([
      html`<b>${choose.title(aspects[aspect])}</b>`,
      join(
        shown.map(
          (link, index) =>
            html`${index + 1}. ${saidText(link, aspect, view)}${link === giver ? html` <b>(${choose.now})</b>` : ''}`,
        ),
        '\n',
      ),
    ]),
    inPairs(
      shown.map((link, index) =>
        incidentButton(incident, `${link === giver ? '● ' : ''}${index + 1}`, 'i_give', aspect, link.id),
      ),
    ),
  );
};

const saidText = (link: Contribution, aspect: Aspect, view: View): string => {
  if (aspect !== 'munition') return valueText(aspect, aspectValue(link, aspect), view);
  const { phase, munition, delivery } = link.answers;
  return [
    valueText('munition', munition, view),
    delivery && valueText('delivery', delivery, view),
    valueText('phase', phase, view),
  ]
    .filter(Boolean)
    .join(', ');
};

/** The hours by which a release can be moved with one press. */
export const holdHours = [3, 12, 24, 72] as const;

export const holdScreen = (incident: Incident, view: View): Screen => {
  const { hold, release } = view.t.incidents;
  const { country, locale } = view;
  return screen(
    incident,
    view,
    join([
      html`<b>${hold.title}</b>`,
      html`${release(formatInstant(incident.releaseAt, country.zone, locale))}`,
      html`${hold.note}`,
    ]),
    [
      ...inPairs(
        holdHours.map(hours => incidentButton(incident, hold.later(hours), 'i_hold', String(hours))),
      ),
      [{ ...incidentButton(incident, hold.now, 'i_hold', '0'), style: 'danger' }],
    ],
  );
};

export const assessScreen = (incident: Incident, view: View): Screen => {
  const { t } = view;
  const { assessment } = incident;
  return screen(incident, view, html`<b>${t.incidents.assess.title}</b>`, [
    ...assessments.map(grade => [
      incidentButton(
        incident,
        `${grade === assessment ? '● ' : ''}${t.reader.incident.grades[grade]}`,
        'i_grade',
        grade,
      ),
    ]),
    [
      incidentButton(
        incident,
        `${assessment === undefined ? '● ' : ''}${t.incidents.assess.byReports}`,
        'i_grade',
        'none',
      ),
    ],
  ]);
};

export const contaminationScreen = (incident: Incident, view: View): Screen => {
  const { t } = view;
  const { contamination } = t.incidents;
  const known = incident.contamination;
  return screen(
    incident,
    view,
    join([html`<b>${contamination.title}</b>`, known && html`${valueText('contamination', known, view)}`]),
    [
      ...contaminationStates.map(state => [
        incidentButton(
          incident,
          `${state === known?.state ? '● ' : ''}${t.terms.contaminationStates[state]}`,
          'i_ux',
          state,
        ),
      ]),
      ...(known ? [[incidentButton(incident, contamination.none, 'i_ux', 'none')]] : []),
    ],
  );
};

/** What kind of source says it. `name` is the press that goes on, with what was chosen before in `path`. */
export const sourceKindScreen = (
  incident: Incident,
  view: View,
  name: string,
  ...path: readonly string[]
): Screen =>
  screen(
    incident,
    view,
    html`<b>${view.t.incidents.ask.kind}</b>`,
    inPairs(
      namedSources.map(kind => incidentButton(incident, view.t.terms.sources[kind], name, ...path, kind)),
    ),
  );

export const claimsScreen = (incident: Incident, view: View): Screen => {
  const { t } = view;
  const { claims } = t.incidents;
  const { attributions, further = [] } = incident;
  return screen(
    incident,
    view,
    join([
      html`<b>${claims.title}</b>`,
      attributions.length === 0
        ? html`${claims.none}`
        : join(
            attributions
              .slice(0, offered)
              .map(claim => html`• ${attributionText(claim, claim.by, t, 'brief')}`),
            '\n',
          ),
      html`${claims.how}`,
    ]),
    [
      [incidentButton(incident, claims.add, 'i_claim')],
      ...inPairs(
        further
          .slice(0, offered)
          .map((_, index) =>
            incidentButton(
              incident,
              claims.remove(attributions.length - further.length + index + 1),
              'i_drop',
              String(index),
            ),
          ),
      ),
    ],
  );
};

export const claimStatusScreen = (incident: Incident, view: View): Screen =>
  screen(
    incident,
    view,
    html`<b>${view.t.incidents.claims.status}</b>`,
    attributionStatuses.map(status => [
      incidentButton(incident, view.t.witness.sideStatus.options[status], 'i_claim', status),
    ]),
  );

const mark = '☑ ';
export const isMarked = ({ text }: Readonly<{ text: string }>): boolean => text.startsWith(mark);

/** Which reports go elsewhere, and where to: a new incident, or one near them. */
export const moveScreen = (
  incident: Incident,
  links: readonly Contribution[],
  chosen: readonly string[],
  suggestions: readonly Duplicate[],
  view: View,
): Screen => {
  const { move, title } = view.t.incidents;
  const shown = links.slice(0, offered);
  const others = otherIncidents(incident, suggestions);
  const count = shown.filter(({ id }) => chosen.includes(id)).length;
  return screen(
    incident,
    view,
    join([
      html`<b>${title(formatReceipt(incident.id))}</b>`,
      join([html`<b>${move.title}</b>`, html`${move.how}`], '\n'),
      join(
        shown.map(
          (link, index) => html`${index + 1}. ${formatReceipt(link.id)}: ${placeAndTime(link, view)}`,
        ),
        '\n',
      ),
      othersText(others, view),
    ]),
    [
      ...inPairs(
        shown.map((link, index) =>
          incidentButton(
            incident,
            `${chosen.includes(link.id) ? mark : ''}${index + 1}. ${formatReceipt(link.id)}`,
            'i_pick',
            link.id,
          ),
        ),
      ),
      ...(count > 0
        ? [
            ...(count < links.length ? [[incidentButton(incident, move.toNew, 'i_to', 'new')]] : []),
            ...others.map(({ incident: { id } }) => [
              incidentButton(incident, move.toOther(formatReceipt(id)), 'i_to', id),
            ]),
          ]
        : []),
    ],
  );
};

const placeAndTime = ({ answers, place }: Contribution, view: View): string =>
  `${valueText('place', place, view, briefLength)}; ${valueText('occurred', answers.occurred, view, briefLength)}`;

/** The incident that all of this one's reports belong to. */
export const mergeScreen = (incident: Incident, suggestions: readonly Duplicate[], view: View): Screen => {
  const { merge, title } = view.t.incidents;
  const others = otherIncidents(incident, suggestions);
  return screen(
    incident,
    view,
    join([
      html`<b>${title(formatReceipt(incident.id))}</b>`,
      join([html`<b>${merge.title}</b>`, html`${merge.how}`], '\n'),
      others.length === 0 ? html`${merge.none}` : othersText(others, view),
    ]),
    [
      ...others.map(({ incident: { id } }) => [
        incidentButton(incident, view.t.moderator.joining.incident(formatReceipt(id)), 'i_merge', id),
      ]),
      [incidentButton(incident, merge.byId, 'i_merge', 'by_id')],
    ],
  );
};

export const mergeConfirmScreen = (incident: Incident, into: string, view: View): Screen => {
  const { merge } = view.t.incidents;
  const yes: Button = {
    ...incidentButton(incident, merge.yes, 'i_merge_yes', into),
    style: 'danger',
  };
  return screen(incident, view, html`${merge.confirm(formatReceipt(incident.id), formatReceipt(into))}`, [
    [yes],
  ]);
};

type OtherIncident = Extract<Duplicate, { kind: 'incident' }>;
const otherIncidents = (incident: Incident, suggestions: readonly Duplicate[]): readonly OtherIncident[] =>
  suggestions.filter(
    (one): one is OtherIncident => one.kind === 'incident' && one.incident.id !== incident.id,
  );

const othersText = (others: readonly OtherIncident[], view: View) =>
  join(
    others.map(
      ({ incident: { id, place, occurred, munition }, reason }) =>
        html`<b>${formatReceipt(id)}</b>: ${valueText('place', place, view)}; ${valueText('occurred', occurred, view)}; <i>${reasonText(reason, munition, view)}</i>`,
    ),
    '\n',
  );

export const retractScreen = (incident: Incident, view: View): Screen => {
  const { t } = view;
  return screen(
    incident,
    view,
    html`<b>${t.incidents.retract.title}</b>`,
    rejectionReasons
      .filter(reason => reason !== 'other')
      .map(reason => [
        {
          ...incidentButton(incident, t.terms.retractionReasons[reason], 'i_retract', reasonCode(reason)),
          style: 'danger' as const,
        },
      ]),
  );
};
