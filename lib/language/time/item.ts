import { agoAt, aheadAt, besideAt } from './ago.ts';
import { type ClockRead, clockAt, introduction, isNought } from './clock.ts';
import { type DayRead, dayAt, dayOrNumberAt, slashedDays } from './day.ts';
import { shape } from './digits.ts';
import { number } from './number.ts';
import { attack, followsTime, isPoint, namedPart, nights, own, part, type Read, the } from './part.ts';
import { either, means, opt, type Rule, seq, skip, text, unless, word } from './rule/rule.ts';
import type { Words } from './rule/words.ts';
import { borrow, type Clock, heard, type Said } from './said.ts';

/**
 * A stretch of tokens that says something of a time. `evidence` is what a long text needs before it counts: `own`, nothing
 * more; `company`, another time right beside it; `answer`: only where the whole text answers when it was.
 */
export type Item = Readonly<{
  from: number;
  to: number;
  said: Said;
  evidence: 'own' | 'company' | 'answer';
  /** "не вчора" */
  denied: boolean;
}>;

const rangeOf = (a: DayRead, b: DayRead, isOr: boolean): Read | undefined => {
  if (a.impossible || b.impossible) return { said: { impossible: true }, evidence: 'own' };
  const [first, second] = [a.day, b.day];
  // "5–травень" is no range: both must be days, or both longer stretches.
  if (isPoint(first) !== isPoint(second)) return undefined;
  const monthFirst = second.day !== undefined && second.month === undefined ? { month: first.month } : {};
  const until = heard({ ...second, ...monthFirst });
  const evidence = a.evidence === 'own' || b.evidence === 'own' ? 'own' : a.evidence;
  return { said: { day: borrow(first, until), until }, evidence: isOr ? a.evidence : evidence };
};

const lead = skip(3, word('t-maybe'), word('t-at'), word('t-about'), word('t-on'));
const alternative = seq(opt(text(',')), word('t-or'));
const afterJoint = skip(2, word('t-on'), word('t-the'), word('t-at'), word('t-maybe'));

const firstOfDays = seq(lead, word('t-between'), dayOrNumberAt);
/** "з 3 по 5 травня", "between 24 February and 30 March", "3–5 травня", "вчора або позавчора". */
const days: Rule<Read> = either<Read>(
  means(
    seq(firstOfDays, either(word('t-to'), word('t-and')), afterJoint, dayOrNumberAt),
    ([[, , a], , , b]) =>
      a.day.month === undefined &&
      b.day.month === undefined &&
      a.day.day !== undefined &&
      a.evidence !== 'own'
        ? undefined
        : rangeOf(a, b, false),
  ),
  means(seq(lead, dayOrNumberAt, text('-'), dayOrNumberAt), ([, a, , b]) =>
    (b.day.month ?? a.day.month) === undefined && (a.day.day ?? b.day.day) !== undefined
      ? undefined
      : rangeOf(a, b, false),
  ),
  means(seq(lead, dayOrNumberAt, word('t-and'), dayOrNumberAt), ([, a, , b]) =>
    Object.keys(a.day).join() === 'day' && b.day.day !== undefined && b.day.month !== undefined
      ? rangeOf(a, b, false)
      : undefined,
  ),
  means(seq(lead, slashedDays), ([, [a, b]]) => (b.day.month ? rangeOf(a, b, false) : undefined)),
  means(seq(lead, dayAt, word('t-to', ''), dayAt), ([, a, , b]) =>
    a.evidence === 'own' && isPoint(a.day) ? rangeOf(a, b, false) : undefined,
  ),
  means(seq(lead, dayOrNumberAt, alternative, afterJoint, dayAt), ([, a, , , b]) => rangeOf(a, b, true)),
);

const bothHalves = (a: ClockRead, b: ClockRead): Read | undefined => {
  if (a.impossible || b.impossible) return { said: { impossible: true }, evidence: 'own' };
  const half = a.half ?? b.half;
  const isEarly = half === 'am' || half === 'morning' || half === 'night';
  if (isEarly && a.hour <= 12 && b.hour > 12) return undefined;
  const { sure: _a, ...clock } = { ...a, half };
  const { sure: _b, ...to } = { ...b, half: b.half ?? half };
  const inDigits = a.minute !== undefined && b.minute !== undefined;
  const evidence = inDigits || half !== undefined ? 'own' : 'answer';
  return { said: { clock: heard(clock), to: heard(to) }, evidence };
};

const jointAlone = either<string>(text('-', 'to'), word('t-or'));
const jointBetween = either<string>(jointAlone, word('t-to'), word('t-and'), text('до'));

