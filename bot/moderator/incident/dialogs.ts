import { digest } from '../../../lib/history/event.ts';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { type Aspect, aspectValue, type Contribution, sourceOf } from '../../../lib/incident/contribution.ts';
import { assessments, type Incident } from '../../../lib/incident/incident.ts';
import {
  attributionStatuses,
  contaminationStates,
  namedSources,
  type SourceKind,
} from '../../../lib/report/vocabulary.ts';
import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import { listedReasons } from '../../callbacks/codes.ts';
import { button, holdHours } from '../../callbacks/moderator.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import { inPairs, keyboard, type Row } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { valueText } from '../../text/field-value.ts';
import { attributionText, type View } from '../../text/incident.ts';
import { instantText } from '../../text/instant.ts';
import { likenessText } from '../../text/likeness.ts';
import { choiceLabel } from '../selection.ts';
import { incidentArgs } from './screens.ts';

/** The screens on which a moderator chooses something about an incident. Each leads back to it. */

/** How many of an incident's reports, and of its claims, a screen offers. */
const maxOffered = 20;
/** How much of a place or a time is shown where many reports have a line each. */
const briefLength = 45;

const dialog = (incident: Incident, view: View, text: Html, ...rows: readonly Row[]): Screen => ({
  text,
  buttons: keyboard(...rows, [button(view.t.incidents.buttons.back, 'incident', { id: incident.id })]),
  personal: true,
});

const chosenMark = (isChosen: boolean): string => (isChosen ? '● ' : '');

/** From which report an aspect is taken: what each of them says of it. */
export const sourceScreen = (
  incident: Incident,
  contributions: readonly Contribution[],
  aspect: Aspect,
  view: View,
): Screen => {
  const { choose, aspects } = view.t.incidents;
  const source = sourceOf(contributions, aspect);
  const shown = contributions.slice(0, maxOffered);
  return dialog(
    incident,
    view,
    join([
      html`<b>${choose.title(aspects[aspect])}</b>`,
      join(
        shown.map((report, index) => {
          const now = report === source ? html` <b>(${choose.now})</b>` : '';
          return html`${index + 1}. ${aspectText(report, aspect, view)}${now}`;
        }),
        '\n',
      ),
    ]),
    ...inPairs(
      shown.map((report, index) =>
        button(`${chosenMark(report === source)}${index + 1}`, 'takeFrom', {
          ...incidentArgs(incident),
          aspect,
          report: report.id,
        }),
      ),
    ),
  );
};

const aspectText = (report: Contribution, aspect: Aspect, view: View): string => {
  if (aspect !== 'munition') return valueText(aspect, aspectValue(report, aspect), view);
  const { phase, munition, delivery } = report.answers;
  return [
    valueText('munition', munition, view),
    delivery && valueText('delivery', delivery, view),
    valueText('phase', phase, view),
  ]
    .filter(Boolean)
    .join(', ');
};

export const holdScreen = (incident: Incident, view: View): Screen => {
  const { hold, release } = view.t.incidents;
  const args = incidentArgs(incident);
  return dialog(
    incident,
    view,
    join([
      html`<b>${hold.title}</b>`,
      html`${release(instantText(incident.releaseAt, view))}`,
      html`${hold.note}`,
    ]),
    ...inPairs(holdHours.map(hours => button(hold.later(hours), 'holdFor', { ...args, hours }))),
    [button(hold.now, 'releaseNow', args, 'danger')],
  );
};

export const gradeScreen = (incident: Incident, view: View): Screen => {
  const { t } = view;
  const { assessment } = incident;
  return dialog(
    incident,
    view,
    html`<b>${t.incidents.assess.title}</b>`,
    ...[...assessments, undefined].map(grade => {
      const name = grade ? t.reader.incident.grades[grade] : t.incidents.assess.byReports;
      return [
        button(`${chosenMark(grade === assessment)}${name}`, 'setGrade', {
          ...incidentArgs(incident),
          grade,
        }),
      ];
    }),
  );
};

export const contaminationScreen = (incident: Incident, view: View): Screen => {
  const { contamination: texts } = view.t.incidents;
  const known = incident.contamination;
  const args = incidentArgs(incident);
  return dialog(
    incident,
    view,
    join([html`<b>${texts.title}</b>`, known && html`${valueText('contamination', known, view)}`]),
    ...contaminationStates.map(state => [
      button(
        `${chosenMark(state === known?.state)}${view.t.terms.contaminationStates[state]}`,
        'unexplodedState',
        { ...args, state },
      ),
    ]),
    [known && button(texts.none, 'nothingUnexploded', args)],
  );
};

type NamedSource = Extract<SourceKind, (typeof namedSources)[number]>;

/** What kind of source says it. `buttonOf` makes the button of a kind. */
export const sourceKindScreen = (
  incident: Incident,
  view: View,
  buttonOf: (text: string, source: NamedSource) => Button,
): Screen =>
  dialog(
    incident,
    view,
    html`<b>${view.t.incidents.ask.kind}</b>`,
    ...inPairs(namedSources.map(source => buttonOf(view.t.terms.sources[source], source))),
  );

/** Names a claim in a button, wherever it stands in the list. */
export const claimCode = (claim: object): string => digest(claim).slice(0, 12);

