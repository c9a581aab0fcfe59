/**
 * The words with which times, places and counts are shown in one language. Nothing is imported here, so that every room
 * may import the languages. Whatever words a value with this (`lib/time/format.ts`, `lib/report/count-format.ts`) does not
 * compile while a part of the day, a precision or a group lacks its word.
 */
export type Wording = Readonly<{ time: TimeWording; place: PlaceWording; count: CountWording }>;

export type TimeWording = Readonly<{
  tag: string;
  parts: Readonly<Record<'night' | 'morning' | 'day' | 'evening', string>>;
  afterMidnight: string;
  night: (from: string, to: string) => string;
  /** About a whole hour of the clock, 0–23. */
  aboutHour: (hour: number) => string;
  aboutMinute: (time: string) => string;
  between: (from: string, to: string) => string;
  unknown: string;
  exactUnknown: string;
  notAfter: (date: string) => string;
  notBefore: (date: string) => string;
  year: (year: string) => string;
  precisions: Readonly<
    Record<'minute' | 'hour' | 'part_of_day' | 'day' | 'week' | 'month' | 'unknown', string>
  >;
}>;

type PlaceWording = Readonly<{
  unknown: string;
  /** Precedes the name of a settlement that the place is near to, not in. */
  near: string;
}>;

export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
/** The case of the noun after a number that has a word before it; `many` is the genitive plural. */
export type Case = 'nominative' | 'genitive';
export type CountWording = Readonly<{
  unknown: string;
  ofThem: (part: string) => string;
  /** Whether "of them" stands between the number and its people ("3 of them medics") or before both ("з них 3 медики"). */
  ofThemInside: boolean;
  atLeast: readonly [word: string, noun: Case];
  upTo: readonly [word: string, noun: Case];
  about: readonly [word: string, noun: Case];
  nouns: Readonly<
    Record<
      'children' | 'women' | 'men' | 'medics' | 'rescuers' | 'journalists' | 'humanitarian_workers',
      Forms
    >
  >;
}>;
