import { cut } from '../text/sentence.ts';
import type { Piece } from '../text/text.ts';

type Stretch = Readonly<{ from: number; to: number }>;
type Found = Stretch & Readonly<{ value: string }>;

/**
 * What a clause does with what it says. Only what is asserted fills a field. `asked`: "чи є загиблі?"; `wished`: hopes,
 * prayers and curses; `supposed`: what would, might or nearly did happen.
 */
type Mood = 'asserted' | 'asked' | 'wished' | 'supposed';

export type Clause = Stretch &
  Readonly<{
    sentence: number;
    mood: Mood;
    /** Its teller does not know: "скільки поранених, невідомо". */
    unknown: boolean;
    /** It tells of another time than the rest: "last year too", "торік там загинуло троє". */
    earlier: boolean;
    /** It sums up a day, a war, a region: no number of one incident. */
    total: boolean;
    /** Days, a war: its dead and wounded are of no one incident. */
    long: boolean;
  }>;

type At = (family: string, index: number) => Found | undefined;

/** The clauses of a text: parted by commas, colons, brackets, and words like "but". */
export const clausesOf = (
  pieces: readonly (Piece & Readonly<{ sentence: number }>)[],
  sentences: readonly Stretch[],
  at: At,
): readonly Clause[] => {
  const endsSentence = new Set(sentences.map(({ to }) => to - 1));
  const isNumber = (index: number): boolean => pieces[index]?.kind === 'number';
  const ends = (index: number): boolean => {
    if (endsSentence.has(index)) return true;
    const text = pieces[index]?.text ?? '';
    if (text === ',' && isNumber(index - 1) && isNumber(index + 1) && pieces[index + 1]?.glued) return false;
    if (text === ':' && isNumber(index - 1) && isNumber(index + 1) && pieces[index + 1]?.glued) return false;
    // "жінка (45)"
    if (text === '(' && isNumber(index + 1) && pieces[index + 2]?.text === ')') return false;
    if (text === ')' && isNumber(index - 1) && pieces[index - 2]?.text === '(') return false;
    return ',:()'.includes(text) || at('parting', index + 1)?.from === index + 1 || turns(index + 1);
  };
  let begun = 0;
  const turns = (index: number): boolean => {
    const mood = at('mood', index);
    return mood?.from === index && index - begun >= (mood.value === 'asked' ? runOn : longEnough);
  };
  const stretches = cut(pieces.length, index => {
    const isEnd = ends(index);
    if (isEnd) begun = index + 1;
    return isEnd;
  });
  const clauses: (Clause & Readonly<{ past: boolean }>)[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const sentence = pieces[stretch.from]?.sentence ?? 0;
    const before = clauses[index - 1];
    const previous = before?.sentence === sentence ? before : undefined;
    const inherits = previous && at('parting', stretch.from) === undefined ? previous : undefined;
    const has = (family: string, value: string) => holds(at, stretch, family, value);
    const whole = sentences[sentence];
    const isQuestion =
      whole !== undefined && isAsked(pieces, whole) && asksFrom(at, whole, stretches) < stretch.to;
    clauses.push({
      ...stretch,
      sentence,
      mood: moodOf(has, inherits?.mood, isQuestion),
      unknown: has('knowing', 'unknown'),
      earlier:
        (stretch.to - stretch.from <= runOn && has('when', 'earlier')) ||
        isOfAnotherWar(pieces, stretch) ||
        (inherits?.earlier ?? false),
      past: has('when', 'past') || (inherits?.past ?? false),
      total: has('scope', 'total') || (inherits?.total ?? false),
      long: has('scope', 'long') || (inherits?.long ?? false),
    });
  }
  // "Last year too" is another time only beside what is told of now.
  const isTold = (clause: Clause): boolean => telling.some(family => holdsAny(at, clause, family));
  const isNow = clauses.some(clause => !clause.earlier && !clause.past && isTold(clause));
  return clauses.map(({ past, ...clause }) => ({ ...clause, earlier: clause.earlier || (past && isNow) }));
};

/** Families of words that tell that something happened. */
const telling = ['attack', 'munition', 'found', 'touched'];

/** "у 1943": of another war. */
const isOfAnotherWar = (pieces: readonly Piece[], { from, to }: Stretch): boolean =>
  pieces
    .slice(from, to)
    .some(
      ({ text }, at) =>
        /^(19\d\d|200\d|201[0-3])$/.test(text) &&
        /^(у|в|во|in|since)$/.test(pieces[from + at - 1]?.text ?? ''),
    );

const moodOf = (
  has: (family: string, value: string) => boolean,
  inherited: Mood | undefined,
  isQuestion: boolean,
): Mood => {
  if (isQuestion || has('mood', 'asked')) return 'asked';
  if (has('mood', 'wished') || inherited === 'wished') return 'wished';
  if (has('mood', 'supposed') || inherited === 'supposed') return 'supposed';
  return inherited === 'asked' ? 'asked' : 'asserted';
};

const holds = (at: At, { from, to }: Stretch, family: string, value: string): boolean => {
  for (let index = from; index < to; index++) {
    const found = at(family, index);
    if (found?.value === value && found.from === index) return true;
  }
  return false;
};

/** Without punctuation, a wish or a doubt begins a clause when so many tokens stand before it, a question later. */
const longEnough = 6;
/** What is said of the time of a clause of more tokens than this, without punctuation, is said of a part of it. */
const runOn = 15;

/** Where a sentence begins to ask: with its last clause, when that has a question word of its own ("Нашли гранату, куда сдать?"). */
const asksFrom = (at: At, sentence: Stretch, stretches: readonly Stretch[]): number => {
  const last = stretches.findLast(
    ({ from, to }) => from >= sentence.from && to <= sentence.to && to - from > 1,
  );
  return last && holdsAny(at, last, 'interrogative') ? last.from : sentence.from;
};

const holdsAny = (at: At, { from, to }: Stretch, family: string): boolean => {
  for (let index = from; index < to; index++) if (at(family, index)) return true;
  return false;
};

const isAsked = (pieces: readonly Piece[], { from, to }: Stretch): boolean => {
  const last = pieces[to - 1]?.text;
  // "8?" is a number that is not sure.
  return last === '?' && to - from > 3;
};
