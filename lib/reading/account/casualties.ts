import type { Count } from '../../report/count.ts';
import { findAll, lexicon } from '../lexicon.ts';
import { type Part, totalOf } from '../part.ts';
import { exactly, harms, partsOf, type Sign, signsOf } from '../sign.ts';
import { nobodyDoubtWords } from '../words/account.ts';
import type { Harm } from '../words/people.ts';
import { type Field, sure, unsure } from './field.ts';
import { around, type Passage, type Stretch, spanOf } from './passage.ts';

/** The killed and the injured of a text, apart. */
type Casualties = Readonly<{ [harm in Harm]?: Field<Count> }>;

/** The signs between two marks or conjunctions. */
type Segment = Readonly<{
  signs: readonly Sign[];
  joinedByAnd: boolean;
  sentence: number;
  /** A number is denied in it ("не троє"). */
  deniesNumber: boolean;
}>;

/** What one mention says: numbers that may still be added to, or an answer without number. */
type Mention = {
  readonly harm: Harm;
  readonly said: 'parts' | 'none' | 'unknown' | 'some';
  parts: Part[];
  stretch: Stretch;
  readonly corrects: boolean;
  /** Another number may be a part of this one, or nobody knows it surely. */
  overlaps?: true;
};

const doubts = lexicon([[true, nobodyDoubtWords]]);

const isPeople = (sign: Sign | undefined): boolean =>
  sign?.kind === 'people' || sign?.kind === 'harm' || sign?.kind === 'of_which';

/** Numbers that count people: not ages, hours, buildings, nor what the words deny. */
const countingPeople = (whole: Passage, signs: readonly Sign[]): readonly Sign[] =>
  signs.filter((sign, index) => {
    // "не троє, а двоє" denies the number, not the people.
    const denies = sign.kind === 'none' && signs[index + 1]?.kind === 'quantity';
    // "поранених не рахували" does not say that there are none.
    if (sign.kind === 'none' && signs[index + 1]?.kind === 'strange' && isBareNot(whole, sign)) return false;
    if (denies && /^(не|ні|not|нет)$/.test(whole.tokens[sign.from]?.text ?? '')) return false;
    if (sign.kind !== 'quantity' && sign.kind !== 'reversed') return true;
    if (signs[index - 1]?.kind === 'none') return false;
    const rest = signs.slice(index + 1).filter(other => other.kind !== 'filler');
    const [next, afterNext] = rest;
    if (next?.kind === 'unit') return false;
    const before = signs.slice(0, index).findLast(other => other.kind !== 'filler');
    if (before?.kind === 'harm' && next?.kind === 'strange') return true;
    return next?.kind !== 'strange' || isPeople(afterNext);
  });

const isBareNot = ({ tokens }: Passage, { from, to }: Sign): boolean =>
  to === from + 1 && /^(не|not)$/.test(tokens[from]?.text ?? '');

const deniesNumber = (signs: readonly Sign[]): boolean =>
  signs.some((sign, index) => sign.kind === 'none' && signs[index + 1]?.kind === 'quantity');

/** People below this age are counted as children. */
const grownUp = 18;

const isYears = ({ tokens }: Passage, sign: Sign | undefined): boolean =>
  sign?.kind === 'unit' &&
  /^(річн|літн|летн|рок|рік|лет|год|year|yo|рр?$)/.test(tokens[sign.from]?.text ?? '');

/** "Поранені: 8", "двоє: ...": what follows the colon belongs to it. "Кореспондент повідомляє: ..." is another matter. */
const speaksOfNumber = (signs: readonly Sign[]): boolean => has(signs, 'harm') || has(signs, 'quantity');

/** Makes a child of a person whose age is said ("13-річний хлопець", "хлопець 14 років"), and one of "жінка-водій". */
const withAges = (whole: Passage, signs: readonly Sign[]): readonly Sign[] =>
  signs.flatMap((sign, index): readonly Sign[] => {
    if (sign.kind !== 'people' || sign.word.plural) return [sign];
    const previous = signs[index - 1];
    const isSamePerson =
      previous?.kind === 'filler' &&
      whole.tokens[previous.from]?.text === '-' &&
      signs[index - 2]?.kind === 'people';
    if (isSamePerson) return [];
    const ages = signs.filter(
      (other, at) =>
        other.kind === 'quantity' &&
        Math.abs(at - index) <= 3 &&
        signs.slice(at + 1, at + 3).some(unit => isYears(whole, unit)),
    );
    const before = signs.slice(0, index).findLast(other => other.kind !== 'filler');
    // "Чоловік" with a number counts people; alone, or with an age, it is a man.
    const { within } = sign.word;
    if (within && ages.length === 0 && before?.kind !== 'quantity' && signs[index + 1]?.kind !== 'quantity')
      return [{ ...sign, word: { ...sign.word, group: within } }];
    const isChild = ages.some(age => age.kind === 'quantity' && (age.range.max ?? grownUp) < grownUp);
    if (isChild) return [{ ...sign, word: { group: 'children' as const, plural: false } }];
    return [within && ages.length > 0 ? { ...sign, word: { ...sign.word, group: within } } : sign];
  });

