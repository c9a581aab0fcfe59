import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { environments } from '../../../bot/runtime/environment.ts';
import type { DataStack } from '../data-stack.ts';
import { metricsNamespace, parametersPath, type Settings, webhookUrlName } from '../settings.ts';
import { access, statementsOf } from './access.ts';
import { BotFunction } from './bot-function.ts';
import { addExport } from './export.ts';
import { addPictures } from './pictures.ts';
import { Registration } from './registration.ts';
import { Release } from './release.ts';
import { WebhookApi } from './webhook-api.ts';
import { addWorker } from './worker.ts';

/** Telegram hangs up after 60 s and an answer takes 0.2 s: a function that takes longer than this hangs. */
const webhookTimeout = Duration.seconds(25);

/** The bot itself: it can be removed and deployed again without losing anything of anyone's. */
export class BotStack extends Stack {
  readonly webhook: BotFunction<typeof environments.webhook>;
  readonly worker: BotFunction<typeof environments.worker>;
  readonly export: BotFunction<typeof environments.export>;
  readonly pictures: BotFunction<typeof environments.pictures>;
  readonly api: WebhookApi;
  readonly deadLetters: Queue;

  /** Long because it is a list of resources with their settings, most of which need the ones above them. */
  constructor(
    scope: Construct,
    id: string,
    { settings, data, build, ...props }: StackProps & { settings: Settings; data: DataStack; build: string },
  ) {
    super(scope, id, props);
    const { stage } = settings;
    const variables = {
      CHATS_TABLE: data.tables.chats.tableName,
      KEYS_TABLE: data.tables.keys.tableName,
      RECORDS_TABLE: data.tables.records.tableName,
      COUNTRY: settings.country,
      TELEGRAM_API_ROOT: settings.telegramApiRoot,
      APPROVALS: settings.approvals,
      RELEASES: 'batches',
      REMINDER_HOURS: settings.reminderHours,
      REJECTED_DAYS: String(settings.rejectedDays),
      KEY_RECOVERY_DAYS: String(settings.keyRecoveryDays),
      METRICS: metricsNamespace(stage),
      CHANNEL: settings.channel?.id ?? '',
      CHANNEL_LANGUAGE: settings.channel?.language ?? '',
    };

    this.export = addExport(this, { settings, data, build, variables });
    const { CHATS_TABLE, RECORDS_TABLE, COUNTRY, TELEGRAM_API_ROOT, METRICS } = variables;
    this.pictures = addPictures(this, {
      settings,
      data,
      build,
      variables: { CHATS_TABLE, RECORDS_TABLE, COUNTRY, TELEGRAM_API_ROOT, METRICS },
    });
    this.webhook = new BotFunction(this, 'Webhook', {
      settings,
      entry: 'webhook',
      build,
      description: "Takes Telegram's updates and answers people.",
      schema: environments.webhook,
      variables: {
        ...variables,
        OPERATOR: settings.operator,
        EXPORT_FUNCTION: this.export.function.functionName,
        PICTURES_FUNCTION: this.pictures.function.functionName,
      },
      statements: [
        ...statementsOf(access.webhook, data),
        new PolicyStatement({
          actions: ['lambda:InvokeFunction'],
          resources: [this.export.function.functionArn, this.pictures.function.functionArn],
        }),
      ],
      // A quarter of a processor: enough for an answer in 0.2 s. More would hardly shorten a cold start.
      memoryMb: 512,
      timeout: webhookTimeout,
      reservedConcurrency: settings.webhookConcurrency,
    });
    const { alias } = new Release(this, 'Release', { settings, handler: this.webhook.function });
    this.api = new WebhookApi(this, 'Api', { stage, handler: alias });
    ({ worker: this.worker, deadLetters: this.deadLetters } = addWorker(this, {
      settings,
      data,
      build,
      variables: { ...variables, WEBHOOK_URL: this.api.url },
    }));

    const registration = new Registration(this, 'Registration', { settings, build, url: this.api.url });
    registration.node.addDependency(this.webhook, this.api);
    // Read by `npm run register`.
    new StringParameter(this, 'WebhookUrl', {
      parameterName: `${parametersPath(stage)}/${webhookUrlName}`,
      stringValue: this.api.url,
    });
    new CfnOutput(this, 'Telegram', { value: registration.outcome });
    new CfnOutput(this, 'Commit', { value: settings.commit });
  }
}
