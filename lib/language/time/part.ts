import type { DayPart } from '../../time/occurred.ts';
import { type DayRead, dayAt, dayOrNumberAt, slashedDays } from './day.ts';
import { shape } from './digits.ts';
import { either, means, opt, type Rule, seq, skip, text, unless, word } from './rule/rule.ts';
import type { Words } from './rule/words.ts';
import { type Day, heard, type Said } from './said.ts';

/** What one saying of a time says, and what a long text needs before it counts (see `Item`). */
export type Read = Readonly<{ said: Said; evidence: 'own' | 'company' | 'answer' }>;

/** What is a time by itself, wherever it stands. */
export const own = (said: Said): Read => ({ said: heard(said), evidence: 'own' });
export const the = opt(word('t-the'));
const partOf = (value: string): DayPart => value as DayPart;
/** Whether a day is named or counted to, not only its month or year. */
export const isPoint = ({ day, weekday, shift, holiday }: Day): boolean =>
  (day ?? weekday ?? shift ?? holiday) !== undefined;

const timely = ['days-from-now', 'weekday', 'month', 'part', 'part-name'] as const;
/** Does a word of time, or a date, end right before, perhaps with a comma between? Then "в пять" is an hour. */
export const followsTime = (words: Words, at: number): boolean => {
  const before = words.text(at - 1) === ',' ? at - 2 : at - 1;
  if (timely.some(family => words.passage.at(family, before) !== undefined)) return true;
  return [before - 2, before - 4].some(place => {
    const date = shape(words, place);
    return date !== undefined && date.to === before + 1 && date.value.is !== 'clock';
  });
};
const night = word('part-name', 'night');
const toNight = seq(skip(2, word('t-at'), word('t-on'), word('t-the')), night);
const onAt = skip(2, word('t-on'), word('t-at'));
const intoNight = (a: DayRead, b: DayRead): Read =>
  a.impossible || b.impossible
    ? own({ impossible: true })
    : own({ day: b.day, part: 'night', night: 'into', nightFrom: a.day.day });

const nightBetweenDays = means(
  seq(dayOrNumberAt, word('t-onto'), the, dayOrNumberAt, opt(night)),
  ([a, , , b]): Read | undefined => intoNight(a, b),
);

/** "[ніч] з 4 на 5 травня", "в ніч на 5 травня", "the night of 5 May", "overnight into Sunday". */
export const nights: Rule<Read> = either<Read>(
  means(seq(toNight, opt(text('of', 'на', 'з', 'с', 'із')), slashedDays), ([, , [a, b]]) => intoNight(a, b)),
  means(
    seq(onAt, dayOrNumberAt, night, either(word('t-onto'), text('through')), dayOrNumberAt),
    ([, a, , , b]) => intoNight(a, b),
  ),
  means(
    seq(
      toNight,
      skip(2, word('t-since'), text('of', 'between', 'з', 'с', 'із', 'від', 'on'), word('t-the')),
      nightBetweenDays,
    ),
    ([, , read]) => read,
  ),
  means(
    seq(
      opt(toNight),
      text('з', 'із', 'с', 'со', 'зі', 'from'),
      dayOrNumberAt,
      text('на', 'into', 'to'),
      dayOrNumberAt,
      opt(night),
    ),
    ([led, , a, on, b]) =>
      (led !== undefined || on === 'на') &&
      (led !== undefined || (b.day.month ?? b.day.weekday ?? b.day.shift) !== undefined) &&
      !b.impossible
        ? own({ day: b.day, part: 'night', night: 'into', nightFrom: a.day.day })
        : undefined,
  ),
  means(
    seq(
      toNight,
      text('на', 'проти', 'против', 'під', 'into', 'onto', 'to', 'before', 'перед'),
      dayOrNumberAt,
    ),
    ([, , { day, impossible }]) =>
      impossible ? own({ impossible }) : own({ day, part: 'night', night: 'into' }),
  ),
  means(seq(toNight, text('of', 'on', 'з', 'із'), dayOrNumberAt), ([, link, { day, impossible }]) => {
    if (impossible) return own({ impossible });
    return link === 'on' ? undefined : own({ day, part: 'night', night: 'begins' });
  }),
);

const partShift = (shift: number, part: DayPart): Read =>
  own({ day: { shift }, part, night: part === 'night' && shift !== 0 ? 'begins' : undefined });

/** "минулої ночі", "this morning", "прошлым вечером", "night before last", "tonight", "Saturday night". */
export const namedPart: Rule<Read> = either<Read>(
  means(seq(skip(2, word('t-just'), word('t-maybe')), word('t-small-hours')), () =>
    own({ part: 'night', night: 'early' }),
  ),
  means(seq(word('t-which', '-2', '-1', '0'), word('part-name')), ([which, part]) =>
    partShift(Number(which), partOf(part)),
  ),
  means(seq(the, word('t-which', '-2', '-1', '0'), word('part-name')), ([, which, part]) =>
    partShift(Number(which), partOf(part)),
  ),
  means(seq(the, word('part-name'), word('t-before-last')), ([, part]) => partShift(-2, partOf(part))),
  means(seq(the, text('night'), text('before')), () => partShift(-1, 'night')),
  means(word('t-tonight'), () => own({ day: { shift: 0 }, part: 'night', night: 'begins' })),
  means(seq(onAt, dayAt, word('part-name', 'night')), ([, { day }]) =>
    day.holiday === undefined ? undefined : own({ day, part: 'night', night: 'into' }),
  ),
  means(
    unless(
      seq(skip(2, word('t-on'), word('t-at'), word('t-maybe')), dayAt, text('night')),
      either(word('t-onto'), text('from', 'of')),
    ),
    ([, { day }]) => (isPoint(day) ? own({ day, part: 'night', night: 'begins' }) : undefined),
  ),
  means(
    unless(
      seq(text('late', 'early'), opt(text('on')), dayAt),
      either<unknown>(word('part-name'), word('part'), word('t-at')),
    ),
    ([edge, , { day }]) =>
      (day.weekday ?? day.shift) === undefined
        ? undefined
        : own({ day, part: edge === 'late' ? 'evening' : 'morning' }),
  ),
);

export const attack = word('t-attack');
const edges = skip(
  3,
  word('t-at'),
  word('t-on'),
  word('t-the'),
  word('t-late'),
  word('t-early'),
  word('t-about'),
  word('t-maybe'),
  text('in', 'of', 'з', 'с'),
);

/** "у вечірній час", "в ранкові години". */
const hours = text('час', 'часи', 'години', 'годину', 'пору', 'пора', 'время', 'часы', 'hours', 'time');
const edgedPart = seq(edges, word('part-name'));

/** A part of the day: "вранці", "під вечір", "до обіду", "at dawn", "нічна атака". */
export const part: Rule<Read> = either<Read>(
  means(word('part'), value => own({ part: partOf(value) })),
  means(
    seq(
      skip(
        3,
        word('t-at'),
        word('t-on'),
        word('t-the'),
        word('t-late'),
        word('t-early'),
        word('t-third', '1', '2'),
      ),
      word('part'),
    ),
    ([, value]) => own({ part: partOf(value) }),
  ),
  means(seq(edges, word('part-adjective'), opt(word('part-adjective')), either(attack, hours)), ([, value]) =>
    own({ part: partOf(value) }),
  ),
  (words, at) => {
    const found = edgedPart(words, at);
    if (!found) return undefined;
    const [passed, value] = found.value;
    const isLed = passed.length > 0 || followsTime(words, at);
    return { value: { said: { part: partOf(value) }, evidence: isLed ? 'own' : 'company' }, to: found.to };
  },
);