/** "2 загиблі 5 поранених", with no mark between: every number goes with the word of harm after it. */
const eachWithItsNumber = (signs: readonly Sign[]): readonly (readonly Sign[])[] => {
  const harmed = signs.findIndex(sign => sign.kind === 'harm');
  const isCounted = signs.slice(0, harmed).some(sign => sign.kind === 'quantity');
  const next = signs.findIndex((sign, index) => index > harmed && sign.kind === 'quantity');
  const rest = signs.slice(next).find(sign => sign.kind === 'harm' || sign.kind === 'of_which');
  if (!isCounted || next === -1 || rest?.kind !== 'harm') return signs.length > 0 ? [signs] : [];
  return [signs.slice(0, next), ...eachWithItsNumber(signs.slice(next))];
};

/** "80 р. загинув", "5 чол. поранено": the full stop of an abbreviation parts nothing. */
const isShortened = (tokens: Passage['tokens'], at: number): boolean =>
  tokens[at]?.glued === true && /^(р|рр|г|чол|чел|ос)$/.test(tokens[at - 1]?.text ?? '');

const segmentsOf = (whole: Passage): readonly Segment[] => {
  const { tokens, sentences } = whole;
  const segments: Segment[] = [];
  let signs: Sign[] = [];
  let joinedByAnd = false;
  let sentence = 0;
  const close = (nextJoinedByAnd: boolean) => {
    for (const own of eachWithItsNumber(signs))
      segments.push({
        signs: countingPeople(whole, withAges(whole, own)),
        joinedByAnd,
        sentence,
        deniesNumber: deniesNumber(own),
      });
    signs = [];
    joinedByAnd = nextJoinedByAnd;
  };
  for (const sign of signsOf(tokens)) {
    const at = sentences.findIndex(({ from, to }) => from <= sign.from && sign.from < to);
    if (at !== sentence) close(false);
    sentence = at;
    const mark = tokens[sign.from]?.text;
    if (mark === '.' && isShortened(tokens, sign.from)) continue;
    if (sign.kind === 'and') close(true);
    else if (sign.kind === 'pause' && !(mark === ':' && speaksOfNumber(signs))) close(false);
    // "two people: a man and a woman" lists those two.
    else if (mark === ':' && has(signs, 'quantity'))
      signs.push({ ...sign, kind: 'pause' }, { ...sign, kind: 'of_which' });
    else signs.push(sign);
  }
  close(false);
  return segments;
};

const stretchOf = (signs: readonly Sign[]): Stretch => ({
  from: Math.min(...signs.map(sign => sign.from)),
  to: Math.max(...signs.map(sign => sign.to)),
});

/** From the first to the last sign that speaks of people. */
const tellingStretch = (signs: readonly Sign[]): Stretch => {
  const telling = signs.filter(
    sign => sign.kind !== 'filler' && sign.kind !== 'strange' && sign.kind !== 'pause',
  );
  return stretchOf(telling.length > 0 ? telling : signs);
};

const has = (signs: readonly Sign[], kind: Sign['kind']): boolean => signs.some(sign => sign.kind === kind);

const mentionOf = (
  segment: Segment,
  harm: Harm,
  before: readonly Part[],
  corrected: boolean,
): Mention | undefined => {
  const { signs } = segment;
  const own = partsOf(signs);
  const parts =
    before.length > 0 ? [...before, ...own.map(part => ({ ...part, joined: 'and' as const }))] : own;
  const stretch = tellingStretch(signs);
  const corrects = corrected || has(signs, 'correction');
  const mention = (said: Mention['said']): Mention => ({ harm, said, parts: [...parts], stretch, corrects });
  if (signs.some(sign => sign.kind === 'refused' || sign.kind === 'reversed')) return undefined;
  if (has(signs, 'quantity') && parts.length > 0) return mention('parts');
  if (has(signs, 'unknown')) return mention('unknown');
  if (has(signs, 'none')) return mention('none');
  if (parts.length > 0) return mention('parts');
  return has(signs, 'some') ? mention('some') : undefined;
};

const hasQuantity = ({ signs }: Segment): boolean => has(signs, 'quantity');

