import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { BotStack } from './bot/bot-stack.ts';
import { DataStack } from './data-stack.ts';
import { OperationsStack } from './operations/operations-stack.ts';
import type { Settings } from './settings.ts';

type Svidok = Readonly<{ data: DataStack; bot: BotStack; operations: OperationsStack }>;

/**
 * Adds a stage of Svidok to an app, as three stacks with different lives: the data outlive everything, the bot can be
 * removed and deployed again, operations only watches. `build` is the folder of the bundled Lambda entries.
 */
export const addSvidok = (app: App, settings: Settings, build: string): Svidok => {
  const { stage, region } = settings;
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const props = {
    settings,
    env: { region, account },
    terminationProtection: false,
  };
  const name = (part: string): string => `svidok-${stage}-${part}`;
  const data = new DataStack(app, name('data'), {
    ...props,
    description: `Svidok ${stage}: the tables and their key.`,
    terminationProtection: settings.keepData,
  });
  const bot = new BotStack(app, name('bot'), {
    ...props,
    data,
    build,
    description: `Svidok ${stage}: the functions, and the address that Telegram calls.`,
  });
  const operations = new OperationsStack(app, name('operations'), {
    ...props,
    data,
    bot,
    description: `Svidok ${stage}: alarms, dashboard, budget.`,
  });
  Tags.of(app).add('application', 'svidok');
  Tags.of(app).add('stage', stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { data, bot, operations };
};
