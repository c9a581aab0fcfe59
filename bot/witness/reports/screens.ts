import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { Report, Wording } from '../../../lib/report/report.ts';
import { reportSteps } from '../../../lib/review/lifecycle.ts';
import type { Page } from '../../../lib/store/dynamodb/page.ts';
import type { OwnReport } from '../../../lib/store/records/reports.ts';
import { formatInstant } from '../../../lib/time/format.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import { type Html, html, join, words } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { type PageView, pagePress } from '../pages.ts';

export const reportsPerPage = 8;

type View = PageView & Readonly<{ locale: Locale }>;

/**
 * A person's own reports: receipt and state. Little is shown on return, on purpose: a phone may be in other hands
 * by then.
 */
export const reportsPage = ({ t }: View, { items, next, previous }: Page<OwnReport>): Screen => {
  const turns: Button[] = [
    ...(previous === undefined ? [] : [{ text: t.witness.mine.newest, data: pagePress('mine') }]),
    ...(next === undefined ? [] : [{ text: t.witness.mine.older, data: pagePress('mine', next) }]),
  ];
  return {
    text: items.length === 0 ? t.witness.mine.none : html`<b>${t.witness.mine.title}</b>`,
    buttons: [
      ...items.map(({ id, status }) => [
        {
          text: t.witness.mine.open(formatReceipt(id), t.terms.statuses[status]),
          data: pagePress('one', id),
        },
      ]),
      ...(turns.length > 0 ? [turns] : []),
      [{ text: t.witness.toHome, data: pagePress('home') }],
    ],
    personal: true,
  };
};

/** How many questions a report's page lists, the latest first. */
const questionsShown = 4;

/** What a person is shown of a report of theirs; once it is erased that is only what became of it. */
type Shown = Pick<Report, 'id' | 'status' | 'receivedAt' | 'decidedAt' | 'rejection' | 'questions'>;

export const reportPage = ({ t, country, locale }: View, report: Shown, note?: Html): Screen => {
  const { id, status, receivedAt, decidedAt, rejection, questions = [] } = report;
  const instant = (iso: string): string => formatInstant(iso, country.zone, locale);
  const { mine } = t.witness;
  return {
    text: join([
      note,
      join(
        [
          html`<b>${formatReceipt(id)}</b>`,
          html`${mine.receivedAt}: ${instant(receivedAt)}`,
          html`${mine.status}: ${t.terms.statuses[status]}`,
          decidedAt && html`${mine.decidedAt}: ${instant(decidedAt)}`,
          status === 'rejected' && rejection
            ? html`${mine.reason}: ${t.terms.rejectionReasons[rejection.reason]}`
            : undefined,
          status === 'rejected' && rejection?.words ? words(rejection.words, 500) : undefined,
        ],
        '\n',
      ),
      questions.length === 0
        ? undefined
        : join(
            [
              html`<b>${mine.questions}</b>`,
              ...questions
                .slice(-questionsShown)
                .toReversed()
                .map(
                  ({ wording, reply }) =>
                    html`• ${words(questionText(wording, t), 300)} (${reply ? mine.answered(instant(reply.at)) : mine.notAnswered})`,
                ),
            ],
            '\n',
          ),
    ]),
    buttons: [
      ...openQuestions(report).map(index => [
        { text: mine.answer, data: pagePress('answer', id, String(index)), style: 'primary' as const },
      ]),
      ...(reportSteps[status].amend ? [[{ text: mine.amend, data: pagePress('amend', id) }]] : []),
      ...(reportSteps[status].withdraw ? [[{ text: mine.withdraw, data: pagePress('withdraw', id) }]] : []),
      [{ text: t.witness.back, data: pagePress('mine') }],
    ],
    personal: true,
  };
};

/** A moderator's question as it is put to the witness. */
export const questionText = (wording: Wording, t: Catalogue): string =>
  'template' in wording ? t.terms.questionTemplates[wording.template] : wording.words;

/** The places of the questions that wait for an answer, if the report's state still takes one. */
export const openQuestions = ({
  status,
  questions = [],
}: Pick<Report, 'status' | 'questions'>): readonly number[] =>
  reportSteps[status].answer
    ? questions.flatMap(({ reply }, index) => (reply ? [] : [index])).slice(-questionsShown)
    : [];

export const withdrawPage = ({ t, kept }: View, id: string): Screen => ({
  text: t.witness.mine.withdrawConfirm(formatReceipt(id), kept),
  buttons: [
    [{ text: t.witness.mine.withdrawYes, data: pagePress('withdraw_yes', id), style: 'danger' }],
    [{ text: t.witness.back, data: pagePress('one', id) }],
  ],
  personal: true,
});
