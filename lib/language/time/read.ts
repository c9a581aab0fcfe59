import { otherLayouts } from '../../place/gazetteer/spelling.ts';
import { unknownTime } from '../../time/presets.ts';
import type { FoundTime, TimeContext, TimeReading } from '../../time/reading.ts';
import { type Passage, readPassage, type Stretch } from '../passage/passage.ts';
import { beginningOf } from '../text/cut.ts';
import { type Item, itemsOf } from './item.ts';
import { number } from './number.ts';
import { distinct, resolve, stretchOf } from './resolve.ts';
import { type Words, wordsOf } from './rule/words.ts';
import { borrow, correct, heard, merge, type Said } from './said.ts';

/** The words that are kept with an answer: as typed, but not without end. */
const longestWords = 200;
const longestAnswer = 1000;
/** An answer with more words than these beside the time is read with the care of an account. */
const mostOtherWords = 2;
/** With more than these, a number that only an answer would hold is none. */
const mostOtherWordsOfAnswer = 5;

/** Nobody tells of more times than these; to place one costs more than to read it. */
const mostTimes = 30;

type Group = Readonly<{ from: number; to: number; said: Said; evidence: Item['evidence'] }>;
/** What was said of one time, and where. */
type Told = Stretch & Readonly<{ said: Said }>;

const isTime = ({ said }: Pick<Item, 'said'>): boolean =>
  Object.keys(said).some(key => key !== 'bound' && key !== 'about');

const stronger = (a: Item['evidence'], b: Item['evidence']): Item['evidence'] => {
  if (a === 'own' || b === 'own') return 'own';
  return a === 'company' || b === 'company' ? 'company' : 'answer';
};

/**
 * Reads a whole answer to "when was it?", in any of the three languages or a mixture. What comes back is never more exact than
 * the words; what they leave open is nearest in the past, or offered as a choice. What is impossible, or only half
 * understood, is not understood.
 */
export const readTime = (text: string, context: TimeContext): TimeReading => {
  const kept = beginningOf(text.trim(), longestWords);
  const read = readAnswer(text.slice(0, longestAnswer), context, kept);
  if (read) return read;
  const retyped = inOtherLayouts(text.slice(0, longestWords)).map(one => readAnswer(one, context, kept));
  return retyped.find(reading => reading !== undefined) ?? { kind: 'not_understood' };
};

/** As if typed with the keyboard on another language; what has digits in it stays. */
const inOtherLayouts = (text: string): readonly string[] =>
  [0, 1].map(layout =>
    text.replace(/\S+/g, word => (/\d/.test(word) ? word : (otherLayouts(word)[layout] ?? word))),
  );

/** Undefined: nothing in it speaks of a time. */
const readAnswer = (text: string, context: TimeContext, kept: string): TimeReading | undefined => {
  const words = wordsOf(readPassage(text), 'answer');
  const all = itemsOf(words);
  const items = itemsOfAnswer(words, all);
  if (items.some(({ said }) => said.impossible)) return { kind: 'not_understood' };
  const placed = items.filter(item => isTime(item) && !item.denied && !item.said.unplaced);
  if (placed.length === 0) {
    const isUnknown = ['knowing', 't-unknown'].some(family => words.passage.all(family).length > 0);
    if (isUnknown) return { kind: 'understood', occurred: { ...unknownTime(context.zone), words: kept } };
    return all.length > 0 ? { kind: 'not_understood' } : undefined;
  }
  if (leavesTimeUnread(words, items, all)) return { kind: 'not_understood' };
  const spoken = items.filter(item => !item.said.unplaced && !(placed.length > 1 && isStory(words, item)));
  const happened = spoken.filter((_, index) => !isTold(words, spoken, index));
  const at = (told: Told): TimeReading => resolve(told.said, context, kept);
  if (!happened.some(isTime)) return combine(groupsOf(words, spoken).map(told => notAfter(at(told))));
  const groups = groupsOf(words, happened);
  return spanOf(words, groups, context, kept) ?? combine(groups.map(at));
};

const isForeignAt =
  ({ isForeign, passage: { tokens } }: Words) =>
  (index: number): boolean =>
    tokens[index]?.kind === 'word' && isForeign(index);

/** "the ambulance came in 40 minutes": how long something else took, told in a clause of its own. */
const isStory = (words: Words, { from, to, said }: Item): boolean => {
  const tellsLength = said.ago !== undefined && said.ago.most <= 0;
  return tellsLength && [from - 1, from - 2, to].some(isForeignAt(words));
};

