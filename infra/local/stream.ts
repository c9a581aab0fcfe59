import { setTimeout as pause } from 'node:timers/promises';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  type DynamoDBStreamsClientConfig,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined>;

const batchSize = 10;
const pollMs = 200;
const pauseBetweenPolls = (signal: AbortSignal): Promise<unknown> => pause(pollMs, undefined, { signal });
/** About two minutes with the pauses: longer than Telegram's Retry-After, and than a lease. */
const defaultAttempts = 12;
const firstPauseMs = 50;
const longestPauseMs = 30_000;

/**
 * Feeds a table's stream to a Lambda handler as Lambda's event source mapping does: in order and in batches, retried with
 * growing pauses from the first failed record on (`batchItemFailures`, or record by record when the handler throws).
 * Reports a record that keeps failing to `onDropped`, like a dead-letter queue, and goes on with the next. Begins with
 * the oldest record of the stream, so the handler sees records of earlier runs again.
 */
export const followStream = ({
  client,
  config,
  table,
  handler,
  onDropped = () => {},
  changed = pauseBetweenPolls,
  attempts = defaultAttempts,
}: Readonly<{
  client: DynamoDBClient;
  config: Pick<DynamoDBStreamsClientConfig, 'endpoint' | 'region' | 'credentials'>;
  table: string;
  handler: StreamHandler;
  onDropped?: (record: DynamoDBRecord, error: unknown) => void;
  /** Resolves when the stream may hold something new; by default soon. */
  changed?: (signal: AbortSignal) => Promise<unknown>;
  attempts?: number;
}>): Readonly<{ stop: () => Promise<void> }> => {
  const streams = new DynamoDBStreamsClient(config);
  const stopping = new AbortController();
  const { signal } = stopping;
  const deliver = createDelivery(handler, { onDropped, attempts, signal });

  const follow = async () => {
    const arn = await streamOf(client, table);
    /** The next iterator of each shard; undefined when the shard is closed and was read to its end. */
    const positions = new Map<string, string | undefined>();
    while (!signal.aborted) {
      const shards = await shardsOf(streams, arn);
      for (const { id, parent } of shards) {
        if (parent !== undefined && positions.get(parent) !== undefined) continue;
        const iterator = positions.has(id) ? positions.get(id) : await oldest(streams, arn, id);
        if (iterator === undefined) continue;
        const page = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }));
        const records = (page.Records ?? []).map(record => asDelivered(record, arn));
        for (let from = 0; from < records.length && !signal.aborted; from += batchSize)
          await deliver(records.slice(from, from + batchSize));
        positions.set(id, page.NextShardIterator);
      }
      await changed(signal).catch(() => {});
    }
  };

  const following = (async () => {
    while (!signal.aborted) {
      // Reading failed, for example because an iterator expired while the machine slept: start over.
      await follow().catch(() => pauseBetweenPolls(signal).catch(() => {}));
    }
    streams.destroy();
  })();

  return {
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
};

/** Delivers records until each was handled, dropped, or `signal` aborts. */
const createDelivery = (
  handler: StreamHandler,
  {
    onDropped,
    attempts,
    signal,
  }: Readonly<{
    onDropped: (record: DynamoDBRecord, error: unknown) => void;
    attempts: number;
    signal: AbortSignal;
  }>,
): ((records: readonly DynamoDBRecord[]) => Promise<void>) => {
  const deliver = async (records: readonly DynamoDBRecord[], attempt = 1): Promise<void> => {
    const { failed, error } = await attemptOn(handler, records);
    const [first, ...others] = failed;
    if (!first) return;
    if (error !== undefined && others.length > 0) {
      // Nobody knows which record failed: try them one by one.
      for (const record of failed) await deliver([record], attempt);
      return;
    }
    if (attempt < attempts) {
      await pause(Math.min(firstPauseMs * 2 ** attempt, longestPauseMs), undefined, { signal }).catch(
        () => {},
      );
      // When stopped, the next start delivers the record again.
      return signal.aborted ? undefined : deliver(failed, attempt + 1);
    }
    onDropped(first, error);
    return deliver(others);
  };
  return deliver;
};

/** The records from the first failed one on; with `error` when the handler threw instead of naming it. */
const attemptOn = async (
  handler: StreamHandler,
  records: readonly DynamoDBRecord[],
): Promise<Readonly<{ failed: readonly DynamoDBRecord[]; error?: unknown }>> => {
  if (records.length === 0) return { failed: [] };
  try {
    const response = await handler({ Records: [...records] });
    const failures = new Set(response?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const first = records.findIndex(record => failures.has(record.dynamodb?.SequenceNumber ?? ''));
    return { failed: first === -1 ? [] : records.slice(first) };
  } catch (error) {
    return { failed: records, error: error ?? 'unknown' };
  }
};

const streamOf = async (client: DynamoDBClient, table: string): Promise<string> => {
  const { Table: description } = await client.send(new DescribeTableCommand({ TableName: table }));
  if (!description?.LatestStreamArn) throw new Error(`The table ${table} has no stream.`);
  return description.LatestStreamArn;
};

type Shard = Readonly<{ id: string; parent: string | undefined }>;

const shardsOf = async (streams: DynamoDBStreamsClient, arn: string): Promise<readonly Shard[]> => {
  const shards: Shard[] = [];
  let start: string | undefined;
  do {
    const { StreamDescription: page } = await streams.send(
      new DescribeStreamCommand({ StreamArn: arn, ExclusiveStartShardId: start }),
    );
    for (const { ShardId: id, ParentShardId: parent } of page?.Shards ?? [])
      if (id) shards.push({ id, parent });
    start = page?.LastEvaluatedShardId;
  } while (start);
  return shards;
};

const oldest = async (streams: DynamoDBStreamsClient, arn: string, shard: string) =>
  (
    await streams.send(
      new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON' }),
    )
  ).ShardIterator;

/** Converts a record to Lambda's shape, whose time is in seconds since 1970. */
const asDelivered = ({ dynamodb, ...record }: _Record, arn: string): DynamoDBRecord =>
  ({
    ...record,
    eventSourceARN: arn,
    dynamodb: {
      ...dynamodb,
      ApproximateCreationDateTime: Math.floor((dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
    },
  }) as DynamoDBRecord;
