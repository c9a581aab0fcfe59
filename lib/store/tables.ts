/**
 * A secondary index with several attributes as each part of its key. Only items that have them all are in it. Every index
 * holds whole items, so that a list is one query.
 */
export type IndexDefinition = Readonly<{
  name: string;
  partitionKeys: readonly string[];
  sortKeys: readonly string[];
}>;

/** A table as plain data: the local tables and the deployed ones are made of the same. All key attributes are strings. */
export type TableDefinition = Readonly<{
  partitionKey: string;
  sortKey: string;
  indexes: readonly IndexDefinition[];
  /** The attribute with the time of expiry, in seconds since 1970. */
  timeToLive?: string;
  /** A stream with old and new images. */
  stream: boolean;
  /** Kept for recovery to a point in time, and protected from deletion. */
  recoverable: boolean;
}>;

/** Two tables, because what must be erasable must not sit in a backup. */
export const tableDefinitions = {
  chats: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: [],
    timeToLive: 'expiresAt',
    stream: false,
    recoverable: false,
  },
  records: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: [
      /** What waits for a decision, oldest first. `queue` is on waiting reports only. */
      { name: 'queue', partitionKeys: ['queue'], sortKeys: ['receivedAt', 'id'] },
      /** One reporter's reports. */
      { name: 'reporter', partitionKeys: ['reporter'], sortKeys: ['receivedAt', 'id'] },
      /** What is published, by each choice of a reader. `feed` is on published incidents only. */
      { name: 'feed', partitionKeys: ['feed'], sortKeys: ['publishedAt', 'id'] },
      { name: 'feedByRegion', partitionKeys: ['feed', 'region'], sortKeys: ['publishedAt', 'id'] },
      { name: 'feedByMunition', partitionKeys: ['feed', 'munition'], sortKeys: ['publishedAt', 'id'] },
      {
        name: 'feedByRegionAndMunition',
        partitionKeys: ['feed', 'region', 'munition'],
        sortKeys: ['publishedAt', 'id'],
      },
      { name: 'feedBySettlement', partitionKeys: ['feed', 'settlement'], sortKeys: ['publishedAt', 'id'] },
      {
        name: 'feedBySettlementAndMunition',
        partitionKeys: ['feed', 'settlement', 'munition'],
        sortKeys: ['publishedAt', 'id'],
      },
    ],
    stream: true,
    recoverable: true,
  },
} as const satisfies Readonly<Record<string, TableDefinition>>;

/** The names of the two tables, as deployed. */
export type TableNames = Readonly<Record<keyof typeof tableDefinitions, string>>;
export type RecordsIndex = (typeof tableDefinitions)['records']['indexes'][number]['name'];
