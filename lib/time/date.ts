/**
 * Arithmetic on calendar dates (`YYYY-MM-DD`), months (`YYYY-MM`) and wall minutes (`YYYY-MM-DDTHH:mm`), independent of any
 * zone. All of them compare as strings.
 */

/** Earlier than anything: the first day of a stretch that has none. */
export const earliest = '1900-01-01';

const dayMs = 86_400_000;
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const utc = (date: string): Date => new Date(`${date}T00:00Z`);

/** A date from its numbers (month 1–12); undefined when the calendar has no such day. */
export const makeDate = (year: number, month: number, day: number): string | undefined => {
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  const time = utc(date);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : undefined;
};

export const addDays = (date: string, days: number): string =>
  new Date(utc(date).getTime() + days * dayMs).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / dayMs);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string): number => utc(date).getUTCDay() || 7;

export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

export const monthOf = (date: string): string => date.slice(0, 7);

export const addMonths = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1)}`;
};

export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => addDays(firstDay(addMonths(month, 1)), -1);

/** The wall minute of a date, `hour` 0–23. */
export const wallAt = (date: string, hour: number, minute = 0): string =>
  `${date}T${pad(hour)}:${pad(minute)}`;

/** A wall minute plus minutes, ignoring daylight saving. */
export const addMinutes = (wall: string, minutes: number): string =>
  new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 16);
