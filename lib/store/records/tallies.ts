import * as z from 'zod/mini';
import { type BucketRange, coverOf, holdsSpan, spansAround, untilIn } from '../../summary/bucket.ts';
import { flatCounters, readCounters } from '../../summary/counters.ts';
import type { Period } from '../../summary/period.ts';
import type { Found } from '../../summary/summary.ts';
import {
  type CountedArea,
  cellName,
  type Scope,
  scopesOf,
  type Tallied,
  type TallyChange,
  talliedSchema,
} from '../../summary/tally.ts';
import { instantSchema } from '../../time/instant.ts';
import type { RecordsOnly } from '../dynamodb/context.ts';
import { CorruptItem } from '../dynamodb/errors.ts';
import {
  keyText,
  marshal,
  parseAllReadable,
  type Raw,
  type Readable,
  rawKey,
  type Shape,
  type Skipped,
  stamp,
  toPlain,
} from '../dynamodb/item.ts';
import { tallyKey, tallyPartition, tallyPrefix } from '../dynamodb/keys.ts';
import type { Write } from '../dynamodb/operations.ts';
import { queryAll } from '../dynamodb/query.ts';

/** The name of a counter of what happened at a place begins with it. */
const wherePrefix = 'at.';

/**
 * One item for each cell, with each of its counters that was ever more than 0 as an attribute of its own (`killed.min`,
 * `at.706483.8`), because DynamoDB adds only to attributes of the item itself.
 */
export const tallyShape = {
  kind: 'tally',
  version: 2,
  schema: z.object({ changedAt: z.optional(instantSchema) }),
} as const satisfies Shape;

/**
 * The writes that add changes to the stored tallies, one for each cell. They are exact only within a transaction whose other
 * conditions let it happen once. Without `at`, readers see no difference, and are told of no change.
 */
export const tallyWrites = (
  table: string,
  changes: readonly TallyChange[],
  at: string | undefined,
): readonly Write[] =>
  changes.flatMap(change => {
    const where = Object.entries(change.where ?? {}).map(
      ([name, add]) => [`${wherePrefix}${name}`, add] as const,
    );
    const adding = [...flatCounters(change.add), ...where].filter(([, add]) => add !== 0);
    if (adding.length === 0 && at === undefined) return [];
    const names: Record<string, string> = { '#shape': 'shape' };
    const values: Record<string, unknown> = { ':shape': stamp(tallyShape, {}).shape };
    const sets = ['#shape = :shape'];
    if (at !== undefined) {
      names['#changedAt'] = 'changedAt';
      values[':at'] = at;
      sets.push('#changedAt = :at');
    }
    const adds = adding.map(([counter, add], n) => {
      names[`#a${n}`] = counter;
      values[`:a${n}`] = add;
      return `#a${n} :a${n}`;
    });
    return [
      {
        Update: {
          TableName: table,
          Key: rawKey(tallyKey(change.scope, cellName(change))),
          UpdateExpression: `SET ${sets.join(', ')}${adds.length > 0 ? ` ADD ${adds.join(', ')}` : ''}`,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: marshal(values),
        },
      },
    ];
  });

/**
 * Everything that bears on a question about an area and a period; without a period, about all time. Some queries at once, as
 * many for a day as for ten years.
 */
export const readFound = async (
  context: RecordsOnly,
  area: CountedArea,
  period: Period | undefined,
): Promise<Found & Skipped> => {
  const skipped: string[] = [];
  const reading = { ...context, skipped };
  const scopes = scopesOf(area);
  const [own, ...others] = await Promise.all(
    [scopes.surely, ...scopes.perhaps].map(scope => readScope(reading, scope, period)),
  );
  return {
    surely: own?.surely ?? [],
    perhaps: {
      when: own?.perhaps ?? [],
      where: others.flatMap(({ surely, perhaps }) => [...surely, ...perhaps]),
    },
    unreadable: skipped.length,
    skipped,
  };
};

/** The cells of whole months or years, each apart. One query. */
export const readEach = async (
  context: RecordsOnly,
  scope: Scope,
  { of, from, to }: Stretches,
): Promise<Readable<Tallied> & Skipped> => {
  const skipped: string[] = [];
  const length = of === 'YEAR' ? 4 : 7;
  const range = { level: of, isUntil: false, from: from.slice(0, length), to: to.slice(0, length) };
  const items = await readRange({ ...context, skipped }, scope, range);
  return { items, unreadable: skipped.length, skipped };
};

/** The cells of several scopes that surely belong to a period, or to all time. */
export const readSurely = async (
  context: RecordsOnly,
  scopes: readonly Scope[],
  period: Period | undefined,
): Promise<Readable<Tallied> & Skipped> => {
  const skipped: string[] = [];
  const items: Tallied[] = [];
  for (let from = 0; from < scopes.length; from += scopesAtOnce) {
    const some = scopes.slice(from, from + scopesAtOnce);
    const found = await Promise.all(some.map(scope => readSurelyIn({ ...context, skipped }, scope, period)));
    items.push(...found.flat());
  }
  return { items, unreadable: skipped.length, skipped };
};