/** Nothing but people, small words and marks: a list that goes on ("..., a woman and a child"). */
const isList = ({ signs }: Segment): boolean =>
  signs.every(sign => sign.kind === 'people' || sign.kind === 'filler' || sign.kind === 'pause');

/** People with or without a number, and nothing else: they may wait for what befell them ("two children and a woman ..."). */
const isCountedList = (segment: Segment): boolean =>
  isList({ ...segment, signs: segment.signs.filter(({ kind }) => kind !== 'quantity' && kind !== 'unit') });

/** How the numbers of a segment without a word of harm go on with the mention before it; undefined when they do not. */
const continuation = (current: Mention, segment: Segment, waits: boolean): Part['joined'] | undefined => {
  const parts = partsOf(segment.signs);
  if (parts.length === 0 || current.said !== 'parts') return undefined;
  if (has(segment.signs, 'of_which')) return 'of_which';
  const bounded = parts.every(part => part.group !== undefined && part.range.max !== undefined);
  const named = parts.every(part => part.group !== 'people' && part.group !== 'adults');
  const goesOn = hasQuantity(segment) ? named && !waits : isList(segment) && (named || segment.joinedByAnd);
  if (!bounded || !goesOn) return undefined;
  if (current.parts.some(part => part.joined === 'of_which')) return 'of_which';
  return segment.joinedByAnd ? 'and' : 'pause';
};

/**
 * The mentions of a text, in order. A segment without a word of harm goes on with the one before, or waits for the next. Long
 * because each segment is read in the light of the ones before it.
 */
const mentionsOf = (whole: Passage): readonly Mention[] => {
  const mentions: Mention[] = [];
  let current: Mention | undefined;
  let waiting: Readonly<{ parts: readonly Part[]; sentence: number }> | undefined;
  /** A word of harm of which nothing is said yet ("Жертв, на щастя, немає"). */
  let bare: Readonly<{ harm: Harm; sentence: number }> | undefined;
  let corrected: number | undefined;
  /** The sentence that denies a number ("не троє"). */
  let denied: number | undefined;
  const nobody = (harm: Harm, { signs }: Segment) =>
    mentions.push({ harm, said: 'none', parts: [], stretch: tellingStretch(signs), corrects: false });
  for (const segment of segmentsOf(whole)) {
    const { signs, sentence, joinedByAnd } = segment;
    if (segment.deniesNumber) denied = sentence;
    const [harm, other] = new Set(signs.flatMap(sign => (sign.kind === 'harm' ? [sign.harm] : [])));
    const parts = partsOf(signs);
    const part = partOf(whole, signs);
    const total = part && mentions.findLast(mention => mention.harm === part && mention.said === 'parts');
    if (
      total &&
      parts.every(({ group }) => group !== undefined && group !== 'people' && group !== 'adults')
    ) {
      // "4 of the dead are children": a part of the number that was said for them.
      total.parts.push(...parts.map(one => ({ ...one, joined: 'of_which' as const })));
    } else if (harm && other) {
      // "killed and wounded: 8" is one number for two questions, and answers neither.
      current = undefined;
      waiting = undefined;
    } else if (harm) {
      // "4 affected, one of them died": whether the number held the dead too is not said.
      const harmAt = signs.findIndex(sign => sign.kind === 'harm');
      if (current && current.harm !== harm && has(signs.slice(0, harmAt), 'of_which'))
        current.overlaps = true;
      const before = joinedByAnd && waiting?.sentence === sentence ? waiting.parts : [];
      current = mentionOf(segment, harm, before, corrected === sentence);
      if (current) mentions.push(current);
      bare = current ? undefined : { harm, sentence };
      waiting = undefined;
    } else if (has(signs, 'all_fine')) {
      nobody('killed', segment);
      nobody('injured', segment);
    } else if (has(signs, 'all_alive')) {
      nobody('killed', segment);
    } else if (bare?.sentence === sentence && denied === sentence && has(signs, 'quantity')) {
      // "загинуло не троє, а двоє"
      current = mentionOf(segment, bare.harm, [], false);
      if (current) mentions.push(current);
      bare = undefined;
    } else if (bare?.sentence === sentence && has(signs, 'none') && signs.every(isNoneOrSmall)) {
      nobody(bare.harm, segment);
      bare = undefined;
    } else {
      const joined = current && continuation(current, segment, waiting !== undefined);
      if (current && joined) {
        current.parts.push(...parts.map(one => ({ ...one, joined })));
        current.stretch = { from: current.stretch.from, to: tellingStretch(signs).to };
      } else if (current?.said === 'parts' && has(signs, 'correction') && hasQuantity(segment)) {
        current.parts = parts.map(one => ({ ...one, joined: 'start' as const }));
        current.stretch = { from: current.stretch.from, to: tellingStretch(signs).to };
      } else {
        // "загинули сестра і двоє племінників": whether they are among them is asked.
        if (current?.said === 'parts' && joinedByAnd && parts.length > 0 && isCountedList(segment))
          current.overlaps = true;
        waiting = parts.length > 0 && isCountedList(segment) ? { parts, sentence } : undefined;
      }
      if (has(signs, 'correction')) corrected = sentence;
    }
  }
  return mentions
    .filter(mention => !isAsked(whole, mention))
    .map(mention =>
      mention.said === 'none' && isDoubted(whole, mention) ? { ...mention, overlaps: true } : mention,
    );
};

