import type { Report } from '../../lib/report/report.ts';
import { formatInstant, formatOccurred } from '../../lib/time/format.ts';
import { wallTime } from '../../lib/time/zone.ts';
import type { View } from './incident.ts';

type Where = Pick<View, 'locale' | 'country'>;

/** An instant (ISO 8601) as the country's clocks showed it, in the words of a view. */
export const instantText = (at: string, { locale, country }: Where): string =>
  formatInstant(at, country.zone, locale);

/**
 * When a report was decided on; undefined while it is not. Of a withdrawal the day: it is kept to the full hour before, as a
 * minute it would stand before the report was sent.
 */
export const decisionText = (
  { status, decidedAt }: Pick<Report, 'status' | 'decidedAt'>,
  view: Where,
): string | undefined => {
  if (decidedAt === undefined || status !== 'withdrawn') return decidedAt && instantText(decidedAt, view);
  const { zone } = view.country;
  const day = wallTime(new Date(decidedAt), zone).slice(0, 10);
  return formatOccurred({ precision: 'day', start: day, end: day, zone }, view.locale);
};
