import {
  type Event,
  importActor,
  scheduleActor,
  type Verdict,
  witnessActor,
} from '../../../lib/history/event.ts';
import { type Html, html, isolated, join } from '../../telegram/html.ts';
import { keyboard, pageButtons, pageOf } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { fieldName, valueText } from '../../text/field-value.ts';
import type { View } from '../../text/incident.ts';
import { instantText } from '../../text/instant.ts';

/** How many events one screen shows, how many values of each, and how much of a value, in characters. */
const eventPageSize = 5;
const maxValues = 4;
const maxValueLength = 50;

/** A history with the verdict on its chain. `of` says what it is the history of. */
type CheckedHistory = Readonly<{
  of: string;
  events: readonly Event[];
  verdict: Verdict;
  /** How many events are missing in it because they cannot be read. */
  unreadable: number;
  nameOf: (key: string) => string | undefined;
}>;

/** A page of a history, the latest first: who did what and when, with each value old and new. Page 0 is the latest. */
export const historyScreen = (
  { of, events, verdict, unreadable, nameOf }: CheckedHistory,
  page: number,
  dataOf: (page: number) => string,
  back: Button,
  view: View,
): Screen => {
  const { history, buttons } = view.t.moderator;
  const whether = verdict.kind === 'whole' ? history.intact : history.broken(verdict.n);
  const shown = pageOf(events.toReversed(), page, eventPageSize);
  const { items, pages } = shown;
  return {
    text: join([
      html`<b>${history.title(of)}</b>${pages > 1 ? ` · ${history.page(shown.page + 1, pages)}` : ''}`,
      items.length === 0 ? html`${history.none}` : undefined,
      ...items.map(event => eventText(event, nameOf, view)),
      // With a gap nothing can be said of the chain: that an event cannot be read is no sign that it was changed.
      html`<i>${unreadable > 0 ? view.t.terms.unreadable(unreadable) : whether}</i>`,
    ]),
    buttons: keyboard(pageButtons(shown, { before: buttons.newer, after: buttons.older }, dataOf), [back]),
    personal: true,
  };
};

type NameOf = CheckedHistory['nameOf'];

const actorName = (by: string, nameOf: NameOf, { t }: View): string => {
  const { history, somebody } = t.moderator;
  if (by === witnessActor) return history.witness;
  if (by === scheduleActor) return history.schedule;
  if (by === importActor) return history.import;
  return isolated(nameOf(by) ?? somebody, 40);
};

const eventText = ({ n, at, by, kind, changes }: Event, nameOf: NameOf, view: View): Html => {
  const { t } = view;
  const { kinds } = t.moderator.history;
  const values = Object.entries(changes);
  return join(
    [
      html`<b>${n}. ${kinds[kind]}</b> · ${actorName(by, nameOf, view)}, ${instantText(at, view)}`,
      ...values.slice(0, maxValues).map(([field, { old, new: now }]) => {
        // The history of the team has the roles of members, by pseudonym.
        const member = nameOf(field);
        const value = (one: unknown): string =>
          valueText(member === undefined ? field : 'role', one, view, maxValueLength);
        const name = member === undefined ? fieldName(field, view) : isolated(member, 40);
        return html`• ${name}: ${textOf({ old, now }, value, view)}`;
      }),
      values.length > maxValues ? html`${t.reader.incident.more(values.length - maxValues)}` : undefined,
    ],
    '\n',
  );
};

/** A change in words. One without values is of something that was erased since. */
const textOf = (
  { old, now }: Readonly<{ old: unknown; now: unknown }>,
  value: (one: unknown) => string,
  { t }: View,
): string => {
  const { changed, was } = t.reader.changes;
  if (old === undefined) return now === undefined ? changed : value(now);
  return was(value(old), value(now));
};
