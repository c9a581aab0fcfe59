import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import type { Answers, Checklist, Report } from '../../../lib/report/report.ts';
import { waits } from '../../../lib/review/lifecycle.ts';
import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import { button, type QueueView } from '../../callbacks/moderator.ts';
import { type Html, html, join, words } from '../../telegram/html.ts';
import { inPairs, keyboard } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { occurredText, type View } from '../../text/incident.ts';
import { likenessText } from '../../text/likeness.ts';
import { reportArgs } from './card.ts';

/** Where, when and what, on a line each, to compare by. */
const factsText = (
  { place, occurred, munition }: Pick<Answers | Incident, 'place' | 'occurred' | 'munition'>,
  { t, locale, country }: View,
  more = '',
): Html =>
  join(
    [
      html`${words(formatPlace(place, locale, country), 100)}`,
      html`${occurredText(occurred, locale)}`,
      html`${t.terms.munitions[munition]}${more}`,
    ],
    '\n',
  );

/** A suggestion: what it is, where, when, what, and why it is suggested. */
const suggestionText = (suggestion: Duplicate, n: number, own: Report, view: View): Html => {
  const { t } = view;
  const { joining, similar } = t.moderator;
  const why = html`<i>${similar.why}: ${likenessText(suggestion.reason, own.answers.munition, view)}</i>`;
  if (suggestion.kind === 'report') {
    const { id, answers } = suggestion.report;
    const name = joining.report(formatReceipt(id));
    return join([html`<b>${n}. ${name}</b>`, factsText(answers, view), why], '\n');
  }
  const { incident } = suggestion;
  const { id, reportCount, status } = incident;
  const name = `${joining.incident(formatReceipt(id))}${id === own.incident ? ` (${joining.own})` : ''}`;
  const state = ` · ${t.reader.incident.reports(reportCount)} · ${t.incidents.statuses[status]}`;
  return join([html`<b>${n}. ${name}</b>`, factsText(incident, view, state), why], '\n');
};

const comparisonText = (
  title: string,
  report: Report,
  suggestions: readonly Duplicate[],
  view: View,
): Html => {
  const { joining } = view.t.moderator;
  return join([
    join([html`<b>${title}</b>`, factsText(report.answers, view)], '\n'),
    html`${suggestions.length > 0 ? joining.found : joining.none}`,
    ...suggestions.map((suggestion, index) => suggestionText(suggestion, index + 1, report, view)),
  ]);
};

/**
 * The last choice before approving: a new incident, or one that may be the same. `present` is the incident that the report
 * was approved into before, if that still stands.
 */
export const joiningScreen = (
  report: Report,
  checklist: Checklist,
  suggestions: readonly Duplicate[],
  present: Incident | undefined,
  view: View,
  from: QueueView | undefined,
): Screen => {
  const { joining, buttons } = view.t.moderator;
  const args = { ...reportArgs(report, from), checklist };
  const add = (text: string, incident: string, style?: Button['style']): Button =>
    button(text, 'add', { ...args, incident }, style);
  return {
    text: comparisonText(joining.title(formatReceipt(report.id)), report, suggestions, view),
    buttons: keyboard(
      [present && add(joining.stay, present.id, 'success')],
      [button(joining.isNew, 'approveAsNew', args, present ? undefined : 'success')],
      ...suggestions.map((suggestion, index) => {
        if (suggestion.kind === 'report') return [openButton(suggestion.report, index + 1, view, from)];
        const { id } = suggestion.incident;
        return [id !== present?.id && add(joining.join(index + 1), id)];
      }),
      [togetherButton(report, suggestions, view, from)],
      [button(buttons.back, 'checklist', { ...args, checks: checklist })],
    ),
    personal: true,
  };
};

/** Possible duplicates of a report, for comparing only. */
export const similarScreen = (
  report: Report,
  suggestions: readonly Duplicate[],
  view: View,
  from: QueueView | undefined,
): Screen => {
  const { joining, similar, buttons } = view.t.moderator;
  return {
    text: comparisonText(similar.title(formatReceipt(report.id)), report, suggestions, view),
    buttons: keyboard(
      ...inPairs(
        suggestions.map((suggestion, index) => {
          if (suggestion.kind === 'report') return openButton(suggestion.report, index + 1, view, from);
          const { id } = suggestion.incident;
          return button(joining.openIncident(index + 1), 'incident', { id });
        }),
      ),
      [togetherButton(report, suggestions, view, from)],
      [button(buttons.back, 'card', reportArgs(report, from))],
    ),
    personal: true,
  };
};

/** The button for deciding about a report together with waiting ones that may be its duplicates. */
const togetherButton = (
  report: Report,
  suggestions: readonly Duplicate[],
  { t }: View,
  from: QueueView | undefined,
): Button | false =>
  waits(report) &&
  suggestions.some(({ kind }) => kind === 'report') &&
  button(t.moderator.joining.together, 'gather', reportArgs(report, from));

const openButton = (report: Report, n: number, { t }: View, from: QueueView | undefined): Button =>
  button(t.moderator.joining.open(n), 'card', reportArgs(report, from));
