import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CustomResource, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { environments } from '../../../bot/runtime/environment.ts';
import { metricsNamespace, type Settings } from '../settings.ts';
import { BotFunction } from './bot-function.ts';

/** Long enough for a short outage of Telegram, short enough to sit through. */
const timeout = Duration.minutes(2);

/**
 * Registers the webhook with Telegram during a deployment whenever its address, a parameter or a text of the menus has
 * changed. It never fails the deployment: see `outcome`.
 */
export class Registration extends Construct {
  readonly registrar: BotFunction<typeof environments.registrar>;
  /** `registered`, `refused: <why>`, `unreachable` or `failed`; known after the deployment. */
  readonly outcome: string;

  constructor(
    scope: Construct,
    id: string,
    { settings, build, url }: Readonly<{ settings: Settings; build: string; url: string }>,
  ) {
    super(scope, id);
    const { stage, country, telegramApiRoot, parametersVersion } = settings;
    this.registrar = new BotFunction(this, 'Registrar', {
      settings,
      entry: 'registrar',
      build,
      description: 'Tells Telegram where the bot is, and what to show of it.',
      schema: environments.registrar,
      variables: {
        COUNTRY: country,
        TELEGRAM_API_ROOT: telegramApiRoot,
        METRICS: metricsNamespace(stage),
      },
      statements: [],
      // Enough to load the bundle; it runs for a few seconds a deployment.
      memoryMb: 256,
      timeout,
    });
    const { function: handler } = this.registrar;
    const logGroup = new LogGroup(this, 'ProviderLogs', {
      logGroupName: `/svidok/${stage}/registration`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The framework's default role has a managed policy and wildcards; this is all that it does.
    const role = new Role(this, 'ProviderRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction', 'lambda:GetFunction'],
        resources: [handler.functionArn],
      }),
    );
    const provider = new Provider(this, 'Provider', {
      onEventHandler: handler,
      frameworkOnEventRole: role.withoutPolicyUpdates(),
      logGroup,
    });
    const resource = new CustomResource(this, 'Webhook', {
      resourceType: 'Custom::TelegramWebhook',
      serviceToken: provider.serviceToken,
      properties: { Url: url, Texts: digest(join(build, 'registrar')), Parameters: parametersVersion },
    });
    this.outcome = resource.getAttString('Outcome');
  }
}

/** A hash of the files of a folder. */
const digest = (folder: string): string => {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
};
