import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { RecordsIndex } from '../../lib/store/dynamodb/tables.ts';
import type { DataStack } from './data-stack.ts';

/** The actions of DynamoDB that the store uses. A transaction needs those of the writes in it. */
export type Action = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem' | 'Query';

/** Which actions on which tables, and which indexes may be queried. */
export type Access = Readonly<{
  chats: readonly Action[];
  records: readonly Action[];
  indexes: readonly RecordsIndex[];
}>;

/** What each function does with the tables, and therefore may. A test compares it with what the code really calls. */
export const access = {
  webhook: {
    chats: ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
    records: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'Query'],
    indexes: [
      'queue',
      'queueByRegion',
      'queueByMunition',
      'queueByRegionAndMunition',
      'claimed',
      'reporter',
      'feed',
      'feedByRegion',
      'feedByMunition',
      'feedByRegionAndMunition',
      'feedBySettlement',
      'feedBySettlementAndMunition',
      'embargo',
      'occurrence',
    ],
  },
  worker: {
    chats: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    records: ['GetItem', 'PutItem', 'UpdateItem', 'Query'],
    indexes: ['queue', 'embargo'],
  },
} as const satisfies Readonly<Record<string, Access>>;

/** The rights that an access comes to, on the tables of a stage and on their key, used through DynamoDB only. */
export const statementsOf = ({ chats, records, indexes }: Access, data: DataStack): PolicyStatement[] => {
  const { tables, key } = data;
  const actions = (names: readonly Action[]) => names.map(name => `dynamodb:${name}`);
  return [
    new PolicyStatement({ actions: actions(chats), resources: [tables.chats.tableArn] }),
    new PolicyStatement({ actions: actions(records), resources: [tables.records.tableArn] }),
    ...(indexes.length > 0
      ? [
          new PolicyStatement({
            actions: actions(['Query']),
            resources: indexes.map(index => `${tables.records.tableArn}/index/${index}`),
          }),
        ]
      : []),
    new PolicyStatement({
      // What AWS names for using a table that a key of one's own encrypts.
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(data).region}.amazonaws.com` } },
    }),
  ];
};
