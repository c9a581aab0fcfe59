import type { Count } from '../../report/count.ts';
import { findAll } from '../lexicon.ts';
import { type Part, totalOf } from '../part.ts';
import { exactly, harms, partsOf, type Sign, signsOf } from '../sign.ts';
import type { Harm } from '../words/people.ts';
import { type Field, sure, unsure } from './field.ts';
import { type Passage, type Stretch, spanOf } from './passage.ts';

/** The killed and the injured of a text, apart. */
export type Casualties = Readonly<{ [harm in Harm]?: Field<Count> }>;

/** The signs between two marks or conjunctions. */
type Segment = Readonly<{ signs: readonly Sign[]; joinedByAnd: boolean; sentence: number }>;

/** What one mention says: numbers that may still be added to, or an answer without number. */
type Mention = {
  readonly harm: Harm;
  readonly said: 'parts' | 'none' | 'unknown' | 'some';
  parts: Part[];
  stretch: Stretch;
  readonly corrects: boolean;
  /** Another number may be a part of this one. */
  overlaps?: true;
};

const isPeople = (sign: Sign | undefined): boolean =>
  sign?.kind === 'people' || sign?.kind === 'harm' || sign?.kind === 'of_which';

/** Numbers that count people: not ages, hours, buildings, nor what the words deny. */
const countingPeople = (signs: readonly Sign[]): readonly Sign[] =>
  signs.filter((sign, index) => {
    if (sign.kind !== 'quantity' && sign.kind !== 'reversed') return true;
    if (signs[index - 1]?.kind === 'none') return false;
    const rest = signs.slice(index + 1).filter(other => other.kind !== 'filler');
    const [next, afterNext] = rest;
    if (next?.kind === 'unit') return false;
    const before = signs.slice(0, index).findLast(other => other.kind !== 'filler');
    if (before?.kind === 'harm' && next?.kind === 'strange') return true;
    return next?.kind !== 'strange' || isPeople(afterNext);
  });

/** People below this age are counted as children. */
const grownUp = 18;

const isYears = ({ tokens }: Passage, sign: Sign | undefined): boolean =>
  sign?.kind === 'unit' && /^(річн|літн|летн|рок|рік|лет|год|year|yo)/.test(tokens[sign.from]?.text ?? '');

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
    const isChild = ages.some(age => age.kind === 'quantity' && (age.range.max ?? grownUp) < grownUp);
    return [isChild ? { ...sign, word: { group: 'children' as const, plural: false } } : sign];
  });

