import type { Checklist, Report } from '../../../lib/report/report.ts';
import { button, type Checks, type QueueView } from '../../callbacks/moderator.ts';
import { html, join } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { cardWith, pathOf } from './card.ts';

/** What a moderator checks before approving, in the order of the screen. */
const checklistItems = [
  'militaryPosition',
  'identifiesPerson',
  'graphic',
] as const satisfies readonly (keyof Checklist)[];

const allClear: Checklist = { militaryPosition: false, identifiesPerson: false, graphic: false };

/** The checklist once every item is answered. */
const completed = ({ militaryPosition, identifiesPerson, graphic }: Checks): Checklist | undefined =>
  militaryPosition === undefined || identifiesPerson === undefined || graphic === undefined
    ? undefined
    : { militaryPosition, identifiesPerson, graphic };

/** The card with the checklist. Every item has to be answered, and a military position rules approval out. */
export const checklistScreen = (
  report: Report,
  checks: Checks,
  view: View,
  from: QueueView | undefined,
): Screen => {
  const { checklist: texts, buttons } = view.t.moderator;
  const path = pathOf(report, from);
  const checklist = completed(checks);
  const isBlocked = checks.militaryPosition === true;
  const isWithheld = checks.identifiesPerson === true || checks.graphic === true;
  // As readers would see it after these answers.
  const checked: Report = {
    ...report,
    approvals: [
      ...(report.approvals ?? []),
      { by: '', at: report.receivedAt, checklist: { ...allClear, ...checks } },
    ],
  };
  const word = (value: boolean): string => (value ? texts.yes : texts.no);
  const note = join(
    [
      html`<b>${texts.title}</b>`,
      ...checklistItems.map(item => {
        const value = checks[item];
        return html`• ${texts.items[item]} ${value === undefined ? '' : html`<b>${word(value)}</b>`}`;
      }),
      isBlocked ? html`${texts.blocked}` : undefined,
      isWithheld && report.answers.post ? html`${texts.withheld}` : undefined,
      isWithheld ? html`${texts.whatMustGo}` : undefined,
      isBlocked || checklist ? undefined : html`${texts.answerAll}`,
    ],
    '\n',
  );
  return cardWith(
    checked,
    view,
    note,
    keyboard(
      ...checklistItems.map(item =>
        [false, true].map(value =>
          button(`${checks[item] === value ? '● ' : ''}${texts.short[item]}: ${word(value)}`, 'checklist', {
            ...path,
            checks: { ...checks, [item]: value },
          }),
        ),
      ),
      [
        isBlocked && button(texts.rejectIt, 'rejectFor', { ...path, reason: 'military_position' }, 'danger'),
        isWithheld && button(buttons.edit, 'edit', path),
        !isBlocked && checklist && button(buttons.goOn, 'incidentFor', { ...path, checklist }, 'success'),
      ],
      [button(buttons.back, 'card', path)],
    ),
  );
};
