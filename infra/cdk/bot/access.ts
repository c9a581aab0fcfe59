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
}>;

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
      'feed',
      'feedByRegion',
      'feedByMunition',
      'feedByRegionAndMunition',
      'feedBySettlement',
      'feedBySettlementAndMunition',
      'feedOfUnexploded',
      'feedOfUnexplodedByRegion',
      'embargo',
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
    indexes: [
      'feed',
      'feedByRegion',
      'feedByMunition',
      'feedByRegionAndMunition',
      'feedBySettlement',
      'feedBySettlementAndMunition',
      'feedOfUnexploded',
      'feedOfUnexplodedByRegion',
      'embargo',
    ],
  },
} as const satisfies Readonly<Record<string, Access>>;

/** An access as policy statements on the tables of a stage, and on their key by way of DynamoDB only. */
export const statementsOf = (
  { chats, keys, records, indexes }: Access,
  data: DataStack,
): PolicyStatement[] => {
  const { tables, keyArns } = data;
  const actions = (names: readonly Action[]) => names.map(name => `dynamodb:${name}`);
  return [
    ...(['chats', 'keys', 'records'] as const)
      .filter(name => ({ chats, keys, records })[name].length > 0)
      .map(
        name =>
          new PolicyStatement({
            actions: actions({ chats, keys, records }[name]),
            resources: [tables[name].tableArn],
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
