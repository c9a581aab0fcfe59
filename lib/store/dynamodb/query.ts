import { type DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { keyText, parseReadable, type Raw, type Readable, type Skipped } from './item.ts';
import { toExpression } from './operations.ts';
import type { RecordsIndex } from './tables.ts';

/** The items of one partition, of a table or of an index. `#name` in the expression stands for the attribute `name`. */
type Query = Readonly<{
  table: string;
  index?: RecordsIndex | undefined;
  expression: string;
  values: object;
  order?: 'ascending' | 'descending';
  /** Whether what was just written is sure to be found. Impossible with an index. */
  consistent?: boolean;
}>;

/**
 * The most unreadable items that a list skips before it gives up: thousands of them mean that an older release is reading a
 * newer one's data.
 */
const maxUnreadable = 200;

/** What one request found. `next`: where to go on, when there may be more. */
type Found = Readonly<{ items: readonly Raw[]; count: number; next: Raw | undefined }>;

const query = async (
  client: DynamoDBClient,
  { table, index, expression, values, order, consistent }: Query,
  { start, limit, select }: Readonly<{ start?: Raw | undefined; limit?: number; select?: 'COUNT' }> = {},
): Promise<Found> => {
  const { Items, Count, LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: expression,
      ...toExpression(expression, values),
      ScanIndexForward: order !== 'descending',
      ConsistentRead: consistent,
      Select: select,
      Limit: limit,
      ExclusiveStartKey: start,
    }),
  );
  return { items: Items ?? [], count: Count ?? 0, next: LastEvaluatedKey };
};

/** All items of a query, or the first `most` of them, over as many requests as it takes. */
export const queryAll = async (
  client: DynamoDBClient,
  all: Query,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Raw[]> => {
  const items: Raw[] = [];
  let start: Raw | undefined;
  do {
    const limit = Number.isFinite(most) ? most - items.length : undefined;
    const found = await query(client, all, { start, limit });
    items.push(...found.items);
    start = found.next;
  } while (start && items.length < most);
  return items;
};

/** An item that was read, beside what was stored, and how many before it were skipped. */
type Parsed<Item> = Readonly<{ raw: Raw; item: Item; skipped: number }>;

/**
 * The first `most` items of a query that can be read. `leap` says behind which key to go on where an item is not wanted, and
 * undefined where it is. `end`: the last stored item that was looked at, if there may be more.
 */
export const queryReadable = async <Item>(
  client: DynamoDBClient,
  all: Query,
  parse: (raw: Raw) => Item,
  {
    most,
    start: first,
    leap,
  }: Readonly<{ most: number; start?: Raw | undefined; leap?: ((raw: Raw) => Raw | undefined) | undefined }>,
): Promise<Readable<Parsed<Item>> & Skipped & Readonly<{ end: Raw | undefined }>> => {
  const items: Parsed<Item>[] = [];
  const skipped: string[] = [];
  let start = first;
  let end: Raw | undefined;
  do {
    const found = await query(client, all, { start, limit: most - items.length });
    start = found.next;
    for (const raw of found.items) {
      end = raw;
      const beyond = leap?.(raw);
      if (beyond) {
        start = beyond;
        break;
      }
      const item = parseReadable(parse, raw);
      if (item === undefined) skipped.push(keyText(raw));
      else items.push({ raw, item, skipped: skipped.length });
    }
  } while (start && items.length < most && skipped.length < maxUnreadable);
  return { items, unreadable: skipped.length, skipped, end: start && end };
};

/** How many items a query has, or `most` when it has more. */
export const count = async (client: DynamoDBClient, all: Query, most: number): Promise<number> => {
  let counted = 0;
  let start: Raw | undefined;
  do {
    const found = await query(client, all, { start, limit: most - counted, select: 'COUNT' });
    counted += found.count;
    start = found.next;
  } while (start && counted < most);
  return counted;
};

/** What is made of each item of a whole table, or of an index, from these attributes of it alone. */
export const scanEach = async <Value>(
  client: DynamoDBClient,
  {
    table,
    index,
    attributes,
  }: Readonly<{ table: string; index?: RecordsIndex; attributes: readonly string[] }>,
  make: (raw: Raw) => Value | undefined,
): Promise<ReadonlySet<Value>> => {
  const found = new Set<Value>();
  const expression = attributes.map(name => `#${name}`).join(', ');
  let start: Raw | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        IndexName: index,
        ProjectionExpression: expression,
        ExpressionAttributeNames: toExpression(expression).ExpressionAttributeNames,
        // No index can be read so.
        ConsistentRead: index === undefined,
        ExclusiveStartKey: start,
      }),
    );
    for (const raw of page.Items ?? []) {
      const value = make(raw);
      if (value !== undefined) found.add(value);
    }
    start = page.LastEvaluatedKey;
  } while (start);
  return found;
};

/** The partition keys of a whole table. */
export const scanPartitions = async (client: DynamoDBClient, table: string): Promise<readonly string[]> => [
  ...(await scanEach(client, { table, attributes: ['pk'] }, ({ pk }) => pk?.S)),
];
