import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Report } from '../../../lib/report/report.ts';
import { listedReasons } from '../../callbacks/codes.ts';
import { button, type QueueView } from '../../callbacks/moderator.ts';
import { html, join } from '../../telegram/html.ts';
import { inPairs, keyboard } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { choiceLabel } from '../selection.ts';
import { type Queued, queueLine } from './screens.ts';

/** How many reports can be rejected together: as many as fit on one screen and can be compared by a person. */
export const selectionPageSize = 10;

/** A report as it was chosen: a decision on it holds for this version only. */
export type Selected = Readonly<Pick<Report, 'id' | 'version'>>;

const pickButton = ({ id, version }: Selected, isChosen: boolean, view: QueueView): Button =>
  button(choiceLabel(formatReceipt(id), isChosen), 'pick', { id, version, view });

/** A page of the queue on which reports are chosen, to be rejected together. */
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
    buttons: keyboard(
      ...inPairs(items.map(report => pickButton(report, isChosen(report), queue))),
      [
        count < items.length
          ? button(bulk.all, 'pickAll', { view: queue })
          : button(bulk.noneOf, 'select', { view: queue }),
        count > 0 && button(bulk.goOn(count), 'rejectPicked', { view: queue }, 'danger'),
      ],
      [button(buttons.toQueue, 'queue', { view: queue })],
    ),
    personal: true,
  };
};

/** The reasons to reject the chosen reports for. They stay on the keyboard, and can still be left out. */
export const selectionReasonsScreen = (chosen: readonly Selected[], queue: QueueView, view: View): Screen => {
  const { t } = view;
  const { bulk, buttons } = t.moderator;
  return {
    text: join([
      html`<b>${bulk.why}</b>`,
      html`${bulk.chosen(chosen.length)}: ${chosen.map(({ id }) => formatReceipt(id)).join(', ')}`,
    ]),
    buttons: [
      ...inPairs(chosen.map(report => pickButton(report, true, queue))),
      ...listedReasons.map(reason => [
        button(t.terms.rejectionReasons[reason], 'rejectPickedFor', { reason, view: queue }, 'danger'),
      ]),
      [button(buttons.back, 'select', { view: queue })],
    ],
    personal: true,
  };
};

/** How many reports were rejected, and which were left because they had changed or were claimed. */
export const selectionDoneScreen = (
  rejected: number,
  left: readonly string[],
  { position: _, ...queue }: QueueView,
  { t }: View,
): Screen => {
  const { bulk, buttons } = t.moderator;
  return {
    text: join([
      html`<b>${bulk.done(rejected)}</b>`,
      left.length > 0 ? html`${bulk.left(left.map(formatReceipt).join(', '))}` : undefined,
    ]),
    buttons: [[button(buttons.toQueue, 'queue', { view: queue })]],
  };
};