/** From one whole time to another: "from 11 pm on 3 May until 2 am on 4 May", "з п'ятниці вечора до ранку суботи". */
const spanOf = (
  words: Words,
  [first, second, ...rest]: readonly Told[],
  context: TimeContext,
  kept: string,
): TimeReading | undefined => {
  if (!first || !second || rest.length > 0) return undefined;
  const has = (family: string, ...places: readonly number[]): boolean =>
    places.some(place => words.sense(family, place) !== undefined);
  const opens = has('t-between', first.from, first.from - 1);
  const adds = has('t-and', second.from - 1);
  const closes = adds ? opens : has('t-to', second.from, second.from - 1);
  const isFine = ({ said }: Told): boolean => (said.clock ?? said.part) !== undefined && !said.ago;
  if (!closes || !isFine(first) || !isFine(second) || first.said.to || second.said.to) return undefined;
  const { bound: _from, ...from } = first.said;
  const { bound: _to, ...to } = second.said;
  const [fromDay, toDay] = [from.day ?? to.day, to.day ?? from.day];
  if (from.clock && to.clock && !to.day) return resolve(heard({ ...from, to: to.clock }), context, kept);
  const start = resolve(heard({ ...from, day: fromDay && toDay && borrow(fromDay, toDay) }), context, kept);
  const end = resolve(heard({ ...to, day: toDay }), context, kept);
  if (start.kind !== 'understood' || end.kind !== 'understood') return undefined;
  const occurred = stretchOf(start.occurred, end.occurred, to.clock !== undefined);
  return occurred && { kind: 'understood', occurred: { ...occurred, words: kept } };
};

/** Between a word of telling and the time at which it was told. */
const farthestTold = 3;

/** Is this the time at which it was told of: "reported on 11 May", "прочитав сьогодні, що …"? */
const isTold = (words: Words, items: readonly Item[], index: number): boolean => {
  const { from = 0, to = 0 } = items[index] ?? {};
  const before = Math.max(items[index - 1]?.to ?? 0, from - farthestTold);
  const after = Math.min(items[index + 1]?.from ?? Number.POSITIVE_INFINITY, to + farthestTold);
  const tells = (place: number): boolean => words.passage.at('t-told', place) !== undefined;
  const stops = (place: number): boolean =>
    words.text(place) === ',' || words.sense('t-that', place) !== undefined;
  // "станом на" and "пост від" may reach into the time's own words.
  for (let place = from; place >= before && (place === from || !stops(place)); place--)
    if (tells(place)) return true;
  for (let place = to; place < after && !stops(place); place++) if (tells(place)) return true;
  return false;
};

/** It happened no later than it was told of. */
const notAfter = (reading: TimeReading): TimeReading => {
  if (reading.kind !== 'understood') return reading;
  const { end, start, zone, words } = reading.occurred;
  const last = (end ?? start)?.slice(0, 10);
  const occurred = { ...unknownTime(zone, { end: last }), words };
  return last === undefined ? reading : { kind: 'understood', occurred };
};

const itemsOfAnswer = (words: Words, items: readonly Item[]): readonly Item[] => {
  const { tokens } = words.passage;
  const covered = coverOf(words, items);
  const others = tokens.filter(
    ({ kind }, index) => kind === 'word' && words.isForeign(index) && !covered[index],
  );
  if (others.length <= mostOtherWords) return items;
  const careful = careAbout(words, items);
  return careful.some(item => isTime(item) && !item.denied) || others.length > mostOtherWordsOfAnswer
    ? careful
    : items;
};

/** For each token, whether one of these holds it. */
const coverOf = ({ passage }: Words, stretches: readonly Stretch[]): readonly boolean[] => {
  const covered = new Array<boolean>(passage.tokens.length).fill(false);
  for (const { from, to } of stretches) covered.fill(true, from, to);
  return covered;
};

/** Only what would be a time in an account too. */
const careAbout = (words: Words, items: readonly Item[]): readonly Item[] => {
  const sure = coverOf(
    words,
    joined(words, items).filter(({ evidence }) => evidence === 'own'),
  );
  return items.filter(({ from }) => sure[from]);
};

/** Sayings that fit together, made one; what contradicts begins the next, unless the person corrects themself. */
const groupsOf = (words: Words, items: readonly Item[]): readonly Told[] => {
  const groups: Told[] = [];
  let previous = 0;
  for (const { from, to, said, denied } of items) {
    const corrects = Array.from({ length: from - previous }, (_, index) => previous + index).some(
      index => words.sense('t-rather', index) !== undefined,
    );
    previous = to;
    if (denied) continue;
    const last = groups.at(-1);
    const one = last && (corrects ? correct(last.said, said) : merge(last.said, said));
    if (last && one) groups[groups.length - 1] = { from: last.from, to, said: one };
    else groups.push({ from, to, said });
  }
  return groups.slice(0, mostTimes);
};

/** Words that make a time: where one is left unread, something was said that is not understood. */
const telling = (
  'month weekday days-from-now part part-name season half-hour hour-name holiday t-weekend t-before-last t-quarter ' +
  't-small-hours t-tonight t-last-year t-this-year t-month-like'
).split(' ');

/**
 * Is something left unread that could change the meaning: a word of time, a number that counts nothing, or words like
 * "except", "every", "UTC"? Then it is asked about, not passed over.
 */
