import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CustomResource, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { environments } from '../../bot/runtime/environment.ts';
import type { Settings } from '../settings.ts';
import { BotFunction } from './bot-function.ts';

/** Long enough to wait out a short outage of Telegram, short enough to wait for. */
const timeout = Duration.minutes(2);

/**
 * Registers the webhook with Telegram as a part of the deployment, again whenever anything of it changes: the address, a
 * parameter, a text of the menus. It never fails: see `outcome`.
 */
export class Registration extends Construct {
  readonly registrar: BotFunction<typeof environments.registrar>;
  /** `registered`, or what was in the way, known after the deployment. */
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
      // It runs for a few seconds at a deployment: what a bundle needs to load.
      memoryMb: 256,
      timeout,
    });
    const { function: handler } = this.registrar;
    const logGroup = new LogGroup(this, 'ProviderLogs', {
      logGroupName: `/svidok/${stage}/registration`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The framework's own role would have a managed policy and wildcards; these are all it does.
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

/** Where the metrics of a stage are. */
export const metricsNamespace = (stage: string): string => `svidok/${stage}`;

/** Changes with every file of a folder. */
const digest = (folder: string): string => {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
};
