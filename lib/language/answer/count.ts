import { otherLayouts } from '../../place/gazetteer/spelling.ts';
import type { Count } from '../../report/count.ts';
import { type Passage, readPassage } from '../passage/passage.ts';
import { casualtiesOf } from '../people/casualties.ts';
import { type Item, itemsOf, type Mention, person } from '../people/item.ts';
import { joinedMentions } from '../people/mention.ts';
import type { Harmed, Told } from '../people/statement.ts';
import { type Part, totalOf } from '../people/total.ts';

/**
 * What the words say of a number of people. A contradiction is never resolved here: it is asked back, with what the
 * person may have meant.
 */
export type CountReading =
  | Readonly<{ kind: 'understood'; count: Count }>
  | Readonly<{ kind: 'contradiction'; reason: CountContradiction; choices: readonly Count[] }>
  | Readonly<{ kind: 'not_understood' }>;

/**
 * `reversed`: "10-8". `group_exceeds_total`: "3, 8 of them medics". `two_numbers`: "5, 7". `sum_or_part`: "8 people and
 * 3 children". `other_question`: only the injured are counted in an answer about the killed, or the reverse.
 */
type CountContradiction =
  | 'reversed'
  | 'group_exceeds_total'
  | 'two_numbers'
  | 'sum_or_part'
  | 'other_question';

const notUnderstood: CountReading = { kind: 'not_understood' };
const understood = (count: Count): CountReading => ({ kind: 'understood', count });
const nobody: Count = { min: 0, max: 0 };

/** Words that are no part of a count may stand in an answer only beside words that say that people are counted. */
const strangeWordsAllowed = 14;

/**
 * Reads a whole answer to "how many were killed?" or "how many were injured?", in any of the three languages or a mixture,
 * digits or words. `asked` says which of the two was asked: it tells "nobody killed, 8 injured" apart.
 * "Up to 10" is 0–10, "more than 8" at least 9, "several" at least 2, "десятки" at least 20, "a couple" about 2, "yes" at
 * least 1. Negative numbers, fractions and more than 100,000 are not understood. Never throws.
 */
export const readCount = (text: string, asked?: Harmed): CountReading => {
  const reading = readTyped(text, asked);
  if (reading.kind !== 'not_understood' || text.length > longestRetyped || /\d/.test(text)) return reading;
  // "ldj'": typed in the other layout of the keyboard.
  for (const retyped of otherLayouts(text)) {
    const other = readTyped(retyped, asked);
    if (other.kind === 'understood') return other;
  }
  return reading;
};

/** Longer answers are seen to be in the wrong layout before they are sent. */
const longestRetyped = 40;

const readTyped = (text: string, asked: Harmed | undefined): CountReading => {
  const passage = readPassage(text);
  const { tokens } = passage;
  if (tokens.length === 0) return notUnderstood;
  if (tokens.every(token => token.text === '?')) return understood('unknown');
  // A hope or a question says that the number is not known.
  const moods = passage.clauses.map(({ mood }) => mood);
  const isOpen = moods.includes('wished') || moods.includes('asked');
  const items = joinedMentions(passage, itemsOf(passage, isAddress(passage)));
  // So many numbers are a list of something else.
  if (items.filter(({ kind }) => kind === 'mention').length > mostMentions) return notUnderstood;
  if (isOpen && !items.some(item => item.kind === 'mention' && item.numbered)) return understood('unknown');
  if (items.some(({ kind }) => kind === 'refused')) return notUnderstood;
  const reversed = items.filter(({ kind }) => kind === 'reversed');
  if (reversed.length > 0) return reversedReading(items);
  const harms = new Set(items.flatMap(item => (item.kind === 'harm' ? [item.harm] : [])));
  const strange = items.filter(
    item =>
      item.kind === 'strange' && item.word && !isFiller(passage, item) && !isRemark(passage, items, item),
  );
  const isAboutPeople = harms.size > 0 || items.some(isPerson);
  const says = saysNobody(items) || items.some(({ kind }) => kind === 'unknown' || kind === 'fine');
  if (strange.length > (isAboutPeople || says ? strangeWordsAllowed : 0)) return notUnderstood;
  if (
    harms.size === 0 &&
    passage.numbers.size === 0 &&
    tokens.length <= tellersAnswer &&
    passage.all('teller').length > 0
  )
    return plainCount(
      [...items, ...tellersIn(passage)].toSorted((a, b) => a.from - b.from),
      asked,
    );
  if (harms.size === 1 && harms.has('other')) return saysNobody(items) ? understood(nobody) : notUnderstood;
  if (harms.has('killed') || harms.has('injured') || harms.has('both') || harms.has('perhaps'))
    return withHarms(passage, items, asked);
  return plainCount(items, asked);
};

