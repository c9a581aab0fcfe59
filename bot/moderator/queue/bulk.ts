import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Report } from '../../../lib/report/report.ts';
import type { Outline } from '../../../lib/review/outline.ts';
import { listedReasons } from '../../callbacks/codes.ts';
import { button, type QueueView } from '../../callbacks/moderator.ts';
import { type Html, html, join } from '../../telegram/html.ts';
import { inPairs, keyboard } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { placeLabel } from '../place-label.ts';
import { choiceLabel } from '../selection.ts';
import { type Queued, queueLine } from './screens.ts';

/** A report as it was chosen: a decision on it holds for this version only. */
export type Selected = Readonly<Pick<Report, 'id' | 'version'>>;

/** The reports to choose among, with what a list of them needs. */
export type Selectable = Readonly<{ items: readonly Outline[] }> & Pick<Queued, 'me' | 'nameOf'>;

const isIn = (chosen: readonly Selected[], { id, version }: Selected): boolean =>
  chosen.some(one => one.id === id && one.version === version);

const pickButtons = (
  items: readonly Outline[],
  chosen: readonly Selected[],
  queue: QueueView,
  view: View,
): readonly (readonly Button[])[] =>
  inPairs(
    items.map((report, index) =>
      button(choiceLabel(placeLabel(report.place, index + 1, view), isIn(chosen, report)), 'pick', {
        id: report.id,
        version: report.version,
        view: queue,
      }),
    ),
  );

const linesOf = (list: Selectable, now: Date, view: View): readonly Html[] =>
  list.items.map((report, index) => queueLine(report, index + 1, list, now, view));

/** Reports of which several are chosen, to be decided together. */
export const selectionScreen = (
  list: Selectable,
  chosen: readonly Selected[],
  queue: QueueView,
  now: Date,
  view: View,
): Screen => {
  const { bulk, buttons } = view.t.moderator;
  const { items } = list;
  const count = items.filter(report => isIn(chosen, report)).length;
  return {
    text: join([
      join([html`<b>${bulk.title}</b>`, html`${bulk.how}`, html`${bulk.chosen(count)}`], '\n'),
      ...linesOf(list, now, view),
    ]),
    buttons: keyboard(
      ...pickButtons(items, chosen, queue, view),
      [count < items.length && button(bulk.all, 'pickAll', { view: queue })],
      count > 0
        ? [
            button(bulk.approve(count), 'approvePicked', { view: queue }, 'success'),
            button(bulk.reject(count), 'rejectPicked', { view: queue }, 'danger'),
          ]
        : undefined,
      [button(buttons.toQueue, 'queue', { view: queue })],
    ),
    personal: true,
  };
};

/** The reasons to reject the chosen reports for. They stay on the keyboard, and can still be left out. */
export const selectionReasonsScreen = (list: Selectable, queue: QueueView, now: Date, view: View): Screen => {
  const { t } = view;
  const { bulk, buttons } = t.moderator;
  return {
    text: join([
      join([html`<b>${bulk.why}</b>`, html`${bulk.chosen(list.items.length)}`], '\n'),
      ...linesOf(list, now, view),
    ]),
    buttons: [
      ...pickButtons(list.items, list.items, queue, view),
      ...listedReasons.map(reason => [
        button(t.terms.rejectionReasons[reason], 'rejectPickedFor', { reason, view: queue }, 'danger'),
      ]),
      [button(buttons.back, 'pickAll', { view: queue })],
    ],
    personal: true,
  };
};

/** What is confirmed by approving the chosen reports, as one incident or each as its own. */
export const selectionApprovalScreen = (
  list: Selectable,
  queue: QueueView,
  now: Date,
  view: View,
): Screen => {
  const { bulk, buttons, checklist } = view.t.moderator;
  const { items } = list;
  const strikes = new Set(items.map(({ place, day }) => `${place.settlementId} ${place.region} ${day}`));
  return {
    text: join([
      join([html`<b>${bulk.sure}</b>`, html`${bulk.chosen(items.length)}`], '\n'),
      ...linesOf(list, now, view),
      join([bulk.confirms, ...Object.values(checklist.items).map(item => `• ${item}`)], '\n'),
      items.some(({ hasEvidence }) => hasEvidence) ? html`${bulk.seenEvidence}` : undefined,
      strikes.size > 1 ? html`<b>${bulk.differ}</b>` : undefined,
    ]),
    buttons: keyboard(
      ...pickButtons(items, items, queue, view),
      [items.length > 1 && button(bulk.asOne, 'approvePickedAs', { as: 'one', view: queue }, 'success')],
      [
        button(
          items.length > 1 ? bulk.each : bulk.single,
          'approvePickedAs',
          { as: 'each', view: queue },
          'success',
        ),
      ],
      [button(buttons.back, 'pickAll', { view: queue })],
    ),
    personal: true,
  };
};

/**
 * What came of deciding together, with the way back unless this was it. `done` are listed with their versions as they are
 * now: the buttons are what is taken back. `left` had changed or were claimed.
 */
export const selectionDoneScreen = (
  said: string,
  {
    done,
    left,
    isUndone,
  }: Readonly<{ done: readonly Selected[]; left: readonly string[]; isUndone?: boolean }>,
  { position: _, ...queue }: QueueView,
  { t }: View,
): Screen => {
  const { bulk, buttons } = t.moderator;
  return {
    text: join([
      html`<b>${said}</b>`,
      left.length > 0 ? html`${bulk.left(left.map(formatReceipt).join(', '))}` : undefined,
    ]),
    buttons: keyboard(
      ...inPairs(
        done.map(({ id, version }, index) =>
          button(`${index + 1}. ${formatReceipt(id)}`, 'card', { id, version, from: { list: queue.list } }),
        ),
      ),
      [!isUndone && done.length > 0 && button(bulk.undo(done.length), 'undoPicked', { view: queue })],
      [button(buttons.toQueue, 'queue', { view: queue })],
    ),
    personal: true,
  };
};
