import type { Checklist, Report } from '../../../lib/report/report.ts';
import { button, type Checks, type QueueView } from '../../callbacks/moderator.ts';
import { html, join } from '../../telegram/html.ts';
import { inPairs, keyboard } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { choiceLabel } from '../selection.ts';
import { cardWith, reportArgs } from './card.ts';

/** What a moderator checks before approving, in the order of the screen. */
const checklistItems = [
  'militaryPosition',
  'identifiesPerson',
  'graphic',
] as const satisfies readonly (keyof Checklist)[];

/** The checklist when nothing but what is ticked is shown. */
const ticked = (checks: Checks): Checklist => ({
  militaryPosition: checks.militaryPosition === true,
  identifiesPerson: checks.identifiesPerson === true,
  graphic: checks.graphic === true,
});

/**
 * The card with the checklist: the items are ticked, or none of them is, in one press. A military position rules approval
 * out.
 */
export const checklistScreen = (
  report: Report,
  checks: Checks,
  view: View,
  from: QueueView | undefined,
): Screen => {
  const { checklist: texts, buttons } = view.t.moderator;
  const args = reportArgs(report, from);
  const checklist = ticked(checks);
  const isBlocked = checklist.militaryPosition;
  const isWithheld = checklist.identifiesPerson || checklist.graphic;
  // As readers would see it after these answers.
  const checked: Report = {
    ...report,
    approvals: [...(report.approvals ?? []), { by: '', at: report.receivedAt, checklist }],
  };
  const note = join(
    [
      html`<b>${texts.title}</b>`,
      ...checklistItems.map(item => html`• ${texts.items[item]}`),
      isBlocked ? html`${texts.blocked}` : html`${texts.how}`,
      isWithheld && report.answers.post ? html`${texts.withheld}` : undefined,
      isWithheld ? html`${texts.whatMustGo}` : undefined,
    ],
    '\n',
  );
  const toggle = (item: keyof Checklist): Button => {
    const label = choiceLabel(texts.short[item], checklist[item]);
    const next = { ...checklist, [item]: !checklist[item] };
    return button(label, 'checklist', { ...args, checks: next });
  };
  return cardWith(
    checked,
    view,
    note,
    keyboard(
      [
        isBlocked && button(texts.rejectIt, 'rejectFor', { ...args, reason: 'military_position' }, 'danger'),
        !isBlocked &&
          button(isWithheld ? texts.only : texts.none, 'incidentFor', { ...args, checklist }, 'success'),
      ],
      ...inPairs(checklistItems.map(toggle)),
      [isWithheld && button(buttons.edit, 'edit', args)],
      [button(buttons.back, 'card', args)],
    ),
  );
};