const segmentsOf = (whole: Passage): readonly Segment[] => {
  const { tokens, sentences } = whole;
  const segments: Segment[] = [];
  let signs: Sign[] = [];
  let joinedByAnd = false;
  let sentence = 0;
  const close = (nextJoinedByAnd: boolean) => {
    if (signs.length > 0)
      segments.push({ signs: countingPeople(withAges(whole, signs)), joinedByAnd, sentence });
    signs = [];
    joinedByAnd = nextJoinedByAnd;
  };
  for (const sign of signsOf(tokens)) {
    const at = sentences.findIndex(({ from, to }) => from <= sign.from && sign.from < to);
    if (at !== sentence) close(false);
    sentence = at;
    const mark = tokens[sign.from]?.text;
    if (sign.kind === 'and') close(true);
    else if (sign.kind === 'pause' && mark !== ':') close(false);
    // "two people: a man and a woman" lists those two.
    else if (mark === ':' && has(signs, 'quantity'))
      signs.push({ kind: 'of_which', from: sign.from, to: sign.to });
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

const mentionOf = (segment: Segment, harm: Harm, before: readonly Part[]): Mention | undefined => {
  const { signs } = segment;
  const own = partsOf(signs);
  const parts =
    before.length > 0 ? [...before, ...own.map(part => ({ ...part, joined: 'and' as const }))] : own;
  const stretch = tellingStretch(signs);
  const corrects = has(signs, 'correction');
  const mention = (said: Mention['said']): Mention => ({ harm, said, parts: [...parts], stretch, corrects });
  if (signs.some(sign => sign.kind === 'refused' || sign.kind === 'reversed')) return undefined;
  if (has(signs, 'quantity') && parts.length > 0) return mention('parts');
  if (has(signs, 'unknown')) return mention('unknown');
  if (has(signs, 'none')) return mention('none');
  if (parts.length > 0) return mention('parts');
  return has(signs, 'some') ? mention('some') : undefined;
};

const mentionsOf = (whole: Passage): readonly Mention[] => {
  const mentions: Mention[] = [];
  let waiting: { parts: readonly Part[]; sentence: number } | undefined;
  let current: Mention | undefined;
  /** A word of harm of which nothing is said yet ("Жертв, на щастя, немає"). */
  let bare: { harm: Harm; sentence: number } | undefined;
  for (const segment of segmentsOf(whole)) {
    const { signs, sentence, joinedByAnd } = segment;
    const said = [...new Set(signs.flatMap(sign => (sign.kind === 'harm' ? [sign.harm] : [])))];
    const [harm] = said;
    const total = mentions.findLast(
      mention => mention.harm === (partOf(whole, signs) ?? mention.harm) && mention.said === 'parts',
    );
    const isPart =
      partOf(whole, signs) !== undefined &&
      partsOf(signs).every(part => part.group !== undefined && part.group !== 'people');
    if (isPart && total) {
      // "4 of the dead are children": a part of the number that was said for them.
      total.parts.push(...partsOf(signs).map(part => ({ ...part, joined: 'of_which' as const })));
      continue;
    }
    if (said.length > 1) {
      // "killed and wounded: 8" is one number for two questions, and answers neither.
      current = undefined;
      waiting = undefined;
    } else if (harm) {
      // "4 affected, one of them died": whether the number held the dead too is not said.
      if (current && current.harm !== harm && has(signs, 'of_which')) current.overlaps = true;
      const before = joinedByAnd && waiting?.sentence === sentence ? waiting.parts : [];
      current = mentionOf(segment, harm, before);
      if (current) mentions.push(current);
      bare = current ? undefined : { harm, sentence };
      waiting = undefined;
    } else if (has(signs, 'all_fine') || has(signs, 'all_alive')) {
      const nobody = has(signs, 'all_fine') ? (['killed', 'injured'] as const) : (['killed'] as const);
      const stretch = tellingStretch(signs);
      for (const spared of nobody)
        mentions.push({ harm: spared, said: 'none', parts: [], stretch, corrects: false });
    } else if (
      bare?.sentence === sentence &&
      has(signs, 'none') &&
      signs.every(sign => sign.kind === 'none' || sign.kind === 'filler' || sign.kind === 'pause')
    ) {
      mentions.push({
        harm: bare.harm,
        said: 'none',
        parts: [],
        stretch: tellingStretch(signs),
        corrects: false,
      });
      bare = undefined;
    } else {
      const parts = partsOf(signs);
      const named =
        parts.length > 0 && parts.every(part => part.group !== undefined && part.group !== 'people');
      const counted = current?.said === 'parts';
      if (
        current &&
        counted &&
        (has(signs, 'of_which') ||
          (named && !waiting && parts.every(part => part.range.max !== undefined)) ||
          (joinedByAnd &&
            !has(signs, 'quantity') &&
            parts.every(part => part.group !== undefined && part.range.max !== undefined))) &&
        parts.length > 0
      ) {
        const joined =
          has(signs, 'of_which') || current.parts.some(part => part.joined === 'of_which')
            ? 'of_which'
            : 'pause';
        current.parts.push(
          ...parts.map(part => ({
            ...part,
            joined: joinedByAnd && joined === 'pause' ? ('and' as const) : (joined as Part['joined']),
          })),
        );
        current.stretch = { from: current.stretch.from, to: tellingStretch(signs).to };
      } else if (current && counted && has(signs, 'correction') && has(signs, 'quantity')) {
        current.parts = parts.map(part => ({ ...part, joined: 'start' as const }));
        current.stretch = { from: current.stretch.from, to: tellingStretch(signs).to };
      } else if (parts.some(part => part.group !== undefined)) {
        waiting = { parts, sentence };
      }
    }
  }
  return mentions;
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
const weight = (count: Count): number =>
  count === 'unknown' ? 0 : count.max === undefined && count.min <= 1 ? 1 : 2;

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
  const killed = fieldFor(whole, 'killed', mentions);
  const injured = fieldFor(whole, 'injured', mentions);
  return { ...(killed && { killed }), ...(injured && { injured }) };
};
