import { otherLayouts } from '../../place/gazetteer/spelling.ts';
import type { Count } from '../../report/count.ts';
import { type Passage, readPassage } from '../passage/passage.ts';
import { casualtiesOf } from '../people/casualties.ts';
import { type Item, itemsOf, type Mention, person } from '../people/item.ts';
import { joinedMentions } from '../people/mention.ts';
import type { Harmed, Told } from '../people/statement.ts';
import { type Part, totalOf } from '../people/total.ts';
import { isTeller } from '../people/victim.ts';
import { isDoubtful, isFiller, saysMore } from './doubt.ts';

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
 * "Up to 10" is 0–10, "more than 8" at least 9, "several" at least 2, "десятки" at least 20, "a couple" about 2, "there are"
 * at least 1. Negative numbers, fractions, more than 100,000, a bare "yes", a rumour, and a number whose teller does not know
 * are not understood. Never throws.
 */
export const readCount = (text: string, asked?: Harmed): CountReading => {
  const reading = readTyped(text, asked);
  const isMixed = /[a-z]/i.test(text) && /\p{Script=Cyrillic}/u.test(text);
  if (reading.kind !== 'not_understood' || text.length > longestRetyped || isMixed || /\d/.test(text))
    return reading;
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
  const items = joinedMentions(passage, itemsOf(passage, isAddress(passage)));
  const reading = readItems(passage, items, asked);
  if (reading.kind !== 'understood' || reading.count === 'unknown') return reading;
  const { count } = reading;
  if (isDoubtful(passage, items, count)) return notUnderstood;
  const isLeast = count.min > 0 && count.min === count.max && saysMore(passage, items);
  return withLater(passage, isLeast ? { min: count.min, of: count.of } : count, asked);
};

/** "двоє, третій помер у лікарні": one more than were counted. */
const withLater = (
  passage: Passage,
  count: Exclude<Count, 'unknown'>,
  asked: Harmed | undefined,
): CountReading => {
  const next = passage
    .all('ordinal')
    .find(
      ({ value, to }) =>
        Number(value) === count.min + 1 && !passage.at('thing', to) && count.min === count.max,
    );
  if (!next) return understood(count);
  const clause = passage.tokens[next.from]?.clause;
  const fates = passage.all('harm').filter(({ from }) => passage.tokens[from]?.clause === clause);
  const isFate = (fate: string): boolean => fates.some(({ value }) => value === fate);
  if (isFate('other')) return understood(count);
  const more = count.min + 1;
  const isOneMore = isFate('killed') && asked !== 'injured';
  return isOneMore ? understood({ ...count, min: more, max: more }) : notUnderstood;
};

const readItems = (passage: Passage, items: readonly Item[], asked: Harmed | undefined): CountReading => {
  const { tokens } = passage;
  if (tokens.length === 0) return notUnderstood;
  if (tokens.every(token => token.text === '?')) return understood('unknown');
  // A hope or a question says that the number is not known.
  const moods = passage.clauses.map(({ mood }) => mood);
  const isOpen = moods.includes('wished') || moods.includes('asked');
  // So many numbers are a list of something else.
  if (items.filter(({ kind }) => kind === 'mention').length > mostMentions) return notUnderstood;
  if (isOpen && !items.some(item => item.kind === 'mention' && item.numbered && item.range.max !== 0))
    return understood('unknown');
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
  const isCounted = isAboutPeople || says || strange.every(one => isVerb(passage, one));
  if (strange.length > (isCounted || isInWords(passage, items) ? strangeWordsAllowed : 0))
    return notUnderstood;
  const isTold = harms.size === 0 && !items.some(({ kind }) => kind === 'unknown');
  const tellers = isTold ? tellersIn(passage, items) : [];
  if (tellers.length > 0)
    return plainCount(
      passage,
      [...items, ...tellers].toSorted((a, b) => a.from - b.from),
      asked,
    );
  if (harms.size === 1 && harms.has('other')) return saysNobody(items) ? understood(nobody) : notUnderstood;
  if (harms.has('killed') || harms.has('injured') || harms.has('both') || harms.has('perhaps'))
    return withHarms(passage, items, asked);
  return plainCount(passage, items, asked);
};

