import { addDays, wallAt } from './date.ts';
import type { DayPart } from './occurred.ts';

/**
 * The hours (inclusive) that a part of the day may mean. They overlap as people's use of the words does: 23:00 is "ніч" to
 * one and "вечір" to another. The night runs into the next date.
 */
const hours: Readonly<Record<DayPart, Readonly<{ from: number; to: number }>>> = {
  night: { from: 22, to: 5 },
  morning: { from: 5, to: 11 },
  day: { from: 11, to: 17 },
  evening: { from: 17, to: 23 },
};

/** The first and last wall minute of a part of the day. The night of a date begins on it and ends on the next one. */
export const partBounds = (date: string, part: DayPart): Readonly<{ start: string; end: string }> => ({
  start: wallAt(date, hours[part].from),
  end: wallAt(part === 'night' ? addDays(date, 1) : date, hours[part].to, 59),
});
