import type { Locale } from '../locale.ts';
import type { Occurred } from './occurred.ts';

/** What typed words about a time are read against. */
export type TimeContext = Readonly<{
  now: Date;
  /** The country's zone, not the phone's. */
  zone: string;
  /** The language of the chat. Words of all three languages are understood whatever it is; it only breaks ties. */
  locale: Locale;
  /** Is 3/4 March 4? Undefined: not known, so it is asked where the language leaves it open. */
  monthFirst?: boolean;
}>;

/** What typed words about a time mean. */
export type TimeReading =
  | Readonly<{ kind: 'understood'; occurred: Occurred }>
  /** The words allow several times that differ; the likeliest first, at most four. */
  | Readonly<{ kind: 'choose'; options: readonly Occurred[] }>
  /** The words can only mean a time that has not come yet. */
  | Readonly<{ kind: 'future'; occurred: Occurred }>
  /** Daylight saving skipped this wall time; the nearest ones that existed. */
  | Readonly<{ kind: 'skipped_hour'; options: readonly Occurred[] }>
  | Readonly<{ kind: 'not_understood' }>;

/** A time found in a longer text: where its words stand (UTF-16 offsets), and what they mean. */
export type FoundTime = Readonly<{ index: number; length: number; reading: TimeReading }>;
