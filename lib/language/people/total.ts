import type { Count, Range } from '../../report/count.ts';
import { type CasualtyGroup, casualtyGroups } from '../../report/vocabulary.ts';
import { greatestCount } from '../text/number.ts';

/** Whom a number counts. `adults` are kept apart only from children, and `people` are anybody. */
export type Group = CasualtyGroup | 'adults' | 'people';

/** A number of an answer, whom it counts, and what stands between it and the number before. */
export type Part = Readonly<{
  range: Range;
  /** Undefined when the words name nobody. */
  group: Group | undefined;
  /** Counted by a trade, of which others are no part. */
  trade?: boolean;
  joined: 'start' | 'of_which' | 'correction' | 'and' | 'pause';
}>;

export type Total =
  | Readonly<{ kind: 'understood'; count: Count }>
  | Readonly<{
      kind: 'contradiction';
      reason: 'group_exceeds_total' | 'two_numbers' | 'sum_or_part';
      choices: readonly Count[];
    }>
  | Readonly<{ kind: 'not_understood' }>;

type Groups = Partial<Record<CasualtyGroup, Range>>;

/** Groups that do not overlap, so that their numbers may be added. */
const disjoint: readonly CasualtyGroup[] = ['children', 'women', 'men'];

const casualtyGroup = (group: Part['group']): CasualtyGroup | undefined =>
  casualtyGroups.find(known => known === group);

const add = (ranges: readonly Range[]): Range => {
  const open = ranges.some(range => range.max === undefined);
  return {
    min: ranges.reduce((sum, range) => sum + range.min, 0),
    max: open ? undefined : ranges.reduce((sum, range) => sum + (range.max ?? 0), 0),
    about: ranges.find(range => range.about)?.about,
  };
};

const withGroups = (total: Range, groups: Groups): Count =>
  Object.keys(groups).length === 0 ? total : { ...total, of: groups };

/** A total with its groups: the total is at least as large as each group, or the words contradict themselves. */
const grouped = (total: Range, groups: Groups): Total => {
  const ranges = Object.values(groups);
  const apart = disjoint.reduce((sum, group) => sum + (groups[group]?.min ?? 0), 0);
  const min = Math.max(total.min, apart, ...ranges.map(range => range.min));
  const max = total.max;
  if (max !== undefined && min > max) {
    const sum = withGroups(add([total, ...ranges]), groups);
    return { kind: 'contradiction', reason: 'group_exceeds_total', choices: [total, sum] };
  }
  const within = ({ max: most, ...range }: Range): Range => {
    if (most === undefined) return range;
    return { ...range, max: Math.min(most, max ?? most) };
  };
  const fitted = Object.fromEntries(Object.entries(groups).map(([group, range]) => [group, within(range)]));
  return { kind: 'understood', count: withGroups({ ...total, min }, fitted) };
};

/** Whether a number is a part of the first one, is added to it, or whether the words leave that open. */
const role = (part: Part, first: Part, listing: boolean): 'part' | 'addend' | 'open' | 'second' => {
  const named = casualtyGroup(part.group) !== undefined;
  const isAnybody = ({ group }: Part): boolean => group === 'people' || group === 'adults';
  // "двоє: мати і син"
  const isListed = listing && (named || (isAnybody(part) && part.range.max === 1));
  if (part.joined === 'of_which' || isListed) return 'part';
  // "two adults, one male, one female": who they were; "two people, two children" may be two or four.
  const isSame = JSON.stringify(part.range) === JSON.stringify(first.range);
  const isGrown = part.group === 'men' || part.group === 'women';
  if (first.group === 'adults' && first.range.min > 1 && isGrown && part.joined === 'pause') return 'part';
  if (isSame && first.group === 'people' && named && part.joined === 'pause' && first.range.min > 1)
    return 'open';
  const firstNamed = first.group !== undefined && first.group !== 'people';
  if (firstNamed && part.group !== undefined && part.group !== 'people') return 'addend';
  // "a husband and wife", "my sister and two nephews"
  const isApart = isAnybody(first) || first.range.max === 1 || disjoint.some(group => group === first.group);
  if (part.joined === 'and' && isAnybody(part) && isApart) return 'addend';
  if (!named) return 'second';
  if (first.trade && part.range.max !== first.range.max) return 'open';
  return part.joined === 'and' ? 'open' : 'part';
};

/**
 * Puts the numbers of one answer together. "8, 3 of them medics" is a total with a part, "two women and a child" a sum;
 * "8 people and 3 children" may be either and is asked back. What follows a correction replaces what stood before it.
 */
export const totalOf = (parts: readonly Part[]): Total => {
  const total = addUp(parts);
  if (total.kind === 'understood') return isPossible(total.count) ? total : { kind: 'not_understood' };
  return total.kind === 'contradiction' ? { ...total, choices: total.choices.filter(isPossible) } : total;
};

/** Sums of possible counts may be too many people. */
const isPossible = (count: Count): boolean =>
  count === 'unknown' || Math.max(count.min, count.max ?? 0) <= greatestCount;

const addUp = (parts: readonly Part[]): Total => {
  const start = parts.findLastIndex(part => part.joined === 'correction');
  const [first, ...rest] = parts.slice(Math.max(0, start));
  if (!first || first.joined === 'of_which') return { kind: 'not_understood' };
  const groups: Groups = {};
  const totals = [first.range];
  const firstGroup = casualtyGroup(first.group);
  if (firstGroup) groups[firstGroup] = first.range;
  let listing = false;
  for (const part of rest) {
    const group = casualtyGroup(part.group);
    const known = group && groups[group];
    switch (role(part, first, listing)) {
      case 'part':
        listing = true;
        // "three men, two of them brothers"
        if (part.joined === 'of_which' && group === firstGroup && group) break;
        if (group) groups[group] = known ? add([known, part.range]) : part.range;
        else if (first.range.max !== undefined && part.range.min > first.range.max)
          return { kind: 'contradiction', reason: 'group_exceeds_total', choices: [first.range, part.range] };
        break;
      case 'addend':
        totals.push(part.range);
        if (group) groups[group] = known ? add([known, part.range]) : part.range;
        break;
      case 'open': {
        const named = group ? { [group]: part.range } : {};
        const choices = [withGroups(add([first.range, part.range]), named), withGroups(first.range, named)];
        return { kind: 'contradiction', reason: 'sum_or_part', choices };
      }
      default:
        // Said twice.
        if (JSON.stringify(part.range) === JSON.stringify(first.range)) break;
        return { kind: 'contradiction', reason: 'two_numbers', choices: [first.range, part.range] };
    }
  }
  return grouped(add(totals), groups);
};
