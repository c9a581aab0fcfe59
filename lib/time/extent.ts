import type { Occurred } from './occurred.ts';
import { toInstant } from './zone.ts';

const lastMinute = (occurred: Occurred): string | undefined => {
  const { end } = occurred;
  return end === undefined || end.includes('T') ? end : `${end}T23:59`;
};

/**
 * The latest instant at which it can have happened, from which the publication delay counts; undefined when it has no upper
 * bound. In an hour that daylight saving repeats, the later one. Never after `received`, when that is given.
 */
export const latestInstant = (occurred: Occurred, received?: Date): Date | undefined => {
  const wall = lastMinute(occurred);
  const latest = wall === undefined ? undefined : toInstant(wall, occurred.zone, 'later');
  return latest && received && received < latest ? received : latest;
};

/** The day whose tally counts it: the date of `start`, when it is known to the day or better. */
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

/** A time to the day, where that is known. */
export const onlyDay = (occurred: Occurred): Occurred => {
  const day = occurredDay(occurred);
  return day === undefined ? occurred : { precision: 'day', start: day, end: day, zone: occurred.zone };
};

/** The month (`YYYY-MM`) that holds both its start and its end. */
export const occurredMonth = (occurred: Occurred): string | undefined => {
  const day = occurredDay(occurred);
  if (day) return day.slice(0, 7);
  const month = occurred.start?.slice(0, 7);
  return month !== undefined && occurred.end?.startsWith(month) ? month : undefined;
};

/** Whether it had begun by the wall minute `nowWall`. What has no lower bound had. */
export const isPast = (occurred: Occurred, nowWall: string): boolean =>
  occurred.start === undefined || occurred.start <= nowWall.slice(0, occurred.start.length);
