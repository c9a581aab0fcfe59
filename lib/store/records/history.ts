import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Event, type EventDraft, eventSchema, nextEvent } from '../../history/event.ts';
import { parseItem } from '../dynamodb/item.ts';
import { eventKey, eventPrefix, type Key } from '../dynamodb/keys.ts';
import { absent, putWrite, queryAll, read, toExpression } from '../dynamodb/operations.ts';

/**
 * The version of a report or incident together with the event that made it. Both have the same number; `head`, the hash
 * of the last event, is stored beside the thing itself, so that a chain is continued without reading it.
 */
export const withEvent = <Thing extends { readonly version: number }>(
  table: string,
  key: Key,
  thing: Thing,
  head: string | undefined,
  draft: EventDraft,
) => {
  const last = head === undefined ? undefined : { n: thing.version - 1, hash: head };
  const event = nextEvent(last, draft, thing);
  return { head: event.hash, write: putWrite(table, eventKey(key, event.n), event, absent) };
};

/** One event of a history, or undefined when it has not come that far. */
export const readEvent = async (
  client: DynamoDBClient,
  table: string,
  key: Key,
  n: number,
): Promise<Event | undefined> => {
  const raw = await read(client, table, eventKey(key, n));
  return raw && parseItem(eventSchema, raw);
};

export const readHistory = async (
  client: DynamoDBClient,
  table: string,
  { pk }: Key,
): Promise<readonly Event[]> => {
  const expression = '#pk = :pk AND begins_with(#sk, :events)';
  const items = await queryAll(client, {
    TableName: table,
    KeyConditionExpression: expression,
    ...toExpression(expression, { ':pk': pk, ':events': eventPrefix }),
    ConsistentRead: true,
  });
  return items.map(item => parseItem(eventSchema, item));
};
