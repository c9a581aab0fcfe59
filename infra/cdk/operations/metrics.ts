import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type MetricName, metricTable } from '../../../bot/runtime/aws/metric.ts';
import type { BotFunction } from '../bot/bot-function.ts';
import type { BotStack } from '../bot/bot-stack.ts';
import type { DataStack } from '../data-stack.ts';
import { metricsNamespace, type Settings } from '../settings.ts';

const period = Duration.minutes(5);

/** Values of the fields by which a metric is split. */
type SplitOf<Name extends MetricName> = Readonly<
  Partial<Record<(typeof metricTable)[Name]['splits'][number][number], string>>
>;

/** A metric that the code writes. Throws when it does not write it split like this. */
const loggedIn =
  (namespace: string) =>
  <Name extends MetricName>(metricName: Name, statistic: string, split?: SplitOf<Name>): Metric => {
    const dimensionsMap = (split ?? {}) as Record<string, string>;
    const fields = Object.keys(dimensionsMap).join();
    const { splits }: { splits: readonly (readonly string[])[] } = metricTable[metricName];
    if (!splits.some(written => written.join() === fields))
      throw new Error(`${metricName} is not written by "${fields}": see bot/runtime/aws/metric.ts.`);
    return new Metric({
      namespace,
      metricName,
      statistic,
      dimensionsMap,
      period,
      label: [metricName, ...Object.values(dimensionsMap)].join(' '),
    });
  };

/** Every metric that the alarms and the dashboard watch: one long list, of which they name what they show. */
export const metricsOf = ({ stage }: Settings, data: DataStack, bot: BotStack) => {
  const logged = loggedIn(metricsNamespace(stage));
  const ofFunction = ({ function: lambda }: Pick<BotFunction<never>, 'function'>) => ({
    invocations: lambda.metricInvocations({ period }),
    errors: lambda.metricErrors({ period }),
    throttles: lambda.metricThrottles({ period }),
    slow: lambda.metricDuration({ period, statistic: 'p99' }),
  });
  /**
   * A query rather than metrics: DynamoDB counts a table and each of its indexes apart, and only once something was
   * throttled, while arithmetic with a metric that does not exist gives nothing.
   */
  const throttled = (metricName: 'ReadThrottleEvents' | 'WriteThrottleEvents'): IMetric => {
    const ofTable = Object.values(data.tables).map(({ tableName }) => `TableName = '${tableName}'`);
    return new MathExpression({
      expression: `SELECT SUM(${metricName}) FROM "AWS/DynamoDB" WHERE ${ofTable.join(' OR ')}`,
      period,
      label: metricName,
    });
  };
  return {
    webhook: ofFunction(bot.webhook),
    worker: {
      ...ofFunction(bot.worker),
      iteratorAge: bot.worker.function.metric('IteratorAge', { period, statistic: 'Maximum' }),
    },
    pictures: {
      ...ofFunction(bot.pictures),
      sent: logged('Pictures', 'Sum'),
      failed: logged('PicturesFailed', 'Sum'),
    },
    export: { ...ofFunction(bot.export), failed: logged('ExportsFailed', 'Sum') },
    serverErrors: bot.api.stage.metricServerError({ period, statistic: 'Sum' }),
    deadLetters: bot.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
    throttled: { reads: throttled('ReadThrottleEvents'), writes: throttled('WriteThrottleEvents') },
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
    ticks: logged('Ticks', 'Sum'),
    queueAge: logged('QueueAge', 'Maximum'),
    queueSize: logged('QueueSize', 'Maximum'),
    releaseLate: logged('ReleaseLate', 'Maximum'),
    followersLate: logged('FollowersLate', 'Maximum'),
    notTold: logged('NotTold', 'Sum'),
    problems: logged('Problems', 'Sum'),
    unreadable: logged('Unreadable', 'Sum'),
    notRegistered: logged('NotRegistered', 'Maximum'),
    updatesPending: logged('UpdatesPending', 'Minimum'),
    deliveryFailing: logged('DeliveryFailing', 'Minimum'),
  };
};
export type Metrics = ReturnType<typeof metricsOf>;
