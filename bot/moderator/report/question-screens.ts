import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Report } from '../../../lib/report/report.ts';
import { questionTemplates } from '../../../lib/report/vocabulary.ts';
import { button, type QueueView } from '../../callbacks/moderator.ts';
import { type Html, html, isolated, join, lengthOf, quote } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import { limits, type Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { instantText } from '../../text/instant.ts';
import { wordingText } from '../../text/wording.ts';
import { cardWith, reportArgs } from './card.ts';

/** The card with the common questions, and one's own. */
export const askingScreen = (report: Report, view: View, from: QueueView | undefined): Screen => {
  const { asking, buttons } = view.t.moderator;
  const args = reportArgs(report, from);
  return cardWith(report, view, html`<b>${asking.title}</b>`, [
    ...questionTemplates.map(template => [
      button(asking.templates[template], 'askFor', { ...args, template }),
    ]),
    [button(buttons.inWords, 'askInWords', args)],
    [button(buttons.back, 'card', args)],
  ]);
};

/** How much of each question and answer is shown at least, in characters; the history has all of it. */
const leastLength = 120;

/** All questions to the witness with their answers, the latest first. */
export const questionsScreen = (
  report: Report,
  view: View,
  from: QueueView | undefined,
  nameOf: (key: string) => string | undefined,
): Screen => {
  const { t } = view;
  const { asking, buttons, somebody, card } = t.moderator;
  const { id, questions = [] } = report;
  const title = html`<b>${asking.all}: ${formatReceipt(id)}</b>`;
  const share = Math.floor((limits.textLength - lengthOf(title)) / Math.max(1, questions.length)) - 20;
  const questionText = ({ at, by, wording, reply }: (typeof questions)[number]): Html => {
    const head = html`<b>${asking.by(isolated(nameOf(by) ?? somebody, 40), instantText(at, view))}</b>`;
    const files = reply?.evidence.length ?? 0;
    const answer = html`<b>${reply ? asking.answered(instantText(reply.at, view)) : asking.open}</b>${
      files > 0 ? ` (${card.replyEvidence(files)})` : ''
    }`;
    const left = share - lengthOf(head) - lengthOf(answer);
    const question = quote(wordingText(wording, t), Math.max(leastLength, Math.floor(left / 3)));
    const rest = Math.max(leastLength, left - lengthOf(question));
    return join([head, question, answer, reply?.text ? quote(reply.text, rest) : undefined], '\n');
  };
  return {
    text: join([
      title,
      questions.length === 0 ? html`${asking.none}` : undefined,
      ...questions.toReversed().map(questionText),
    ]),
    buttons: keyboard(
      ...questions.map(({ reply }, question) => {
        const files = reply?.evidence.length ?? 0;
        return [
          files > 0 && button(`${question + 1}. ${buttons.evidence(files)}`, 'evidence', { id, question }),
        ];
      }),
      [button(buttons.back, 'card', reportArgs(report, from))],
    ),
    personal: true,
  };
};