/** "між третьою і четвертою", "з 22:00 до 23:30", "3-4 ранку", "о 3 чи 4 ночі". */
const clocks: Rule<Read> = (words, start) => {
  const before = introduction(words, start);
  const between = words.sense('t-between', before.to);
  const inner = introduction(words, between?.to ?? before.to);
  const first = clockAt(words, inner.to, true);
  if (!first) return undefined;
  const joint = (between ? jointBetween : jointAlone)(words, first.to);
  const second =
    joint && !isNought(words, joint.to) ? clockAt(words, introduction(words, joint.to).to, true) : undefined;
  // "8:40 / 20:40": one or the other, not what lies between.
  const isApart = second && words.sense('t-or', first.to) && second.value.hour - first.value.hour > 2;
  const read = second && !isApart ? bothHalves(first.value, second.value) : undefined;
  if (!read || !second) return undefined;
  const isLed = between !== undefined || before.firm;
  const isSure = read.evidence === 'own' || (second.value.sure === true && isLed);
  if (!isSure && words.isForeign(second.to)) return undefined;
  return { value: { ...read, evidence: isSure ? 'own' : 'answer' }, to: second.to };
};

const counts =
  /(?:их|ів|їв|ей|ов|ев|ам|ами|ьох|ах|ях|оє|ро|ок|ма|ка|ти|ми|мм|м|км|г|кг|грн|осіб|людей|чоловік|человек|тіл|ин|street|people|houses|killed|wounded|injured|dead|rockets|drones)$/;
/** A word that ends like the plural of what can be counted: "о 8 поранених". */
const isCounted = (words: Words, at: number): boolean => words.isForeign(at) && counts.test(words.text(at));

const whichPart = seq(word('t-which', '-1', '0'), either(word('part-name'), word('weekday')));
const onWeekday = seq(text('on'), word('weekday'));
const precedesTime = (words: Words, at: number): boolean =>
  words.sense('days-from-now', at) !== undefined ||
  whichPart(words, at) !== undefined ||
  onWeekday(words, at) !== undefined;

const since = word('t-since');

const clock: Rule<Read> = (words, start) => {
  const from = since(words, start);
  const intro = introduction(words, from?.to ?? start);
  const follows = followsTime(words, start);
  const led = intro.led || from !== undefined;
  const found = clockAt(words, intro.to, led || follows || precedesTime(words, intro.to + 1));
  if (!found) return undefined;
  const { sure, impossible, ...value } = found.value;
  if (impossible) return { value: { said: { impossible: true }, evidence: 'own' }, to: found.to };
  const isBare = !sure && value.minute === undefined && value.half === undefined;
  if (from && isBare) return undefined;
  const isDigital = shape(words, intro.to)?.value.is === 'pair';
  const unitBefore = words.passage.at('unit', start - 1)?.value;
  if (isBare && unitBefore !== undefined && unitBefore !== 'hour') return undefined;
  if (isBare && !led && (words.isForeign(found.to) || words.isForeign(start - 1))) return undefined;
  // "3, 4 або 5 травня": one of a list.
  if (isBare && !led && words.text(found.to) === ',' && number(words, found.to + 1)) return undefined;
  if (isBare && (isCounted(words, found.to) || words.sense('unit', found.to))) return undefined;
  const isOrdinal = number(words, intro.to)?.value.ordinal !== undefined;
  if (intro.about && !intro.firm && isOrdinal && isBare && words.isForeign(found.to)) return undefined;
  const isExact = value.half !== undefined || (value.minute !== undefined && !isDigital);
  const isAnnounced =
    intro.firm ||
    (led && sure === true && !isDigital) ||
    value.midnight ||
    (value.hour === 12 && sure && !value.dial);
  const isJoined = led && (follows || precedesTime(words, found.to));
  const isStreet =
    intro.firm && isBare && words.passage.tokens[found.to]?.capital === true && words.isForeign(found.to);
  const evidence =
    ((isExact || isAnnounced || isJoined) && !isStreet) || (follows && sure) ? 'own' : 'answer';
  return {
    value: {
      said: heard<Said>({ clock: heard<Clock>(value), about: intro.about ? 'rough' : undefined }),
      evidence,
    },
    to: found.to,
  };
};

const now: Rule<Read> = means(
  either<unknown>(word('t-now'), seq(opt(number), word('unit', 'second'), opt(number), word('t-ago'))),
  () => own({ now: true }),
);
const instant: Rule<Read> = (words, at) => {
  const found = shape(words, at);
  return found?.value.is === 'instant'
    ? { value: own({ instant: found.value.instant }), to: found.to }
    : undefined;
};

const curfewAt = either<unknown>(
  seq(word('t-curfew'), opt(word('t-oclock'))),
  seq(the, opt(word('part-adjective')), word('t-signal')),
);
const boundOf = (value: string): Said['bound'] =>
  (['before', 'by', 'after'] as const).find(bound => bound === value) ?? 'from';

const justMaybe = skip(2, word('t-just'), word('t-maybe'));
const toTarget = skip(3, word('t-the'), word('t-on'), word('t-at'), word('t-about'));
const afterBound = either(word('t-inclusive'), word('part-name'));
const toDay = skip(
  4,
  ...['t-at', 't-on', 't-the', 't-maybe', 't-exact'].map(family => word(family)),
  means(word('t-about'), () => 'rough'),
);
const theRelative = seq(the, word('t-relative'));