const isPerson = (item: Item): boolean => item.kind === 'mention' && item.group !== undefined;

const saysNobody = (items: readonly Item[]): boolean =>
  items.some(item => item.kind === 'nobody' && item.how === 'nobody') &&
  items.every(item => item.kind !== 'mention' || item.bare || !item.numbered);

const isFiller = ({ at }: Passage, { from }: Item): boolean =>
  at('filler', from) !== undefined ||
  at('telling', from) !== undefined ||
  at('bound', from) !== undefined ||
  at('institution', from) !== undefined ||
  at('hearing', from) !== undefined;

/** "3 or 4, it was dark": words after the clause that counts, where nothing else is counted. */
const isRemark = (passage: Passage, items: readonly Item[], { from }: Item): boolean => {
  const clauseAt = (index: number): number => passage.tokens[index]?.clause ?? 0;
  const counts = items.filter(({ kind }) => kind === 'mention' || kind === 'thing');
  const last = counts.at(-1);
  const end = passage.clauses[clauseAt(from)]?.to ?? from;
  return (
    last !== undefined &&
    counts.every(({ kind }) => kind === 'mention') &&
    clauseAt(last.from) < clauseAt(from) &&
    end - (passage.clauses[clauseAt(last.from)]?.to ?? 0) <= longestRemark
  );
};
const longestRemark = 4;

/** How many numbers and people an answer may name. */
const mostMentions = 30;

/** "мене", "я и муж": an answer no longer than this counts its teller. */
const tellersAnswer = 5;

const tellersIn = (passage: Passage): readonly Mention[] =>
  passage
    .all('teller')
    .filter(({ value, to }) => value === 'me' && !passage.at('telling', to) && !passage.at('knowing', to))
    .map(({ from, to }) => person({ from, to }));

/** "будинок 12", "вул. Миру 24": the number of a house. */
const isAddress =
  (passage: Passage) =>
  (index: number): boolean =>
    isClock(passage, index) ||
    (passage.numbers.has(index) &&
      [1, 2, 3].some(back => passage.at('address', index - back) !== undefined) &&
      ![1, 2, 3].some(back => passage.tokens[index - back]?.text === ','));

/** "14:00" */
const isClock = ({ tokens }: Passage, index: number): boolean =>
  [index, index - 1, index - 2].some(
    at =>
      tokens[at]?.kind === 'number' &&
      tokens[at + 1]?.text === ':' &&
      tokens[at + 2]?.glued &&
      tokens[at + 2]?.kind === 'number',
  );

const reversedReading = (items: readonly Item[]): CountReading => {
  const [only, ...others] = items.filter(item => item.kind === 'reversed' || item.kind === 'mention');
  if (only?.kind !== 'reversed' || others.length > 0) return notUnderstood;
  const { min, max = min } = only.range;
  const choices = [only.range, { min: max, max }, { min, max: min }];
  return { kind: 'contradiction', reason: 'reversed', choices };
};

const readingOf = (told: Told): CountReading => {
  const [count, ...others] = told.options;
  if (count === undefined) return notUnderstood;
  if (others.length === 0 && told.reason === undefined) return understood(count);
  const reason = reasons.find(known => known === told.reason) ?? 'two_numbers';
  return { kind: 'contradiction', reason, choices: told.options };
};
const reasons: readonly CountContradiction[] = ['group_exceeds_total', 'two_numbers', 'sum_or_part'];

