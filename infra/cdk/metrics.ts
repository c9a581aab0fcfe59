import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../../bot/runtime/metric.ts';
import type { Settings } from '../settings.ts';
import type { BotFunction } from './bot-function.ts';
import type { BotStack } from './bot-stack.ts';
import type { DataStack } from './data-stack.ts';
import { metricsNamespace } from './registration.ts';

const period = Duration.minutes(5);

/** Everything that is watched, for the alarms and for the dashboard. */
export const metricsOf = ({ stage }: Settings, data: DataStack, bot: BotStack) => {
  const own = (metricName: MetricName, statistic: string, dimensionsMap: Record<string, string> = {}) =>
    new Metric({
      namespace: metricsNamespace(stage),
      metricName,
      statistic,
      dimensionsMap,
      period,
      label: [metricName, ...Object.values(dimensionsMap)].join(' '),
    });
  const ofFunction = ({ function: lambda }: Pick<BotFunction<never>, 'function'>) => ({
    invocations: lambda.metricInvocations({ period }),
    errors: lambda.metricErrors({ period }),
    throttles: lambda.metricThrottles({ period }),
    slow: lambda.metricDuration({ period, statistic: 'p99' }),
  });
  const throttled = (table: keyof DataStack['tables']): IMetric => {
    const events = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        statistic: 'Sum',
        period,
        dimensionsMap: { TableName: data.tables[table].tableName },
      });
    return new MathExpression({
      expression: `FILL(${table}Reads, 0) + FILL(${table}Writes, 0)`,
      usingMetrics: {
        [`${table}Reads`]: events('ReadThrottleEvents'),
        [`${table}Writes`]: events('WriteThrottleEvents'),
      },
      period,
      label: `Throttled: ${table}`,
    });
  };
  return {
    webhook: ofFunction(bot.webhook),
    worker: {
      ...ofFunction(bot.worker),
      iteratorAge: bot.worker.function.metric('IteratorAge', { period, statistic: 'Maximum' }),
    },
    serverErrors: bot.api.stage.metricServerError({ period, statistic: 'Sum' }),
    deadLetters: bot.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
    throttled: { chats: throttled('chats'), records: throttled('records') },
    updates: {
      taken: own('Updates', 'Sum', { outcome: 'taken' }),
      later: own('Updates', 'Sum', { outcome: 'later' }),
      failed: own('Updates', 'Sum', { outcome: 'failed' }),
      messages: own('Updates', 'Sum', { kind: 'message' }),
      presses: own('Updates', 'Sum', { kind: 'callback_query' }),
    },
    updateTime: { median: own('UpdateTime', 'p50'), slowest: own('UpdateTime', 'p99') },
    conflicts: own('Conflicts', 'Sum'),
    refused: own('Refused', 'Sum'),
    queueAge: own('QueueAge', 'Maximum'),
    queueSize: own('QueueSize', 'Maximum'),
    releaseLate: own('ReleaseLate', 'Maximum'),
    notTold: own('NotTold', 'Sum', { what: 'notice' }),
    cardsNotTold: own('NotTold', 'Sum', { what: 'card' }),
    notRegistered: own('NotRegistered', 'Maximum'),
  };
};
export type Metrics = ReturnType<typeof metricsOf>;
