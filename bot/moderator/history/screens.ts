import { type Event, scheduleActor, type Verdict, witnessActor } from '../../../lib/history/event.ts';
import { formatInstant } from '../../../lib/time/format.ts';
import { type Html, html, isolated, join } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { fieldName, valueText } from '../../text/field-value.ts';
import type { View } from '../../text/incident.ts';

/** How many events one screen shows, and how many values of each. */
const eventsShown = 5;
const valuesShown = 4;
const valueLength = 50;

/** A history and how its screen is found: `of` says what it is the history of, `turn` makes the press of another page. */
export type Told = Readonly<{
  of: string;
  events: readonly Event[];
  verdict: Verdict;
  nameOf: (key: string) => string | undefined;
}>;

/** A page of a history, the latest first: who, when, what, and each value old and new. Page 0 is the latest. */
export const historyScreen = (
  { of, events, verdict, nameOf }: Told,
  page: number,
  turn: (page: number) => string,
  back: Button | undefined,
  view: View,
): Screen => {
  const { history, buttons } = view.t.moderator;
  const pages = Math.max(1, Math.ceil(events.length / eventsShown));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const items = events.toReversed().slice(shown * eventsShown, (shown + 1) * eventsShown);
  return {
    text: join([
      html`<b>${history.title(of)}</b>${pages > 1 ? ` · ${history.page(shown + 1, pages)}` : ''}`,
      items.length === 0 ? html`${history.none}` : undefined,
      ...items.map(event => eventText(event, nameOf, view)),
      html`<i>${verdict.kind === 'whole' ? history.intact : history.broken(verdict.n)}</i>`,
    ]),
    buttons: [
      [
        ...(shown > 0 ? [{ text: buttons.newer, data: turn(shown - 1) }] : []),
        ...(shown < pages - 1 ? [{ text: buttons.older, data: turn(shown + 1) }] : []),
      ],
      back ? [back] : [],
    ].filter(row => row.length > 0),
    personal: true,
  };
};

const eventText = ({ n, at, by, kind, changes }: Event, nameOf: Told['nameOf'], view: View): Html => {
  const { t, locale, country } = view;
  const { history, somebody } = t.moderator;
  const who =
    by === witnessActor
      ? history.witness
      : by === scheduleActor
        ? history.schedule
        : isolated(nameOf(by) ?? somebody, 40);
  const values = Object.entries(changes);
  return join(
    [
      html`<b>${n}. ${history.kinds[kind]}</b> · ${who}, ${formatInstant(at, country.zone, locale)}`,
      ...values.slice(0, valuesShown).map(([field, { old, new: now }]) => {
        // The history of the team has members, by pseudonym, and their roles.
        const member = nameOf(field);
        const value = (one: unknown): string =>
          valueText(member === undefined ? field : 'role', one, view, valueLength);
        const name = member === undefined ? fieldName(field, view) : isolated(member, 40);
        const text = old === undefined ? value(now) : t.reader.changes.was(value(old), value(now));
        return html`• ${name}: ${text}`;
      }),
      values.length > valuesShown ? html`${t.reader.incident.more(values.length - valuesShown)}` : undefined,
    ],
    '\n',
  );
};
