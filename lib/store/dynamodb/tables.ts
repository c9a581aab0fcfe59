/*
 * How what is stored may change
 *
 * Every item says in its attribute `shape` its kind and the version of its shape (`report.1`). The shapes stand in the files
 * of their nouns (`reportShape` in records/reports.ts); `stamp` in item.ts writes the attribute and `parseItem` checks it.
 *
 * - A new optional field, or one more code in a vocabulary: the same version.
 * - Anything else (a field renamed, removed, required, or of another type or meaning): version + 1, and in `upgrades` of the
 *   shape a function that makes an item of the former version one of the new. It stays as long as such items may be stored.
 * - What has a history keeps the digest of itself as it was written; an upgrade must not change what a digest is made of.
 *   Otherwise rewrite the items, each with an event.
 * - Another attribute in an index, or another meaning of one: items that are not written again keep the old one.
 * - Add an item of each new kind or version to test/lib/store/shapes.json. Never change one that is there.
 * - Roll out readers before writers: the release before refuses items of a later version. Lists skip them meanwhile.
 * - Add or remove at most one index of a table in a release: CloudFormation makes one such change in an update. Do not use
 *   an index in the release that adds it; remove it in the release after the last one that uses it.
 */

/**
 * A secondary index with several attributes as each part of its key. It holds the items that have them all, as a whole, so
 * that a list is one query.
 */
export type IndexDefinition = Readonly<{
  name: string;
  partitionKeys: readonly string[];
  sortKeys: readonly string[];
}>;

/** A table as data, from which the local and the deployed one are made. All key attributes are strings. */
export type TableDefinition = Readonly<{
  partitionKey: string;
  sortKey: string;
  indexes: readonly IndexDefinition[];
  /** The attribute with the time of expiry, in seconds since 1970. */
  timeToLive?: string;
  /** A stream with old and new images. */
  stream: boolean;
  /** For how long it can be recovered to any moment, with protection from deletion. `days`: as the stage is set. */
  recovery: 'none' | 'days' | 'longest';
}>;

/**
 * Three tables, because they must be recoverable for different times: what the bot forgets not at all; the keys, whose
 * deletion erases, for days; what is sealed under them for as long as DynamoDB can.
 */
export const tableDefinitions = {
  chats: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: [],
    timeToLive: 'expiresAt',
    stream: false,
    recovery: 'none',
  },
  keys: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: [],
    stream: false,
    recovery: 'days',
  },
  records: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: [
      /**
       * What waits for moderators or (`queue` says which) for a witness's answer, longest first, by each filter of a
       * moderator. Only such reports have the attribute `queue`.
       */
      { name: 'queue', partitionKeys: ['queue'], sortKeys: ['waits', 'id'] },
      { name: 'queueByRegion', partitionKeys: ['queue', 'region'], sortKeys: ['waits', 'id'] },
      { name: 'queueByMunition', partitionKeys: ['queue', 'munition'], sortKeys: ['waits', 'id'] },
      {
        name: 'queueByRegionAndMunition',
        partitionKeys: ['queue', 'region', 'munition'],
        sortKeys: ['waits', 'id'],
      },
      /** What waits for moderators, by harm, with the same filters. */
      { name: 'queueByHarm', partitionKeys: ['queue'], sortKeys: ['urgency', 'id'] },
      { name: 'queueByRegionAndHarm', partitionKeys: ['queue', 'region'], sortKeys: ['urgency', 'id'] },
      { name: 'queueByMunitionAndHarm', partitionKeys: ['queue', 'munition'], sortKeys: ['urgency', 'id'] },
      {
        name: 'queueByRegionMunitionAndHarm',
        partitionKeys: ['queue', 'region', 'munition'],
        sortKeys: ['urgency', 'id'],
      },
      /** What a moderator has claimed, by the end of the lease. */
      { name: 'claimed', partitionKeys: ['claimedBy'], sortKeys: ['claimedUntil', 'id'] },
      /** What is published, by each filter of a reader. Only published incidents have the attribute `feed`. */
      { name: 'feed', partitionKeys: ['feed'], sortKeys: ['publishedAt', 'id'] },
      { name: 'feedByRegion', partitionKeys: ['feed', 'region'], sortKeys: ['publishedAt', 'id'] },
      { name: 'feedByMunition', partitionKeys: ['feed', 'munition'], sortKeys: ['publishedAt', 'id'] },
      {
        name: 'feedByRegionAndMunition',
        partitionKeys: ['feed', 'region', 'munition'],
        sortKeys: ['publishedAt', 'id'],
      },
      /** What is approved and waits for its release, or (`embargo` says which) is published, and a change of it waits. */
      { name: 'embargo', partitionKeys: ['embargo'], sortKeys: ['releaseAt', 'id'] },
      /**
       * Possible duplicates: waiting reports and the contributions to incidents, by day (or month) and region of
       * occurrence, from south to north.
       */
      { name: 'nearby', partitionKeys: ['nearby', 'area'], sortKeys: ['latitude', 'id'] },
      { name: 'feedBySettlement', partitionKeys: ['feed', 'settlement'], sortKeys: ['publishedAt', 'id'] },
      {
        name: 'feedBySettlementAndMunition',
        partitionKeys: ['feed', 'settlement', 'munition'],
        sortKeys: ['publishedAt', 'id'],
      },
      /** What is published of unexploded items, and where some are suspected or marked. Only such incidents have the attribute `hazard`. */
      { name: 'feedOfUnexploded', partitionKeys: ['hazard'], sortKeys: ['publishedAt', 'id'] },
      {
        name: 'feedOfUnexplodedByRegion',
        partitionKeys: ['hazard', 'region'],
        sortKeys: ['publishedAt', 'id'],
      },
    ],
    stream: true,
    recovery: 'longest',
  },
} as const satisfies Readonly<Record<string, TableDefinition>>;

/** The names of the tables, as deployed. */
export type TableNames = Readonly<Record<keyof typeof tableDefinitions, string>>;
export type RecordsIndex = (typeof tableDefinitions)['records']['indexes'][number]['name'];