/** "вивезли восьмеро", "доставлено 6", "вийшло двадцять": what was done is no thing that is counted. */
const isVerb = ({ tokens }: Passage, { from }: Item): boolean =>
  /^[а-яіїє]{3,}(?:ли|ло|ли?ся|лось|[ея]но|[ау]то|ють|ять)$/.test(tokens[from]?.text ?? '');

/** "по больнице девять": one number in words, which is hardly of a house, and no time. */
const isInWords = ({ tokens }: Passage, items: readonly Item[]): boolean => {
  const [only, ...others] = items.filter(({ kind }) => kind === 'mention' || kind === 'thing');
  if (only?.kind !== 'mention' || others.length > 0 || !only.words || only.range.min < 2) return false;
  const after = items.find(({ from }) => from >= only.to);
  const isBound = /^(на|о|об|в|у|за|через|до|после|після|at|by|in|past|till)$/.test(
    tokens[only.from - 1]?.text ?? '',
  );
  return !isBound && (after === undefined || after.kind === 'pause');
};

const isPerson = (item: Item): boolean => item.kind === 'mention' && item.group !== undefined;

const saysNobody = (items: readonly Item[]): boolean =>
  items.some(item => item.kind === 'nobody' && item.how === 'nobody') &&
  items.every(item => item.kind !== 'mention' || item.bare || !item.numbered);

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
const longestRemark = 8;

/** How many numbers and people an answer may name. */
const mostMentions = 30;

/** "мене", "я и муж": an answer no longer than this counts its teller. */
const tellersAnswer = 5;

/** The teller as one who was harmed: in a short answer without numbers, or joined to others ("me and three others"). */
const tellersIn = (passage: Passage, items: readonly Item[]): readonly Mention[] => {
  const isShort = passage.numbers.size === 0 && passage.tokens.length <= tellersAnswer;
  const joints = new Set(
    items.flatMap(({ kind, from, to }) =>
      kind === 'and' && /^(і|та|й|и|and)$/.test(passage.tokens[from]?.text ?? '') ? [from, to] : [],
    ),
  );
  return passage
    .all('teller')
    .filter(
      ({ value, from, to }) =>
        value === 'me' &&
        !passage.at('telling', to) &&
        !passage.at('knowing', to) &&
        (isShort || joints.has(from) || joints.has(to)),
    )
    .map(({ from, to }) => person({ from, to }));
};

/** "будинок 12", "вул. Миру 24": the number of a house. */
const isAddress =
  (passage: Passage) =>
  (index: number): boolean =>
    isClock(passage, index) ||
    (passage.numbers.get(index)?.digits === true &&
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
  if (asked === undefined) return plainCount(passage, items, asked);
  const [other] = [told.killed, told.injured].filter(one => one !== undefined);
  // Of the missing it says neither.
  if (!other && items.some(item => item.kind === 'harm' && item.harm === 'other')) return notUnderstood;
  if (!other) return plainCount(passage, items, asked);
  // Of "8 injured" in an answer about the killed nothing follows but that it is asked again.
  const [count] = other.options;
  const isZero = count !== undefined && count !== 'unknown' && count.max === 0;
  // "никто не пострадал": neither were they killed.
  const isUnharmed = items.some(item => item.kind === 'harm' && suffering.test(item.found.lemma));
  if (isZero && asked === 'killed' && isUnharmed) return understood(nobody);
  if (isZero || count === 'unknown') return notUnderstood;
  return { kind: 'contradiction', reason: 'other_question', choices: other.options.slice(0, 1) };
};

const suffering = /^(постражда|пострада|hurt)/;

