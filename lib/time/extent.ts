import type { Occurred } from './occurred.ts';
import { toInstant } from './zone.ts';

const lastMinute = (occurred: Occurred): string | undefined => {
  const { end } = occurred;
  return end === undefined || end.includes('T') ? end : `${end}T23:59`;
};

/**
 * The latest instant at which it can have happened, for the publication delay; undefined when nothing bounds it. A repeated
 * hour counts as the later one. What was received at `received` had happened by then, whatever the end of its day or month.
 */
export const latestInstant = (occurred: Occurred, received?: Date): Date | undefined => {
  const wall = lastMinute(occurred);
  const latest = wall === undefined ? undefined : toInstant(wall, occurred.zone, 'later');
  return latest && received && received < latest ? received : latest;
};

/** The date under which a day's tally counts it: the date of `start`, and only when that is known to the day or finer. */
export const occurredDay = (occurred: Occurred): string | undefined => {
  switch (occurred.precision) {
    case 'minute':
    case 'hour':
    case 'part_of_day':
      return occurred.start.slice(0, 10);
    case 'day':
      return occurred.start === occurred.end ? occurred.start : undefined;
    default:
      return undefined;
  }
};

/** The month, `YYYY-MM`, in which it happened, when start and end lie in one. */
export const occurredMonth = (occurred: Occurred): string | undefined => {
  const day = occurredDay(occurred);
  if (day) return day.slice(0, 7);
  const month = occurred.start?.slice(0, 7);
  return month !== undefined && occurred.end?.startsWith(month) ? month : undefined;
};

/** Had it begun by `now`? What is only bounded from above, or not at all, had. */
export const isPast = (occurred: Occurred, nowWall: string): boolean =>
  occurred.start === undefined || occurred.start <= nowWall.slice(0, occurred.start.length);
