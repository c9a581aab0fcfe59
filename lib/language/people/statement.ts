import type { Count, Range } from '../../report/count.ts';
import type { Stretch } from '../passage/passage.ts';
import type { Total } from './total.ts';

export type Harmed = 'killed' | 'injured';

/** What a text says of one harm: one count that it is sure of, or several that must be asked. */
export type Told = Stretch & Readonly<{ options: readonly Count[]; sure: boolean; reason?: string }>;

/** What one sentence says of one harm. */
export type Statement = Stretch &
  Readonly<{
    harm: Harmed;
    total: Total;
    /** Numbers were said: it is no list of persons. */
    numbered: boolean;
    /** It adds to what was said: "ще двоє". */
    another: boolean;
    /** It replaces what was said: "вже 7". */
    corrects: boolean;
    /** It sums up a day or a region. */
    sum: boolean;
    /** Somebody of the injured died later. */
    later: boolean;
    /** It may be so. */
    perhaps: boolean;
  }>;

/** What all sentences say of one harm together. */
export const mergeOf = (statements: readonly Statement[], harm: Harmed): Told | undefined => {
  const all = statements.filter(statement => statement.harm === harm);
  // "поранило ногу, везуть у лікарню": what may be so adds no doubt to what is.
  const plain = all.filter(({ perhaps, numbered }) => !perhaps || numbered);
  const mine = plain.length > 0 ? plain : all;
  const [first] = mine;
  if (!first) return undefined;
  const strikes = mine.filter(({ sum }) => !sum);
  const counted = strikes.length > 0 ? strikes : mine;
  let told: Told | undefined;
  let listed = true;
  for (const statement of counted) {
    told = told ? joined(told, statement, listed) : toldBy(statement);
    listed = listed && !statement.numbered;
  }
  if (!told) return undefined;
  // A day's total beside several numbers: which is the strike's is asked.
  const isSummed = strikes.length > 1 && mine.length > strikes.length;
  const beginning = isSummed && strikes[0] ? toldBy(strikes[0]).options : [];
  const sums = strikes.length > 0 ? mine.filter(({ sum }) => sum).flatMap(one => toldBy(one).options) : [];
  const options = [...beginning, ...told.options, ...sums].filter(
    (one, at, all) => all.findIndex(other => same(one, other)) === at,
  );
  // A day's total beside one strike's dead says nothing of that strike's wounded.
  const isOfDay = strikes.length === 0 && statements.some(one => !one.sum && one.harm !== harm);
  // Whether those who died later are still among the injured is asked.
  if (harm === 'injured' && statements.some(({ later }) => later))
    return { ...told, options, sure: false, reason: 'two_numbers' };
  if (isOfDay || counted.some(({ perhaps }) => perhaps)) return { ...told, options, sure: false };
  return { ...told, options, sure: told.sure && options.length === 1 };
};

const toldBy = ({ from, to, total }: Statement): Told => {
  if (total.kind === 'understood') return { from, to, options: [total.count], sure: true };
  if (total.kind === 'contradiction')
    return { from, to, options: total.choices, sure: false, reason: total.reason };
  return { from, to, options: [], sure: false };
};

/** What was told, and what a later sentence makes of it: the same people again, more of them, some of them, or another number. */
const joined = (told: Told, statement: Statement, listed: boolean): Told => {
  const next = toldBy(statement);
  const span = { from: Math.min(told.from, next.from), to: Math.max(told.to, next.to) };
  const [known] = told.options;
  const [added] = next.options;
  if (known === undefined || !told.sure) return told.options.length === 0 ? next : { ...told, ...span };
  if (added === undefined || !next.sure) return { ...told, ...span };
  if (same(known, added)) return { ...told, ...span };
  if (statement.corrects || known === 'unknown') return { ...next, ...span };
  if (added === 'unknown') return { ...told, ...span };
  if (statement.another) return { ...span, options: [sum(known, added)], sure: true };
  const [before, after] = [rangeOf(known), rangeOf(added)];
  const isDetail =
    !statement.numbered && after.min <= (before.max ?? after.min) && after.min > 0 && before.min > 0;
  if (isDetail) return { ...span, options: [withParts(known, added)], sure: true };
  if (listed && before.min > 0 && after.min >= before.min)
    return { ...span, options: [withParts(added, known)], sure: true };
  const isPart =
    after.min > 0 && after.max !== undefined && before.max !== undefined && after.max < before.max;
  if (isPart && added.of) return { ...span, options: [withParts(known, added)], sure: true };
  return { ...span, options: [known, added], sure: false };
};

const same = (a: Count, b: Count): boolean => JSON.stringify(a) === JSON.stringify(b);

const rangeOf = (count: Count): Range => (count === 'unknown' ? { min: 0 } : count);

const sum = (a: Count, b: Count): Count => {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  const max = x.max === undefined || y.max === undefined ? undefined : x.max + y.max;
  const total: Range = { min: x.min + y.min, max, about: x.about ?? y.about };
  const of: Record<string, Range> = {};
  for (const [group, range] of [...entriesOf(a), ...entriesOf(b)]) {
    const known = of[group];
    const most = known?.max === undefined || range.max === undefined ? range.max : known.max + range.max;
    of[group] = known ? { min: known.min + range.min, max: most } : range;
  }
  return Object.keys(of).length > 0 ? { ...total, of } : total;
};

const entriesOf = (count: Count): readonly (readonly [string, Range])[] =>
  count === 'unknown' ? [] : Object.entries(count.of ?? {});

/** A total with the groups that another count names, where they fit into it. */
const withParts = (total: Count, parts: Count): Count => {
  if (total === 'unknown' || parts === 'unknown') return total;
  const fits = Object.entries(parts.of ?? {}).filter(
    ([, range]) => range.min <= (total.max ?? range.min) && (range.max ?? 0) <= (total.max ?? range.max ?? 0),
  );
  const of = { ...Object.fromEntries(fits), ...total.of };
  return Object.keys(of).length > 0 ? { ...total, of } : total;
};
