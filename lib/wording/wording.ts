import type { CasualtyGroup } from '../report/vocabulary.ts';
import type { DayPart, TimePrecision } from '../time/occurred.ts';

/** The words with which times, places and counts are shown in one language. */
export type Wording = Readonly<{ time: TimeWording; place: PlaceWording; count: CountWording }>;

export type TimeWording = Readonly<{
  tag: string;
  parts: Readonly<Record<DayPart, string>>;
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
  precisions: Readonly<Record<TimePrecision, string>>;
}>;

export type PlaceWording = Readonly<{
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
  nouns: Readonly<Record<CasualtyGroup, Forms>>;
}>;
