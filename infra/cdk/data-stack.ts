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
import type { Settings } from '../settings.ts';

/**
 * Caps in units a second. A busy night of 2,000 reports is some 50 writes a second; beyond the caps somebody is attacking,
 * and Telegram delivers again what was refused. At the caps for a whole day a table costs less than 80 USD.
 */
const maxReadUnits = 1000;
const maxWriteUnits = 500;
const recoveryDays = 35;

/**
 * What outlives everything else: the tables and their key. (Evidence stays with Telegram, and the tables hold its sealed
 * file ids; a bucket for copies would belong here, by the same key.) It is kept when the other stacks are removed.
 */
export class DataStack extends Stack {
  readonly key: Key;
  readonly tables: Readonly<Record<keyof TableNames, ITableV2>>;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    const { stage, keepData, restoredRecords } = settings;
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
        ...(definition.timeToLive && { timeToLiveAttribute: definition.timeToLive }),
        ...(definition.stream && { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES }),
        pointInTimeRecoverySpecification: definition.recoverable
          ? { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays }
          : { pointInTimeRecoveryEnabled: false },
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
    // Exported also while a restored table is used, or the switch to it would be refused: "export in use".
    for (const value of [records.tableArn, records.tableName, records.tableStreamArn])
      this.exportValue(value);
    this.tables = {
      chats: table('chats'),
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
