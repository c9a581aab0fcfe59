import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { isPassingCancellation } from './errors.ts';
import { marshal, type Raw, rawKey } from './item.ts';
import type { Key } from './keys.ts';

/** What must be true for a write. `#name` stands for the attribute `name`: all are aliased, as many are reserved words. */
export type Condition = Readonly<{ expression: string; values?: object }>;

/** Whether a condition held; if not, the item as it is instead (undefined: there is none). */
export type Written = Readonly<{ kind: 'written' }> | Readonly<{ kind: 'refused'; item: Raw | undefined }>;

/** Whether all conditions of a transaction held; if not, by position, those that did not and the items instead. */
export type Transacted =
  | Readonly<{ kind: 'written' }>
  | Readonly<{ kind: 'refused'; refusals: ReadonlyMap<number, Raw | undefined> }>;

const transactAttempts = 4;
const transactPauseMs = 40;

/** The item of a key, as last written. */
export const read = async (client: DynamoDBClient, table: string, key: Key): Promise<Raw | undefined> =>
  (await client.send(new GetItemCommand({ TableName: table, Key: rawKey(key), ConsistentRead: true }))).Item;

/** A whole item to write; without a condition only where another write of the same transaction has one for it. */
export const putWrite = (table: string, key: Key, content: object, condition?: Condition) => ({
  Put: {
    TableName: table,
    Item: marshal({ ...key, ...content }),
    ...toConditionInput(condition),
  },
});

export const deleteWrite = (table: string, key: Key, condition: Condition) => ({
  Delete: { TableName: table, Key: rawKey(key), ...toConditionInput(condition) },
});

export const absent: Condition = { expression: 'attribute_not_exists(#pk)' };
export const present: Condition = { expression: 'attribute_exists(#pk)' };

export const put = (
  client: DynamoDBClient,
  table: string,
  key: Key,
  content: object,
  condition: Condition,
): Promise<Written> =>
  conditionally(() => client.send(new PutItemCommand(putWrite(table, key, content, condition).Put)));

export const remove = (
  client: DynamoDBClient,
  table: string,
  key: Key,
  condition: Condition,
): Promise<Written> =>
  conditionally(() => client.send(new DeleteItemCommand(deleteWrite(table, key, condition).Delete)));

/**
 * All of the writes or none. When other transactions are at the same items it tries again a few times, then throws what
 * `isRetryable` recognises.
 */
export const transact = async (
  client: DynamoDBClient,
  writes: readonly TransactWriteItem[],
): Promise<Transacted> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: [...writes] }));
      return { kind: 'written' };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const passes = isPassingCancellation(error);
      const refusals = new Map(
        error.CancellationReasons?.flatMap(({ Code, Item }, index) =>
          Code === 'ConditionalCheckFailed' ? [[index, Item] as const] : [],
        ),
      );
      if (refusals.size > 0 && !passes) return { kind: 'refused', refusals };
      if (!passes || attempt === transactAttempts) throw error;
      await new Promise(resume => setTimeout(resume, Math.random() * transactPauseMs * 2 ** attempt));
    }
  }
};

/** All items of a query, or the first `most` of them, over as many pages as it takes. */
export const queryAll = async (
  client: DynamoDBClient,
  query: QueryCommandInput,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Raw[]> => {
  const items: Raw[] = [];
  let start: Raw | undefined;
  do {
    const left = Number.isFinite(most) ? { Limit: most - items.length } : {};
    const page = await client.send(new QueryCommand({ ...query, ...left, ExclusiveStartKey: start }));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start && items.length < most);
  return items;
};

/** The names and values of an expression, as DynamoDB wants them. */
export const toExpression = (expression: string, values: object = {}) => ({
  ExpressionAttributeNames: Object.fromEntries(
    [...expression.matchAll(/#(\w+)/g)].map(([alias, name]) => [alias, name as string]),
  ),
  ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: marshal(values) }),
});

const toConditionInput = (condition: Condition | undefined) =>
  condition && {
    ConditionExpression: condition.expression,
    ...toExpression(condition.expression, condition.values),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };

const conditionally = async (write: () => Promise<unknown>): Promise<Written> => {
  try {
    await write();
    return { kind: 'written' };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { kind: 'refused', item: error.Item };
    throw error;
  }
};
