import { beginningOf } from '../language/cut.ts';
import { unknownTime } from './presets.ts';
import { hasMark, type Tokens } from './read/cursor.ts';
import { type Item, isForeign, itemsOf } from './read/phrase.ts';
import { distinct, resolve } from './read/resolve.ts';
import { merge, type Said } from './read/said.ts';
import { type Token, tokenize } from './read/token.ts';
import { saysUnknown } from './read/unknown.ts';
import type { FoundTime, TimeContext, TimeReading } from './reading.ts';

/** The words that are kept with an answer: as typed, but not without end. */
const longestWords = 200;

/** Sayings that fit together, made one; what contradicts begins the next, unless the person corrects themself. */
const groupsOf = (tokens: Tokens, items: readonly Item[]): readonly Said[] => {
  const groups: Said[] = [];
  let previous = 0;
  for (const { from, next, said, negated } of items) {
    const corrects = Array.from({ length: from - previous }, (_, index) => previous + index).some(index =>
      hasMark(tokens, index, 'rather'),
    );
    previous = next;
    if (negated) continue;
    const last = groups.at(-1);
    const merged = last && merge(last, said);
    if (merged) groups[groups.length - 1] = merged;
    else if (last && corrects) groups[groups.length - 1] = { ...last, ...said };
    else groups.push(said);
  }
  return groups;
};

const isDigital = ({ is }: Token): boolean => is === 'clock' || is === 'pair' || is === 'date';

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

const isTime = ({ alone, negated }: Item): boolean => alone && !negated;

/** An answer with more words than these beside the time is read with the care of an account. */
const mostOtherWords = 2;
/** With more than these, a number that only an answer would hold is none. */
const mostOtherWordsOfAnswer = 5;

const itemsOfAnswer = (tokens: Tokens): readonly Item[] => {
  const others = tokens.filter((token, index) => token.is === 'word' && isForeign(tokens, index)).length;
  if (others <= mostOtherWords) return itemsOf(tokens, 'answer');
  const careful = itemsOf(tokens, 'account');
  return careful.some(isTime) || others > mostOtherWordsOfAnswer ? careful : itemsOf(tokens, 'answer');
};

/**
 * Reads a whole answer to "when was it?", in any of the three languages or a mixture. What comes back is never more exact than
 * the words; what they leave open is nearest in the past, or offered as a choice.
 */
export const readTime = (text: string, context: TimeContext): TimeReading => {
  const words = beginningOf(text.trim(), longestWords);
  const tokens = tokenize(text.slice(0, 1000), 'lenient');
  const items = itemsOfAnswer(tokens);
  if (!items.some(isTime)) {
    return saysUnknown(text)
      ? { kind: 'understood', occurred: { ...unknownTime(context.zone), words } }
      : { kind: 'not_understood' };
  }
  const isRead = (index: number): boolean => items.some(({ from, next }) => from <= index && index < next);
  // Digits that look like a time and make none ("32.05", "25:70") are a mistake to ask about, not to pass over.
  if (tokens.some((token, index) => isDigital(token) && !isRead(index))) return { kind: 'not_understood' };
  return combine(groupsOf(tokens, items).map(said => resolve(said, context, words)));
};

/** May these tokens stand between two halves of one time? */
const isGlue = (tokens: Tokens, from: number, to: number): boolean =>
  to - from <= 3 &&
  tokens
    .slice(from, to)
    .every((token, index) =>
      token.is === 'sign'
        ? token.sign === ',' || token.sign === '('
        : hasMark(tokens, from + index, 'at', 'on', 'about', 'some', 'of', 'article', 'from', 'in'),
    );

/**
 * Finds the times that a longer account speaks of, in order. It would rather miss one than take a number of something else
 * for a time; what lies in the future is left out.
 */
export const findTimes = (text: string, context: TimeContext): readonly FoundTime[] => {
  const tokens = tokenize(text, 'strict');
  const groups: { from: number; next: number; said: Said; alone: boolean }[] = [];
  for (const { from, next, said, alone, negated } of itemsOf(tokens, 'account')) {
    if (negated) continue;
    const last = groups.at(-1);
    const merged = last && isGlue(tokens, last.next, from) ? merge(last.said, said) : undefined;
    if (last && merged)
      groups[groups.length - 1] = { from: last.from, next, said: merged, alone: last.alone || alone };
    else groups.push({ from, next, said, alone });
  }
  return groups.flatMap(({ from, next, said, alone }) => {
    const first = tokens[from];
    const last = tokens[next - 1];
    if (!alone || !first || !last || (said.now && Object.keys(said).length === 1)) return [];
    const length = last.index + last.length - first.index;
    const reading = resolve(said, context, text.slice(first.index, first.index + length));
    return reading.kind === 'not_understood' || reading.kind === 'future'
      ? []
      : [{ index: first.index, length, reading }];
  });
};
