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
      /**
       * What waits for moderators, or (`queue` says which) for a witness's answer; longest first, by each choice of a
       * moderator. `queue` is on such reports only.
       */
      { name: 'queue', partitionKeys: ['queue'], sortKeys: ['waits', 'id'] },
      { name: 'queueByRegion', partitionKeys: ['queue', 'region'], sortKeys: ['waits', 'id'] },
      { name: 'queueByMunition', partitionKeys: ['queue', 'munition'], sortKeys: ['waits', 'id'] },
      {
        name: 'queueByRegionAndMunition',
        partitionKeys: ['queue', 'region', 'munition'],
        sortKeys: ['waits', 'id'],
      },
      /** What a moderator has claimed, by the end of the claim. */
      { name: 'claimed', partitionKeys: ['claimedBy'], sortKeys: ['claimedUntil', 'id'] },
      /** One reporter's reports. */
      { name: 'reporter', partitionKeys: ['sender'], sortKeys: ['receivedAt', 'id'] },
      /** What is published, by each choice of a reader. `feed` is on published incidents only. */
      { name: 'feed', partitionKeys: ['feed'], sortKeys: ['publishedAt', 'id'] },
      { name: 'feedByRegion', partitionKeys: ['feed', 'region'], sortKeys: ['publishedAt', 'id'] },
      { name: 'feedByMunition', partitionKeys: ['feed', 'munition'], sortKeys: ['publishedAt', 'id'] },
      {
        name: 'feedByRegionAndMunition',
        partitionKeys: ['feed', 'region', 'munition'],
        sortKeys: ['publishedAt', 'id'],
      },
      /** What is approved and waits for its release. */
      { name: 'embargo', partitionKeys: ['embargo'], sortKeys: ['releaseAt', 'id'] },
      /**
       * What may have been the same: waiting reports and the links of incidents, by day (or month) and region of
       * occurrence, from south to north.
       */
      { name: 'occurrence', partitionKeys: ['occurrence', 'area'], sortKeys: ['latitude', 'id'] },
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
