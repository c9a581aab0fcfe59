import type { Locale } from '../../lib/locale.ts';

const minuteMs = 60_000;
const units = [
  ['day', 24 * 60 * minuteMs],
  ['hour', 60 * minuteMs],
  ['minute', minuteMs],
] as const;

/** A duration in its largest whole unit: "3 days", "5 hr", "0 min". */
export const formatAge = (ms: number, locale: Locale): string => {
  const [unit, unitMs] = units.find(([, length]) => ms >= length) ?? ['minute', minuteMs];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.max(0, Math.floor(ms / unitMs)),
  );
};
