import type { Reason } from '../../lib/incident/duplicate.ts';
import type { Munition } from '../../lib/report/vocabulary.ts';
import { formatAge } from './age.ts';
import type { View } from './incident.ts';

/** Why two may be the same, for a moderator: "2 km apart, same day, both cluster munition". */
export const likenessText = (reason: Reason, munition: Munition, view: View): string => {
  const { t, locale } = view;
  const { similar } = t.moderator;
  const { distanceMetres, apartMinutes, precision } = reason;
  const time =
    apartMinutes === 0
      ? similar.sameTimes[precision]
      : similar.apart(formatAge(apartMinutes * 60_000, locale));
  const munitions = {
    same: similar.both(t.terms.munitions[munition].toLocaleLowerCase(locale)),
    related: similar.related,
    unknown: similar.munitionUnknown,
  }[reason.munition];
  const facts = [distanceText(distanceMetres, view), time, munitions].join(', ');
  return reason.sameStatement ? `${facts}; ${similar.sameStatement}` : facts;
};

const distanceText = (metres: number | undefined, { t, locale }: View): string => {
  const { similar } = t.moderator;
  const digits = (n: number, places: number): string =>
    n.toLocaleString(locale, { maximumFractionDigits: places });
  if (metres === undefined) return similar.sameArea;
  if (metres < 50) return similar.samePlace;
  if (metres < 950) return similar.metres(digits(Math.round(metres / 10) * 10, 0));
  return similar.kilometres(digits(metres / 1000, 1));
};