/** An answer of numbers and people only. */
const plainCount = (passage: Passage, items: readonly Item[], asked: Harmed | undefined): CountReading => {
  const has = (kind: Item['kind']): boolean => items.some(item => item.kind === kind);
  const isAdded = ({ pronoun, single, from, to }: Mention): boolean =>
    !pronoun ||
    (single &&
      items.some(item => item.kind === 'and' && (item.from === to || item.to === from)) &&
      !items.some(item => item.kind === 'mention' && item.from === to));
  const people = items.filter(
    (item): item is Mention =>
      item.kind === 'mention' && isAdded(item) && !isContrast(items, item) && !isTeller(passage, item),
  );
  const things = items.some(item => item.kind === 'thing' && item.numbered && !item.quiet);
  const isCrowd = ({ some, group }: Mention): boolean => some && group === 'people';
  const counted = headed(
    items,
    people.filter(one => !isCrowd(one)),
  );
  const isJoined = people.some(
    (one, at) =>
      isCrowd(one) &&
      items.some(
        ({ kind, from, to }) =>
          kind === 'and' &&
          passage.tokens[from]?.text !== 'з' &&
          (from === one.to || to === one.from || to === people[at + 1]?.from),
      ),
  );
  // "neighbours and a child": of the neighbours no number is said.
  if (isJoined && counted.length > 0) return notUnderstood;
  const fine = items.find(item => item.kind === 'fine');
  // "двоє нас лишилось, живі здорові"
  if (fine && counted.some(({ numbered, bare, to }) => numbered && !bare && to < fine.from))
    return notUnderstood;
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
    const total = totalOf(plainParts(passage, items, counted));
    return total.kind === 'understood' ? understood(total.count) : total;
  }
  if (things && !has('nobody')) return notUnderstood;
  if (has('nobody')) return isOnlyNot(items) ? notUnderstood : understood(nobody);
  // A bare "yes" counts nobody.
  const isThere = items.some(item => item.kind === 'some' && !item.yes);
  const some = people.filter(one => one.some).map(({ range }) => range.min);
  return isThere || some.length > 0 ? understood({ min: Math.max(1, ...some) }) : notUnderstood;
};

/** "старики, муж с женой", "женщины, две": who they were, before how many or who they were one by one. */
const headed = (items: readonly Item[], counted: readonly Mention[]): readonly Mention[] => {
  const [first, second, ...rest] = counted;
  const isParted = items.some(({ kind, from }) => kind === 'pause' && from === first?.to);
  if (!first?.some || !second || second.some || !isParted) return counted;
  return [second.bare ? { ...second, group: first.group } : second, ...rest];
};

/** "не двоє, а троє", "three, not two": what it is not. */
const isContrast = (items: readonly Item[], mention: Mention): boolean =>
  mention.numbered &&
  items.some(item => item.kind === 'nobody' && item.how === 'not' && item.to === mention.from) &&
  items.some(item => item.kind === 'mention' && item.numbered && item.from !== mention.from);

const isOnlyNot = (items: readonly Item[]): boolean =>
  items.every(item => item.kind !== 'nobody' || item.how === 'not') && items.length > 2;

const plainParts = (passage: Passage, items: readonly Item[], counted: readonly Mention[]): readonly Part[] =>
  counted.map((mention, index): Part => {
    const previous = counted[index - 1];
    const { range } = mention;
    const between = items.filter(({ from }) => from >= (previous?.to ?? 0) && from <= mention.to);
    const joins = (kind: Item['kind']): boolean =>
      between.some(item => item.kind === kind && item.from < mention.from);
    const isOne = (mention.group === 'people' || mention.pronoun) && !mention.numbered && !mention.some;
    const isAnd = joins('and') || joins('another');
    // "двоє наших і один із села"
    const isMore = isAnd && mention.bare && mention.words && previous?.words && previous.group === 'people';
    const group = isOne ? 'adults' : (mention.group ?? (isMore ? 'people' : undefined));
    if (!previous) return { range, group, trade: mention.trade, joined: 'start' };
    // "16 people, four of them badly"
    const isDegree =
      mention.numbered &&
      previous.numbered &&
      passage.at('degree', mention.to)?.value === 'degree' &&
      !passage.at('degree', previous.to);
    if (mention.part || isDegree) return { range, group, joined: 'of_which' };
    if (joins('correction') || joins('nobody')) return { range, group, joined: 'correction' };
    return { range, group, joined: isAnd ? 'and' : 'pause' };
  });
