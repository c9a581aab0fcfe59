import type { Country } from '../../lib/country.ts';
import { formatReceipt, readReceipt } from '../../lib/identity/receipt.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import { formatPlace } from '../../lib/place/format.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { cut } from '../telegram/html.ts';
import { type Button, limits } from '../telegram/screen.ts';
import { dateText, occurredText, type View } from '../text/incident.ts';
import { type Question, questionArguments, readQuestion } from './question.ts';

/**
 * Links that open the bot at what was cited, `https://t.me/bot?start=iK7QF2M9XCA`, and the citations that hold them. After
 * `start=` Telegram allows 64 letters, digits, `_` and `-`: `i` and the code of an incident, or `s` and the question of a
 * summary as its button has it, in base64url.
 */

/** Telegram's limit (core.telegram.org/bots/features#deep-linking). */
const maxPayload = 64;
const summaryPrefix = readerCallbacks.data('summary', {});

/** Where a link leads to; undefined for what is no link of a reader's. */
export const readLink = (
  payload: string,
  country: Country,
): Readonly<{ incident: string }> | Readonly<{ question: Question }> | undefined => {
  const [kind, rest] = [payload.slice(0, 1), payload.slice(1)];
  const incident = kind === 'i' ? readReceipt(rest) : undefined;
  if (incident !== undefined) return { incident };
  if (kind !== 's') return undefined;
  const words = Buffer.from(rest, 'base64url').toString('utf8');
  if (Buffer.from(words).toString('base64url') !== rest) return undefined;
  const callback = readerCallbacks.parse(`${summaryPrefix}${words === '' ? '' : `:${words}`}`);
  return callback?.name === 'summary' ? { question: readQuestion(callback.args, country) } : undefined;
};

const linkTo = (bot: string, payload: string): string =>
  payload.length > maxPayload ? `https://t.me/${bot}` : `https://t.me/${bot}?start=${payload}`;

export const incidentLink = (bot: string, id: string): string => linkTo(bot, `i${id}`);

/**
 * The link that reproduces a summary: of a period that does not move with the days. One of more munitions than a link carries
 * leads to the bot.
 */
export const summaryLink = (bot: string, question: Question): string => {
  const words = readerCallbacks.data('summary', questionArguments(question)).slice(summaryPrefix.length + 1);
  return linkTo(bot, `s${Buffer.from(words).toString('base64url')}`);
};

/** A button that copies a citation: who says it, what, as of when, and where to see it. `what` is cut where it is too long. */
export const citationButton = (
  { what, date, link }: Readonly<{ what: string; date: string; link: string }>,
  { t }: View,
): Button => {
  const text = (said: string) => `${t.reader.cite.text(said, date)} ${link}`;
  const room = limits.copyLength - text('').length;
  return { text: t.reader.cite.copy, copy: text(cut(what, Math.max(1, room))) };
};

/** What a citation says of an incident: its code, place, time, munition, and how well it is supported. */
export const incidentCitation = (
  incident: Incident,
  { bot, today }: Readonly<{ bot: string; today: string }>,
  view: View,
): Button => {
  const { t, locale, country } = view;
  const { id, place, occurred, munition, grade } = incident;
  const what = [
    t.reader.cite.incident(formatReceipt(id)),
    formatPlace(place, locale, country),
    occurredText(occurred, locale),
    t.terms.munitions[munition],
    t.reader.incident.grades[grade],
  ].join('; ');
  const date = dateText(today, country.zone, locale);
  return citationButton({ what, date, link: incidentLink(bot, id) }, view);
};
