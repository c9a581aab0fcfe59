import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Reason } from '../../../lib/incident/duplicate.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { type Html, html, join, words } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { formatAge } from '../../text/age.ts';
import { occurredText, type View } from '../../text/incident.ts';
import { inPairs } from '../queue/screens.ts';
import { pathOf } from './card.ts';
import { type Checks, checksCode } from './checklist.ts';

/** Why two may be the same, as a moderator reads it: "2 km apart, same day, both cluster munition". */
export const reasonText = (
  reason: Reason,
  munition: Report['answers']['munition'],
  { t, locale }: View,
): string => {
  const { similar } = t.moderator;
  const digits = (n: number, places: number): string =>
    n.toLocaleString(locale, { maximumFractionDigits: places });
  const far = (metres: number): string =>
    metres < 950
      ? similar.metres(digits(Math.round(metres / 10) * 10, 0))
      : similar.kilometres(digits(metres / 1000, 1));
  const { distanceMetres, apartMinutes, precision } = reason;
  return [
    distanceMetres === undefined
      ? similar.sameArea
      : distanceMetres < 50
        ? similar.samePlace
        : far(distanceMetres),
    apartMinutes === 0
      ? similar.sameTimes[precision]
      : similar.apart(formatAge(apartMinutes * 60_000, locale)),
    {
      same: similar.both(t.terms.munitions[munition].toLocaleLowerCase(locale)),
      related: similar.related,
      unknown: similar.munitionUnknown,
    }[reason.munition],
  ].join(', ');
};

/** One suggestion: what it is, where, when, what, and why it is suggested. */
const suggestionText = (suggestion: Duplicate, n: number, own: Report, view: View): Html => {
  const { t, locale, country } = view;
  const { joining, similar } = t.moderator;
  const facts = suggestion.kind === 'incident' ? suggestion.incident : suggestion.report.answers;
  const name =
    suggestion.kind === 'incident'
      ? `${joining.incident(formatReceipt(suggestion.incident.id))}${suggestion.incident.id === own.incident ? ` (${joining.own})` : ''}`
      : joining.report(formatReceipt(suggestion.report.id));
  return join(
    [
      html`<b>${n}. ${name}</b>`,
      html`${words(formatPlace(facts.place, locale, country), 100)}`,
      html`${occurredText(facts.occurred, locale)}`,
      html`${t.terms.munitions[facts.munition]}${suggestion.kind === 'incident' ? ` · ${t.reader.incident.reports(suggestion.incident.reportCount)} · ${t.incidents.statuses[suggestion.incident.status]}` : ''}`,
      html`<i>${similar.why}: ${reasonText(suggestion.reason, own.answers.munition, view)}</i>`,
    ],
    '\n',
  );
};

/** The report itself, in the same lines, to compare with. */
const ownText = ({ answers }: Report, { t, locale, country }: View): Html =>
  join(
    [
      html`${words(formatPlace(answers.place, locale, country), 100)}`,
      html`${occurredText(answers.occurred, locale)}`,
      html`${t.terms.munitions[answers.munition]}`,
    ],
    '\n',
  );

/** The last question before approving: a new incident, or one of those that may be the same. */
export const joiningScreen = (
  report: Report,
  checks: Checks,
  suggestions: readonly Duplicate[],
  present: Incident | undefined,
  view: View,
  from: string | undefined,
): Screen => {
  const { joining, buttons } = view.t.moderator;
  const path = pathOf(report, from);
  const [id = '', version = '', ...rest] = path;
  const into = (text: string, incident: string, style?: Button['style']): Button => ({
    text,
    data: callbackData('m', 'j', id, version, checksCode(checks), incident, ...rest),
    ...(style && { style }),
  });
  const others = suggestions.filter(one => one.kind !== 'incident' || one.incident.id !== present?.id);
  return {
    text: join([
      join([html`<b>${joining.title(formatReceipt(report.id))}</b>`, ownText(report, view)], '\n'),
      html`${suggestions.length > 0 ? joining.found : joining.none}`,
      ...suggestions.map((suggestion, index) => suggestionText(suggestion, index + 1, report, view)),
    ]),
    buttons: [
      ...(present ? [[into(joining.stay, present.id, 'success')]] : []),
      [into(joining.isNew, 'new', present ? undefined : 'success')],
      ...others.map(suggestion =>
        suggestion.kind === 'incident'
          ? [into(joining.join(suggestions.indexOf(suggestion) + 1), suggestion.incident.id)]
          : [opening(suggestion.report, view, from)],
      ),
      [{ text: buttons.back, data: callbackData('m', 'check', id, version, checksCode(checks), ...rest) }],
    ],
    personal: true,
  };
};

/** What may be the same as a report, only to be looked at. */
export const similarScreen = (
  report: Report,
  suggestions: readonly Duplicate[],
  view: View,
  from: string | undefined,
): Screen => {
  const { joining, similar, buttons } = view.t.moderator;
  return {
    text: join([
      join([html`<b>${similar.title(formatReceipt(report.id))}</b>`, ownText(report, view)], '\n'),
      html`${suggestions.length > 0 ? joining.found : joining.none}`,
      ...suggestions.map((suggestion, index) => suggestionText(suggestion, index + 1, report, view)),
    ]),
    buttons: [
      ...inPairs(
        suggestions.map(suggestion =>
          suggestion.kind === 'incident'
            ? {
                text: joining.incident(formatReceipt(suggestion.incident.id)),
                data: callbackData('m', 'incident', suggestion.incident.id),
              }
            : opening(suggestion.report, view, from),
        ),
      ),
      [{ text: buttons.back, data: callbackData('m', 'card', ...pathOf(report, from)) }],
    ],
    personal: true,
  };
};

const opening = (report: Report, { t }: View, from: string | undefined): Button => ({
  text: t.moderator.joining.open(formatReceipt(report.id)),
  data: callbackData('m', 'card', ...pathOf(report, from)),
});
