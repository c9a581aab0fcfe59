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
    const isPart = result.findLast(({ kind }) => kind !== 'strange')?.kind === 'ofwhich';
    const at = result.findLastIndex(({ kind }) => kind !== 'strange' && kind !== 'ofwhich');
    const last = result[at];
    const one = last?.kind === 'mention' ? joinedMention(passage, last, item, isPart) : undefined;
    if (one) result[at] = one;
    else {
      // "три чоловіка й одна жінка": beside women they are men.
      const man = last?.kind === 'and' ? result.findLastIndex(({ kind }) => kind === 'mention') : -1;
      const before = result[man];
      if (item.group === 'women' && before?.kind === 'mention' && before.man && before.numbered)
        result[man] = { ...before, group: 'men' };
      const part = item.part || isPart || listsPeople(passage, result, item);
      result.push({
        ...item,
        part,
        bound: isBound(passage, items.slice(index + 1, index + 4), result, item, part),
      });
    }
  }
  return result;
};

/** "подружжя — чоловік та жінка", "two people, a man and his daughter,": who they were, right after how many. */
const listsPeople = (passage: Passage, before: readonly Item[], item: Mention): boolean => {
  const last = before.findLast(({ kind }) => kind === 'mention' || kind === 'harm');
  const previous = before.findLast(({ kind }) => kind === 'mention');
  if (previous?.kind !== 'mention' || !previous.numbered || previous.range.min < 2 || isGroup(previous.group))
    return false;
  if (item.numbered && !isGroup(item.group)) return false;
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

const relative = /^(як(?:а|ий|і)|котор(?:ая|ый|ые)|who|що)$/;

const joinedMention = (
  passage: Passage,
  last: Mention,
  item: Mention,
  isPart: boolean,
): Mention | undefined => {
  if (item.pronoun || last.pronoun) return undefined;
  const gap = item.from - last.to;
  const isAnybody = last.group === undefined || last.group === 'people';
  const isNear = item.some || gap === 0 || isPart;
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
  const isBefore = item.bare && gap === 0 && !last.numbered && (last.group === 'people' || last.man);
  if (isBefore) {
    const isRough = item.range.min === item.range.max && item.words;
    const range = isRough ? { ...item.range, about: true as const } : item.range;
    return { ...item, range, group: 'people', bare: false, from: last.from };
  }
  const isOnePerson = !item.numbered && !last.numbered && gap <= 1 && last.range.max === 1;
  // "касирка, яка вагітна"
  const isSaidOf = relative.test(passage.tokens[item.from - 1]?.text ?? '') && item.from - last.to <= 2;
  if (isSaidOf && !item.numbered && !last.numbered && last.range.max === 1) return last;
  if (!isOnePerson || startsClause(passage, item.from) || isListed(passage, last, item)) return undefined;
  const isChild = item.group === 'children' && (gap === 1 || last.group === 'people');
  return isChild ? { ...last, group: 'children' } : last;
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
