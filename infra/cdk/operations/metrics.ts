import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { MetricName } from '../../../bot/runtime/metric.ts';
import type { BotFunction } from '../bot/bot-function.ts';
import type { BotStack } from '../bot/bot-stack.ts';
import type { DataStack } from '../data-stack.ts';
import { metricsNamespace, type Settings } from '../settings.ts';

const period = Duration.minutes(5);

/** Every metric that the alarms and the dashboard watch: one long list, of which they name what they show. */
export const metricsOf = ({ stage }: Settings, data: DataStack, bot: BotStack) => {
  const logged = (metricName: MetricName, statistic: string, dimensionsMap: Record<string, string> = {}) =>
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
      taken: logged('Updates', 'Sum', { outcome: 'taken' }),
      later: logged('Updates', 'Sum', { outcome: 'later' }),
      failed: logged('Updates', 'Sum', { outcome: 'failed' }),
      messages: logged('Updates', 'Sum', { kind: 'message' }),
      presses: logged('Updates', 'Sum', { kind: 'callback_query' }),
    },
    updateTime: { median: logged('UpdateTime', 'p50'), slowest: logged('UpdateTime', 'p99') },
    conflicts: logged('Conflicts', 'Sum'),
    refused: logged('Refused', 'Sum'),
    queueAge: logged('QueueAge', 'Maximum'),
    queueSize: logged('QueueSize', 'Maximum'),
    releaseLate: logged('ReleaseLate', 'Maximum'),
    notTold: logged('NotTold', 'Sum', { what: 'notice' }),
    cardsNotTold: logged('NotTold', 'Sum', { what: 'card' }),
    notRegistered: logged('NotRegistered', 'Maximum'),
  };
};
export type Metrics = ReturnType<typeof metricsOf>;
