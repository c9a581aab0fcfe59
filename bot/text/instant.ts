import { formatInstant } from '../../lib/time/format.ts';
import type { View } from './incident.ts';

/** An instant (ISO 8601) as the country's clocks showed it, in the words of a view. */
export const instantText = (at: string, { locale, country }: Pick<View, 'locale' | 'country'>): string =>
  formatInstant(at, country.zone, locale);
