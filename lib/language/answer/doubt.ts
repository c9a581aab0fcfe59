import type { Count, Range } from '../../report/count.ts';
import type { Passage } from '../passage/passage.ts';
import type { Item } from '../people/item.ts';

/** What makes a number of an answer less sure than it sounds, so that it is at least so much, or is asked again. */

/** Words that say nothing of a number. */
export const isFiller = ({ at }: Passage, { from }: Item): boolean =>
  at('filler', from) !== undefined ||
  at('except', from) !== undefined ||
  at('teller', from) !== undefined ||
  at('telling', from) !== undefined ||
  at('bound', from) !== undefined ||
  at('institution', from) !== undefined ||
  at('hearing', from) !== undefined;

/** "остальных не знаю", "four confirmed, possibly more", "бачив одного, казали ще є": there may be more. */
export const saysMore = (passage: Passage, items: readonly Item[]): boolean =>
  passage.all('bound-after').some(({ value, from, to }) => value === 'atLeast' && to > from + 1) ||
  items.some(({ kind }, at) => kind === 'rest' || (kind === 'another' && items[at + 1]?.kind === 'some'));

/** What must be asked again, though a number was read. */
export const isDoubtful = (
  passage: Passage,
  items: readonly Item[],
  count: Exclude<Count, 'unknown'>,
): boolean => {
  const isChance = items.some(
    ({ kind, from }) => kind === 'nobody' && [1, 2].some(back => passage.at('chance', from - back)),
  );
  const isHalf = passage
    .all('share')
    .some(({ value, from }) => value === 'part' && !passage.numbers.has(from));
  return (
    passage.all('gossip').some(({ value }) => value === 'rumour' || count.min === count.max) ||
    (count.max === 0 && isChance) ||
    isHalf ||
    (count.min > 1 && passage.all('except').some(({ to }) => passage.at('teller', to))) ||
    isUnsure(passage, items, count) ||
    isOfSoldiers(passage) ||
    (count.min > 0 && isBesideStranger(passage, items)) ||
    isOfStranger(passage, items)
  );
};

/** "not sure, maybe three", "четверо, не впевнена": a clause of nothing but not knowing beside a number. */
const isUnsure = (passage: Passage, items: readonly Item[], { min, max }: Range): boolean => {
  const counted = items.find(item => item.kind === 'mention' && item.numbered);
  const clauseOf = ({ from }: Item): number | undefined => passage.tokens[from]?.clause;
  const byClause = Map.groupBy(
    items.filter(item => !isQuiet(passage, item)),
    clauseOf,
  );
  if (!counted) return false;
  return items.some(item => {
    if (item.kind !== 'unknown') return false;
    const isBefore = item.from < counted.from;
    const isAlone = byClause
      .get(clauseOf(item))
      ?.every(({ kind }) => kind === 'unknown' || (kind === 'mention' && isBefore));
    // "двоє, сам не бачив": the number may still be so.
    const isSight = /бач|вид|s[ae][ew]/.test(passage.at('knowing', item.from)?.lemma ?? '');
    return isAlone === true && (isBefore || (min === max && !isSight));
  });
};

const isQuiet = (passage: Passage, item: Item): boolean =>
  item.kind === 'pause' || (item.kind === 'strange' && (!item.word || isFiller(passage, item)));

/** Soldiers beside civilians: which of them are meant is asked. */
const isOfSoldiers = (passage: Passage): boolean =>
  ['military', 'civilian'].every(status => passage.all('status').some(({ value }) => value === status));

/** "старший сержант і жінка", "she and Xyz": somebody may be named in words that are not known. */
const isBesideStranger = (passage: Passage, items: readonly Item[]): boolean =>
  items.some((item, at) => {
    if (item.kind !== 'and') return false;
    const before = items[at - 1];
    const isStranger = (one: Item): boolean =>
      one.kind === 'strange' && one.word && !isFiller(passage, one) && !passage.at('thing', one.from);
    const isWord = (one: Item): boolean => one.kind === 'strange' || (one.kind === 'mention' && one.pronoun);
    const start = items.findLastIndex(({ kind }, index) => index < at && kind !== 'strange');
    const isNew = items[start]?.kind !== 'mention' && items.slice(start + 1, at).some(isStranger);
    // "an old lady and her carer"
    const rest = items.slice(at + 1, at + 4);
    const isListing = /^(і|та|й|и|and)$/.test(passage.tokens[item.from]?.text ?? '');
    const isLast = isListing && rest.length <= 2 && rest.some(isStranger) && rest.every(isWord);
    const next = rest.find(one => !isQuiet(passage, one));
    return (isNew && next?.kind === 'mention') || (before?.kind === 'mention' && isLast);
  });

/** "тільки техніка постраждала": what is not known, and nobody else, was harmed. */
const isOfStranger = (passage: Passage, items: readonly Item[]): boolean =>
  !items.some(({ kind }) => /^(mention|some|nobody|fine)$/.test(kind)) &&
  items.some((item, at) => {
    const before = items[at - 1];
    const isLower = before !== undefined && passage.tokens[before.from]?.capital === false;
    return (
      item.kind === 'harm' &&
      before?.kind === 'strange' &&
      before.word &&
      isLower &&
      !isFiller(passage, before)
    );
  });
