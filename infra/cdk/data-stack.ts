import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  Billing,
  ContributorInsightsMode,
  type ITableV2,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type TableDefinition, type TableNames, tableDefinitions } from '../../lib/store/dynamodb/tables.ts';
import type { Settings } from './settings.ts';

/**
 * Caps in request units a second. A busy night of 2,000 reports takes some 50 writes a second; more than the caps is an
 * attack, and Telegram redelivers what was throttled. A whole day at the caps costs less than 80 USD a table.
 */
const maxReadUnits = 1000;
const maxWriteUnits = 500;
/** The longest that DynamoDB offers. */
const longestRecoveryDays = 35;

/**
 * The tables and their key, which are kept when the other stacks are removed. Evidence stays with Telegram, and the tables
 * hold its sealed file ids; a bucket for copies would belong here, under the same key.
 */
export class DataStack extends Stack {
  readonly key: Key;
  readonly tables: Readonly<Record<keyof TableNames, ITableV2>>;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    const { stage, keepData, keyRecoveryDays, restoredRecords } = settings;
    const removalPolicy = keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.key = new Key(this, 'Key', {
      alias: `svidok-${stage}`,
      description: `Encrypts the tables of svidok ${stage}. Without it they cannot be read.`,
      enableKeyRotation: true,
      removalPolicy,
    });
    const table = (name: keyof TableNames): TableV2 => {
      const definition: TableDefinition = tableDefinitions[name];
      return new TableV2(this, name, {
        tableName: `svidok-${stage}-${name}`,
        partitionKey: text(definition.partitionKey),
        sortKey: text(definition.sortKey),
        globalSecondaryIndexes: definition.indexes.map(({ name: indexName, partitionKeys, sortKeys }) => ({
          indexName,
          partitionKeys: partitionKeys.map(text),
          sortKeys: sortKeys.map(text),
        })),
        timeToLiveAttribute: definition.timeToLive,
        dynamoStream: definition.stream ? StreamViewType.NEW_AND_OLD_IMAGES : undefined,
        pointInTimeRecoverySpecification:
          definition.recovery === 'none'
            ? { pointInTimeRecoveryEnabled: false }
            : {
                pointInTimeRecoveryEnabled: true,
                recoveryPeriodInDays: definition.recovery === 'days' ? keyRecoveryDays : longestRecoveryDays,
              },
        billing: Billing.onDemand({
          maxReadRequestUnits: maxReadUnits,
          maxWriteRequestUnits: maxWriteUnits,
        }),
        contributorInsightsSpecification: { enabled: true, mode: ContributorInsightsMode.THROTTLED_KEYS },
        encryption: TableEncryptionV2.customerManagedKey(this.key),
        deletionProtection: keepData,
        removalPolicy,
      });
    };
    const records = table('records');
    // Stays exported while a restored table is used, or CloudFormation refuses the switch: "export in use".
    for (const value of [records.tableArn, records.tableName, records.tableStreamArn])
      this.exportValue(value);
    this.tables = {
      chats: table('chats'),
      keys: table('keys'),
      records: restoredRecords
        ? TableV2.fromTableAttributes(this, 'RestoredRecords', {
            tableName: restoredRecords.tableName,
            tableStreamArn: restoredRecords.streamArn,
            encryptionKey: this.key,
          })
        : records,
    };
  }
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
