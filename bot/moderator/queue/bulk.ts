import type { InlineKeyboardMarkup } from 'grammy/types';
import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Report } from '../../../lib/report/report.ts';
import { callbackData, parseCallbackData } from '../../telegram/callback-data.ts';
import { html, join } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { type QueueView, queuePath } from '../callbacks.ts';
import { listedReasons, readCardPath, reasonCode } from '../report/card.ts';
import { inPairs, type Queued, queueLine } from './screens.ts';

/** How many reports can be chosen at once: as many as one screen can show and a person can compare. */
export const selectionPageSize = 10;

/** A report as it was chosen: a decision on it holds for this version only. */
export type Selected = Readonly<Pick<Report, 'id' | 'version'>>;

const mark = '☑ ';

/**
 * What is chosen, as the keyboard says that the person looks at. It is kept nowhere else: the message is the state, every
 * moderator in a group sees the same, and each decision is checked against the report as it is then.
 */
export const selectedIn = (keyboard: InlineKeyboardMarkup | undefined): readonly Selected[] =>
  (keyboard?.inline_keyboard ?? []).flat().flatMap(button => {
    if (!('callback_data' in button) || !button.callback_data || !button.text.startsWith(mark)) return [];
    const [, name, ...path] = parseCallbackData(button.callback_data);
    const card = name === 'pick' ? readCardPath(path) : undefined;
    return card ? [{ id: card.id, version: card.version }] : [];
  });

const pickButton = ({ id, version }: Selected, isChosen: boolean, queue: QueueView): Button => ({
  text: `${isChosen ? mark : ''}${formatReceipt(id)}`,
  data: callbackData('m', 'pick', id, String(version), queuePath(queue)),
});

/** A page of the queue, of which reports are chosen to be rejected together. */
export const selectionScreen = (
  queued: Queued,
  chosen: readonly Selected[],
  queue: QueueView,
  now: Date,
  view: View,
): Screen => {
  const { bulk, buttons } = view.t.moderator;
  const { items } = queued.page;
  const isChosen = ({ id }: Selected): boolean => chosen.some(one => one.id === id);
  const count = items.filter(isChosen).length;
  return {
    text: join([
      join([html`<b>${bulk.title}</b>`, html`${bulk.how}`, html`${bulk.chosen(count)}`], '\n'),
      ...items.map(report => queueLine(report, queued, now, view)),
    ]),
    buttons: [
      ...inPairs(items.map(report => pickButton(report, isChosen(report), queue))),
      [
        count < items.length
          ? { text: bulk.all, data: callbackData('m', 'pick_all', queuePath(queue)) }
          : { text: bulk.noneOf, data: callbackData('m', 'select', queuePath(queue)) },
        ...(count > 0
          ? [
              {
                text: bulk.goOn(count),
                data: callbackData('m', 'picked', queuePath(queue)),
                style: 'danger' as const,
              },
            ]
          : []),
      ],
      [{ text: buttons.toQueue, data: callbackData('m', 'queue', queuePath(queue)) }],
    ],
    personal: true,
  };
};

/** Why the chosen ones are rejected. What is chosen stays on the keyboard, and can still be left out. */
export const selectionReasonsScreen = (chosen: readonly Selected[], queue: QueueView, view: View): Screen => {
  const { t } = view;
  const { bulk, buttons } = t.moderator;
  return {
    text: join([
      html`<b>${bulk.why}</b>`,
      html`${bulk.chosen(chosen.length)}: ${chosen.map(({ id }) => formatReceipt(id)).join(', ')}`,
    ]),
    buttons: [
      ...inPairs(chosen.map(one => pickButton(one, true, queue))),
      ...listedReasons.map(reason => [
        {
          text: t.terms.rejectionReasons[reason],
          data: callbackData('m', 'bulk', reasonCode(reason), queuePath(queue)),
          style: 'danger' as const,
        },
      ]),
      [{ text: buttons.back, data: callbackData('m', 'select', queuePath(queue)) }],
    ],
    personal: true,
  };
};

/** What became of them. */
export const selectionDoneScreen = (
  done: number,
  left: readonly string[],
  queue: QueueView,
  { t }: View,
): Screen => {
  const { bulk, buttons } = t.moderator;
  const { cursor: _, ...whole } = queue;
  return {
    text: join([
      html`<b>${bulk.done(done)}</b>`,
      left.length > 0 ? html`${bulk.left(left.map(formatReceipt).join(', '))}` : undefined,
    ]),
    buttons: [[{ text: buttons.toQueue, data: callbackData('m', 'queue', queuePath(whole)) }]],
  };
};
