import { formatReceipt } from '../../../lib/identity/receipt.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { Report } from '../../../lib/report/report.ts';
import { reportSteps } from '../../../lib/review/lifecycle.ts';
import type { Page } from '../../../lib/store/dynamodb/page.ts';
import type { SeenReport } from '../../../lib/store/records/reports.ts';
import { witnessCallbacks } from '../../callbacks/witness.ts';
import { type Html, html, join, words } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { decisionText, instantText } from '../../text/instant.ts';
import { wordingText } from '../../text/wording.ts';
import type { PageView } from '../pages.ts';

export const reportsPerPage = 8;

type View = PageView & Readonly<{ locale: Locale }>;

/**
 * A person's own reports: receipt and state only, because the phone may be in other hands by then.
 */
export const reportsPage = ({ t }: View, { items, next, previous }: Page<SeenReport>): Screen => {
  const turns: Button[] = [
    ...(previous === undefined ? [] : [{ text: t.witness.mine.newest, data: witnessCallbacks.data('mine') }]),
    ...(next === undefined
      ? []
      : [{ text: t.witness.mine.older, data: witnessCallbacks.data('mine', { after: next }) }]),
  ];
  return {
    text: items.length === 0 ? t.witness.mine.none : html`<b>${t.witness.mine.title}</b>`,
    buttons: [
      ...items.map(({ id, status }) => [
        {
          text: t.witness.mine.open(formatReceipt(id), t.terms.statuses[status]),
          data: witnessCallbacks.data('open', { id }),
        },
      ]),
      ...(turns.length > 0 ? [turns] : []),
      [{ text: t.witness.toHome, data: witnessCallbacks.data('home') }],
    ],
    personal: true,
  };
};

/** How many questions a report's page lists, the latest first. */
const questionsShown = 4;

/** What a person is shown of a report of theirs; once it is erased that is only what became of it. */
type Shown = Pick<Report, 'id' | 'status' | 'receivedAt' | 'decidedAt' | 'rejection' | 'questions'>;

export const reportPage = (view: View, report: Shown, note?: Html): Screen => {
  const { t } = view;
  const { id, status, receivedAt, rejection, questions = [] } = report;
  const decided = decisionText(report, view);
  const { mine } = t.witness;
  return {
    text: join([
      note,
      join(
        [
          html`<b>${formatReceipt(id)}</b>`,
          html`${mine.receivedAt}: ${instantText(receivedAt, view)}`,
          html`${mine.status}: ${t.terms.statuses[status]}`,
          decided && html`${mine.decidedAt}: ${decided}`,
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
                    html`• ${words(wordingText(wording, t), 300)} (${reply ? mine.answered(instantText(reply.at, view)) : mine.notAnswered})`,
                ),
            ],
            '\n',
          ),
    ]),
    buttons: [
      ...openQuestions(report).map(index => [
        {
          text: mine.answer,
          data: witnessCallbacks.data('reply', { id, question: index }),
          style: 'primary' as const,
        },
      ]),
      ...(reportSteps[status].amend
        ? [[{ text: mine.amend, data: witnessCallbacks.data('amend', { id }) }]]
        : []),
      ...(reportSteps[status].withdraw
        ? [[{ text: mine.withdraw, data: witnessCallbacks.data('withdraw', { id }) }]]
        : []),
      [{ text: t.witness.back, data: witnessCallbacks.data('mine') }],
    ],
    personal: true,
  };
};

/** What became of a report that is erased: there is nothing left to do with it. */
export const erasedPage = (view: View, report: Shown): Screen => {
  const { buttons, ...page } = reportPage(view, report, html`${view.t.witness.mine.erased}`);
  return { ...page, buttons: buttons.slice(-1) };
};

/** The indexes of unanswered questions, if the report's state still takes answers. */
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
    [
      {
        text: t.witness.mine.withdrawYes,
        data: witnessCallbacks.data('withdraw_yes', { id }),
        style: 'danger',
      },
    ],
    [{ text: t.witness.back, data: witnessCallbacks.data('open', { id }) }],
  ],
  personal: true,
});
