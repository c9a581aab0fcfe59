import {
  addDays,
  addMinutes,
  addMonths,
  daysBetween,
  firstDay,
  lastDay,
  mondayOf,
  monthOf,
  wallAt,
  weekdayOf,
} from '../../time/date.ts';
import { isPast } from '../../time/extent.ts';
import type { DayPart, Occurred } from '../../time/occurred.ts';
import { partOfDate, unknownTime } from '../../time/presets.ts';
import type { TimeContext, TimeReading } from '../../time/reading.ts';
import { isSkipped, toInstant, wallTime } from '../../time/zone.ts';
import { oneDay, type Span, spansOf, stretch } from './calendar.ts';
import type { Ago, Clock, Said } from './said.ts';

/** What is needed to place a saying on the wall. */
type Wall = Readonly<{
  now: Date;
  zone: string;
  nowWall: string;
  today: string;
  monthFirst: boolean | undefined;
}>;

/** A range longer than this is not known to the hour. */
const longestHoursRange = 6 * 60;
const minutesBetween = (from: string, to: string): number =>
  (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000;

const fromSpan = ({ precision, start, end }: Span, zone: string): Occurred => {
  if (precision === 'unknown') return unknownTime(zone, { start, end });
  if (precision === 'night') return partOfDate(start ?? '', 'night', zone);
  return { precision, start: start ?? '', end: end ?? '', zone };
};

/** In an hour that daylight saving repeats, the later end may have the earlier wall time. */
const range = (one: string, other: string, zone: string): Occurred => {
  const [start, end] = one <= other ? [one, other] : [other, one];
  return minutesBetween(start, end) <= longestHoursRange
    ? { precision: 'hour', start, end, zone }
    : { precision: 'day', start: start.slice(0, 10), end: end.slice(0, 10), zone };
};

/** From the beginning of one time to another, which tells the moment of the end, or a stretch that ends then. */
export const stretchOf = (from: Occurred, to: Occurred, isMoment: boolean): Occurred | undefined => {
  const [start = '', end = ''] = [from.start, isMoment ? to.start : to.end];
  if (start >= end) return undefined;
  return start.includes('T') && end.includes('T')
    ? range(start, end, from.zone)
    : fromSpan(stretch(start.slice(0, 10), end.slice(0, 10)), from.zone);
};

/** Half an hour either side of a time that was given roughly, but not beyond now. */
const around = (middle: string, { zone, nowWall }: Wall): Occurred => {
  const end = addMinutes(middle, 30);
  return {
    precision: 'hour',
    start: addMinutes(middle, -30),
    end: middle <= nowWall && end > nowWall ? nowWall : end,
    zone,
  };
};

/** The hours, 0–24, that a clock time may mean in a part of the day. */
const hoursOf = ({ hour, dial, half, midnight }: Clock, part: DayPart | undefined): readonly number[] => {
  const named = half ?? part;
  if (midnight) return [0];
  if (hour > 12) return [hour];
  switch (named) {
    case 'am':
      return [hour % 12];
    case 'pm':
      return [(hour % 12) + 12];
    case 'night':
      if (hour === 12) return [0];
      return [hour >= 7 ? hour + 12 : hour];
    case 'morning':
      return [hour];
    case 'day':
      return [hour <= 7 ? hour + 12 : hour];
    case 'evening':
      if (hour === 12) return [24];
      return [hour === 0 ? 0 : hour + 12];
    default:
      if (!dial) return [hour];
      return hour > 0 ? [hour, hour + 12] : [hour, 12];
  }
};

const onDate = (date: string, hour: number, minute = 0): string =>
  hour === 24 ? wallAt(addDays(date, 1), 0, minute) : wallAt(date, hour, minute);

/** The wall times of a clock time in the night that begins on `date`. */
const inNight = (date: string, clock: Clock): readonly string[] => {
  const hours = hoursOf(clock, undefined);
  // Six to eleven on a dial is the evening before midnight, even when written as "10:30".
  const nightly = hours.map(hour => (hour >= 6 && hour < 12 && !clock.half ? hour + 12 : hour));
  return [...new Set(nightly.filter(hour => hour < 6 || hour >= 17))].map(hour =>
    hour >= 17 && hour < 24
      ? onDate(date, hour, clock.minute)
      : onDate(addDays(date, 1), hour % 24, clock.minute),
  );
};

/** The dates on which a night that a date names may begin. */
const nightsOf = (date: string, { night, day }: Said, { today, nowWall }: Wall): readonly string[] => {
  const before = addDays(date, -1);
  if (night === 'into' || night === 'early') return [before];
  if (night === 'begins') return [date];
  if (date === today) return nowWall >= wallAt(today, 22) ? [date, before] : [before];
  // "вчора вночі": the night since yesterday, or the one before it. "вночі 5 травня": the one into the 5th, or out of it.
  return day?.shift === undefined ? [before, date] : [date, before];
};

const early = (date: string, zone: string): Occurred => ({
  precision: 'part_of_day',
  part: 'night',
  start: wallAt(date, 0),
  end: wallAt(date, 5, 59),
  zone,
});

const partsOn = (date: string, part: DayPart, said: Said, wall: Wall): readonly Occurred[] => {
  if (part !== 'night') return [partOfDate(date, part, wall.zone)];
  if (said.night === 'early') return [early(date, wall.zone)];
  return nightsOf(date, said, wall).map(begins => partOfDate(begins, 'night', wall.zone));
};

const startsOn = (date: string, clock: Clock, said: Said, wall: Wall): readonly string[] => {
  const { part } = said;
  if (part === 'night' && (said.night === 'into' || said.night === 'begins')) {
    return inNight(said.night === 'into' ? addDays(date, -1) : date, clock);
  }
  if (clock.midnight || (clock.hour === 12 && (clock.half ?? part) === 'night')) {
    return [onDate(date, 24, clock.minute), onDate(date, 0, clock.minute)];
  }
  const starts = hoursOf(clock, part).map(hour => onDate(date, hour, clock.minute));
  // "сьогодні вночі об 11" was yesterday's evening.
  const isLate =
    date === wall.today &&
    (part === 'night' || clock.half === 'night') &&
    starts.every(start => start > wall.nowWall);
  return isLate ? starts.map(start => addMinutes(start, -24 * 60)) : starts;
};

const clockAt = (start: string, { clock, about }: Said, wall: Wall): Occurred => {
  const { zone } = wall;
  const isWhole = clock?.minute === undefined || (about === 'rough' && clock.minute === 0);
  if (isWhole) return { precision: 'hour', start, end: addMinutes(start, 59), zone };
  return about === 'rough' ? around(start, wall) : { precision: 'minute', start, end: start, zone };
};

/** A range of the clock that begins at `start`: up to the first `to` that comes after it on the dial. */
const rangeFrom = (start: string, to: Clock, part: DayPart | undefined, zone: string): Occurred => {
  const date = start.slice(0, 10);
  const ends = hoursOf(to, part)
    .flatMap(hour => [onDate(date, hour, to.minute), onDate(addDays(date, 1), hour, to.minute)])
    .filter(end => end > start)
    .sort();
  return range(start, ends[0] ?? start, zone);
};

const clocksOn = (date: string, clock: Clock, said: Said, wall: Wall): readonly Occurred[] => {
  const starts = startsOn(date, clock, said, wall);
  const { to } = said;
  if (!to) return starts.map(start => clockAt(start, said, wall));
  const ranges = starts.map(start => rangeFrom(start, to, said.part, wall.zone));
  return ranges.some(({ precision }) => precision === 'hour')
    ? ranges.filter(({ precision }) => precision === 'hour')
    : ranges;
};

const latestFirst = (options: readonly Occurred[]): readonly Occurred[] =>
  options.toSorted((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1));

/** Without a date: the nearest past one. */
const withoutDate = (said: Said, wall: Wall): readonly Occurred[] => {
  const { clock, part } = said;
  const { today, nowWall, zone } = wall;
  const dates = [today, addDays(today, -1)];
  if (clock) {
    const each = hoursOf(clock, part).map(hour => {
      const only: Clock = { hour: hour % 24, minute: clock.minute };
      const toHalf =
        said.to && !said.to.half && hour !== clock.hour && said.to.dial
          ? { to: { ...said.to, half: 'pm' as const } }
          : {};
      const { part: _part, ...rest } = said;
      return dates
        .flatMap(date => clocksOn(date, only, { ...rest, ...toHalf, clock: only }, wall))
        .find(occurred => isPast(occurred, nowWall));
    });
    return latestFirst(each.filter(occurred => occurred !== undefined));
  }
  if (part === 'night' && said.night === 'early') return [early(today, zone)];
  if (part === 'night')
    return nightsOf(today, { ...said, day: { shift: 0 } }, wall).map(date => partOfDate(date, part, zone));
  if (!part) return [];
  return dates
    .map(date => partOfDate(date, part, zone))
    .filter(occurred => isPast(occurred, nowWall))
    .slice(0, 1);
};

/** Calendar months from `most` months ago to `least`. */
const monthsAgo = (most: number, least: number, today: string): Span => {
  const start = firstDay(addMonths(monthOf(today), -Math.ceil(most)));
  const end = lastDay(addMonths(monthOf(today), -Math.floor(least)));
  return { precision: 'unknown', start, end };
};

/** A distance from now is known to its unit: two hours to the hour, a week to the week. */
const fromAgo = ({ least, most, unit, rough }: Ago, said: Said, wall: Wall): Occurred => {
  const { now, zone, today } = wall;
  const back = (units: number, ms: number): string => wallTime(new Date(now.getTime() - units * ms), zone);
  const isRange = least !== most;
  switch (unit) {
    case 'minute':
    case 'hour': {
      const ms = unit === 'hour' ? 3_600_000 : 60_000;
      if (unit === 'hour' && most - least > 3)
        return fromSpan(oneDayOrTwo(back(most, ms), back(least, ms)), zone);
      if (isRange) return range(back(most, ms), back(least, ms), zone);
      if (unit === 'minute' && !rough && said.about !== 'rough') {
        const wallMinute = back(least, ms);
        return { precision: 'minute', start: wallMinute, end: wallMinute, zone };
      }
      return around(back(least, ms), wall);
    }
    case 'day': {
      const slack = isRange || !rough ? 0 : 1;
      const end = -Math.floor(least) + slack;
      return fromSpan(
        {
          precision: 'week',
          start: addDays(today, -Math.ceil(most) - slack),
          end: addDays(today, Math.min(end, 0)),
        },
        zone,
      );
    }
    case 'week': {
      const span = stretch(
        addDays(today, -Math.round(most * 7) - 3),
        addDays(today, Math.min(0, 3 - Math.round(least * 7))),
      );
      return fromSpan(span, zone);
    }
    case 'month':
      return fromSpan(
        monthsAgo(rough && !isRange ? most + 1 : most, rough && !isRange ? least - 1 : least, today),
        zone,
      );
    case 'year':
      return fromSpan(
        Number.isInteger(least)
          ? {
              precision: 'unknown',
              start: `${Number(today.slice(0, 4)) - most}-01-01`,
              end: `${Number(today.slice(0, 4)) - least}-12-31`,
            }
          : monthsAgo(most * 12 + 1, least * 12 - 1, today),
        zone,
      );
  }
};

const oneDayOrTwo = (from: string, to: string): Span => ({
  precision: 'day',
  start: from.slice(0, 10),
  end: to.slice(0, 10),
});

/** Bounds: a day may be the day itself; of "before May" May is no part, but of "by May" and "from May on" it is. */
const fromBounds = (spans: readonly Span[], { bound, day }: Said, zone: string): readonly Occurred[] =>
  spans.map(({ precision, start = '', end = '' }) => {
    const isWhole = precision !== 'day' && precision !== 'night' && day?.third === undefined;
    switch (bound) {
      case 'before':
        return unknownTime(zone, { end: isWhole ? addDays(start, -1) : end });
      case 'after':
        return unknownTime(zone, { start: isWhole ? addDays(end, 1) : start });
      case 'by':
        return unknownTime(zone, { end });
      default:
        return unknownTime(zone, { start });
    }
  });

const fromUntil = (said: Said, spans: readonly Span[], wall: Wall): readonly Occurred[] => {
  const { day = {}, until = {} } = said;
  const untils = spansOf(until, wall.today, wall.monthFirst);
  // "from Monday to Wednesday": the Monday before that Wednesday.
  const areWeekdays = [day, until].every(one => Object.keys(one).join() === 'weekday');
  const startsOf = ({ end }: Span): readonly (string | undefined)[] => {
    if (!areWeekdays || end === undefined) return spans.map(({ start }) => start);
    return [addDays(end, -((weekdayOf(end) - (day.weekday ?? 1) + 7) % 7))];
  };
  return untils.flatMap(span =>
    startsOf(span).flatMap(start => {
      const { end } = span;
      if (start === undefined || end === undefined) return [];
      return [fromSpan(start <= end ? stretch(start, end) : stretch(end, start), wall.zone)];
    }),
  );
};

/** Long because it is a list of what can be said of a time together, what leaves least open first. */
const optionsOf = (said: Said, wall: Wall): readonly Occurred[] => {
  const { zone, nowWall } = wall;
  const { clock, part } = said;
  if (said.instant) {
    const start = wallTime(said.instant, zone);
    return [{ precision: 'minute', start, end: start, zone }];
  }
  if (said.ago && said.ago.unit === 'week' && said.day?.weekday !== undefined) {
    // "два тижні тому в суботу": the Saturday nearest to that day, or of its week.
    const { start = '' } = fromAgo(said.ago, said, wall);
    const nearest = addDays(start, (said.day.weekday - weekdayOf(start) + 7) % 7);
    const ofWeek = addDays(mondayOf(addDays(start, 3)), said.day.weekday - 1);
    const { ago: _ago, ...rest } = said;
    return [nearest, ofWeek].flatMap(date =>
      optionsOf({ ...rest, day: { shift: daysBetween(wall.today, date) } }, wall),
    );
  }
  if (said.ago && said.day) {
    // "тиждень тому, 5 травня": the day says more, unless it contradicts.
    const { ago, ...rest } = said;
    const isFine = ago.unit === 'hour' || ago.unit === 'minute';
    const [reckoned, days] = [fromAgo(ago, said, wall), optionsOf(rest, wall)];
    const fits = days.filter(
      ({ start = '', end = '' }) =>
        start.slice(0, 10) <= (reckoned.end ?? '').slice(0, 10) &&
        end.slice(0, 10) >= (reckoned.start ?? '').slice(0, 10),
    );
    if (fits.length > 0) return isFine ? [reckoned] : fits;
    return [...days, reckoned];
  }
  if (said.ago) return [fromAgo(said.ago, said, wall)];
  if (!said.day) {
    if (clock && said.bound) {
      return withoutDate(said, wall)
        .slice(0, 1)
        .map(({ start = '' }) => fromSpan(oneDay(start.slice(0, 10)), zone));
    }
    if (clock || part) return withoutDate(said, wall);
    return said.now ? [{ precision: 'minute', start: nowWall, end: nowWall, zone }] : [];
  }
  const named = spansOf(said.day, wall.today, wall.monthFirst);
  // A night into a weekday that is today's is the one just past.
  const spans = said.night === 'into' && said.day.weekday !== undefined ? named.slice(0, 1) : named;
  if (said.until && !clock && !part) return fromUntil(said, spans, wall);
  if (said.until) {
    // "midnight between Saturday and Sunday"; other hours of a range of days are not told.
    const [{ end } = {}] = fromUntil({ day: said.day, until: said.until }, spans, wall);
    const isNight = end !== undefined && spans.some(({ start = '' }) => addDays(start, 1) === end);
    const { until: day, ...rest } = said;
    return isNight && part !== 'day' ? optionsOf({ ...rest, day, part: 'night', night: 'into' }, wall) : [];
  }
  if (said.bound && !clock && !part) return fromBounds(spans, said, zone);
  return spans.flatMap(span => {
    if (span.precision === 'night' && clock && span.start !== undefined)
      return inNight(span.start, clock).map(start => clockAt(start, said, wall));
    if (span.precision !== 'day' || span.start === undefined) return [fromSpan(span, zone)];
    if (clock && (!said.bound || said.bound === 'from')) return clocksOn(span.start, clock, said, wall);
    if (part && !clock) return partsOn(span.start, part, said, wall);
    if (said.about === 'rough' && said.day?.day !== undefined) {
      return [fromSpan(stretch(addDays(span.start, -3), addDays(span.start, 3)), zone)];
    }
    return [fromSpan(span, zone)];
  });
};

const isInGap = ({ precision, start, end, zone }: Occurred): boolean =>
  (precision === 'minute' || precision === 'hour') && isSkipped(start, zone) && isSkipped(end, zone);

/** The same wall time as far before and after the gap as it lies within it. */
const besideGap = (occurred: Occurred): readonly Occurred[] => {
  if (occurred.precision !== 'minute' && occurred.precision !== 'hour') return [];
  const { start, end, zone } = occurred;
  const length = minutesBetween(start, end);
  return (['earlier', 'later'] as const).map(choice => {
    const moved = wallTime(toInstant(start, zone, choice), zone);
    return { ...occurred, start: moved, end: addMinutes(moved, length) };
  });
};

/** Each option once, in the same order. */
export const distinct = (options: readonly Occurred[]): readonly Occurred[] => [
  ...new Map(options.map(option => [JSON.stringify(option), option])).values(),
];

/** Does a time lie in the night that began on this day of a month? What is before noon belongs to the night before. */
const fitsNight = (start: string | undefined, day: number): boolean => {
  if (start === undefined) return false;
  const date = start.slice(0, 10);
  return Number((start.slice(11) < '12' ? addDays(date, -1) : date).slice(8)) === day;
};

/** Places what was said on the calendar and the clock; `words` are kept with the result. */
export const resolve = (
  said: Said,
  { now, zone, monthFirst, locale }: TimeContext,
  words: string,
): TimeReading => {
  const nowWall = wallTime(now, zone);
  // In the languages that never put the month first, it need not be asked.
  const order = monthFirst ?? (locale === 'en' ? undefined : false);
  const wall: Wall = { now, zone, nowWall, today: nowWall.slice(0, 10), monthFirst: order };
  if (said.impossible) return { kind: 'not_understood' };
  const all = distinct(optionsOf(said, wall).map(option => ({ ...option, words })));
  const nights = all.filter(({ start }) => said.nightFrom === undefined || fitsNight(start, said.nightFrom));
  const [first] = nights;
  if (!first) return { kind: 'not_understood' };
  const past = nights.filter(option => isPast(option, nowWall));
  const [only] = past;
  if (!only) return { kind: 'future', occurred: first };
  const real = past.filter(option => !isInGap(option));
  if (real.length === 0) return { kind: 'skipped_hour', options: besideGap(only) };
  const [single] = real;
  return real.length === 1 && single
    ? { kind: 'understood', occurred: single }
    : { kind: 'choose', options: real.slice(0, 4) };
};
