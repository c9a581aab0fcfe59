import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Report, Wording } from '../../../lib/report/report.ts';
import { type QuestionTemplate, questionTemplates } from '../../../lib/report/vocabulary.ts';
import { formatInstant } from '../../../lib/time/format.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { type Html, html, isolated, join, lengthOf, quote } from '../../telegram/html.ts';
import { limits, type Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { cardWith, pathOf } from './card.ts';

/** A question as it is put to somebody of that language: a template is said in theirs, a moderator's words as written. */
export const wordingText = (wording: Wording, t: Catalogue): string =>
  'template' in wording ? t.terms.questionTemplates[wording.template] : wording.words;

/** A template as a part of a press: its place in the vocabulary, to which is only ever added. */
const templateCode = (template: QuestionTemplate): string => questionTemplates.indexOf(template).toString(36);
export const readTemplate = (code: string | undefined): QuestionTemplate | undefined =>
  questionTemplates.find(template => templateCode(template) === code);

/** The card with the common questions, and one's own. */
export const askingScreen = (report: Report, view: View, from: string | undefined): Screen => {
  const { asking, buttons } = view.t.moderator;
  const path = pathOf(report, from);
  const [id = '', version = '', ...rest] = path;
  return cardWith(report, view, html`<b>${asking.title}</b>`, [
    ...questionTemplates.map(template => [
      {
        text: asking.templates[template],
        data: callbackData('m', 'asked', id, version, templateCode(template), ...rest),
      },
    ]),
    [{ text: buttons.inWords, data: callbackData('m', 'ask_words', ...path) }],
    [{ text: buttons.back, data: callbackData('m', 'card', ...path) }],
  ]);
};

/** How much of each question and answer is shown at least; all of it is in the history. */
const leastLength = 120;

/** All that the witness was asked and answered, the latest first. */
export const questionsScreen = (
  report: Report,
  view: View,
  from: string | undefined,
  nameOf: (key: string) => string | undefined,
): Screen => {
  const { t, locale, country } = view;
  const { asking, buttons, somebody, card } = t.moderator;
  const { questions = [] } = report;
  const instant = (at: string): string => formatInstant(at, country.zone, locale);
  const title = html`<b>${asking.all}: ${formatReceipt(report.id)}</b>`;
  const share = Math.floor((limits.textLength - lengthOf(title)) / Math.max(1, questions.length)) - 20;
  const one = ({ at, by, wording, reply }: (typeof questions)[number]): Html => {
    const head = html`<b>${asking.by(isolated(nameOf(by) ?? somebody, 40), instant(at))}</b>`;
    const answer = html`<b>${reply ? asking.answered(instant(reply.at)) : asking.open}</b>${
      reply && reply.evidence.length > 0 ? ` (${card.replyEvidence(reply.evidence.length)})` : ''
    }`;
    const left = share - lengthOf(head) - lengthOf(answer);
    const asked = quote(wordingText(wording, t), Math.max(leastLength, Math.floor(left / 3)));
    const rest = Math.max(leastLength, left - lengthOf(asked));
    return join([head, asked, answer, reply?.text ? quote(reply.text, rest) : undefined], '\n');
  };
  return {
    text: join([
      title,
      questions.length === 0 ? html`${asking.none}` : undefined,
      ...questions.toReversed().map(one),
    ]),
    buttons: [
      ...questions.flatMap(({ reply }, index) =>
        reply && reply.evidence.length > 0
          ? [
              [
                {
                  text: `${buttons.evidence(reply.evidence.length)} · ${index + 1}`,
                  data: callbackData('m', 'evidence', report.id, String(index)),
                },
              ],
            ]
          : [],
      ),
      [{ text: buttons.back, data: callbackData('m', 'card', ...pathOf(report, from)) }],
    ],
    personal: true,
  };
};
