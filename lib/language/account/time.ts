import type { Occurred } from '../../time/occurred.ts';
import type { FoundTime, TimeContext } from '../../time/reading.ts';
import {
  type Passage,
  type Span,
  type Stretch,
  spanOf as spanOfTokens,
  type Token,
} from '../passage/passage.ts';
import { agesOf } from '../people/age.ts';
import { readTime, timesIn as timesOf } from '../time/read.ts';
import { type Field, sure, unsure } from './field.ts';
import { clauseOf, saidIn } from './said.ts';

const optionsOf = ({ reading }: FoundTime): readonly Occurred[] => {
  if (reading.kind === 'understood') return [reading.occurred];
  return reading.kind === 'choose' || reading.kind === 'skipped_hour' ? reading.options : [];
};

const isClock = ({ precision }: Pick<Occurred, 'precision'>): boolean =>
  precision === 'minute' || precision === 'hour';

const same = (a: Occurred, b: Occurred): boolean =>
  a.precision === b.precision && a.start === b.start && a.end === b.end;

const spanOf = (found: readonly FoundTime[]): Span => {
  const last = found.at(-1);
  return { start: found[0]?.index ?? 0, end: last ? last.index + last.length : 0 };
};

/** The times of a text, in order. */
export const timesIn = (passage: Passage, context: TimeContext): readonly FoundTime[] => {
  const ages = [...agesOf(passage).values()].map(age => spanOfTokens(passage, age));
  const found = timesOf(passage, context);
  const said = found.length > 0 ? found : justNow(passage, context);
  return said.filter(
    found =>
      optionsOf(found).length > 0 &&
      !isCoordinate(passage.text, found) &&
      !ages.some(({ start, end }) => found.index < end && start < found.index + found.length),
  );
};

/** "щойно вибухнуло": now, where no other time is told. */
const justNow = (passage: Passage, context: TimeContext): readonly FoundTime[] =>
  saidIn(passage, 'just-now')
    .slice(0, 1)
    .map(one => {
      const { start, end } = spanOfTokens(passage, one);
      return { index: start, length: end - start, reading: readTime(nowWord, context) };
    });
const nowWord = 'зараз';

/** The digits after the point of "48.0127" look like an hour. */
const isCoordinate = (text: string, { index, length }: FoundTime): boolean =>
  /\d\.\d*$/.test(text.slice(Math.max(0, index - 4), index)) &&
  /^\d{3,}/.test(text.slice(index, index + length));

/** The tokens that a span of the text covers. */
export const stretchOf = ({ tokens }: Passage, { start, end }: Span): Stretch => {
  const from = firstAt(tokens, ({ end: to }) => to > start);
  const to = firstAt(tokens, token => token.start >= end);
  return { from, to: Math.max(from, to) };
};