const leavesTimeUnread = (words: Words, items: readonly Item[], all: readonly Item[]): boolean => {
  const { passage } = words;
  const { tokens, clauses } = passage;
  const [covered, heardAt] = [coverOf(words, items), coverOf(words, all)];
  if (passage.all('t-asks').some(({ from }) => !heardAt[from])) return true;
  const timely = new Set(items.map(({ from }) => tokens[from]?.clause));
  // "чекали швидку дві години": a clause of its own about something else.
  const isElsewhere = (index: number): boolean => {
    const clause = tokens[index]?.clause ?? 0;
    const { from = 0, to = 0 } = clauses[clause] ?? {};
    return !timely.has(clause) && tokens.slice(from, to).some((_, step) => isForeignAt(words)(from + step));
  };
  const isNumber = (index: number): boolean => tokens[index]?.kind === 'number';
  const isShape = (index: number): boolean =>
    isNumber(index) &&
    /^[:./]$/.test(words.text(index + 1)) &&
    tokens[index + 1]?.glued === true &&
    isNumber(index + 2);
  // "три часа ночи сорок минут", "місяць і тиждень тому": half of what was said.
  const isMeasure = (index: number): boolean =>
    words.numeral(index) !== undefined
      ? words.sense('unit', passage.numbers.get(index)?.to ?? index + 1) !== undefined
      : words.sense('unit', index) !== undefined &&
        words.sense('t-and', index + 1) !== undefined &&
        covered[index + 2] === true;
  // "у Страсну суботу", "на Щедрий вечір": a day of a name that is not known here.
  const isNamed = (index: number): boolean =>
    ['weekday', 'part-name'].some(family => words.sense(family, index) !== undefined) &&
    isForeignAt(words)(index - 1) &&
    ['t-at', 't-on'].some(family => words.sense(family, index - 2) !== undefined);
  const isName = (index: number): boolean =>
    tokens[index]?.capital === true || words.sense('t-weak', index) !== undefined;
  return tokens.some(
    ({ glued }, index) =>
      isNamed(index) ||
      (!heardAt[index] &&
        !isName(index) &&
        !passage.at('greeting', index) &&
        telling.some(family => words.sense(family, index) !== undefined)) ||
      (!covered[index] &&
        ((isMeasure(index) && !isElsewhere(index)) ||
          (isNumber(index) && number(words, index)?.value.ordinal === 'day') ||
          (isNumber(index) &&
            !glued &&
            (isShape(index) || !(words.isForeign(index + 1) || words.isForeign(index - 1)))))),
  );
};

const combine = (readings: readonly TimeReading[]): TimeReading => {
  const [first] = readings;
  if (!first) return { kind: 'not_understood' };
  const options = distinct(
    readings.flatMap(reading => {
      if (reading.kind === 'understood') return [reading.occurred];
      return reading.kind === 'choose' ? reading.options : [];
    }),
  );
  const [single] = options;
  if (readings.length === 1 || !single) return first;
  return options.length === 1
    ? { kind: 'understood', occurred: single }
    : { kind: 'choose', options: options.slice(0, 4) };
};

const glue = ['t-at', 't-on', 't-about', 't-maybe', 't-of', 't-the', 't-since', 't-exact'] as const;

/** May these tokens stand between two halves of one time? */
const isGlue = (words: Words, from: number, to: number): boolean =>
  to - from <= 3 &&
  Array.from({ length: to - from }, (_, step) => from + step).every(
    index =>
      [',', '('].includes(words.text(index)) ||
      glue.some(family => words.passage.at(family, index) !== undefined),
  );

const joined = (words: Words, items: readonly Item[]): readonly Group[] => {
  const groups: Group[] = [];
  for (const { from, to, said, evidence, denied } of items) {
    if (denied) continue;
    const last = groups.at(-1);
    const isBeside = last !== undefined && isGlue(words, last.to, from);
    // "today at 25:10": the day alone would not be what was said.
    if (isBeside && said.impossible) {
      groups[groups.length - 1] = { ...last, to, said };
      continue;
    }
    const merged = isBeside ? merge(last.said, said) : undefined;
    if (last && merged && (evidence !== 'answer' || said.about === undefined))
      groups[groups.length - 1] = {
        from: last.from,
        to,
        said: merged,
        evidence: stronger(last.evidence, evidence),
      };
    else groups.push({ from, to, said, evidence });
  }
  return groups;
};

/**
 * Finds the times that a longer account speaks of, in order; offsets are into the clean text. It would rather miss one than
 * take a number of something else for a time; what lies in the future is left out.
 */
export const findTimes = (text: string, context: TimeContext): readonly FoundTime[] =>
  timesIn(readPassage(text), context);

/** The same, of a passage that is read already. */
export const timesIn = (passage: Passage, context: TimeContext): readonly FoundTime[] => {
  const words = wordsOf(passage, 'account');
  const groups = joined(words, itemsOf(words)).filter(group => group.evidence === 'own' && isTime(group));
  return groups.slice(0, mostTimes).flatMap(group => {
    const { from, to, said } = group;
    const first = passage.tokens[from];
    const last = passage.tokens[to - 1];
    const isOnlyNow = said.now === true && Object.keys(said).length === 1;
    if (isOnlyNow || !first || !last) return [];
    const reading = resolve(said, context, passage.text.slice(first.start, last.end));
    return reading.kind === 'not_understood' || reading.kind === 'future'
      ? []
      : [{ index: first.start, length: last.end - first.start, reading }];
  });
};
