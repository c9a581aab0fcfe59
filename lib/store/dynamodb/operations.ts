import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { ContendedItem, isTransientCancellation, RefusedPlan } from './errors.ts';
import { keyText, marshal, type Raw, rawKey, type Stamped } from './item.ts';
import type { Key } from './keys.ts';

/** What must be true for a write. `#name` stands for the attribute `name`: all are aliased, as many are reserved words. */
export type Condition = Readonly<{ expression: string; values?: object }>;

/** Whether a condition held; if not, the item as it is instead (undefined: there is none). */
type Written = Readonly<{ kind: 'written' }> | Readonly<{ kind: 'refused'; item: Raw | undefined }>;

/** One write of a transaction. */
export type Write = TransactWriteItem;

/** By its position in a transaction, each write whose condition did not hold, and the item as it is instead. */
type Refusals = ReadonlyMap<number, Raw | undefined>;

/** Whether all conditions of a transaction held. */
type Transacted = Readonly<{ kind: 'written' }> | Readonly<{ kind: 'refused'; refusals: Refusals }>;

const transactAttempts = 4;
const transactPauseMs = 40;

/** The item of a key, as last written. */
export const read = async (client: DynamoDBClient, table: string, key: Key): Promise<Raw | undefined> =>
  (await client.send(new GetItemCommand({ TableName: table, Key: rawKey(key), ConsistentRead: true }))).Item;

/** DynamoDB reads so many items at once. */
const batchSize = 100;

/** Those items of these keys that there are, as last written, in any order. One call for each hundred keys. */
export const readMany = async (
  client: DynamoDBClient,
  table: string,
  keys: readonly Key[],
): Promise<readonly Raw[]> => {
  const items: Raw[] = [];
  let left = keys.map(rawKey);
  while (left.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: left.slice(0, batchSize), ConsistentRead: true } },
      }),
    );
    items.push(...(Responses?.[table] ?? []));
    left = [...(UnprocessedKeys?.[table]?.Keys ?? []), ...left.slice(batchSize)];
  }
  return items;
};

/** A whole item to write; without a condition only where another write of the same transaction has one for it. */
export const putWrite = (table: string, key: Key, content: Stamped, condition?: Condition) => ({
  Put: {
    TableName: table,
    Item: marshal({ ...key, ...content }),
    ...toConditionInput(condition),
  },
});

export const deleteWrite = (table: string, key: Key, condition: Condition) => ({
  Delete: { TableName: table, Key: rawKey(key), ...toConditionInput(condition) },
});

/** A condition on an item that the transaction does not write. */
export const checkWrite = (table: string, key: Key, { expression, values }: Condition) => ({
  ConditionCheck: {
    TableName: table,
    Key: rawKey(key),
    ConditionExpression: expression,
    ...toExpression(expression, values),
  },
});

export const absent: Condition = { expression: 'attribute_not_exists(#pk)' };
export const present: Condition = { expression: 'attribute_exists(#pk)' };
/** That an item still has the version that was read; that there still is none, where none was. */
export const unchangedSince = (version: number | undefined): Condition =>
  version === undefined ? absent : { expression: '#version = :read', values: { ':read': version } };

export const put = (
  client: DynamoDBClient,
  table: string,
  key: Key,
  content: Stamped,
  condition?: Condition,
): Promise<Written> =>
  conditionally(() => client.send(new PutItemCommand(putWrite(table, key, content, condition).Put)));

export const remove = (
  client: DynamoDBClient,
  table: string,
  key: Key,
  condition: Condition,
): Promise<Written> =>
  conditionally(() => client.send(new DeleteItemCommand(deleteWrite(table, key, condition).Delete)));

/** Changes single attributes of an item, or makes it. `values` are those of both expressions. */
export const update = (
  client: DynamoDBClient,
  table: string,
  key: Key,
  expression: string,
  { values, condition }: Readonly<{ values: object; condition?: string }>,
): Promise<Written> =>
  conditionally(() =>
    client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: rawKey(key),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ...toExpression(`${expression} ${condition ?? ''}`, values),
      }),
    ),
  );

/**
 * All of the writes or none. When other transactions are at the same items it tries again a few times, then throws what
 * `isRetryable` recognises.
 */
export const transact = async (client: DynamoDBClient, writes: readonly Write[]): Promise<Transacted> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: [...writes] }));
      return { kind: 'written' };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const isTransient = isTransientCancellation(error);
      const refusals = new Map(
        error.CancellationReasons?.flatMap(({ Code, Item }, index) =>
          Code === 'ConditionalCheckFailed' ? [[index, Item] as const] : [],
        ),
      );
      if (refusals.size > 0 && !isTransient) return { kind: 'refused', refusals };
      if (!isTransient || attempt === transactAttempts) throw error;
      await new Promise(resume => setTimeout(resume, Math.random() * transactPauseMs * 2 ** attempt));
    }
  }
};

/** What follows from the state that was just read: a transaction and what is answered after it, or an answer alone. */
export type Plan<Result> =
  | Readonly<{
      kind: 'write';
      writes: readonly Write[];
      result: Result;
      /** The answer to a refusal that reading again would not change; undefined: read again. */
      onRefused?: (refusals: Refusals) => Result | undefined;
    }>
  | Readonly<{ kind: 'answer'; result: Result }>;

const planAttempts = 6;

/**
 * Reads, plans, and writes all or nothing; from the start again when anything that was read changed meanwhile. A plan must
 * recognise its own work, because the answer to a transaction that was written may be lost. Throws `ContendedItem` when
 * others kept changing the same, and `RefusedPlan` when the same was refused twice though nobody had changed it: trying
 * again, now or later, would change nothing.
 */
export const runWithRetry = async <Result>(
  client: DynamoDBClient,
  plan: () => Promise<Plan<Result>>,
): Promise<Result> => {
  let before: string | undefined;
  for (let attempt = 1; attempt <= planAttempts; attempt += 1) {
    const planned = await plan();
    if (planned.kind === 'answer') return planned.result;
    const outcome = await transact(client, planned.writes);
    if (outcome.kind === 'written') return planned.result;
    const refused = planned.onRefused?.(outcome.refusals);
    if (refused !== undefined) return refused;
    const refusals = JSON.stringify([...outcome.refusals]);
    if (refusals === before)
      throw new RefusedPlan(
        `Refused twice: ${[...outcome.refusals.values()].map(item => item && keyText(item))}.`,
      );
    before = refusals;
  }
  throw new ContendedItem('What was to be changed kept changing.');
};

/** The names and values of an expression, as DynamoDB wants them. */
export const toExpression = (expression: string, values: object = {}) => ({
  ExpressionAttributeNames: Object.fromEntries(
    [...expression.matchAll(/#(\w+)/g)].map(([alias, name]) => [alias, name as string]),
  ),
  // DynamoDB refuses an empty set of values.
  ExpressionAttributeValues: Object.keys(values).length > 0 ? marshal(values) : undefined,
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