/** "не пізніше", "before", "після", "з 24 лютого": what follows is a bound. */
const bound: Rule<Read> = (words, start) => {
  const at = justMaybe(words, start)?.to ?? start;
  const named = words.sense('t-bound', at);
  const from = since(words, at);
  const start_ = named ?? from;
  if (!start_) return undefined;
  const kind = named ? boundOf(named.value) : 'from';
  const curfew = curfewAt(words, start_.to);
  if (curfew) return { value: own({ unplaced: true }), to: curfew.to };
  const target = toTarget(words, start_.to)?.to ?? start_.to;
  const asDay = dayAt(words, target);
  const asClock = clockAt(words, target, true);
  const isHour = asClock !== undefined && (asClock.value.sure ?? asClock.value.half) !== undefined;
  const isBareHour =
    asClock !== undefined && !asDay && !words.isForeign(asClock.to) && !words.sense('unit', asClock.to);
  const isClock = (isHour && (!asDay || asClock.to > asDay.to)) || isBareHour;
  if (asDay && !isClock) {
    if (asDay.value.impossible) return { value: own({ impossible: true }), to: asDay.to };
    if ([asDay.to, asDay.to + 1].some(place => attack(words, place))) return undefined;
    return {
      value: { said: { bound: kind, day: asDay.value.day }, evidence: asDay.value.evidence },
      // "не позже вчерашнего вечера": a bound knows no hour.
      to: (named && afterBound(words, asDay.to)?.to) ?? asDay.to,
    };
  }
  // "с 4 утра" says when it began.
  if (!isClock || !asClock || !named) return undefined;
  const { sure: _sure, impossible, ...value } = asClock.value;
  const said = impossible ? { impossible } : { bound: kind, clock: heard<Clock>(value) };
  return { value: { said, evidence: isHour ? 'own' : 'company' }, to: asClock.to };
};

const day: Rule<Read> = (words, start) => {
  const passed = toDay(words, start);
  const found = passed && dayAt(words, passed.to);
  if (!found) return undefined;
  const { day: value, evidence, impossible } = found.value;
  if (impossible) return { value: { said: { impossible }, evidence }, to: found.to };
  const about = passed.value.includes('rough') ? 'rough' : undefined;
  return { value: { said: heard<Said>({ day: value, about }), evidence }, to: found.to };
};

const about: Rule<Read> = unless(
  means(word('t-about'), () => ({ said: { about: 'rough' }, evidence: 'answer' }) as const),
  number,
);
const curfew: Rule<Read> = means(
  either<unknown>(
    seq(skip(3, word('t-at'), word('t-on'), word('t-the')), word('t-curfew'), opt(word('t-oclock'))),
    seq(word('t-during'), curfewAt),
  ),
  () => ({
    said: { unplaced: true },
    evidence: 'answer',
  }),
);
/** Told by another event: where that event has a time, it is too hard to reckon, and is asked about. */
const beside: Rule<Read> = (words, at) => {
  const found = besideAt(words, at);
  const relative = theRelative(words, at);
  if (relative && relative.to >= (found?.to ?? 0))
    return { value: { said: { impossible: true }, evidence: 'answer' }, to: relative.to };
  if (!found) return undefined;
  if (found.value) return { value: own({ impossible: true }), to: found.to };
  const target = toTarget(words, found.to)?.to ?? found.to;
  const anchor = dayAt(words, target) ?? clockAt(words, target, true);
  return anchor
    ? { value: { said: { impossible: true }, evidence: 'answer' }, to: anchor.to }
    : { value: { said: { unplaced: true }, evidence: 'answer' }, to: found.to };
};
const saidAgo: Rule<Read> = means(agoAt, own);
const saidAhead: Rule<Read> = means(aheadAt, said => ({ said, evidence: 'answer' }) as const);

/** In the order that decides between equally long ones. */
const item: Rule<Read> = either<Read>(
  instant,
  nights,
  namedPart,
  saidAgo,
  saidAhead,
  days,
  clocks,
  now,
  part,
  bound,
  day,
  clock,
  curfew,
  beside,
  about,
);

/** Nobody says more of times than this in one message; what comes later is not read. */
const mostItems = 100;

/** Everything in the words that speaks of a time, in order. */
export const itemsOf = (words: Words): readonly Item[] => {
  const items: Item[] = [];
  const { tokens } = words.passage;
  for (let at = 0; at < tokens.length && items.length < mostItems; ) {
    const found = words.mayBegin(at) && !words.passage.at('greeting', at) ? item(words, at) : undefined;
    if (!found) {
      at++;
      continue;
    }
    const denied = words.sense('t-not', at - 1) !== undefined;
    items.push({ from: at, to: found.to, ...found.value, denied });
    at = found.to;
  }
  return items;
};
