import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
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
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { environments } from '../../bot/runtime/environment.ts';
import { parametersPath, type Settings, webhookUrlName } from '../settings.ts';
import { access, statementsOf } from './access.ts';
import { BotFunction } from './bot-function.ts';
import type { DataStack } from './data-stack.ts';
import { metricsNamespace, Registration } from './registration.ts';
import { WebhookApi } from './webhook-api.ts';

/** Telegram hangs up after 60 s and an answer takes 0.2 s: what takes longer than this hangs. */
const webhookTimeout = Duration.seconds(25);
/** A batch of 10 records, each two calls to Telegram of at most 10 s, most of which take 0.1 s. */
const workerTimeout = Duration.minutes(2);
const batchSize = 10;
/** About a day of retries with Lambda's pauses; what could not be told by then is for a person to look at. */
const recordLifetime = Duration.hours(23);
/** Nothing is released later than this after its time. */
const clockEvery = Duration.minutes(1);
/** As long as a queue can keep a message. */
const deadLetterLifetime = Duration.days(14);

/** The bot itself: what can be removed and made again without anybody losing anything. */
export class BotStack extends Stack {
  readonly webhook: BotFunction<typeof environments.webhook>;
  readonly worker: BotFunction<typeof environments.worker>;
  readonly api: WebhookApi;
  readonly deadLetters: Queue;

  constructor(
    scope: Construct,
    id: string,
    { settings, data, build, ...props }: StackProps & { settings: Settings; data: DataStack; build: string },
  ) {
    super(scope, id, props);
    const { stage } = settings;
    const common = {
      CHATS_TABLE: data.tables.chats.tableName,
      RECORDS_TABLE: data.tables.records.tableName,
      COUNTRY: settings.country,
      TELEGRAM_API_ROOT: settings.telegramApiRoot,
      APPROVALS: settings.approvals,
      REMINDER_HOURS: settings.reminderHours,
      METRICS: metricsNamespace(stage),
    };

    this.webhook = new BotFunction(this, 'Webhook', {
      settings,
      entry: 'webhook',
      build,
      description: "Takes Telegram's updates and answers people.",
      schema: environments.webhook,
      variables: { ...common, OPERATOR: settings.operator },
      statements: statementsOf(access.webhook, data),
      // A quarter of a processor: enough for an answer in 0.2 s. More would shorten the first one only a little.
      memoryMb: 512,
      timeout: webhookTimeout,
      reservedConcurrency: settings.webhookConcurrency,
    });
    this.api = new WebhookApi(this, 'Api', { stage, handler: this.webhook.function });

    this.deadLetters = new Queue(this, 'DeadLetters', {
      queueName: `svidok-${stage}-dead-letters`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: deadLetterLifetime,
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue itself, of the stream mapping and of the schedule.',
    });
    const { tableStreamArn: stream } = data.tables.records;
    if (stream === undefined) throw new Error('The table of records has no stream.');
    this.worker = new BotFunction(this, 'Worker', {
      settings,
      entry: 'worker',
      build,
      description: 'Tells moderators and witnesses what happened to reports, and measures the queue.',
      schema: environments.worker,
      variables: common,
      statements: [
        ...statementsOf(access.worker, data),
        new PolicyStatement({
          actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
          resources: [stream],
        }),
        // Knows no resources: it lists the names of streams.
        new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.deadLetters.queueArn] }),
      ],
      // Nobody waits for it.
      memoryMb: 256,
      timeout: workerTimeout,
    });
    Validations.of(this.worker).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'dynamodb:ListStreams can be limited to no resource; Lambda wants it of the role of a stream mapping.',
    });
    const mapping = new EventSourceMapping(this, 'Stream', {
      target: this.worker.function,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      maxRecordAge: recordLifetime,
      retryAttempts: 10_000,
      onFailure: toQueue(this.deadLetters),
      // Reports and incidents alone: histories, links and tallies, most of all records, start no function.
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { Keys: { sk: { S: FilterRule.or('REPORT', 'INCIDENT') } } },
        }),
      ],
    });
    // Lambda looks whether the role may read the stream when the mapping is made.
    mapping.node.addDependency(this.worker);

    new Rule(this, 'Clock', {
      description: 'Has what is due released, moderators reminded and the queue measured.',
      schedule: Schedule.rate(clockEvery),
      targets: [new LambdaTarget(this.worker.function, { retryAttempts: 2, maxEventAge: clockEvery })],
    });

    const registration = new Registration(this, 'Registration', { settings, build, url: this.api.url });
    registration.node.addDependency(this.webhook, this.api);
    // For the command that registers by hand.
    new StringParameter(this, 'WebhookUrl', {
      parameterName: `${parametersPath(stage)}/${webhookUrlName}`,
      stringValue: this.api.url,
    });
    new CfnOutput(this, 'Telegram', { value: registration.outcome });
  }
}

/** As the library's own destination, but for its grant: the role has the right already, and by one exact statement. */
const toQueue = ({ queueArn }: Queue): IEventSourceDlq => ({ bind: () => ({ destination: queueArn }) });
