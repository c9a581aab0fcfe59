import { formatReceipt } from '../../../lib/identity/receipt.ts';
import { type Contribution, type CountedPeople, countedPeople } from '../../../lib/incident/contribution.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { asideReasons } from '../../../lib/report/vocabulary.ts';
import { button } from '../../callbacks/moderator.ts';
import { html, join, words } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { valueText } from '../../text/field-value.ts';
import { sourceName, type View } from '../../text/incident.ts';
import { incidentArgs } from './screens.ts';

/** How many of an incident's reports a screen offers. */
const maxOffered = 12;

/** What each report says of the killed and the injured, and which of these numbers does not count. */
export const numbersScreen = (
  incident: Incident,
  view: View,
  contributions: readonly Contribution[],
): Screen => {
  const { t } = view;
  const { numbers, buttons } = t.incidents;
  const shown = contributions.slice(0, maxOffered);
  const said = ({ answers, aside }: Contribution, of: CountedPeople) => {
    const why = aside?.[of];
    const note = why ? html` <i>(${numbers.aside}: ${t.terms.asideReasons[why]})</i>` : '';
    return html`${valueText(of, answers[of], view)}${note}`;
  };
  return {
    text: join([
      join([html`<b>${numbers.title}</b>`, html`${numbers.how}`], '\n'),
      ...shown.map((report, index) =>
        join(
          [
            html`${index + 1}. ${formatReceipt(report.id)} · ${words(sourceName(report.answers.source, t), 40)}`,
            ...countedPeople.map(of => html`${t.terms[of]}: ${said(report, of)}`),
          ],
          '\n',
        ),
      ),
    ]),
    buttons: keyboard(
      ...shown.map((report, index) =>
        countedPeople.map(of => numberButton(incident, report, of, index + 1, view)),
      ),
      [button(buttons.back, 'incident', { id: incident.id })],
    ),
    personal: true,
  };
};

/** Sets a number aside, or counts it again. There is nothing to set aside where none is given. */
const numberButton = (
  incident: Incident,
  { id: report, answers, aside }: Contribution,
  of: CountedPeople,
  n: number,
  { t }: View,
): Button | undefined => {
  const label = `${n}. ${t.terms[of]}`;
  const args = { ...incidentArgs(incident), of, report };
  if (aside?.[of]) return button(t.incidents.numbers.again(label), 'setAsideFor', args);
  return answers[of] === 'unknown' ? undefined : button(t.incidents.numbers.set(label), 'setAside', args);
};

/** Why a number is set aside. */
export const asideScreen = (
  incident: Incident,
  { of, report }: Readonly<{ of: CountedPeople; report: string }>,
  { t }: View,
): Screen => ({
  text: html`<b>${t.incidents.numbers.why(`${formatReceipt(report)}, ${t.terms[of]}`)}</b>`,
  buttons: keyboard(
    ...asideReasons.map(reason => [
      button(t.terms.asideReasons[reason], 'setAsideFor', { ...incidentArgs(incident), of, report, reason }),
    ]),
    [button(t.incidents.buttons.back, 'numbers', incidentArgs(incident))],
  ),
  personal: true,
});
