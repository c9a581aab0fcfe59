import type { DayPart } from '../occurred.ts';
import type { Unit } from './word.ts';

/** A day, or a longer stretch, as it was named; nothing is worked out yet. */
export type Day = Readonly<{
  day?: number;
  month?: number;
  year?: number;
  /** Day and month in digits, whose order is open: as if day first. */
  either?: true;
  /** 1 is Monday. */
  weekday?: number;
  which?: 'last' | 'before_last' | 'this' | 'next';
  /** Days, weeks, months, years from the present one. */
  shift?: number;
  week?: number;
  monthShift?: number;
  yearShift?: number;
  weekend?: true;
  /** The beginning, middle or end of a month or year. */
  third?: 0 | 1 | 2;
  /** 0 spring … 3 winter. */
  season?: number;
}>;

/** A time on the clock as it was named. */
export type Clock = Readonly<{
  /** 0–24 */
  hour: number;
  minute?: number;
  /** Said on a dial of twelve hours: three may be fifteen. */
  dial?: true;
  half?: 'am' | 'pm' | DayPart;
  midnight?: true;
}>;

/** "2–3 hours ago": how many of the unit, back from now; negative when ahead. */
export type Ago = Readonly<{ least: number; most: number; unit: Unit; rough?: true }>;

/** Which night a date names: the one that ends on it, the one that begins on it, or its own hours after midnight. */
type NightOf = 'into' | 'begins' | 'early';

/** What was said of one time; every field is something heard. */
export type Said = Readonly<{
  day?: Day;
  /** The last day of a range. */
  until?: Day;
  night?: NightOf;
  part?: DayPart;
  clock?: Clock;
  /** The end of a range of the clock. */
  to?: Clock;
  ago?: Ago;
  now?: true;
  instant?: Date;
  /** The time is a bound only: it happened before, or after. */
  bound?: 'before' | 'after';
  /** `rough` is said of a number; `soft` is a way of speaking, which says nothing of a date. */
  about?: 'rough' | 'soft';
}>;

/**
 * Leaves out the fields that are undefined. Rules count the fields of a saying, and sayings are merged by spreading: a field
 * that is there counts as heard.
 */
export const heard = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

const mergeDay = (a: Day | undefined, b: Day | undefined): Day | undefined | 'conflict' => {
  if (!a || !b) return a ?? b;
  const keys = Object.keys(b) as (keyof Day)[];
  return keys.some(key => a[key] !== undefined && a[key] !== b[key]) ? 'conflict' : { ...a, ...b };
};

const mergeClock = (a: Clock | undefined, b: Clock | undefined): Clock | undefined | 'conflict' => {
  if (!a || !b) return a ?? b;
  return a.hour === b.hour && (a.minute ?? b.minute) === (b.minute ?? a.minute) ? { ...a, ...b } : 'conflict';
};

/** One saying made of two, or undefined when they contradict each other. */
export const merge = (a: Said, b: Said): Said | undefined => {
  const day = mergeDay(a.day, b.day);
  const clock = mergeClock(a.clock, b.clock);
  if (day === 'conflict' || clock === 'conflict') return undefined;
  if (a.part && b.part && a.part !== b.part) return undefined;
  if ((a.until && b.until) || (a.to && b.to) || (a.ago && b.ago)) return undefined;
  if (a.night && b.night && a.night !== b.night) return undefined;
  const about = a.about === 'rough' || b.about === 'rough' ? 'rough' : (a.about ?? b.about);
  return heard<Said>({ ...a, ...b, day, clock, about });
};
