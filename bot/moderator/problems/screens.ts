import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Problem } from '../../../lib/store/chats/problems.ts';
import type { Readable } from '../../../lib/store/dynamodb/item.ts';
import { button, moderatorCallbacks } from '../../callbacks/moderator.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import { keyboard, pageButtons, pageOf } from '../../telegram/keyboard.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { instantText } from '../../text/instant.ts';

/** How many problems one screen lists, with two buttons each. */
const pageSize = 5;

/** What was put aside: what could not be told, released or read, since when and why. `page` counts from 0. */
export const problemsScreen = (
  { items, unreadable }: Readable<Problem>,
  page: number,
  view: View,
): Screen => {
  const { problems: texts, buttons } = view.t.moderator;
  const shown = pageOf(items, page, pageSize);
  const number = (index: number): number => shown.first + index + 1;
  return {
    text: join([
      html`<b>${texts.title(items.length)}</b>`,
      html`${items.length > 0 ? texts.how : texts.none}`,
      ...shown.items.map((problem, index) => problemText(problem, number(index), view)),
      unreadable > 0 ? html`<i>${texts.unreadable(unreadable)}</i>` : undefined,
    ]),
    buttons: keyboard(
      ...shown.items.map(({ id }, index) => [
        button(texts.again(number(index)), 'problemAgain', { problem: id, page: shown.page }),
        button(texts.dismiss(number(index)), 'problemDismiss', { problem: id, page: shown.page }),
      ]),
      [items.length > 1 && button(texts.allAgain, 'problemsAgain', {})],
      pageButtons(shown, { before: texts.earlier, after: texts.later }, to =>
        moderatorCallbacks.data('problems', { page: to }),
      ),
      [button(buttons.refresh, 'problems', { page: shown.page })],
    ),
  };
};

const problemText = (
  { what, subject, reason, state, since, tries }: Problem,
  n: number,
  view: View,
): Html => {
  const { problems: texts } = view.t.moderator;
  return join(
    [
      html`<b>${n}.</b> ${texts.what[what](nameOf(subject))}`,
      html`${texts.why}: ${texts.reasons[reason]}`,
      html`<i>${texts.since(instantText(since, view), tries)}. ${state === 'dismissed' ? '' : texts.states[state]}</i>`,
    ],
    '\n',
  );
};

/** A report or an incident as people name it; the key of anything else. */
const nameOf = (subject: string): string => {
  const id = /^(?:\w+#)?([0-9A-Z]{10})\b/.exec(subject)?.[1];
  return id === undefined ? subject : formatReceipt(id);
};
