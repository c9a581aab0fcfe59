import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Settings } from '../settings.ts';
import { BotStack } from './bot-stack.ts';
import { DataStack } from './data-stack.ts';
import { OperationsStack } from './operations-stack.ts';

export type Svidok = Readonly<{ data: DataStack; bot: BotStack; operations: OperationsStack }>;

/**
 * A stage of Svidok in three stacks by how long they live: data for ever, the bot until the next deployment, operations as
 * long as somebody watches. `build` is the folder of the built Lambda entries.
 */
export const addSvidok = (app: App, settings: Settings, build: string): Svidok => {
  const { stage, region } = settings;
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const props = {
    settings,
    env: { region, ...(account !== undefined && { account }) },
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
