import type { Answers } from '../../lib/report/report.ts';
import { formatOccurred } from '../../lib/time/format.ts';
import { onDate } from '../../lib/time/presets.ts';
import type { View } from './incident.ts';

/** Whose message a report was forwarded from, and of what day. */
export const forwardedText = (
  { from, date }: NonNullable<Answers['forwarded']>,
  { t, country, locale }: Pick<View, 't' | 'country' | 'locale'>,
): string =>
  t.terms.forwarded(t.terms.forwardedFrom[from], formatOccurred(onDate(date, country.zone), locale));
