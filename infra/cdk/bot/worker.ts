import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IEventSourceDlq,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { environments } from '../../../bot/runtime/environment.ts';
import type { DataStack } from '../data-stack.ts';
import type { Settings } from '../settings.ts';
import { access, statementsOf } from './access.ts';
import { BotFunction, type Variables } from './bot-function.ts';

/** Enough for a batch of 10 records: each needs two calls to Telegram of at most 10 s, most of which take 0.1 s. */
const timeout = Duration.minutes(2);
const batchSize = 10;
/** About a day of retries with Lambda's backoff; what still fails needs a person. */
const recordLifetime = Duration.hours(23);
/** The longest that a release is late. */
const clockInterval = Duration.minutes(1);
/** The longest that SQS keeps a message. */
const deadLetterLifetime = Duration.days(14);

/**
 * The worker, run by the stream of the records table and by a clock, with the queue of what could not be delivered.
 * Long because it is a list of resources with their settings, each of which needs the ones above it.
 */
export const addWorker = (
  scope: Construct,
  {
    settings,
    data,
    build,
    variables,
  }: Readonly<{
    settings: Settings;
    data: DataStack;
    build: string;
    variables: Variables<typeof environments.worker>;
  }>,
) => {
  const deadLetters = new Queue(scope, 'DeadLetters', {
    queueName: `svidok-${settings.stage}-dead-letters`,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: deadLetterLifetime,
  });
  Validations.of(deadLetters).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is itself the dead-letter queue of the stream mapping.',
  });
  const { tableStreamArn: stream } = data.tables.records;
  if (stream === undefined) throw new Error('The table of records has no stream.');
  const worker = new BotFunction(scope, 'Worker', {
    settings,
    entry: 'worker',
    build,
    description: 'Tells moderators and witnesses what happened to reports, and measures the queue.',
    schema: environments.worker,
    variables,
    statements: [
      ...statementsOf(access.worker, data),
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      }),
      // Lists names of streams, and supports no resource.
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
    ],
    // Nobody waits for it.
    memoryMb: 256,
    timeout,
  });
  Validations.of(worker).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'dynamodb:ListStreams supports no resource, and Lambda requires it of the role of a stream mapping.',
  });
  const mapping = new EventSourceMapping(scope, 'Stream', {
    target: worker.function,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    maxRecordAge: recordLifetime,
    retryAttempts: 10_000,
    onFailure: toQueue(deadLetters),
    // Only reports and incidents: most records are histories, contributions and tallies, which start no function.
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.or('INSERT', 'MODIFY'),
        dynamodb: { Keys: { sk: { S: FilterRule.or('REPORT', 'INCIDENT') } } },
      }),
    ],
  });
  // Creating the mapping fails unless the role may read the stream by then.
  mapping.node.addDependency(worker);
  new Rule(scope, 'Clock', {
    description: 'Releases what is due, reminds moderators and measures the queue.',
    schedule: Schedule.rate(clockInterval),
    targets: [new LambdaTarget(worker.function, { retryAttempts: 2, maxEventAge: clockInterval })],
  });
  return { worker, deadLetters };
};

/** The library's SqsDlq without its grant: the role has that right already, by one exact statement. */
const toQueue = ({ queueArn }: Queue): IEventSourceDlq => ({ bind: () => ({ destination: queueArn }) });
