import type { Occurred } from '../../time/occurred.ts';
import { findTimes, readTime } from '../../time/read.ts';
import type { FoundTime, TimeContext } from '../../time/reading.ts';
import { type Field, sure, unsure } from './field.ts';
import type { Passage, Span } from './passage.ts';

const optionsOf = ({ reading }: FoundTime): readonly Occurred[] => {
  if (reading.kind === 'understood') return [reading.occurred];
  return reading.kind === 'choose' || reading.kind === 'skipped_hour' ? reading.options : [];
};

const isClock = ({ precision }: Occurred): boolean => precision === 'minute' || precision === 'hour';

const same = (a: Occurred, b: Occurred): boolean =>
  a.precision === b.precision && a.start === b.start && a.end === b.end;

const spanOf = (found: readonly FoundTime[]): Span => {
  const last = found.at(-1);
  return { start: found[0]?.index ?? 0, end: last ? last.index + last.length : 0 };
};

/** Where the times of a text stand. */
export const timeSpans = (whole: Passage, context: TimeContext): readonly FoundTime[] =>
  findTimes(whole.text, context).filter(found => optionsOf(found).length > 0);

/**
 * When it happened. A day and an hour said apart are one time ("Вчора по Харкову ... о 15:40"); two days or two hours are
 * offered. A time beside a word of reporting is when it was reported, and is only offered.
 */
export const findTime = (
  whole: Passage,
  found: readonly FoundTime[],
  reported: (span: Span) => boolean,
  context: TimeContext,
): Field<Occurred> | undefined => {
  const happened = uncorrected(whole, found, context).filter(
    ({ index, length }) => !reported({ start: index, end: index + length }),
  );
  if (happened.length === 0) {
    const options = found
      .flatMap(optionsOf)
      .flatMap(option => [...boundOf(option), option])
      .slice(0, 4);
    return options.length > 0 ? unsure(options, spanOf(found)) : undefined;
  }
  const options = distinct(happened.flatMap(optionsOf));
  // "Since 24 February 2022", "after yesterday": a bound on one side is asked about.
  if (options.some(({ start, end }) => start === undefined || end === undefined))
    return unsure(options.slice(0, 4), spanOf(happened));
  const words = spanOf(happened);
  const [only] = options;
  if (only && options.length === 1) return sure(only, words);
  const joined = joinedTime(whole, happened, context);
  return joined ? sure(joined, words) : unsure(options.slice(0, 4), words);
};

/** It happened no later than it was reported. */
const boundOf = ({ end, zone, words }: Occurred): readonly Occurred[] =>
  end === undefined ? [] : [{ precision: 'unknown', end: end.slice(0, 10), zone, words }];

const correction =
  /(^|[\s,.;(])(ні|нет|no|точніше|точнее|вернее|вірніше|тобто|sorry|i mean|actually|rather|помили\S+|ошиб\S+)([\s,.;)]|$)/iu;

/** Without the times that the person takes back; what was not taken back stays ("вчора о третій, ні, о четвертій"). */
const uncorrected = (
  whole: Passage,
  found: readonly FoundTime[],
  context: TimeContext,
): readonly FoundTime[] => {
  const kept: FoundTime[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    const end = last ? last.index + last.length : 0;
    if (!last || !correction.test(whole.text.slice(end, one.index))) {
      kept.push(one);
      continue;
    }
    const length = one.index + one.length - last.index;
    const reading = readTime(whole.text.slice(last.index, last.index + length), context);
    const isClear = reading.kind === 'understood' || reading.kind === 'choose';
    kept[kept.length - 1] = isClear ? { index: last.index, length, reading } : one;
  }
  return kept;
};

const distinct = (times: readonly Occurred[]): readonly Occurred[] =>
  times.filter((time, index) => times.findIndex(other => same(time, other)) === index);

const isPart = ({ precision }: Occurred): boolean => precision === 'part_of_day';

/** The one time that a day and an hour, or a day and its part, said apart, come to. */
const joinedTime = (
  whole: Passage,
  found: readonly FoundTime[],
  context: TimeContext,
): Occurred | undefined => {
  const phrase = ({ index, length }: FoundTime) => whole.text.slice(index, index + length);
  const isFine = found.some(one => optionsOf(one).every(isClock)) ? isClock : isPart;
  const ofKind = (fine: boolean) => {
    const kind = found.filter(one => optionsOf(one).every(option => isFine(option) === fine));
    return distinct(kind.flatMap(optionsOf)).length === 1 || new Set(kind.map(phrase)).size === 1
      ? kind[0]
      : undefined;
  };
  const [fine, day] = [ofKind(true), ofKind(false)];
  if (!fine || !day || found.some(one => phrase(one) !== phrase(fine) && phrase(one) !== phrase(day)))
    return undefined;
  const reading = readTime(`${phrase(day)} ${phrase(fine)}`, context);
  return reading.kind === 'understood' && isFine(reading.occurred) ? reading.occurred : undefined;
};
