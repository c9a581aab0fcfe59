import type { Report } from '../../../lib/report/report.ts';
import type { Submission } from '../../../lib/store/reports.ts';

/** What a new chat sends: this report. */
export const submission = (report: Report): Submission => ({
  chatKey: `chat of ${report.id}`,
  chat: { version: 1, locale: report.locale, recent: [5] },
  report,
  contact: { chat: 'sealed', locale: report.locale },
});