export const claimsScreen = (incident: Incident, view: View): Screen => {
  const { t } = view;
  const { claims } = t.incidents;
  const { attributions, further = [] } = incident;
  const args = incidentArgs(incident);
  const fromReports = attributions.length - further.length;
  const lines = attributions
    .slice(0, maxOffered)
    .map(claim => html`• ${attributionText(claim, claim.by, t, 'brief')}`);
  return dialog(
    incident,
    view,
    join([
      html`<b>${claims.title}</b>`,
      lines.length === 0 ? html`${claims.none}` : join(lines, '\n'),
      html`${claims.how}`,
    ]),
    [button(claims.add, 'addClaim', args)],
    ...inPairs(
      further
        .slice(0, maxOffered)
        .map((claim, index) =>
          button(claims.remove(fromReports + index + 1), 'removeClaim', { ...args, claim: claimCode(claim) }),
        ),
    ),
  );
};

export const claimStatusScreen = (incident: Incident, view: View): Screen =>
  dialog(
    incident,
    view,
    html`<b>${view.t.incidents.claims.status}</b>`,
    ...attributionStatuses.map(status => [
      button(view.t.witness.sideStatus.options[status], 'claimStatus', { ...incidentArgs(incident), status }),
    ]),
  );

/** Which reports belong to another incident, and to which: a new one, or one near them. */
export const moveScreen = (
  incident: Incident,
  contributions: readonly Contribution[],
  chosen: readonly string[],
  suggestions: readonly Duplicate[],
  view: View,
): Screen => {
  const { move, title } = view.t.incidents;
  const args = incidentArgs(incident);
  const shown = contributions.slice(0, maxOffered);
  const others = otherIncidents(incident, suggestions);
  const count = shown.filter(({ id }) => chosen.includes(id)).length;
  return dialog(
    incident,
    view,
    join([
      html`<b>${title(formatReceipt(incident.id))}</b>`,
      join([html`<b>${move.title}</b>`, html`${move.how}`], '\n'),
      join(
        shown.map(
          (report, index) => html`${index + 1}. ${formatReceipt(report.id)}: ${placeAndTime(report, view)}`,
        ),
        '\n',
      ),
      othersText(others, view),
    ]),
    ...inPairs(
      shown.map(({ id }, index) =>
        button(choiceLabel(`${index + 1}. ${formatReceipt(id)}`, chosen.includes(id)), 'pickReport', {
          ...args,
          report: id,
        }),
      ),
    ),
    [count > 0 && count < contributions.length && button(move.toNew, 'moveToNew', args)],
    ...others.map(({ incident: { id } }, index) => [
      count > 0 && button(move.toOther(index + 1), 'moveTo', { ...args, into: id }),
    ]),
  );
};

const placeAndTime = ({ answers, place }: Contribution, view: View): string =>
  `${valueText('place', place, view, briefLength)}; ${valueText('occurred', answers.occurred, view, briefLength)}`;

/** The incident to move all reports of this one to. */
export const mergeScreen = (incident: Incident, suggestions: readonly Duplicate[], view: View): Screen => {
  const { merge, title } = view.t.incidents;
  const args = incidentArgs(incident);
  const others = otherIncidents(incident, suggestions);
  return dialog(
    incident,
    view,
    join([
      html`<b>${title(formatReceipt(incident.id))}</b>`,
      join([html`<b>${merge.title}</b>`, html`${merge.how}`], '\n'),
      others.length === 0 ? html`${merge.none}` : othersText(others, view),
    ]),
    ...others.map(({ incident: { id } }, index) => [
      button(merge.withOther(index + 1), 'mergeWith', { ...args, into: id }),
    ]),
    [button(merge.byId, 'mergeById', args)],
  );
};

export const mergeConfirmScreen = (incident: Incident, into: string, view: View): Screen => {
  const { merge } = view.t.incidents;
  return dialog(incident, view, html`${merge.confirm(formatReceipt(incident.id), formatReceipt(into))}`, [
    button(merge.yes, 'mergeConfirmed', { ...incidentArgs(incident), into }, 'danger'),
  ]);
};

type OtherIncident = Extract<Duplicate, { kind: 'incident' }>;
const otherIncidents = (incident: Incident, suggestions: readonly Duplicate[]): readonly OtherIncident[] =>
  suggestions.filter(
    (one): one is OtherIncident => one.kind === 'incident' && one.incident.id !== incident.id,
  );

const othersText = (others: readonly OtherIncident[], view: View): Html =>
  join(
    others.map(({ incident: { id, place, occurred, munition }, reason }, index) => {
      const facts = `${valueText('place', place, view)}; ${valueText('occurred', occurred, view)}`;
      return html`<b>${index + 1}. ${formatReceipt(id)}</b>: ${facts}; <i>${likenessText(reason, munition, view)}</i>`;
    }),
    '\n',
  );

export const retractScreen = (incident: Incident, view: View): Screen =>
  dialog(
    incident,
    view,
    html`<b>${view.t.incidents.retract.title}</b>`,
    ...listedReasons.map(reason => [
      button(
        view.t.terms.retractionReasons[reason],
        'retractFor',
        { ...incidentArgs(incident), reason },
        'danger',
      ),
    ]),
  );
