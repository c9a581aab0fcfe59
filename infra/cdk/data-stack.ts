import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  type Attribute,
  AttributeType,
  Billing,
  type ITableV2,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type TableDefinition, type TableNames, tableDefinitions } from '../../lib/store/dynamodb/tables.ts';
import { type Settings, stackTableOf } from './settings.ts';

/**
 * Caps in request units a second, of each table and each index. A busy night of 2,000 reports takes some 50 writes a second;
 * more than the caps is an attack, and Telegram redelivers what was throttled. What a day at all caps costs is in "Costs" of
 * infra/README.md. An index takes as many writes as its table, or it would throttle it.
 */
const maxReadUnits = 500;
const maxIndexReadUnits = 100;
const maxWriteUnits = 250;
/** The longest that DynamoDB offers. */
const longestRecoveryDays = 35;

type TableName = keyof TableNames;

/**
 * The tables and their key, which are kept when the other stacks are removed. Evidence stays with Telegram, and the tables
 * hold its sealed file ids; a bucket for copies would belong here, under the same key.
 */
export class DataStack extends Stack {
  readonly key: Key;
  /** What the tables are encrypted with: the stage's own key, and those that restored tables came with. */
  readonly keyArns: readonly string[];
  readonly tables: Readonly<Record<TableName, ITableV2>>;

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    const { stage, keepData, restored } = settings;
    this.key = new Key(this, 'Key', {
      alias: `svidok-${stage}`,
      description: `Encrypts the tables of svidok ${stage}. Without it they cannot be read.`,
      enableKeyRotation: true,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.keyArns = [
      ...new Set([this.key.keyArn, ...Object.values(restored).flatMap(({ keyArn }) => keyArn ?? [])]),
    ];
    this.tables = {
      chats: this.tableOf('chats', settings),
      keys: this.tableOf('keys', settings),
      records: this.tableOf('records', settings),
    };
  }

  /** The table in use: the stack's own, or the restored one that takes its place. */
  private tableOf(name: TableName, settings: Settings): ITableV2 {
    const restored = settings.restored[name];
    const inStack = stackTableOf(settings, name);
    // An id of its own: the table before it is still in the stack when this one is imported.
    const own = inStack
      ? this.define(name, settings, `Restored-${inStack}`, inStack)
      : this.define(name, settings, name, `svidok-${settings.stage}-${name}`);
    return restored && !restored.managed
      ? TableV2.fromTableAttributes(this, `Restored${name}`, {
          tableName: restored.tableName,
          tableStreamArn: restored.streamArn,
        })
      : own;
  }

  private define(
    name: TableName,
    { keepData, keyRecoveryDays, copies }: Settings,
    id: string,
    tableName: string,
  ): TableV2 {
    const definition: TableDefinition = tableDefinitions[name];
    const table = new TableV2(this, id, {
      tableName,
      partitionKey: text(definition.partitionKey),
      sortKey: text(definition.sortKey),
      globalSecondaryIndexes: definition.indexes.map(({ name: indexName, partitionKeys, sortKeys }) => ({
        indexName,
        partitionKeys: partitionKeys.map(text),
        sortKeys: sortKeys.map(text),
        maxReadRequestUnits: maxIndexReadUnits,
        maxWriteRequestUnits: maxWriteUnits,
      })),
      timeToLiveAttribute: definition.timeToLive,
      dynamoStream: definition.stream ? StreamViewType.NEW_AND_OLD_IMAGES : undefined,
      pointInTimeRecoverySpecification:
        // A table that is deleted while it can be recovered leaves a backup for 35 days.
        definition.recovery === 'none' || !keepData
          ? { pointInTimeRecoveryEnabled: false }
          : {
              pointInTimeRecoveryEnabled: true,
              recoveryPeriodInDays: definition.recovery === 'days' ? keyRecoveryDays : longestRecoveryDays,
            },
      billing: Billing.onDemand({
        maxReadRequestUnits: maxReadUnits,
        maxWriteRequestUnits: maxWriteUnits,
      }),
      encryption: TableEncryptionV2.customerManagedKey(
        this.key,
        copies ? { [copies.region]: copies.keyArn } : undefined,
      ),
      replicas: copies ? [{ region: copies.region }] : undefined,
      deletionProtection: keepData,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // Stays exported while a restored table is used, or CloudFormation refuses the switch: "export in use".
    for (const value of [table.tableArn, table.tableName]) this.exportValue(value);
    if (definition.stream) this.exportValue(table.tableStreamArn);
    return table;
  }
}

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });
