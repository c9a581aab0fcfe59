import type { Passage } from '../passage/passage.ts';
import { type Item, isGroup, type Mention } from './item.ts';

/**
 * Mentions that are one: "троє з них медики", "двоє — волонтери" (a number and its people), "людей п'ять", "син сусідки",
 * "жінка-водій" (one person, said in two words).
 */
export const joinedMentions = (passage: Passage, items: readonly Item[]): readonly Item[] => {
  const result: Item[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'mention') {
      result.push(item);
      continue;
    }
    const of = result.findLast(({ kind }) => kind !== 'strange');
    const isPart = of?.kind === 'ofwhich';
    // "including a woman" is one of them, "of them women" all.
    const isOfThem =
      isPart && /(них|яких|котор|them|wh[oi]|those|these)/.test(passage.at('ofwhich', of.from)?.lemma ?? '');
    const at = result.findLastIndex(({ kind }) => kind !== 'strange' && kind !== 'ofwhich');
    const last = result[at];
    const heads = result.findLastIndex(({ kind }) => kind !== 'strange' && kind !== 'pause');
    const head = result[heads];
    const spread = head?.kind === 'mention' ? spreadOf(passage, head, item) : undefined;
    const one = last?.kind === 'mention' ? joinedMention(passage, last, item, isPart, isOfThem) : undefined;
    if (spread) result.splice(heads, result.length, spread);
    else if (one) result[at] = one;
    else {
      // "три чоловіка й одна жінка": beside women they are men.
      const man = last?.kind === 'and' ? result.findLastIndex(({ kind }) => kind === 'mention') : -1;
      const before = result[man];
      if (item.group === 'women' && before?.kind === 'mention' && before.man && before.numbered)
        result[man] = { ...before, group: 'men' };
      const isMan = item.man && before?.kind === 'mention' && before.group === 'women';
      const part = item.part || isPart || listsPeople(passage, result, item);
      result.push({
        ...item,
        group: isMan ? 'men' : item.group,
        part,
        bound: isBound(passage, items.slice(index + 1, index + 4), result, item, part),
      });
    }
  }
  return withoutWholes(passage, result);
};

/** How far before a number "us" or "them" may stand that says how many there were, in tokens. */
const wholeReach = 5;

/** "з п'ятьох — троє", "нас було четверо, ранило двох": how many there were is not how many were harmed. */
const withoutWholes = (passage: Passage, items: readonly Item[]): readonly Item[] => {
  const { tokens, at } = passage;
  const numbered = items.filter((item): item is Mention => item.kind === 'mention' && item.numbered);
  const harms = items.filter(({ kind }) => kind === 'harm');
  const isWhole = (one: Mention, next: Mention | undefined): boolean => {
    if (!next || next.part || next.range.max === undefined || next.range.max >= one.range.min) return false;
    const isVerb = /(но|ло|ли|ны)$/.test(tokens[one.to]?.text ?? '');
    const isHarmed = harms.some(({ from, to }) => (from === one.to && !isVerb) || to === one.from);
    if (isHarmed || tokens[one.from]?.sentence !== tokens[next.from]?.sentence) return false;
    const before = tokens[one.from - 1]?.text === 'the' ? one.from - 2 : one.from - 1;
    if (/^(з|із|зі|из|of|from)$/.test(tokens[before]?.text ?? '')) return !at('ofwhich', before);
    const isGroup = [...Array(wholeReach).keys()]
      .map(back => one.from - 1 - back)
      .filter(index => tokens[index]?.clause === tokens[one.from]?.clause)
      .some(index => at('teller', index)?.value === 'us' || at('pronoun', index)?.value === 'p');
    const isNextHarmed = harms.some(
      ({ from, to }) => from >= one.to && (from <= next.to + 1 || to <= next.from),
    );
    return (
      isGroup &&
      isNextHarmed &&
      !items.some(({ kind, from, to }) => kind === 'and' && from >= one.to && to === next.from)
    );
  };
  const wholes = new Set(numbered.filter((one, index) => isWhole(one, numbered[index + 1])));
  return items.map(item =>
    item.kind === 'mention' && wholes.has(item)
      ? { kind: 'strange', word: false, from: item.from, to: item.to }
      : item,
  );
};

/** "подружжя — чоловік та жінка", "two people, a man and his daughter,": who they were, right after how many. */
const listsPeople = (passage: Passage, before: readonly Item[], item: Mention): boolean => {
  const last = before.findLast(({ kind }) => kind === 'mention' || kind === 'harm');
  const previous = before.findLast(({ kind }) => kind === 'mention');
  if (previous?.kind !== 'mention' || !previous.numbered || previous.range.min < 2 || isGroup(previous.group))
    return false;
  const isWithin = (item.range.max ?? Number.POSITIVE_INFINITY) <= (previous.range.max ?? 0);
  if (
    item.numbered &&
    !isGroup(item.group) &&
    !(isWithin && (item.group === 'people' || item.group === 'adults'))
  )
    return false;
  const mark = passage.tokens[item.from - 1]?.text === 'a' ? item.from - 2 : item.from - 1;
  const isMarked = /^[-:(]$/.test(passage.tokens[mark]?.text ?? '');
  const isComma = passage.tokens[mark]?.text === ',' && mark === previous.to && !item.numbered && item.single;
  return (isMarked && last !== undefined && mark - last.to <= 1) || isComma;
};

/** Does a mention list the people of the one before, or put its number right? */
const isBound = (
  passage: Passage,
  after: readonly Item[],
  before: readonly Item[],
  item: Mention,
  isPart: boolean,
): boolean => {
  const last = before.findLast(({ kind }) => kind !== 'strange' && kind !== 'ofwhich');
  const isCorrection = item.bare && last?.kind === 'correction';
  if (isPart || isCorrection) return true;
  // "Постраждали: жінка, чоловік"
  const heads = before.findLast(({ kind }) => kind === 'harm' || kind === 'mention');
  if (heads?.kind === 'harm' && passage.tokens[heads.to]?.text === ':' && item.from - heads.to <= 2)
    return true;
  const next = after.find(({ kind }) => kind !== 'strange');
  const isFollowed = next?.kind === 'harm' && next.from - item.to <= 2;
  const at = before.findLastIndex(({ kind }) => kind === 'mention');
  const previous = before[at];
  if (previous?.kind !== 'mention' || last === undefined || previous.to < last.from - 1) return false;
  // "a boy and a girl were killed", but "загинула жінка і чоловік поранений"
  const hasOwn = before[at - 1]?.kind === 'harm';
  const isNamed = !item.bare && !previous.bare && (item.group !== undefined || previous.group !== undefined);
  const isAdjacent =
    item.from - last.to <= 2 && before.findLast(one => one !== last && one.kind !== 'strange') === previous;
  const isPair = last.kind === 'and' && isNamed && isAdjacent;
  if (isPair && !(hasOwn && isFollowed)) return true;
  if (isFollowed) return false;
  return previous.bound && isGroup(item.group) && (last.kind === 'and' || last.kind === 'pause');
};

const joinedMention = (
  passage: Passage,
  last: Mention,
  item: Mention,
  isPart: boolean,
  isOfThem: boolean,
): Mention | undefined => {
  if (item.pronoun || last.pronoun) return undefined;
  const gap = item.from - last.to;
  const isAnybody = last.group === undefined || last.group === 'people';
  const isNear = item.some || gap === 0 || isOfThem;
  if (
    last.numbered &&
    !item.numbered &&
    isAnybody &&
    gap <= (isPart ? 6 : 3) &&
    isNear &&
    isGroup(item.group)
  )
    return { ...last, group: item.group, bare: false, to: item.to, part: isPart };
  if (last.numbered && !item.numbered && gap === 0 && item.group === 'people')
    return { ...last, bare: false, to: item.to, group: last.group ?? 'people' };
  // "подружжя пенсіонерів"
  if (item.some && item.group === 'people' && gap === 0 && last.range.min === 2 && last.range.max === 2)
    return { ...last, to: item.to };
  // "людей п'ять", "дети: 3", "женщин две"
  const isMarked = passage.tokens.slice(last.to, item.from).every(({ text }) => /^[:.-]$/.test(text));
  const isPeople = last.group === 'people' || last.man;
  const isBefore = item.bare && !last.numbered && ((isPeople && gap === 0) || (last.some && isMarked));
  if (isBefore) {
    const isRough = item.range.min === item.range.max && item.words && isPeople && gap === 0;
    const range = isRough ? { ...item.range, about: true as const } : item.range;
    const { group, part, from } = last;
    return { ...item, range, group: isPeople ? 'people' : group, part, bare: false, from };
  }
  const isOnePerson = !item.numbered && !last.numbered && gap <= 1 && last.range.max === 1;
  if (!isOnePerson || startsClause(passage, item.from) || isListed(passage, last, item)) return undefined;
  const isChild = item.group === 'children' && (gap === 1 || last.group === 'people');
  // "my neighbour's wife": the wife.
  const end = passage.tokens[last.to - 1]?.end ?? 0;
  if (/^['’`]s\s/i.test(passage.text.slice(end, end + 3))) return { ...last, group: item.group, to: item.to };
  return isChild ? { ...last, group: 'children' } : last;
};

/** "nine people, maybe ten", "троє, максимум четверо", "seven or possibly eight": from one number to the next. */
const spreadOf = (passage: Passage, last: Mention, item: Mention): Mention | undefined => {
  const { min, max = 0 } = item.range;
  const isBound = item.range.about === true || min === 0;
  const isBeside = passage.tokens
    .slice(last.to, item.from)
    .every(({ text }) => /^(,|-|а|або|чи|или|or|but|for|sure|точно)$/.test(text));
  const isFurther =
    last.numbered &&
    last.range.min === last.range.max &&
    max > last.range.min &&
    max <= 3 * last.range.min + 3;
  const isSame = item.group === undefined || item.group === last.group || last.group === undefined;
  if (!isBound || !isBeside || !isFurther || !isSame) return undefined;
  const group = last.group ?? item.group;
  return { ...last, range: { min: last.range.min, max }, to: item.to, bare: last.bare && item.bare, group };
};

/** "мама папа и бабушка", but not "син сусідки": a man and a woman, each named as in a list. */
const isListed = (passage: Passage, ...mentions: readonly Mention[]): boolean =>
  new Set(mentions.map(({ group }) => group)).size > 1 &&
  mentions.every(
    ({ group, from }) =>
      (group === 'men' || group === 'women') && passage.at('who', from)?.lemma === passage.tokens[from]?.text,
  );

const startsClause = ({ clauses, tokens }: Passage, index: number): boolean =>
  clauses[tokens[index]?.clause ?? 0]?.from === index;
