import type { InlineKeyboardMarkup, InlineQueryResult } from 'grammy/types';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { formatPlace } from '../../../lib/place/format.ts';
import type { Counters } from '../../../lib/summary/counters.ts';
import { cut, html } from '../../telegram/html.ts';
import type { Screen } from '../../telegram/screen.ts';
import { occurredText, type View } from '../../text/incident.ts';
import { sumText } from '../../text/people.ts';
import { incidentLink, mapLink, summaryLink } from '../citation.ts';
import { incidentScreen } from '../latest.ts';
import { periodText, type RequestedPeriod } from '../period.ts';
import type { Question } from '../question.ts';

/**
 * What is offered in another chat: cards that a press sends there as one's own message. They have no buttons but the way into
 * the bot, because the bot is not in that chat.
 */

/** Longer ones are cut off on a phone. */
const maxLineLength = 100;

/** The summary of an area, as the bot answers it. `area` says which. */
export const summaryResult = (
  screen: Screen,
  {
    question,
    area,
    total,
    suspected,
  }: Readonly<{ question: Question; area: string; total: Counters; suspected: number }>,
  { bot }: Readonly<{ bot: string }>,
  view: View,
): InlineQueryResult => {
  const { t } = view;
  const people = [
    `${t.terms.killed}: ${sumText(total.killed, total.incidents, view)}`,
    `${t.terms.injured}: ${sumText(total.injured, total.incidents, view)}`,
  ].join('; ');
  const incidents = total.incidents + suspected;
  const description = `${t.reader.summary.incidents(incidents)}. ${people}`;
  return article(
    {
      id: `s ${question.region ?? question.settlement ?? ''} ${question.munitions?.length ?? ''}`,
      title: t.follow.inline.summary(area),
      description: incidents === 0 ? t.reader.summary.noneSupported : description,
      link: summaryLink(bot, question),
    },
    screen,
    view,
  );
};

/** The map of an area: the picture where it was sent before, else a way to have it drawn in the bot. */
export const mapResult = (
  { question, area }: Readonly<{ question: Question; area: string }>,
  drawn: Readonly<{ file: string; spoken: string }> | undefined,
  { bot, period }: Readonly<{ bot: string; period: RequestedPeriod }>,
  view: View,
): InlineQueryResult => {
  const { follow, pictures } = view.t;
  const [title, description] = [follow.inline.map(area), periodText(period, view)];
  const link = mapLink(bot, question);
  const id = `m ${question.region ?? question.settlement ?? ''}`;
  if (!drawn)
    return article(
      { id, title, description, link },
      { text: html`<b>${pictures.title(area, description)}</b>\n${follow.inline.mapInBot}`, buttons: [] },
      view,
    );
  return {
    type: 'photo',
    id,
    photo_file_id: drawn.file,
    title: cut(title, maxLineLength),
    description: cut(description, maxLineLength),
    caption: drawn.spoken,
    reply_markup: { inline_keyboard: [[{ text: follow.openIncident, url: link }]] },
  };
};

/** An incident, with all that its details say. */
export const incidentResult = (
  incident: Incident,
  citing: Readonly<{ bot: string; today: string }>,
  view: View,
): InlineQueryResult => {
  const { t, locale, country } = view;
  const { id, phase, place, occurred, munition } = incident;
  return article(
    {
      id: `i ${id}`,
      title: `${t.terms.phases[phase]}: ${formatPlace(place, locale, country)}`,
      description: `${occurredText(occurred, locale)}; ${t.terms.munitions[munition]}; ${formatReceipt(id)}`,
      link: incidentLink(citing.bot, id),
    },
    incidentScreen(incident, {}, view, citing),
    view,
  );
};

const article = (
  {
    id,
    title,
    description,
    link,
  }: Readonly<{ id: string; title: string; description: string; link: string }>,
  { text }: Screen,
  { t }: View,
): InlineQueryResult => ({
  type: 'article',
  id,
  title: cut(title, maxLineLength),
  description: cut(description, maxLineLength),
  input_message_content: {
    message_text: text.source,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  },
  reply_markup: {
    inline_keyboard: [[{ text: t.follow.openIncident, url: link }]],
  } satisfies InlineKeyboardMarkup,
});
