import type { Source } from '../../report/report.ts';
import { wallAt } from '../../time/date.ts';
import { partBounds } from '../../time/day-part.ts';
import type { DayPart, Occurred } from '../../time/occurred.ts';
import { wallTime } from '../../time/zone.ts';
import { isPublished } from './voices.ts';

/**
 * When it happened: the part of the day, at the finest. Who was there at 14:07 is known to the neighbours and to the
 * cameras; who was there that afternoon is not. What an institution published is shown as it published it. The person's
 * words for the time are never shown.
 *
 * The parts have the bounds of `partBounds`, so that two minutes of one part read alike; a time that no part holds (from
 * ten to eight in the evening) is told to the day. The date stays what it was: after midnight is the night of the new date.
 */
export const publicOccurred = ({ words: _, ...occurred }: Occurred, source: Source): Occurred => {
  if (isPublished(source)) return occurred;
  switch (occurred.precision) {
    case 'minute':
    case 'hour':
    case 'part_of_day':
      return { ...partOrDays(occurred.start, occurred.end), zone: occurred.zone };
    default:
      return occurred;
  }
};

/** The parts of a date that begin on it, the likelier word first: ten past five is the morning, half past four to half past five the night. */
const partsOn = (date: string): readonly Readonly<{ part: DayPart; start: string; end: string }>[] => [
  { part: 'morning', ...partBounds(date, 'morning') },
  { part: 'evening', ...partBounds(date, 'evening') },
  { part: 'day', ...partBounds(date, 'day') },
  { part: 'night', start: wallAt(date, 0), end: wallAt(date, 5, 59) },
  { part: 'night', ...partBounds(date, 'night') },
];

const partOrDays = (start: string, end: string) => {
  const date = start.slice(0, 10);
  const holding = partsOn(date).find(part => part.start <= start && end <= part.end);
  return holding
    ? { precision: 'part_of_day' as const, ...holding }
    : { precision: 'day' as const, start: date, end: end.slice(0, 10) };
};

/** The day of a publication or a correction, `YYYY-MM-DD` in the country's zone. Its minute would tell that of sending. */
export const publicDate = (instant: string, zone: string): string =>
  wallTime(new Date(instant), zone).slice(0, 10);
