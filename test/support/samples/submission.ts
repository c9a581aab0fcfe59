import { newIncidentId } from '../../../lib/identity/receipt.ts';
import type { Checklist, Report } from '../../../lib/report/report.ts';
import type { ReportDecision } from '../../../lib/store/decisions/decisions.ts';
import type { Submission } from '../../../lib/store/records/reports.ts';

/** What a new chat sends: this report. */
export const submission = (report: Report): Submission => ({
  chatKey: `chat of ${report.id}`,
  chat: { version: 1, locale: report.locale, recent: [5] },
  report,
  contact: { chat: 'sealed', locale: report.locale },
});

/** Nothing that would be in the way. */
export const clean: Checklist = { militaryPosition: false, identifiesPerson: false, graphic: false };

/** The approval of a report into a new incident, as it is now. */
export const approval = (
  { id, version }: Pick<Report, 'id' | 'version'>,
  { by = 'moderator', at = '2026-03-14T13:00:00.000Z', incident = newIncidentId() } = {},
): ReportDecision<'approve'> & Readonly<{ into: { kind: 'new'; incident: string } }> => ({
  id,
  version,
  by,
  at,
  into: { kind: 'new', incident },
  checklist: clean,
});
