import type { DayPart } from '../../time/occurred.ts';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A day, or a longer stretch, as it was named; nothing is worked out yet. */
export type Day = Readonly<{
  day?: number;
  month?: number;
  year?: number;
  /** Day and month in digits, whose order is open: as if day first. */
  either?: true;
  /** 1 is Monday. */
  weekday?: number;
  which?: -2 | -1 | 0 | 1;
  /** Days, weeks, months, years from the present one. */
  shift?: number;
  week?: number;
  monthShift?: number;
  yearShift?: number;
  weekend?: true;
  /** The beginning, middle or end of a month or year. */
  third?: 0 | 1 | 2;
  /** "the second half of March", "the last week of April" (-1). */
  piece?: Readonly<{ of: 'half' | 'week' | 'decade'; index: number }>;
  /** 0 spring … 3 winter. */
  season?: number;
  /** With month and year: the two digits of the year may be this day of the month instead ("березня 22"). */
  orDay?: number;
  /** As the words have it: `easter+49`, `12-25|01-07`, `night-12-31`. */
  holiday?: string;
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
  /** The day of the month on which that night began, where both were named: "з 4 на 5". */
  nightFrom?: number;
  part?: DayPart;
  clock?: Clock;
  /** The end of a range of the clock. */
  to?: Clock;
  ago?: Ago;
  now?: true;
  instant?: Date;
  /** The time is a bound only: it happened before or after it, by it (no later), or from it on. */
  bound?: 'before' | 'by' | 'after' | 'from';
  /** `rough` is said of a number; `soft` is a way of speaking, which says nothing of a date. */
  about?: 'rough' | 'soft';
  /** A bound that nobody here can place: "before curfew". */
  unplaced?: true;
  /** Numbers that no calendar or clock has: 32 January, 25:00. */
  impossible?: true;
}>;

/** Leaves out the fields that are undefined: sayings are merged by spreading, and a field that is there counts as heard. */
export const heard = <Fields extends object>(fields: Fields): Fields => {
  const kept: Partial<Fields> = {};
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as Fields;
};

const joinDay = (a: Day | undefined, b: Day | undefined): Day | undefined | 'conflict' => {
  if (!a || !b) return a ?? b;
  const keys = Object.keys(b) as (keyof Day)[];
  return keys.some(key => a[key] !== undefined && a[key] !== b[key]) ? 'conflict' : { ...a, ...b };
};

const joinClock = (a: Clock | undefined, b: Clock | undefined): Clock | undefined | 'conflict' => {
  if (!a || !b) return a ?? b;
  return a.hour === b.hour && (a.minute ?? b.minute) === (b.minute ?? a.minute) ? { ...a, ...b } : 'conflict';
};

/** The hours, 0–24, of each part of the day, at their widest. */
const widest = { night: [17, 9], morning: [0, 13], day: [9, 19], evening: [14, 25] } as const;

/** "вчора ввечері спали, а о 3 ночі бахнуло": an hour with a part of its own may be of another. */
const fits = (part: DayPart | undefined, clock: Clock | undefined): boolean => {
  if (!part || !clock?.half || clock.half === part) return true;
  const { hour, half } = clock;
  const isLate =
    half === 'pm' || half === 'evening' || (half === 'day' && hour < 8) || (half === 'night' && hour > 6);
  const at = isLate && hour < 12 ? hour + 12 : hour;
  const [from, to] = widest[part];
  return from < to ? at >= from && at < to : at >= from || at < to;
};

/** One saying made of two, or undefined when they contradict each other. */
export const merge = (a: Said, b: Said): Said | undefined => {
  const day = joinDay(a.day, b.day);
  const clock = joinClock(a.clock, b.clock);
  if (day === 'conflict' || clock === 'conflict') return undefined;
  if (a.part && b.part && a.part !== b.part) return undefined;
  if (!fits(a.part, b.clock) || !fits(b.part, a.clock)) return undefined;
  if ((a.until && b.until) || (a.to && b.to) || (a.ago && b.ago)) return undefined;
  if (a.night && b.night && a.night !== b.night) return undefined;
  if (a.bound && b.bound && a.bound !== b.bound) return undefined;
  const about = a.about === 'rough' || b.about === 'rough' ? 'rough' : (a.about ?? b.about);
  return heard<Said>({ ...a, ...b, day, clock, about });
};

/** The first day of a pair takes from the second the month and year that it leaves out: "3–5 травня", "лютий–березень 2022". */
export const borrow = (first: Day, second: Day): Day => {
  const isDated = (first.day ?? first.month ?? first.season) !== undefined;
  if (!isDated || first.year !== undefined) return first;
  const needsMonth = first.month === undefined && first.season === undefined;
  return heard({
    ...first,
    month: needsMonth ? second.month : first.month,
    year: second.year,
    yearShift: second.yearShift ?? first.yearShift,
  });
};

/** What was said, taken back in part: what the new words speak of replaces what the old ones said of it. */
export const correct = (old: Said, said: Said): Said => {
  const { day, until, night, nightFrom, ago, now, instant, clock, to, part, ...rest } = old;
  const isDate = (said.day ?? said.ago ?? said.now ?? said.instant) !== undefined;
  const keptDate = isDate ? {} : { day, until, night, nightFrom, ago, now, instant };
  const keptClock = said.clock ? {} : { clock, to };
  const keptPart = said.part === undefined ? { part } : {};
  const kept = heard<Said>({ ...rest, ...keptDate, ...keptClock, ...keptPart });
  const named = said.day && day ? { ...said, day: borrow(said.day, day) } : said;
  return merge(kept, named) ?? { ...kept, ...named };
};
