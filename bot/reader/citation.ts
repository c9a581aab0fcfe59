import type { Country } from '../../lib/country.ts';
import { formatReceipt, readReceipt } from '../../lib/identity/receipt.ts';
import type { Incident } from '../../lib/incident/incident.ts';
import { formatPlace } from '../../lib/place/format.ts';
import { cursorBefore } from '../../lib/store/dynamodb/page.ts';
import { readerCallbacks } from '../callbacks/reader.ts';
import { cut } from '../telegram/html.ts';
import { type Button, limits } from '../telegram/screen.ts';
import { dateText, occurredText, type View } from '../text/incident.ts';
import { type Choice, listData, readChoice } from './choice.ts';
import { shortPeriodCode } from './period.ts';
import { type Question, questionArguments, readQuestion } from './question.ts';

/**
 * Links that open the bot at what was cited, `https://t.me/bot?start=iK7QF2M9XCA`, and the citations that hold them. After
 * `start=` Telegram allows 64 letters, digits, `_` and `-`: `i` and the code of an incident; `s` and the question of a summary,
 * `m` and that of a map, `l` and the choice of a list, or `p` and that of one of a period as their buttons have them, in base64url;
 * `c` and a place among the corrections.
 */

/** Telegram's limit (core.telegram.org/bots/features#deep-linking). */
const maxPayload = 64;
const summaryPrefix = readerCallbacks.data('summary', {});
const listPrefix = readerCallbacks.data('latest', {});
const periodListPrefix = 'r:list';

/** What a citation needs besides what it cites: the name of the bot, and the day. */
export type Citing = Readonly<{ bot: string; today: string }>;

type Led = Readonly<
  | { incident: string }
  | { question: Question }
  | { map: Question }
  | { choice: Choice }
  | { changesAfter: string | undefined }
>;

/** Where a link leads to; undefined for what is no link of a reader's. */
export const readLink = (payload: string, country: Country): Led | undefined => {
  const [kind, rest] = [payload.slice(0, 1), payload.slice(1)];
  const incident = kind === 'i' ? readReceipt(rest) : undefined;
  if (incident !== undefined) return { incident };
  if (kind === 'c') return { changesAfter: rest === '' ? undefined : rest };
  const prefix = { s: summaryPrefix, m: summaryPrefix, l: listPrefix, p: periodListPrefix }[kind];
  const words = Buffer.from(rest, 'base64url').toString('utf8');
  if (prefix === undefined || Buffer.from(words).toString('base64url') !== rest) return undefined;
  const callback = readerCallbacks.parse(`${prefix}${words === '' ? '' : `:${words}`}`);
  if (callback?.name === 'latest' || callback?.name === 'list')
    return { choice: readChoice(callback.args, country) };
  if (callback?.name !== 'summary') return undefined;
  const question = readQuestion(callback.args, country);
  return kind === 'm' ? { map: question } : { question };
};

/** The words of a button, for a link. */
const inLink = (data: string, prefix: string): string =>
  Buffer.from(data.slice(prefix.length + 1)).toString('base64url');

const linkTo = (bot: string, payload: string): string =>
  payload.length > maxPayload ? `https://t.me/${bot}` : `https://t.me/${bot}?start=${payload}`;

export const incidentLink = (bot: string, id: string): string => linkTo(bot, `i${id}`);

/**
 * The link that reproduces a summary, of a period that does not move with the days.
 */
export const summaryLink = (bot: string, question: Question): string => questionLink(bot, 's', question);

/** The link that shows such a summary and its map. */
export const mapLink = (bot: string, question: Question): string => questionLink(bot, 'm', question);

const questionLink = (bot: string, letter: 's' | 'm', question: Question): string => {
  const period = shortPeriodCode(question.requested);
  const data = readerCallbacks.data('summary', { ...questionArguments(question), period });
  return linkTo(bot, `${letter}${inLink(data, summaryPrefix)}`);
};

/** The link to a list as it stands, where a link has room for it: what is published later does not come into it. */
const listLink = (
  bot: string,
  choice: Choice,
  { id, publishedAt: at }: Pick<Incident, 'id' | 'publishedAt'>,
): string => {
  const { position = at && `a${cursorBefore({ at, id })}` } = choice;
  const [letter, prefix] =
    choice.period === undefined ? (['l', listPrefix] as const) : (['p', periodListPrefix] as const);
  const data = (whole: Choice) => inLink(listData(whole), prefix);
  const exact = data({ ...choice, position });
  return linkTo(
    bot,
    `${letter}${exact.length < maxPayload ? exact : data({ ...choice, position: undefined })}`,
  );
};

/** A citation of a list: what it is of, and the codes of what stands in it. */
export const listCitation = (
  items: readonly Incident[],
  {
    choice,
    lines,
    citing: { bot, today },
  }: Readonly<{ choice: Choice; lines: readonly string[]; citing: Citing }>,
  view: View,
): Button | undefined => {
  const [first] = items;
  if (!first) return undefined;
  const codes = items.map(({ id }) => formatReceipt(id)).join(', ');
  return citationButton(
    {
      what: [view.t.reader.cite.list(codes), ...lines].join('; '),
      date: dateText(today, view.country.zone, view.locale),
      link: listLink(bot, choice, first),
    },
    view,
  );
};

/** A citation of the corrections from one place in their list on. */
export const changesCitation = (
  incidents: readonly string[],
  { after, citing: { bot, today } }: Readonly<{ after: string | undefined; citing: Citing }>,
  view: View,
): Button => {
  const codes = [...new Set(incidents)].map(formatReceipt).join(', ');
  return citationButton(
    {
      what: view.t.reader.cite.changes(codes),
      date: dateText(today, view.country.zone, view.locale),
      link: linkTo(bot, `c${after ?? ''}`),
    },
    view,
  );
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
export const incidentCitation = (incident: Incident, { bot, today }: Citing, view: View): Button => {
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