const isNoneOrSmall = ({ kind }: Sign): boolean => kind === 'none' || kind === 'filler' || kind === 'pause';

/** "Is it true that 40 were killed?" says nothing. */
const isAsked = ({ tokens, sentences }: Passage, { stretch }: Mention): boolean =>
  tokens[around(sentences, stretch.from).to - 1]?.text === '?';

/** "Наче ніхто не постраждав", "no one hurt, I think": told as thought, and asked. */
const isDoubted = ({ tokens, sentences }: Passage, { stretch }: Mention): boolean => {
  const sentence = around(sentences, stretch.from);
  return findAll(doubts, tokens.slice(sentence.from, sentence.to)).some(
    ({ from }) => from + sentence.from >= stretch.from - 3,
  );
};

/** The harm that a part is said to be of ("серед поранених", "4 of the dead"). */
const partOf = ({ tokens }: Passage, signs: readonly Sign[]): Harm | undefined => {
  for (const [index, sign] of signs.entries()) {
    if (sign.kind === 'of_which') {
      const named = findAll(harms, tokens.slice(sign.from, sign.to))[0];
      if (named) return named.meaning;
    }
    const before = tokens[sign.from - 1]?.text === 'the' ? tokens[sign.from - 2] : tokens[sign.from - 1];
    const counted = signs.slice(0, index).some(other => other.kind === 'quantity');
    if (sign.kind === 'harm' && counted && /^(of|з|із|из|among|серед|среди)$/.test(before?.text ?? ''))
      return sign.harm;
  }
  return undefined;
};

const countOf = (mention: Mention): { count: Count } | { choices: readonly Count[] } | undefined => {
  switch (mention.said) {
    case 'none':
      return { count: exactly(0) };
    case 'unknown':
      return { count: 'unknown' };
    case 'some':
      return { count: { min: 1 } };
    default: {
      const total = totalOf(mention.parts);
      if (total.kind === 'understood') return { count: total.count };
      return total.kind === 'contradiction' ? { choices: total.choices } : undefined;
    }
  }
};

const sameCount = (a: Count, b: Count): boolean => JSON.stringify(a) === JSON.stringify(b);

/** "Some" and "unknown" say nothing beside a number. */
const weight = (count: Count): number => {
  if (count === 'unknown') return 0;
  return count.max === undefined && count.min <= 1 ? 1 : 2;
};

const fieldFor = (whole: Passage, harm: Harm, mentions: readonly Mention[]): Field<Count> | undefined => {
  let options: Count[] = [];
  let overlaps = false;
  let stretch: Stretch | undefined;
  for (const mention of mentions) {
    if (mention.harm !== harm) continue;
    const read = countOf(mention);
    if (!read) continue;
    if (mention.overlaps) overlaps = true;
    const found = 'count' in read ? [read.count] : read.choices;
    stretch = { from: stretch?.from ?? mention.stretch.from, to: mention.stretch.to };
    options = mention.corrects && options.length > 0 ? [...found] : [...options, ...found];
  }
  if (!stretch) return undefined;
  const heaviest = Math.max(...options.map(weight));
  const different = options
    .filter(option => weight(option) === heaviest)
    .filter((option, index, list) => list.findIndex(other => sameCount(other, option)) === index);
  const [only] = different;
  if (only === undefined) return undefined;
  const words = spanOf(whole, stretch);
  return different.length === 1 && !overlaps ? sure(only, words) : unsure(different, words);
};

/**
 * Reads the killed and the injured of a longer text. A number belongs to the word that says what befell the people, in its
 * own clause; groups may follow ("..., three of them medics"). Two different numbers are offered, never chosen between.
 */
export const findCasualties = (whole: Passage): Casualties => {
  const mentions = mentionsOf(whole);
  return { killed: fieldFor(whole, 'killed', mentions), injured: fieldFor(whole, 'injured', mentions) };
};