/** An answer that says what befell people. */
const withHarms = (passage: Passage, items: readonly Item[], asked: Harmed | undefined): CountReading => {
  const told = casualtiesOf(passage, isAddress(passage), true);
  const own = asked ? told[asked] : (told.killed ?? told.injured);
  const isEither = asked === undefined && told.killed !== undefined && told.injured !== undefined;
  if (isEither && JSON.stringify(told.killed?.options) !== JSON.stringify(told.injured?.options))
    return notUnderstood;
  if (own) return readingOf(own);
  // Of "5 casualties" it is not said how many were killed.
  const isBoth = items.some(item => item.kind === 'harm' && item.harm === 'both');
  const isNone = items.some(item => item.kind === 'mention' && item.range.max === 0);
  if (isBoth && !isNone && !saysNobody(items)) return notUnderstood;
  if (asked === undefined) return plainCount(items, asked);
  const [other] = [told.killed, told.injured].filter(one => one !== undefined);
  if (!other) return plainCount(items, asked);
  // Of "8 injured" in an answer about the killed nothing follows but that it is asked again.
  const [count] = other.options;
  const isZero = count !== undefined && count !== 'unknown' && count.max === 0;
  if (isZero || count === 'unknown') return notUnderstood;
  return { kind: 'contradiction', reason: 'other_question', choices: other.options.slice(0, 1) };
};

/** An answer of numbers and people only. */
const plainCount = (items: readonly Item[], asked: Harmed | undefined): CountReading => {
  const has = (kind: Item['kind']): boolean => items.some(item => item.kind === kind);
  const people = items.filter(
    (item): item is Mention => item.kind === 'mention' && !item.pronoun && !isContrast(items, item),
  );
  const things = items.some(item => item.kind === 'thing' && item.numbered);
  const counted = people.filter(({ some, group }) => !(some && group === 'people'));
  const fine = items.find(item => item.kind === 'fine');
  const isAlive = fine?.kind === 'fine' && fine.who === 'alive';
  const notKnown = items.find(({ kind }) => kind === 'unknown');
  // "старушка, имени не знаю"
  const isNamed = counted.some(
    ({ numbered, single, to }) => numbered || (single && to < (notKnown?.from ?? 0)),
  );
  if (notKnown && !isNamed) return understood('unknown');
  if (saysNobody(items) || (fine && !isAlive && counted.every(({ bare }) => bare))) return understood(nobody);
  if (isAlive && counted.length === 0) return asked === 'killed' ? understood(nobody) : notUnderstood;
  if (counted.length > 0) {
    if (things && counted.every(({ bare }) => bare)) return notUnderstood;
    const total = totalOf(plainParts(items, counted));
    return total.kind === 'understood' ? understood(total.count) : total;
  }
  if (things && !has('nobody')) return notUnderstood;
  if (has('nobody')) return isOnlyNot(items) ? notUnderstood : understood(nobody);
  if (has('some') || people.some(({ some }) => some)) return understood({ min: 1 });
  return notUnderstood;
};

/** "не двоє, а троє", "three, not two": what it is not. */
const isContrast = (items: readonly Item[], mention: Mention): boolean =>
  mention.numbered &&
  items.some(item => item.kind === 'nobody' && item.how === 'not' && item.to === mention.from) &&
  items.some(item => item.kind === 'mention' && item.numbered && item.from !== mention.from);

const isOnlyNot = (items: readonly Item[]): boolean =>
  items.every(item => item.kind !== 'nobody' || item.how === 'not') && items.length > 2;

const plainParts = (items: readonly Item[], counted: readonly Mention[]): readonly Part[] =>
  counted.map((mention, index): Part => {
    const previous = counted[index - 1];
    const { range } = mention;
    const isOne = mention.group === 'people' && !mention.numbered && !mention.some;
    const group = isOne ? 'adults' : mention.group;
    const between = items.filter(({ from }) => from >= (previous?.to ?? 0) && from <= mention.to);
    const joins = (kind: Item['kind']): boolean =>
      between.some(item => item.kind === kind && item.from < mention.from);
    if (!previous) return { range, group, joined: 'start' };
    if (mention.part) return { range, group, joined: 'of_which' };
    if (joins('correction') || joins('nobody')) return { range, group, joined: 'correction' };
    return { range, group, joined: joins('and') || joins('another') ? 'and' : 'pause' };
  });
