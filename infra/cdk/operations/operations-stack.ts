import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { BotStack } from '../bot/bot-stack.ts';
import type { DataStack } from '../data-stack.ts';
import type { Settings } from '../settings.ts';
import { alarms } from './alarms.ts';
import { addDashboard } from './dashboard.ts';
import { addDeployers } from './deployers.ts';
import { metricsOf } from './metrics.ts';

/** Percent of the monthly budget at which `notify` gets an e-mail: of what is spent, and of what the month is forecast to cost. */
const spentPercent = 80;
const forecastPercent = 100;

/** Alarms, dashboard and budget: tells people when something is wrong or expensive. */
export class OperationsStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { settings, data, bot, ...props }: StackProps & { settings: Settings; data: DataStack; bot: BotStack },
  ) {
    super(scope, id, props);
    const { stage, notify } = settings;
    const topic = new Topic(this, 'Alarms', {
      topicName: `svidok-${stage}-alarms`,
      displayName: `Svidok ${stage}`,
      enforceSSL: true,
    });
    // A policy of a topic replaces the default one, by which the account's own alarms may publish: `enforceSSL` only denies.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    for (const address of notify) topic.addSubscription(new EmailSubscription(address));
    // Read by `npm run deploy`, which asks who has confirmed.
    new CfnOutput(this, 'Topic', { value: topic.topicArn });

    const metrics = metricsOf(settings, data, bot);
    for (const [name, definition] of Object.entries(alarms)) {
      const { metric, threshold, periods = 1, of = periods, isContinuous, isBelow, description } = definition;
      const alarm = new Alarm(this, name, {
        alarmName: `svidok-${stage}-${name}`,
        alarmDescription: description,
        metric: metric(metrics),
        threshold,
        evaluationPeriods: of,
        datapointsToAlarm: periods,
        comparisonOperator: isBelow
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: isContinuous ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
    addDashboard(this, stage, metrics);
    addDeployers(this, settings, { topic });
    if (notify.length > 0) addBudget(this, settings);
  }
}

/** A budget for the whole account: one by tag sees nothing until the tag is activated for billing. */
const addBudget = (stack: Stack, { stage, notify, monthlyBudgetUsd }: Settings): void => {
  const notification = (notificationType: string, threshold: number) => ({
    notification: {
      notificationType,
      comparisonOperator: 'GREATER_THAN',
      threshold,
      thresholdType: 'PERCENTAGE',
    },
    subscribers: notify.map(address => ({ subscriptionType: 'EMAIL', address })),
  });
  new CfnBudget(stack, 'Budget', {
    budget: {
      budgetName: `svidok-${stage}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
    },
    notificationsWithSubscribers: [
      notification('ACTUAL', spentPercent),
      notification('FORECASTED', forecastPercent),
    ],
  });
};