/** The first of the tokens from which on something holds, by halving: a text may name hundreds of places. */
const firstAt = (tokens: Passage['tokens'], holds: (token: Token) => boolean): number => {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token && holds(token)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/**
 * When it happened. A day and an hour said apart are one time ("Вчора по Харкову ... о 15:40"); two days or two hours are
 * offered. A time beside a word of reporting is when it was reported, and is only offered.
 */
export const findTime = (
  passage: Passage,
  found: readonly FoundTime[],
  reported: (span: Span) => boolean,
  context: TimeContext,
): Field<Occurred> | undefined => {
  const told = uncorrected(passage, found, context).filter(
    ({ index, length }) => !reported({ start: index, end: index + length }) && !isAsOf(passage, index),
  );
  const happened = told.filter(one => !isAftermath(passage, one));
  if (happened.length === 0) {
    const options = found
      .flatMap(optionsOf)
      .flatMap(option => [...boundOf(option), option])
      .slice(0, 4);
    return options.length > 0 ? unsure(options, spanOf(found)) : undefined;
  }
  const all = distinct(happened.flatMap(optionsOf));
  const whole = all.filter(({ start, end }) => start !== undefined && end !== undefined);
  const options = whole.length > 0 ? whole : all;
  // "Since 24 February 2022", a season, "from 4 to 7": a bound on one side, or a stretch of time, is asked about.
  if (whole.length === 0 || whole.every(isStretch)) return unsure(options.slice(0, 4), spanOf(happened));
  const words = spanOf(happened);
  const [only] = options;
  if (only && options.length === 1)
    return happened.some(one => isBound(passage, one, only)) ? unsure(options, words) : sure(only, words);
  const joined = joinedTime(passage, happened, context);
  return joined ? sure(joined, words) : unsure(options.slice(0, 4), words);
};

const longestHour = 95 * 60_000;

/** Some hours, or some months: within it, when is not said. A year is what people say of long ago. */
const isStretch = ({ precision, start, end }: Occurred): boolean => {
  if (start === undefined || end === undefined) return false;
  if (precision === 'unknown') return !start.endsWith('-01-01');
  return isClock({ precision }) && Date.parse(`${end}Z`) - Date.parse(`${start}Z`) > longestHour;
};

/** "Станом на 12:00": when it was told of. */
const isAsOf = ({ all, tokens }: Passage, index: number): boolean =>
  all('t-told').some(({ to, lemma }) => {
    const gap = index - (tokens[to - 1]?.end ?? 0);
    return lemma.includes(' ') && gap >= -3 && gap <= 2;
  });

/** "з 5:00", "більше тижня тому", "вчора в обід": from then on, before then, or finer than it was read. */
const isBound = (passage: Passage, { index, length }: FoundTime, { precision }: Occurred): boolean => {
  const { from, to } = stretchOf(passage, { start: index, end: index + length });
  const begins = [from - 1, from].map(at => passage.tokens[at]?.text ?? '');
  const isNoon = passage.tokens
    .slice(from, to + 2)
    .some(({ text }, at, near) => noon.test(text) && !after.test(near[at - 1]?.text ?? ''));
  return (
    begins.some(word => moreThan.test(word) || (isClock({ precision }) && since.test(word))) ||
    (isNoon && !isClock({ precision }))
  );
};
const noon = /^(обід|обідня|обед|lunch|lunchtime)$/;
const after = /^(після|после|after)$/;
const moreThan = /^(більше|понад|больше|более|than)$/;
const since = /^(з|із|с|со|since|from)$/;

/** It happened no later than it was reported. */
const boundOf = ({ end, zone, words }: Occurred): readonly Occurred[] =>
  end === undefined ? [] : [{ precision: 'unknown', end: end.slice(0, 10), zone, words }];

/** "сегодня в больнице скончался": of what came after, in a clause that tells of no attack. */
const isAftermath = (passage: Passage, { index, length }: FoundTime): boolean => {
  const { from } = stretchOf(passage, { start: index, end: index + length });
  const clause = clauseOf(passage, from);
  const has = (family: string): boolean =>
    passage.all(family).some(one => clause.from <= one.from && one.from < clause.to);
  const isShort = clause.to - clause.from <= longestAftermath;
  return isShort && (has('later') || has('brought')) && !has('attack') && !has('munition');
};

/** Without punctuation a clause of more tokens tells of several things. */
const longestAftermath = 15;

/** Is something taken back between two places of the text? */
const isCorrected = (passage: Passage, start: number, end: number): boolean =>
  passage.all('taking-back').some(({ from, to }) => {
    const [first, last] = [passage.tokens[from], passage.tokens[to - 1]];
    return first !== undefined && last !== undefined && first.start >= start && last.end <= end;
  });

/** Without the times that the person takes back; what was not taken back stays ("вчора о третій, ні, о четвертій"). */
const uncorrected = (
  passage: Passage,
  found: readonly FoundTime[],
  context: TimeContext,
): readonly FoundTime[] => {
  const kept: FoundTime[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    const end = last ? last.index + last.length : 0;
    if (!last || !isCorrected(passage, end, one.index)) {
      kept.push(one);
      continue;
    }
    const length = one.index + one.length - last.index;
    const reading = readTime(passage.text.slice(last.index, last.index + length), context);
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
  passage: Passage,
  found: readonly FoundTime[],
  context: TimeContext,
): Occurred | undefined => {
  const phrase = ({ index, length }: FoundTime) => passage.text.slice(index, index + length);
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
