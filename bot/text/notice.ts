import { formatReceipt } from '../../lib/identity/receipt.ts';
import { maxQuestionLength, type Report } from '../../lib/report/report.ts';
import { witnessCallbacks } from '../callbacks/witness.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { html, join, quote } from '../telegram/html.ts';
import type { Screen } from '../telegram/screen.ts';

/**
 * Tells a witness of a moderator's decision or question, never who it was. Undefined when there is nothing to tell.
 */
export const noticeScreen = (report: Report, t: Catalogue): Screen | undefined => {
  const { notice } = t.moderator;
  const receipt = formatReceipt(report.id);
  const { rejection } = report;
  switch (report.status) {
    case 'approved':
      return {
        text: join([
          html`<b>${notice.approved(receipt)}</b>`,
          html`${notice.published}`,
          html`${notice.all}`,
        ]),
        buttons: [],
        personal: true,
      };
    case 'rejected':
      return {
        text: join([
          html`<b>${notice.rejected(receipt)}</b>`,
          rejection && (rejection.reason !== 'other' || !rejection.words)
            ? html`${notice.reason}: ${t.terms.rejectionReasons[rejection.reason]}`
            : undefined,
          rejection?.words ? join([html`${notice.inWords}`, quote(rejection.words, 500)], '\n') : undefined,
          html`${notice.appeal}`,
        ]),
        buttons: [[{ text: t.witness.mine.amend, data: witnessCallbacks.data('amend', { id: report.id }) }]],
        personal: true,
      };
    case 'needs_info': {
      const n = (report.questions?.length ?? 0) - 1;
      const question = report.questions?.[n];
      if (!question || question.reply) return undefined;
      const { wording } = question;
      return {
        text: join([
          html`<b>${notice.asked(receipt)}</b>`,
          'words' in wording
            ? quote(wording.words, maxQuestionLength)
            : html`${t.terms.questionTemplates[wording.template]}`,
          html`${notice.askedHow}`,
        ]),
        buttons: [
          [{ text: notice.answer, data: witnessCallbacks.data('reply', { id: report.id, question: n }) }],
        ],
        personal: true,
      };
    }
    default:
      return undefined;
  }
};
