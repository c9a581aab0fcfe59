import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { RecordsIndex } from '../../../lib/store/dynamodb/tables.ts';
import type { DataStack } from '../data-stack.ts';

/** The DynamoDB actions that the store uses. A transaction needs the actions of the writes in it. */
type Action =
  | 'GetItem'
  | 'BatchGetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'Query';

/** The actions on each table, and the indexes that may be queried. */
export type Access = Readonly<{
  chats: readonly Action[];
  keys: readonly Action[];
  records: readonly Action[];
  indexes: readonly RecordsIndex[];
  /** The beginnings of the only partitions of a table that may be touched; all without. */
  partitions?: Readonly<{ chats?: string; keys?: string; records?: string }>;
}>;

/** The indexes by which incidents are listed. */
const ofIncidents = [
  'feed',
  'feedByRegion',
  'feedByMunition',
  'feedByRegionAndMunition',
  'feedBySettlement',
  'feedBySettlementAndMunition',
  'feedOfUnexploded',
  'feedOfUnexplodedByRegion',
  'embargo',
] as const satisfies readonly RecordsIndex[];

/** The rights of each function on the tables. A test compares them with what its code really calls. */
export const access = {
  webhook: {
    chats: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'],
    keys: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'],
    records: [
      'GetItem',
      'BatchGetItem',
      'PutItem',
      'UpdateItem',
      'DeleteItem',
      'ConditionCheckItem',
      'Query',
    ],
    indexes: [
      'queue',
      'queueByRegion',
      'queueByMunition',
      'queueByRegionAndMunition',
      'queueByHarm',
      'queueByRegionAndHarm',
      'queueByMunitionAndHarm',
      'queueByRegionMunitionAndHarm',
      'claimed',
      ...ofIncidents,
      'nearby',
    ],
  },
  worker: {
    chats: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'],
    keys: ['GetItem', 'BatchGetItem', 'DeleteItem'],
    records: ['GetItem', 'PutItem', 'UpdateItem', 'Query'],
    indexes: ['queue', 'embargo'],
  },
  /** Makes files of what is published: it reads records, and neither chats nor keys. */
  export: {
    chats: [],
    keys: [],
    records: ['Query'],
    indexes: ofIncidents,
  },
  /** Counts of what is public, and the pictures of them that were sent. */
  pictures: {
    chats: ['GetItem', 'PutItem'],
    keys: [],
    records: ['Query'],
    indexes: [],
    partitions: { chats: 'PICTURE#', records: 'CELL#' },
  },
} as const satisfies Readonly<Record<string, Access>>;

/** An access as policy statements on the tables of a stage, and on their key by way of DynamoDB only. */
export const statementsOf = (
  { chats, keys, records, indexes, partitions }: Access,
  data: DataStack,
): PolicyStatement[] => {
  const { tables, keyArns } = data;
  const actions = (names: readonly Action[]) => names.map(name => `dynamodb:${name}`);
  const only = (beginning: string | undefined) =>
    beginning === undefined
      ? undefined
      : { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${beginning}*`] } };
  return [
    ...(
      [
        ['chats', chats],
        ['keys', keys],
        ['records', records],
      ] as const
    )
      .filter(([, names]) => names.length > 0)
      .map(
        ([name, names]) =>
          new PolicyStatement({
            actions: actions(names),
            resources: [tables[name].tableArn],
            conditions: only(partitions?.[name]),
          }),
      ),
    ...(indexes.length > 0
      ? [
          new PolicyStatement({
            actions: actions(['Query']),
            resources: indexes.map(index => `${tables.records.tableArn}/index/${index}`),
          }),
        ]
      : []),
    new PolicyStatement({
      // The list that AWS documents for using a table encrypted with a customer managed key.
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: [...keyArns],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(data).region}.amazonaws.com` } },
    }),
  ];
};
