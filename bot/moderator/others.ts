import { formatReceipt } from '../../lib/identity/receipt.ts';
import { type Report, type ReportStatus, reportStatuses } from '../../lib/report/report.ts';
import { formatInstant } from '../../lib/time/format.ts';
import { callbackData } from '../telegram/callback-data.ts';
import { html, join } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';
import type { View } from '../text/incident.ts';
import { inPairs } from './queue/screens.ts';
import { pathOf } from './report/card.ts';

/** How many reports of one person are looked at, and how many of them are listed. */
export const othersLimit = 50;
const listed = 8;

/** What other reports of a report's pseudonym came to, the latest first, and whether anything is taken from them. */
export const othersScreen = (
  report: Report,
  found: Readonly<{ reports: readonly Report[]; more: boolean; muted: boolean }>,
  view: View,
  from: string | undefined,
): Screen => {
  const { t, locale, country } = view;
  const { others, buttons, statuses } = t.moderator;
  const rest = found.reports.filter(({ id }) => id !== report.id);
  const count = (status: ReportStatus): number => rest.filter(one => one.status === status).length;
  const path = pathOf(report, from);
  return {
    text: join([
      html`<b>${others.title}</b>`,
      html`${
        rest.length === 0
          ? others.none
          : reportStatuses
              .filter(status => count(status) > 0)
              .map(status => others.count(statuses[status], count(status)))
              .join('; ')
      }`,
      rest.length === 0
        ? undefined
        : join(
            rest.slice(0, listed).map(({ id, status, receivedAt, rejection }) => {
              const why =
                status === 'rejected' && rejection ? ` (${t.terms.rejectionReasons[rejection.reason]})` : '';
              return html`• ${formatReceipt(id)} · ${formatInstant(receivedAt, country.zone, locale)} · ${statuses[status]}${why}`;
            }),
            '\n',
          ),
      found.more ? html`${others.more}` : undefined,
      found.muted ? html`<b>${others.muted}</b>` : undefined,
      html`<i>${others.about}</i>`,
    ]),
    buttons: [
      ...inPairs(
        rest.slice(0, listed).map(one => ({
          text: formatReceipt(one.id),
          data: callbackData('m', 'card', ...pathOf(one, from)),
        })),
      ),
      [
        found.muted
          ? { text: others.unmute, data: callbackData('m', 'unmute', ...path) }
          : { text: others.mute, data: callbackData('m', 'mute', ...path), style: 'danger' },
      ],
      [{ text: buttons.back, data: callbackData('m', 'card', ...path) }],
    ],
    personal: true,
  };
};

/** Asks once more before nothing is taken from somebody any more. */
export const muteScreen = (report: Report, { t }: View, from: string | undefined): Screen => {
  const { others, buttons } = t.moderator;
  const path = pathOf(report, from);
  return {
    text: html`${others.confirm}`,
    buttons: [
      [{ text: others.muteYes, data: callbackData('m', 'mute_yes', ...path), style: 'danger' }],
      [{ text: buttons.back, data: callbackData('m', 'others', ...path) }],
    ],
    personal: true,
  };
};
