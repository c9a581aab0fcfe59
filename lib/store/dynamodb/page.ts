import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshal, type Raw, rawKey } from './item.ts';
import type { Key } from './keys.ts';
import { toExpression } from './operations.ts';
import type { RecordsIndex } from './tables.ts';

/** One page of a list. Cursors are short (19 characters) and may come from a button: a malformed one means the first page. */
export type PageRequest = Readonly<{
  limit: number;
  /** The page that follows this cursor … */
  after?: string | undefined;
  /** … or the one that precedes it. */
  before?: string | undefined;
}>;

export type Page<Item> = Readonly<{
  items: readonly Item[];
  /** For `after`: there are more. */
  next?: string | undefined;
  /** For `before`: this is not the first page. */
  previous?: string | undefined;
}>;

/** An ordered list: the items of an index that have all the attributes `where`, by the instant `by` and then the id. */
export type List<Item> = Readonly<{
  table: string;
  index: RecordsIndex;
  where: Readonly<Record<string, string>>;
  /** The attribute of the index that orders the list, and what an item has in it. */
  by: string;
  at: (item: Item) => string;
  /** Only what is not later than this in that order. */
  until?: string | undefined;
  keyOf: (id: string) => Key;
  order: 'oldest first' | 'newest first';
  parse: (raw: Raw) => Item;
}>;

/** One page of a list, in one query. */
export const readPage = async <Item extends { readonly id: string }>(
  client: DynamoDBClient,
  { table, index, where, by, at, until, keyOf, order, parse }: List<Item>,
  { limit, after, before }: PageRequest,
): Promise<Page<Item>> => {
  const backwards = after === undefined && before !== undefined;
  const position = readCursor(after ?? before);
  const expression = [
    ...Object.keys(where).map(name => `#${name} = :${name}`),
    ...(until === undefined ? [] : [`#${by} <= :until`]),
  ].join(' AND ');
  const values = {
    ...Object.fromEntries(Object.entries(where).map(([name, value]) => [`:${name}`, value])),
    ...(until !== undefined && { ':until': until }),
  };
  const { Items: found = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: expression,
      ...toExpression(expression, values),
      ScanIndexForward: (order === 'oldest first') !== backwards,
      // One more than is shown tells whether there are more.
      Limit: limit + 1,
      ...(position && {
        ExclusiveStartKey: {
          ...rawKey(keyOf(position.id)),
          ...marshal({ ...where, [by]: position.at, id: position.id }),
        },
      }),
    }),
  );
  const items = found.slice(0, limit).map(parse);
  if (backwards) items.reverse();
  const more = found.length > limit;
  const cursor = (item: Item | undefined) => item && formatCursor({ at: at(item), id: item.id });
  const hasNext = backwards ? position !== undefined && items.length > 0 : more;
  const hasPrevious = backwards ? more : position !== undefined;
  return {
    items,
    ...(hasNext && { next: cursor(items.at(-1)) }),
    ...(hasPrevious && { previous: cursor(items.at(0)) }),
  };
};

/**
 * One page of several lists together, newest first: each list was asked for the same page of `limit` after the same
 * cursor.
 */
export const mergePages = <Item extends { readonly id: string }>(
  pages: readonly Page<Item>[],
  by: keyof Item & string,
  limit: number,
): Page<Item> => {
  const order = (item: Item): string => `${item[by]} ${item.id}`;
  const all = pages.flatMap(({ items }) => items).sort((a, b) => (order(a) < order(b) ? 1 : -1));
  const items = all.slice(0, limit);
  const last = items.at(-1);
  const hasNext = all.length > limit || pages.some(({ next }) => next !== undefined);
  return { items, ...(hasNext && last && { next: formatCursor({ at: String(last[by]), id: last.id }) }) };
};

type Position = Readonly<{ at: string; id: string }>;

const instantDigits = 9;

/** `at` in milliseconds as 9 digits of base 36 (until the year 5188), then the id. */
const formatCursor = ({ at, id }: Position): string =>
  Date.parse(at).toString(36).padStart(instantDigits, '0') + id;

const readCursor = (cursor: string | undefined): Position | undefined => {
  const [, time, id] = cursor?.match(/^([0-9a-z]{9})([0-9A-Z]{10})$/) ?? [];
  if (!time || !id) return undefined;
  const milliseconds = Number.parseInt(time, 36);
  const latest = 8.64e15;
  return milliseconds <= latest ? { at: new Date(milliseconds).toISOString(), id } : undefined;
};
