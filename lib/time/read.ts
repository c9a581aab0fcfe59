import type { FoundTime, TimeContext, TimeReading } from './reading.ts';

/** Reads an answer to "when was it?". */
export const readTime = (_text: string, _context: TimeContext): TimeReading => ({ kind: 'not_understood' });

/** Finds the times that a longer account speaks of. */
export const findTimes = (_text: string, _context: TimeContext): readonly FoundTime[] => [];