/** Each takes some queries: more of them would open more connections than they save time. */
const scopesAtOnce = 5;

const readSurelyIn = async (
  reading: Reading,
  scope: Scope,
  period: Period | undefined,
): Promise<readonly Tallied[]> => {
  if (!period) return readBeginning(reading, scope, 'ALL#');
  const [whole, spans] = await Promise.all([
    Promise.all(surelyIn(period).map(range => readRange(reading, scope, range))),
    Promise.all(spansAround(period).map(home => readBeginning(reading, scope, home))),
  ]);
  return [...whole.flat(), ...spans.flat().filter(({ bucket }) => holdsSpan(period, bucket) === 'surely')];
};

/** The ranges that a period surely holds, whatever is known of when. */
const surelyIn = (period: Period): readonly BucketRange[] => {
  const { surely } = untilIn(period);
  return [...coverOf(period), ...(surely ? coverOf(surely, true) : [])];
};

/** The cells of ranges of days, months and years, each apart. Throws `CorruptItem` when one cannot be read. */
export const readRanges = (context: RecordsOnly, scope: Scope, ranges: readonly BucketRange[]) =>
  readWhole(context, async reading =>
    (await Promise.all(ranges.map(range => readRange(reading, scope, range)))).flat(),
  );

const readWhole = async <Cells>(
  context: RecordsOnly,
  readCellsWith: (reading: Reading) => Promise<Cells>,
): Promise<Cells> => {
  const skipped: string[] = [];
  const cells = await readCellsWith({ ...context, skipped });
  if (skipped[0] !== undefined)
    throw new CorruptItem(`The stored item ${skipped[0]} (tally) cannot be read.`);
  return cells;
};

/** The whole months, or years, that two days touch and that lie between. */
export type Stretches = Period & Readonly<{ of: 'MONTH' | 'YEAR' }>;

/** Where the keys of the cells go that cannot be read. */
type Reading = RecordsOnly & Readonly<{ skipped: string[] }>;

/** The cells of a scope that surely belong to a period, and those that may. */
const readScope = async (context: Reading, scope: Scope, period: Period | undefined) => {
  if (!period) return { surely: await readBeginning(context, scope, 'ALL#'), perhaps: [] };
  const [whole, spans, until] = await Promise.all([
    Promise.all(surelyIn(period).map(range => readRange(context, scope, range))),
    Promise.all(spansAround(period).map(home => readBeginning(context, scope, home))),
    // What is known not to be later than a day in the period, or after it, may be in it.
    Promise.all(coverOf(untilIn(period).perhaps, true).map(range => readRange(context, scope, range))),
  ]);
  const held = (how: ReturnType<typeof holdsSpan>) =>
    spans.flat().filter(({ bucket }) => holdsSpan(period, bucket) === how);
  return {
    surely: [...whole.flat(), ...held('surely')],
    perhaps: [...held('perhaps'), ...until.flat()],
  };
};

const readRange = (context: Reading, scope: Scope, { level, isUntil, from, to }: BucketRange) => {
  const prefix = isUntil ? `UNTIL-${level}#` : `${level}#`;
  return readCells(context, scope, '#sk BETWEEN :from AND :to', {
    ':from': `${prefix}${from}`,
    // After every cell of the last bucket.
    ':to': `${prefix}${to}#~`,
  });
};

const readBeginning = (context: Reading, scope: Scope, prefix: string) =>
  readCells(context, scope, 'begins_with(#sk, :prefix)', { ':prefix': prefix });

const readCells = async (
  { client, tables, skipped }: Reading,
  scope: Scope,
  condition: string,
  values: object,
): Promise<readonly Tallied[]> => {
  const items = await queryAll(client, {
    table: tables.records,
    expression: `#pk = :pk AND ${condition}`,
    values: { ':pk': tallyPartition(scope), ...values },
  });
  const found = parseAllReadable(parseTally, items);
  skipped.push(...found.skipped);
  return found.items;
};

/** A cell as it is stored. Throws `CorruptItem` when it cannot be read. */
export const parseTally = (raw: Raw): Tallied => {
  const { pk, sk, changedAt = '', ...all } = toPlain(tallyShape, raw);
  const named = Object.entries(all);
  const isWhere = ([name]: readonly [string, unknown]): boolean => name.startsWith(wherePrefix);
  const numbers = Object.fromEntries(named.filter(one => !isWhere(one)));
  const where = named.filter(isWhere).map(([name, number]) => [name.slice(wherePrefix.length), number]);
  const parts = String(sk).split('#');
  const [phase, munition, grade] = parts.slice(-3);
  const cell = talliedSchema.safeParse({
    scope: String(pk).slice(tallyPrefix.length),
    bucket: parts.slice(0, -3).join('#'),
    phase,
    munition,
    grade,
    counters: readCounters(numbers),
    where: where.length > 0 ? Object.fromEntries(where) : undefined,
    changedAt,
  });
  if (!cell.success) throw new CorruptItem(`The stored item ${keyText(raw)} (tally) is corrupt.`);
  return cell.data;
};
